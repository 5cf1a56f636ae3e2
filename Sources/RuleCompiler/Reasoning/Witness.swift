import LocatedJSON
package import RuleModel

/// A world that shows something, as answers of a profile.
package struct Witness: Sendable {
  package internal(set) var answers: [String: FactValue]
  /// The profile's date, where something is counted from it.
  package let today: CalendarDate?
  /// Whether it takes an outcome of a decision for possible, which nobody has computed.
  package let assumesOutcomes: Bool

  /// The answers as they stand in a profile, in one line.
  package func text(_ catalogue: Catalogue) -> String {
    var members = answers.sorted { idPrecedes($0.key, $1.key) }.map { id, value in
      JSONValue.Member(id, json(value, of: catalogue.fact(id)?.fact))
    }
    members = [JSONValue.Member("answers", .object(members))]
    if let today { members.insert(JSONValue.Member("date", .string("\(today)")), at: 0) }
    return String(decoding: JSONValue.object(members).canonical(), as: UTF8.self)
  }

  private func json(_ value: FactValue, of fact: Fact?) -> JSONValue {
    switch value {
    case .boolean(let flag): .bool(flag)
    case .choice(let id): .string(id)
    case .choices(let ids): .array(ids.sorted(by: idPrecedes).map { .string($0) })
    case .number(let number, _) where fact?.kind == .date: .string("\(CalendarDate(days: Int(number)))")
    case .number(let number, _): .number(number)
    }
  }
}
