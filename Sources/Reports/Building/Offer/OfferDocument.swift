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
    if let section = offerOverview(decisions) { sections.append(section) }
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

  /// The main decision in a sentence, with what it is and what comes close.
  private mutating func offerRecommendation(_ decisions: [AssessedDecision]) -> ReportSection {
    var blocks: [ReportBlock] = []
    if let main = decisions.first {
      blocks += headline(main)
      if let rivals = closeRivals(main) { blocks.append(.paragraph(rivals)) }
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
    let title =
      isEarly ? say(en: "First assessment", de: "Erste Einschätzung") : say(en: "Recommendation", de: "Empfehlung")
    return ReportSection(id: "recommendation", title: title, blocks: blocks)
  }

  private mutating func headline(_ main: AssessedDecision) -> [ReportBlock] {
    if isEarly, main.decidedBy == .score, let leaf = main.variant { return earlyHeadline(leaf) }
    let summary = whatItIs(main).map { [ReportBlock.paragraph($0)] } ?? []
    return [.lead(decisionHeadline(main, say, isNamed: false))] + summary
  }

  /// Whatever is level with the recommended option or just behind it, of the same family or another one.
  private func closeRivals(_ main: AssessedDecision) -> RichText? {
    guard main.decidedBy == .score, let chosen = main.chosenLeaf else { return nil }
    let variants = main.leaves.filter { $0.rank != nil && $0.family == chosen.family && $0.id != chosen.id }
    let level = main.leaves.filter { $0.rank != nil && $0.id != chosen.id && isLevel($0, with: chosen) }
    let behind = [variants.first, main.runnerUp].compactMap { $0 }.filter { rival in
      rival.score < chosen.score && chosen.score - rival.score < Self.narrowLead && !isLevel(rival, with: chosen)
    }
    func names(_ leaves: [AssessedLeaf]) -> RichText {
      let all = leaves.map { leaf -> RichText in "\(strong: say.option(leaf.id))" }
      let last = all.suffix(1).map { $0 }
      let first = RichText.joined(Array(all.dropLast()), separator: ", ")
      return all.count < 2 ? .joined(all) : .joined([first] + last, separator: "\(say(en: " and ", de: " und "))")
    }
    var sentences: [RichText] = []
    if !level.isEmpty { sentences.append("\(say(en: "Level with it: ", de: "Gleichauf: "))" + names(level) + ".") }
    if !behind.isEmpty {
      sentences.append("\(say(en: "Only just behind: ", de: "Nur knapp dahinter: "))" + names(behind) + ".")
    }
    guard !sentences.isEmpty else { return nil }
    let talk = say(en: "We decide between them together with you.", de: "Was davon es wird, entscheiden wir mit Ihnen.")
    return .joined(sentences + ["\(talk)"], separator: " ")
  }

  /// All decisions in a table; in a first assessment those that may be named already, and the names of the others.
  private func offerOverview(_ decisions: [AssessedDecision]) -> ReportSection? {
    let shown = isEarly ? decisions.filter { isSettledEnough($0) } : decisions
    let blocks = (shown.isEmpty ? [] : [.table(overviewTable(shown))]) + (isEarly ? namesOfOpen(decisions) : [])
    guard !blocks.isEmpty else { return nil }
    return ReportSection(id: "overview", title: say(en: "All decisions", de: "Alle Entscheidungen"), blocks: blocks)
  }

  private func overviewTable(_ decisions: [AssessedDecision]) -> DataTable {
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

  /// How sure it is in a word, with the option that may well be it instead; never a number.
  func clearness(_ decision: AssessedDecision) -> String {
    if decision.decidedBy == .profile { return say(en: "decided", de: "entschieden") }
    guard decision.variant != nil, let robust = assessment.robustness?.decision(decision.id),
      let confidence = robust.confidence
    else { return "–" }
    let word = say.label(confidence.label).lowercased()
    guard let other = say.moreLikely(than: confidence, in: robust) else { return word }
    return say(en: "\(word), or \(say.option(other.id))", de: "\(word), oder \(say.option(other.id))")
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
