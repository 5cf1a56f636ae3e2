import Diagnostics
import RuleModel

extension Linker {
  /// Resolves a condition; nil after at least one report.
  ///
  /// - Parameter allowsDecisions: false for what facts are computed from, which comes before all decisions.
  mutating func resolve(
    _ condition: Condition,
    for header: ItemHeader,
    allowsDecisions: Bool = true
  ) -> LinkedCondition? {
    switch condition {
    case .all(let parts, _):
      return resolve(parts, header, allowsDecisions).map { .all($0) }
    case .any(let parts, _):
      return resolve(parts, header, allowsDecisions).map { .any($0) }
    case .not(let part, _):
      return resolve(part, for: header, allowsDecisions: allowsDecisions).map { .not($0) }
    case .comparison(let comparison):
      return resolve(comparison, header, allowsDecisions).map { .comparison($0) }
    }
  }

  private mutating func resolve(
    _ parts: [Condition],
    _ header: ItemHeader,
    _ allowsDecisions: Bool
  ) -> [LinkedCondition]? {
    var found: [LinkedCondition] = []
    found.reserveCapacity(parts.count)
    for part in parts {
      if let linked = resolve(part, for: header, allowsDecisions: allowsDecisions) { found.append(linked) }
    }
    return found.count == parts.count ? found : nil
  }

  private mutating func resolve(
    _ comparison: Comparison,
    _ header: ItemHeader,
    _ allowsDecisions: Bool
  ) -> LinkedComparison? {
    let name = comparison.subjectName
    switch comparison.subject {
    case .fact(let id):
      guard let fact = fact(id, at: name.span, for: header) else { return nil }
      let linked = LinkedFact(fact: fact)
      guard allows(comparison, linked.subjectKind) else { return nil }
      var found: [FactValue] = []
      found.reserveCapacity(comparison.operands.count)
      for operand in comparison.operands {
        if let value = value(of: operand, fact, for: header) { found.append(value) }
      }
      guard found.count == comparison.operands.count else { return nil }
      return LinkedComparison(
        subject: comparison.subject,
        operator: comparison.operator,
        operands: found,
        order: linked.choiceOrder,
        span: comparison.span
      )
    case .decision(let id), .decisionVariant(let id):
      guard allowsDecisions else {
        log.error(
          "decision-in-fact",
          "facts come before decisions, so they must not depend on one",
          at: name.span,
          help: "ask about a fact instead, or put the condition into a rule or step"
        )
        return nil
      }
      guard let decision = checkDecision(Name(id, at: name.span), for: header),
        allows(comparison, .decision)
      else { return nil }
      let operands = comparison.operands.map { outcome(of: $0, decision, comparison.subject, header) }
      let found = operands.compactMap { $0 }
      guard found.count == operands.count else { return nil }
      return LinkedComparison(
        subject: comparison.subject,
        operator: comparison.operator,
        operands: found,
        order: [],
        span: comparison.span
      )
    }
  }

  private mutating func fact(_ id: String, at span: SourceSpan?, for header: ItemHeader) -> Fact? {
    // Most facts are of the same pack: there is nothing to check.
    if let fact = facts[id], fact.header.pack == header.pack { return fact }
    return checkFact(Name(id, at: span), for: header, hint: subjectHelp(id))
  }

  private mutating func allows(_ comparison: Comparison, _ kind: SubjectKind) -> Bool {
    if comparison.operator.subjects.contains(kind) { return true }
    let isShort = comparison.operator.id == "is" || comparison.operator.id == "anyOf"
    log.error(
      "wrong-operator",
      "'\(comparison.operator.id)' does not work on '\(comparison.subjectName.id)', which is of type \(kind.word)",
      at: comparison.span,
      help: isShort && kind == .choices ? includesHelp(comparison) : operatorHelp(comparison, kind)
    )
    return false
  }

  /// A value or a list stands for `is` or `anyOf`, which people may not know.
  private func includesHelp(_ comparison: Comparison) -> String {
    let values = comparison.operands.map { operand in
      if case .text(let id) = operand.value { "\"\(id)\"" } else { "…" }
    }
    guard comparison.operator.takesList else { return "write { \"includes\": \(values.joined()) }" }
    return "write { \"includesAny\": [\(values.joined(separator: ", "))] }, or includesAll, or includesOnly"
  }

  private func operatorHelp(_ comparison: Comparison, _ kind: SubjectKind) -> String {
    let fitting = ConditionOperator.all.filter { $0.subjects.contains(kind) }.map(\.id).joined(separator: ", ")
    let isThreshold = comparison.operator.subjects.contains(.orderedChoice)
    return "operators for \(kind.word): \(fitting)"
      + (kind == .choice && isThreshold ? "; or add \"ordered\": true to the fact" : "")
  }

  /// What to say to a key of a condition that is no fact but looks as if it were meant as something else.
  private func subjectHelp(_ key: String) -> String? {
    if ConditionOperator.named(key) != nil {
      return "'\(key)' is an operator: write it behind a fact, as in { \"FACT\": { \"\(key)\": … } }"
    }
    return decisions[key] == nil ? nil : "write 'decision.\(key)' for the outcome of a decision"
  }

  /// A literal as a value of a fact; reports `wrong-type` or `unknown-choice`.
  mutating func value(of literal: Literal, _ fact: Fact, for header: ItemHeader) -> FactValue? {
    switch (fact.kind, literal.value) {
    case (.boolean, .boolean(let flag)): return .boolean(flag)
    case (.number, .number(let number)): return .number(number)
    case (.date, .text(let text)):
      if let date = CalendarDate(text) { return .date(date) }
      log.error("invalid-date", dateMistake(text), at: literal.span, help: dateHelp(text))
      return nil
    case (.choice, .text(let id)), (.choices, .text(let id)):
      if fact.choices.contains(where: { $0.name.id == id }) { return .choice(id) }
      if mayBeHidden(fact.id, kind: "fact", from: header) { return nil }
      log.error(
        "unknown-choice",
        "\(quoted(id)) is not a choice of '\(fact.id)'",
        at: literal.span,
        help: choiceHelp(id, fact)
      )
      return nil
    default:
      let expected =
        switch fact.kind {
        case .boolean: "true or false"
        case .number: "a number"
        case .date: "a date such as \"2026-11-21\""
        case .choice, .choices: "an id of a choice"
        }
      log.error(
        "wrong-type",
        "'\(fact.id)' is compared with \(expected), not with \(literal.value.word)",
        at: literal.span,
        help: literalHelp(literal.value, fact)
      )
      return nil
    }
  }

  private mutating func outcome(
    of literal: Literal,
    _ decision: Decision,
    _ subject: Subject,
    _ header: ItemHeader
  ) -> FactValue? {
    guard case .text(let id) = literal.value else {
      log.error(
        "wrong-type",
        "the outcome of a decision is compared with an id of an option, not with \(literal.value.word)",
        at: literal.span
      )
      return nil
    }
    let candidates = options.values.filter { $0.decision == decision.name }
    let parents = Set(candidates.compactMap { $0.variantOf?.id })
    let allowed = candidates.filter { option in
      if case .decisionVariant = subject { return !parents.contains(option.id) }
      return option.variantOf == nil
    }
    guard let option = options[id], allowed.contains(where: { $0.id == id }) else {
      let isSkipped = options[id] == nil && skippedIDs["option"]?[id] != nil
      if isSkipped {
        _ = checkOption(Name(id, at: literal.span), for: header)
        return nil
      }
      if mayBeHidden(id, kind: "option", from: header) { return nil }
      let isOther = candidates.contains { $0.id == id }
      reportUnknownOutcome(id, at: literal.span, decision, subject, isOther: isOther, allowed: allowed.map(\.id))
      return nil
    }
    return checkOption(Name(option.id, at: literal.span), for: header) == nil ? nil : .choice(id)
  }

  private mutating func reportUnknownOutcome(
    _ id: String,
    at span: SourceSpan?,
    _ decision: Decision,
    _ subject: Subject,
    isOther: Bool,
    allowed: [String]
  ) {
    let known = allowed.sorted(by: idPrecedes)
    let asksVariants = if case .decisionVariant = subject { true } else { false }
    let list = "\(asksVariants ? "variants" : "options"): \(known.joined(separator: ", "))"
    let summary: String
    let help: String
    switch (isOther, asksVariants) {
    case (true, true):
      summary = "'\(id)' is an option with variants, and '\(subject.key)' asks for one of them"
      help = "\(list); or write 'decision.\(decision.id)' to ask for the option"
    case (true, false):
      summary = "'\(id)' is a variant, and '\(subject.key)' asks for an option"
      help = "write 'decision.\(decision.id).variant' to ask for the variant"
    case (false, _):
      summary = "\(quoted(id)) is not an option of decision '\(decision.id)'"
      help = nearest(id, in: known).map { "did you mean '\($0)'?" } ?? list
    }
    log.error("unknown-option", summary, at: span, help: help)
  }
}

/// What to say to a choice that is not there.
func choiceHelp(_ id: String, _ fact: Fact) -> String {
  let known = fact.choices.map(\.name.id)
  return nearest(id, in: known).map { "did you mean '\($0)'?" } ?? "choices: \(known.joined(separator: ", "))"
}

/// What to say to a literal of the wrong type, where its quotes are the mistake.
func literalHelp(_ value: Literal.Value, _ fact: Fact) -> String? {
  switch (fact.kind, value) {
  case (.number, .text(let text)) where isPlainNumber(text): "write \(text) without quotes"
  case (.boolean, .text(let text)): truthOfWords[text.lowercased()].map { "write \($0) without quotes" }
  case (.choice, .boolean), (.choices, .boolean), (.choice, .number), (.choices, .number):
    "choices: \(fact.choices.map(\.name.id).joined(separator: ", "))"
  default: nil
  }
}

private let truthOfWords: [String: Bool] = [
  "true": true, "yes": true, "ja": true, "y": true, "false": false, "no": false, "nein": false, "n": false,
]

extension Literal.Value {
  /// What it is, in words for messages.
  var word: String {
    switch self {
    case .boolean: "true or false"
    case .number: "a number"
    case .text: "a text"
    }
  }
}
