package import Advice
package import RuleModel

/// A format of the onboarding checklist alone.
package struct ChecklistFormat: Sendable {
  /// Its name on the command line.
  package let id: String
  /// The ending of its files, without the dot.
  package let ending: String
  /// One line of help.
  package let help: String
  /// The whole file.
  package let render: @Sendable (Recommendation, Language, Edition) -> [UInt8]

  /// In the order of help.
  package static let all: [ChecklistFormat] = [.markdown, .csv, .json, .gitLab, .jira]

  /// What files may end in: ".md, .csv, .json".
  package static var endings: String {
    var endings: [String] = []
    for format in all where !endings.contains(format.ending) { endings.append(format.ending) }
    return endings.map { "." + $0 }.joined(separator: ", ")
  }

  /// The first format with the ending of a file name, compared without regard to case.
  package static func format(ofFile path: String) -> ChecklistFormat? {
    all.first { path.lowercased().hasSuffix("." + $0.ending) }
  }
}
