/// How a column comes by its value.
package enum ColumnOrigin: Sendable {
  case asked
  case truth(register: Int)
  case cases(Run, otherwise: Int)
  case formula(root: Int)
  case family(decision: Int)
  case leaf(decision: Int)
}

/// A program with the way back from registers and columns to the operations that fill them.
///
/// A class, like everything here that is made once and only read: handing it on copies one reference, not a dozen tables,
/// which is also a good part of the code of the module for browsers.
package final class ProgramIndex: Sendable {
  package let program: Program
  /// Operation that computes a register.
  package let makers: [Int]
  package let origins: [ColumnOrigin]
  /// Operation that fills a derived column, and the one that decides its relevance; −1 where there is none.
  package let fillers: [Int]
  package let relevances: [Int]
  /// Operation of every decision.
  package let deciders: [Int]

  package init(_ program: Program) {
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
  package func relevance(of column: Int) -> Int? {
    guard relevances[column] >= 0, case .relevance(_, let register) = program.operations[relevances[column]] else {
      return nil
    }
    return Int(register)
  }

  /// The columns that a formula counts with, dates among them.
  package func columns(ofFormula node: Int) -> [Int] {
    switch program.formulas[node] {
    case .constant: []
    case .column(let column), .weeksUntil(let column): [Int(column)]
    case .sum(let run), .product(let run), .minimum(let run), .maximum(let run):
      run.indices.flatMap { columns(ofFormula: Int(program.operands[$0])) }
    case .quotient(let a, let b): columns(ofFormula: Int(a)) + columns(ofFormula: Int(b))
    }
  }

  /// Whether a formula counts from the profile's date.
  package func readsToday(formula node: Int) -> Bool {
    switch program.formulas[node] {
    case .constant, .column: false
    case .weeksUntil: true
    case .sum(let run), .product(let run), .minimum(let run), .maximum(let run):
      run.indices.contains { readsToday(formula: Int(program.operands[$0])) }
    case .quotient(let a, let b): readsToday(formula: Int(a)) || readsToday(formula: Int(b))
    }
  }
}
