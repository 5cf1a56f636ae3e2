import Diagnostics
import RuleModel

extension Check {
  /// A derived fact that nothing uses.
  package static let unusedDerivedFact = Check(
    code: "unused-derived-fact",
    summary: "nothing uses a derived fact",
    rationale:
      "What is computed and never used only has to be maintained. Often its id is misspelt where it was meant.",
    fires: [
      """
      { "facts": [ { "id": "memory", "type": "number" },
                   { "id": «"is-small"», "type": "boolean", "derive": { "when": { "memory": { "below": 8 } } } } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "memory", "type": "number" },
                   { "id": "twice", "type": "number", "derive": { "product": [ 2, "memory" ] } },
                   { "id": "is-small", "type": "boolean", "derive": { "when": { "twice": { "below": 8 } } } } ],
        "rules": [ { "id": "small", "when": { "is-small": true }, "notes": [ { "text": "…" } ] } ] }
      """
    ],
    find: { packs in
      let used = packs.catalogue.usedFacts
      return packs.catalogue.facts.filter { fact in
        fact.derivation != nil && !used.contains(fact.id) && fact.fact.header.remarks["x-informative"] == nil
      }.map { fact in
        Diagnostic(
          .warning,
          code: "unused-derived-fact",
          "nothing uses the derived fact '\(fact.id)'",
          at: fact.fact.name.span,
          help: "remove it, or name it in a condition"
        )
      }
    }
  )
}
