import Diagnostics
import RuleModel

extension Check {
  /// Two rules that say the same.
  package static let duplicateRule = Check(
    code: "duplicate-rule",
    summary: "two rules have the same effects and are true for the same answers",
    rationale: """
      What is said twice counts twice: ratings add up. Two conditions are the same if every answer makes both true or \
      both false, however they are written: that is proved, not compared letter by letter.
      """,
    fires: [
      """
      { "facts": [ { "id": "size", "type": "choice", "choices": [ { "id": "small" }, { "id": "large" } ] } ],
        "criteria": [ { "id": "cost" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "large", "when": { "size": "large" }, "criterion": "cost", "rate": { "cloud": -1 } },
                   { "id": «"not-small"», "when": { "size": { "isNot": "small" } }, "criterion": "cost", "rate": { "cloud": -1 } } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "size", "type": "choice", "choices": [ { "id": "small" }, { "id": "medium" }, { "id": "large" } ] } ],
        "criteria": [ { "id": "cost" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "large", "when": { "size": "large" }, "criterion": "cost", "rate": { "cloud": -1 } },
                   { "id": "medium", "when": { "size": "medium" }, "criterion": "cost", "rate": { "cloud": -1 } } ] }
      """
    ],
    find: { packs in
      packs.pairsWithSameEffects().filter { packs.implies($0, $1) && packs.implies($1, $0) }.map { first, second in
        Diagnostic(
          .warning,
          code: "duplicate-rule",
          "rule '\(second.id)' says the same as rule '\(first.id)', so that it counts twice",
          at: second.rule.name.span,
          help: "remove one of them, or make their conditions differ",
          related: [Diagnostic.Related("the other rule", at: first.rule.name.span)]
            + (packs.example(packs.together([first, second])).map { [Diagnostic.Related($0, at: nil)] } ?? [])
        )
      }
    }
  )
}
