extension ReportFormat {
  /// The options of every decision against its criteria, for a spreadsheet.
  package static let csv = ReportFormat(
    "csv",
    endings: ["csv"],
    help: "The decision matrix: options against criteria, for a spreadsheet",
    holdsScores: true,
    .file { recommendation, manner in
      Array(DecisionMatrix.render(recommendation, manner.language, manner.edition).utf8)
    }
  )
}
