/// A text as a JSON string with the fewest escapes (RFC 8785, section 3.2.2.2): the quote, the backslash, and control
/// characters below U+0020, the usual ones with their letter.
func jsonString(_ text: String) -> String {
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
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output + "\""
}
