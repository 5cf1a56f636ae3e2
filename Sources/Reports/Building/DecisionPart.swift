import Advice
import Assessing
import RuleCompiler
import RuleModel

/// How much of a decision is told at first sight; all of it is folded below.
private enum Depth {
  /// The decision that matters most: ranking, picture and criteria in full.
  case full
  case middle
  case short

  /// How many reasons for and against are shown.
  var reasons: (pro: Int, contra: Int) {
    switch self {
    case .full: (6, 4)
    case .middle: (3, 2)
    case .short: (2, 1)
    }
  }
}

extension ReportBuilder {
  /// Decision by decision, in the order in which they matter.
  mutating func decisionsSection(_ decisions: [AssessedDecision]) -> ReportSection? {
    guard !decisions.isEmpty else { return nil }
    var parts: [ReportSection] = []
    for (place, decision) in decisions.enumerated() {
      let depth: Depth = place == 0 ? .full : decision.decision.decision.importance >= 4 ? .middle : .short
      parts.append(decisionSection(decision, depth))
    }
    return ReportSection(
      id: "decisions",
      title: say(en: "Decision by decision", de: "Die Entscheidungen im Einzelnen"),
      subsections: parts
    )
  }

  private mutating func decisionSection(_ decision: AssessedDecision, _ depth: Depth) -> ReportSection {
    let title = say.text(decision.decision.decision.title)
    var blocks: [ReportBlock] = []
    if let question = say.shown(decision.decision.decision.question), depth == .full {
      blocks.append(.paragraph(RichText(plain: question)))
    }
    if let summary = whatItIs(decision) { blocks.append(.paragraph(summary)) }
    if depth == .full {
      blocks.append(.ranking(ranking(decision)))
    } else {
      blocks += shortRemarks(decision)
    }
    blocks += decisionTaken(decision)
    if depth != .full {
      blocks += wayOutBlocks(decision)
      if let line = rankingLine(decision) { blocks.append(.paragraph(line)) }
    }
    if let chosen = decision.chosenLeaf { blocks += shortReasons(chosen, depth) }
    if let excluded = exclusionItems(decision) {
      let head = say(en: "Ruled out, and by which requirement", de: "Was ausscheidet, und an welcher Anforderung")
      blocks.append(.paragraph("\(strong: head)"))
      blocks.append(.definitions(excluded))
    }
    if depth == .full {
      if let figure = waterfallFigure(decision) { blocks.append(.figure(figure)) }
      if let figure = heatFigure(decision) { blocks.append(.figure(figure)) }
    }
    blocks += foldedBlocks(decision, depth)
    let outcome = decision.variant.map { ": " + say.option($0) } ?? ""
    return ReportSection(id: "decision-\(decision.id)", title: title + outcome, blocks: blocks)
  }

  /// Standing and confidence in a line, what has to be confirmed in one box with its questions.
  private mutating func shortRemarks(_ decision: AssessedDecision) -> [ReportBlock] {
    let remarks = decisionRemarks(decision, say)
    var told = remarks.filter { $0.kind == .standing || $0.kind == .info }.map(\.text)
    if decision.decidedBy == .score, let confidence = say.confidence(of: decision, in: assessment.robustness) {
      told.append(confidence + ".")
    }
    var blocks: [ReportBlock] = told.isEmpty ? [] : [.paragraph(RichText(plain: told.joined(separator: " ")))]
    for remark in remarks where remark.kind == .warning {
      blocks.append(.callout(Callout(.warning, blocks: [.paragraph(RichText(plain: remark.text))])))
    }
    let confirm = remarks.filter { $0.kind == .confirm }.map { ReportBlock.paragraph(RichText(plain: $0.text)) }
    let questions = confirmationRows(of: decision.id)
    if !questions.isEmpty { blocks.append(.callout(Callout(.confirm, blocks: confirm + [.list(questions)]))) }
    return blocks
  }

  /// All that adds up to the scores: ranking, criteria, every reason of the first and of the second.
  private mutating func foldedBlocks(_ decision: AssessedDecision, _ depth: Depth) -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    if depth != .full {
      blocks.append(.ranking(ranking(decision)))
      if let figure = heatFigure(decision) { blocks.append(.figure(figure)) }
    }
    if let chosen = decision.chosenLeaf { blocks.append(.contributions(reasonsChart(chosen, isChosen: true))) }
    if let rival = decision.runnerUp { blocks.append(.contributions(reasonsChart(rival, isChosen: false))) }
    if blocks.isEmpty { return [] }
    let title =
      depth == .full
      ? say(en: "Every reason with its points", de: "Jeder Grund mit seinen Punkten")
      : say(
        en: "Ranking, criteria and every reason with its points",
        de: "Rangliste, Kriterien und jeder Grund mit Punkten"
      )
    return [.fold(title: RichText(plain: title), blocks: blocks)]
  }

  /// The ranking in one line: options with their points, and those ruled out.
  private func rankingLine(_ decision: AssessedDecision) -> RichText? {
    let ranked = decision.families.filter { !$0.isExcluded }.map { leaf -> RichText in
      let name = say.option(leaf.id)
      let text: RichText = leaf.id == decision.variant ? "\(strong: name)" : "\(name)"
      return text + " \(say.points(leaf.score))"
    }
    guard !ranked.isEmpty else { return nil }
    return "\(say(en: "Ranking: ", de: "Rangliste: "))" + .joined(ranked, separator: " · ")
  }

  /// The weightiest reasons for and against what is recommended, with their sources.
  private mutating func shortReasons(_ leaf: AssessedLeaf, _ depth: Depth) -> [ReportBlock] {
    let all = leaf.contributions.filter { $0.netPoints != 0 }.sorted { a, b in
      a.points.magnitude == b.points.magnitude ? idPrecedes(a.rule, b.rule) : a.points.magnitude > b.points.magnitude
    }
    var items: [ReportBlock.Definition] = []
    let (pro, contra) = depth.reasons
    for (isFor, limit) in [(true, pro), (false, contra)] {
      let side = all.filter { ($0.points > 0) == isFor }
      var texts: [RichText] = []
      for contribution in side.prefix(limit) {
        guard let rule = catalogue.rule(contribution.rule) else { continue }
        let notes = cite(rule.rule.sources)
        let answers = depth == .full ? answersInBrackets(rule) : ""
        texts.append("\(say.reason(of: rule.rule))\(footnotes: notes)\(answers) (\(say.points(contribution.points)))")
      }
      let term = isFor ? say(en: "For", de: "Dafür") : say(en: "Against", de: "Dagegen")
      for (place, text) in texts.enumerated() {
        items.append(ReportBlock.Definition(place == 0 ? RichText(plain: term) : "", text))
      }
    }
    return items.isEmpty ? [] : [.definitions(items)]
  }

  private func decisionTaken(_ decision: AssessedDecision) -> [ReportBlock] {
    guard decision.decidedBy == .profile, let taken = assessment.profile.decided[decision.id] else { return [] }
    var lines: [RichText] = []
    let by = taken.by.map { say(en: " by the \(say.party($0))", de: " durch: \(say.party($0))") } ?? ""
    lines.append(
      RichText(
        plain: say(
          en: "Decided\(by): \(say.option(taken.option.id)).",
          de: "Entschieden\(by): \(say.option(taken.option.id))."
        )
      )
    )
    if let because = taken.because {
      lines.append(RichText(plain: say(en: "Reason given: \(because)", de: "Begründung: \(because)")))
    }
    if let byScore = decision.variantByScore, byScore != decision.variant {
      lines.append(
        RichText(
          plain: say(
            en: "By score we would recommend \(say.option(byScore)).",
            de: "Nach Punkten würden wir \(say.option(byScore)) empfehlen."
          )
        )
      )
    }
    return [.callout(Callout(.info, blocks: [.list(lines)]))]
  }

  /// What is ruled out, each with the requirement that does it; nil if nothing is.
  mutating func exclusionItems(_ decision: AssessedDecision) -> [ReportBlock.Definition]? {
    let groups = exclusionGroups(decision, assessment, say)
    guard !groups.isEmpty else { return nil }
    var items: [ReportBlock.Definition] = []
    for group in groups {
      let rule = group.rule.rule
      let notes = cite(rule.sources)
      let reason = group.clarification.map { clarificationText($0, say) } ?? say.reason(of: rule)
      var details: RichText = "\(reason)\(footnotes: notes)\(answersInBrackets(group.rule))"
      // Why a rule may exclude on a derived source is said to the house, not to the customer.
      if say.edition.showsInternals, let accepted = say.shown(rule.accepted) { details = details + " \(accepted)" }
      items.append(ReportBlock.Definition(RichText(plain: group.names), details))
    }
    return items
  }

  /// The answers behind a rule, as an aside that follows its reason; empty where none may be shown.
  func answersInBrackets(_ rule: LinkedRule) -> RichText {
    let answers = decidingAnswers(rule, evaluator, say).joined(separator: "; ")
    return answers.isEmpty ? "" : " \(emphasis: "(\(answers))")"
  }
}
