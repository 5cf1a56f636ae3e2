import Diagnostics
import RuleModel

extension Linker {
  /// Resolves the names of a rule; nil after at least one report.
  mutating func link(_ rule: Rule) -> LinkedRule? {
    let header = rule.header
    let condition = resolve(rule.when, for: header)
    checkSources(rule.sources, for: header)
    var ok = true
    if let criterion = rule.criterion {
      let pack = criteria[criterion.id]?.header.pack
      ok = check(criterion, kind: "criterion", in: pack, known: criteria.keys, for: header) && ok
    }
    var decision: (id: String, by: Name)?
    if let name = rule.decision {
      if checkDecision(name, for: header) == nil { ok = false } else { decision = (name.id, name) }
    }
    let named = rule.ratings.map(\.option) + rule.exclude + rule.confirmations.compactMap(\.option)
    for name in named {
      guard let option = checkOption(name, for: header) else {
        ok = false
        continue
      }
      if let first = decision, first.id != option.decision.id {
        log.error(
          "options-of-several-decisions",
          "a rule is about one decision, and '\(name.id)' belongs to '\(option.decision.id)', not to '\(first.id)'",
          at: name.span,
          help: "write one rule for each decision",
          related: [Diagnostic.Related("the other decision comes from here", at: first.by.span)]
        )
        ok = false
      } else {
        decision = (option.decision.id, name)
      }
    }
    for name in rule.notes.flatMap(\.options) where checkOption(name, for: header) == nil { ok = false }
    guard let condition, ok else { return nil }
    let leaves = decision.map { leavesAndParents(of: $0.id) } ?? []
    return LinkedRule(
      rule: rule,
      condition: condition,
      decision: named.isEmpty && rule.confirmations.isEmpty ? nil : decision?.id,
      ratings: resolvedRatings(rule, leaves),
      excludedLeaves: leaves.filter { leaf in
        rule.exclude.contains { $0.id == leaf.id || $0.id == leaf.parent }
      }.map(\.id),
      confirmations: resolvedConfirmations(rule, leaves)
    )
  }

  private mutating func leavesAndParents(of decision: String) -> [(id: String, parent: String?)] {
    if let leaves = leavesOfDecisions[decision] { return leaves }
    let own = options.values.filter { $0.decision.id == decision }
    let parents = Set(own.compactMap { $0.variantOf?.id })
    let leaves = own.filter { !parents.contains($0.id) }.sorted { idPrecedes($0.id, $1.id) }
      .map { (id: $0.id, parent: $0.variantOf?.id) }
    leavesOfDecisions[decision] = leaves
    return leaves
  }

  private func resolvedRatings(
    _ rule: Rule,
    _ leaves: [(id: String, parent: String?)]
  ) -> [(leaf: String, value: Rule.Rating.Value)] {
    leaves.compactMap { leaf in
      let own = rule.ratings.first { $0.option.id == leaf.id }
      let inherited = rule.ratings.first { $0.option.id == leaf.parent }
      return (own ?? inherited).map { (leaf.id, $0.value) }
    }
  }

  private func resolvedConfirmations(
    _ rule: Rule,
    _ leaves: [(id: String, parent: String?)]
  ) -> [(leaf: String, text: LocalizedText?)] {
    if rule.confirmations.isEmpty && !rule.ratings.contains(where: { $0.value == .unknown }) { return [] }
    return leaves.compactMap { leaf in
      let own = rule.confirmations.first { $0.option?.id == leaf.id }
      let inherited = rule.confirmations.first { $0.option != nil && $0.option?.id == leaf.parent }
      let everyone = rule.confirmations.first { $0.option == nil }
      if let confirmation = own ?? inherited ?? everyone { return (leaf.id, confirmation.text) }
      let rating = rule.ratings.first { $0.option.id == leaf.id } ?? rule.ratings.first { $0.option.id == leaf.parent }
      return rating?.value == .unknown ? (leaf.id, nil) : nil
    }
  }
}
