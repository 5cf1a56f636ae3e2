/// Which open questions can still change which decisions, by the structure of the rules alone.
///
/// A condition that the answers have settled passes nothing on: since conditions are monotone in knowledge (method.md,
/// section 2), no further answer moves it. What is not listed here cannot matter; what is listed may.
package struct Influence: Sendable {
  /// The columns of the questions.
  package let questions: [Int]
  private let words: Int
  /// Per decision: the questions that can change its winner, or whether it applies; one bit each.
  private var decisions: [UInt64]
  /// Per question: it is open, and nothing that could still be asked decides whether it is relevant.
  private var askable: [Bool]
  // While working: per column and per register the open questions that can change it, and what is settled.
  private var columns: [UInt64]
  private var registers: [UInt64]
  private var truths: [Bool?]

  /// - Parameters:
  ///   - base: the answers in lane 0, without assumptions; not evaluated yet.
  ///   - questions: the columns of the facts that can be asked and are not answered.
  package init(_ program: Program, _ circumstances: Circumstances, base: WorldBlock, questions: [Int]) {
    var kernel = Kernel(program, circumstances)
    var block = base
    kernel.evaluate(&block)
    self.questions = questions
    words = (questions.count + 63) / 64
    decisions = Array(repeating: 0, count: program.decisions.count * words)
    columns = Array(repeating: 0, count: program.columnCount * words)
    registers = Array(repeating: 0, count: program.registerCount * words)
    truths = Array(repeating: nil, count: program.registerCount)
    askable = Array(repeating: true, count: questions.count)
    for (question, column) in questions.enumerated() {
      columns[column * words + question / 64] |= 1 << UInt64(question % 64)
    }
    var isOutcome = Array(repeating: false, count: program.columnCount)
    for decision in program.decisions {
      isOutcome[Int(decision.familyColumn)] = true
      isOutcome[Int(decision.leafColumn)] = true
    }
    for operation in program.operations {
      switch operation {
      case .compare(let register, let comparison):
        let column = Int(program.comparisons[Int(comparison)].column)
        // The outcome of a decision that is not settled is unknown.
        settle(register, isOutcome[column] ? nil : kernel.truths[Int(register)].value(in: 0))
        if truths[Int(register)] == nil { add(column, of: columns, to: Int(register), of: &registers) }
      case .all(let register, let run): gate(register, program.operands[run.indices], absorbing: false)
      case .any(let register, let run): gate(register, program.operands[run.indices], absorbing: true)
      case .not(let register, let operand):
        settle(register, truths[Int(operand)].map { !$0 })
        passOn(operand, to: register)
      case .relevance(let column, let register): limit(Int(column), to: register)
      case .formula(let column, let root):
        if isOpen(Int(column), block) { add(program, formula: Int(root), to: Int(column)) }
      case .truth(let column, let register): if truths[Int(register)] == nil { moveOn(register, to: Int(column)) }
      case .cases(let column, let cases, _):
        guard isOpen(Int(column), block) else { continue }
        for pair in stride(from: cases.indices.lowerBound, to: cases.indices.upperBound, by: 2) {
          let register = program.operands[pair]
          if truths[Int(register)] == nil { moveOn(register, to: Int(column)) }
        }
      case .decide(let decision): decide(Int(decision), program, circumstances)
      }
    }
  }

  /// Whether a question (by its place among them) can change the winner of a decision, or whether it applies.
  package func reaches(_ question: Int, _ decision: Int) -> Bool {
    decisions[decision * words + question / 64] >> UInt64(question % 64) & 1 == 1
  }

  /// Whether a question can be put now: it is open and relevant, or nothing that could be asked first would tell.
  package func isAskable(_ question: Int) -> Bool { askable[question] }

  // MARK: One operation

  private mutating func settle(_ register: Int32, _ truth: Bool?) { truths[Int(register)] = truth }

  @inline(never)
  private mutating func gate(_ register: Int32, _ operands: ArraySlice<Int32>, absorbing: Bool) {
    if operands.contains(where: { truths[Int($0)] == absorbing }) { return settle(register, absorbing) }
    if operands.allSatisfy({ truths[Int($0)] == !absorbing }) { return settle(register, !absorbing) }
    settle(register, nil)
    for operand in operands where truths[Int(operand)] == nil { passOn(operand, to: register) }
  }

  @inline(never)
  private mutating func passOn(_ operand: Int32, to register: Int32) {
    for word in 0..<words { registers[Int(register) * words + word] |= registers[Int(operand) * words + word] }
  }

  private mutating func moveOn(_ register: Int32, to column: Int) {
    add(Int(register), of: registers, to: column, of: &columns)
  }

  @inline(never)
  private func add(_ from: Int, of source: [UInt64], to place: Int, of target: inout [UInt64]) {
    for word in 0..<words { target[place * words + word] |= source[from * words + word] }
  }

  @inline(never)
  private mutating func limit(_ column: Int, to register: Int32) {
    let truth = truths[Int(register)]
    let decisive = (0..<words).contains { registers[Int(register) * words + $0] != 0 }
    if let question = questions.firstIndex(of: column), truth == false || truth == nil && decisive {
      askable[question] = false
    }
    if truth == false {
      for word in 0..<words { columns[column * words + word] = 0 }
    } else if truth == nil {
      moveOn(register, to: column)
    }
  }

  private func isOpen(_ column: Int, _ block: WorldBlock) -> Bool {
    (block.known[column] | block.notApplicable[column]) & 1 == 0
  }

  private mutating func add(_ program: Program, formula: Int, to column: Int) {
    switch program.formulas[formula] {
    case .constant: break
    case .column(let part), .weeksUntil(let part):
      for word in 0..<words { columns[column * words + word] |= columns[Int(part) * words + word] }
    case .sum(let run), .product(let run), .minimum(let run), .maximum(let run):
      for part in program.operands[run.indices] { add(program, formula: Int(part), to: column) }
    case .quotient(let dividend, let divisor):
      add(program, formula: Int(dividend), to: column)
      add(program, formula: Int(divisor), to: column)
    }
  }

  private mutating func decide(_ index: Int, _ program: Program, _ circumstances: Circumstances) {
    let row = program.decisions[index]
    if row.when >= 0, truths[Int(row.when)] == nil { add(Int(row.when), of: registers, to: index, of: &decisions) }
    for rule in row.rules.indices {
      let entry = program.rules[rule]
      guard truths[Int(entry.register)] == nil else { continue }
      var matters = entry.exclusions.count > 0 || circumstances.refuted.contains { Int($0.rule) == rule }
      if entry.slot >= 0 {
        let criterion = program.slots[row.slots.indices.lowerBound + Int(entry.slot)].criterion
        matters = matters || circumstances.weights[Int(criterion)] > 0
      }
      if matters { add(Int(entry.register), of: registers, to: index, of: &decisions) }
    }
    for column in [Int(row.familyColumn), Int(row.leafColumn)] {
      add(index, of: decisions, to: column, of: &columns)
    }
  }
}
