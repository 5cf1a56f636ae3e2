extension RuleBook {
  /// Whether every index lies within its table, everything is computed before it is used, and every number is one that the
  /// engine can count with: then no work on the book can trap. Books that the compiler makes are sound; what comes from a
  /// file is asked first.
  package var isSound: Bool {
    var soundness = Soundness(book: self)
    return soundness.holds()
  }
}

private struct Soundness {
  let book: RuleBook
  private var isMade: [Bool] = []
  private var isFilled: [Bool] = []
  private var isDecided: [Bool] = []

  init(book: RuleBook) { self.book = book }

  private var program: Program { book.program }

  mutating func holds() -> Bool {
    let limit = 1 << 20
    guard program.columnCount == book.facts.count + 2 * program.decisions.count,
      program.registerCount >= 0, program.registerCount <= program.operations.count,
      book.criterionCount >= 0, book.criterionCount <= limit, book.importance.count == program.decisions.count
    else { return false }
    return tablesHold() && operationsHold() && factsHold() && drawsHold()
  }

  private func lies(_ run: Run, in count: Int) -> Bool {
    run.first >= 0 && run.count >= 0 && Int(run.first) <= count && Int(run.count) <= count - Int(run.first)
  }

  private func lies(_ index: Int32, in count: Int) -> Bool { index >= 0 && Int(index) < count }

  // MARK: Tables

  private func tablesHold() -> Bool {
    var cells = 0
    for (index, row) in program.decisions.enumerated() {
      guard lies(row.leaves, in: program.leaves.count), row.leaves.count <= 64,
        lies(row.slots, in: program.slots.count), lies(row.rules, in: program.rules.count),
        row.when < program.registerCount, row.when >= -1,
        Int(row.familyColumn) == book.facts.count + 2 * index, row.leafColumn == row.familyColumn + 1
      else { return false }
      cells += Int(row.leaves.count) * Int(row.slots.count)
      if cells > 1 << 16 { return false }
      if !rulesHold(row) { return false }
    }
    for row in program.decisions {
      for leaf in program.leaves[row.leaves.indices] {
        guard lies(leaf.family, in: Int(row.leaves.count)), leaf.firstCell >= 0,
          Int(leaf.firstCell) <= cells - Int(row.slots.count)
        else { return false }
      }
    }
    for slot in program.slots where slot.scale < 1 || !lies(slot.criterion, in: book.criterionCount) { return false }
    for value in book.importance where !value.isFinite || value < 0 { return false }
    for comparison in program.comparisons where !lies(comparison.column, in: program.columnCount) { return false }
    for (index, formula) in program.formulas.enumerated() where !holds(formula, before: index) { return false }
    for entry in book.confirmations {
      guard lies(entry.rule, in: program.rules.count), lies(entry.leaf, in: program.leaves.count) else { return false }
    }
    return true
  }

  private func rulesHold(_ row: DecisionRow) -> Bool {
    let leaves = row.leaves.indices
    for rule in program.rules[row.rules.indices] {
      guard lies(rule.register, in: program.registerCount), rule.slot >= -1, rule.slot < row.slots.count,
        lies(rule.ratings, in: program.ratings.count), lies(rule.exclusions, in: program.exclusions.count)
      else { return false }
      for rating in program.ratings[rule.ratings.indices] {
        guard leaves.contains(Int(rating.leaf)), rating.points.magnitude <= 1_000 else { return false }
      }
      for leaf in program.exclusions[rule.exclusions.indices] where !leaves.contains(Int(leaf)) { return false }
    }
    return true
  }

  /// Parts of a formula stand before it.
  private func holds(_ formula: Formula, before index: Int) -> Bool {
    switch formula {
    case .constant(let number): return number.isFinite
    case .column(let column), .weeksUntil(let column): return lies(column, in: program.columnCount)
    case .quotient(let a, let b): return lies(a, in: index) && lies(b, in: index)
    case .sum(let run), .product(let run), .minimum(let run), .maximum(let run):
      guard lies(run, in: program.operands.count), run.count > 0 else { return false }
      return program.operands[run.indices].allSatisfy { lies($0, in: index) }
    }
  }

  // MARK: Operations

  /// Every operation uses only what earlier ones have made.
  private mutating func operationsHold() -> Bool {
    isMade = Array(repeating: false, count: program.registerCount)
    isFilled = book.facts.map { $0.isAsked } + Array(repeating: false, count: 2 * program.decisions.count)
    isDecided = Array(repeating: false, count: program.decisions.count)
    for operation in program.operations where !step(operation) { return false }
    return isMade.allSatisfy { $0 } && isFilled.allSatisfy { $0 } && isDecided.allSatisfy { $0 }
  }

  private func isReady(register: Int32) -> Bool { lies(register, in: isMade.count) && isMade[Int(register)] }
  private func isReady(column: Int32) -> Bool { lies(column, in: isFilled.count) && isFilled[Int(column)] }

  private mutating func make(_ register: Int32) -> Bool {
    guard lies(register, in: isMade.count), !isMade[Int(register)] else { return false }
    isMade[Int(register)] = true
    return true
  }

  private mutating func fill(_ column: Int32) -> Bool {
    guard lies(column, in: book.facts.count), !isFilled[Int(column)] else { return false }
    isFilled[Int(column)] = true
    return true
  }

  private mutating func step(_ operation: Operation) -> Bool {
    switch operation {
    case .compare(let register, let comparison):
      guard lies(comparison, in: program.comparisons.count) else { return false }
      return isReady(column: program.comparisons[Int(comparison)].column) && make(register)
    case .all(let register, let run), .any(let register, let run):
      guard lies(run, in: program.operands.count) else { return false }
      return program.operands[run.indices].allSatisfy { isReady(register: $0) } && make(register)
    case .not(let register, let operand): return isReady(register: operand) && make(register)
    case .relevance(let column, let register):
      return lies(column, in: book.facts.count) && isReady(column: column) && isReady(register: register)
    case .formula(let column, let root):
      return lies(root, in: program.formulas.count) && isReady(formula: Int(root)) && fill(column)
    case .truth(let column, let register): return isReady(register: register) && fill(column)
    case .cases(let column, let run, let otherwise):
      guard lies(run, in: program.operands.count), run.count % 2 == 0 else { return false }
      for place in stride(from: run.indices.lowerBound, to: run.indices.upperBound, by: 2) {
        guard isReady(register: program.operands[place]), lies(program.operands[place + 1], in: program.constants.count)
        else { return false }
      }
      return lies(otherwise, in: program.constants.count) && fill(column)
    case .decide(let decision):
      guard lies(decision, in: isDecided.count), !isDecided[Int(decision)] else { return false }
      isDecided[Int(decision)] = true
      let row = program.decisions[Int(decision)]
      isFilled[Int(row.familyColumn)] = true
      isFilled[Int(row.leafColumn)] = true
      return (row.when < 0 || isReady(register: row.when))
        && program.rules[row.rules.indices].allSatisfy { isReady(register: $0.register) }
    }
  }

  private func isReady(formula node: Int) -> Bool {
    switch program.formulas[node] {
    case .constant: return true
    case .column(let column), .weeksUntil(let column): return isReady(column: column)
    case .quotient(let a, let b): return isReady(formula: Int(a)) && isReady(formula: Int(b))
    case .sum(let run), .product(let run), .minimum(let run), .maximum(let run):
      return program.operands[run.indices].allSatisfy { isReady(formula: Int($0)) }
    }
  }

  // MARK: Facts and draws

  private func factsHold() -> Bool {
    book.facts.allSatisfy { form in
      !form.isAsked || (form.allows(form.everything) && form.assumed.map { form.allows($0) } ?? true)
    }
  }

  private func drawsHold() -> Bool {
    var last = -1
    for row in book.draws.rows {
      guard row.column > last, row.column < book.facts.count, book.facts[row.column].isAsked else { return false }
      last = row.column
      if !fits(row, book.facts[row.column]) { return false }
    }
    for share in book.draws.shares where !share.isFinite || share < 0 { return false }
    for cell in book.draws.cells {
      guard cell.lower.isFinite, cell.upper.isFinite, cell.lower <= cell.upper, cell.cumulative.isFinite else {
        return false
      }
    }
    return true
  }

  /// Whether a fact is drawn as what it is: a choice of as many as it has, a number in cells.
  private func fits(_ row: DrawRow, _ form: FactForm) -> Bool {
    func isEvery(_ run: Run) -> Bool {
      guard lies(run, in: book.draws.shares.count), run.count > 0, run.count <= 64 else { return false }
      return form.everything.may == (run.count == 64 ? ~0 : (1 << UInt64(run.count)) - 1)
    }
    switch (row, form.kind) {
    case (.choice(_, let run), .choice): return isEvery(run)
    case (.set(_, let run, let exclusive), .set): return isEvery(run) && exclusive & ~form.everything.may == 0
    case (.number(_, let run, _), .number): return lies(run, in: book.draws.cells.count) && run.count > 0
    default: return false
    }
  }
}

extension FactForm {
  /// Whether an extent is one that an answer may have: not empty, with finite ends in their order.
  func allows(_ extent: Extent) -> Bool {
    switch kind {
    case .choice: extent.may != 0 && extent.must == 0 && extent.may & ~everything.may == 0
    case .set: extent.must & ~extent.may == 0 && extent.may & ~everything.may == 0
    case .number, .day: extent.lower.isFinite && extent.upper.isFinite && extent.lower <= extent.upper
    }
  }
}
