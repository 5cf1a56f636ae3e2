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
    let resolved = parts.map { resolve($0, for: header, allowsDecisions: allowsDecisions) }
    let found = resolved.compactMap { $0 }
    return found.count == resolved.count ? found : nil
  }

  private mutating func resolve(
    _ comparison: Comparison,
    _ header: ItemHeader,
    _ allowsDecisions: Bool
  ) -> LinkedComparison? {
    let name = comparison.subjectName
    switch comparison.subject {
    case .fact(let id):
      guard let fact = checkFact(Name(id, at: name.span), for: header) else { return nil }
      let linked = LinkedFact(fact: fact)
      guard allows(comparison, linked.subjectKind) else { return nil }
      let operands = comparison.operands.map { value(of: $0, fact) }
      let found = operands.compactMap { $0 }
      guard found.count == operands.count else { return nil }
      return LinkedComparison(
        subject: comparison.subject,
        operator: comparison.operator,
        operands: found,
        order: linked.choiceOrder,
        span: comparison.span
      )
    case .decision(let id), .decisionVariant(let id):
      guard allowsDecisions else {
        log.error("decision-in-fact", "facts come before decisions, so they must not depend on one", at: name.span)
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

  private mutating func allows(_ comparison: Comparison, _ kind: SubjectKind) -> Bool {
    if comparison.operator.subjects.contains(kind) { return true }
    let fitting = ConditionOperator.all.filter { $0.subjects.contains(kind) }.map(\.id)
    let help =
      kind == .choices && comparison.operator.id == "is"
      ? "write { \"includes\": … }" : "operators for \(kind.word): \(fitting.joined(separator: ", "))"
    log.error(
      "wrong-operator",
      "'\(comparison.operator.id)' does not work on '\(comparison.subjectName.id)', which is of type \(kind.word)",
      at: comparison.span,
      help: help
    )
    return false
  }

  /// A literal as a value of a fact; reports `wrong-type` or `unknown-choice`.
  mutating func value(of literal: Literal, _ fact: Fact) -> FactValue? {
    switch (fact.kind, literal.value) {
    case (.boolean, .boolean(let flag)): return .boolean(flag)
    case (.number, .number(let number)): return .number(number)
    case (.date, .text(let text)):
      if let date = CalendarDate(text) { return .date(date) }
      log.error("invalid-date", "\(quoted(text)) is not a day written as 2026-11-21", at: literal.span)
      return nil
    case (.choice, .text(let id)), (.choices, .text(let id)):
      if fact.choices.contains(where: { $0.name.id == id }) { return .choice(id) }
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
      log.error("wrong-type", "'\(fact.id)' is compared with \(expected)", at: literal.span)
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
      log.error("wrong-type", "the outcome of a decision is compared with an id of an option", at: literal.span)
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
      let what = if case .decisionVariant = subject { "variant (or option without variants)" } else { "option" }
      log.error(
        "unknown-option",
        "\(quoted(id)) is not \(what == "option" ? "an" : "a") \(what) of decision '\(decision.id)'",
        at: literal.span,
        help: nearest(id, in: allowed.map(\.id).sorted(by: idPrecedes)).map { "did you mean '\($0)'?" }
      )
      return nil
    }
    return checkOption(Name(option.id, at: literal.span), for: header) == nil ? nil : .choice(id)
  }
}

/// What to say to a choice that is not there.
func choiceHelp(_ id: String, _ fact: Fact) -> String {
  let known = fact.choices.map(\.name.id)
  return nearest(id, in: known).map { "did you mean '\($0)'?" } ?? "choices: \(known.joined(separator: ", "))"
}
