import Diagnostics
import LocatedJSON

/// What decoding needs at hand everywhere: the file, the pack it belongs to, and the log.
///
/// Readers report into the log and go on; a function that returns nil has reported why.
struct Decoding {
  let file: SourceFile
  /// Id of the pack; empty for a profile.
  let pack: String
  var log = DiagnosticLog()

  init(file: SourceFile, pack: String = "") {
    self.file = file
    self.pack = pack
  }

  func span(_ node: JSONNode) -> SourceSpan { SourceSpan(file: file, range: node.range) }
  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range: range) }

  /// Whether this advisor reads a file of the format; reports it if not.
  mutating func isReadable(_ format: Double?, _ reader: inout ObjectReader) -> Bool {
    guard let format, format != 1, let node = reader.optional("format") else { return true }
    error(
      "unsupported-format",
      "this advisor reads format 1, not \(plain(format))",
      at: node,
      help: "write 1, or use an advisor that reads format \(plain(format))"
    )
    return false
  }

  mutating func error(_ code: String, _ summary: String, at node: JSONNode, help: String? = nil) {
    log.error(code, summary, at: span(node), help: help)
  }

  mutating func wrongType(_ node: JSONNode, expected: String, of what: String) {
    error("wrong-type", "\(what) is \(expected), not \(node.kindName)", at: node, help: mend(node, expected))
  }

  private func mend(_ node: JSONNode, _ expected: String) -> String? {
    switch (expected, node.value) {
    case ("a number", .string(let text)) where isPlainNumber(text): "write \(text) without quotes"
    case ("true or false", .string("true")), ("true or false", .string("false")): "remove the quotes"
    case ("a text", .number), ("a text", .bool): "put it in double quotes"
    case ("a list", .string), ("a list", .number), ("a list", .object): "put it in '[' and ']'"
    case (_, .null): "leave it out if there is nothing to say"
    default: nil
    }
  }

  /// The text of a node that must be a string.
  mutating func string(_ node: JSONNode, of what: String) -> String? {
    guard case .string(let text) = node.value else {
      wrongType(node, expected: "a text", of: what)
      return nil
    }
    return text
  }

  /// A string that is not empty.
  mutating func words(_ node: JSONNode, of what: String) -> String? {
    guard let text = string(node, of: what) else { return nil }
    // A printable character of ASCII is quick to see, and most texts have one.
    let hasWords = text.utf8.contains { (0x21...0x7E).contains($0) } || text.contains { !$0.isWhitespace }
    guard hasWords else {
      error("empty-text", "\(what) must not be empty", at: node, help: "write at least one word")
      return nil
    }
    return text
  }

  mutating func boolean(_ node: JSONNode, of what: String) -> Bool? {
    guard case .bool(let flag) = node.value else {
      wrongType(node, expected: "true or false", of: what)
      return nil
    }
    return flag
  }

  /// A number within bounds (both included).
  mutating func number(
    _ node: JSONNode,
    of what: String,
    atLeast minimum: Double = -.infinity,
    atMost maximum: Double = .infinity
  ) -> Double? {
    guard case .number(let number) = node.value else {
      wrongType(node, expected: "a number", of: what)
      return nil
    }
    guard number >= minimum, number <= maximum else {
      let bounds =
        minimum == -.infinity
        ? "at most \(plain(maximum))"
        : maximum == .infinity ? "at least \(plain(minimum))" : "between \(plain(minimum)) and \(plain(maximum))"
      error("number-out-of-bounds", "\(what) is \(bounds), not \(plain(number))", at: node)
      return nil
    }
    return number
  }

  /// The weight of a criterion.
  mutating func criterionWeight(_ node: JSONNode, of what: String) -> Double? {
    number(node, of: what, atLeast: 0).flatMap { _ in number(node, of: what, atMost: Criterion.largestWeight) }
  }

  /// A whole number within bounds (both included).
  mutating func integer(_ node: JSONNode, of what: String, _ bounds: ClosedRange<Int>) -> Int? {
    guard let number = number(node, of: what, atLeast: Double(bounds.lowerBound), atMost: Double(bounds.upperBound))
    else { return nil }
    guard number == number.rounded() else {
      error("not-a-whole-number", "\(what) is a whole number, not \(plain(number))", at: node)
      return nil
    }
    return Int(number)
  }

  mutating func date(_ node: JSONNode, of what: String) -> CalendarDate? {
    guard let text = string(node, of: what) else { return nil }
    guard let date = CalendarDate(text) else {
      error("invalid-date", "\(what) \(dateMistake(text))", at: node, help: dateHelp(text))
      return nil
    }
    return date
  }

  /// One of the raw values of a closed set of words.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ node: JSONNode, of what: String) -> Word?
  where Word.RawValue == String {
    guard let text = string(node, of: what) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let guess = nearest(text, in: known).map { "did you mean '\($0)'?" }
    error(
      "unknown-word",
      "\(what) is one of \(known.joined(separator: ", ")), not \(quoted(text))",
      at: node,
      help: guess
    )
    return nil
  }

  /// An id where an item is named or mentioned.
  mutating func name(_ node: JSONNode, of what: String) -> Name? {
    guard let text = string(node, of: what) else { return nil }
    guard isIdentifier(text) else {
      error(
        "invalid-id",
        "\(quoted(text)) is not an id",
        at: node,
        help: "use letters and digits, separated by single '.', '-' or '_'"
          + (suggestedIdentifier(text).map { ", for example '\($0)'" } ?? "")
      )
      return nil
    }
    return Name(text, at: span(node))
  }

  mutating func elements(_ node: JSONNode, of what: @autoclosure () -> String) -> [JSONNode]? {
    guard case .array(let elements) = node.value else {
      wrongType(node, expected: "a list", of: what())
      return nil
    }
    return elements
  }

  mutating func names(_ node: JSONNode, of what: String) -> [Name] {
    (elements(node, of: what) ?? []).compactMap { name($0, of: what) }
  }

  /// A text in one or several languages, or a plain text.
  mutating func text(_ node: JSONNode, of what: String) -> LocalizedText? {
    if case .string = node.value {
      return words(node, of: what).map { LocalizedText(plain: $0) }
    }
    guard case .object(let members) = node.value else {
      wrongType(node, expected: "a text or an object of languages", of: what)
      return nil
    }
    var texts: [LocalizedText.Translation] = []
    var audience = Audience.customer
    for member in members {
      if member.key == "audience" {
        audience = word(member.value, of: "audience") ?? audience
      } else if isLanguageTag(member.key) {
        if let words = words(member.value, of: what) {
          texts.append(LocalizedText.Translation(language: member.key, text: words))
        }
      } else if !isExtensionKey(member.key) {
        log.error(
          "invalid-language",
          "\(quoted(member.key)) is not a language tag",
          at: span(member.keyRange),
          help: languageNames[member.key.lowercased()].map { "did you mean '\($0)'?" }
            ?? "use tags such as \"en\", \"de\" or \"fr\""
        )
      }
    }
    guard !texts.isEmpty else {
      if !members.contains(where: { isLanguageTag($0.key) }) {
        error("empty-text", "\(what) must hold at least one language", at: node, help: "write { \"en\": \"…\" }")
      }
      return nil
    }
    return LocalizedText(texts, audience: audience)
  }

  private func isLanguageTag(_ key: String) -> Bool {
    if key.utf8.count == 2 { return key.utf8.allSatisfy { (97...122).contains($0) } }
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    guard let base = parts.first, (2...3).contains(base.utf8.count) else { return false }
    return base.utf8.allSatisfy { (97...122).contains($0) } && parts.dropFirst().allSatisfy { !$0.isEmpty }
  }
}

/// Keys that every object may hold and that mean nothing to the advisor.
func isExtensionKey(_ key: String) -> Bool { key == "$schema" || key.hasPrefix("x-") }

/// A number as people write it: without `.0`.
package func plain(_ number: Double) -> String {
  number == number.rounded() && number.magnitude < 1e15 ? String(Int64(number)) : "\(number)"
}

/// Whether a text is a number that only its quotes keep from being one.
package func isPlainNumber(_ text: String) -> Bool {
  text.utf8.count < 20 && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 || $0 == 45 } && Double(text) != nil
}

/// What is wrong with a text that should be a date, to stand behind what it is the date of.
package func dateMistake(_ text: String) -> String {
  let parts = text.split(separator: "-").map(\.utf8.count)
  let isWritten = parts == [4, 2, 2] && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 }
  return isWritten ? "\(quoted(text)) is not a day that exists" : "\(quoted(text)) is not a day written as 2026-11-21"
}

/// What to write for a date in another notation: `21.11.2026` is `2026-11-21`.
package func dateHelp(_ text: String) -> String? {
  let parts = text.split(separator: ".").map { $0.utf8.count == 1 ? "0\($0)" : "\($0)" }
  guard parts.count == 3, let date = CalendarDate("\(parts[2])-\(parts[1])-\(parts[0])") else { return nil }
  return "write \"\(date)\""
}

/// An id that looks like a text which is none: other characters become hyphens.
private func suggestedIdentifier(_ text: String) -> String? {
  guard text.utf8.count <= 60 else { return nil }
  let id = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == ".") }.joined(separator: "-")
  guard isIdentifier(id) else { return nil }
  return text == text.uppercased() ? id : id.lowercased()
}

/// Names that people write for the tags of languages.
private let languageNames: [String: String] = [
  "english": "en", "englisch": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr",
  "französisch": "fr", "italian": "it", "italiano": "it", "italienisch": "it",
]
