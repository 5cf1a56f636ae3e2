import Foundation
import RuleModel
import Testing

@testable import Reports

struct ReportFormatTests {
  @Test func theListHoldsEveryFileOfTheFolder() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Reports/Formats")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "ReportFormat.swift" }
    #expect(files.count == ReportFormat.all.count, "add the new format to ReportFormat.all in ReportFormat.swift")
  }

  @Test func idsAndEndingsAreUnique() {
    let ids = ReportFormat.all.map(\.id)
    let endings = ReportFormat.all.flatMap(\.endings)
    #expect(Set(ids).count == ids.count && Set(endings).count == endings.count)
    #expect(ReportFormat.all.count { $0.endings.isEmpty } == 1, "a slash at the end means one format")
  }

  @Test(
    arguments: [
      ("r.html", "html"), ("a/b.PDF", "pdf"), ("r.docx", "docx"), ("slo.yml", "openslo"), ("slo.yaml", "openslo"),
      ("decisions/", "madr"), ("a.b/", "madr"), ("m.csv", "csv"), ("r.doc", nil), ("html", nil), (".md", nil),
      ("a.md/b", nil),
    ] as [(String, String?)]
  )
  func theEndingNamesTheFormat(path: String, id: String?) {
    #expect(ReportFormat.format(ofFile: path)?.id == id)
  }

  @Test func datesInsideAPDFAreReplacedWithoutMovingAnything() throws {
    let date = try #require(CalendarDate("2026-11-20"))
    let text =
      "x/CreationDate (D:20300102030405+00'00')\n/ModDate (D:20300102030405+00'00')>> /ModDate (D:2030)/ModDate (D:"
    let fixed = String(decoding: PDFDates.fixed(Array(text.utf8), to: date), as: UTF8.self)
    #expect(
      fixed
        == "x/CreationDate (D:20261120000000+00'00')\n/ModDate (D:20261120000000+00'00')>> /ModDate (D:2030)/ModDate (D:"
    )
  }
}
