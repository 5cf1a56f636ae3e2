import RuleModel

/// Conditions and formulas in ids and operators, written so that two that say the same in another order or spelling are equal.
struct ConditionWords {
  let renames: Renames

  /// Nil for no condition.
  func words(_ condition: Condition?) -> String? { condition.map { text($0, isInner: false) } }

  private func text(_ condition: Condition, isInner: Bool) -> String {
    switch condition {
    case .all(let parts, _): joined(parts, isAll: true, isInner)
    case .any(let parts, _): joined(parts, isAll: false, isInner)
    case .not(let part, _): "not (\(text(part, isInner: false)))"
    case .comparison(let comparison): text(comparison)
    }
  }

  private func joined(_ parts: [Condition], isAll: Bool, _ isInner: Bool) -> String {
    func flat(_ part: Condition) -> [Condition] {
      switch part {
      case .all(let parts, _) where isAll: parts.flatMap(flat)
      case .any(let parts, _) where !isAll: parts.flatMap(flat)
      default: [part]
      }
    }
    let all = parts.flatMap(flat)
    let words = Set(all.map { text($0, isInner: all.count > 1) }).sorted(by: idPrecedes)
    let line = words.joined(separator: isAll ? " and " : " or ")
    return isInner && words.count > 1 ? "(\(line))" : line
  }

  private func text(_ comparison: Comparison) -> String {
    var name = comparison.subject.key
    var operands: [String] = []
    switch comparison.subject {
    case .fact(let id):
      name = renames("fact", id)
      operands = comparison.operands.map { literal($0) { renames.choice($0, of: id) } }
    case .decision(let id):
      name = Subject.decision(renames("decision", id)).key
      operands = comparison.operands.map { literal($0) { renames("option", $0) } }
    case .decisionVariant(let id):
      name = Subject.decisionVariant(renames("decision", id)).key
      operands = comparison.operands.map { literal($0) { renames("option", $0) } }
    }
    operands = Set(operands).sorted(by: idPrecedes)
    let single = ["anyOf": "is", "noneOf": "isNot", "includesAny": "includes", "includesAll": "includes"]
    let id = comparison.operator.id
    let verb = operands.count == 1 ? single[id] ?? id : id
    return "\(name) \(verb) \(operands.joined(separator: ", "))"
  }

  private func literal(_ literal: Literal, _ rename: (String) -> String) -> String {
    switch literal.value {
    case .boolean(let flag): "\(flag)"
    case .number(let number): plain(number)
    case .text(let text): rename(text)
    }
  }

  // MARK: Derived facts

  func words(_ derivation: Derivation?, of fact: String) -> String? {
    switch derivation {
    case nil: nil
    case .condition(let condition): words(condition)
    case .expression(let expression): words(expression)
    case .cases(let cases, let otherwise):
      (cases.map { "\(value($0.value, of: fact)) if \(words($0.condition) ?? "")" }
        + ["else \(value(otherwise, of: fact))"]).joined(separator: "; ")
    }
  }

  private func value(_ literal: Literal, of fact: String) -> String {
    self.literal(literal) { renames.choice($0, of: fact) }
  }

  func words(_ expression: Expression) -> String {
    func list(_ name: String, _ parts: [Expression]) -> String {
      "\(name)(\(parts.map { words($0) }.joined(separator: ", ")))"
    }
    return switch expression {
    case .constant(let number): plain(number)
    case .fact(let name): renames("fact", name.id)
    case .weeksUntil(let name): "weeks until \(renames("fact", name.id))"
    case .cost(let name): "cost of \(name.id)"
    case .sum(let parts): list("sum", parts)
    case .product(let parts): list("product", parts)
    case .minimum(let parts): list("minimum", parts)
    case .maximum(let parts): list("maximum", parts)
    case .quotient(let a, let b): list("quotient", [a, b])
    }
  }

  /// An answer as it stands in a profile or a test.
  func words(_ answer: Answer, of fact: String) -> String {
    switch answer.value {
    case .null: "not known"
    case .literal(let value): literal(Literal(value)) { renames.choice($0, of: fact) }
    case .list(let literals):
      "[" + literals.map { value($0, of: fact) }.sorted(by: idPrecedes).joined(separator: ", ") + "]"
    case .range(let from, let to): "\(plain(from)) to \(plain(to))"
    }
  }
}
