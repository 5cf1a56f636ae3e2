import Diagnostics

extension JSONReader {
  /// Reads `true`, `false` or `null`, or a word that should have been in quotes.
  mutating func word() throws(Stop) -> JSONNode {
    let start = offset
    while let byte = next, ASCII.isWord(byte) { take() }
    let range = start..<offset
    let word = String(decoding: bytes[range], as: UTF8.self)
    switch word {
    case "true": return JSONNode(.bool(true), range: range)
    case "false": return JSONNode(.bool(false), range: range)
    case "null": return JSONNode(.null, range: range)
    default: break
    }
    if let name = notANumber(word) {
      try report("\(name) is not a number of JSON", at: range, help: "write 'null', or leave the key out")
    } else if let near = nearest(word, in: ["true", "false", "null"]) {
      try report("\(quoted(word)) is not a value of JSON", at: range, help: "did you mean '\(near)'?")
    } else if ["none", "nil", "undefined"].contains(word.lowercased()) {
      try report("\(quoted(word)) is not a value of JSON", at: range, help: "did you mean 'null'?")
    } else if open.isEmpty {
      try fail("\(quoted(word)) is not JSON", at: range, help: "a file begins with '{' or '['")
    } else {
      try report("\(quoted(word)) needs double quotes: it is a text", at: range, help: "write \"\(shortened(word))\"")
    }
    return JSONNode(.null, range: range)
  }

  /// Reports what stands where something else is needed, or that the file ends there.
  mutating func failUnexpected(wanted: String) throws(Stop) -> Never {
    guard let byte = next else { try failAtEnd(wanted: wanted) }
    let scalar = scalar(at: offset)
    let range = offset..<offset + UTF8.width(scalar)
    switch byte {
    case ASCII.closeBracket, ASCII.closeBrace:
      let closer = Character(scalar)
      guard let opener = open.last else {
        try fail("'\(closer)' closes nothing", at: range, help: "remove it")
      }
      let fitting = bytes[opener] == ASCII.openBrace ? "}" : "]"
      if fitting == String(closer) { break }
      try fail(
        "'\(Character(Unicode.Scalar(bytes[opener])))' is closed by '\(fitting)', not by '\(closer)'",
        at: range,
        help: "write '\(fitting)' here, or before it",
        related: [Diagnostic.Related("opened here", at: span(opener..<opener + 1))]
      )
    case 0:
      try fail(
        "U+0000 is not part of JSON",
        at: range,
        help: "save the file as UTF-8; it may be UTF-16 or not a text at all"
      )
    default: break
    }
    let isVisible = sanitized(String(scalar)) == String(scalar)
    let found = isVisible ? "'\(scalar)'" : codePoint(scalar)
    let help: String? =
      switch scalar {
      case "“", "”", "„", "‘", "’", "`", "«", "»": "texts stand in straight double quotes: \"…\""
      case ":" where wanted.contains("]"): "a list has no keys; an object stands in '{' and '}'"
      case ":": "a comma or a value may be missing before it"
      case _ where scalar.properties.numericType == .decimal: "write the digits 0 to 9"
      case _ where scalar.properties.isAlphabetic: "put a text in double quotes"
      default: nil
      }
    try fail("\(found) stands where \(wanted) is needed", at: range, help: help)
  }

  /// Reports that the file ends too early, and where the innermost open bracket is.
  private mutating func failAtEnd(wanted: String) throws(Stop) -> Never {
    let help = open.last.map { opener in
      bytes[opener] == ASCII.openBrace ? "close the object with '}'" : "close the list with ']'"
    }
    try fail(
      "the file ends where \(wanted) is needed",
      at: lastEnd..<lastEnd,
      help: help,
      related: open.last.map { [Diagnostic.Related("opened here", at: span($0..<$0 + 1))] } ?? []
    )
  }

  mutating func failAfterEnd() throws(Stop) -> Never {
    if next == ASCII.closeBracket || next == ASCII.closeBrace { try failUnexpected(wanted: "the end of the file") }
    try fail(
      "a file holds one value: text follows its end",
      at: offset..<offset + UTF8.width(scalar(at: offset)),
      help: "remove what follows, or put the values into one list"
    )
  }

  /// A word for a proposal to write it: no longer than a line takes.
  func shortened(_ word: String) -> String { word.utf8.count > 40 ? "…" : word }
}
