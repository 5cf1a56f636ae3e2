extension DiagnosticCode {
  /// What can be wrong between items that depend on each other.
  static let betweenItems: [DiagnosticCode] = [
    DiagnosticCode(
      "cyclic-packs",
      "packs require each other in a circle",
      """
      A pack builds on those it requires, and what builds on each other has no beginning. The message shows
      every link. Move what both need into a third pack, or make one of the links optional.
      """,
      wrong: "appflow requires appops, and appops requires appflow",
      right: "appflow and appops both require foundation"
    ),
    DiagnosticCode(
      "cyclic-facts",
      "facts are computed from each other in a circle",
      """
      A fact can be computed from others, or be relevant only for some answers to others; in a circle none of
      them could ever be known first. The message shows every link. Ask the customer for one of them instead.
      """,
      wrong: """
        { "id": "total", "type": "number", "derive": { "sum": ["share", 1] } }
        { "id": "share", "type": "number", "derive": { "quotient": ["total", 2] } }
        """,
      right: """
        { "id": "total", "type": "number", "question": "How much is it together?" }
        { "id": "share", "type": "number", "derive": { "quotient": ["total", 2] } }
        """
    ),
    DiagnosticCode(
      "cyclic-decisions",
      "decisions depend on each other in a circle",
      """
      A rule may look at the outcome of a decision that is taken earlier. Here each waits for the other, or a
      rule about a decision asks for its own outcome. The message shows the conditions that make the circle;
      let one of them look at a fact instead.
      """,
      wrong: """
        { "when": { "decision.platform": "own-cluster" }, "exclude": ["github-actions"] }
        { "when": { "decision.ci": "gitlab-ci" }, "exclude": ["shared-cluster"] }
        """,
      right: """
        { "when": { "decision.platform": "own-cluster" }, "exclude": ["github-actions"] }
        { "when": { "team.uses_gitlab": true }, "exclude": ["shared-cluster"] }
        """
    ),
    DiagnosticCode(
      "cyclic-steps",
      "steps of the checklist wait for each other in a circle",
      """
      No step of the circle could ever begin. The message shows every 'after' and 'before' in it. Remove the one
      that is wrong; if two steps really need each other, they are one step, or three.
      """,
      wrong: """
        { "id": "build", "after": ["deploy"] }
        { "id": "deploy", "after": ["build"] }
        """,
      right: """
        { "id": "build" }
        { "id": "deploy", "after": ["build"] }
        """
    ),
    DiagnosticCode(
      "cyclic-prices",
      "prices are computed from each other in a circle",
      """
      A price may take a part of another one with 'cost', for example a surcharge in percent. In a circle neither
      has an amount to begin with. Let one of them count from facts only.
      """,
      wrong: """
        { "id": "support", "quantity": { "product": [0.1, { "cost": "total" }] } }
        { "id": "total", "quantity": { "sum": [{ "cost": "memory" }, { "cost": "support" }] } }
        """,
      right: #"{ "id": "support", "quantity": { "product": [0.1, { "cost": "memory" }] } }"#
    ),
  ]
}
