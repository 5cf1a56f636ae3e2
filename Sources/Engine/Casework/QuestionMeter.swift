/// What it is worth to ask a question now.
package struct QuestionWorth: Sendable, Equatable {
  /// The column of its fact.
  package let column: Int
  /// In bits, each decision times its importance; ≥ 0.
  package let gain: Double
  /// Whether the answer can change a winner at all, by the structure of the rules.
  package let canMatter: Bool
}

/// Collects what drawn worlds say about every question that is open (method.md, section 8).
package struct QuestionMeter: Sendable {
  private let book: RuleBook
  private let file: CaseFile
  private let influence: Influence
  private var sample: QuestionSample

  /// - Parameters:
  ///   - answered: the answers in every lane, without assumptions.
  ///   - table: what is drawn in the worlds.
  package init(_ work: Casework, answered: WorldBlock, _ sampling: Sampling, _ table: DrawTable) {
    book = work.book
    file = work.file
    influence = Influence(work.program, work.file.circumstances, base: answered, questions: work.unanswered())
    sample = QuestionSample(sampling, table)
  }

  package mutating func add(_ kernel: Kernel, _ block: WorldBlock, word: Int, lanes: UInt64) {
    sample.add(kernel, block, word: word, lanes: lanes)
  }

  /// The value of every question that can be put now, best first; ties by the place of the question. One whose relevance
  /// hangs on another open question waits for that.
  ///
  /// - Parameter wanted: the decisions that count; one that the case has decided never does.
  package func values(deciding wanted: (Int) -> Bool = { _ in true }) -> [QuestionWorth] {
    let importance = book.importance.indices.map { decision in
      !file.isDecided(decision) && wanted(decision) ? book.importance[decision] : 0
    }
    var values: [QuestionWorth] = []
    for (question, column) in influence.questions.enumerated() where influence.isAskable(question) {
      let counted = importance.indices.map { influence.reaches(question, $0) ? importance[$0] : 0 }
      let canMatter = counted.contains { $0 > 0 }
      // A day that nothing is drawn for tells nothing in the sample.
      let place = canMatter ? sample.cells.firstIndex { $0.column == column } : nil
      let gain = place.map { sample.gain($0, importance: counted) } ?? 0
      values.append(QuestionWorth(column: column, gain: gain, canMatter: canMatter))
    }
    let order = values.indices.sorted { first, second in
      let (a, b) = (values[first], values[second])
      if a.gain != b.gain { return a.gain > b.gain }
      if a.canMatter != b.canMatter { return a.canMatter }
      return book.facts[a.column].place < book.facts[b.column].place
    }
    return order.map { values[$0] }
  }
}
