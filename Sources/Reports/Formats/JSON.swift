import LocatedJSON

extension ReportFormat {
  /// The result as data, in all languages at once; `packs schema result` describes it.
  package static let json = ReportFormat(
    "json",
    endings: ["json"],
    help: "The result as data; its schema: advisor packs schema result",
    holdsScores: true,
    .file { recommendation, manner in
      Array(resultJSON(of: recommendation, edition: manner.edition).pretty().utf8)
    }
  )
}
