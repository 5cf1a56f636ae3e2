package import Assessing
import RuleCompiler
package import RuleModel

/// The overview of many cases as a document: where they go, what was chosen in the end, what keeps options out, what is
/// confirmed again and again, and the least firm cases.
///
/// For the house only: it names customers and holds internal texts.
///
/// - Parameters:
///   - date: the day it speaks of; nil: undated.
///   - unread: files that could not be read, as people know them.
package func portfolioReport(
  _ portfolio: Portfolio,
  unread: [String],
  draws: Int,
  language: Language,
  date: CalendarDate?
) -> ReportDocument {
  PortfolioBuilder(portfolio: portfolio, unread: unread, draws: draws, language: language, date: date).document
}

/// The work of `portfolioReport`, one part per extension.
struct PortfolioBuilder {
  let portfolio: Portfolio
  let unread: [String]
  let draws: Int
  let date: CalendarDate?
  let say: Phrasing

  init(portfolio: Portfolio, unread: [String], draws: Int, language: Language, date: CalendarDate?) {
    self.portfolio = portfolio
    self.unread = unread
    self.draws = draws
    self.date = date
    say = Phrasing(language: language, edition: .internal, catalogue: portfolio.catalogue)
  }

  var document: ReportDocument {
    let language: ReportLanguage = say.language == .de ? .german : .english
    let packs = portfolio.catalogue.packs.map { "\($0.id) \($0.manifest.version)" }.joined(separator: ", ")
    return ReportDocument(
      title: say(en: "Portfolio", de: "Portfolio"),
      subtitle: say(
        en: "Where our cases go, what stands in their way, and which are not firm yet",
        de: "Wohin unsere Fälle gehen, was ihnen im Weg steht und welche noch nicht klar sind"
      ),
      language: language,
      facts: [ReportFact(say(en: "Cases", de: "Fälle"), RichText(plain: "\(portfolio.cases.count)"))]
        + (date.map { [ReportFact(say(en: "As of", de: "Stand"), RichText(plain: say.date($0)))] } ?? []),
      notice: .portfolio(asOf: date.map { say.date($0) }, language: language),
      sections: [
        summarySection, destinationsSection, outcomesSection, barriersSection, confirmationsSection, firmnessSection,
        provenanceSection,
      ].compactMap { $0 },
      generator: say(
        en: "Made by advisor \(engineVersion) with the rule packs \(packs).",
        de: "Erstellt mit advisor \(engineVersion) und den Regelpaketen \(packs)."
      )
    )
  }

  // MARK: Small pieces

  func plain(_ en: String, _ de: String) -> RichText { RichText(plain: say(en: en, de: de)) }

  func column(_ en: String, _ de: String, _ alignment: DataTable.Alignment = .leading) -> DataTable.Column {
    DataTable.Column(plain(en, de), alignment)
  }

  func title(of decision: DecisionPortfolio) -> String { say.text(decision.decision.decision.title) }

  /// A case as people name it: by its title.
  func name(_ place: Int) -> String { portfolio.cases[place].profile.title }

  /// Several cases by the names of the customers, at most a handful.
  func names(_ places: [Int]) -> String {
    let shown = places.prefix(4).map { portfolio.cases[$0].profile.customer?.name ?? name($0) }.joined(separator: ", ")
    let more = places.count - 4
    return more > 0 ? shown + say(en: " and \(more) more", de: " und \(more) weitere") : shown
  }

  func rule(_ id: String) -> String { portfolio.catalogue.rule(id).map { say.text($0.rule.title) } ?? id }

  func cases(_ count: Int) -> String {
    say(en: count == 1 ? "1 case" : "\(count) cases", de: count == 1 ? "1 Fall" : "\(count) Fälle")
  }

  func inCases(_ count: Int) -> String {
    say(en: count == 1 ? "in 1 case" : "in \(count) cases", de: count == 1 ? "in 1 Fall" : "in \(count) Fällen")
  }
}
