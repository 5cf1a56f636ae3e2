/// A way to write problems down: one file each in `Formats`, named for its id.
package struct DiagnosticFormat: Sendable {
  /// What people write after `--format`: lower-case letters and digits.
  package let id: String
  /// Who it is for, as help shows it.
  package let abstract: String
  let render: @Sendable (DiagnosticRenderer, [Diagnostic]) -> String

  /// All formats, in the order in which help lists them.
  package static let all: [DiagnosticFormat] = [
    .text,
    .oneline,
    .json,
    .sarif,
    .github,
  ]

  /// The format with an id; nil when there is none.
  package static func named(_ id: String) -> DiagnosticFormat? { all.first { $0.id == id } }
}
