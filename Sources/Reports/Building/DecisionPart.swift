import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// One decision in full: ranking, why, why not the others, criteria.
  mutating func decisionSection(_ decision: AssessedDecision) -> ReportSection {
    let title = say.text(decision.decision.decision.title)
    var blocks: [ReportBlock] = []
    if let question = say.shown(decision.decision.decision.question) {
      blocks.append(.paragraph(RichText(plain: question)))
    }
    blocks.append(.ranking(ranking(decision)))
    blocks += decisionTaken(decision)
    var subsections: [ReportSection] = []
    if let chosen = decision.chosenLeaf { subsections.append(reasonsSection(chosen, decision, isChosen: true)) }
    if let rival = decision.runnerUp { subsections.append(reasonsSection(rival, decision, isChosen: false)) }
    if let excluded = exclusionsSection(decision) { subsections.append(excluded) }
    if let table = criteriaTable(decision) {
      subsections.append(
        ReportSection(
          id: "\(decision.id)-criteria",
          title: say(en: "Points by criterion", de: "Punkte nach Kriterium"),
          blocks: [.table(table)]
        )
      )
    }
    return ReportSection(
      id: "decision-\(decision.id)",
      title: say(en: "Decision: \(title)", de: "Entscheidung: \(title)"),
      blocks: blocks,
      subsections: subsections
    )
  }

  private func ranking(_ decision: AssessedDecision) -> RankingChart {
    let options = decision.leaves.map { leaf -> RankingChart.Option in
      let standing: RankingChart.Standing
      if let rank = leaf.rank {
        standing = .ranked(rank: rank, points: leaf.score, text: say.points(leaf.score))
      } else {
        let titles = leaf.excludedBy.compactMap { catalogue.rule($0) }.map { say.title(of: $0.rule) }
        standing = .excluded(reason: RichText(plain: titles.joined(separator: "; ")))
      }
      var details: [String] = []
      if leaf.rank != nil, !leaf.confirm.isEmpty {
        details.append(
          leaf.confirm.count == 1
            ? say(en: "possible after clarification of one point", de: "möglich nach Klärung eines Punkts")
            : say(
              en: "possible after clarification of \(leaf.confirm.count) points",
              de: "möglich nach Klärung von \(leaf.confirm.count) Punkten"
            )
        )
      }
      if leaf.rank != nil, !leaf.possiblyExcludedBy.isEmpty {
        details.append(say(en: "an open answer may rule it out", de: "eine offene Angabe kann sie ausschliessen"))
      }
      return RankingChart.Option(
        RichText(plain: say.option(leaf.id)),
        details: RichText(plain: details.joined(separator: "; ")),
        standing,
        isRecommended: leaf.id == decision.variant
      )
    }
    return RankingChart(
      caption: RichText(
        plain: say(
          en: "Score in points: 0 is neutral, +100 would mean that every criterion is full.",
          de: "Bewertung in Punkten: 0 ist neutral, +100 hiesse, dass jedes Kriterium voll erfüllt ist."
        )
      ),
      options: options
    )
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

  /// Reasons for and against one option, adding up to its score.
  private mutating func reasonsSection(
    _ leaf: AssessedLeaf,
    _ decision: AssessedDecision,
    isChosen: Bool
  ) -> ReportSection {
    var reasons: [ContributionChart.Reason] = []
    let ordered = leaf.contributions.sorted { a, b in
      a.points.magnitude == b.points.magnitude ? idPrecedes(a.rule, b.rule) : a.points.magnitude > b.points.magnitude
    }
    var shown = 0.0
    for contribution in ordered where contribution.netPoints != 0 {
      guard let rule = catalogue.rule(contribution.rule) else { continue }
      let notes = cite(rule.rule.sources)
      let text: RichText =
        "\(strong: say.title(of: rule.rule)). \(say.reason(of: rule.rule))\(answersInBrackets(rule))"
      shown += (contribution.points * 10).rounded(.toNearestOrAwayFromZero)
      reasons.append(
        ContributionChart.Reason(
          text,
          points: contribution.points,
          pointsText: say.points(contribution.points),
          rule: rule.id,
          footnotes: notes
        )
      )
    }
    let remainder = (leaf.score * 10).rounded(.toNearestOrAwayFromZero) - shown
    let name = say.option(leaf.id)
    return ReportSection(
      id: "\(decision.id)-\(leaf.id)",
      title: isChosen
        ? say(en: "What speaks for and against \(name)", de: "Was für und gegen \(name) spricht")
        : say(en: "Why not \(name)", de: "Warum nicht \(name)"),
      blocks: [
        .contributions(
          ContributionChart(
            caption: RichText(
              plain: say(
                en: "Every reason that applies, with its points",
                de: "Jeder zutreffende Grund mit seinen Punkten"
              )
            ),
            reasons: reasons,
            remainder: remainder == 0 ? nil : say.points(remainder / 10),
            total: say.points(leaf.score)
          )
        )
      ]
    )
  }

  /// The answers behind a rule, as an aside that follows its reason; empty where none may be shown.
  func answersInBrackets(_ rule: LinkedRule) -> RichText {
    let answers = decidingAnswers(rule, evaluator, say).joined(separator: "; ")
    return answers.isEmpty ? "" : " \(emphasis: "(\(answers))")"
  }

  private mutating func exclusionsSection(_ decision: AssessedDecision) -> ReportSection? {
    let groups = exclusionGroups(decision, assessment, say)
    guard !groups.isEmpty else { return nil }
    var items: [ReportBlock.Definition] = []
    for group in groups {
      let rule = group.rule.rule
      let notes = cite(rule.sources)
      let reason = group.clarification.map { clarificationText($0, say) } ?? say.reason(of: rule)
      var details: RichText = "\(reason)\(footnotes: notes)\(answersInBrackets(group.rule))"
      if let accepted = say.shown(rule.accepted) { details = details + " \(accepted)" }
      items.append(ReportBlock.Definition(RichText(plain: group.names), details))
    }
    return ReportSection(
      id: "\(decision.id)-excluded",
      title: say(en: "What was ruled out, and by which requirement", de: "Was ausscheidet, und an welcher Anforderung"),
      blocks: [.definitions(items)]
    )
  }

  /// Criteria by rows, options by columns; the weights stand beside the criteria.
  private func criteriaTable(_ decision: AssessedDecision) -> DataTable? {
    guard !decision.criteria.isEmpty else { return nil }
    let shown = decision.families
    var columns = [
      DataTable.Column(RichText(plain: say(en: "Criterion", de: "Kriterium"))),
      DataTable.Column(RichText(plain: say(en: "Weight", de: "Gewicht")), .trailing),
    ]
    columns += shown.map { leaf in
      let mark = leaf.isExcluded ? say(en: " (ruled out)", de: " (ausgeschlossen)") : ""
      return DataTable.Column(RichText(plain: say.option(leaf.id) + mark), .trailing)
    }
    var rows = decision.criteria.map { criterion -> DataTable.Row in
      var cells: [RichText] = [
        RichText(plain: say.criterion(criterion.id)), RichText(plain: say.percent(criterion.share)),
      ]
      cells += shown.map { leaf in
        RichText(plain: say.points(leaf.criteria.first { $0.id == criterion.id }?.points ?? 0))
      }
      return DataTable.Row(cells)
    }
    rows.append(
      DataTable.Row(
        [RichText(plain: say(en: "Score", de: "Summe")), ""] + shown.map { RichText(plain: say.points($0.score)) },
        emphasis: .strong
      )
    )
    return DataTable(
      caption: RichText(
        plain: say(
          en:
            "Each option by its best variant. A criterion's share of the weights says how much its points move the score.",
          de:
            "Jede Möglichkeit mit ihrer besten Variante. Der Anteil eines Kriteriums an den Gewichten sagt, wie stark seine Punkte die Summe bewegen."
        )
      ),
      columns: columns,
      rows: rows
    )
  }
}
