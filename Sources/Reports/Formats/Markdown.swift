extension ReportFormat {
  /// GitHub and GitLab flavour.
  package static let markdown = ReportFormat(
    id: "md",
    help: "Markdown for GitHub and GitLab, with Mermaid drawings",
    render: { recommendation, language, edition in
      Array(MarkdownReport.render(reportDocument(of: recommendation, language: language, edition: edition)).utf8)
    }
  )
}
