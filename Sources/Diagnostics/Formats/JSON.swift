extension DiagnosticFormat {
  /// `{"schemaVersion": 1, "diagnostics": […]}`: every key is always there, null where nothing is known.
  ///
  /// Lines and columns count from 1, columns in characters; the end is the place just behind the last character.
  package static let json = DiagnosticFormat(
    id: "json",
    abstract: "for programs: all there is to know, as JSON"
  ) { renderer, diagnostics in
    JSONText.object([
      ("schemaVersion", .integer(1)),
      ("diagnostics", .array(diagnostics.map { renderer.object($0) })),
    ]).document
  }
}

extension DiagnosticRenderer {
  fileprivate func object(_ diagnostic: Diagnostic) -> JSONText {
    .object(
      [
        ("code", .string(diagnostic.code)),
        ("severity", .string(diagnostic.severity.rawValue)),
        ("message", .string(diagnostic.summary)),
        ("help", .text(diagnostic.help)),
      ] + place(diagnostic.span) + [
        ("related", .array(diagnostic.related.map { .object([("message", .string($0.message))] + place($0.span)) }))
      ]
    )
  }

  private func place(_ span: SourceSpan?) -> [(String, JSONText)] {
    guard let span else {
      return ["file", "line", "column", "endLine", "endColumn", "pointer"].map { ($0, .null) }
    }
    let (start, end) = (span.start, span.end)
    return [
      ("file", .string(span.file.name)),
      ("line", .integer(start.line)),
      ("column", .integer(start.column)),
      ("endLine", .integer(end.line)),
      ("endColumn", .integer(end.column)),
      ("pointer", .text(pointer?(span))),
    ]
  }
}
