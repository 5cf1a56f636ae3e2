/// A text as a JSON string with the fewest escapes (RFC 8785, section 3.2.2.2): the quote, the backslash, and control
/// characters below U+0020, the usual ones with their letter.
///
/// - Parameter isForPeople: also escapes what could steer a terminal or mislead a reader: other control characters, line
///   separators, directional marks, and byte-order marks. Not for digests.
func jsonString(_ text: String, isForPeople: Bool = false) -> String {
  var output = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": output += "\\\""
    case "\\": output += "\\\\"
    case "\u{08}": output += "\\b"
    case "\t": output += "\\t"
    case "\n": output += "\\n"
    case "\u{0C}": output += "\\f"
    case "\r": output += "\\r"
    case "\u{00}"..<"\u{20}":
      output += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    case "\u{7F}"..."\u{9F}" where isForPeople, "\u{61C}" where isForPeople, "\u{200E}"..."\u{200F}" where isForPeople,
      "\u{2028}"..."\u{202E}" where isForPeople, "\u{2066}"..."\u{2069}" where isForPeople,
      "\u{FEFF}" where isForPeople:
      let digits = String(scalar.value, radix: 16)
      output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output + "\""
}
