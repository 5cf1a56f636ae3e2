package import Advice
package import RuleModel

/// A format of the onboarding checklist alone.
package struct ChecklistFormat: Sendable {
  /// The extension of its files, without the dot, and its name on the command line.
  package let id: String
  /// The whole file.
  package let render: @Sendable (Recommendation, Language, Edition) -> [UInt8]

  /// In the order of help.
  package static let all: [ChecklistFormat] = [.markdown, .csv, .json]
}
