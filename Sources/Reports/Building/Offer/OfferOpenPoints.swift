import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// What is still to be said: by the customer, and by us; and what nobody has weighed.
  mutating func offerOpenPoints(_ main: AssessedDecision?, _ decisions: [AssessedDecision]) -> ReportSection? {
    var blocks: [ReportBlock] = []
    for item in assessment.contradictions where say.mayShow(item.text.audience) {
      blocks.append(.callout(Callout(.warning, blocks: [.paragraph(RichText(plain: say.text(item.text)))])))
    }
    let assumed = basisOfOffer(main) + assumptions()
    if !assumed.isEmpty {
      let title = say(en: "What we build on", de: "Wovon wir ausgehen")
      let told = RichText(plain: assumed.map(\.plainText).joined(separator: " · "))
      blocks.append(.callout(Callout(.assumption, title: RichText(plain: title), blocks: [.paragraph(told)])))
    }
    let yours = openQuestions()
    if !yours.isEmpty {
      let title = say(en: "What we would still like to know from you", de: "Das möchten wir von Ihnen noch wissen")
      blocks.append(.callout(Callout(.confirm, title: RichText(plain: title), blocks: [.list(yours)])))
    }
    let ours = pointsToClarify(main, decisions)
    if !ours.isEmpty {
      let title = say(en: "What we settle before the contract", de: "Das klären wir vor dem Vertrag")
      blocks.append(.callout(Callout(.confirm, title: RichText(plain: title), blocks: [.list(ours)])))
    }
    let requirements = profile.requirements.compactMap { say.shown($0.text) }
    if !requirements.isEmpty {
      let title = say(
        en: "You also asked for this. We have not yet assessed it and will discuss it with you:",
        de: "Das haben Sie ausserdem verlangt. Wir haben es noch nicht bewertet und besprechen es mit Ihnen:"
      )
      blocks += [.paragraph("\(strong: title)"), .list(requirements.map { RichText(plain: $0) })]
    }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "open-points",
      title: say(en: "Assumptions and open points", de: "Annahmen und offene Punkte"),
      blocks: blocks
    )
  }

  /// The answers that carry most of the lead: if one of them is wrong, the recommendation may be.
  private func basisOfOffer(_ main: AssessedDecision?) -> [RichText] {
    guard let chosen = main?.chosenLeaf else { return [] }
    var answers: [String] = []
    for share in shares(of: chosen, over: main?.runnerUp) where share.points > 0 && say.mayState(share.rule.rule) {
      for answer in decidingAnswers(share.rule, evaluator, say) where !answers.contains(answer) {
        answers.append(answer)
      }
    }
    return answers.prefix(Self.mostAnswers).map { RichText(plain: shortened($0)) }
  }

  private func assumptions() -> [RichText] {
    assessment.facts.filter { $0.origin == .assumed && say.mayShow($0.fact.fact.audience) }.map { fact in
      let title = say.title(of: fact.fact.fact)
      let value = say.state(fact.state, of: fact.fact.fact)
      let assumed = say(en: "assumed", de: "angenommen")
      return "\(title): \(strong: value) (\(assumed))"
    }
  }

  /// Questions whose answers can still change something.
  private func openQuestions() -> [RichText] {
    (questionsWorthAsking(assessment, say, limit: Self.mostQuestions) ?? []).map { RichText(plain: $0) }
  }

  /// What nobody publishes: the main decision's first, then how many there are in the others.
  private mutating func pointsToClarify(_ main: AssessedDecision?, _ decisions: [AssessedDecision]) -> [RichText] {
    var rows: [RichText] = []
    for item in recommendation.confirmations where item.decision == main?.id {
      let notes = citeFirst(item.rule.sources)
      rows.append("\(say.question(item.text, of: item.rule))\(footnotes: notes)")
    }
    let more = rows.count - Self.mostPoints
    if more > 0 {
      rows = Array(rows.prefix(Self.mostPoints))
      rows.append(
        RichText(
          plain: say(en: "and \(more) more on the same decision", de: "und \(more) weitere zur selben Entscheidung")
        )
      )
    }
    let others = decisions.filter { $0.id != main?.id }.compactMap { decision -> String? in
      guard let count = decision.chosenLeaf?.confirm.count, count > 0 else { return nil }
      return "\(say.text(decision.decision.decision.title)) (\(count))"
    }
    if !others.isEmpty {
      let start = say(en: "points about other decisions: ", de: "Punkte zu weiteren Entscheidungen: ")
      rows.append(RichText(plain: start + others.joined(separator: ", ")))
    }
    return rows
  }

  /// So many that somebody checks them.
  private static let mostAnswers = 5
  /// So many that the customer answers them, and no more.
  private static let mostQuestions = 6
  /// So many that they fit the page.
  private static let mostPoints = 6
}
