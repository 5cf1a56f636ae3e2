import Diagnostics
import RuleModel

extension Check {
  /// A rule whose claim nobody can check.
  package static let ruleWithoutSource = Check(
    code: "rule-without-source",
    summary: "a rule cites no source",
    rationale: "Every claim about a product that reaches a customer carries a source, so that it can be checked later.",
    fires: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "rules": [ { "id": «"r"», "when": { "gpu": true }, "notes": [ { "text": "…" } ] } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "sources": [ { "id": "AC-01", "status": "stated" } ],
        "rules": [ { "id": "r", "when": { "gpu": true }, "notes": [ { "text": "…" } ], "sources": [ "AC-01" ] } ] }
      """
    ],
    find: { packs in
      packs.catalogue.rules.filter { $0.rule.sources.isEmpty }.map { rule in
        Diagnostic(
          .warning,
          code: "rule-without-source",
          "rule '\(rule.id)' cites no source",
          at: rule.rule.name.span,
          help: "add \"sources\" with the id of where the claim is stated"
        )
      }
    }
  )
}
