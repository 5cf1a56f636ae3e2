extension DiagnosticFormat {
  /// `file:line:column: severity: summary [code]`, which editors and grep understand; without help and related places.
  package static let oneline = DiagnosticFormat(
    id: "oneline",
    abstract: "for editors and grep: file:line:column: severity: summary [code]"
  ) { _, diagnostics in
    diagnostics.map { diagnostic in
      let place = diagnostic.span.map { "\(sanitized($0.file.name)):\($0.start.line):\($0.start.column): " } ?? ""
      let summary = "\(diagnostic.severity.rawValue): \(sanitized(diagnostic.summary)) [\(sanitized(diagnostic.code))]"
      return place + summary + "\n"
    }.joined()
  }
}
