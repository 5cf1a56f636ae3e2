extension ReportFormat {
  /// Decision records in the form of MADR 4 (adr.github.io/madr), one file for each decision that applies.
  package static let madr = ReportFormat(
    "madr",
    endings: [],
    help: "A folder of decision records (MADR 4), one file for each decision",
    holdsScores: true,
    .folder { recommendation, manner in
      DecisionRecords.render(recommendation, manner.language, manner.edition)
    }
  )
}
