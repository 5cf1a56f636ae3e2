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
  /// The steps to which the profile's plan gives an effort, on the days on which they can be done; nil without a plan.
  ///
  /// A step begins when all it waits for is done. Where one of these has no effort, nobody knows when that is: then the
  /// step has no days.
  func ganttFigure(_ tasks: TaskList) -> ChartFigure? {
    guard let plan = profile.plan, let start = plan.start else { return nil }
    let numbers = tasks.numbers
    let steps = tasks.phases.flatMap(\.steps)
    let efforts = assessment.profile.efforts
    let calendar = WorkingDays(from: start)
    // Of steps whose days are known.
    var ends: [String: Double] = [:]
    var undated: [DataTable.Row] = []
    var bars: [GanttChart.Bar] = []
    var told: [String] = []
    for step in steps {
      guard let effort = efforts[step.id], effort >= 0 else { continue }
      guard step.after.allSatisfy({ ends[$0] != nil }) else {
        undated.append(
          DataTable.Row([
            RichText(plain: "\(numbers[step.id] ?? "") \(step.title.plainText)"), RichText(plain: personDays(effort)),
            RichText(plain: say(en: "date open", de: "Termin offen")),
          ])
        )
        continue
      }
      let begin = step.after.reduce(0) { max($0, ends[$1] ?? 0) }
      // A plan of more than some years is no plan; the bound keeps counts of days exact.
      let end = min(begin + effort, 2000)
      ends[step.id] = end
      guard end > begin else { continue }
      let first = Int(begin)
      let last = max(Int(end) - (end == Double(Int(end)) ? 1 : 0), first)
      let days =
        first == last
        ? shortDate(calendar.date(first)) : "\(shortDate(calendar.date(first)))–\(shortDate(calendar.date(last)))"
      told.append(personDays(effort))
      bars.append(
        GanttChart.Bar(
          number: numbers[step.id] ?? "",
          title: step.title.plainText,
          text: days,
          from: begin,
          to: end
        )
      )
    }
    guard !bars.isEmpty else { return nil }
    let length = bars.map(\.to).max() ?? 0
    var count = Int(length)
    if Double(count) < length { count += 1 }
    let ticks = (0..<count).filter { $0 == 0 || WorkingDays.weekday(calendar.date($0)) == 0 }.map { day in
      GanttChart.Tick(day: Double(day), text: shortDate(calendar.date(day)))
    }
    let by = plan.by.map { say(en: ", estimated by \($0)", de: ", geschätzt von: \($0)") } ?? ""
    let rows = zip(bars, told).map { bar, effort in
      DataTable.Row([
        RichText(plain: "\(bar.number) \(bar.title)"), RichText(plain: effort),
        RichText(plain: bar.text),
      ])
    }
    return ChartFigure(
      title: say(en: "Plan from \(say.date(start))", de: "Plan ab \(say.date(start))"),
      summary: say(
        en:
          "Only steps whose effort the plan states, for them and all they wait for\(by); one person each, Monday to Friday, without holidays and without waiting for others.",
        de:
          "Nur Schritte, deren Aufwand der Plan nennt, auch den aller Schritte davor\(by); je eine Person, Montag bis Freitag, ohne Feiertage und ohne Warten auf andere."
      ),
      drawing: .gantt(GanttChart(bars: bars, ticks: ticks, days: length)),
      table: DataTable(
        columns: [
          DataTable.Column(RichText(plain: say(en: "Step", de: "Schritt"))),
          DataTable.Column(RichText(plain: say(en: "Effort", de: "Aufwand")), .trailing),
          DataTable.Column(RichText(plain: say(en: "Days", de: "Tage"))),
        ],
        rows: rows + undated
      )
    )
  }

  /// How much of the plan has an effort, where that is not enough for a drawing; nil without a plan.
  ///
  /// - Parameter needsMost: whether less than half of the steps is not enough.
  func estimateSentence(_ tasks: TaskList, needsMost: Bool) -> String? {
    let steps = tasks.phases.flatMap(\.steps)
    let efforts = steps.compactMap { assessment.profile.efforts[$0.id] }
    guard profile.plan != nil, !efforts.isEmpty, !needsMost || efforts.count * 2 < steps.count else { return nil }
    let days = personDays(efforts.reduce(0, +))
    let by = profile.plan?.by.map { " (\($0))" } ?? ""
    return say(
      en: "So far \(efforts.count) of \(steps.count) steps are estimated, \(days) in all\(by); dates follow.",
      de: "Geschätzt sind bisher \(efforts.count) von \(steps.count) Schritten, zusammen \(days)\(by); Termine folgen."
    )
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
