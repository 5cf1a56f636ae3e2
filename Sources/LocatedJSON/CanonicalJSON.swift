extension JSONValue {
  /// The one way to write this value (RFC 8785, JSON Canonicalization Scheme), as UTF-8: no white space, keys sorted by
  /// UTF-16 code units, numbers and texts as ECMAScript writes them. What digests are taken of.
  ///
  /// Keys must be unique, and numbers finite.
  package func canonical() -> [UInt8] {
    var output: [UInt8] = []
    appendCanonical(to: &output)
    return output
  }

  private func appendCanonical(to output: inout [UInt8]) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let flag): output += (flag ? "true" : "false").utf8
    case .number(let number): output += formatNumberES6(number).utf8
    case .string(let text): Self.append(text, to: &output)
    case .array(let elements):
      output.append(ASCII.openBracket)
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(ASCII.comma) }
        element.appendCanonical(to: &output)
      }
      output.append(ASCII.closeBracket)
    case .object(let members):
      output.append(ASCII.openBrace)
      for (index, member) in members.sorted(by: { Self.precedes($0.key, $1.key) }).enumerated() {
        if index > 0 { output.append(ASCII.comma) }
        Self.append(member.key, to: &output)
        output.append(ASCII.colon)
        member.value.appendCanonical(to: &output)
      }
      output.append(ASCII.closeBrace)
    }
  }

  /// By UTF-16 code units; of ASCII those are the bytes.
  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.count == a.utf16.count && b.utf8.count == b.utf16.count
      ? a.utf8.lexicographicallyPrecedes(b.utf8) : a.utf16.lexicographicallyPrecedes(b.utf16)
  }

  /// Most texts need no escape, and are copied as they are.
  private static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      for byte in bytes where byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash { return false }
      output.append(ASCII.quote)
      output.append(contentsOf: bytes)
      output.append(ASCII.quote)
      return true
    }
    if !isPlain { output += jsonString(text).utf8 }
  }
}
