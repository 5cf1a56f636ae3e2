extension ReportFormat {
  /// One self-contained page.
  package static let html = ReportFormat(
    "html",
    endings: ["html"],
    help: "A self-contained page, for the screen and for paper",
    .file { recommendation, manner in
      Array(HTMLReport.render(reportDocument(of: recommendation, in: manner)).utf8)
    }
  )
}
