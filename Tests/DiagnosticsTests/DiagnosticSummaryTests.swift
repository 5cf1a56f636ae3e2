import Diagnostics
import Testing

struct DiagnosticSummaryTests {
  @Test func countsProblemsAndFiles() {
    let (error, warning, note) = (Samples.unknown, Samples.duplicate, Samples.placeless)
    #expect(summaryLine(of: [error, warning, error], files: 3) == "2 errors, 1 warning in 3 files")
    #expect(summaryLine(of: [error]) == "1 error in 1 file")
    #expect(summaryLine(of: [warning, error, note, note]) == "1 error, 1 warning, 2 notes in 2 files")
    #expect(summaryLine(of: [note]) == "1 note")
    #expect(summaryLine(of: []) == "no problems")
    #expect(summaryLine(of: [], files: 1) == "no problems in 1 file")
  }

  @Test func ordersProblemsByFileAndPlace() {
    var log = DiagnosticLog()
    for diagnostic in [Samples.duplicate, Samples.unknown, Samples.placeless] { log.report(diagnostic) }
    #expect(log.sorted.map(\.code) == ["no-packs", "unknown-criterion", "duplicate-id"])
    #expect(log.hasErrors)
    #expect(log.errorCount == 1)
    #expect(log.warningCount == 1)
  }
}
