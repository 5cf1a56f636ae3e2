/// The disclaimer that every report carries.
///
/// Its sentences are written here and nowhere else, and they cannot be replaced: a pack, a profile or a brand may add
/// to them, so that no edition of a report goes out without them.
package struct ReportNotice: Sendable, Equatable {
  /// The whole notice, for page one and the end.
  package let text: String
  /// One line for the footer of every page.
  package let short: String
  /// What the house adds, a paragraph each.
  package let additions: [RichText]

  private init(text: String, short: String, additions: [RichText]) {
    self.text = text
    self.short = short
    self.additions = additions
  }

  /// The notice of the handbook, which is about the packs and not about a case; the date as for a report.
  package static func handbook(asOf date: String?, language: ReportLanguage) -> ReportNotice {
    switch language {
    case .english:
      let moment = date.map { " as of \($0)" } ?? ""
      return ReportNotice(
        text:
          "This is an internal handbook\(moment): it holds texts that are not meant for customers. It tells what the rule "
          + "packs say, and promises nothing. Where it differs from a contract or a service level agreement, the contract "
          + "and the agreement prevail.",
        short: "Internal handbook\(moment); not for customers. Contract and SLA prevail.",
        additions: []
      )
    case .german:
      let moment = date.map { " mit Stand \($0)" } ?? ""
      return ReportNotice(
        text:
          "Dies ist ein internes Handbuch\(moment): Es enthält Texte, die nicht für Kunden bestimmt sind. Es gibt wieder, "
          + "was die Regelpakete sagen, und sichert nichts zu. Bei Abweichungen gehen der Vertrag und die "
          + "Service-Level-Vereinbarung (SLA) vor.",
        short: "Internes Handbuch\(moment); nicht für Kunden. Vertrag und SLA gehen vor.",
        additions: []
      )
    }
  }

  /// The notice of an overview of many cases; the date as for a report.
  package static func portfolio(asOf date: String?, language: ReportLanguage) -> ReportNotice {
    switch language {
    case .english:
      let moment = date.map { " as of \($0)" } ?? ""
      return ReportNotice(
        text:
          "This is an internal overview\(moment): it names customers and holds texts that are not meant for them. It tells "
          + "what the rule packs say about the profiles, and promises nothing.",
        short: "Internal overview\(moment); not for customers.",
        additions: []
      )
    case .german:
      let moment = date.map { " mit Stand \($0)" } ?? ""
      return ReportNotice(
        text:
          "Dies ist eine interne Übersicht\(moment): Sie nennt Kunden beim Namen und enthält Texte, die nicht für sie "
          + "bestimmt sind. Sie gibt wieder, was die Regelpakete zu den Profilen sagen, und sichert nichts zu.",
        short: "Interne Übersicht\(moment); nicht für Kunden.",
        additions: []
      )
    }
  }

  /// The notice as of a date, which is already written the way the language writes dates; nil for an undated report.
  package init(asOf date: String?, language: ReportLanguage, adding additions: [RichText] = []) {
    self.additions = additions
    switch language {
    case .english:
      let moment = date.map { "as of \($0)" } ?? "without a date"
      text =
        "This is an assessment \(moment), made on the information given to us. It is neither an offer nor a warranty. "
        + "Availability and other service levels are stated as requested, not as promised. "
        + "Where it differs from a contract or a service level agreement, the contract and the agreement prevail."
      short = "Assessment \(moment), on the information given; not an offer or a warranty. Contract and SLA prevail."
    case .german:
      let moment = date.map { "mit Stand \($0)" } ?? "ohne Datum"
      text =
        "Dies ist eine Einschätzung \(moment), erstellt aufgrund der uns vorliegenden Angaben. "
        + "Sie ist weder ein Angebot noch eine Zusicherung. "
        + "Verfügbarkeit und andere Service-Levels sind so genannt, wie sie gewünscht wurden, nicht zugesagt. "
        + "Bei Abweichungen gehen der Vertrag und die Service-Level-Vereinbarung (SLA) vor."
      short = "Einschätzung \(moment) aufgrund der Angaben; weder Angebot noch Zusicherung. Vertrag und SLA gehen vor."
    }
  }
}
