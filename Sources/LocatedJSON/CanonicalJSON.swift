extension JSONValue {
  /// The one way to write this value (RFC 8785, JSON Canonicalization Scheme), as UTF-8: no white space, keys sorted by
  /// UTF-16 code units, numbers and texts as ECMAScript writes them. What digests are taken of.
  ///
  /// Keys must be unique, and numbers finite.
  package func canonical() -> [UInt8] {
    var output = ""
    appendCanonical(to: &output)
    return Array(output.utf8)
  }

  private func appendCanonical(to output: inout String) {
    switch self {
    case .null: output += "null"
    case .bool(let flag): output += flag ? "true" : "false"
    case .number(let number): output += formatNumberES6(number)
    case .string(let text): output += jsonString(text)
    case .array(let elements):
      output += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { output += "," }
        element.appendCanonical(to: &output)
      }
      output += "]"
    case .object(let members):
      output += "{"
      let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { output += "," }
        output += jsonString(member.key) + ":"
        member.value.appendCanonical(to: &output)
      }
      output += "}"
    }
  }
}
