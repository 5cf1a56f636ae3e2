import Diagnostics
import LocatedJSON

extension Decoding {
  /// A formula: a number, a fact id, or an object with one operation.
  mutating func expression(_ node: JSONNode) -> Expression? {
    switch node.value {
    case .number(let number): return .constant(number)
    case .string: return name(node, of: "operand").map { .fact($0) }
    case .object(let members):
      let entries = members.filter { !isExtensionKey($0.key) }
      guard entries.count == 1, let entry = entries.first else {
        let second = entries.count > 1 ? entries[1].keyRange : node.range
        log.error(
          "invalid-expression",
          "a formula holds exactly one operation",
          at: span(second),
          help: "put formulas into one another, for example { \"sum\": [1, { \"product\": [2, 3] }] }"
        )
        return nil
      }
      return operation(entry)
    default:
      wrongType(node, expected: "a number, a fact id or an operation", of: "an operand")
      return nil
    }
  }

  private mutating func operation(_ entry: JSONMember) -> Expression? {
    switch entry.key {
    case "sum": return operands(entry).map { .sum($0) }
    case "product": return operands(entry).map { .product($0) }
    case "minimum": return operands(entry).map { .minimum($0) }
    case "maximum": return operands(entry).map { .maximum($0) }
    case "quotient":
      guard let parts = operands(entry) else { return nil }
      guard parts.count == 2 else {
        error(
          "invalid-expression",
          "'quotient' takes a dividend and a divisor, not \(parts.count) operands",
          at: entry.value,
          help: "write two operands; each may be a formula itself"
        )
        return nil
      }
      return .quotient(parts[0], parts[1])
    case "weeksUntil": return name(entry.value, of: "'weeksUntil'").map { .weeksUntil($0) }
    case "cost": return name(entry.value, of: "'cost'").map { .cost($0) }
    default:
      let known = ["sum", "product", "quotient", "minimum", "maximum", "weeksUntil", "cost"]
      log.error(
        "unknown-operation",
        "\(quoted(entry.key)) is not an operation of a formula",
        at: span(entry.keyRange),
        help: nearest(entry.key, in: known).map { "did you mean '\($0)'?" }
          ?? "operations: \(known.joined(separator: ", "))"
      )
      return nil
    }
  }

  private mutating func operands(_ entry: JSONMember) -> [Expression]? {
    guard let elements = elements(entry.value, of: "'\(entry.key)'") else { return nil }
    guard !elements.isEmpty else {
      error(
        "empty-list",
        "'\(entry.key)' takes at least one operand",
        at: entry.value,
        help: "write a number or a fact"
      )
      return nil
    }
    let parts = elements.compactMap { expression($0) }
    return parts.count == elements.count ? parts : nil
  }
}
