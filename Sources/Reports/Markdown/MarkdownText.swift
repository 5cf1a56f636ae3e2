/// Text for Markdown as GitHub and GitLab read it, in which nothing of the text acts as Markdown.
enum MarkdownText {
  /// The text on one line, every character with a meaning escaped.
  ///
  /// Mentions and references (`@name`, `#12`, `!34`) are found by the sites after the escapes are gone; an invisible
  /// word joiner behind the sign keeps them plain. Bare addresses lose their automatic link by an escaped colon or dot.
  static func escaped(_ text: String) -> String {
    let characters = Array(text.cleaned.unicodeScalars)
    var result = ""
    for (index, scalar) in characters.enumerated() {
      if isEscaped(scalar, at: index, in: characters) { result += "\\" }
      result.unicodeScalars.append(scalar)
      if isSign(scalar, at: index, in: characters) { result += "\u{2060}" }
    }
    return result
  }

  private static func isEscaped(_ scalar: Unicode.Scalar, at index: Int, in text: [Unicode.Scalar]) -> Bool {
    let next = index + 1 < text.count ? text[index + 1] : " "
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "$", "&", "#", "!", "^", "{", "}", "@":
      return true
    case "-", "+", "=":
      return index == 0 && (next == " " || next == scalar)
    case ".", ")":
      let isNumbering = text[..<index].allSatisfy { $0 == " " || isDigit($0) } && next == " "
      return isNumbering || isWebStart(text[..<index])
    case ":":
      return index == 0 || next != " "
    default:
      return false
    }
  }

  /// Whether a site could take the character for the start of a mention, a reference or an emoji.
  private static func isSign(_ scalar: Unicode.Scalar, at index: Int, in text: [Unicode.Scalar]) -> Bool {
    guard index + 1 < text.count, isWord(text[index + 1]) else { return false }
    switch scalar {
    case "@": return true
    case ":": return !isDigit(text[index + 1])
    case "#", "!", "~", "%", "$", "&", "^": return index == 0 || !isWord(text[index - 1])
    default: return false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "\"" || scalar == "_"
  }

  private static func isWebStart(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.suffix(3).count == 3 && text.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }

  /// A code span; in tables, bars are escaped as tables ask for it.
  static func code(_ text: String, inTable: Bool) -> String {
    let text = text.cleaned
    guard !text.allSatisfy({ $0 == " " }) else { return "" }
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    // A table is cut into cells before code is read, and takes a bar for a border unless it is escaped.
    let shown = inTable ? text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : text
    let fence = String(repeating: "`", count: longest + 1)
    let pad = shown.hasPrefix("`") || shown.hasSuffix("`") || longest > 0 ? " " : ""
    return fence + pad + shown + pad + fence
  }

  /// Text between signs of emphasis, which must touch it.
  static func wrapped(_ text: String, in sign: String) -> String {
    let escaped = escaped(text.trimmed)
    return escaped.isEmpty ? "" : sign + escaped + sign
  }
}

extension String {
  /// Without spaces at both ends, on one line.
  var trimmed: String {
    let text = cleaned.drop { $0 == " " }
    guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
    return String(text[...last])
  }
}
