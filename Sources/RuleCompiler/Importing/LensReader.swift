import Diagnostics
import LocatedJSON

/// Reads a lens and reports every mistake, and everything that has no place in a pack.
struct LensReader {
  let file: SourceFile
  var log = DiagnosticLog()

  /// The version of the format that is understood.
  static let schemaVersion = "2021-11-01"
  /// What a fact of a pack can hold.
  static let maximumChoiceCount = 64

  init(file: SourceFile) { self.file = file }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range: range) }

  // MARK: Objects

  /// The members of an object by key; reports `import-wrong-type` for anything else.
  mutating func members(_ node: JSONNode, of what: String) -> [String: JSONMember]? {
    guard case .object(let members) = node.value else {
      wrongType(node, of: what, expected: "an object")
      return nil
    }
    return Dictionary(members.map { ($0.key, $0) }) { first, _ in first }
  }

  /// Reports every key that is not among those known.
  mutating func reportOthers(_ members: [String: JSONMember], of what: String, known: [String]) {
    let free = known.filter { members[$0] == nil }
    for member in members.values.sorted(by: { $0.keyRange.lowerBound < $1.keyRange.lowerBound })
    where !known.contains(member.key) {
      log.warning(
        "import-unknown-key",
        "\(quoted(member.key)) is no key of \(what), and is not carried over",
        at: span(member.keyRange),
        help: nearest(member.key, in: free).map { "did you mean '\($0)'?" }
          ?? "put what it says into a title or description, or into the pack afterwards"
      )
    }
  }

  mutating func wrongType(_ node: JSONNode, of what: String, expected: String) {
    log.error(
      "import-wrong-type",
      "\(what) is \(expected), not \(node.kindName)",
      at: span(node.range),
      help: "write \(expected)"
    )
  }

  // MARK: Values

  /// A text that must be there and not empty.
  mutating func required(
    _ key: String,
    _ members: [String: JSONMember],
    in node: JSONNode,
    of what: String
  ) -> (text: String, node: JSONNode)? {
    guard let member = members[key] else {
      missing(key, in: node, of: what)
      return nil
    }
    guard let text = text(member.value, of: "'\(key)'") else { return nil }
    guard !text.allSatisfy(\.isWhitespace) else {
      log.error(
        "import-missing-key",
        "'\(key)' of \(what) is empty",
        at: span(member.value.range),
        help: "write a text"
      )
      return nil
    }
    return (text, member.value)
  }

  mutating func missing(_ key: String, in node: JSONNode, of what: String) {
    log.error(
      "import-missing-key",
      "\(what) needs the key '\(key)'",
      at: span(node.range.lowerBound..<min(node.range.lowerBound + 1, node.range.upperBound)),
      help: "add \"\(key)\": …"
    )
  }

  /// A text with its runs of white space as single spaces; nil if there is none, or an empty one.
  mutating func optional(_ key: String, _ members: [String: JSONMember]) -> String? {
    guard let member = members[key], let text = text(member.value, of: "'\(key)'") else { return nil }
    let line = Self.line(text)
    return line.isEmpty ? nil : line
  }

  mutating func text(_ node: JSONNode, of what: String) -> String? {
    guard case .string(let text) = node.value else {
      wrongType(node, of: what, expected: "a text")
      return nil
    }
    return text
  }

  /// The elements of a list; a list that is not there has none.
  mutating func list(_ key: String, _ members: [String: JSONMember]) -> [JSONNode] {
    guard let member = members[key] else { return [] }
    guard case .array(let elements) = member.value.value else {
      wrongType(member.value, of: "'\(key)'", expected: "a list")
      return []
    }
    return elements
  }

  /// Texts of packs are single lines.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
  }
}
