extension DiagnosticCode {
  /// What can be wrong where one item names another.
  static let ofNames: [DiagnosticCode] = [
    unknown(
      "fact",
      "Conditions, formulas and answers name facts by their ids. In a profile this is a warning, and an error with\n"
        + "'--strict': the answer is kept, but counts for nothing.",
      wrong: #"{ "when": { "app.memmory": { "above": 64 } } }"#,
      right: #"{ "when": { "app.memory": { "above": 64 } } }"#
    ),
    unknown(
      "option",
      "Rules, prices and profiles name options and variants by their ids. 'decision.platform' compares with options,\n"
        + "'decision.platform.variant' with variants.",
      wrong: #"{ "exclude": ["appuio-clouds"] }"#,
      right: #"{ "exclude": ["appuio-cloud"] }"#
    ),
    unknown(
      "decision",
      "Options say which decision they belong to, conditions ask for its outcome, and profiles say what is decided.",
      wrong: #"{ "id": "jenkins", "decision": "cd", "title": "Jenkins" }"#,
      right: #"{ "id": "jenkins", "decision": "ci", "title": "Jenkins" }"#
    ),
    unknown(
      "criterion",
      "A rating counts under a criterion, and a profile may give criteria other weights.",
      wrong: #"{ "criterion": "costs", "rate": { "appuio-cloud": 2 } }"#,
      right: #"{ "criterion": "cost", "rate": { "appuio-cloud": 2 } }"#
    ),
    unknown(
      "rule",
      "Adjustments switch rules off, tests expect them, and profiles clarify what they ask.",
      wrong: #"{ "rule": "gpu-is-rar", "disabled": true, "because": "We have GPUs." }"#,
      right: #"{ "rule": "gpu-is-rare", "disabled": true, "because": "We have GPUs." }"#
    ),
    unknown(
      "source",
      "Every claim can say where it comes from by naming sources; what cannot be looked up is worth nothing.",
      wrong: #"{ "sources": ["AC-6"] }"#,
      right: #"{ "sources": ["AC-06"] }"#
    ),
    unknown(
      "component",
      "Connections of the architecture lead from one component to another.",
      wrong: #"{ "connects": [ { "to": "aplication" } ] }"#,
      right: #"{ "connects": [ { "to": "application" } ] }"#
    ),
    unknown(
      "contradiction",
      "Tests expect contradictions by their ids.",
      wrong: #"{ "contradictions": ["on-call-without-anybody"] }"#,
      right: #"{ "contradictions": ["on-call-without-anyone"] }"#
    ),
    unknown(
      "step",
      "Steps of the checklist say which others come before or after them, and plans give them efforts.",
      wrong: #"{ "after": ["sign-oder"] }"#,
      right: #"{ "after": ["sign-order"] }"#
    ),
    unknown(
      "price",
      "A price may take the sum of another one with 'cost', and adjustments fill in amounts.",
      wrong: #"{ "quantity": { "product": [0.1, { "cost": "ram" }] } }"#,
      right: #"{ "quantity": { "product": [0.1, { "cost": "memory" }] } }"#
    ),
    unknown(
      "group",
      "Questions are asked under the heading of their group.",
      wrong: #"{ "group": "busines" }"#,
      right: #"{ "group": "business" }"#
    ),
    DiagnosticCode(
      "unknown-choice",
      "a value is not a choice of the fact",
      """
      A fact with choices is answered by, and compared with, the ids of its choices, not their titles. The
      message offers the nearest one or lists them all. The choices stand with the fact, and packs can add some.
      """,
      wrong: #"{ "comp.data_location": "Switzerland only" }"#,
      right: #"{ "comp.data_location": "ch_only" }"#
    ),
    DiagnosticCode(
      "undeclared-pack",
      "an item names something of a pack that its own pack does not build on",
      """
      A pack may only name what it holds itself and what the packs hold that it lists under 'requires': then it
      works wherever those are. For a pack that may be missing, list it under 'optional', and write 'needs' on
      every item that names something of it.
      """,
      wrong: #"{ "when": { "ops.support": "24x7" } }"#,
      right: #"{ "needs": ["appops"], "when": { "ops.support": "24x7" } }"#
    ),
    DiagnosticCode(
      "undeclared-need",
      "an item needs a pack that its own pack does not mention",
      """
      'needs' names packs without which the item is left out. They must stand under 'optional' in 'pack.json',
      with the versions that will do; otherwise a misspelt name would make the item disappear for ever.
      """,
      wrong: #"{ "needs": ["apops"] }"#,
      right: #"{ "needs": ["appops"] }"#
    ),
    DiagnosticCode(
      "skipped-item",
      "an item names one that is left out, because its pack is not loaded",
      """
      The other item says it needs a pack that is not loaded, so it is not there now. Whoever names it needs the
      same pack: write the same 'needs', and both are left out together.
      """,
      wrong: #"{ "id": "last", "after": ["step-of-appops"] }"#,
      right: #"{ "id": "last", "needs": ["appops"], "after": ["step-of-appops"] }"#
    ),
  ]

  private static func unknown(_ kind: String, _ use: String, wrong: String, right: String) -> DiagnosticCode {
    DiagnosticCode(
      "unknown-\(kind)",
      "\(kind) that no loaded pack defines",
      """
      \(use)
      This id is defined nowhere: most likely it is misspelt, or it has been renamed, or the pack that holds it
      is not loaded. Ids are compared letter by letter; capitals count. If a near one exists, it is offered.
      """,
      wrong: wrong,
      right: right
    )
  }
}
