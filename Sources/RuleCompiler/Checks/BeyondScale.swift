import Diagnostics
import RuleModel

extension Check {
  /// Net points that a criterion's scale does not hold.
  package static let beyondScale = Check(
    code: "beyond-scale",
    summary: "net points pass the scale of a criterion in more than 5 % of sampled worlds",
    rationale: """
      ±100 points stand for criteria that are full. Where many rules of one criterion add up beyond its scale, that \
      criterion decides more than its weight says. Most often several rules state one and the same reason.
      """,
    fires: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": «"fit"», "scale": 10 } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpu": true }, "criterion": "fit", "weight": 5, "rate": { "cloud": 3 } } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit", "scale": 15 } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpu": true }, "criterion": "fit", "weight": 5, "rate": { "cloud": 3 } } ] }
      """
    ],
    find: { packs in
      packs.catalogue.decisions.enumerated().flatMap { place, decision -> [Diagnostic] in
        decision.criteria.enumerated().compactMap { slot, id in
          let counts = packs.worlds.beyondScale[place].map { $0[slot] }
          guard let criterion = packs.catalogue.criterion(id), let most = counts.map(\.count).max(),
            let row = counts.firstIndex(where: { $0.count == most }),
            Double(most) > 0.05 * Double(packs.worlds.applicable[place])
          else { return nil }
          let leaf = decision.leaves[row].id
          let share = Double(most) / Double(packs.worlds.applicable[place])
          let (rules, witness) = overshoot(leaf, criterion, world: counts[row].first, packs)
          let shown = rules.prefix(6).map { "'\($0.id)'" }.joined(separator: ", ")
          return Diagnostic(
            .warning,
            code: "beyond-scale",
            "points of '\(leaf)' under criterion '\(id)' pass its scale of \(criterion.criterion.scale) "
              + "in \(plain((share * 1000).rounded() / 10)) % of \(SampledWorlds.count) sampled worlds",
            at: criterion.criterion.name.span,
            help: "lower the weights of rules that state the same reason (here \(shown)), or raise \"scale\"",
            related: packs.example(witness).map { [Diagnostic.Related($0, at: nil)] } ?? []
          )
        }
      }
    }
  )

  /// The rules that pass the scale in a world, strongest first, and few answers that make them true.
  private static func overshoot(
    _ leaf: String,
    _ criterion: LinkedCriterion,
    world: Int,
    _ packs: CheckedPacks
  ) -> (rules: [LinkedRule], witness: Witness?) {
    func points(_ rule: LinkedRule) -> Int {
      guard case .points(let points)? = rule.ratings.first(where: { $0.leaf == leaf })?.value else { return 0 }
      return points * rule.rule.weight
    }
    let speaking = packs.catalogue.rules.filter {
      $0.rule.criterion?.id == criterion.id && points($0) != 0 && packs.worlds.isTrue(packs.register($0), in: world)
    }
    let sign = speaking.reduce(0) { $0 + points($1) }.signum()
    let sorted = speaking.filter { points($0).signum() == sign }.sorted { a, b in
      points(a).magnitude == points(b).magnitude ? idPrecedes(a.id, b.id) : points(a).magnitude > points(b).magnitude
    }
    var sum = 0
    let needed = sorted.prefix { rule in
      defer { sum += points(rule) }
      return sum.magnitude <= UInt(criterion.criterion.scale)
    }
    let witness = packs.together(Array(needed))
    let holds = witness.map {
      packs.netPoints(of: leaf, under: criterion.id, $0).magnitude > UInt(criterion.criterion.scale)
    }
    return (Array(needed), holds == true ? witness : nil)
  }
}

extension CheckedPacks {
  /// The net points of a leaf with the answers of a witness and no others.
  fileprivate func netPoints(of leaf: String, under criterion: String, _ witness: Witness) -> Int {
    var evaluator = ObviousEvaluator(catalogue: catalogue, answers: witness.answers, today: witness.today)
    evaluator.evaluate()
    return catalogue.rules.reduce(0) { sum, rule in
      guard rule.rule.criterion?.id == criterion, evaluator.ruleTruths[rule.id] == .yes,
        case .points(let points)? = rule.ratings.first(where: { $0.leaf == leaf })?.value
      else { return sum }
      return sum + points * rule.rule.weight
    }
  }
}
