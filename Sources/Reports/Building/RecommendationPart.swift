import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Page one: the decision that matters most in a sentence and a picture, with what it is and how firm it stands.
  mutating func recommendationSection(_ decisions: [AssessedDecision]) -> ReportSection {
    var blocks: [ReportBlock] = []
    if let main = decisions.first {
      blocks.append(.lead(decisionHeadline(main, say, isNamed: false)))
      if let summary = whatItIs(main) { blocks.append(.paragraph(summary)) }
      blocks += remarkBlocks(main)
      blocks += thinBlocks(decisions)
      blocks += wayOutBlocks(main)
      if let figure = scoreFigure(main) { blocks.append(.figure(figure)) }
    } else {
      blocks.append(
        .paragraph(RichText(plain: say(en: "No decision applies.", de: "Keine Entscheidung trifft zu.")))
      )
    }
    return ReportSection(
      id: "recommendation",
      title: say(en: "Recommendation", de: "Empfehlung"),
      blocks: blocks
    )
  }

  /// All other decisions in a table; those that may not be needed at all are only named. Nil where there are none.
  func overviewSection(_ decisions: [AssessedDecision]) -> ReportSection? {
    let others = decisions.dropFirst()
    guard !others.isEmpty else { return nil }
    let needed = others.filter { $0.applicable == .yes }
    let perhaps = others.filter { $0.applicable != .yes }.map { decision -> RichText in
      "\(entry: say.text(decision.decision.decision.title), in: "decision-\(decision.id)")"
    }
    var blocks: [ReportBlock] = needed.isEmpty ? [] : [.table(overview(needed))]
    if !perhaps.isEmpty {
      let head = say(
        en: "Open answers still tell whether these are needed at all:",
        de: "Ob es diese überhaupt braucht, hängt von fehlenden Angaben ab:"
      )
      blocks.append(.paragraph("\(head) " + .joined(perhaps, separator: ", ") + "."))
    }
    return ReportSection(
      id: "overview",
      title: say(en: "All other decisions at a glance", de: "Alle weiteren Entscheidungen auf einen Blick"),
      blocks: blocks
    )
  }

  /// What the recommended option is, then what its variant adds, in the words of the rule packs and with their sources;
  /// nil where they have none that may stand as a statement.
  mutating func whatItIs(_ decision: AssessedDecision) -> RichText? {
    var sentences: [RichText] = []
    // An option without variants is its own.
    let variant = decision.variant == decision.recommended ? nil : decision.variant
    for id in [decision.recommended, variant].compactMap({ $0 }) {
      guard let option = catalogue.option(id), say.mayState(resting: option.sources),
        let text = say.shown(option.summary)
      else { continue }
      let notes = citeFirst(option.sources)
      sentences.append("\(text)\(footnotes: notes)")
    }
    return sentences.isEmpty ? nil : .joined(sentences, separator: " ")
  }

  /// That little is known yet, where that is so of many decisions; the main one says it of itself.
  private func thinBlocks(_ decisions: [AssessedDecision]) -> [ReportBlock] {
    let recommended = decisions.filter { $0.recommended != nil }
    let thin = recommended.count(where: \.isThin)
    guard decisions.first?.isThin == false, thin * 3 > recommended.count else { return [] }
    let (answered, unknown, _) = assessment.counts
    let text = say(
      en: "The basis is still thin: \(answered) of \(answered + unknown) questions are answered.",
      de: "Die Grundlage ist noch dünn: \(answered) von \(answered + unknown) Fragen sind beantwortet."
    )
    return [.callout(Callout(.info, blocks: [.paragraph(RichText(plain: text))]))]
  }

  /// Remarks on a decision: the standing, the confidence and whether open answers matter as paragraphs, everything else
  /// boxed.
  func remarkBlocks(_ decision: AssessedDecision) -> [ReportBlock] {
    let remarks = decisionRemarks(decision, say)
    var paragraphs = [remarks.filter { $0.kind == .standing }.map(\.text).joined(separator: " ")]
    paragraphs += firmnessSentences(decision, assessment, say)?.prefix(1) ?? []
    paragraphs += assessment.settlements[decision.id].flatMap { settledSentence(decision, $0, say) }.map { [$0] } ?? []
    var blocks = paragraphs.filter { !$0.isEmpty }.map { ReportBlock.paragraph(RichText(plain: $0)) }
    for remark in remarks {
      let kind: Callout.Kind
      switch remark.kind {
      case .standing: continue
      case .info: kind = .info
      case .warning: kind = .warning
      case .confirm: kind = .confirm
      }
      blocks.append(.callout(Callout(kind, blocks: [.paragraph(RichText(plain: remark.text))])))
    }
    return blocks
  }

  /// What is left when no option fits.
  mutating func wayOutBlocks(_ decision: AssessedDecision) -> [ReportBlock] {
    let ways = waysLeft(of: decision, say).map { way -> RichText in
      let notes = cite(way.sources)
      let told: RichText = "\(say.text(way.text))\(footnotes: notes)"
      return way.links.reduce(told) { $0 + " \(link: $1.url, to: $1.url)" }
    }
    if ways.isEmpty { return [] }
    return [.paragraph(RichText(plain: waysOutHeading(say))), .list(ways)]
  }

  /// Every other decision in a row: what is recommended, by how much, how sure, and what has to be confirmed.
  private func overview(_ decisions: [AssessedDecision]) -> DataTable {
    let rows = decisions.map { decision -> DataTable.Row in
      let title = say.text(decision.decision.decision.title)
      return DataTable.Row([
        "\(entry: title, in: "decision-\(decision.id)")", outcome(decision), RichText(plain: leadText(decision)),
        RichText(plain: confidenceText(decision)), RichText(plain: openPoints(decision)),
      ])
    }
    return DataTable(
      caption: RichText(
        plain: say(
          en: "The more important ones first.",
          de: "Die wichtigeren zuerst."
        )
      ),
      columns: [
        DataTable.Column(RichText(plain: say(en: "Decision", de: "Entscheidung"))),
        DataTable.Column(RichText(plain: say(en: "Recommendation", de: "Empfehlung"))),
        DataTable.Column(RichText(plain: say(en: "Lead in points", de: "Vorsprung in Punkten")), .trailing),
        DataTable.Column(RichText(plain: say(en: "How sure", de: "Wie sicher"))),
        DataTable.Column(RichText(plain: say(en: "To confirm", de: "Zu klären")), .trailing),
      ],
      rows: rows
    )
  }

  func outcome(_ decision: AssessedDecision) -> RichText {
    guard let variant = decision.variant else {
      return RichText(
        plain: decision.reason == .noSolution
          ? say(en: "no option fits", de: "keine Option passt") : say(en: "answers are missing", de: "Angaben fehlen")
      )
    }
    let name = say.option(variant)
    if decision.applicable == .unknown {
      return "\(strong: name) \(emphasis: say(en: "(if needed)", de: "(falls nötig)"))"
    }
    return "\(strong: name)"
  }

  /// The lead over the best leaf of another option, or a word where there is none.
  func leadText(_ decision: AssessedDecision) -> String {
    guard let chosen = decision.chosenLeaf else { return "–" }
    guard let rival = decision.runnerUp else { return say(en: "no other possible", de: "keine andere möglich") }
    if decision.tie { return say(en: "equal", de: "gleichauf") }
    let sign = chosen.score < rival.score ? "\u{2212}" : ""
    let lead = sign + say.lead(chosen.score, over: rival.score)
    return decision.close ? say(en: "\(lead),\u{A0}close", de: "\(lead),\u{A0}knapp") : lead
  }

  /// Who or what makes it sure: a label with its share, or that it has been decided.
  func confidenceText(_ decision: AssessedDecision) -> String {
    if decision.decidedBy == .profile { return say(en: "decided", de: "entschieden") }
    return say.confidence(of: decision, in: assessment.robustness) ?? "–"
  }

  private func openPoints(_ decision: AssessedDecision) -> String {
    let count = decision.chosenLeaf?.confirm.count ?? 0
    return count == 0 ? "–" : "\(count)"
  }
}
