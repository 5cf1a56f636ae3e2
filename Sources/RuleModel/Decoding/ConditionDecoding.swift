import Diagnostics
import LocatedJSON

extension Decoding {
  /// A condition; nil after at least one report.
  mutating func condition(_ node: JSONNode) -> Condition? {
    guard case .object(let members) = node.value else {
      wrongType(node, expected: "an object", of: "a condition")
      return nil
    }
    let entries = members.filter { !isExtensionKey($0.key) }
    guard !entries.isEmpty else {
      error(
        "empty-condition",
        "a condition must say something",
        at: node,
        help: "name a fact, for example { \"app.gpu\": \"required\" }"
      )
      return nil
    }
    let parts = entries.map { entry(of: $0) }
    guard parts.allSatisfy({ $0 != nil }) else { return nil }
    let found = parts.compactMap { $0 }
    return found.count == 1 ? found[0] : .all(found, span: span(node))
  }

  private mutating func entry(of member: JSONMember) -> Condition? {
    switch member.key {
    case "all", "any":
      guard let elements = elements(member.value, of: "'\(member.key)'") else { return nil }
      guard !elements.isEmpty else {
        error("empty-condition", "'\(member.key)' must hold at least one condition", at: member.value)
        return nil
      }
      let parts = elements.map { condition($0) }
      guard parts.allSatisfy({ $0 != nil }) else { return nil }
      let found = parts.compactMap { $0 }
      let place = span(member.value)
      return member.key == "all" ? .all(found, span: place) : .any(found, span: place)
    case "not":
      return condition(member.value).map { .not($0, span: span(member.value)) }
    default:
      return comparison(member)
    }
  }

  private mutating func comparison(_ member: JSONMember) -> Condition? {
    let name = Name(member.key, at: span(member.keyRange))
    let subject = Subject(key: member.key)
    func make(_ op: ConditionOperator, _ operands: [Literal], _ node: JSONNode) -> Condition {
      .comparison(
        Comparison(subject: subject, subjectName: name, operator: op, operands: operands, span: span(node))
      )
    }
    switch member.value.value {
    case .array:
      return literals(member.value, of: "'\(member.key)'").map { make(.anyOf, $0, member.value) }
    case .object(let entries):
      let operators = entries.filter { !isExtensionKey($0.key) }
      guard !operators.isEmpty else {
        error("empty-condition", "a comparison must name an operator", at: member.value)
        return nil
      }
      var parts: [Condition] = []
      for entry in operators {
        guard let op = conditionOperator(entry) else { continue }
        if op.takesList {
          guard let operands = literals(entry.value, of: "'\(op.id)'") else { continue }
          parts.append(make(op, operands, entry.value))
        } else if let operand = literal(entry.value, of: "'\(op.id)'") {
          parts.append(make(op, [operand], entry.value))
        }
      }
      guard parts.count == operators.count else { return nil }
      return parts.count == 1 ? parts[0] : .all(parts, span: span(member.value))
    default:
      return literal(member.value, of: "'\(member.key)'").map { make(.is, [$0], member.value) }
    }
  }

  private mutating func conditionOperator(_ entry: JSONMember) -> ConditionOperator? {
    if let op = ConditionOperator.named(entry.key) { return op }
    let known = ConditionOperator.all.map(\.id)
    log.error(
      "unknown-operator",
      "\(quoted(entry.key)) is not an operator",
      at: span(entry.keyRange),
      help: nearest(entry.key, in: known).map { "did you mean '\($0)'?" }
        ?? "operators: \(known.joined(separator: ", "))"
    )
    return nil
  }

  /// A value of a comparison or an answer; null, lists and objects are no literals.
  mutating func literal(_ node: JSONNode, of what: String) -> Literal? {
    switch node.value {
    case .bool(let flag): return Literal(.boolean(flag), at: span(node))
    case .number(let number): return Literal(.number(number), at: span(node))
    case .string(let text): return Literal(.text(text), at: span(node))
    case .null:
      error(
        "null-in-condition",
        "\(what) compares with a value, not with null",
        at: node,
        help: "a condition cannot ask whether a question is answered; leave the comparison out"
      )
    case .array, .object: wrongType(node, expected: "a single value", of: what)
    }
    return nil
  }

  private mutating func literals(_ node: JSONNode, of what: String) -> [Literal]? {
    guard let elements = elements(node, of: what) else { return nil }
    guard !elements.isEmpty else {
      error("empty-list", "\(what) must list at least one value", at: node)
      return nil
    }
    let found = elements.compactMap { literal($0, of: what) }
    return found.count == elements.count ? found : nil
  }
}
