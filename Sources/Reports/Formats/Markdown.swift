extension ReportFormat {
  /// GitHub and GitLab flavour.
  package static let markdown = ReportFormat(
    "md",
    endings: ["md"],
    help: "Markdown for GitHub and GitLab, with Mermaid drawings",
    .file { recommendation, manner in
      Array(MarkdownReport.render(reportDocument(of: recommendation, in: manner)).utf8)
    }
  )
}
