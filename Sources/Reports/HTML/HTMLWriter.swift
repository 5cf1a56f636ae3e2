/// Writes well-formed HTML and SVG: names come from the source code only, everything else is escaped.
///
/// Element and attribute names are `StaticString`, so no text of a pack or profile can become one. Elements are
/// closed by construction.
struct HTMLWriter {
  typealias Attributes = KeyValuePairs<StaticString, String>

  private(set) var output = ""

  /// An element with a start and an end tag. Attributes without a value are left out.
  mutating func open(_ name: StaticString, _ attributes: Attributes = [:]) {
    output += "<\(name)"
    for (name, value) in attributes where !value.isEmpty {
      output += " \(name)=\""
      appendEscaped(value)
      output += "\""
    }
    output += ">"
  }

  mutating func close(_ name: StaticString) {
    output += "</\(name)>"
  }

  mutating func element(
    _ name: StaticString,
    _ attributes: Attributes = [:],
    _ content: (inout HTMLWriter) -> Void = { _ in }
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  mutating func doctype() {
    output += "<!DOCTYPE html>\n"
  }

  /// A void element of the head.
  mutating func meta(_ attributes: Attributes) {
    open("meta", attributes)
    line()
  }

  mutating func text(_ text: String) {
    appendEscaped(text)
  }

  /// Our own style sheet. A style element knows no escapes: a text that could end it is a defect of the program.
  mutating func style(_ sheet: String) {
    precondition(!sheet.contains("<"), "a style sheet has no angle brackets")
    output += "<style>\(sheet)</style>"
  }

  /// JSON as a data block, which browsers keep and never run.
  mutating func inertJSON(_ json: String, id: StaticString) {
    output += "<script type=\"application/json\" id=\"\(id)\">"
    for scalar in json.unicodeScalars { output += Self.isInert(scalar) ? String(scalar) : Self.jsonEscape(scalar) }
    output += "</script>"
  }

  /// Our own script. A script element knows no escapes either.
  mutating func script(_ text: String) {
    precondition(!text.contains("</") && !text.contains("<!--"), "a script holds nothing that ends it")
    output += "<script>\(text)</script>"
  }

  mutating func line() {
    output += "\n"
  }

  private mutating func appendEscaped(_ text: String) {
    for scalar in text.cleaned.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  /// Characters other than these occur only inside the strings of JSON, where an escape means the same.
  private static func isInert(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "&": false
    default: scalar.value >= 0x20 && String(scalar).cleaned == String(scalar)
    }
  }

  private static func jsonEscape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
