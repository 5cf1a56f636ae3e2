import Diagnostics
import RuleModel

extension Check {
  /// A question whose answer changes nothing.
  package static let questionNoRuleUses = Check(
    code: "question-no-rule-uses",
    summary: "the answer to a question changes nothing",
    rationale: """
      Every question costs a customer time. One that no rule, decision, step, component, price or contradiction looks at, \
      not even through a derived fact, is asked in vain. A question that is there for the record only says why: \
      "x-informative": "asked for the offer".
      """,
    fires: [
      """
      { "facts": [ { "id": «"colour"», "type": "boolean" } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "memory", "type": "number" },
                   { "id": "is-small", "type": "boolean", "derive": { "when": { "memory": { "below": 8 } } } },
                   { "id": "contact", "type": "boolean", "x-informative": "asked for the offer" } ],
        "rules": [ { "id": "small", "when": { "is-small": true }, "notes": [ { "text": "…" } ] } ] }
      """
    ],
    find: { packs in
      let used = packs.catalogue.usedFacts
      return packs.catalogue.facts.filter { fact in
        fact.derivation == nil && !used.contains(fact.id) && fact.fact.header.remarks["x-informative"] == nil
      }.map { fact in
        Diagnostic(
          .warning,
          code: "question-no-rule-uses",
          "nothing uses the answer to '\(fact.id)'",
          at: fact.fact.name.span,
          help: "remove the question, write a rule, or say why it is asked: \"x-informative\": \"…\""
        )
      }
    }
  )
}
