extension DiagnosticFormat {
  /// The line in question with the place underlined, and the likeliest mend.
  package static let text = DiagnosticFormat(
    id: "text",
    abstract: "for people: the line with the place underlined, and how to mend it"
  ) { renderer, diagnostics in
    diagnostics.map { renderer.block($0) }.joined(separator: "\n")
  }
}

extension DiagnosticRenderer {
  fileprivate func block(_ diagnostic: Diagnostic) -> String {
    let style = Style.of(diagnostic.severity)
    var text = paint(diagnostic.severity.rawValue, style)
    text += paint(": \(sanitized(diagnostic.summary))", .bold) + " [\(sanitized(diagnostic.code))]\n"
    if let span = diagnostic.span { text += excerpt(span, style) }
    if let help = diagnostic.help { text += paint("help", .help) + ": \(sanitized(help))\n" }
    // A long list is told by its first entries; the formats for programs hold all.
    let told = diagnostic.related.count <= 8 ? diagnostic.related[...] : diagnostic.related.prefix(5)
    for related in told {
      text += paint("note", .note) + paint(": \(sanitized(related.message))", .bold) + "\n"
      if let span = related.span { text += excerpt(span, .note) }
    }
    let rest = diagnostic.related.count - told.count
    if rest > 0 { text += paint("note", .note) + ": and \(rest) more; --format json lists them all\n" }
    return text
  }

  private func excerpt(_ span: SourceSpan, _ style: Style) -> String {
    let start = span.start
    let number = String(start.line)
    let margin = String(repeating: " ", count: number.count)
    let excerpt = Excerpt(span, limit: width - number.count - 3)
    let carets = paint(String(repeating: "^", count: excerpt.width), style)
    let mark = String(repeating: " ", count: excerpt.indent) + carets
    let place = "\(sanitized(span.file.name)):\(start.line):\(start.column)"
    return """
      \(margin)\(paint("-->", .gutter)) \(place)
      \(margin) \(paint("|", .gutter))
      \(paint("\(number) |", .gutter))\(excerpt.text.isEmpty ? "" : " " + excerpt.text)
      \(margin) \(paint("|", .gutter)) \(mark)

      """
  }

  private func paint(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// SGR parameters of ECMA-48 that terminals of either background show well.
private enum Style: String {
  case error = "1;31"
  case warning = "1;33"
  case note = "1;36"
  case help = "1;32"
  case bold = "1"
  case gutter = "34"

  static func of(_ severity: Diagnostic.Severity) -> Style {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
