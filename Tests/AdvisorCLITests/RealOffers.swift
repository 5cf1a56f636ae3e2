import LocatedJSON
import RuleModel
import TestSupport
import Testing

@testable import AdvisorCLI

/// The offers about all profiles of this repository as Markdown, written once and looked at by many tests.
enum RealOffers {
  static let profiles = FixtureFiles.repository.keys.filter { $0.hasPrefix("Profiles/") }
    .map { String($0.dropFirst("Profiles/".count).dropLast(".json".count)) }.sorted()

  private static let texts: [String: String] = {
    var texts: [String: String] = [:]
    for profile in profiles {
      for language in ["en", "de"] {
        let words = ["--edition", "offer", "--date", "2026-11-21", "--draws", "300", "--lang", language, "-o", "o.md"]
        texts["\(profile).\(language)"] =
          run(["report", "Profiles/\(profile).json"] + words, in: .repository()).files[
            "o.md"
          ]
      }
    }
    return texts
  }()

  static func about(_ profile: String, _ language: String) throws -> OfferText {
    OfferText(try #require(texts["\(profile).\(language)"]))
  }

  /// The answers of a profile as written.
  static func answers(_ profile: String) throws -> JSONValue {
    try #require(try FixtureFiles.repository.json("Profiles/\(profile).json")["answers"])
  }
}

/// An offer in Markdown, taken apart by its headings and by the bold titles of its lists.
struct OfferText {
  let text: String
  private let lines: [String]

  init(_ text: String) {
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }

  /// The lines below a heading, without footnotes.
  func section(_ title: String) -> [String] {
    guard let start = lines.firstIndex(of: "## \(title)") else { return [] }
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.map(Self.withoutNotes)
  }

  /// The items of the list that follows a line, without footnotes.
  func items(below line: String) -> [String] {
    guard let start = lines.firstIndex(where: { $0.hasPrefix(line) }) else { return [] }
    return lines[(start + 1)...].prefix { $0.hasPrefix("- ") }.map { Self.withoutNotes(String($0.dropFirst(2))) }
  }

  func contains(_ words: String) -> Bool { text.contains(words) }

  private static func withoutNotes(_ line: String) -> String { line.replacing(/\[\^[0-9]+\]/, with: "") }
}
