import Diagnostics

/// A span around the first place of a text in a file of one's own.
func span(_ needle: String, in text: String, name: String = "Rules/x/pack.json") -> SourceSpan {
  let file = SourceFile(name: name, text: text)
  let bytes = Array(needle.utf8)
  let start = file.bytes.indices.first { file.bytes[$0...].starts(with: bytes) } ?? 0
  return SourceSpan(file: file, range: start..<start + bytes.count)
}

enum Samples {
  static let unknown = Diagnostic(
    .error,
    code: "unknown-criterion",
    "criterion 'ëcost' is not defined",
    at: span("\"ëcost\"", in: "{\n  \"crit\": \"ëcost\"\n}\n"),
    help: "did you mean 'cost'?"
  )

  static let duplicate: Diagnostic = {
    let lines = (1...9).map { "  \"k\($0)\": \($0),\n" }.joined()
    let text = "{\n" + lines + "  \"k1\": 0\n}\n"
    let first = span("\"k1\"", in: text, name: "a b/pack.json")
    let second = SourceSpan(file: first.file, range: text.utf8.count - 10..<text.utf8.count - 6)
    return Diagnostic(
      .warning,
      code: "duplicate-id",
      "'k1' is defined twice",
      at: second,
      related: [.init("first defined here", at: first), .init("ids are unique over all packs", at: nil)]
    )
  }()

  static let placeless = Diagnostic(.note, code: "no-packs", "no pack was found", at: nil, help: "pass --rules")

  /// A name that tries to break out of every format.
  static let nasty = Diagnostic(
    .error,
    code: "unknown-fact",
    "fact '\u{1B}[2J\u{202E}\"{0}</script>,:%\n::error::x [a](b)' is not defined",
    at: span("x", in: "\tx\n", name: "odd,name:100%\u{1B}\n.json")
  )

  static let all = [unknown, duplicate, placeless]

  static func rendered(_ diagnostics: [Diagnostic], as id: String) -> String {
    guard let format = DiagnosticFormat.named(id) else { return "no format \(id)" }
    return DiagnosticRenderer(version: "1.2.3", pointer: { $0.range.isEmpty ? nil : "/at/\($0.range.lowerBound)" })
      .render(diagnostics, as: format)
  }
}
