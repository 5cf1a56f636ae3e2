import Advice
import Assessing
import RuleCompiler
import RuleModel

/// Working days from Monday to Friday, counted from 0 at the first one on or after a day.
struct WorkingDays {
  private let first: CalendarDate

  init(from start: CalendarDate) {
    first = CalendarDate(days: start.days + [0, 0, 0, 0, 0, 2, 1][Self.weekday(start)])
  }

  /// The day of a count.
  func date(_ count: Int) -> CalendarDate {
    let monday = first.days - Self.weekday(first)
    let place = Self.weekday(first) + count
    return CalendarDate(days: monday + place / 5 * 7 + place % 5)
  }

  /// From 0 for Monday; 1 January 1970 was a Thursday.
  static func weekday(_ date: CalendarDate) -> Int { ((date.days + 3) % 7 + 7) % 7 }
}

extension ReportBuilder {
  /// What the profile's plan says about time: a drawing of the steps whose days follow from it, or how much is estimated
  /// and that the days are open; nothing without efforts.
  ///
  /// An offer draws only where at least half the steps of every phase that is drawn are estimated.
  func planBlocks(_ tasks: TaskList) -> [ReportBlock] {
    let efforts = assessment.profile.efforts
    let steps = tasks.phases.flatMap(\.steps)
    let stated = steps.compactMap { efforts[$0.id] }.filter { $0 > 0 }
    guard !stated.isEmpty else { return [] }
    let days = datedSteps(tasks)
    let isKnownWell = tasks.phases.allSatisfy { phase in
      let drawn = phase.steps.contains { days[$0.id].map { $0.to > $0.from } ?? false }
      return !drawn || phase.steps.count { efforts[$0.id] != nil } * 2 >= phase.steps.count
    }
    if say.edition != .offer || isKnownWell, let figure = ganttFigure(tasks) { return [.figure(figure)] }
    let by = profile.plan?.by.map { " (\($0))" } ?? ""
    let total = personDays(stated.reduce(0, +))
    let told =
      stated.count == 1
      ? say(
        en: "So far one of \(steps.count) steps is estimated, at \(total)\(by); dates follow.",
        de: "Geschätzt ist bisher einer von \(steps.count) Schritten, mit \(total)\(by); Termine folgen."
      )
      : say(
        en: "So far \(stated.count) of \(steps.count) steps are estimated, \(total) in all\(by); dates follow.",
        de:
          "Geschätzt sind bisher \(stated.count) von \(steps.count) Schritten, zusammen \(total)\(by); Termine folgen."
      )
    return [.paragraph(RichText(plain: told))]
  }

  /// From when until when a step takes, in working days, for the steps of which that is known: those with an effort that
  /// wait for nothing, or for steps of which it is known.
  private func datedSteps(_ tasks: TaskList) -> [String: (from: Double, to: Double)] {
    let efforts = assessment.profile.efforts
    var known: [String: (from: Double, to: Double)] = [:]
    // Steps stand behind those that they wait for.
    for step in tasks.phases.flatMap(\.steps) {
      guard let effort = efforts[step.id], step.after.allSatisfy({ known[$0] != nil }) else { continue }
      let begin = step.after.reduce(0) { max($0, known[$1]?.to ?? 0) }
      // A plan of more than some years is no plan; the bound keeps counts of days exact.
      known[step.id] = (begin, min(begin + max(effort, 0), 2000))
    }
    return known
  }

  /// The steps whose days follow from the profile's plan; nil without a start, or where it is known of no step.
  ///
  /// A step begins when all it waits for is done. One that waits for a step without an effort has no day: the table names
  /// it with its effort.
  private func ganttFigure(_ tasks: TaskList) -> ChartFigure? {
    guard let plan = profile.plan, let start = plan.start else { return nil }
    let numbers = tasks.numbers
    let efforts = assessment.profile.efforts
    let calendar = WorkingDays(from: start)
    let dated = datedSteps(tasks)
    var bars: [GanttChart.Bar] = []
    var rows: [DataTable.Row] = []
    var undated = 0
    for step in tasks.phases.flatMap(\.steps) {
      guard let effort = efforts[step.id], effort > 0 else { continue }
      let number = numbers[step.id] ?? ""
      let name = RichText(plain: "\(number) \(step.title.plainText)")
      let told = RichText(plain: personDays(effort))
      guard let (from, to) = dated[step.id], to > from else {
        undated += 1
        rows.append(DataTable.Row([name, told, RichText(plain: say(en: "date open", de: "Termin offen"))]))
        continue
      }
      let first = Int(from)
      let last = max(Int(to) - (to == Double(Int(to)) ? 1 : 0), first)
      let days =
        first == last
        ? shortDate(calendar.date(first)) : "\(shortDate(calendar.date(first)))–\(shortDate(calendar.date(last)))"
      rows.append(DataTable.Row([name, told, RichText(plain: days)]))
      bars.append(GanttChart.Bar(number: number, title: step.title.plainText, text: days, from: from, to: to))
    }
    guard !bars.isEmpty else { return nil }
    let length = bars.map(\.to).max() ?? 0
    var count = Int(length)
    if Double(count) < length { count += 1 }
    let ticks = (0..<count).filter { $0 == 0 || WorkingDays.weekday(calendar.date($0)) == 0 }.map { day in
      GanttChart.Tick(day: Double(day), text: shortDate(calendar.date(day)))
    }
    return ChartFigure(
      title: say(en: "Plan from \(say.date(start))", de: "Plan ab \(say.date(start))"),
      summary: ganttSummary(plan, undated: undated),
      drawing: .gantt(GanttChart(bars: bars, ticks: ticks, days: length)),
      table: DataTable(
        columns: [
          DataTable.Column(RichText(plain: say(en: "Step", de: "Schritt"))),
          DataTable.Column(RichText(plain: say(en: "Effort", de: "Aufwand")), .trailing),
          DataTable.Column(RichText(plain: say(en: "Days", de: "Tage"))),
        ],
        rows: rows
      )
    )
  }

  private func ganttSummary(_ plan: Profile.Plan, undated: Int) -> String {
    let by = plan.by.map { say(en: ", estimated by \($0)", de: ", geschätzt von: \($0)") } ?? ""
    let drawn = say(
      en:
        "Only steps with an effort in the plan\(by) that wait for nothing else; one person each, Monday to Friday, without holidays and without waiting for others.",
      de:
        "Nur Schritte mit einem Aufwand im Plan\(by), die auf nichts anderes warten; je eine Person, Montag bis Freitag, ohne Feiertage und ohne Warten auf andere."
    )
    let open: String? =
      switch undated {
      case 0: nil
      case 1:
        say(
          en: "One more estimated step waits for steps without an effort: its date is open.",
          de: "Ein weiterer geschätzter Schritt wartet auf Schritte ohne Aufwand: Sein Termin ist offen."
        )
      default:
        say(
          en: "\(undated) more estimated steps wait for steps without an effort: their dates are open.",
          de: "\(undated) weitere geschätzte Schritte warten auf Schritte ohne Aufwand: Ihr Termin ist offen."
        )
      }
    return [drawn, open].compactMap { $0 }.joined(separator: " ")
  }

  /// An effort in words: "1 person-day".
  func personDays(_ effort: Double) -> String {
    if effort == 1 { return say(en: "1 person-day", de: "1 Personentag") }
    return say(en: "\(plain(effort)) person-days", de: "\(plain(effort)) Personentage")
  }

  /// Day and month in a few characters.
  private func shortDate(_ date: CalendarDate) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return say(en: "\(date.day) \(months[date.month - 1])", de: "\(date.day).\(date.month).")
  }
}
