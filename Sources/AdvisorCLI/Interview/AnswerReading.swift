import Diagnostics
import Reports
import RuleModel

/// What somebody typed as an answer to a question.
enum AnswerReading: Equatable {
  case value(FactValue)
  /// Why it is no answer, and what would be one.
  case problem(String)

  init(_ text: String, to fact: Fact, _ say: Phrasing) {
    switch fact.kind {
    case .boolean: self = Self.yesOrNo(text, say)
    case .choice: self = Self.choice(text, fact, say)
    case .choices: self = Self.choices(text, fact, say)
    case .number(let domain): self = Self.number(text, domain, say)
    case .date: self = Self.date(text, say)
    }
  }

  private static func yesOrNo(_ text: String, _ say: Phrasing) -> AnswerReading {
    switch text.trimmed.lowercased() {
    case "y", "yes", "j", "ja", "1", "true": .value(.boolean(true))
    case "n", "no", "nein", "2", "false": .value(.boolean(false))
    default:
      .problem(say(en: "Answer yes or no, or - if it is not known.", de: "Bitte ja oder nein, oder - falls unbekannt."))
    }
  }

  // MARK: Choices

  private static func choice(_ text: String, _ fact: Fact, _ say: Phrasing) -> AnswerReading {
    let reading = ChoiceReading(fact, say)
    switch reading.one(text) {
    case .one(let id): return .value(.choice(id))
    case let other: return .problem(problem(text, other, reading, say))
    }
  }

  private static func choices(_ text: String, _ fact: Fact, _ say: Phrasing) -> AnswerReading {
    let reading = ChoiceReading(fact, say)
    let only = fact.choices.filter(\.isExclusive).map(\.name.id)
    if reading.named(text) == nil, ["0", "none", "keine", "keines", "nichts"].contains(text.trimmed.lowercased()) {
      return .value(.choices(only.count == 1 ? Set(only) : []))
    }
    let (ids, issue) = reading.several(text)
    if let issue { return .problem(problem(issue.part, issue.found, reading, say)) }
    let chosen = Set(ids)
    if chosen.isEmpty { return .problem(problem(text, .none, reading, say)) }
    if chosen.count > 1, let id = only.first(where: { chosen.contains($0) }) {
      let title = fact.choices.first { $0.name.id == id }.flatMap { say.shown($0.title) } ?? id
      return .problem(
        say(en: "“\(title)” cannot stand beside others.", de: "«\(title)» kann nicht neben anderen stehen.")
      )
    }
    return .value(.choices(chosen))
  }

  private static func problem(
    _ text: String,
    _ found: ChoiceReading.Found,
    _ reading: ChoiceReading,
    _ say: Phrasing
  ) -> String {
    if case .several(let numbers) = found {
      let list = numbers.map { "\($0) \(reading.title($0))" }.joined(separator: ", ")
      return say(
        en: "Several begin with \(quoted(text)): \(list).",
        de: "Mehrere beginnen mit \(quoted(text)): \(list)."
      )
    }
    return say(
      en: "\(quoted(text)) is none of these. Give a number from 1 to \(reading.count), or ? for help.",
      de: "\(quoted(text)) ist nicht dabei. Bitte eine Nummer von 1 bis \(reading.count), oder ? für Hilfe."
    )
  }

  // MARK: Numbers and dates

  private static func number(_ text: String, _ domain: Fact.NumberDomain, _ say: Phrasing) -> AnswerReading {
    switch NumberReading(text, unit: domain.unit) {
    case .range(let from, let to):
      guard from >= domain.minimum ?? -.infinity, to <= domain.maximum ?? .infinity else {
        return .problem(say(en: "It must be \(bounds(domain, say)).", de: "Erlaubt ist: \(bounds(domain, say))."))
      }
      return .value(.number(from: from, to: to))
    case .ambiguous:
      return .problem(
        say(
          en: "A comma with three digits behind it may mean two things: write 1000, or 1.000 for one.",
          de: "Ein Komma mit drei Ziffern dahinter ist zweideutig: bitte 1000 schreiben, oder 1.000 für eins."
        )
      )
    case .falling:
      return .problem(
        say(en: "The smaller number comes first: 100-500.", de: "Die kleinere Zahl steht vorn: 100-500.")
      )
    case .otherUnit(let unit):
      let wanted =
        domain.unit.map { say(en: "in \($0)", de: "in \($0)") } ?? say(en: "without a unit", de: "ohne Einheit")
      return .problem(
        say(
          en: "The number is wanted \(wanted), not in \(quoted(unit)).",
          de: "Die Zahl ist \(wanted) gefragt, nicht in \(quoted(unit))."
        )
      )
    case .nothing:
      return .problem(
        say(
          en: "\(quoted(text)) is no number. Write for example 16, 99.9 or 100-500.",
          de: "\(quoted(text)) ist keine Zahl. Zum Beispiel 16, 99.9 oder 100-500."
        )
      )
    }
  }

  /// "from 0 to 100 %", "at least 0 GiB"
  static func bounds(_ domain: Fact.NumberDomain, _ say: Phrasing) -> String {
    let unit = domain.unit.map { " \($0)" } ?? ""
    switch (domain.minimum, domain.maximum) {
    case (let low?, let high?):
      return say(
        en: "from \(say.number(low)) to \(say.number(high))\(unit)",
        de: "von \(say.number(low)) bis \(say.number(high))\(unit)"
      )
    case (let low?, nil):
      return say(en: "at least \(say.number(low))\(unit)", de: "mindestens \(say.number(low))\(unit)")
    case (nil, let high?):
      return say(en: "at most \(say.number(high))\(unit)", de: "höchstens \(say.number(high))\(unit)")
    case (nil, nil): return say(en: "a number\(unit)", de: "eine Zahl\(unit)")
    }
  }

  private static func date(_ text: String, _ say: Phrasing) -> AnswerReading {
    if let date = day(text) { return .value(.date(date)) }
    return .problem(
      say(
        en: "\(quoted(text)) is no day. Write for example 2027-03-01 or 1.3.2027.",
        de: "\(quoted(text)) ist kein Tag. Zum Beispiel 1.3.2027 oder 2027-03-01."
      )
    )
  }

  /// `2027-03-01` or `1.3.2027`.
  private static func day(_ text: String) -> CalendarDate? {
    let text = text.trimmed
    if let date = CalendarDate(text) { return date }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { $0.trimmed }
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count) else { return nil }
    func padded(_ part: String) -> String { part.count == 1 ? "0" + part : part }
    return CalendarDate("\(parts[2])-\(padded(parts[1]))-\(padded(parts[0]))")
  }
}
