import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Every leaf with its rank and points, those ruled out after them.
  func ranking(_ decision: AssessedDecision) -> RankingChart {
    let options = decision.leaves.map { leaf -> RankingChart.Option in
      let standing: RankingChart.Standing
      if let rank = leaf.rank {
        standing = .ranked(rank: rank, points: leaf.score, text: say.points(leaf.score))
      } else {
        let titles = leaf.excludedBy.compactMap { catalogue.rule($0) }.map { say.title(of: $0.rule) }
        standing = .excluded(reason: RichText(plain: titles.joined(separator: "; ")))
      }
      return RankingChart.Option(
        RichText(plain: say.option(leaf.id)),
        details: RichText(plain: rankingDetails(leaf)),
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

  private func rankingDetails(_ leaf: AssessedLeaf) -> String {
    guard leaf.rank != nil else { return "" }
    var details: [String] = []
    if !leaf.confirm.isEmpty {
      details.append(
        leaf.confirm.count == 1
          ? say(en: "possible after clarification of one point", de: "möglich nach Klärung eines Punkts")
          : say(
            en: "possible after clarification of \(leaf.confirm.count) points",
            de: "möglich nach Klärung von \(leaf.confirm.count) Punkten"
          )
      )
    }
    if !leaf.possiblyExcludedBy.isEmpty {
      details.append(say(en: "an open answer may rule it out", de: "eine offene Angabe kann sie ausschliessen"))
    }
    return details.joined(separator: "; ")
  }

  /// The picture of page one: every option by its best variant.
  func scoreFigure(_ decision: AssessedDecision) -> ChartFigure? {
    let leaves = decision.families
    guard leaves.count > 1 else { return nil }
    let out = say(en: "ruled out", de: "scheidet aus")
    let bars = leaves.map { leaf in
      ScoreChart.Bar(
        say.option(leaf.isExcluded ? leaf.family : leaf.id),
        points: leaf.score,
        text: leaf.isExcluded ? out : say.points(leaf.score),
        isRecommended: leaf.id == decision.variant,
        isExcluded: leaf.isExcluded
      )
    }
    let title = say.text(decision.decision.decision.title)
    return ChartFigure(
      title: say(en: "\(title): the options compared", de: "\(title): die Optionen im Vergleich"),
      summary: say(
        en: "Points from \u{2212}100 to +100; 0 means neither for nor against. Each option by its best variant.",
        de:
          "Punkte von \u{2212}100 bis +100; 0 heisst: weder dafür noch dagegen. Jede Option mit ihrer besten Variante."
      ),
      drawing: .scores(ScoreChart(bars: bars)),
      table: DataTable(
        columns: [
          DataTable.Column(RichText(plain: say(en: "Option", de: "Option"))),
          DataTable.Column(RichText(plain: say(en: "Points", de: "Punkte")), .trailing),
        ],
        rows: bars.map { bar in
          DataTable.Row(
            [RichText(plain: bar.title), RichText(plain: bar.text)],
            emphasis: bar.isRecommended ? .strong : .normal
          )
        }
      )
    )
  }

  /// How the second turns into the first, criterion by criterion: all differences, so that they add up.
  func waterfallFigure(_ decision: AssessedDecision) -> ChartFigure? {
    guard let first = decision.chosenLeaf, let second = decision.runnerUp, !first.isExcluded else { return nil }
    func points(_ leaf: AssessedLeaf, _ id: String) -> Double { leaf.criteria.first { $0.id == id }?.points ?? 0 }
    // From the numbers as shown, so that a reader who adds them up comes to the same sum.
    func tenths(_ number: Double) -> Double { (number * 10).rounded(.toNearestOrAwayFromZero) }
    var steps = decision.criteria.map { criterion -> WaterfallChart.Step in
      let difference = points(first, criterion.id) - points(second, criterion.id)
      return WaterfallChart.Step(say.criterion(criterion.id), points: difference, text: say.points(difference))
    }.filter { tenths($0.points) != 0 }.sorted { $0.points > $1.points }
    guard !steps.isEmpty else { return nil }
    let rest = tenths(first.score) - tenths(second.score) - steps.reduce(0) { $0 + tenths($1.points) }
    if rest != 0 {
      let title = say(en: "Rounding", de: "Rundung")
      steps.append(WaterfallChart.Step(title, points: rest / 10, text: say.points(rest / 10)))
    }
    let from = WaterfallChart.Step(say.option(second.id), points: second.score, text: say.points(second.score))
    let to = WaterfallChart.Step(say.option(first.id), points: first.score, text: say.points(first.score))
    let rows = ([from] + steps + [to]).enumerated().map { place, step in
      DataTable.Row(
        [RichText(plain: step.title), RichText(plain: step.text)],
        emphasis: place == 0 || place == steps.count + 1 ? .strong : .normal
      )
    }
    return ChartFigure(
      title: say(en: "What sets the first apart from the second", de: "Was den Ersten vom Zweiten trennt"),
      summary: say(
        en: "What makes the difference between \(from.title) and \(to.title), criterion by criterion, in points.",
        de: "Was den Unterschied zwischen \(from.title) und \(to.title) ausmacht, Kriterium für Kriterium, in Punkten."
      ),
      drawing: .waterfall(WaterfallChart(from: from, steps: steps, to: to)),
      table: DataTable(
        columns: [
          DataTable.Column(RichText(plain: say(en: "Criterion", de: "Kriterium"))),
          DataTable.Column(RichText(plain: say(en: "Points", de: "Punkte")), .trailing),
        ],
        rows: rows
      )
    )
  }

  /// Criteria by rows, options by columns, the heavier criteria first.
  func heatFigure(_ decision: AssessedDecision) -> ChartFigure? {
    let leaves = decision.families
    let criteria = decision.criteria.sorted { $0.share == $1.share ? idPrecedes($0.id, $1.id) : $0.share > $1.share }
    guard !criteria.isEmpty, !leaves.isEmpty else { return nil }
    let names = leaves.map { leaf in
      say.option(leaf.id) + (leaf.isExcluded ? say(en: " (ruled out)", de: " (ausgeschlossen)") : "")
    }
    let rows = criteria.map { criterion in
      HeatChart.Row(
        title: say.criterion(criterion.id),
        weight: say.percent(criterion.share),
        cells: leaves.map { leaf in
          let points = leaf.criteria.first { $0.id == criterion.id }?.points ?? 0
          return HeatChart.Cell(points: points, text: say.points(points))
        }
      )
    }
    let weight = say(en: "Weight", de: "Gewicht")
    let columns =
      [
        DataTable.Column(RichText(plain: say(en: "Criterion", de: "Kriterium"))),
        DataTable.Column(RichText(plain: weight), .trailing),
      ] + names.map { DataTable.Column(RichText(plain: $0), .trailing) }
    var table = rows.map { row in
      DataTable.Row(
        [RichText(plain: row.title), RichText(plain: row.weight)] + row.cells.map { RichText(plain: $0.text) }
      )
    }
    table.append(
      DataTable.Row(
        [RichText(plain: say(en: "Score", de: "Summe")), ""] + leaves.map { RichText(plain: say.points($0.score)) },
        emphasis: .strong
      )
    )
    return ChartFigure(
      title: say(en: "Points by criterion", de: "Punkte nach Kriterium"),
      summary: say(
        en:
          "Each option by its best variant. A criterion's share of the weights says how much its points move the score.",
        de:
          "Jede Möglichkeit mit ihrer besten Variante. Der Anteil eines Kriteriums an den Gewichten sagt, wie stark seine Punkte die Summe bewegen."
      ),
      drawing: .heat(HeatChart(weightTitle: weight, columns: names, rows: rows)),
      table: DataTable(columns: columns, rows: table)
    )
  }

  /// Reasons for and against one option, adding up to its score.
  mutating func reasonsChart(_ leaf: AssessedLeaf, isChosen: Bool) -> ContributionChart {
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
    return ContributionChart(
      caption: isChosen
        ? "\(strong: say(en: "What speaks for and against \(name)", de: "Was für und gegen \(name) spricht"))"
        : "\(strong: say(en: "Why not \(name)", de: "Warum nicht \(name)"))",
      reasons: reasons,
      remainder: remainder == 0 ? nil : say.points(remainder / 10),
      total: say.points(leaf.score)
    )
  }
}
