/// The words that renderers themselves add, in a language.
struct ReportWords {
  let language: ReportLanguage

  private func pick(_ english: String, _ german: String) -> String {
    switch language {
    case .english: english
    case .german: german
    }
  }

  /// What marks everything that leaves the house before it is released.
  var draft: String { pick("DRAFT", "ENTWURF") }
  /// What marks everything that must not leave the house.
  var forTheHouse: String { pick("INTERNAL, do not pass on", "INTERN, nicht weitergeben") }
  var contents: String { pick("Contents", "Inhalt") }
  var skipToContent: String { pick("Skip to the content", "Zum Inhalt springen") }
  var notice: String { pick("Please note", "Bitte beachten") }
  var sources: String { pick("Sources", "Quellen") }
  var published: String { pick("published", "veröffentlicht") }
  var reviewed: String { pick("reviewed", "geprüft") }
  var otherSources: String { pick("Not cited above:", "Oben nicht zitiert:") }
  var rank: String { pick("Rank", "Rang") }
  var option: String { pick("Option", "Option") }
  var points: String { pick("Points", "Punkte") }
  var comparison: String { pick("Comparison", "Vergleich") }
  var recommended: String { pick("recommended", "empfohlen") }
  var excluded: String { pick("excluded", "ausgeschlossen") }
  var excludedOptions: String { pick("Excluded by a requirement", "Durch eine Anforderung ausgeschlossen") }
  var reason: String { pick("Reason", "Grund") }
  var reasonsFor: String { pick("In favour", "Dafür") }
  var reasonsAgainst: String { pick("Against", "Dagegen") }
  var remainder: String { pick("Rounding", "Rundung") }
  var total: String { pick("Total", "Summe") }
  var rule: String { pick("Rule", "Regel") }
  var architecture: String { pick("Architecture", "Architektur") }
  var architectureAsText: String { pick("The drawing as text", "Die Zeichnung als Text") }
  var component: String { pick("Component", "Komponente") }
  var layer: String { pick("Layer", "Schicht") }
  var operatedBy: String { pick("Operated by", "Betrieben von") }
  var connections: String { pick("Connects to", "Verbindet sich mit") }
  var after: String { pick("after", "nach") }
  var result: String { pick("Result:", "Ergebnis:") }
  var footnote: String { pick("Footnote", "Fussnote") }
  var backToText: String { pick("Back to the text", "Zurück zum Text") }

  var chartAsText: String { pick("The chart as a table", "Die Grafik als Tabelle") }
  var operationsInTable: String {
    pick(
      "What monitoring and logs observe is not drawn; it stands in the text of the drawing.",
      "Was Monitoring und Logs beobachten, ist nicht eingezeichnet; es steht im Text zur Zeichnung."
    )
  }

  func place(_ number: Int) -> String { pick("place \(number)", "Stelle \(number)") }

  func layer(_ layer: ArchitectureDiagram.Layer) -> String {
    switch layer {
    case .edge: pick("Edge", "Zugang")
    case .application: pick("Application", "Anwendung")
    case .data: pick("Data", "Daten")
    case .delivery: pick("Delivery", "Auslieferung")
    case .operations: pick("Operations", "Betrieb")
    }
  }

  func operatorKind(_ kind: ArchitectureDiagram.Operator.Kind) -> String {
    switch kind {
    case .customer: pick("customer", "Kunde")
    case .provider: pick("provider", "Anbieter")
    case .shared: pick("shared", "gemeinsam")
    }
  }

  func callout(_ kind: Callout.Kind) -> String {
    switch kind {
    case .info: pick("Note", "Hinweis")
    case .warning: pick("Important", "Wichtig")
    case .confirm: pick("To be confirmed", "Zu bestätigen")
    case .assumption: pick("Assumption", "Annahme")
    }
  }
}
