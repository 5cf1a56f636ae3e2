import Engine

/// The part of a program that some registers depend on.
struct Cone: Sendable {
  /// Indices of operations, ascending.
  let operations: [Int]
  /// Columns of facts that are asked, and of dates; ascending.
  let facts: [Int]
  /// Columns of formulas, ascending.
  let formulas: [Int]
  /// Indices of decisions whose outcome counts, ascending.
  let decisions: [Int]
}

/// How a column comes by its value.
enum ColumnOrigin: Sendable {
  case asked
  case truth(register: Int)
  case cases(Run, otherwise: Int)
  case formula(root: Int)
  case family(decision: Int)
  case leaf(decision: Int)
}

/// A program with the way back from registers and columns to the operations that fill them.
struct ProgramIndex: Sendable {
  let program: Program
  /// Operation that computes a register.
  let makers: [Int]
  let origins: [ColumnOrigin]
  /// Operation that fills a derived column, and the one that decides its relevance; −1 where there is none.
  let fillers: [Int]
  let relevances: [Int]
  /// Operation of every decision.
  let deciders: [Int]

  init(_ program: Program) {
    self.program = program
    var makers = Array(repeating: -1, count: program.registerCount)
    var origins = Array(repeating: ColumnOrigin.asked, count: program.columnCount)
    var fillers = Array(repeating: -1, count: program.columnCount)
    var relevances = fillers
    var deciders = Array(repeating: -1, count: program.decisions.count)
    for (index, operation) in program.operations.enumerated() {
      switch operation {
      case .compare(let register, _), .all(let register, _), .any(let register, _), .not(let register, _):
        makers[Int(register)] = index
      case .relevance(let column, _): relevances[Int(column)] = index
      case .formula(let column, let root):
        fillers[Int(column)] = index
        origins[Int(column)] = .formula(root: Int(root))
      case .truth(let column, let register):
        fillers[Int(column)] = index
        origins[Int(column)] = .truth(register: Int(register))
      case .cases(let column, let run, let otherwise):
        fillers[Int(column)] = index
        origins[Int(column)] = .cases(run, otherwise: Int(otherwise))
      case .decide(let decision):
        let row = program.decisions[Int(decision)]
        deciders[Int(decision)] = index
        origins[Int(row.familyColumn)] = .family(decision: Int(decision))
        origins[Int(row.leafColumn)] = .leaf(decision: Int(decision))
      }
    }
    self.makers = makers
    self.origins = origins
    self.fillers = fillers
    self.relevances = relevances
    self.deciders = deciders
  }

  /// The register that says whether a column is relevant; nil where it always is.
  func relevance(of column: Int) -> Int? {
    guard relevances[column] >= 0, case .relevance(_, let register) = program.operations[relevances[column]] else {
      return nil
    }
    return Int(register)
  }

  /// The columns that a formula counts with, dates among them.
  func columns(ofFormula node: Int) -> [Int] {
    switch program.formulas[node] {
    case .constant: []
    case .column(let column), .weeksUntil(let column): [Int(column)]
    case .sum(let run), .product(let run), .minimum(let run), .maximum(let run):
      run.indices.flatMap { columns(ofFormula: Int(program.operands[$0])) }
    case .quotient(let a, let b): columns(ofFormula: Int(a)) + columns(ofFormula: Int(b))
    }
  }

  /// Whether a formula counts from the profile's date.
  func readsToday(formula node: Int) -> Bool {
    switch program.formulas[node] {
    case .constant, .column: false
    case .weeksUntil: true
    case .sum(let run), .product(let run), .minimum(let run), .maximum(let run):
      run.indices.contains { readsToday(formula: Int(program.operands[$0])) }
    case .quotient(let a, let b): readsToday(formula: Int(a)) || readsToday(formula: Int(b))
    }
  }

  /// Everything that registers depend on. The outcome of a decision is not followed further than to its condition.
  func cone(of registers: [Int]) -> Cone {
    var operations: Set<Int> = []
    var columns: Set<Int> = []
    var decisions: Set<Int> = []
    var openRegisters = registers
    var openColumns: [Int] = []
    func need(_ operation: Int) -> Bool { operation >= 0 && operations.insert(operation).inserted }
    while true {
      if let register = openRegisters.popLast() {
        guard need(makers[register]) else { continue }
        switch program.operations[makers[register]] {
        case .compare(_, let comparison): openColumns.append(Int(program.comparisons[Int(comparison)].column))
        case .all(_, let run), .any(_, let run):
          for index in run.indices { openRegisters.append(Int(program.operands[index])) }
        case .not(_, let operand): openRegisters.append(Int(operand))
        default: break
        }
      } else if let column = openColumns.popLast() {
        guard columns.insert(column).inserted else { continue }
        if let register = relevance(of: column) {
          openRegisters.append(register)
          _ = need(relevances[column])
        }
        if fillers[column] >= 0 { _ = need(fillers[column]) }
        switch origins[column] {
        case .asked: break
        case .truth(let register): openRegisters.append(register)
        case .cases(let run, _):
          for index in stride(from: run.indices.lowerBound, to: run.indices.upperBound, by: 2) {
            openRegisters.append(Int(program.operands[index]))
          }
        case .formula(let root): openColumns += self.columns(ofFormula: root)
        case .family(let decision), .leaf(let decision):
          decisions.insert(decision)
          _ = need(deciders[decision])
          let when = Int(program.decisions[decision].when)
          if when >= 0 { openRegisters.append(when) }
        }
      } else {
        break
      }
    }
    func isAsked(_ column: Int) -> Bool { if case .asked = origins[column] { true } else { false } }
    func isFormula(_ column: Int) -> Bool { if case .formula = origins[column] { true } else { false } }
    return Cone(
      operations: operations.sorted(),
      facts: columns.filter(isAsked).sorted(),
      formulas: columns.filter(isFormula).sorted(),
      decisions: decisions.sorted()
    )
  }
}
