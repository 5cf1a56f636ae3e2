import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// How firm the recommendations are: the main one in pictures, the others in a table. Nil where nothing was measured.
  func firmnessSection(_ decisions: [AssessedDecision]) -> ReportSection? {
    guard let main = decisions.first else { return nil }
    var blocks: [ReportBlock] = []
    var parts: [ReportSection] = []
    var told = firmnessSentences(main, assessment, say) ?? []
    told += assessment.settlements[main.id].flatMap { settledSentence(main, $0, say) }.map { [$0] } ?? []
    if !told.isEmpty {
      let title = say.text(main.decision.decision.title)
      blocks.append(.paragraph("\(strong: title + ".") \(told.joined(separator: " "))"))
    }
    if let figure = shareFigure(main) { blocks.append(.figure(figure)) }
    if let figure = intervalFigure(main) { blocks.append(.figure(figure)) }
    if let table = changeTable(main) { blocks.append(.table(table)) }
    if let table = firmnessTable(Array(decisions.dropFirst())) {
      parts.append(
        ReportSection(
          id: "firmness-others",
          title: say(en: "The other decisions", de: "Die weiteren Entscheidungen"),
          blocks: [.table(table)]
        )
      )
    }
    guard !blocks.isEmpty || !parts.isEmpty else { return nil }
    if assessment.robustness != nil { blocks.append(.paragraph(RichText(plain: labelLegend))) }
    return ReportSection(id: "firmness", title: firmnessTitle, blocks: blocks, subsections: parts)
  }

  private var labelLegend: String {
    let firm = say.percent(ConfidenceLabel.firmFrom)
    let likely = say.percent(ConfidenceLabel.likelyFrom)
    return say(
      en:
        "Firm: first in \(firm) of the runs or more. Likely: in \(likely) or more. Open: in fewer; what matters to you, or what is not known yet, decides.",
      de:
        "Klar: in \(firm) der Durchläufe oder mehr vorn. Wahrscheinlich: in \(likely) oder mehr. Offen: in weniger; es entscheidet, was Ihnen wichtig ist oder was noch nicht bekannt ist."
    )
  }

  /// How often each option comes first, second, later.
  private func shareFigure(_ decision: AssessedDecision) -> ChartFigure? {
    guard let robust = assessment.robustness?.decision(decision.id), robust.families.count > 1 else { return nil }
    let families = robust.families.sorted { a, b in
      a.first == b.first ? idPrecedes(a.id, b.id) : a.first > b.first
    }
    let bars = families.map {
      ShareChart.Bar(
        title: say.option($0.id),
        text: say(en: "first in \(say.part($0.first))", de: "vorn in \(say.part($0.first))"),
        ranks: $0.ranks
      )
    }
    let legend = [
      say(en: "first", de: "erster Platz"), say(en: "second", de: "zweiter"),
      say(en: "third and later", de: "dritter und später"),
    ]
    let trials = say.number(Double(robust.worlds))
    return ChartFigure(
      title: say(en: "How often each option comes first", de: "Wie oft jede Option vorn liegt"),
      summary: say(
        en:
          "Over \(trials) runs with other weights and possible answers to what is open; where nothing is drawn, it was ruled out.",
        de:
          "Über \(trials) Durchläufe mit anderen Gewichten und möglichen Antworten auf Offenes; wo nichts steht, schied sie aus."
      ),
      drawing: .shares(ShareChart(bars: bars, legend: legend)),
      table: DataTable(
        columns: [
          DataTable.Column("Option"), DataTable.Column(RichText(plain: legend[0]), .trailing),
          DataTable.Column(RichText(plain: legend[1]), .trailing),
          DataTable.Column(RichText(plain: legend[2]), .trailing),
        ],
        rows: families.map { family in
          let later = family.ranks.dropFirst(2).reduce(0, +)
          let shares: [Double] = [family.first, family.ranks.dropFirst().first ?? 0, later]
          return DataTable.Row([RichText(plain: say.option(family.id))] + shares.map { RichText(plain: say.part($0)) })
        }
      )
    )
  }

  /// How far the weight of each criterion could move before another option comes first.
  private func intervalFigure(_ decision: AssessedDecision) -> ChartFigure? {
    guard let robust = assessment.robustness?.decision(decision.id), robust.weightIntervals.count > 1,
      decision.decidedBy == .score
    else { return nil }
    let lines = robust.weightIntervals.compactMap { interval -> IntervalChart.Line? in
      guard let now = decision.criteria.first(where: { $0.id == interval.criterion })?.share else { return nil }
      let range = interval.option
      let span = say(
        en: "\(say.percent(range.fromShare)) to \(say.percent(range.toShare))",
        de: "\(say.percent(range.fromShare)) bis \(say.percent(range.toShare))"
      )
      return IntervalChart.Line(
        title: say.criterion(interval.criterion),
        text: say(en: "now \(say.percent(now)); \(span)", de: "jetzt \(say.percent(now)); \(span)"),
        from: range.fromShare,
        to: range.toShare,
        now: now
      )
    }.sorted { $0.now > $1.now }
    return ChartFigure(
      title: say(en: "How far each weight may move", de: "Wie weit sich jedes Gewicht bewegen darf"),
      summary: say(
        en:
          "The dot is the criterion's share of the weights today; within the bar the recommended option stays first, the other weights kept.",
        de:
          "Der Punkt ist der heutige Anteil des Kriteriums an den Gewichten; im Balken bleibt die empfohlene Option vorn, die anderen Gewichte bleiben gleich."
      ),
      drawing: .intervals(IntervalChart(lines: lines)),
      table: DataTable(
        columns: [
          DataTable.Column(RichText(plain: say(en: "Criterion", de: "Kriterium"))),
          DataTable.Column(RichText(plain: say(en: "Share", de: "Anteil")), .trailing),
        ],
        rows: lines.map { DataTable.Row([RichText(plain: $0.title), RichText(plain: $0.text)]) }
      )
    )
  }

  /// The smallest changes of answers that would turn a decision.
  private func changeTable(_ decision: AssessedDecision) -> DataTable? {
    guard let changes = assessment.changes[decision.id] else { return nil }
    let lines = changeLines(changes, say)
    guard !lines.isEmpty else { return nil }
    return DataTable(
      caption: RichText(plain: say(en: "What would change the recommendation", de: "Was die Empfehlung ändern würde")),
      columns: [
        DataTable.Column(RichText(plain: say(en: "If the answer were", de: "Wenn die Angabe so wäre"))),
        DataTable.Column(RichText(plain: say(en: "then recommended", de: "dann empfohlen"))),
      ],
      rows: lines.map { DataTable.Row([RichText(plain: $0.change), RichText(plain: $0.outcome)]) }
    )
  }

  /// Label, share, whether open answers can change it, and the first thing that would.
  private func firmnessTable(_ decisions: [AssessedDecision]) -> DataTable? {
    guard !decisions.isEmpty, assessment.robustness != nil || !assessment.settlements.isEmpty else { return nil }
    let rows = decisions.map { decision -> DataTable.Row in
      let lines = assessment.changes[decision.id].map { changeLines($0, say) } ?? []
      let first = lines.first.map { "\($0.change) → \($0.outcome)" } ?? "–"
      let more =
        lines.count > 1 ? say(en: " (and \(lines.count - 1) more)", de: " (und \(lines.count - 1) weitere)") : ""
      return DataTable.Row([
        RichText(plain: say.text(decision.decision.decision.title)), RichText(plain: confidenceText(decision)),
        RichText(plain: settledWord(decision)), RichText(plain: first + more),
      ])
    }
    return DataTable(
      columns: [
        DataTable.Column(RichText(plain: say(en: "Decision", de: "Entscheidung"))),
        DataTable.Column(RichText(plain: say(en: "How sure", de: "Wie sicher"))),
        DataTable.Column(RichText(plain: say(en: "Open answers", de: "Offene Angaben"))),
        DataTable.Column(RichText(plain: say(en: "What would change it", de: "Was sie ändern würde"))),
      ],
      rows: rows
    )
  }

  private func settledWord(_ decision: AssessedDecision) -> String {
    guard let settlement = assessment.settlements[decision.id], settlement.isApplicable, decision.variant != nil,
      decision.decidedBy == .score
    else { return "–" }
    if settlement.proof != nil {
      return settlement.openFacts.isEmpty
        ? say(en: "none that matter", de: "keine von Belang") : say(en: "cannot change it", de: "ändern nichts")
    }
    return settlement.settled == false
      ? say(en: "can change it", de: "können sie ändern") : say(en: "not shown", de: "nicht gezeigt")
  }
}
