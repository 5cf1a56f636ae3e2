import Diagnostics
import LocatedJSON

extension Decoding {
  /// A condition; nil after at least one report.
  mutating func condition(_ node: JSONNode) -> Condition? {
    guard case .object(let members) = node.value else {
      wrongType(node, expected: "an object", of: "a condition")
      return nil
    }
    let entries = inOrder(members)
    guard !entries.isEmpty else {
      error(
        "empty-condition",
        "a condition must say something",
        at: node,
        help: "name a fact, for example { \"app.gpu\": \"required\" }"
      )
      return nil
    }
    if entries.count == 1 { return entry(of: entries[0]) }
    var found: [Condition] = []
    found.reserveCapacity(entries.count)
    for member in entries {
      if let part = entry(of: member) { found.append(part) }
    }
    return found.count == entries.count ? .all(found, span: span(node)) : nil
  }

  /// What a condition or comparison says, in the order of keys.
  private func inOrder(_ members: [JSONMember]) -> [JSONMember] {
    if members.count == 1 && !isExtensionKey(members[0].key) { return members }
    return members.filter { !isExtensionKey($0.key) }.sorted { idPrecedes($0.key, $1.key) }
  }

  private mutating func entry(of member: JSONMember) -> Condition? {
    switch member.key {
    case "all", "any":
      guard let elements = elements(member.value, of: "'\(member.key)'") else { return nil }
      guard !elements.isEmpty else {
        error(
          "empty-condition",
          "'\(member.key)' must hold at least one condition",
          at: member.value,
          help: "remove '\(member.key)', or write a condition into the list"
        )
        return nil
      }
      var found: [Condition] = []
      found.reserveCapacity(elements.count)
      for element in elements {
        if let part = condition(element) { found.append(part) }
      }
      guard found.count == elements.count else { return nil }
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
    func make(_ op: ConditionOperator, _ operands: [Literal], _ range: Range<Int>) -> Condition {
      .comparison(
        Comparison(subject: subject, subjectName: name, operator: op, operands: operands, span: span(range))
      )
    }
    switch member.value.value {
    case .array(let elements):
      if let word = wordsOfLogic[member.key], elements.contains(where: \.isObject) {
        log.error(
          "unknown-operator",
          "'\(member.key)' does not join conditions",
          at: span(member.keyRange),
          help: "did you mean '\(word)'?"
        )
        return nil
      }
      return literals(member.value, of: quoted(member.key)).map { make(.anyOf, $0, member.value.range) }
    case .object(let entries):
      let operators = inOrder(entries)
      guard !operators.isEmpty else {
        error(
          "empty-condition",
          "a comparison must name an operator",
          at: member.value,
          help: "write a value, or an operator with a value, for example { \"atLeast\": 8 }"
        )
        return nil
      }
      var parts: [Condition] = []
      for entry in operators {
        guard let op = conditionOperator(entry, behind: member.key) else { continue }
        let range = entry.keyRange.lowerBound..<entry.value.range.upperBound
        if op.takesList {
          guard let operands = literals(entry.value, of: "'\(op.id)'") else { continue }
          parts.append(make(op, operands, range))
        } else if let operand = operand(entry.value, of: "'\(op.id)'") {
          parts.append(make(op, [operand], range))
        }
      }
      guard parts.count == operators.count else { return nil }
      return parts.count == 1 ? parts[0] : .all(parts, span: span(member.value))
    default:
      return operand(member.value, of: quoted(member.key)).map { make(.is, [$0], member.value.range) }
    }
  }

  private mutating func conditionOperator(_ entry: JSONMember, behind subject: String) -> ConditionOperator? {
    if let op = ConditionOperator.named(entry.key) { return op }
    let known = ConditionOperator.all.map(\.id)
    if known.contains(subject) {
      log.error(
        "unknown-operator",
        "\(quoted(entry.key)) is not an operator: the fact comes first, then the operator",
        at: span(entry.keyRange),
        help: "write \"\(sanitized(entry.key))\": { \"\(subject)\": … }"
      )
      return nil
    }
    log.error(
      "unknown-operator",
      "\(quoted(entry.key)) is not an operator",
      at: span(entry.keyRange),
      help: (wordsOfOtherLanguages[entry.key] ?? nearest(entry.key, in: known)).map { "did you mean '\($0)'?" }
        ?? "operators: \(known.joined(separator: ", "))"
    )
    return nil
  }

  /// A single value, whatever it is compared with or stands for; null, lists and objects are none.
  mutating func literal(_ node: JSONNode, of what: @autoclosure () -> String) -> Literal? {
    switch node.value {
    case .bool(let flag): return Literal(.boolean(flag), at: span(node))
    case .number(let number): return Literal(.number(number), at: span(node))
    case .string(let text): return Literal(.text(text), at: span(node))
    case .null, .array, .object:
      wrongType(node, expected: "a single value", of: what())
      return nil
    }
  }

  /// What a comparison compares with.
  private mutating func operand(_ node: JSONNode, of what: @autoclosure () -> String) -> Literal? {
    if case .array = node.value, let op = severalInstead[what()] {
      error("wrong-type", "\(what()) takes a single value, not a list", at: node, help: "write \"\(op)\" for several")
      return nil
    }
    guard case .null = node.value else { return literal(node, of: what()) }
    error(
      "null-in-condition",
      "\(what()) is compared with a value, not with null",
      at: node,
      help: "leave the comparison out: a condition cannot ask whether a question is answered"
    )
    return nil
  }

  private mutating func literals(_ node: JSONNode, of what: @autoclosure () -> String) -> [Literal]? {
    guard let elements = elements(node, of: what()) else { return nil }
    guard !elements.isEmpty else {
      error(
        "empty-list",
        "\(what()) must list at least one value",
        at: node,
        help: "write a value into the list, or remove the comparison"
      )
      return nil
    }
    var found: [Literal] = []
    found.reserveCapacity(elements.count)
    for element in elements {
      if let literal = operand(element, of: what()) { found.append(literal) }
    }
    return found.count == elements.count ? found : nil
  }
}

/// The operators that take several values, by the quoted ones that take one.
private let severalInstead = ["'is'": "anyOf", "'isNot'": "noneOf", "'includes'": "includesAny"]

/// What people write for `all` and `any`.
private let wordsOfLogic = ["and": "all", "or": "any", "none": "not", "nor": "not"]

extension JSONNode {
  fileprivate var isObject: Bool { if case .object = value { true } else { false } }
}

/// What people write who know comparisons from elsewhere.
private let wordsOfOtherLanguages: [String: String] = [
  "=": "is", "==": "is", "eq": "is", "equals": "is", "!=": "isNot", "ne": "isNot", "not": "isNot", "in": "anyOf",
  "notIn": "noneOf", ">=": "atLeast", "gte": "atLeast", "min": "atLeast", "<=": "atMost", "lte": "atMost",
  "max": "atMost", ">": "above", "gt": "above", "<": "below", "lt": "below", "contains": "includes",
]
