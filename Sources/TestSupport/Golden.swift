import Foundation

/// Texts kept in files beside the tests that make them.
///
/// A test says `#expect(Golden.mismatch(text, with: "Golden/report.md") == nil)`. With `RECORD_GOLDEN=1` in the
/// environment the file is written, and the test still fails: what was recorded is to be read before it counts.
package enum Golden {
  /// What is wrong, for people; nil when the file holds exactly this text.
  ///
  /// - Parameter name: the file, from the folder of the calling test on.
  package static func mismatch(_ text: String, with name: String, besides test: String = #filePath) -> String? {
    let file = URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
      } catch {
        return "\(name) cannot be written: \(error)"
      }
      return "\(name) was recorded; read it, then run the tests without RECORD_GOLDEN"
    }
    guard let recorded = try? Data(contentsOf: file) else {
      return "\(name) does not exist; record it with RECORD_GOLDEN=1"
    }
    if recorded.elementsEqual(text.utf8) { return nil }
    return "\(name) differs; record it with RECORD_GOLDEN=1 and read the change\n"
      + difference(String(decoding: recorded, as: UTF8.self), text)
  }

  /// The first place where two texts differ, with two lines around it.
  private static func difference(_ expected: String, _ found: String) -> String {
    let (left, right) = (lines(expected), lines(found))
    let same = zip(left, right).prefix { $0 == $1 }.count
    func excerpt(_ lines: [Substring], _ mark: String) -> [String] {
      lines[min(same, lines.count)..<min(same + 3, lines.count)].map { "\(mark) \($0)" }
    }
    let before = left[max(0, same - 2)..<same].map { "  \($0)" }
    return (["line \(same + 1):"] + before + excerpt(left, "-") + excerpt(right, "+")).joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
