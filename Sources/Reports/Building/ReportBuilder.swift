package import Advice
import Assessing
import LocatedJSON
import RuleCompiler
package import RuleModel

/// Builds the document of a recommendation; every format is rendered from it.
package func reportDocument(
  of recommendation: Recommendation,
  language: Language,
  edition: Edition = .customer
) -> ReportDocument {
  var builder = ReportBuilder(recommendation, language, edition)
  return edition == .offer ? builder.buildOffer() : builder.build()
}

/// The same, as a report is wanted.
package func reportDocument(of recommendation: Recommendation, in manner: ReportManner) -> ReportDocument {
  var document = reportDocument(of: recommendation, language: manner.language, edition: manner.edition)
  document.brand = manner.brand
  return document
}

/// The work of `reportDocument`, one part of the report per extension.
struct ReportBuilder {
  let recommendation: Recommendation
  let say: Phrasing
  /// The assessment evaluated once more in the obvious way, for the values behind every reason.
  let evaluator: ObviousEvaluator
  var book = ReferenceBook()

  var assessment: Assessment { recommendation.assessment }
  var catalogue: Catalogue { assessment.catalogue }
  var profile: Profile { assessment.profile.profile }

  init(_ recommendation: Recommendation, _ language: Language, _ edition: Edition) {
    self.recommendation = recommendation
    evaluator = recommendation.assessment.evaluator
    say = Phrasing(language: language, edition: edition, catalogue: recommendation.assessment.catalogue)
  }

  mutating func build() -> ReportDocument {
    let decisions = orderedDecisions
    var sections = [recommendationSection(decisions)]
    if let section = reasonsSection(decisions) { sections.append(section) }
    if let section = overviewSection(decisions) { sections.append(section) }
    sections.append(foundationSection(decisions))
    if let section = architectureSection() { sections.append(section) }
    if let section = decisionsSection(decisions) { sections.append(section) }
    if let section = firmnessSection(decisions) { sections.append(section) }
    if let section = serviceSection(decisions) { sections.append(section) }
    if let section = notesSection() { sections.append(section) }
    if let section = planSection() { sections.append(section) }
    if let section = requirementsSection() { sections.append(section) }
    sections.append(answersSection())
    sections.append(methodSection())
    return document(
      of: sections,
      subtitle: say.edition.showsInternals
        ? say(en: "Internal edition for consultants and sales", de: "Interne Fassung für Beratung und Verkauf")
        : say(
          en: "Recommended hosting architecture and onboarding checklist",
          de: "Empfohlene Hosting-Architektur und Checkliste für den Einstieg"
        ),
      embedded: resultJSON(of: recommendation, edition: say.edition)
    )
  }

  /// What every document of a case has around its sections.
  func document(of sections: [ReportSection], subtitle: String, embedded: JSONValue) -> ReportDocument {
    let customer = profile.customer
    return ReportDocument(
      title: profile.title,
      subtitle: subtitle,
      language: say.language == .de ? .german : .english,
      facts: pageOneFacts(),
      footerReference: [customer?.name, customer?.reference].compactMap { $0 }.joined(separator: ", "),
      notice: reportNotice(of: assessment, say),
      isDraft: isDraft(profile, in: say.edition),
      isInternal: say.edition.showsInternals,
      isBrief: !say.edition.showsScores,
      sections: sections,
      references: book.references,
      generator: madeBy(assessment, say),
      embedded: embedded
    )
  }

  /// Decisions that apply or may, in the order in which they matter: by importance, then in the order in which they are
  /// decided.
  var orderedDecisions: [AssessedDecision] {
    let applicable = assessment.decisions.filter { $0.applicable != .no }
    return applicable.enumerated().sorted { a, b in
      let (x, y) = (a.element.decision.decision.importance, b.element.decision.decision.importance)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  private func pageOneFacts() -> [ReportFact] {
    var facts: [ReportFact] = []
    func add(_ label: String, _ value: String?) {
      if let value { facts.append(ReportFact(label, RichText(plain: value))) }
    }
    add(say(en: "Customer", de: "Kunde"), profile.customer?.name)
    add(say(en: "Contact", de: "Kontakt"), profile.customer?.contact)
    add(say(en: "Reference", de: "Referenz"), profile.customer?.reference)
    add(say(en: "Date", de: "Datum"), assessment.date.map { say.date($0) })
    add(say(en: "Valid until", de: "Gültig bis"), profile.validUntil.map { say.date($0) })
    add(say(en: "Author", de: "Verfasst von"), profile.author)
    add(say(en: "Status", de: "Status"), statusText)
    return facts
  }

  /// Draft, reviewed or released; a review lapses when what was reviewed has changed since.
  private var statusText: String {
    let word =
      switch profile.status {
      case .draft: say(en: "draft", de: "Entwurf")
      case .reviewed: say(en: "reviewed", de: "geprüft")
      case .released: say(en: "released", de: "freigegeben")
      }
    guard let review = profile.reviewedBy else { return word }
    if profile.hasLapsedReview {
      return say(
        en: "\(word); the review by \(review.name) has lapsed, since answers have changed",
        de: "\(word); die Prüfung durch \(review.name) ist hinfällig, weil Angaben geändert wurden"
      )
    }
    let day = review.date.map { ", \(say.date($0))" } ?? ""
    return "\(word) (\(review.name)\(day))"
  }

  // MARK: Citations

  /// Footnote numbers of sources; those for the house only are left out of what a customer gets.
  mutating func cite(_ names: [Name]) -> [Int] {
    names.compactMap { name -> Int? in
      guard let source = catalogue.source(name.id), say.mayShow(source.audience) else { return nil }
      let reference = self.reference(source)
      return book.cite(source.id) { reference }
    }
  }

  private func reference(_ source: Source) -> ReportReference {
    var marks: [ReportReference.Mark] = []
    if source.status == .derived { marks.append(.init(.info, say(en: "derived", de: "abgeleitet"))) }
    if source.status == .legacy { marks.append(.init(.caution, say(en: "older source", de: "ältere Quelle"))) }
    if source.status == .unverified { marks.append(.init(.caution, say(en: "not verified", de: "nicht bestätigt"))) }
    if let date = assessment.date {
      if source.isStale(on: date) == true {
        marks.append(.init(.caution, say(en: "review overdue", de: "Prüfung überfällig")))
      }
    } else {
      marks.append(.init(.neutral, say(en: "age not checked", de: "Alter nicht geprüft")))
    }
    return ReportReference(
      number: 0,
      title: source.title.map { "\(say.text($0)) [\(source.id)]" } ?? source.id,
      address: source.url ?? "",
      date: source.published.map { say.date($0) } ?? "",
      reviewed: source.reviewed.map { say.date($0) } ?? "",
      marks: marks
    )
  }
}
