import RuleCompiler
import RuleModel

/// Says in words when a question matters, with the numbers of the questions that decide it.
struct ConditionPhrase {
  let catalogue: Catalogue
  let language: Language
  /// Fact id → number of its question.
  let numbers: [String: Int]

  /// "Only if: «Data services» (question 24) includes Kafka." Nil if the words would tell of an internal fact.
  func sentence(_ condition: LinkedCondition) -> String? {
    guard let words = phrase(condition, isNegated: false, isInner: false) else { return nil }
    return language(en: "Only if: \(words).", de: "Nur wenn gilt: \(words).")
  }

  /// Nil as soon as one part must not be told: what is left would say something else.
  private func phrase(_ condition: LinkedCondition, isNegated: Bool, isInner: Bool) -> String? {
    switch condition {
    case .not(let part): return phrase(part, isNegated: !isNegated, isInner: isInner)
    case .all(let parts): return joined(parts, isEvery: !isNegated, isNegated, isInner)
    case .any(let parts): return joined(parts, isEvery: isNegated, isNegated, isInner)
    case .comparison(let comparison): return phrase(comparison, isNegated: isNegated, isInner: isInner)
    }
  }

  private func joined(_ parts: [LinkedCondition], isEvery: Bool, _ isNegated: Bool, _ isInner: Bool) -> String? {
    let phrases = parts.compactMap { phrase($0, isNegated: isNegated, isInner: parts.count > 1) }
    guard phrases.count == parts.count else { return nil }
    let word = isEvery ? language(en: "and", de: "und") : language(en: "or", de: "oder")
    let text = phrases.joined(separator: ", \(word) ")
    return isInner && phrases.count > 1 ? "(\(text))" : text
  }

  private func phrase(_ comparison: LinkedComparison, isNegated: Bool, isInner: Bool) -> String? {
    guard case .fact(let id) = comparison.subject, let linked = catalogue.fact(id) else { return nil }
    guard linked.fact.audience == .customer else { return nil }
    // Nobody is asked for a derived fact; what it is derived from says more.
    if case .condition(let origin) = linked.derivation, let wanted = comparison.wantedFlag {
      return phrase(origin, isNegated: wanted == isNegated, isInner: isInner)
    }
    let operands = comparison.operands.map { operand($0, of: linked.fact) }
    let name = subject(linked.fact)
    let words = comparison.operator.phrase(operands, language)
    return isNegated ? negation(of: comparison.operator, name, operands) : "\(name) \(words)"
  }

  /// Says the contrary of a comparison as plainly as its operator allows.
  private func negation(of operator: ConditionOperator, _ name: String, _ operands: [String]) -> String {
    if let opposite = `operator`.opposite { return "\(name) \(opposite.phrase(operands, language))" }
    let list = operands.joined(separator: ", ")
    switch `operator`.id {
    case ConditionOperator.includes.id:
      return language(en: "\(name) does not include \(list)", de: "\(name) enthält nicht \(list)")
    case ConditionOperator.includesAny.id:
      return language(en: "\(name) includes none of: \(list)", de: "\(name) enthält nichts von: \(list)")
    default:
      let words = `operator`.phrase(operands, language)
      return language(en: "not (\(name) \(words))", de: "nicht (\(name) \(words))")
    }
  }

  private func subject(_ fact: Fact) -> String {
    let title = fact.title?.forCustomers(in: language) ?? fact.question?.forCustomers(in: language) ?? fact.id
    let quoted = language(en: "“\(title)”", de: "«\(title)»")
    guard let number = numbers[fact.id] else { return quoted }
    return language(en: "\(quoted) (question \(number))", de: "\(quoted) (Frage \(number))")
  }

  private func operand(_ value: FactValue, of fact: Fact) -> String {
    if case .choice(let id) = value {
      let title = fact.choices.first { $0.name.id == id }?.title?.forCustomers(in: language) ?? id
      return language(en: "“\(title)”", de: "«\(title)»")
    }
    return Phrasing(language: language, edition: .customer, catalogue: catalogue).value(value, of: fact)
  }
}

extension LinkedComparison {
  /// What a comparison of a boolean with one value asks for; nil for any other comparison.
  fileprivate var wantedFlag: Bool? {
    guard operands.count == 1, case .boolean(let flag) = operands[0] else { return nil }
    switch `operator`.id {
    case ConditionOperator.is.id, ConditionOperator.anyOf.id: return flag
    case ConditionOperator.isNot.id, ConditionOperator.noneOf.id: return !flag
    default: return nil
    }
  }
}

extension ConditionOperator {
  /// The operator that says the contrary, for people; nil where none does.
  fileprivate var opposite: ConditionOperator? {
    let pairs: [(ConditionOperator, ConditionOperator)] = [
      (.is, .isNot), (.anyOf, .noneOf), (.atLeast, .below), (.above, .atMost),
    ]
    return pairs.first { $0.0.id == id }?.1 ?? pairs.first { $0.1.id == id }?.0
  }
}
