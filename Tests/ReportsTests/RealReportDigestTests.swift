import Advice
import Assessing
import LocatedJSON
import RuleModel
import TestSupport
import Testing

@testable import Reports

/// The text of every report of this repository's profiles, in both languages and all editions, as short digests: whoever
/// changes packs or words sees at once which reports change, and reads one or two of them.
@Suite struct RealReportDigestTests {
  @Test func theReportsSayWhatTheySaid() throws {
    let rules = try Repository.packs().compiled()
    var lines: [String] = []
    for profile in try Repository.profiles() {
      let assessment = try rules.assessment(of: profile.members).examined().measuringRobustness(SamplingPlan(draws: 64))
      let recommendation = advise(assessment)
      for edition in Edition.allCases {
        for language in Language.allCases {
          let text = MarkdownReport.render(reportDocument(of: recommendation, language: language, edition: edition))
          // What a report was made of changes with every byte of a pack, which says nothing about the report.
          let words = text.replacing(/[0-9a-f]{64}/, with: "")
          lines.append(
            "\(profile.name) \(edition.rawValue) \(language.rawValue) \(sha256Hex(Array(words.utf8)).prefix(12))"
          )
        }
      }
    }
    #expect(lines.count > 100)
    #expect(Golden.mismatch(lines.joined(separator: "\n") + "\n", with: "Golden/reports.txt") == nil)
  }
}
