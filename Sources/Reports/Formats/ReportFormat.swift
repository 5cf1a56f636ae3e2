package import Advice
package import RuleModel

/// A format that reports can be written in: one file each in this folder, and one line in `all`.
package struct ReportFormat: Sendable {
  /// The extension of its files, without the dot, and its name on the command line.
  package let id: String
  /// One line of help.
  package let help: String
  /// The whole file. The same recommendation gives the same bytes.
  package let render: @Sendable (Recommendation, Language, Edition) -> [UInt8]

  /// In the order of help.
  package static let all: [ReportFormat] = [.html, .markdown, .json]

  /// The format of a file name's extension, compared without regard to case.
  package static func format(ofFile path: String) -> ReportFormat? {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return nil
    }
    let ending = name[name.index(after: dot)...].lowercased()
    return all.first { $0.id == ending }
  }
}
