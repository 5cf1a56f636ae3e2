import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Page one: the recommendation in one sentence per decision, and the three reasons that carry most of the lead.
  mutating func recommendationSection(_ decisions: [AssessedDecision]) -> ReportSection {
    var blocks: [ReportBlock] = []
    for decision in decisions {
      blocks.append(.lead(decisionHeadline(decision, say)))
      blocks += remarkBlocks(decision)
      blocks += wayOutBlocks(decision)
      let reasons = mainReasons(decision)
      if !reasons.isEmpty {
        blocks.append(
          .paragraph(RichText(plain: say(en: "What speaks for it most:", de: "Was am meisten dafür spricht:")))
        )
        blocks.append(.list(reasons))
      }
    }
    if decisions.isEmpty {
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

  /// Remarks on a decision: the standing as a paragraph, everything else boxed.
  private func remarkBlocks(_ decision: AssessedDecision) -> [ReportBlock] {
    let remarks = decisionRemarks(decision, say)
    let standing = remarks.filter { $0.kind == .standing }.map { RichText(plain: $0.text) }
    var blocks: [ReportBlock] = standing.isEmpty ? [] : [.paragraph(.joined(standing))]
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
  private mutating func wayOutBlocks(_ decision: AssessedDecision) -> [ReportBlock] {
    let ways = waysLeft(of: decision, say).map { way -> RichText in
      let notes = cite(way.sources)
      let told: RichText = "\(say.text(way.text))\(footnotes: notes)"
      return way.links.reduce(told) { $0 + " \(link: $1.url, to: $1.url)" }
    }
    if ways.isEmpty { return [] }
    return [.paragraph(RichText(plain: waysOutHeading(say))), .list(ways)]
  }

  /// The three rules that carry most of the lead over the runner-up, or of the score where there is none.
  private mutating func mainReasons(_ decision: AssessedDecision) -> [RichText] {
    guard let chosen = decision.chosenLeaf else { return [] }
    var shares: [(rule: String, points: Double)] = []
    for contribution in chosen.contributions { add(contribution.points, contribution.rule, &shares) }
    for contribution in decision.runnerUp?.contributions ?? [] { add(-contribution.points, contribution.rule, &shares) }
    // What nobody states is no reason, neither for the one nor against the other.
    let stated = shares.filter { share in catalogue.rule(share.rule).map { say.mayState($0.rule) } ?? false }
    let best = stated.filter { $0.points > 0 }.sorted { a, b in
      a.points == b.points ? idPrecedes(a.rule, b.rule) : a.points > b.points
    }
    // A reason speaks for the recommended option itself; one that only speaks against the other is second choice.
    let own = best.filter { share in chosen.contributions.contains { $0.rule == share.rule && $0.points > 0 } }
    let ordered = own + best.filter { share in !own.contains { $0.rule == share.rule } }
    var reasons: [RichText] = []
    for share in ordered.prefix(3) {
      guard let rule = catalogue.rule(share.rule)?.rule else { continue }
      let notes = cite(rule.sources)
      reasons.append("\(say.reason(of: rule))\(footnotes: notes) (\(say.points(share.points)))")
    }
    return reasons
  }

  private func add(_ points: Double, _ rule: String, _ shares: inout [(rule: String, points: Double)]) {
    if let index = shares.firstIndex(where: { $0.rule == rule }) {
      shares[index].points += points
    } else {
      shares.append((rule, points))
    }
  }

  // MARK: What it rests on

  /// Points to be confirmed, things to know, assumptions, contradictions, and what is not considered.
  mutating func foundationSection() -> ReportSection {
    var blocks: [ReportBlock] = []
    for item in assessment.contradictions where say.mayShow(item.text.audience) {
      let answers = item.facts.compactMap { assessment.fact($0.id) }.filter { say.mayShow($0.fact.fact.audience) }
        .map { "\(say.title(of: $0.fact.fact)): \(say.state($0.state, of: $0.fact.fact))" }
      blocks.append(
        .callout(
          Callout(
            .warning,
            title: RichText(plain: say(en: "Answers that do not go together", de: "Angaben, die nicht zusammenpassen")),
            blocks: [.paragraph(RichText(plain: say.text(item.text))), .list(answers.map { RichText(plain: $0) })]
          )
        )
      )
    }
    blocks += confirmationBlocks()
    blocks += clarificationBlocks()
    blocks += noteBlocks()
    let assumed = assessment.facts.filter { $0.origin == .assumed && say.mayShow($0.fact.fact.audience) }
    if !assumed.isEmpty {
      let rows = assumed.map { fact -> RichText in
        "\(say.title(of: fact.fact.fact)): \(strong: say.state(fact.state, of: fact.fact.fact))"
      }
      blocks.append(
        .callout(
          Callout(
            .assumption,
            title: RichText(plain: say(en: "Assumed, since not answered", de: "Angenommen, weil nicht beantwortet")),
            blocks: [.list(rows)]
          )
        )
      )
    }
    let requirements = profile.requirements.compactMap { say.shown($0.text) }
    if !requirements.isEmpty {
      blocks.append(
        .callout(
          Callout(
            .info,
            title: RichText(
              plain: say(en: "Not considered in the scoring", de: "In der Bewertung nicht berücksichtigt")
            ),
            blocks: [
              .list(requirements.map { RichText(plain: $0) })
            ]
          )
        )
      )
    }
    blocks.append(
      .paragraph(
        RichText(
          plain: say(en: "The assessment rests on ", de: "Die Einschätzung beruht auf: ") + say.basis(assessment.counts)
            + say(
              en: " An open question counts neither for nor against anything.",
              de: " Eine offene Frage zählt weder dafür noch dagegen."
            )
        )
      )
    )
    return ReportSection(
      id: "basis",
      title: say(en: "What it rests on", de: "Worauf sie beruht"),
      blocks: blocks
    )
  }

  private mutating func confirmationBlocks() -> [ReportBlock] {
    var rows: [RichText] = []
    for item in recommendation.confirmations {
      let notes = cite(item.rule.sources)
      let answers = catalogue.rule(item.rule.id).map { answersInBrackets($0) } ?? ""
      rows.append("\(say.question(item.text, of: item.rule))\(footnotes: notes)\(answers)")
    }
    guard !rows.isEmpty else { return [] }
    return [
      .callout(
        Callout(
          .confirm,
          title: RichText(plain: say(en: "Questions to the provider", de: "Fragen an den Anbieter")),
          blocks: [.list(rows)]
        )
      )
    ]
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

  private mutating func noteBlocks() -> [ReportBlock] {
    var warnings: [RichText] = []
    var hints: [RichText] = []
    for advised in recommendation.notes {
      guard say.mayShow(advised.note.audience), say.mayShow(advised.note.text.audience), say.mayState(advised.rule)
      else { continue }
      let notes = cite(advised.rule.sources)
      let line: RichText = "\(say.text(advised.note.text))\(footnotes: notes)"
      if advised.note.level == .warning { warnings.append(line) } else { hints.append(line) }
    }
    var blocks: [ReportBlock] = []
    if !warnings.isEmpty {
      blocks.append(
        .callout(
          Callout(
            .warning,
            title: RichText(plain: say(en: "To watch", de: "Darauf ist zu achten")),
            blocks: [.list(warnings)]
          )
        )
      )
    }
    if !hints.isEmpty {
      blocks.append(
        .callout(
          Callout(.info, title: RichText(plain: say(en: "Good to know", de: "Gut zu wissen")), blocks: [.list(hints)])
        )
      )
    }
    return blocks
  }
}
