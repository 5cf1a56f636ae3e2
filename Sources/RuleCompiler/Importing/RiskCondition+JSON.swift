import LocatedJSON

extension RiskCondition {
  /// The condition as packs write it, about a fact whose choices have these ids.
  ///
  /// For every set of choices it is as true as this one; without an answer it is unknown.
  func json(fact: String, choices: [String]) -> JSONValue {
    JSONCondition(fact: fact, choices: choices).json(self)
  }
}

private struct JSONCondition {
  let fact: String
  let choices: [String]

  func json(_ condition: RiskCondition) -> JSONValue {
    switch condition {
    case .choice(let place): compare("includes", .string(choices[place]))
    case .not(let part): not(json(part))
    case .all(let parts): list("all", parts, positives: "includesAll", negatives: "includesAny")
    case .any(let parts): list("any", parts, positives: "includesAny", negatives: "includesAll")
    case .constant(true): compare("includesOnly", ids(Array(choices.indices)))
    case .constant(false): not(compare("includesOnly", ids(Array(choices.indices))))
    }
  }

  /// Choices that are to be there and choices that are not, each group in one comparison, then all else.
  private func list(_ key: String, _ parts: [RiskCondition], positives: String, negatives: String) -> JSONValue {
    var present: [Int] = []
    var absent: [Int] = []
    var others: [RiskCondition] = []
    for part in parts {
      switch part {
      case .choice(let place): present.append(place)
      case .not(.choice(let place)): absent.append(place)
      default: others.append(part)
      }
    }
    var found: [JSONValue] = []
    if !present.isEmpty { found.append(group(positives, present)) }
    if !absent.isEmpty { found.append(not(group(negatives, absent))) }
    found += others.map { json($0) }
    return found.count == 1 ? found[0] : .members([(key, .array(found))])
  }

  private func group(_ name: String, _ places: [Int]) -> JSONValue {
    places.count == 1 ? compare("includes", .string(choices[places[0]])) : compare(name, ids(places))
  }

  private func ids(_ places: [Int]) -> JSONValue { .array(places.map { .string(choices[$0]) }) }
  private func not(_ value: JSONValue) -> JSONValue { .members([("not", value)]) }
  private func compare(_ name: String, _ operand: JSONValue) -> JSONValue {
    .members([(fact, .members([(name, operand)]))])
  }
}
