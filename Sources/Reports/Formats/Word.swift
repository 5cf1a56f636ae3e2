extension ReportFormat {
  /// A document to go on writing in, made by pandoc with the styles of the house.
  package static let word = ReportFormat(
    "docx",
    endings: ["docx"],
    help: "A Word document, written by pandoc",
    .converted { recommendation, manner, version in
      let document = reportDocument(of: recommendation, in: manner)
      return PandocSource(
        document: PandocReport.render(document, for: version),
        template: WordTemplate.bytes(for: document)
      )
    }
  )
}
