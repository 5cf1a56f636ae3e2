import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Service level as requested, support plan, what it costs and what has no price yet.
  mutating func offerService(_ decisions: [AssessedDecision]) -> ReportSection? {
    guard var section = serviceSection(decisions) else { return nil }
    // What is asked for fits a line; how long that is in minutes stands in the full report.
    section.blocks.removeAll { if case .table = $0 { true } else { false } }
    let cost = section.subsections.flatMap(\.blocks)
    section.subsections = []
    section.blocks += cost
    return section
  }

  /// The plan in short: a row for each phase, with its steps and who has to act.
  mutating func offerPlan() -> ReportSection? {
    let steps = shownSteps(of: recommendation.checklist, say)
    guard !steps.isEmpty else { return nil }
    var rows: [DataTable.Row] = []
    for phase in recommendation.checklist.phases {
      let ids = Set(phase.steps.map(\.step.id))
      let members = steps.filter { ids.contains($0.planned.step.id) }
      guard !members.isEmpty else { continue }
      let titles = members.map { say.text($0.planned.step.title) }.joined(separator: "; ")
      var parties: [String] = []
      for party in members.flatMap(\.planned.step.owners).map({ say.party($0) }) where !parties.contains(party) {
        parties.append(party)
      }
      rows.append(
        DataTable.Row([
          "\(strong: say.phase(phase.phase))", RichText(plain: titles),
          RichText(plain: parties.joined(separator: ", ")),
        ])
      )
    }
    let table = DataTable(
      columns: [
        DataTable.Column(RichText(plain: say(en: "Phase", de: "Phase"))),
        DataTable.Column(RichText(plain: say(en: "Steps", de: "Schritte"))),
        DataTable.Column(RichText(plain: say(en: "Who acts", de: "Wer handelt"))),
      ],
      rows: rows
    )
    var blocks: [ReportBlock] = []
    if let figure = ganttFigure(taskList()) { blocks.append(.figure(figure)) }
    return ReportSection(
      id: "plan",
      title: say(en: "Plan in short", de: "Plan in Kürze"),
      blocks: blocks + [.table(table)],
      density: .dense
    )
  }
}
