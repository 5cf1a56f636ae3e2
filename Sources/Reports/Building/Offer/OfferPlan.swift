import Advice
import Assessing
import RuleCompiler
import RuleModel

extension SharedNames {
  /// When the customer wants to go live.
  static let goLive = "biz.go_live"
}

extension ReportBuilder {
  /// The plan in short: what the customer does first, and a row for each phase, with the steps that most others wait for
  /// and who has to act.
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
          "\(strong: say.phase(phase.phase))", RichText(plain: stepCount(members)),
          RichText(plain: mainSteps(members, waiting)), RichText(plain: parties.joined(separator: ", ")),
        ])
      )
    }
    let table = DataTable(
      keepsNamesWhole: true,
      columns: [
        DataTable.Column(RichText(plain: say(en: "Phase", de: "Phase"))),
        DataTable.Column(RichText(plain: say(en: "Steps", de: "Schritte"))),
        DataTable.Column(RichText(plain: say(en: "Among them", de: "Darunter"))),
        DataTable.Column(RichText(plain: say(en: "Who acts", de: "Wer handelt"))),
      ],
      rows: rows
    )
    return ReportSection(
      id: "plan",
      title: say(en: "Plan in short", de: "Plan in Kürze"),
      blocks: firstSteps(steps) + offerTiming() + [.table(table)]
    )
  }

  /// What the customer does first, in the order of the plan, and the day that all of it is for.
  private func firstSteps(_ steps: [ShownStep]) -> [ReportBlock] {
    var parts: [RichText] = []
    let first = steps.filter { $0.planned.step.owners.contains(.customer) }.prefix(3)
    let names = first.map { say.text($0.planned.step.title) }.joined(separator: "; ")
    let title: String? =
      switch first.count {
      case 0: nil
      case 1: say(en: "Your first step:", de: "Ihr erster Schritt:")
      case 2: say(en: "Your first two steps:", de: "Ihre ersten zwei Schritte:")
      default: say(en: "Your first three steps:", de: "Ihre ersten drei Schritte:")
      }
    if let title { parts.append("\(strong: title) \(names).") }
    if let fact = assessment.fact(SharedNames.goLive), fact.origin == .answered, case .known = fact.state,
      say.mayShow(fact.fact.fact.audience)
    {
      let day = say.state(fact.state, of: fact.fact.fact)
      parts.append(RichText(plain: say(en: "Go-live wanted: \(day).", de: "Go-live gewünscht: \(day).")))
    }
    return parts.isEmpty ? [] : [.paragraph(RichText.joined(parts))]
  }

  /// What the profile's plan says about time; its steps are not cited, since they are not told.
  private mutating func offerTiming() -> [ReportBlock] {
    let cited = book
    defer { book = cited }
    return planBlocks(taskList())
  }

  /// "39, 22 of them yours"
  private func stepCount(_ steps: [ShownStep]) -> String {
    let yours = steps.count { $0.planned.step.owners.contains(.customer) }
    switch yours {
    case 0: return "\(steps.count)"
    case steps.count: return say(en: "\(steps.count), all with you", de: "\(steps.count), alle bei Ihnen")
    default: return say(en: "\(steps.count), \(yours) with you", de: "\(steps.count), davon \(yours) bei Ihnen")
    }
  }

  /// A few steps by name, in the order of the plan.
  private func mainSteps(_ steps: [ShownStep], _ waiting: [String: Int]) -> String {
    let ranked = steps.sorted { a, b in
      let (x, y) = (waiting[a.planned.step.id] ?? 0, waiting[b.planned.step.id] ?? 0)
      return x == y ? a.number < b.number : x > y
    }
    let chosen = ranked.prefix(Self.mostSteps).sorted { $0.number < $1.number }
    return chosen.map { say.text($0.planned.step.title) }.joined(separator: "; ")
  }

  private static let mostSteps = 3
}
