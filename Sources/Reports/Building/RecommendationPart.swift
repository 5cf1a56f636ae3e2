import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Page one: the decision that matters most in a sentence and a picture, all others in a table.
  mutating func recommendationSection(_ decisions: [AssessedDecision]) -> ReportSection {
    var blocks: [ReportBlock] = []
    if let main = decisions.first {
      blocks.append(.lead(mainHeadline(main)))
      if let summary = summary(of: main) { blocks.append(.paragraph(summary)) }
      blocks += remarkBlocks(main)
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

  /// All decisions but the first in a table; nil if there are no others.
  func overviewSection(_ decisions: [AssessedDecision]) -> ReportSection? {
    let others = decisions.dropFirst()
    guard !others.isEmpty else { return nil }
    let title = say(en: "All other decisions", de: "Alle weiteren Entscheidungen")
    return ReportSection(id: "overview", title: title, blocks: [.table(overview(Array(others)))])
  }

  /// The recommendation in the sentence that everything begins with; it needs no word for what is decided.
  func mainHeadline(_ decision: AssessedDecision) -> RichText {
    guard let variant = decision.variant, decision.decidedBy == .score else { return decisionHeadline(decision, say) }
    let name = say.option(variant)
    return say.language == .de ? "Wir empfehlen \(strong: name)." : "We recommend \(strong: name)."
  }

  /// What the recommended thing is, for whoever has never heard of it.
  mutating func summary(of decision: AssessedDecision) -> RichText? {
    guard let family = decision.chosenLeaf?.family, let option = catalogue.option(family),
      say.mayState(resting: option.sources), let text = say.shown(option.summary)
    else { return nil }
    let notes = citeFirst(option.sources)
    return "\(text)\(footnotes: notes)"
  }

  /// The option that comes first more often than the recommended one, which holds on the answers so far.
  func moreOftenFirst(_ decision: AssessedDecision) -> Acceptability? {
    guard decision.decidedBy == .score, let family = decision.recommended,
      let robustness = assessment.robustness?.decision(decision.id), let own = robustness.family(family)
    else { return nil }
    return robustness.families.filter { $0.first > own.first }.max { $0.first < $1.first }
  }

  /// Remarks on a decision: the standing and the confidence as a paragraph, everything else boxed.
  func remarkBlocks(_ decision: AssessedDecision) -> [ReportBlock] {
    let remarks = decisionRemarks(decision, say)
    var standing = remarks.filter { $0.kind == .standing }.map(\.text)
    standing += firmnessSentences(decision, assessment, say)?.prefix(1) ?? []
    var blocks: [ReportBlock] =
      standing.isEmpty ? [] : [.paragraph(RichText(plain: standing.joined(separator: " ")))]
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
          en: "The more important ones first. The lead is in points over the next option.",
          de: "Die wichtigeren zuerst. Der Vorsprung steht in Punkten auf die nächste Option."
        )
      ),
      columns: [
        DataTable.Column(RichText(plain: say(en: "Decision", de: "Entscheidung"))),
        DataTable.Column(RichText(plain: say(en: "Recommendation", de: "Empfehlung"))),
        DataTable.Column(RichText(plain: say(en: "Lead", de: "Vorsprung")), .trailing),
        DataTable.Column(RichText(plain: say(en: "How clear", de: "Wie klar"))),
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
    guard let rival = decision.runnerUp else { return say(en: "only one left", de: "einzige") }
    if decision.tie { return say(en: "equal", de: "gleichauf") }
    let sign = chosen.score < rival.score ? "\u{2212}" : ""
    let lead = sign + say.lead(chosen.score, over: rival.score)
    return decision.close ? say(en: "\(lead),\u{A0}close", de: "\(lead),\u{A0}knapp") : lead
  }

  /// Who or what makes it sure: a label with its share, or that it has been decided.
  func confidenceText(_ decision: AssessedDecision) -> String {
    if decision.decidedBy == .profile { return say(en: "decided", de: "entschieden") }
    guard decision.variant != nil, let confidence = assessment.robustness?.decision(decision.id)?.confidence else {
      return "–"
    }
    let told = "\(say.label(confidence.label)),\u{A0}\(say.part(confidence.share))"
    guard let other = moreOftenFirst(decision) else { return told }
    let (name, share) = (say.option(other.id), say.part(other.first))
    return say(
      en: "\(told): ahead today; with the answers still missing more often \(name) (\(share))",
      de: "\(told): heute vorn; mit den noch fehlenden Angaben öfter \(name) (\(share))"
    )
  }

  private func openPoints(_ decision: AssessedDecision) -> String {
    let count = decision.chosenLeaf?.confirm.count ?? 0
    return count == 0 ? "–" : "\(count)"
  }
}
