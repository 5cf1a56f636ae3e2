/// Turns problems into text in one of the formats of `DiagnosticFormat.all`; holds what is the same for all of them.
///
/// Problems appear in the order given; pass `DiagnosticLog.sorted` for the order people expect. Same input, same output.
package struct DiagnosticRenderer: Sendable {
  /// The version of the advisor, for formats that name their tool.
  package var version: String
  /// Whether text for people is coloured; takes nothing away and moves nothing.
  package var isColored: Bool
  /// Columns to which the excerpts of long lines are trimmed; messages are never cut.
  package var width: Int
  /// What a code means: one line, and then as much as there is to say; nil for a code that nobody explains.
  package var explanation: (@Sendable (_ code: String) -> (summary: String, text: String)?)?
  /// What could not be looked at, and why: one sentence each, for formats that tell how a run went.
  package var omissions: [String]
  /// The JSON Pointer of a place, for machine-readable formats; nil where there is none.
  package var pointer: (@Sendable (SourceSpan) -> String?)?

  package init(
    version: String,
    isColored: Bool = false,
    width: Int = 120,
    pointer: (@Sendable (SourceSpan) -> String?)? = nil,
    explanation: (@Sendable (_ code: String) -> (summary: String, text: String)?)? = nil,
    omissions: [String] = []
  ) {
    self.version = version
    self.isColored = isColored
    self.width = width
    self.pointer = pointer
    self.explanation = explanation
    self.omissions = omissions
  }

  /// The complete output, ending in a line break; the empty string where a format has nothing to say about no problems.
  package func render(_ diagnostics: [Diagnostic], as format: DiagnosticFormat) -> String {
    format.render(self, diagnostics)
  }
}
