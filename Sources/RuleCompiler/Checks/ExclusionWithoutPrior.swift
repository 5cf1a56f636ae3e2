import Diagnostics
import RuleModel

extension Check {
  /// A fact that can rule options out and whose answers nobody has weighed.
  package static let exclusionWithoutPrior = Check(
    code: "exclusion-without-prior",
    summary: "a fact that an excluding rule reads has no prior",
    rationale: """
      While a question is open, its answers are drawn by their prior, and without one each counts the same: a rare \
      requirement that excludes an option would then exclude it in half of all worlds, and confidence would be wrong.
      """,
    fires: [
      """
      { "facts": [ { "id": «"gpu"», "type": "boolean" } ],
        "decisions": [ { "id": "platform" } ], "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "r", "when": { "gpu": true }, "exclude": [ "cloud" ] } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean", "prior": { "true": 0.04, "false": 0.96 } } ],
        "decisions": [ { "id": "platform" } ], "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "r", "when": { "gpu": true }, "exclude": [ "cloud" ] } ] }
      """
    ],
    find: { packs in
      var readers: [String: LinkedRule] = [:]
      for rule in packs.catalogue.rules where !rule.excludedLeaves.isEmpty {
        for fact in packs.catalogue.closure(of: rule.condition.factNames, withRelevance: true)
        where readers[fact] == nil {
          readers[fact] = rule
        }
      }
      return packs.catalogue.facts.compactMap { fact in
        guard let rule = readers[fact.id], fact.derivation == nil, fact.fact.prior == nil, fact.fact.kind != .date
        else { return nil }
        return Diagnostic(
          .warning,
          code: "exclusion-without-prior",
          "'\(fact.id)' can exclude options (rule '\(rule.id)') and has no prior",
          at: fact.fact.name.span,
          help: "add \"prior\" with how often each answer occurs",
          related: [Diagnostic.Related("the rule that excludes", at: rule.rule.name.span)]
        )
      }
    }
  )
}
