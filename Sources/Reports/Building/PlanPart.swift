import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// The onboarding plan: drawing where the profile plans, and the checklist.
  mutating func planSection() -> ReportSection? {
    let checklist = recommendation.checklist
    guard !checklist.phases.isEmpty else { return nil }
    let tasks = taskList()
    var blocks: [ReportBlock] = [.paragraph(RichText(plain: planSentence(tasks)))]
    blocks += planBlocks(tasks)
    blocks.append(.taskList(tasks))
    let open = checklist.open.filter { say.mayShow($0.audience) }
    if !open.isEmpty {
      let names = open.map { say.text($0.title) }.joined(separator: "; ")
      blocks.append(
        .callout(
          Callout(
            .info,
            blocks: [
              .paragraph(
                RichText(
                  plain: say(
                    en: "Open answers decide whether these steps are needed: \(names).",
                    de: "Offene Angaben entscheiden, ob es diese Schritte braucht: \(names)."
                  )
                )
              )
            ]
          )
        )
      )
    }
    return ReportSection(
      id: "checklist",
      title: say(en: "Onboarding plan", de: "Plan für den Einstieg"),
      blocks: blocks
    )
  }

  private func planSentence(_ tasks: TaskList) -> String {
    let steps = tasks.phases.reduce(0) { $0 + $1.steps.count }
    let names = tasks.phases.map { "\($0.title) (\($0.steps.count))" }.joined(separator: ", ")
    return say(
      en: "\(steps) steps: \(names). \u{201C}After\u{201D} names what must be done before.",
      de: "\(steps) Schritte: \(names). «Nach» nennt, was vorher erledigt sein muss."
    )
  }

  /// The checklist as a list of tasks; steps for the house only are left out of what a customer gets.
  mutating func taskList() -> TaskList {
    let shownSteps = shownSteps(of: recommendation.checklist, say)
    var phases: [TaskList.Phase] = []
    for phase in recommendation.checklist.phases {
      var steps: [TaskList.Step] = []
      let members = Set(phase.steps.map(\.step.id))
      for shownStep in shownSteps where members.contains(shownStep.planned.step.id) {
        let planned = shownStep.planned
        let step = planned.step
        var owner = step.owners.map { say.party($0) }.joined(separator: " + ")
        if let effort = planned.effort {
          owner += ", " + personDays(effort)
        }
        let notes = cite(step.sources)
        steps.append(
          TaskList.Step(
            id: step.id,
            title: RichText(plain: say.text(step.title)),
            owner: owner,
            after: shownStep.directlyAfter,
            result: shown(step.result),
            details: shown(step.details),
            links: step.links.map { TaskList.Link($0.url, address: $0.url) },
            footnotes: notes
          )
        )
      }
      if !steps.isEmpty { phases.append(TaskList.Phase(say.phase(phase.phase), steps: steps)) }
    }
    return TaskList(phases: phases)
  }

  private func shown(_ text: LocalizedText?) -> RichText {
    RichText(plain: say.shown(text) ?? "")
  }
}
