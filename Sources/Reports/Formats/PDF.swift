import Advice
import Assessing

extension ReportFormat {
  /// The page, printed on A4 by a browser: tagged, with bookmarks, page numbers and a running header.
  package static let pdf = ReportFormat(
    "pdf",
    endings: ["pdf"],
    help: "Pages of A4, printed by a Chromium, Chrome or Edge",
    .printed { recommendation, manner in
      let document = reportDocument(of: recommendation, in: manner)
      return PrintedPage(page: Array(HTMLReport.render(document).utf8), date: recommendation.assessment.date)
    }
  )
}
