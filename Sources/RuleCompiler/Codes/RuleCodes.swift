extension DiagnosticCode {
  /// What can be wrong with rules, options and adjustments.
  static let inRules: [DiagnosticCode] = [
    DiagnosticCode(
      "rule-without-effect",
      "a rule says when it holds, but not what follows",
      """
      A rule rates options, excludes some, asks to confirm something, or shows a note. This one does none of
      it, so it could be true or false without any difference. Add what was meant to follow.
      """,
      wrong: #"{ "id": "gpu", "title": "GPU", "when": { "app.gpu": true }, "because": "Few sites have GPUs." }"#,
      right: """
        { "id": "gpu", "title": "GPU", "when": { "app.gpu": true }, "because": "Few sites have GPUs.",
          "exclude": ["appuio-cloud"] }
        """
    ),
    DiagnosticCode(
      "weight-without-rating",
      "a rule has a weight, but rates nothing",
      """
      The weight of a rule multiplies its ratings. A rule that only excludes, asks or notes has none, so a
      weight would look as if it counted. Remove it, or add 'criterion' and 'rate'.
      """,
      wrong: #"{ "weight": 3, "exclude": ["appuio-cloud"] }"#,
      right: #"{ "exclude": ["appuio-cloud"] }"#
    ),
    DiagnosticCode(
      "options-of-several-decisions",
      "a rule names options of more than one decision",
      """
      Decisions are taken one after the other, and each rule counts for exactly one of them. Write one rule for
      each decision; they may share their condition.
      """,
      wrong: #"{ "exclude": ["appuio-cloud", "gitlab-ci"] }"#,
      right: #"{ "exclude": ["appuio-cloud"] }"#
    ),
    DiagnosticCode(
      "variant-of-variant",
      "a variant is named as if it had variants itself",
      """
      Options have variants, such as the sites of a cloud, and variants have none: there are two levels, so that
      a recommendation can say both. Name the option under 'variantOf'.
      """,
      wrong: #"{ "id": "zh-2", "decision": "platform", "variantOf": "appuio-cloud-zh", "title": "Zurich 2" }"#,
      right: #"{ "id": "zh-2", "decision": "platform", "variantOf": "appuio-cloud", "title": "Zurich 2" }"#
    ),
    DiagnosticCode(
      "variant-of-other-decision",
      "a variant belongs to another decision than its option",
      """
      A variant is a closer description of its option, so both are answers to the same decision. Write the same
      decision for both, or name another option under 'variantOf'.
      """,
      wrong: #"{ "id": "cloud-zh", "decision": "ci", "variantOf": "appuio-cloud", "title": "Zurich" }"#,
      right: #"{ "id": "cloud-zh", "decision": "platform", "variantOf": "appuio-cloud", "title": "Zurich" }"#
    ),
    DiagnosticCode(
      "invalid-adjustment",
      "an adjustment does not change exactly one thing",
      """
      A pack can change what others say in three ways: switch a rule off, give a criterion another weight, or
      give a price its amount. Each adjustment does one of them, and says why. A rule that shall apply needs no
      adjustment.
      """,
      wrong: #"{ "criterion": "cost", "rule": "gpu", "disabled": true, "because": "Two at a time." }"#,
      right: #"{ "rule": "gpu", "disabled": true, "because": "All our sites have GPUs." }"#
    ),
    DiagnosticCode(
      "conflicting-adjustments",
      "two adjustments want different values for the same thing",
      """
      Which one counts would depend on the order in which packs are read, so neither does. The message shows
      both places; they may stand in two packs. Remove one, or make them agree.
      """,
      wrong: """
        { "criterion": "cost", "weight": 40, "because": "We look at the money." }
        { "criterion": "cost", "weight": 5, "because": "We do not." }
        """,
      right: #"{ "criterion": "cost", "weight": 40, "because": "We look at the money." }"#
    ),
  ]
}
