import Advice
import Assessing
import RuleCompiler
import RuleModel

/// Names of the shared vocabulary (pack foundation and pack appops) that the report speaks of by itself; where a catalogue
/// does not have them, that part is left out.
enum SharedNames {
  static let availability = "biz.availability"
  /// What is asked of the service, in the order of the report.
  static let service = [
    availability, "biz.service_hours", "biz.first_response", "biz.rto", "biz.rpo", "biz.maintenance",
    "biz.contract_sla",
  ]
  /// Decisions about the service.
  static let decisions = ["service-level", "support-plan"]
}

extension ReportBuilder {
  /// Service level as requested, error budget, support plan and indicative cost.
  mutating func serviceSection(_ decisions: [AssessedDecision]) -> ReportSection? {
    var blocks: [ReportBlock] = []
    var parts: [ReportSection] = []
    var asked: [ReportBlock.Definition] = []
    for id in SharedNames.service {
      guard let fact = assessment.fact(id), say.mayShow(fact.fact.fact.audience), fact.origin != .notApplicable else {
        continue
      }
      let assumed = fact.origin == .assumed ? say(en: " (assumed)", de: " (angenommen)") : ""
      asked.append(
        ReportBlock.Definition(
          RichText(plain: say.title(of: fact.fact.fact)),
          RichText(plain: say.state(fact.state, of: fact.fact.fact) + assumed)
        )
      )
    }
    for id in SharedNames.decisions {
      guard let decision = decisions.first(where: { $0.id == id }), let variant = decision.variant else { continue }
      let title = say.text(decision.decision.decision.title)
      let name = say.option(variant)
      asked.append(ReportBlock.Definition("\(entry: title, in: "decision-\(id)")", "\(strong: name)"))
    }
    if !asked.isEmpty {
      blocks.append(.definitions(asked))
      blocks.append(
        .paragraph(
          RichText(
            plain: say(
              en: "Availability and times are stated as requested; what is promised stands in the contract.",
              de:
                "Verfügbarkeit und Zeiten sind so genannt, wie sie gewünscht werden; was zugesagt ist, steht im Vertrag."
            )
          )
        )
      )
    }
    if let table = budgetTable() { blocks.append(.table(table)) }
    if let cost = costSection() { parts.append(cost) }
    guard !blocks.isEmpty || !parts.isEmpty else { return nil }
    return ReportSection(
      id: "service",
      title: say(en: "Service level, support and cost", de: "Service-Level, Support und Kosten"),
      blocks: blocks,
      subsections: parts
    )
  }

  /// How long the application may be unavailable, in minutes, where an availability is requested.
  private func budgetTable() -> DataTable? {
    guard let fact = assessment.fact(SharedNames.availability), say.mayShow(fact.fact.fact.audience),
      case .known(.number(let low, let high)) = fact.state, low > 0, high <= 100
    else { return nil }
    let periods: [(name: String, minutes: Double)] = [
      (say(en: "a week", de: "eine Woche"), 10_080), (say(en: "30 days", de: "30 Tage"), 43_200),
      (say(en: "a year", de: "ein Jahr"), 525_600),
    ]
    let rows = periods.map { period -> DataTable.Row in
      let least = downtime(period.minutes * (100 - high) / 100)
      let most = downtime(period.minutes * (100 - low) / 100)
      let text = low == high ? least : least + say(en: " to ", de: " bis ") + most
      return DataTable.Row([RichText(plain: period.name), RichText(plain: text)])
    }
    let value = say.state(fact.state, of: fact.fact.fact)
    return DataTable(
      caption: RichText(
        plain: say(
          en: "Error budget: how long the application may be unavailable with \(value)",
          de: "Fehlerbudget: wie lange die Anwendung bei \(value) ausfallen darf"
        )
      ),
      columns: [
        DataTable.Column(RichText(plain: say(en: "Within", de: "Innert"))),
        DataTable.Column(RichText(plain: say(en: "Error budget", de: "Fehlerbudget")), .trailing),
      ],
      rows: rows
    )
  }

  /// Minutes, and hours beside them where they are many: "526 minutes (8.8 h)".
  private func downtime(_ minutes: Double) -> String {
    let shown = minutes < 100 ? say.decimal(minutes) : say.decimal(minutes, digits: 0)
    let hours = minutes >= 120 ? " (\(say.decimal(minutes / 60)) h)" : ""
    return say(en: "\(shown) minutes\(hours)", de: "\(shown) Minuten\(hours)")
  }
}
