import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// The recommended architecture as a drawing, with what is still open.
  mutating func architectureSection() -> ReportSection? {
    let architecture = recommendation.architecture
    let isDecided = assessment.decisions.contains { $0.recommended != nil }
    guard isDecided, !architecture.components.isEmpty else { return nil }
    var blocks: [ReportBlock] = [
      .architecture(
        ArchitectureDiagram(
          caption: RichText(
            plain: say(
              en: "The parts, what talks to what, and who operates them",
              de: "Die Teile, was mit was spricht und wer sie betreibt"
            )
          ),
          nodes: architecture.components.map { component in
            ArchitectureDiagram.Node(
              id: component.id,
              title: say.text(component.title),
              layer: ArchitectureDiagram.Layer(rawValue: component.layer.rawValue) ?? .application,
              operatedBy: operatorOf(component)
            )
          },
          edges: architecture.connections.map {
            ArchitectureDiagram.Edge(from: $0.from, to: $0.to, label: say.shown($0.label) ?? "")
          }
        )
      )
    ]
    var described: [ReportBlock.Definition] = []
    for component in architecture.components {
      guard let description = say.shown(component.description) else { continue }
      let notes = cite(component.sources)
      described.append(
        ReportBlock.Definition(
          RichText(plain: say.text(component.title)),
          "\(description)\(footnotes: notes)"
        )
      )
    }
    if !described.isEmpty { blocks.append(.definitions(described)) }
    if !architecture.open.isEmpty {
      let names = architecture.open.map { say.text($0.title) }.joined(separator: ", ")
      blocks.append(
        .paragraph(
          RichText(
            plain: say(
              en: "Open answers decide whether these are needed: \(names).",
              de: "Offene Angaben entscheiden, ob es diese braucht: \(names)."
            )
          )
        )
      )
    }
    return ReportSection(id: "architecture", title: say(en: "Architecture", de: "Architektur"), blocks: blocks)
  }

  private func operatorOf(_ component: Component) -> ArchitectureDiagram.Operator? {
    guard let first = component.operatedBy.first else { return nil }
    if component.operatedBy.count > 1 {
      return ArchitectureDiagram.Operator(.shared, component.operatedBy.map { say.party($0) }.joined(separator: " + "))
    }
    let kind: ArchitectureDiagram.Operator.Kind = first == .customer ? .customer : .provider
    return ArchitectureDiagram.Operator(kind, say.party(first))
  }

  /// Prices of what is recommended; what no source states is to be confirmed.
  mutating func costSection() -> ReportSection? {
    guard assessment.decisions.contains(where: { $0.recommended != nil }) else { return nil }
    let title = say(en: "Indicative cost", de: "Richtpreise")
    let lines = recommendation.costs.filter { say.mayShow($0.price.audience) }
    guard !lines.isEmpty else {
      return ReportSection(
        id: "cost",
        title: title,
        blocks: [
          .paragraph(
            RichText(
              plain: say(
                en: "The sources state no prices for what is recommended here: to be confirmed in an offer.",
                de: "Für das hier Empfohlene nennen die Quellen keine Preise: mit einer Offerte zu bestätigen."
              )
            )
          )
        ]
      )
    }
    var rows: [DataTable.Row] = []
    for line in lines {
      let notes = cite(line.price.sources)
      rows.append(
        DataTable.Row([
          "\(say.text(line.price.title))\(footnotes: notes)",
          RichText(plain: line.quantity.map { quantityText($0, line.price) } ?? ""),
          RichText(plain: sumText(line)),
        ])
      )
    }
    let table = DataTable(
      columns: [
        DataTable.Column(RichText(plain: say(en: "Item", de: "Posten"))),
        DataTable.Column(RichText(plain: say(en: "Quantity", de: "Menge")), .trailing),
        DataTable.Column(RichText(plain: say(en: "Amount", de: "Betrag")), .trailing),
      ],
      rows: rows
    )
    return ReportSection(id: "cost", title: title, blocks: [.table(table)])
  }

  private func quantityText(_ quantity: (from: Double, to: Double), _ price: Price) -> String {
    let unit = price.unit.map { " \($0)" } ?? ""
    if quantity.from == quantity.to { return say.number(quantity.from) + unit }
    return say.number(quantity.from) + say(en: " to ", de: " bis ") + say.number(quantity.to) + unit
  }

  private func sumText(_ line: CostLine) -> String {
    guard let (from, to) = shownSum(of: line, say) else {
      let unit = line.price.unit.map { " (\($0))" } ?? ""
      return say(en: "to be confirmed", de: "zu bestätigen") + unit
    }
    let currency = line.price.currency ?? ""
    let range =
      from == to
      ? say.decimal(from, digits: 2)
      : say.decimal(from, digits: 2) + say(en: " to ", de: " bis ") + say.decimal(to, digits: 2)
    let period =
      switch line.price.per {
      case .hour: say(en: " per hour", de: " pro Stunde")
      case .day: say(en: " per day", de: " pro Tag")
      case .month: say(en: " per month", de: " pro Monat")
      case .year: say(en: " per year", de: " pro Jahr")
      case .once: say(en: " once", de: " einmalig")
      case nil: ""
      }
    let tax =
      switch line.price.vat {
      case .included: say(en: ", VAT included", de: ", inkl. MWST")
      case .excluded: say(en: ", VAT excluded", de: ", exkl. MWST")
      case nil: say(en: ", VAT to be confirmed", de: ", MWST zu bestätigen")
      }
    return "\(currency) \(range)\(period)\(tax)"
  }

  /// The onboarding checklist.
  mutating func checklistSection() -> ReportSection? {
    let checklist = recommendation.checklist
    guard !checklist.phases.isEmpty else { return nil }
    var blocks: [ReportBlock] = [.taskList(taskList())]
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
      title: say(en: "Onboarding checklist", de: "Checkliste für den Einstieg"),
      blocks: blocks
    )
  }

  /// The checklist as a list of tasks; steps for the house only are left out of what a customer gets.
  mutating func taskList() -> TaskList {
    let shownSteps = shownSteps(of: recommendation.checklist, say)
    var phases: [TaskList.Phase] = []
    for phase in recommendation.checklist.phases {
      var steps: [TaskList.Step] = []
      for shownStep in shownSteps where shownStep.planned.step.phase == phase.phase {
        let planned = shownStep.planned
        let step = planned.step
        var owner = step.owners.map { say.party($0) }.joined(separator: " + ")
        if let effort = planned.effort {
          owner += say(en: ", \(plain(effort)) person-days", de: ", \(plain(effort)) Personentage")
        }
        let notes = cite(step.sources)
        steps.append(
          TaskList.Step(
            id: step.id,
            title: RichText(plain: say.text(step.title)),
            owner: owner,
            after: shownStep.after,
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
