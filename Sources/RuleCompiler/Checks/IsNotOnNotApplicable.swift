import Diagnostics
import Engine
import RuleModel

extension Check {
  /// `isNot` where the question may not be asked.
  package static let isNotOnNotApplicable = Check(
    code: "isnot-on-not-applicable",
    summary: "'isNot' or 'noneOf' asks about a fact that may be not applicable, and is false there",
    rationale: """
      Every comparison with a fact that is not applicable is false, 'isNot' and 'noneOf' too. A rule "the engine is not \
      Oracle" so stays silent for customers without any database, which is rarely what its author had in mind. Say which \
      it is: { "not": { "engine": "oracle" } } holds for them, and naming the fact that makes the question relevant \
      beside it leaves them out visibly.
      """,
    fires: [
      """
      { "facts": [ { "id": "database", "type": "boolean" },
                   { "id": "engine", "type": "choice", "choices": [ { "id": "oracle" }, { "id": "other" } ],
                     "relevantWhen": { "database": true } } ],
        "rules": [ { "id": "no-oracle", "when": { "engine": { «"isNot": "oracle"» } }, "notes": [ { "text": "…" } ] } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "database", "type": "boolean" },
                   { "id": "engine", "type": "choice", "choices": [ { "id": "oracle" }, { "id": "other" } ],
                     "relevantWhen": { "database": true } } ],
        "rules": [ { "id": "other-database", "when": { "database": true, "engine": { "isNot": "oracle" } },
                     "notes": [ { "text": "…" } ] },
                   { "id": "no-oracle", "when": { "not": { "engine": "oracle" } }, "notes": [ { "text": "…" } ] } ] }
      """
    ],
    find: { packs in
      packs.suspects.compactMap { suspect in
        guard let column = packs.rules.factColumns[suspect.fact],
          let relevance = packs.reasoner.index.relevance(of: column)
        else { return nil }
        var reasoner = packs.reasoner
        let verdict = reasoner.solve([(relevance, .no)] + suspect.registers.map { ($0, .yes) })
        guard case .possible(let witness) = verdict else { return nil }
        let word = suspect.comparison.operator.id
        return Diagnostic(
          .warning,
          code: "isnot-on-not-applicable",
          "'\(word)' is false where '\(suspect.fact)' is not applicable, and \(suspect.owner) reads as if it were true there",
          at: suspect.comparison.span,
          help:
            "write { \"not\": { \"\(suspect.fact)\": … } } if it should hold there, too, or name what makes it relevant",
          related: packs.example(witness).map { [Diagnostic.Related($0, at: nil)] } ?? []
        )
      }
    }
  )
}
