extension DiagnosticFormat {
  /// Workflow commands, which GitHub Actions shows beside the changed lines.
  ///
  /// GitHub keeps ten annotations of each level and drops the rest without a word; so of more than ten, nine are written
  /// and the tenth counts the others.
  package static let github = DiagnosticFormat(
    id: "github",
    abstract: "for GitHub Actions: annotations beside the changed lines"
  ) { _, diagnostics in
    Diagnostic.Severity.allCases.map { severity in
      let all = diagnostics.filter { $0.severity == severity }
      let shown = all.count > maximum ? maximum - 1 : all.count
      let lines = all.prefix(shown).map { command($0) }.joined()
      guard shown < all.count else { return lines }
      return lines + "::\(level(severity))::\(plural(all.count - shown, "more " + severity.rawValue)) not shown here\n"
    }.joined()
  }
}

private let maximum = 10

private func level(_ severity: Diagnostic.Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .note: "notice"
  }
}

private func command(_ diagnostic: Diagnostic) -> String {
  var properties: [String] = []
  if let span = diagnostic.span {
    let (start, end) = (span.start, span.end)
    properties = ["file=\(escaped(span.file.name, isProperty: true))", "line=\(start.line)", "col=\(start.column)"]
    // GitHub takes columns only for places within one line, and counts the last column in.
    if end.line == start.line, end.column > start.column { properties.append("endColumn=\(end.column - 1)") }
  }
  properties.append("title=\(escaped(diagnostic.code, isProperty: true))")
  let text = diagnostic.summary + (diagnostic.help.map { "; " + $0 } ?? "")
  return "::\(level(diagnostic.severity)) \(properties.joined(separator: ","))::\(escaped(text, isProperty: false))\n"
}

private func escaped(_ text: String, isProperty: Bool) -> String {
  var output = ""
  for character in sanitized(text) {
    switch character {
    case "%": output += "%25"
    case ":" where isProperty: output += "%3A"
    case "," where isProperty: output += "%2C"
    default: output.append(character)
    }
  }
  return output
}
