extension DiagnosticCode {
  /// What can be wrong with components, prices, renamings and tests.
  static let inPlans: [DiagnosticCode] = [
    DiagnosticCode(
      "invalid-connection",
      "a connection does not name exactly one other component",
      """
      A connection is an arrow to or from another component: 'to' for an arrow that leaves, 'from' for one that
      arrives. Write one of the two; for arrows in both directions write two connections.
      """,
      wrong: #"{ "connects": [ { "to": "database", "from": "database" } ] }"#,
      right: #"{ "connects": [ { "to": "database", "label": "SQL" } ] }"#
    ),
    DiagnosticCode(
      "invalid-currency",
      "a currency is not written as three capital letters",
      """
      Amounts of different currencies must never be added, so a currency is written in one way only: the code
      of ISO 4217, such as CHF or EUR.
      """,
      wrong: #"{ "amount": 12.5, "currency": "Fr." }"#,
      right: #"{ "amount": 12.5, "currency": "CHF" }"#
    ),
    DiagnosticCode(
      "invalid-renaming",
      "a renaming is not of exactly one thing to one other",
      """
      Renamings keep old profiles working when an id changes. Each is about one fact, option, criterion,
      decision or rule with its new id under 'to', or about one choice: a list of the fact, the old and the new
      id. What is gone is renamed to null. Nothing is renamed to two things, since an old profile
      could mean either, and no chain of renamings leads back to where it began.
      """,
      wrong: #"{ "renamed": [ { "fact": "app.ram", "option": "ci", "to": "app.memory" } ] }"#,
      right: #"{ "renamed": [ { "fact": "app.ram", "to": "app.memory" }, { "choice": ["app.size", "xl", null] } ] }"#
    ),
    DiagnosticCode(
      "invalid-interval",
      "an expected score is not a pair of numbers",
      """
      A test expects a score between two numbers, so that it does not break with every small change: the smaller
      one first. The same number twice means exactly this score.
      """,
      wrong: #"{ "scores": { "appuio-cloud": [60, 20] } }"#,
      right: #"{ "scores": { "appuio-cloud": [20, 60] } }"#
    ),
    DiagnosticCode(
      "order-of-one",
      "a test expects an order of fewer than two options",
      """
      'order' is a list of orders, and each of them lists options of one decision, the best first. An order of
      one option holds whatever comes out, so the test would check nothing.
      """,
      wrong: #"{ "order": [["appuio-cloud"], ["managed-kubernetes"]] }"#,
      right: #"{ "order": [["appuio-cloud", "managed-kubernetes"]] }"#
    ),
    DiagnosticCode(
      "test-without-expectation",
      "a test expects nothing",
      """
      A test that expects nothing can never fail, and looks as if something were checked. Say under 'expect'
      what must come out: decisions, excluded options, rules that apply or do not, scores, steps and so on.
      """,
      wrong: #"{ "name": "A bank", "answers": { "comp.finma": true }, "expect": {} }"#,
      right: """
        { "name": "A bank", "answers": { "comp.finma": true },
          "expect": { "decisions": { "platform": "appuio-managed-openshift" } } }
        """
    ),
  ]
}
