import LocatedJSON

/// The items that one question becomes.
extension LensPackBuilder {
  func fact(_ question: Lens.Question, _ ids: QuestionIDs) -> JSONValue {
    .members([
      ("id", .string(ids.fact)),
      ("type", .string("choices")),
      ("group", .string(ids.group)),
      ("order", .number(Double(questionCount + 1))),
      ("question", .string(question.title)),
      ("help", question.help.map { .string($0) }),
      (
        "choices",
        .array(
          zip(question.choices, ids.choices).map { choice, id in
            .members([
              ("id", .string(id)), ("title", .string(choice.title)), ("help", choice.help.map { .string($0) }),
              ("x-lens-id", .string(choice.id)),
            ])
          }
        )
      ),
      ("x-lens-id", .string(question.id)),
    ])
  }

  /// Whether the answers to a question are a risk: what its steps ask.
  func riskFact(_ question: Lens.Question, _ ids: QuestionIDs, _ atRisk: RiskCondition) -> JSONValue {
    .members([
      ("id", .string(ids.risk)),
      ("type", .string("boolean")),
      ("group", .string(ids.group)),
      ("order", .number(Double(questionCount + 1))),
      ("title", text("Risk: \(question.title)", "Risiko: \(question.title)")),
      ("derive", .members([("when", atRisk.json(fact: ids.fact, choices: ids.choices))])),
    ])
  }

  /// "None of these" beside something else. It stays an answer, since risk rules may ask for it, but is pointed out.
  func contradiction(_ question: Lens.Question, _ ids: QuestionIDs) -> JSONValue? {
    let none = question.choices.indices.filter { question.choices[$0].isNone }
    let others = question.choices.indices.filter { !question.choices[$0].isNone }
    guard none.count == 1, !others.isEmpty else { return nil }
    let both = RiskCondition.all(of: [.choice(none[0]), .any(of: others.map { .choice($0) })])
    return .members([
      ("id", .string("\(ids.fact).none")),
      ("when", both.json(fact: ids.fact, choices: ids.choices)),
      ("facts", .array([.string(ids.fact)])),
      (
        "text",
        text(
          "“\(question.choices[none[0]].title)” is chosen beside other answers to “\(question.title)”.",
          "«\(question.choices[none[0]].title)» ist neben anderen Antworten auf «\(question.title)» gewählt."
        )
      ),
    ])
  }

  func rule(_ outcome: RiskOutcomes.Outcome, _ question: Lens.Question, _ ids: QuestionIDs) -> JSONValue {
    let word = outcome.risk.word
    let title = text("\(word.en): \(question.title)", "\(word.de): \(question.title)")
    let because =
      outcome.isDefault
      ? text(
        "No other risk rule of the question “\(question.title)” applies.",
        "Keine andere Risikoregel der Frage «\(question.title)» trifft zu."
      )
      : text(
        "The answer to “\(question.title)” meets the risk rule “\(outcome.rule.text)” and none in front of it.",
        "Die Antwort auf «\(question.title)» erfüllt die Risikoregel «\(outcome.rule.text)» und keine davor."
      )
    return .members([
      ("id", .string("\(ids.fact).rule-\(outcome.number)")),
      ("title", title),
      ("when", outcome.condition.json(fact: ids.fact, choices: ids.choices)),
      (
        "notes",
        .array([.members([("level", .string(outcome.risk == .none ? "info" : "warning")), ("text", title)])])
      ),
      ("because", because),
      ("sources", .array([.string(sourceID)])),
      ("order", .number(Double(rules.count + 1))),
      ("x-lens-condition", .string(outcome.rule.text)),
      ("x-lens-risk", .string(outcome.risk.rawValue)),
    ])
  }

  func step(
    _ name: String,
    _ plan: Lens.Plan,
    of place: Int,
    _ question: Lens.Question,
    _ ids: QuestionIDs
  ) -> JSONValue {
    let choice = question.choices[place]
    let lead = plan.text.isEmpty ? "" : plan.text + " "
    let isRisk = JSONValue.members([(ids.risk, .bool(true))])
    let isMissing = RiskCondition.choice(place).negated.json(fact: ids.fact, choices: ids.choices)
    let details =
      choice.isNone
      ? text(
        "\(lead)(On the list while the answer to “\(question.title)” is a risk.)",
        "\(lead)(Auf der Liste, solange die Antwort auf «\(question.title)» ein Risiko ist.)"
      )
      : text(
        "\(lead)(On the list while the answer to “\(question.title)” is a risk and this is not chosen.)",
        "\(lead)(Auf der Liste, solange die Antwort auf «\(question.title)» ein Risiko ist und dies nicht gewählt ist.)"
      )
    return .members([
      ("id", .string(name)),
      ("title", .string(choice.title)),
      ("phase", .string("prepare")),
      ("owner", .array([.string("customer")])),
      // What "none of these" advises is for whoever has nothing in place.
      ("when", choice.isNone ? isRisk : .members([("all", .array([isRisk, isMissing]))])),
      ("details", details),
      ("links", plan.links.isEmpty ? nil : .array(plan.links.map { .string($0) })),
      ("sources", .array([.string(sourceID)])),
      ("order", .number(Double(steps.count + 1))),
    ])
  }

  var sourceID: String { "\(id).lens" }

  func text(_ en: String, _ de: String) -> JSONValue { .members([("en", .string(en)), ("de", .string(de))]) }
}

extension Lens.Risk {
  /// For titles.
  fileprivate var word: (en: String, de: String) {
    switch self {
    case .high: ("High risk", "Hohes Risiko")
    case .medium: ("Medium risk", "Mittleres Risiko")
    case .none: ("No risk", "Kein Risiko")
    }
  }
}
