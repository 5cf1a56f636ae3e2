package import Diagnostics
package import RuleModel

/// What an answer says once the type of its fact is known.
package enum TypedAnswer: Sendable {
  /// Asked, not known.
  case null
  case value(FactValue)
  case mistake(AnswerMistake)
}

package struct AnswerMistake: Sendable {
  package let diagnostic: Diagnostic
  /// Whether the JSON type is wrong: that is an error even where the fact is not applicable.
  package let isOfWrongType: Bool
}

/// An answer as a value of a fact.
package func typedValue(of answer: Answer, for fact: Fact) -> TypedAnswer {
  func wrongType(_ expected: String, not found: String? = nil, at span: SourceSpan? = nil) -> TypedAnswer {
    .mistake(
      AnswerMistake(
        diagnostic: Diagnostic(
          .error,
          code: "wrong-type",
          "'\(fact.id)' is answered by \(expected), not by \(found ?? word(for: answer.value))",
          at: span ?? answer.span,
          help: answerHelp(answer, fact)
        ),
        isOfWrongType: true
      )
    )
  }
  func mistake(_ code: String, _ summary: String, help: String? = nil, at span: SourceSpan? = nil) -> TypedAnswer {
    .mistake(
      AnswerMistake(
        diagnostic: Diagnostic(.error, code: code, summary, at: span ?? answer.span, help: help),
        isOfWrongType: false
      )
    )
  }
  if case .null = answer.value { return .null }
  switch fact.kind {
  case .boolean:
    guard case .literal(.boolean(let flag)) = answer.value else { return wrongType("true or false") }
    return .value(.boolean(flag))
  case .date:
    guard case .literal(.text(let text)) = answer.value else { return wrongType("a date such as \"2026-11-21\"") }
    guard let date = CalendarDate(text) else {
      return mistake("invalid-date", dateMistake(text), help: dateHelp(text))
    }
    return .value(.date(date))
  case .choice:
    guard case .literal(.text(let id)) = answer.value else { return wrongType("the id of one choice") }
    guard fact.choices.contains(where: { $0.name.id == id }) else {
      return mistake(
        "unknown-choice",
        "\(quoted(id)) is not a choice of '\(fact.id)'",
        help: choiceHelp(id, fact)
      )
    }
    return .value(.choice(id))
  case .choices:
    guard case .list(let literals) = answer.value else { return wrongType("a list of choices") }
    var chosen: Set<String> = []
    for literal in literals {
      guard case .text(let id) = literal.value else {
        return wrongType("a list of ids of choices", not: literal.value.word, at: literal.span)
      }
      guard fact.choices.contains(where: { $0.name.id == id }) else {
        return mistake(
          "unknown-choice",
          "\(quoted(id)) is not a choice of '\(fact.id)'",
          help: choiceHelp(id, fact),
          at: literal.span
        )
      }
      guard chosen.insert(id).inserted else {
        return mistake(
          "repeated-choice",
          "choice '\(id)' stands here twice",
          help: "remove one of them",
          at: literal.span
        )
      }
    }
    if chosen.count > 1, let only = fact.choices.first(where: { $0.isExclusive && chosen.contains($0.name.id) }) {
      return mistake(
        "exclusive-choice",
        "choice '\(only.name.id)' of '\(fact.id)' must not stand beside others",
        help: "remove '\(only.name.id)', or all others",
        at: literals.first { $0.value == .text(only.name.id) }?.span
      )
    }
    return .value(.choices(chosen))
  case .number(let domain):
    let (from, to): (Double, Double)
    switch answer.value {
    case .literal(.number(let number)): (from, to) = (number, number)
    case .range(let lower, let upper): (from, to) = (lower, upper)
    default: return wrongType("a number, or a range { \"from\": …, \"to\": … }")
    }
    if from < domain.minimum ?? -.infinity || to > domain.maximum ?? .infinity {
      let unit = domain.unit.map { " \($0)" } ?? ""
      let bounds =
        switch (domain.minimum, domain.maximum) {
        case (let low?, let high?): "between \(plain(low)) and \(plain(high))"
        case (let low?, nil): "at least \(plain(low))"
        case (nil, let high?): "at most \(plain(high))"
        case (nil, nil): "a number"
        }
      let said = from == to ? plain(from) : "\(plain(from)) to \(plain(to))"
      return mistake("answer-out-of-range", "'\(fact.id)' is \(bounds)\(unit), not \(said)")
    }
    return .value(.number(from: from, to: to))
  }
}

/// What to write instead of an answer of the wrong type, where that is clear.
private func answerHelp(_ answer: Answer, _ fact: Fact) -> String? {
  switch (fact.kind, answer.value) {
  case (.choices, .literal(.text(let id))) where fact.choices.contains(where: { $0.name.id == id }):
    "write [\"\(id)\"]"
  case (.choice, .list(let literals)) where literals.count == 1: "remove the brackets"
  case (_, .literal(let value)): literalHelp(value, fact)
  default: nil
  }
}

private func word(for value: Answer.Value) -> String {
  switch value {
  case .null: "null"
  case .literal(let value): value.word
  case .list: "a list"
  case .range: "a range"
  }
}
