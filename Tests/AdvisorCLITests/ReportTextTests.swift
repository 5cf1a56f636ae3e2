import TestSupport
import Testing

@testable import AdvisorCLI

/// Whole reports to read: one small case in every edition and language.
@Suite struct ReportTextTests {
  @Test(arguments: ["customer", "offer", "internal"], ["en", "de"])
  func theReportReads(edition: String, language: String) throws {
    let words = ["--edition", edition, "--lang", language, "--date", "2026-11-20", "-o", "r.md"]
    let run = run(["report", "Profiles/taken.json"] + words, in: .mini())
    #expect(run.status == 0, "\(run.talk)")
    #expect(Golden.mismatch(try run.written("r.md"), with: "Golden/report.\(edition).\(language).md") == nil)
  }
}
