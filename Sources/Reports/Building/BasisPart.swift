import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// What the recommendation rests on: answers that decide, points to be confirmed, assumptions, contradictions.
  mutating func foundationSection(_ decisions: [AssessedDecision]) -> ReportSection {
    var blocks = contradictionBlocks()
    let main = decisions.first
    blocks += main.map { decisiveBlocks($0) } ?? []
    blocks += confirmationBlocks(main, decisions)
    blocks += clarificationBlocks()
    let assumed = assessment.facts.filter { $0.origin == .assumed && say.mayShow($0.fact.fact.audience) }
    if !assumed.isEmpty {
      let rows = assumed.map { fact -> RichText in
        "\(say.title(of: fact.fact.fact)): \(strong: say.state(fact.state, of: fact.fact.fact))"
      }
      let title = say(en: "Assumed, since not answered", de: "Angenommen, weil nicht beantwortet")
      blocks.append(.callout(Callout(.assumption, title: RichText(plain: title), blocks: [.list(rows)])))
    }
    blocks += questionBlocks()
    var basis =
      say(en: "The assessment rests on ", de: "Die Einschätzung beruht auf: ") + say.basis(assessment.counts)
      + say(
        en: " An open question counts neither for nor against anything.",
        de: " Eine offene Frage zählt weder dafür noch dagegen."
      )
    if profile.requirements.contains(where: { say.shown($0.text) != nil }) {
      basis += say(
        en: " What no question holds is listed under \u{201C}Not considered in the scoring\u{201D}.",
        de: " Was keine Frage fasst, steht unter «In der Bewertung nicht berücksichtigt»."
      )
    }
    blocks.append(.paragraph(RichText(plain: basis)))
    return ReportSection(
      id: "basis",
      title: say(en: "What the recommendation rests on", de: "Worauf die Empfehlung beruht"),
      blocks: blocks
    )
  }

  private func contradictionBlocks() -> [ReportBlock] {
    assessment.contradictions.filter { say.mayShow($0.text.audience) }.map { item in
      let answers = item.facts.compactMap { assessment.fact($0.id) }.filter { say.mayShow($0.fact.fact.audience) }
        .map { "\(say.title(of: $0.fact.fact)): \(say.state($0.state, of: $0.fact.fact))" }
      return .callout(
        Callout(
          .warning,
          title: RichText(plain: say(en: "Answers that do not go together", de: "Angaben, die nicht zusammenpassen")),
          blocks: [.paragraph(RichText(plain: say.text(item.text))), .list(answers.map { RichText(plain: $0) })]
        )
      )
    }
  }

  /// The answers that alone would turn the main decision; where there are none, that it takes more than one.
  private func decisiveBlocks(_ decision: AssessedDecision) -> [ReportBlock] {
    guard decision.variantByScore != nil, let changes = assessment.changes[decision.id] else { return [] }
    let title = say.text(decision.decision.decision.title)
    let lines = changeLines(changes, say)
    let isSingle = changes.drivers.contains { driver in
      driver.changes.allSatisfy { say.mayShow($0.fact.fact.audience) }
    }
    guard isSingle else {
      return [
        .paragraph(
          RichText(
            plain: say(
              en: "\(title): no single other answer would change the recommendation.",
              de:
                "\(title): Keine einzelne Angabe würde, anders beantwortet, die Empfehlung ändern."
            )
          )
        )
      ]
    }
    var blocks: [ReportBlock] = [
      .paragraph(
        RichText(
          plain: say(
            en: "\(title): these answers decide. One of them alone would change the recommendation:",
            de: "\(title): Diese Angaben entscheiden. Jede für sich würde die Empfehlung ändern:"
          )
        )
      ),
      .list(lines.prefix(5).map { "\($0.change) → \(strong: $0.outcome)" }),
    ]
    if lines.count > 5 {
      let rest = say(en: "\(lines.count - 5) more under", de: "\(lines.count - 5) weitere unter")
      let firm = firmnessTitle
      blocks.append(.paragraph("\(rest) \(entry: firm, in: "firmness")."))
    }
    return blocks
  }

  var firmnessTitle: String { say(en: "How firm the recommendation is", de: "Wie sicher die Empfehlung ist") }

  /// The questions about the main decision, and how many there are about the others.
  private mutating func confirmationBlocks(
    _ main: AssessedDecision?,
    _ decisions: [AssessedDecision]
  ) -> [ReportBlock] {
    let rows = confirmationRows(of: main?.id)
    let others = decisions.filter { $0.id != main?.id && $0.chosenLeaf?.confirm.isEmpty == false }
    var blocks: [ReportBlock] = rows.isEmpty ? [] : [.list(rows)]
    if !others.isEmpty {
      let links = others.map { decision -> RichText in
        let title = say.text(decision.decision.decision.title)
        let count = decision.chosenLeaf?.confirm.count ?? 0
        return "\(entry: title, in: "decision-\(decision.id)") (\(count))"
      }
      let start = say(en: "In the other decisions: ", de: "In den weiteren Entscheidungen: ")
      blocks.append(.paragraph(RichText(plain: start) + .joined(links, separator: ", ") + "."))
    }
    guard !blocks.isEmpty else { return [] }
    let title = say(en: "Questions to the provider", de: "Fragen an den Anbieter")
    return [.callout(Callout(.confirm, title: RichText(plain: title), blocks: blocks))]
  }

  /// The open questions about what is recommended in one decision, with sources and the answers behind them.
  mutating func confirmationRows(of decision: String?) -> [RichText] {
    var rows: [RichText] = []
    for item in recommendation.confirmations where item.decision == decision {
      let notes = cite(item.rule.sources)
      let answers = catalogue.rule(item.rule.id).map { answersInBrackets($0) } ?? ""
      rows.append("\(say.question(item.text, of: item.rule))\(footnotes: notes)\(answers)")
    }
    return rows
  }

  /// Questions that were answered, and what they were answered with.
  private func clarificationBlocks() -> [ReportBlock] {
    let rows = clarifications(of: assessment).map { item -> RichText in
      "\(strong: say.option(item.option.id)): \(clarificationText(item, say))"
    }
    guard !rows.isEmpty else { return [] }
    let title = say(en: "Clarified", de: "Geklärt")
    return [.callout(Callout(.info, title: RichText(plain: title), blocks: [.list(rows)]))]
  }

  /// What to ask next, where an answer may still change something.
  private func questionBlocks() -> [ReportBlock] {
    guard let questions = questionsWorthAsking(assessment, say, limit: 5), !questions.isEmpty else { return [] }
    let title = say(en: "Worth asking next", de: "Als Nächstes zu fragen")
    let rows = questions.map { RichText(plain: $0) }
    return [.callout(Callout(.info, title: RichText(plain: title), blocks: [.numberedList(rows)]))]
  }

  /// Warnings and hints about what is recommended.
  mutating func notesSection() -> ReportSection? {
    var warnings: [RichText] = []
    var hints: [RichText] = []
    for advised in recommendation.notes {
      guard say.mayShow(advised.note.audience), say.mayShow(advised.note.text.audience), say.mayState(advised.rule)
      else { continue }
      let notes = cite(advised.rule.sources)
      let line: RichText = "\(say.text(advised.note.text))\(footnotes: notes)"
      if advised.note.level == .warning { warnings.append(line) } else { hints.append(line) }
    }
    var parts: [ReportSection] = []
    if !warnings.isEmpty {
      let title = say(en: "To watch", de: "Darauf ist zu achten")
      parts.append(ReportSection(id: "warnings", title: title, blocks: [.list(warnings)], density: .dense))
    }
    if !hints.isEmpty {
      let title = say(en: "Good to know", de: "Gut zu wissen")
      parts.append(ReportSection(id: "hints", title: title, blocks: [.list(hints)], density: .dense))
    }
    guard !parts.isEmpty else { return nil }
    return ReportSection(id: "notes", title: say(en: "Remarks", de: "Hinweise"), subsections: parts)
  }

  /// What the customer asked that no question holds.
  func requirementsSection() -> ReportSection? {
    let requirements = profile.requirements.compactMap { say.shown($0.text) }
    guard !requirements.isEmpty else { return nil }
    return ReportSection(
      id: "not-considered",
      title: say(en: "Not considered in the scoring", de: "In der Bewertung nicht berücksichtigt"),
      blocks: [
        .paragraph(
          RichText(
            plain: say(
              en: "You also asked for this. Our questions do not cover it; it has no part in the scores.",
              de:
                "Auch das haben Sie verlangt. Unsere Fragen decken es nicht ab; in die Punkte ist es nicht eingeflossen."
            )
          )
        ), .list(requirements.map { RichText(plain: $0) }),
      ]
    )
  }
}
