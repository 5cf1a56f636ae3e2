import Diagnostics
import RuleModel

extension Check {
  /// A strong word about some options, and nothing about the others.
  package static let silentAboutOthers = Check(
    code: "silent-about-others",
    summary: "a rule excludes options, or rates them -3 or +3, and nothing is said about the others in that case",
    rationale: """
      Silence must not be an advantage: an option nobody looked at would overtake one that was examined and found weak. All \
      loaded packs are looked through for a rule that can be true together with this one, asks about one of the same facts, \
      and rates, excludes, asks or notes something about the other option. A rating of 0 says: looked at, makes no \
      difference.
      """,
    fires: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": «"gpu"», "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": -3 } } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": -3, "own": 0 } } ] }
      """,
      """
      { "facts": [ { "id": "gpus", "type": "number" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpus": { "above": 0 } }, "exclude": [ "cloud" ] },
                   { "id": "many", "when": { "gpus": { "above": 8 } }, "criterion": "fit", "rate": { "own": 2 } } ] }
      """,
    ],
    find: { packs in
      let catalogue = packs.catalogue
      let facts = Dictionary(
        uniqueKeysWithValues: catalogue.rules.map {
          ($0.id, catalogue.closure(of: $0.condition.factNames, withRelevance: false))
        }
      )
      var byFact: [String: [LinkedRule]] = [:]
      for rule in catalogue.rules where !packs.neverTrue.contains(rule.id) {
        for fact in facts[rule.id] ?? [] { byFact[fact, default: []].append(rule) }
      }
      return catalogue.rules.compactMap { rule in
        guard isStrong(rule), !packs.neverTrue.contains(rule.id),
          let decision = rule.decision.flatMap({ catalogue.decision($0) })
        else { return nil }
        var silent = Set(decision.families).subtracting(families(of: rule, in: decision))
        for fact in (facts[rule.id] ?? []).sorted(by: idPrecedes) where !silent.isEmpty {
          for other in byFact[fact] ?? [] where !silent.isEmpty && other.id != rule.id {
            let spoken = families(of: other, in: decision)
            if !silent.isDisjoint(with: spoken), packs.canBeTrueTogether(rule, other) { silent.subtract(spoken) }
          }
        }
        guard !silent.isEmpty else { return nil }
        let names = silent.sorted(by: idPrecedes)
        return Diagnostic(
          .warning,
          code: "silent-about-others",
          "rule '\(rule.id)' \(verb(rule)) \(list(families(of: rule, in: decision))), "
            + "and nothing is said about \(list(silent)) in that case",
          at: rule.rule.name.span,
          help: "rate the others, with 0 where it makes no difference: \"rate\": { \"\(names[0])\": 0 }",
          related: packs.example(packs.together([rule])).map { [Diagnostic.Related($0, at: nil)] } ?? []
        )
      }
    }
  )

  private static func verb(_ rule: LinkedRule) -> String {
    if !rule.excludedLeaves.isEmpty { return "excludes" }
    return rule.ratings.contains { $0.value == .points(-3) } ? "speaks strongly against" : "speaks strongly for"
  }

  private static func isStrong(_ rule: LinkedRule) -> Bool {
    !rule.excludedLeaves.isEmpty
      || rule.ratings.contains { $0.value == .points(-3) || $0.value == .points(3) }
  }

  /// The options, without variants, that a rule says anything about.
  private static func families(of rule: LinkedRule, in decision: LinkedDecision) -> Set<String> {
    let leaves = rule.ratings.map(\.leaf) + rule.excludedLeaves + rule.confirmations.map(\.leaf)
    let named = rule.rule.notes.flatMap(\.options).map(\.id)
    return Set((leaves + named).compactMap { id in decision.option(id).map { $0.variantOf?.id ?? $0.id } })
  }

  private static func list(_ ids: Set<String>) -> String {
    ids.sorted(by: idPrecedes).map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension CheckedPacks {
  /// Whether two rules can be true together; yes where that was not refuted.
  fileprivate func canBeTrueTogether(_ a: LinkedRule, _ b: LinkedRule) -> Bool {
    if worlds.areTrueTogether(register(a), register(b)) { return true }
    var reasoner = reasoner
    return !reasoner.solve([(register(a), .yes), (register(b), .yes)], budget: 100_000).isImpossible
  }
}
