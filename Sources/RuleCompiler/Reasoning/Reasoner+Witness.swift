import Engine
import RuleModel

extension Reasoner {
  /// One world of those that the variables allow: all of them do what was looked for.
  func witness() -> Witness {
    var answers: [String: FactValue] = [:]
    for column in cone.facts {
      let fact = catalogue.facts[column]
      guard current[column].states.contains(.known) else { continue }
      answers[fact.id] = value(of: fact.fact, domains[column])
    }
    let readsToday = cone.formulas.contains { column in
      if case .formula(let root) = index.origins[column] { index.readsToday(formula: root) } else { false }
    }
    return Witness(
      answers: answers,
      today: readsToday ? CalendarDate(days: Int(day(in: domains[today].range))) : nil,
      assumesOutcomes: !cone.decisions.isEmpty
    )
  }

  func value(of fact: Fact, _ values: PossibleValues) -> FactValue {
    func ids(_ bits: UInt64) -> [String] {
      fact.choices.enumerated().filter { bits >> UInt64($0.offset) & 1 == 1 }.map(\.element.name.id)
    }
    switch fact.kind {
    case .boolean: return .boolean(values.may & 1 == 0)
    case .choice: return .choice(ids(values.may).first ?? "")
    case .choices: return .choices(Set(ids(values.must)))
    case .number: return .number(values.range.sample)
    case .date: return .number(day(in: values.range))
    }
  }

  /// A day that people take for one, where the range allows it.
  func day(in range: NumberRange) -> Double {
    let usual = Double(CalendarDate(year: 2026, month: 1, day: 1).days)
    return min(max(usual, range.lower), range.upper)
  }
}
