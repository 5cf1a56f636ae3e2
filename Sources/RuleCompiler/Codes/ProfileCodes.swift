extension DiagnosticCode {
  /// What can be wrong with profiles only.
  static let inProfiles: [DiagnosticCode] = [
    DiagnosticCode(
      "unknown-language",
      "the advisor does not speak this language",
      """
      Reports are written in English or German ('en' or 'de'; 'de-CH' counts as German). Texts of packs may have
      more languages, which are kept and not shown.
      """,
      wrong: #"{ "language": "fr" }"#,
      right: #"{ "language": "de" }"#
    ),
    DiagnosticCode(
      "answer-out-of-range",
      "an answer is smaller or larger than the question allows",
      """
      Questions for numbers may have a smallest and a largest sensible answer, which the message names with the
      unit. Most likely the unit is mixed up, such as MiB for GiB. If the answer is right, the maintainer of the
      pack must widen the range.
      """,
      wrong: #"{ "app.memory": 65536 }"#,
      right: #"{ "app.memory": 64 }"#
    ),
    DiagnosticCode(
      "exclusive-choice",
      "a choice that excludes all others stands beside others",
      """
      Some choices, such as 'none', only make sense alone. Remove it, or remove all the others. If neither is
      known for sure, write null: asked, but not known.
      """,
      wrong: #"{ "data.stores": ["postgresql", "none"] }"#,
      right: #"{ "data.stores": ["postgresql"] }"#
    ),
    DiagnosticCode(
      "repeated-choice",
      "a choice stands twice in one answer",
      """
      An answer with several choices lists each of them once; the order does not matter. Remove one of the two.
      Perhaps another choice was meant in its place.
      """,
      wrong: #"{ "data.stores": ["redis", "redis"] }"#,
      right: #"{ "data.stores": ["redis"] }"#
    ),
    DiagnosticCode(
      "answer-to-derived-fact",
      "a fact is answered that is computed from other answers",
      """
      Some facts follow from others by a formula or by cases, so that they can never contradict them. Remove this
      answer, and answer those it is computed from; 'advisor explain PROFILE ID' shows which they are.
      """,
      wrong: #"{ "app.total_memory": 64 }"#,
      right: #"{ "app.replicas": 4, "app.memory": 16 }"#
    ),
    DiagnosticCode(
      "nothing-to-clarify",
      "a clarification answers what no rule asks",
      """
      'clarified' records how an open question was answered, by rule and option. This rule asks nothing about
      this option, so the entry would never count. The message lists the options it asks about.
      """,
      wrong: #"{ "rule": "gpu-sites", "option": "appuio-cloud", "holds": true }"#,
      right: #"{ "rule": "gpu-sites", "option": "managed-kubernetes", "holds": true }"#
    ),
    DiagnosticCode(
      "renamed",
      "the profile uses an id that has been renamed or removed",
      """
      The packs have changed since the profile was written. What was renamed is understood all the same; what was
      removed no longer counts. Write the new id to be rid of the warning, and look at what was dropped.
      """,
      wrong: #"{ "app.ram": 64 }"#,
      right: #"{ "app.memory": 64 }"#
    ),
  ]
}
