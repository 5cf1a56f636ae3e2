extension ReportFormat {
  /// The availability that was requested, as an objective in the form of OpenSLO v1 (openslo.com).
  package static let openSLO = ReportFormat(
    "openslo",
    endings: ["yaml", "yml"],
    help: "The availability as requested, as an objective (OpenSLO v1)",
    .file { (recommendation, manner) throws(NothingToWrite) in
      Array(try RequestedObjective(recommendation, manner.language, manner.edition).render().utf8)
    }
  )
}
