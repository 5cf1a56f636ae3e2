extension ReportFormat {
  /// GitHub and GitLab flavour.
  package static let markdown = ReportFormat(
    "md",
    endings: ["md"],
    help: "Markdown for GitHub and GitLab, with Mermaid drawings",
    .file { recommendation, language, edition in
      Array(MarkdownReport.render(reportDocument(of: recommendation, language: language, edition: edition)).utf8)
    }
  )
}
