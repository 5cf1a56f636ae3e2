import Advice
import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// What sales attaches: two to four pages of A4 in words, for somebody who decides and does not score.
  mutating func buildOffer() -> ReportDocument {
    let decisions = orderedDecisions
    let main = decisions.first
    var sections = [offerRecommendation(decisions)]
    if let section = offerReasons(main) { sections.append(section) }
    if !decisions.isEmpty { sections.append(offerOverview(decisions)) }
    if let section = offerArchitecture() { sections.append(section) }
    if let section = offerService(decisions) { sections.append(section) }
    if let section = offerOpenPoints(main, decisions) { sections.append(section) }
    if let section = offerPlan() { sections.append(section) }
    sections.append(offerLegend())
    return document(
      of: sections,
      subtitle: say(en: "Our recommendation in short", de: "Unsere Empfehlung in Kürze"),
      embedded: .members([
        ("schemaVersion", .number(Double(resultSchemaVersion))),
        ("provenance", Provenance(of: assessment, for: say.edition).json()),
      ])
    )
  }

  // MARK: Recommendation

  /// The main decision in a sentence, the others in a table.
  private mutating func offerRecommendation(_ decisions: [AssessedDecision]) -> ReportSection {
    var blocks: [ReportBlock] = []
    if let main = decisions.first {
      blocks.append(.lead(mainHeadline(main)))
      if let summary = summary(of: main) { blocks.append(.paragraph(summary)) }
      for remark in decisionRemarks(main, say) {
        switch remark.kind {
        case .warning: blocks.append(.callout(Callout(.warning, blocks: [.paragraph(RichText(plain: remark.text))])))
        case .confirm: blocks.append(.paragraph(RichText(plain: remark.text)))
        case .standing, .info: continue
        }
      }
      if let rivals = closeRivals(main) { blocks.append(.paragraph(rivals)) }
      blocks += wayOutBlocks(main)
    } else {
      blocks.append(.paragraph(RichText(plain: say(en: "No decision applies.", de: "Keine Entscheidung trifft zu."))))
    }
    return ReportSection(id: "recommendation", title: say(en: "Recommendation", de: "Empfehlung"), blocks: blocks)
  }

  private func offerOverview(_ decisions: [AssessedDecision]) -> ReportSection {
    let table = DataTable(
      columns: [
        DataTable.Column(RichText(plain: say(en: "Decision", de: "Entscheidung"))),
        DataTable.Column(RichText(plain: say(en: "Recommendation", de: "Empfehlung"))),
        DataTable.Column(RichText(plain: say(en: "How clear", de: "Wie klar"))),
      ],
      rows: decisions.map { decision in
        DataTable.Row([
          RichText(plain: say.text(decision.decision.decision.title)), outcome(decision),
          RichText(plain: clearness(decision)),
        ])
      }
    )
    return ReportSection(
      id: "overview",
      title: say(en: "All decisions", de: "Alle Entscheidungen"),
      blocks: [.table(table)]
    )
  }

  /// How clear it is in one word; never a number.
  func clearness(_ decision: AssessedDecision) -> String {
    if decision.decidedBy == .profile { return say(en: "decided", de: "entschieden") }
    guard decision.variant != nil, let confidence = assessment.robustness?.decision(decision.id)?.confidence else {
      return "–"
    }
    let word = say.label(confidence.label).lowercased()
    guard let other = moreOftenFirst(decision) else { return word }
    return say(en: "\(word), or \(say.option(other.id))", de: "\(word), oder \(say.option(other.id))")
  }

  // MARK: Architecture

  /// The drawing, and who operates what.
  private mutating func offerArchitecture() -> ReportSection? {
    // What is left out below is not cited either.
    let cited = book
    defer { book = cited }
    guard var section = architectureSection() else { return nil }
    section.subsections = []
    // What may yet be needed is a long list early on, and nothing that somebody decides by.
    section.blocks.removeAll { if case .paragraph = $0 { true } else { false } }
    return section
  }

  // MARK: Words

  /// What the words mean, and where everything that is left out here stands.
  private func offerLegend() -> ReportSection {
    let words: [(String, String)] = [
      (
        say(en: "Firm", de: "Klar"),
        say(
          en: "stays the first choice under nearly every other weighting and with nearly every answer still missing.",
          de: "bleibt bei fast jeder anderen Gewichtung und fast jeder noch fehlenden Angabe die erste Wahl."
        )
      ),
      (
        say(en: "Likely", de: "Wahrscheinlich"),
        say(en: "stays the first choice in most cases.", de: "bleibt in den meisten Fällen die erste Wahl.")
      ),
      (
        say(en: "Open", de: "Offen"),
        say(
          en: "what matters to you, or what is not known yet, still decides.",
          de: "es entscheidet noch, was Ihnen wichtig ist oder was noch nicht bekannt ist."
        )
      ),
      (
        say(en: "Decided", de: "Entschieden"),
        say(en: "was settled before this recommendation.", de: "stand schon vor dieser Empfehlung fest.")
      ),
    ]
    return ReportSection(
      id: "legend",
      title: say(en: "What the words mean", de: "Was die Wörter bedeuten"),
      blocks: [
        .paragraph(
          RichText.joined(words.map { "\(strong: $0.0 + ":") \($0.1)" })
            + RichText(
              plain: say(en: " The recommendation rests on this: ", de: " Darauf beruht die Empfehlung: ")
                + say.basis(assessment.counts)
            )
        )
      ],
      density: .dense
    )
  }
}
