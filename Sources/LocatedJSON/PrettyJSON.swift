extension JSONValue {
  /// The value for people: two-space indentation, members in the order given, one line break at the end, and nothing
  /// that could steer a terminal.
  ///
  /// An array of scalars that takes at most 80 characters stands on one line. Numbers are as in `formatNumberES6`, which
  /// reads back as the same double (-0 as 0). Keys must be unique, and numbers finite.
  package func pretty() -> String {
    var output = ""
    appendPretty(to: &output, indent: "")
    return output + "\n"
  }

  private func appendPretty(to output: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .array(let elements) where !elements.isEmpty:
      if let line = line(elements) {
        output += line
        return
      }
      output += "[\n"
      for (index, element) in elements.enumerated() {
        output += (index > 0 ? ",\n" : "") + inner
        element.appendPretty(to: &output, indent: inner)
      }
      output += "\n" + indent + "]"
    case .object(let members) where !members.isEmpty:
      output += "{\n"
      for (index, member) in members.enumerated() {
        output += (index > 0 ? ",\n" : "") + inner + jsonString(member.key, isForPeople: true) + ": "
        member.value.appendPretty(to: &output, indent: inner)
      }
      output += "\n" + indent + "}"
    default: output += scalarText ?? (isObject ? "{}" : "[]")
    }
  }

  /// The elements on one line, when all are scalars and they fit.
  private func line(_ elements: [JSONValue]) -> String? {
    let limit = 80
    // Every element takes at least two characters with its separator.
    guard elements.count <= limit / 2 else { return nil }
    var texts: [String] = []
    for element in elements {
      guard let text = element.scalarText else { return nil }
      texts.append(text)
    }
    let line = "[" + texts.joined(separator: ", ") + "]"
    return line.unicodeScalars.count <= limit ? line : nil
  }

  private var isObject: Bool {
    if case .object = self { true } else { false }
  }

  /// Nil for arrays and objects.
  private var scalarText: String? {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): formatNumberES6(number)
    case .string(let text): jsonString(text, isForPeople: true)
    case .array, .object: nil
    }
  }
}
