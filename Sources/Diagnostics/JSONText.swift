/// JSON as the formats below write it.
///
/// This module lies below the one that knows JSON, since that one reports its problems here; hence a small writer of its own.
indirect enum JSONText {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  /// A text, or null.
  static func text(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

  /// The same with two-space indentation and a line break at the end.
  var document: String { written(indent: "") + "\n" }

  private func written(indent: String) -> String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .string(let text): quotedJSON(text)
    case .array(let elements):
      block("[", elements.map { $0.written(indent: indent + "  ") }, "]", indent: indent)
    case .object(let members):
      block("{", members.map { quotedJSON($0) + ": " + $1.written(indent: indent + "  ") }, "}", indent: indent)
    }
  }

  private func block(_ open: String, _ parts: [String], _ close: String, indent: String) -> String {
    guard !parts.isEmpty else { return open + close }
    let separator = "\n" + indent + "  "
    return open + separator + parts.joined(separator: "," + separator) + "\n" + indent + close
  }
}

/// A text as JSON. Beyond what JSON asks for, everything that is not safe on a terminal is escaped too.
private func quotedJSON(_ text: String) -> String {
  var output = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": output += "\\\""
    case "\\": output += "\\\\"
    case "\n": output += "\\n"
    case "\r": output += "\\r"
    case "\t": output += "\\t"
    default:
      if scalar.value < 0x20 || isHiddenOrReordering(scalar) {
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { output += escape(unit) }
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
  }
  return output + "\""
}

private func isHiddenOrReordering(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}

private func escape(_ unit: UInt16) -> String {
  let digits = String(unit, radix: 16)
  return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}
