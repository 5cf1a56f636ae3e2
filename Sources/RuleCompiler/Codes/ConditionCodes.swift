extension DiagnosticCode {
  /// What can be wrong with conditions.
  static let inConditions: [DiagnosticCode] = [
    DiagnosticCode(
      "empty-condition",
      "a condition says nothing",
      """
      An empty condition could mean 'always' or 'never', so it is not taken for either. What shall always count
      has no 'when' at all (a rule needs one: name a fact that is always known). Inside 'all' and 'any' at least
      one condition stands.
      """,
      wrong: #"{ "when": {} }"#,
      right: #"{ "when": { "app.gpu": true } }"#
    ),
    DiagnosticCode(
      "null-in-condition",
      "a condition compares with null",
      """
      In a profile null means 'asked, but not known'. A condition cannot ask for that: as long as an answer is
      not known, every comparison with it is neither true nor false. Leave the comparison out, or compare with
      a value.
      """,
      wrong: #"{ "when": { "app.gpu": null } }"#,
      right: #"{ "when": { "app.gpu": true } }"#
    ),
    DiagnosticCode(
      "unknown-operator",
      "a comparison uses a word that is no operator",
      """
      First comes the fact, then the operator, then the value. The operators are is, isNot, anyOf, noneOf,
      atLeast, atMost, above, below, includes, includesAny, includesAll and includesOnly. Conditions are joined
      by all, any and not.
      """,
      wrong: #"{ "or": [ { "app.memory": { ">=": 64 } }, { "app.gpu": true } ] }"#,
      right: #"{ "any": [ { "app.memory": { "atLeast": 64 } }, { "app.gpu": true } ] }"#
    ),
    DiagnosticCode(
      "wrong-operator",
      "an operator does not work on this type of fact",
      """
      Thresholds such as atLeast need a number, a date, or choices in an order ("ordered": true). What may have
      several answers at once is asked with includes and its kin. A plain value means 'is', a plain list means
      'anyOf'.
      """,
      wrong: #"{ "when": { "data.stores": "postgresql" } }"#,
      right: #"{ "when": { "data.stores": { "includes": "postgresql" } } }"#
    ),
  ]
}
