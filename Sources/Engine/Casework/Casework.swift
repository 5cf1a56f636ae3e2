/// One case under a book of rules: what a profile says, as indices and numbers.
package struct CaseFile: Sendable {
  package var circumstances: Circumstances
  /// Per column of a fact: the answer, a range among them; nil while there is none. "Not known" is none.
  package var answers: [Extent?]
  /// Confirmations that have been answered, whether they hold or not.
  package var clarified: [RuleBook.Confirmation]

  package init(circumstances: Circumstances, answers: [Extent?], clarified: [RuleBook.Confirmation] = []) {
    self.circumstances = circumstances
    self.answers = answers
    self.clarified = clarified
  }

  /// Whether a decision has been taken.
  package func isDecided(_ decision: Int) -> Bool {
    if case .open = circumstances.decided[decision] { return false }
    return true
  }
}

/// A case at work: what `assess` finds about it, found here so that every build finds the same.
package final class Casework: Sendable {
  package let book: RuleBook
  package let index: ProgramIndex
  package let file: CaseFile

  /// - Parameter index: of the program of the book.
  package init(_ book: RuleBook, _ index: ProgramIndex, _ file: CaseFile) {
    self.book = book
    self.index = index
    self.file = file
  }

  package convenience init(_ book: RuleBook, _ file: CaseFile) { self.init(book, ProgramIndex(book.program), file) }

  package var program: Program { index.program }

  /// A block whose lanes all hold the answers.
  ///
  /// - Parameter assumesDefaults: the defaults of the packs stand in for answers that are missing.
  package func template(assumesDefaults: Bool) -> WorldBlock {
    var block = WorldBlock(columnCount: program.columnCount)
    for (column, form) in book.facts.enumerated() where form.isAsked {
      guard let answer = file.answers[column] ?? (assumesDefaults ? form.assumed : nil) else { continue }
      let fact = OpenFact(column: Int32(column), kind: form.kind, extent: form.everything)
      if QuickPaths.areIn {
        fact.fill(&block, lane: 0, with: answer)
        block.spread(column)
      } else {
        for lane in 0..<WorldBlock.width { fact.fill(&block, lane: lane, with: answer) }
      }
    }
    return block
  }

  /// Whether defaults stand in for answers.
  var assumesSomething: Bool {
    book.facts.indices.contains {
      book.facts[$0].isAsked && file.answers[$0] == nil && book.facts[$0].assumed != nil
    }
  }

  /// The columns of the facts that are asked and have no answer.
  package func unanswered() -> [Int] {
    book.facts.indices.filter { book.facts[$0].isAsked && file.answers[$0] == nil }
  }

  /// What completions of the case are for one decision.
  package func openWorlds(_ decision: Int) -> OpenWorlds {
    OpenWorlds(
      index,
      file.circumstances,
      decision: decision,
      template: template(assumesDefaults: false),
      open: book.openFacts(file.answers)
    )
  }
}

extension RuleBook {
  /// The facts without an answer or with a range as their answer: what completions differ in (method.md, section 6). A
  /// default is no answer.
  package func openFacts(_ answers: [Extent?]) -> [OpenFact] {
    var open: [OpenFact] = []
    for (column, form) in facts.enumerated() where form.isAsked {
      if let answer = answers[column] {
        guard form.isNumber, answer.lower < answer.upper else { continue }
        open.append(OpenFact(column: Int32(column), kind: .number, extent: answer))
      } else {
        open.append(OpenFact(column: Int32(column), kind: form.kind, extent: form.everything))
      }
    }
    return open
  }

  /// How what is not known is drawn (method.md, section 7). A range is drawn uniformly within.
  ///
  /// A day without an answer is drawn uniformly over the two years after the profile's date, and stays unknown without
  /// one: an assumption of the house that the method leaves open.
  package func drawTable(_ answers: [Extent?], today: Double?) -> DrawTable {
    var table = DrawTable()
    table.shares = draws.shares
    table.cells = draws.cells
    var next = 0
    for (column, form) in facts.enumerated() where form.isAsked {
      while next < draws.rows.count && draws.rows[next].column < column { next += 1 }
      if let answer = answers[column] {
        guard case .number = form.kind, answer.lower < answer.upper else { continue }
        table.append(Int32(column), from: answer.lower, to: answer.upper, isInteger: form.isInteger)
      } else if case .day = form.kind {
        guard let today else { continue }
        table.append(Int32(column), from: today, to: today + 730, isInteger: true)
      } else if next < draws.rows.count, draws.rows[next].column == column {
        table.rows.append(draws.rows[next])
      }
    }
    return table
  }
}

extension FactForm {
  var isNumber: Bool {
    switch kind {
    case .number, .day: true
    case .choice, .set: false
    }
  }
}

extension DrawTable {
  fileprivate mutating func append(_ column: Int32, from lower: Double, to upper: Double, isInteger: Bool) {
    rows.append(.number(column: column, cells: Run(cells.count..<cells.count + 1), isInteger: isInteger))
    cells.append(DrawCell(lower: lower, upper: upper, cumulative: 1))
  }
}
