extension DiagnosticFormat {
  /// SARIF 2.1.0 (OASIS, 2020), which code scanning services read.
  ///
  /// Errors mean that the run could not look at everything, so that it counts as not successful (section 3.20.14).
  package static let sarif = DiagnosticFormat(
    id: "sarif",
    abstract: "for code scanning: SARIF 2.1.0"
  ) { renderer, diagnostics in
    var codes: [String] = []
    for diagnostic in diagnostics where !codes.contains(diagnostic.code) { codes.append(diagnostic.code) }
    let driver: JSONText = .object([
      ("name", .string("advisor")),
      ("version", .string(renderer.version)),
      ("rules", .array(codes.map { rule($0, renderer.explanation?($0)) })),
    ])
    let invocation: JSONText = .object([
      ("executionSuccessful", .bool(!diagnostics.contains { $0.severity == .error })),
      (
        "toolExecutionNotifications",
        .array(renderer.omissions.map { .object([("level", .string("note")), ("message", message($0))]) })
      ),
    ])
    let run: JSONText = .object([
      ("tool", .object([("driver", driver)])),
      ("invocations", .array([invocation])),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(diagnostics.map { result($0, ruleIndex: codes.firstIndex(of: $0.code)) })),
    ])
    return JSONText.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ]).document
  }
}

/// What a code means (section 3.49); texts of rules hold no placeholders, so they stand as they are.
private func rule(_ code: String, _ explanation: (summary: String, text: String)?) -> JSONText {
  func text(_ content: String) -> JSONText { .object([("text", .string(content))]) }
  guard let explanation else { return .object([("id", .string(code))]) }
  return .object([
    ("id", .string(code)),
    ("shortDescription", text(explanation.summary)),
    ("help", text(explanation.text)),
  ])
}

private func result(_ diagnostic: Diagnostic, ruleIndex: Int?) -> JSONText {
  let text = diagnostic.summary + (diagnostic.help.map { "; " + $0 } ?? "")
  var members: [(String, JSONText)] = [("ruleId", .string(diagnostic.code))]
  if let ruleIndex { members.append(("ruleIndex", .integer(ruleIndex))) }
  members.append(("level", .string(diagnostic.severity.rawValue)))
  members.append(("message", message(text)))
  members.append(("locations", .array(diagnostic.span.map { [.object([physicalLocation($0)])] } ?? [])))
  let related = diagnostic.related.enumerated().map { index, related -> JSONText in
    let place = related.span.map { [physicalLocation($0)] } ?? []
    return .object([("id", .integer(index + 1))] + place + [("message", message(related.message))])
  }
  if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
  return .object(members)
}

/// A message taken literally: braces would be placeholders (section 3.11.5) and `[…](…)` a link (3.11.6).
private func message(_ text: String) -> JSONText {
  var literal = ""
  for character in text {
    switch character {
    case "{", "}": literal += "\(character)\(character)"
    case "(" where literal.last == "]":
      literal.removeLast()
      literal += "\\]("
    default: literal.append(character)
    }
  }
  return .object([("text", .string(literal))])
}

private func physicalLocation(_ span: SourceSpan) -> (String, JSONText) {
  let region: [(String, JSONText)] = [
    ("startLine", .integer(span.start.line)),
    ("startColumn", .integer(codePointColumn(span.file, span.range.lowerBound, line: span.start.line))),
    ("endLine", .integer(span.end.line)),
    ("endColumn", .integer(codePointColumn(span.file, span.range.upperBound, line: span.end.line))),
  ]
  let artifact: JSONText = .object([("uri", .string(uriReference(span.file.name)))])
  return ("physicalLocation", .object([("artifactLocation", artifact), ("region", .object(region))]))
}

/// From 1. SARIF counts code points, not the characters people see.
private func codePointColumn(_ file: SourceFile, _ offset: Int, line: Int) -> Int {
  let start = file.byteRange(ofLine: line).lowerBound
  let end = max(start, min(offset, file.bytes.count))
  return file.bytes[start..<end].count { $0 & 0xC0 != 0x80 } + 1
}

/// A relative path as a relative reference, an absolute one as a `file` URI (RFC 3986, RFC 8089).
private func uriReference(_ path: String) -> String {
  let hexadecimal = Array("0123456789ABCDEF")
  var uri = path.hasPrefix("/") ? "file://" : ""
  for byte in path.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
      uri.append(Character(Unicode.Scalar(byte)))
    default: uri += "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
    }
  }
  return uri
}
