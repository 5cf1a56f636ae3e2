extension RuleBookBytes {
  /// The book that bytes hold; nil unless it is whole and sound.
  package static func read(_ bytes: [UInt8]) -> RuleBook? {
    var reader = ByteReader(bytes)
    guard reader.bits(bytes: 4) == mark, reader.int32() == version else { return nil }
    var book = RuleBook()
    book.program = reader.program()
    book.facts = reader.list(atLeast: 80) { $0.form() }
    book.draws.rows = reader.list(atLeast: 21) { $0.drawRow() }
    book.draws.shares = reader.list(atLeast: 8) { $0.double() }
    book.draws.cells = reader.list(atLeast: 24) { reader in
      DrawCell(lower: reader.double(), upper: reader.double(), cumulative: reader.double())
    }
    book.criterionCount = Int(reader.int32())
    book.importance = reader.list(atLeast: 8) { $0.double() }
    book.confirmations = reader.list(atLeast: 8) { $0.confirmation() }
    guard reader.isWhole, reader.isAtEnd, book.isSound else { return nil }
    return book
  }
}

extension ByteReader {
  mutating func confirmation() -> RuleBook.Confirmation { RuleBook.Confirmation(rule: int32(), leaf: int32()) }

  fileprivate mutating func program() -> Program {
    var program = Program()
    program.columnCount = Int(int32())
    program.registerCount = Int(int32())
    program.operations = list(atLeast: 17) { $0.operation() }
    program.comparisons = list(atLeast: 13) { Comparison(column: $0.int32(), test: $0.test()) }
    program.operands = list(atLeast: 4) { $0.int32() }
    program.formulas = list(atLeast: 9) { $0.formula() }
    program.constants = list(atLeast: 16) { Constant(bits: $0.bits(), number: $0.double()) }
    program.decisions = list(atLeast: 36) { reader in
      DecisionRow(
        when: reader.int32(),
        leaves: reader.run(),
        slots: reader.run(),
        rules: reader.run(),
        familyColumn: reader.int32(),
        leafColumn: reader.int32()
      )
    }
    program.leaves = list(atLeast: 12) { LeafRow(family: $0.int32(), tieOrder: $0.int32(), firstCell: $0.int32()) }
    program.slots = list(atLeast: 8) { SlotRow(criterion: $0.int32(), scale: $0.int32()) }
    program.rules = list(atLeast: 24) { reader in
      RuleRow(register: reader.int32(), slot: reader.int32(), ratings: reader.run(), exclusions: reader.run())
    }
    program.ratings = list(atLeast: 8) { RatingRow(leaf: $0.int32(), points: $0.int32()) }
    program.exclusions = list(atLeast: 4) { $0.int32() }
    return program
  }

  private mutating func operation() -> Operation {
    let kind = bits(bytes: 1)
    let target = int32()
    let run = run()
    let last = int32()
    switch kind {
    case 0: return .compare(register: target, comparison: run.first)
    case 1: return .all(register: target, of: run)
    case 2: return .any(register: target, of: run)
    case 3: return .not(register: target, of: run.first)
    case 4: return .relevance(column: target, register: run.first)
    case 5: return .formula(column: target, root: run.first)
    case 6: return .truth(column: target, register: run.first)
    case 7: return .cases(column: target, cases: run, otherwise: last)
    case 8: return .decide(decision: target)
    default:
      reject()
      return .decide(decision: 0)
    }
  }

  private mutating func test() -> Test {
    switch bits(bytes: 1) {
    case 0: return .member(bits())
    case 1: return .notMember(bits())
    case 2: return .within(bounds())
    case 3: return .outside(bounds())
    case 4: return .intersects(bits())
    case 5: return .contains(bits())
    case 6: return .subset(bits())
    default:
      reject()
      return .member(0)
    }
  }

  private mutating func bounds() -> Bounds {
    Bounds(lower: double(), upper: double(), isLowerOpen: flag(), isUpperOpen: flag())
  }

  private mutating func formula() -> Formula {
    switch bits(bytes: 1) {
    case 0: return .constant(double())
    case 1: return .column(run().first)
    case 2: return .sum(run())
    case 3: return .product(run())
    case 4:
      let pair = run()
      return .quotient(pair.first, pair.count)
    case 5: return .minimum(run())
    case 6: return .maximum(run())
    case 7: return .weeksUntil(run().first)
    default:
      reject()
      return .constant(0)
    }
  }

  fileprivate mutating func form() -> FactForm {
    var form = FactForm()
    form.isAsked = flag()
    form.isFixed = flag()
    form.isInteger = flag()
    let kind = bits(bytes: 1)
    let exclusive = bits()
    switch kind {
    case 0: form.kind = .choice
    case 1: form.kind = .set(exclusive: exclusive)
    case 2: form.kind = .number
    case 3: form.kind = .day
    default: reject()
    }
    form.everything = extent()
    let isAssumed = flag()
    let assumed = extent()
    form.assumed = isAssumed ? assumed : nil
    form.place = int32()
    return form
  }

  fileprivate mutating func drawRow() -> DrawRow {
    let kind = bits(bytes: 1)
    let column = int32()
    let run = run()
    let last = bits()
    switch kind {
    case 0: return .choice(column: column, shares: run)
    case 1: return .set(column: column, shares: run, exclusive: last)
    case 2: return .number(column: column, cells: run, isInteger: last == 1)
    default:
      reject()
      return .choice(column: column, shares: run)
    }
  }
}
