import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Page one: the recommendation in one sentence per decision, and the three reasons that carry most of the lead.
  mutating func recommendationSection(_ decisions: [AssessedDecision]) -> ReportSection {
    var blocks: [ReportBlock] = []
    for decision in decisions {
      blocks.append(.lead(headline(decision)))
      blocks += qualifications(decision)
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

  /// The outcome of a decision in one sentence.
  func headline(_ decision: AssessedDecision) -> RichText {
    let title = say.text(decision.decision.decision.title)
    guard let variant = decision.variant else {
      switch decision.reason {
      case .noSolution:
        return say.language == .de
          ? "\(title): \(strong: "Keine der Möglichkeiten") erfüllt alle Anforderungen."
          : "\(title): \(strong: "none of the options") meets all requirements."
      case .notEnoughFacts, nil:
        return say.language == .de
          ? "\(title): Für eine Empfehlung \(strong: "fehlen noch Angaben")."
          : "\(title): there are \(strong: "not enough facts") yet for a recommendation."
      }
    }
    let name = say.option(variant)
    switch decision.decidedBy {
    case .profile:
      return say.language == .de
        ? "\(title): bereits entschieden für \(strong: name)." : "\(title): already decided in favour of \(strong: name)."
    case .score, .none:
      return say.language == .de
        ? "\(title): Wir empfehlen \(strong: name)." : "\(title): we recommend \(strong: name)."
    }
  }

  /// What a reader must know beside the headline: lead, tie, conditions, thin basis.
  func qualifications(_ decision: AssessedDecision) -> [ReportBlock] {
    var sentences: [RichText] = []
    func add(_ en: String, _ de: String) { sentences.append(RichText(plain: say(en: en, de: de))) }
    if let chosen = decision.chosenLeaf {
      if let rival = decision.runnerUp {
        let name = say.option(rival.id)
        let lead = say.decimal((chosen.score - rival.score).magnitude)
        if decision.decidedBy == .profile, chosen.score < rival.score {
          add(
            "By score, \(name) would be \(lead) points ahead (\(say.points(rival.score)) against \(say.points(chosen.score))).",
            "Nach Punkten läge \(name) um \(lead) Punkte vorn (\(say.points(rival.score)) gegenüber \(say.points(chosen.score)))."
          )
        } else if decision.tie {
          add(
            "It has the same score as \(name) (\(say.points(chosen.score))); the order of preference of the rule packs decides.",
            "Sie liegt gleichauf mit \(name) (\(say.points(chosen.score))); den Ausschlag gibt die Reihenfolge in den Regelpaketen."
          )
        } else {
          let closeness = decision.close ? say(en: " That is close.", de: " Das ist knapp.") : ""
          add(
            "It scores \(say.points(chosen.score)) points, \(lead) ahead of \(name) (\(say.points(rival.score))).\(closeness)",
            "Sie erreicht \(say.points(chosen.score)) Punkte, \(lead) mehr als \(name) (\(say.points(rival.score))).\(closeness)"
          )
        }
      } else {
        add(
          "It scores \(say.points(chosen.score)) points; all others are ruled out by a requirement.",
          "Sie erreicht \(say.points(chosen.score)) Punkte; alle anderen scheiden an einer Anforderung aus."
        )
      }
      if decision.variantTie, let sibling = decision.leaves.first(where: { $0.family == chosen.family && $0.id != chosen.id }) {
        add(
          "Within it, \(say.option(sibling.id)) has the same score.",
          "Innerhalb davon hat \(say.option(sibling.id)) gleich viele Punkte."
        )
      }
    }
    var blocks: [ReportBlock] = []
    if !sentences.isEmpty { blocks.append(.paragraph(.joined(sentences))) }
    blocks += warnings(decision)
    return blocks
  }

  private func warnings(_ decision: AssessedDecision) -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    func callout(_ kind: Callout.Kind, _ en: String, _ de: String) {
      blocks.append(.callout(Callout(kind, blocks: [.paragraph(RichText(plain: say(en: en, de: de)))])))
    }
    if decision.applicable == .unknown {
      callout(
        .info,
        "Whether this decision is needed at all depends on answers that are missing.",
        "Ob es diese Entscheidung überhaupt braucht, hängt von fehlenden Angaben ab."
      )
    }
    guard let chosen = decision.chosenLeaf else { return blocks }
    if chosen.score < 0 {
      callout(
        .warning,
        "More speaks against it than for it: it is the best of what is left, not a good fit.",
        "Es spricht mehr dagegen als dafür: Das ist die beste der verbleibenden Möglichkeiten, aber keine gute."
      )
    }
    if chosen.isExcluded {
      callout(
        .warning,
        "A requirement rules this choice out; see below for which one.",
        "Eine Anforderung schliesst diese Wahl aus; welche, steht weiter unten."
      )
    }
    if decision.conditional {
      let count = chosen.confirm.count
      var en = "This holds on condition that \(count == 1 ? "one point is" : "\(count) points are") confirmed."
      var de = "Das gilt unter der Bedingung, dass \(count == 1 ? "ein Punkt bestätigt wird" : "\(count) Punkte bestätigt werden")."
      if let other = decision.recommendedWithoutConfirmation {
        en += " Without anything to confirm, the best is \(say.option(other))."
        de += " Am besten ohne offenen Punkt ist \(say.option(other))."
      }
      callout(.confirm, en, de)
    }
    if decision.isThin {
      callout(
        .info,
        "The basis is thin: the answers so far touch only \(say.percent(decision.evidence)) of what counts.",
        "Die Grundlage ist dünn: Die bisherigen Angaben betreffen nur \(say.percent(decision.evidence)) dessen, was zählt."
      )
    }
    return blocks
  }

  /// The three rules that carry most of the lead over the runner-up, or of the score where there is none.
  private mutating func mainReasons(_ decision: AssessedDecision) -> [RichText] {
    guard let chosen = decision.chosenLeaf else { return [] }
    var shares: [(rule: String, points: Double)] = []
    for contribution in chosen.contributions { add(contribution.points, contribution.rule, &shares) }
    for contribution in decision.runnerUp?.contributions ?? [] { add(-contribution.points, contribution.rule, &shares) }
    let best = shares.filter { $0.points > 0 }.sorted { a, b in
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
      let answers = item.facts.compactMap { assessment.fact($0.id) }
        .map { "\($0.fact.fact.shortTitle(in: say.language)): \(say.state($0.state, of: $0.fact.fact))" }
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
    blocks += noteBlocks()
    let assumed = assessment.facts.filter { $0.origin == .assumed }
    if !assumed.isEmpty {
      let rows = assumed.map { fact -> RichText in
        "\(fact.fact.fact.shortTitle(in: say.language)): \(strong: say.state(fact.state, of: fact.fact.fact))"
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
    if !profile.requirements.isEmpty {
      blocks.append(
        .callout(
          Callout(
            .info,
            title: RichText(plain: say(en: "Not considered in the scoring", de: "In der Bewertung nicht berücksichtigt")),
            blocks: [.list(profile.requirements.filter { say.mayShow($0.text.audience) }.map { RichText(plain: say.text($0.text)) })]
          )
        )
      )
    }
    let counts = assessment.counts
    blocks.append(
      .paragraph(
        RichText(
          plain: say(
            en: "The assessment rests on \(counts.answered) answers; \(counts.unknown) questions are open and \(counts.notApplicable) do not apply. An open question counts neither for nor against anything.",
            de: "Die Einschätzung stützt sich auf \(counts.answered) Angaben; \(counts.unknown) Fragen sind offen, \(counts.notApplicable) treffen nicht zu. Eine offene Frage zählt weder dafür noch dagegen."
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
      let answers = catalogue.rule(item.rule.id).map { decidingAnswers($0, evaluator) } ?? []
      rows.append(
        "\(say.question(item.text, of: item.rule))\(footnotes: notes) \(emphasis: "(\(answers.joined(separator: "; ")))")"
      )
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
      blocks.append(.callout(Callout(.warning, title: RichText(plain: say(en: "To watch", de: "Darauf ist zu achten")), blocks: [.list(warnings)])))
    }
    if !hints.isEmpty {
      blocks.append(.callout(Callout(.info, title: RichText(plain: say(en: "Good to know", de: "Gut zu wissen")), blocks: [.list(hints)])))
    }
    return blocks
  }
}
