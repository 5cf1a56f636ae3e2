package import LocatedJSON
package import RuleModel

/// A value of a fact as profiles and results write it; chosen ones of a set in the order of the choices.
package func valueJSON(_ value: FactValue, of fact: Fact) -> JSONValue {
  switch value {
  case .boolean(let flag): return .bool(flag)
  case .choice(let id): return .string(id)
  case .choices(let ids): return .array(fact.choices.map(\.name.id).filter { ids.contains($0) }.map { .string($0) })
  case .number(let from, let to):
    if case .date = fact.kind { return .string(CalendarDate(days: Int(from)).description) }
    return from == to ? .number(from) : .members([("from", .number(from)), ("to", .number(to))])
  }
}
