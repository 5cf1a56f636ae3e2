import Advice
import RuleModel

extension ReportBuilder {
  /// The plan in short: a row for each phase, with the steps that most others wait for and who has to act.
  mutating func offerPlan() -> ReportSection? {
    let steps = shownSteps(of: recommendation.checklist, say)
    guard !steps.isEmpty else { return nil }
    var waiting: [String: Int] = [:]
    for step in steps { for id in step.after { waiting[id, default: 0] += 1 } }
    var rows: [DataTable.Row] = []
    for phase in recommendation.checklist.phases {
      let ids = Set(phase.steps.map(\.step.id))
      let members = steps.filter { ids.contains($0.planned.step.id) }
      guard !members.isEmpty else { continue }
      var parties: [String] = []
      for party in members.flatMap(\.planned.step.owners).map({ say.party($0) }) where !parties.contains(party) {
        parties.append(party)
      }
      rows.append(
        DataTable.Row([
          "\(strong: say.phase(phase.phase))", RichText(plain: mainSteps(members, waiting)),
          RichText(plain: parties.joined(separator: ", ")),
        ])
      )
    }
    let table = DataTable(
      keepsNamesWhole: true,
      columns: [
        DataTable.Column(RichText(plain: say(en: "Phase", de: "Phase"))),
        DataTable.Column(RichText(plain: say(en: "Main steps", de: "Wichtigste Schritte"))),
        DataTable.Column(RichText(plain: say(en: "Who acts", de: "Wer handelt"))),
      ],
      rows: rows
    )
    return ReportSection(
      id: "plan",
      title: say(en: "Plan in short", de: "Plan in Kürze"),
      blocks: offerGantt() + [.table(table)]
    )
  }

  /// The drawing of the plan, where the profile has one; its steps are not cited, since they are not told.
  private mutating func offerGantt() -> [ReportBlock] {
    let cited = book
    defer { book = cited }
    let tasks = taskList()
    if let sentence = estimateSentence(tasks, needsMost: true) { return [.paragraph(RichText(plain: sentence))] }
    return ganttFigure(tasks).map { [.figure($0)] } ?? []
  }

  /// A few steps by name, in the order of the plan, and how many more there are.
  private func mainSteps(_ steps: [ShownStep], _ waiting: [String: Int]) -> String {
    let ranked = steps.sorted { a, b in
      let (x, y) = (waiting[a.planned.step.id] ?? 0, waiting[b.planned.step.id] ?? 0)
      return x == y ? a.number < b.number : x > y
    }
    let chosen = ranked.prefix(Self.mostSteps).sorted { $0.number < $1.number }
    let names = chosen.map { say.text($0.planned.step.title) }.joined(separator: "; ")
    let more = steps.count - chosen.count
    if more == 1 { return names + say(en: "; and one more step", de: "; und ein weiterer Schritt") }
    return more == 0 ? names : names + say(en: "; and \(more) more", de: "; und \(more) weitere")
  }

  private static let mostSteps = 4
}
