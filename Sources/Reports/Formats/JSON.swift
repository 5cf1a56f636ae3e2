import LocatedJSON

extension ReportFormat {
  /// The result as data, in all languages at once.
  package static let json = ReportFormat(
    id: "json",
    help: "The result as data",
    render: { recommendation, _, edition in
      Array(resultJSON(of: recommendation, edition: edition).pretty().utf8)
    }
  )
}
