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
    if let section = offerArchitecture(decisions) { sections.append(section) }
    if let section = offerService(decisions) { sections.append(section) }
    if let section = offerOpenPoints(main, decisions) { sections.append(section) }
    if let section = offerPlan() { sections.append(section) }
    sections.append(offerLegend())
    return document(
      of: sections,
      subtitle: isEarly
        ? say(en: "First assessment from a few answers", de: "Erste Einschätzung nach wenigen Angaben")
        : say(en: "Our recommendation in short", de: "Unsere Empfehlung in Kürze"),
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
      blocks += headline(main)
      if let equals = levelSentence(main) { blocks.append(.paragraph(equals)) }
      for remark in decisionRemarks(main, say) {
        switch remark.kind {
        case .warning: blocks.append(.callout(Callout(.warning, blocks: [.paragraph(RichText(plain: remark.text))])))
        case .confirm: blocks.append(.paragraph(RichText(plain: remark.text)))
        case .standing, .info: continue
        }
      }
      blocks += wayOutBlocks(main)
    } else {
      blocks.append(.paragraph(RichText(plain: say(en: "No decision applies.", de: "Keine Entscheidung trifft zu."))))
    }
    let shown = isEarly ? decisions.filter { isSettledEnough($0) } : decisions
    if !shown.isEmpty { blocks.append(.table(offerOverview(shown))) }
    if isEarly { blocks += namesOfOpen(decisions) }
    let title =
      isEarly ? say(en: "First assessment", de: "Erste Einschätzung") : say(en: "Recommendation", de: "Empfehlung")
    return ReportSection(id: "recommendation", title: title, blocks: blocks)
  }

  private func headline(_ main: AssessedDecision) -> [ReportBlock] {
    if isEarly, main.decidedBy == .score, let leaf = main.variant { return earlyHeadline(leaf) }
    return [.lead(decisionHeadline(main, say))]
  }

  /// Options that are exactly as good: which of them it will be is no matter of scores.
  private func levelSentence(_ main: AssessedDecision) -> RichText? {
    guard main.decidedBy == .score, let chosen = main.chosenLeaf else { return nil }
    let level = main.leaves.filter { $0.rank != nil && $0.id != chosen.id && isLevel($0, with: chosen) }
    guard !level.isEmpty else { return nil }
    let names = RichText.joined(level.map { "\(strong: say.option($0.id))" }, separator: ", ")
    if say.language == .de {
      let verb = level.count == 1 ? "liegt" : "liegen"
      return "\(names) \(verb) gleichauf; was davon es wird, entscheiden wir mit Ihnen."
    }
    let verb = level.count == 1 ? "is" : "are"
    return "\(names) \(verb) level with it; which of them it will be we decide together with you."
  }

  private func offerOverview(_ decisions: [AssessedDecision]) -> DataTable {
    DataTable(
      columns: [
        DataTable.Column(RichText(plain: say(en: "Decision", de: "Entscheidung"))),
        DataTable.Column(RichText(plain: say(en: "Recommendation", de: "Empfehlung"))),
        DataTable.Column(RichText(plain: say(en: "How sure", de: "Wie sicher"))),
      ],
      rows: decisions.map { decision in
        DataTable.Row([
          RichText(plain: say.text(decision.decision.decision.title)), outcome(decision),
          RichText(plain: clearness(decision)),
        ])
      }
    )
  }

  /// How clear it is in one word; never a number.
  func clearness(_ decision: AssessedDecision) -> String {
    if decision.decidedBy == .profile { return say(en: "decided", de: "entschieden") }
    guard decision.variant != nil, let confidence = assessment.robustness?.decision(decision.id)?.confidence else {
      return "–"
    }
    return say.label(confidence.label).lowercased()
  }

  // MARK: Architecture

  /// The drawing, and who operates what; after a few answers without what hangs on a decision that is still open.
  private mutating func offerArchitecture(_ decisions: [AssessedDecision]) -> ReportSection? {
    // What is left out below is not cited either.
    let cited = book
    defer { book = cited }
    let left = isEarly ? componentsOfOpen(decisions) : []
    guard var section = architectureSection(without: left) else { return nil }
    section.subsections = []
    if !left.isEmpty {
      let told = say(
        en: "What hangs on a decision that is still open is not drawn.",
        de: "Was von einer noch offenen Entscheidung abhängt, ist nicht gezeichnet."
      )
      section.blocks.append(.paragraph(RichText(plain: told)))
    }
    return section
  }
}
