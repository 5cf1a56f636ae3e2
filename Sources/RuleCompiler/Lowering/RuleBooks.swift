package import Engine
import RuleModel

extension CompiledRules {
  /// The packs without names and texts: what the engine needs to find everything that an assessment shows.
  func ruleBook() -> RuleBook {
    var book = RuleBook()
    book.program = program
    let thresholds = numberThresholds()
    let places = catalogue.facts.indices.sorted { a, b in
      let (x, y) = (catalogue.facts[a], catalogue.facts[b])
      let (left, right) = (x.fact.order ?? .infinity, y.fact.order ?? .infinity)
      return left == right ? idPrecedes(x.id, y.id) : left < right
    }
    // INVARIANT: columns of facts are their places in the catalogue.
    book.facts = catalogue.facts.map { form(of: $0) }
    for (place, column) in places.enumerated() { book.facts[column].place = Int32(place) }
    for (column, fact) in catalogue.facts.enumerated() where fact.derivation == nil {
      book.draws.append(fact.fact, Int32(column), thresholds[fact.id] ?? [])
    }
    book.criterionCount = catalogue.criteria.count
    book.importance = catalogue.decisions.map(\.decision.importance)
    for rule in catalogue.rules {
      guard let row = ruleRows[rule.id] else { continue }
      for leaf in rule.confirmations.compactMap({ leafRows[$0.leaf] }) {
        let entry = RuleBook.Confirmation(rule: Int32(row), leaf: Int32(leaf))
        if book.confirmations.last != entry { book.confirmations.append(entry) }
      }
    }
    return book
  }

  /// What a profile says, for the engine.
  package func caseFile(of profile: LinkedProfile) -> CaseFile {
    CaseFile(
      circumstances: circumstances(of: profile),
      answers: extents(of: profile.answers),
      clarified: profile.clarified.flatMap { clarification -> [RuleBook.Confirmation] in
        guard let row = ruleRows[clarification.rule.id] else { return [] }
        let leaves = catalogue.decision(ofOption: clarification.option.id)?.leaves(of: clarification.option.id) ?? []
        return leaves.compactMap { leafRows[$0] }.map { RuleBook.Confirmation(rule: Int32(row), leaf: Int32($0)) }
      }
    )
  }

  /// Answers by column.
  func extents(of answers: [String: FactValue]) -> [Extent?] {
    catalogue.facts.map { fact in
      fact.derivation == nil ? answers[fact.id].map { extent(of: $0, fact) } : nil
    }
  }

  private func form(of fact: LinkedFact) -> FactForm {
    var form = FactForm()
    guard fact.derivation == nil else { return form }
    form.isAsked = true
    form.isFixed = fact.fact.isFixed
    if case .number(let domain) = fact.fact.kind { form.isInteger = domain.isInteger }
    (form.kind, form.everything) = everything(fact.fact)
    form.assumed = fact.defaultValue.map { extent(of: $0, fact) }
    return form
  }
}
