/// One problem found in the input, with an identity that does not change when its wording does.
package struct Diagnostic: Sendable {
  package enum Severity: String, Sendable, Comparable, CaseIterable {
    /// The input cannot be used as written; nothing is computed from it.
    case error
    /// The input is legal but suspicious.
    case warning
    /// For information; never fails a run.
    case note

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }

    /// The more serious one is the smaller.
    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }

  /// The other half of a conflict: "first defined here".
  package struct Related: Sendable {
    package let message: String
    package let span: SourceSpan?

    package init(_ message: String, at span: SourceSpan?) {
      self.message = message
      self.span = span
    }
  }

  /// Stable, kebab-case, for example `unknown-fact`; `advisor packs explain CODE` tells more.
  package let code: String
  package let severity: Severity
  /// What is wrong, as a rule rather than a refusal: lower case, no period, the specific word first.
  package let summary: String
  /// The narrowest place that is wrong; nil when a whole file or folder is meant.
  package let span: SourceSpan?
  /// The likeliest mend, starting with a verb or "did you mean".
  package let help: String?
  package let related: [Related]

  package init(
    _ severity: Severity,
    code: String,
    _ summary: String,
    at span: SourceSpan?,
    help: String? = nil,
    related: [Related] = []
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.span = span
    self.help = help
    self.related = related
  }
}

/// The problems of a run, in the order in which they were found. A stage reports into it and goes on.
package struct DiagnosticLog: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  package mutating func error(
    _ code: String,
    _ summary: String,
    at span: SourceSpan?,
    help: String? = nil,
    related: [Diagnostic.Related] = []
  ) {
    report(Diagnostic(.error, code: code, summary, at: span, help: help, related: related))
  }

  package mutating func warning(
    _ code: String,
    _ summary: String,
    at span: SourceSpan?,
    help: String? = nil,
    related: [Diagnostic.Related] = []
  ) {
    report(Diagnostic(.warning, code: code, summary, at: span, help: help, related: related))
  }

  package mutating func append(contentsOf other: DiagnosticLog) { diagnostics += other.diagnostics }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  package var errorCount: Int { diagnostics.count { $0.severity == .error } }
  package var warningCount: Int { diagnostics.count { $0.severity == .warning } }

  /// The same problems by file name, place, code: the order in which people see them, whatever order files were read in.
  package var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      let leftName = left.span?.file.name ?? ""
      let rightName = right.span?.file.name ?? ""
      if leftName != rightName { return leftName < rightName }
      let leftOffset = left.span?.range.lowerBound ?? -1
      let rightOffset = right.span?.range.lowerBound ?? -1
      if leftOffset != rightOffset { return leftOffset < rightOffset }
      if left.code != right.code { return left.code < right.code }
      if left.summary != right.summary { return left.summary < right.summary }
      return a.offset < b.offset
    }.map(\.element)
  }
}
