import Diagnostics
import RuleModel

extension Check {
  /// A condition that all answers fulfil.
  package static let ruleAlwaysTrue = Check(
    code: "rule-always-true",
    summary: "all answers make the condition of a rule true",
    rationale: """
      A rule that is true for every customer distinguishes nobody: it moves every recommendation in the same way. Most \
      often a threshold or an operator is wrong. What always holds belongs into the summary of an option.
      """,
    fires: [
      """
      { "facts": [ { "id": "load", "type": "number", "minimum": 0, "maximum": 100 } ],
        "rules": [ { "id": «"any-load"», "when": { "load": { "atLeast": 0 } }, "notes": [ { "text": "…" } ] } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "database", "type": "boolean" },
                   { "id": "size", "type": "number", "minimum": 0, "relevantWhen": { "database": true } } ],
        "rules": [ { "id": "any-size", "when": { "size": { "atLeast": 0 } }, "notes": [ { "text": "…" } ] } ] }
      """
    ],
    find: { packs in
      packs.catalogue.rules.filter { packs.alwaysTrue.contains($0.id) }.map { rule in
        Diagnostic(
          .warning,
          code: "rule-always-true",
          "rule '\(rule.id)' is always true: all answers fulfil its condition",
          at: rule.rule.name.span,
          help: "mend the condition, or say it in the summary of the option"
        )
      }
    }
  )
}
