/// The part of a program that some registers depend on.
package final class Cone: Sendable {
  /// Indices of operations, ascending: in the order in which they run.
  package let operations: [Int]
  /// Columns of facts that are asked, and of dates; ascending.
  package let facts: [Int]
  /// Columns of formulas, ascending.
  package let formulas: [Int]
  /// Indices of decisions whose outcome counts, ascending.
  package let decisions: [Int]

  package init(operations: [Int], facts: [Int], formulas: [Int], decisions: [Int]) {
    self.operations = operations
    self.facts = facts
    self.formulas = formulas
    self.decisions = decisions
  }
}

extension ProgramIndex {
  /// Everything that registers depend on.
  ///
  /// - Parameter throughRules: follow the outcome of a decision to all of its rules; otherwise to its condition only.
  package func cone(of registers: [Int], throughRules: Bool = false) -> Cone {
    var search = ConeSearch(index: self, throughRules: throughRules)
    search.registers = registers
    search.run()
    return search.cone
  }

  /// Everything that a decision depends on: its condition, its rules, and the decisions before it with all of theirs. The
  /// decision is one of `decisions`.
  package func cone(ofDecision decision: Int) -> Cone {
    var search = ConeSearch(index: self, throughRules: true)
    search.need(decision: decision)
    search.run()
    return search.cone
  }
}

/// The work of `cone`. Flags instead of sets: Embedded Swift needs no hashing for them.
private struct ConeSearch {
  let index: ProgramIndex
  let throughRules: Bool
  var registers: [Int] = []
  private var columns: [Int] = []
  private var hasOperation: [Bool]
  private var hasColumn: [Bool]
  private var hasDecision: [Bool]

  init(index: ProgramIndex, throughRules: Bool) {
    self.index = index
    self.throughRules = throughRules
    hasOperation = Array(repeating: false, count: index.program.operations.count)
    hasColumn = Array(repeating: false, count: index.program.columnCount)
    hasDecision = Array(repeating: false, count: index.program.decisions.count)
  }

  mutating func need(decision: Int) {
    guard !hasDecision[decision] else { return }
    hasDecision[decision] = true
    _ = need(operation: index.deciders[decision])
    let row = index.program.decisions[decision]
    if row.when >= 0 { registers.append(Int(row.when)) }
    if throughRules {
      for rule in row.rules.indices { registers.append(Int(index.program.rules[rule].register)) }
    }
  }

  private mutating func need(operation: Int) -> Bool {
    guard operation >= 0, !hasOperation[operation] else { return false }
    hasOperation[operation] = true
    return true
  }

  mutating func run() {
    while true {
      if let register = registers.popLast() {
        follow(register: register)
      } else if let column = columns.popLast() {
        follow(column: column)
      } else {
        return
      }
    }
  }

  private mutating func follow(register: Int) {
    let program = index.program
    guard need(operation: index.makers[register]) else { return }
    switch program.operations[index.makers[register]] {
    case .compare(_, let comparison): columns.append(Int(program.comparisons[Int(comparison)].column))
    case .all(_, let run), .any(_, let run):
      for place in run.indices { registers.append(Int(program.operands[place])) }
    case .not(_, let operand): registers.append(Int(operand))
    default: break
    }
  }

  private mutating func follow(column: Int) {
    guard !hasColumn[column] else { return }
    hasColumn[column] = true
    if let register = index.relevance(of: column) {
      registers.append(register)
      _ = need(operation: index.relevances[column])
    }
    _ = need(operation: index.fillers[column])
    switch index.origins[column] {
    case .asked: break
    case .truth(let register): registers.append(register)
    case .cases(let run, _):
      for place in stride(from: run.indices.lowerBound, to: run.indices.upperBound, by: 2) {
        registers.append(Int(index.program.operands[place]))
      }
    case .formula(let root): columns += index.columns(ofFormula: root)
    case .family(let decision), .leaf(let decision): need(decision: decision)
    }
  }

  var cone: Cone {
    func isAsked(_ column: Int) -> Bool { if case .asked = index.origins[column] { true } else { false } }
    func isFormula(_ column: Int) -> Bool { if case .formula = index.origins[column] { true } else { false } }
    let found = hasColumn.indices.filter { hasColumn[$0] }
    return Cone(
      operations: hasOperation.indices.filter { hasOperation[$0] },
      facts: found.filter(isAsked),
      formulas: found.filter(isFormula),
      decisions: hasDecision.indices.filter { hasDecision[$0] }
    )
  }
}
