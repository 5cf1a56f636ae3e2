import RuleModel

/// What a rule does while it is true, leaf by leaf; its title and its reason aside.
struct RuleEffects: Hashable {
  let decision: String?
  /// Only where the rule rates.
  let criterion: String?
  /// Leaf and points; nil for a rating "unknown".
  let ratings: [String: Int?]
  let excluded: [String]
  /// Leaf and question.
  let questions: [String: String]
  /// Options and text.
  let notes: [String]

  init(_ rule: LinkedRule) {
    decision = rule.decision
    criterion = rule.ratings.isEmpty ? nil : rule.rule.criterion?.id
    var ratings: [String: Int?] = [:]
    for rating in rule.ratings {
      switch rating.value {
      case .points(let points): ratings[rating.leaf] = .some(points * rule.rule.weight)
      case .unknown: ratings[rating.leaf] = .some(nil)
      }
    }
    self.ratings = ratings
    excluded = rule.excludedLeaves
    questions = Dictionary(
      rule.confirmations.map { ($0.leaf, $0.text?.text(in: .en) ?? "") },
      uniquingKeysWith: { first, _ in first }
    )
    notes = rule.rule.notes.map { note in
      (note.options.map(\.id).sorted(by: idPrecedes) + [note.text.text(in: .en)]).joined(separator: "\n")
    }
  }

  /// Whether nothing but leaves are excluded.
  var onlyExcludes: Bool { ratings.isEmpty && questions.isEmpty && notes.isEmpty && !excluded.isEmpty }
}

extension CheckedPacks {
  /// Whether one condition holds in every world in which the other does: proved. The sampled worlds are asked first.
  func implies(_ a: LinkedRule, _ b: LinkedRule) -> Bool {
    let (first, second) = (register(a), register(b))
    if first == second { return true }
    guard !worlds.isTrueWithout(first, second) else { return false }
    var reasoner = reasoner
    return reasoner.solve([(first, .yes), (second, .notYes)], budget: 100_000).isImpossible
  }

  /// A world in which all of these hold.
  func together(_ rules: [LinkedRule]) -> Witness? {
    var reasoner = reasoner
    return reasoner.solve(rules.map { (register($0), .yes) }).witness
  }

  /// Pairs of rules with the same effects that can be true at all and are not always; each pair once, by id.
  func pairsWithSameEffects() -> [(LinkedRule, LinkedRule)] {
    let telling = catalogue.rules.filter { !neverTrue.contains($0.id) && !alwaysTrue.contains($0.id) }
    let groups = Dictionary(grouping: telling, by: RuleEffects.init)
    return telling.flatMap { rule in
      (groups[RuleEffects(rule)] ?? []).filter { idPrecedes(rule.id, $0.id) }.map { (rule, $0) }
    }
  }
}
