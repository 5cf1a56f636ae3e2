/// A book of rules as bytes, for the page.
///
/// Numbers stand one after another, the least byte first: lists with their length in front, cases of an enumeration by a
/// byte. Reading refuses everything that is not a whole book with all its indices in place: see `RuleBook.isSound`.
package enum RuleBookBytes {
  /// "ADVB".
  static let mark: UInt64 = 0x4256_4441
  /// Of the layout; a page and its engine always come from the same program.
  static let version: Int32 = 1

  package static func write(_ book: RuleBook) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(mark, bytes: 4)
    writer.write(version)
    let program = book.program
    writer.write(count: program.columnCount)
    writer.write(count: program.registerCount)
    writer.list(program.operations) { $0.write($1) }
    writer.list(program.comparisons) { writer, comparison in
      writer.write(comparison.column)
      writer.write(comparison.test)
    }
    writer.list(program.operands) { $0.write($1) }
    writer.list(program.formulas) { $0.write($1) }
    writer.list(program.constants) { writer, constant in
      writer.write(constant.bits)
      writer.write(constant.number)
    }
    writer.list(program.decisions) { writer, row in
      writer.write(row.when)
      writer.write(row.leaves)
      writer.write(row.slots)
      writer.write(row.rules)
      writer.write(row.familyColumn)
      writer.write(row.leafColumn)
    }
    writer.list(program.leaves) { writer, leaf in
      writer.write(leaf.family)
      writer.write(leaf.tieOrder)
      writer.write(leaf.firstCell)
    }
    writer.list(program.slots) { writer, slot in
      writer.write(slot.criterion)
      writer.write(slot.scale)
    }
    writer.list(program.rules) { writer, rule in
      writer.write(rule.register)
      writer.write(rule.slot)
      writer.write(rule.ratings)
      writer.write(rule.exclusions)
    }
    writer.list(program.ratings) { writer, rating in
      writer.write(rating.leaf)
      writer.write(rating.points)
    }
    writer.list(program.exclusions) { $0.write($1) }
    writer.list(book.facts) { $0.write($1) }
    writer.list(book.draws.rows) { $0.write($1) }
    writer.list(book.draws.shares) { $0.write($1) }
    writer.list(book.draws.cells) { writer, cell in
      writer.write(cell.lower)
      writer.write(cell.upper)
      writer.write(cell.cumulative)
    }
    writer.write(count: book.criterionCount)
    writer.list(book.importance) { $0.write($1) }
    writer.list(book.confirmations) { $0.write($1) }
    return writer.bytes
  }
}

extension ByteWriter {
  mutating func list<Entry>(_ entries: [Entry], _ write: (inout ByteWriter, Entry) -> Void) {
    self.write(count: entries.count)
    for entry in entries { write(&self, entry) }
  }

  mutating func write(_ entry: RuleBook.Confirmation) {
    write(entry.rule)
    write(entry.leaf)
  }

  private mutating func write(kind: UInt64) { write(kind, bytes: 1) }

  fileprivate mutating func write(_ operation: Operation) {
    switch operation {
    case .compare(let register, let comparison): write(operation: 0, register, Run(first: comparison, count: 0), 0)
    case .all(let register, let run): write(operation: 1, register, run, 0)
    case .any(let register, let run): write(operation: 2, register, run, 0)
    case .not(let register, let operand): write(operation: 3, register, Run(first: operand, count: 0), 0)
    case .relevance(let column, let register): write(operation: 4, column, Run(first: register, count: 0), 0)
    case .formula(let column, let root): write(operation: 5, column, Run(first: root, count: 0), 0)
    case .truth(let column, let register): write(operation: 6, column, Run(first: register, count: 0), 0)
    case .cases(let column, let run, let otherwise): write(operation: 7, column, run, otherwise)
    case .decide(let decision): write(operation: 8, decision, Run(first: 0, count: 0), 0)
    }
  }

  private mutating func write(operation kind: UInt64, _ target: Int32, _ run: Run, _ last: Int32) {
    write(kind: kind)
    write(target)
    write(run)
    write(last)
  }

  fileprivate mutating func write(_ test: Test) {
    switch test {
    case .member(let mask): write(0, mask)
    case .notMember(let mask): write(1, mask)
    case .within(let bounds): write(2, bounds)
    case .outside(let bounds): write(3, bounds)
    case .intersects(let mask): write(4, mask)
    case .contains(let mask): write(5, mask)
    case .subset(let mask): write(6, mask)
    }
  }

  private mutating func write(_ kind: UInt64, _ mask: UInt64) {
    write(kind: kind)
    write(mask)
  }

  private mutating func write(_ kind: UInt64, _ bounds: Bounds) {
    write(kind: kind)
    write(bounds.lower)
    write(bounds.upper)
    write(bounds.isLowerOpen)
    write(bounds.isUpperOpen)
  }

  fileprivate mutating func write(_ formula: Formula) {
    switch formula {
    case .constant(let number): write(0, number.bitPattern)
    case .column(let column): write(1, Run(first: column, count: 0))
    case .sum(let run): write(2, run)
    case .product(let run): write(3, run)
    case .quotient(let dividend, let divisor): write(4, Run(first: dividend, count: divisor))
    case .minimum(let run): write(5, run)
    case .maximum(let run): write(6, run)
    case .weeksUntil(let column): write(7, Run(first: column, count: 0))
    }
  }

  private mutating func write(_ kind: UInt64, _ run: Run) {
    write(kind: kind)
    write(run)
  }

  fileprivate mutating func write(_ form: FactForm) {
    write(form.isAsked)
    write(form.isFixed)
    write(form.isInteger)
    switch form.kind {
    case .choice: write(0, UInt64(0))
    case .set(let exclusive): write(1, exclusive)
    case .number: write(2, UInt64(0))
    case .day: write(3, UInt64(0))
    }
    write(form.everything)
    write(form.assumed != nil)
    write(form.assumed ?? Extent())
    write(form.place)
  }

  fileprivate mutating func write(_ row: DrawRow) {
    switch row {
    case .choice(let column, let run): write(row: 0, column, run, 0)
    case .set(let column, let run, let exclusive): write(row: 1, column, run, exclusive)
    case .number(let column, let run, let isInteger): write(row: 2, column, run, isInteger ? 1 : 0)
    }
  }

  private mutating func write(row kind: UInt64, _ column: Int32, _ run: Run, _ bits: UInt64) {
    write(kind: kind)
    write(column)
    write(run)
    write(bits)
  }
}
