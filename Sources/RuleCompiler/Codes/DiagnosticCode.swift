import RuleModel

/// What `advisor packs explain CODE` tells about a kind of problem, for people who maintain packs and do not program.
///
/// One list for each stage, a file each in this folder. A test compares them with the codes that the sources report.
/// Findings of checks explain themselves: see `Check`.
package struct DiagnosticCode: Sendable {
  /// As it stands in brackets behind a message, for example `unknown-fact`.
  package let code: String
  /// What is wrong, in one line: lower case, no final period.
  package let summary: String
  /// What it means, why it matters and how to mend it: two to six lines of at most 100 characters.
  package let explanation: String
  /// An example of the mistake, and the same without it; one or several lines of a file, or of a command.
  package let wrong: String
  package let right: String

  init(_ code: String, _ summary: String, _ explanation: String, wrong: String, right: String) {
    self.code = code
    self.summary = summary
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
  }

  /// All codes, sorted by code.
  package static let all: [DiagnosticCode] =
    (inFiles + inManifests + inItems + inFacts + inRules + inConditions + inPlans + ofNames + betweenItems + inProfiles
    + inImports + inMaintenance + atTheShell + inReports + whileEditing).sorted { idPrecedes($0.code, $1.code) }

  /// The entry of a code; nil for a code that is never reported.
  package static func named(_ code: String) -> DiagnosticCode? { all.first { $0.code == code } }
}
