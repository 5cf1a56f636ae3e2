import LocatedJSON
import RuleModel

extension RandomPackGenerator {
  /// A fact of any kind, which may depend on those made before it.
  mutating func fact() -> JSONValue {
    let id = newID("fact")
    let kind = dice.pick([.boolean, .choice, .orderedChoice, .choices, .number, .number, .date] as [SubjectKind])
    let isDerived = facts.count > 2 && dice.chance(0.3)
    let isList = kind == .choice || kind == .orderedChoice || kind == .choices
    let choices = isList ? Array(["low", "mid", "high", "top"].prefix(dice.int(2...4))) : []
    let new = KnownFact(id: id, kind: kind, choices: choices, isDerived: isDerived)
    var item: JSONValue = ["id": .string(id), "type": .string(kind == .orderedChoice ? "choice" : kind.rawValue)]
    if kind == .orderedChoice { item["ordered"] = true }
    if isList { item["choices"] = .array(choices.map { choice($0, in: kind) }) }
    if kind == .number, dice.chance(0.5) {
      item["minimum"] = -2
      item["maximum"] = 6
    }
    if facts.count > 1, dice.chance(0.25) { item["relevantWhen"] = condition(over: facts, depth: 1) }
    if isDerived {
      item["derive"] = derivation(of: new)
    } else if shape.hasDefaults, dice.chance(0.2) {
      item["default"] = answer(new)
    }
    facts.append(new)
    return item
  }

  /// The last choice of some sets stands alone.
  private mutating func choice(_ id: String, in kind: SubjectKind) -> JSONValue {
    var choice: JSONValue = ["id": .string(id)]
    if kind == .choices, id == "top" || id == "high", dice.chance(0.5) { choice["exclusive"] = true }
    return choice
  }

  private mutating func answer(_ fact: KnownFact) -> JSONValue {
    switch fact.kind {
    case .choices: .strings([dice.pick(fact.choices)])
    case .number where dice.chance(0.3): ["from": -1, "to": 2]
    default: literal(fact)
    }
  }

  private mutating func literal(_ fact: KnownFact) -> JSONValue {
    switch fact.kind {
    case .boolean: .bool(dice.chance(0.5))
    case .number: .number(dice.pick(Self.numbers))
    case .date: .string(dice.pick(Self.dates))
    case .choice, .orderedChoice, .choices, .decision: .string(dice.pick(fact.choices))
    }
  }

  private mutating func derivation(of fact: KnownFact) -> JSONValue {
    if fact.kind == .boolean, dice.chance(0.6) { return ["when": condition(over: facts, depth: 2)] }
    if fact.kind == .number, dice.chance(0.8) { return formula() }
    var cases: [JSONValue] = []
    for _ in 0..<dice.int(1...3) {
      cases.append(["when": condition(over: facts, depth: 1), "value": literal(fact)])
    }
    return ["cases": .array(cases), "otherwise": literal(fact)]
  }

  /// A formula with at least one fact in it, so that nothing is known where nothing is answered.
  private mutating func formula() -> JSONValue {
    let numbers = facts.filter { $0.kind == .number }
    let dates = facts.filter { $0.kind == .date }
    let first: JSONValue
    if !numbers.isEmpty {
      first = .string(dice.pick(numbers).id)
    } else if !dates.isEmpty {
      first = ["weeksUntil": .string(dice.pick(dates).id)]
    } else {
      return ["cases": [["when": condition(over: facts, depth: 1), "value": 1]], "otherwise": 2]
    }
    return operation(on: first, numbers, dates, depth: 2)
  }

  private mutating func operation(
    on first: JSONValue,
    _ numbers: [KnownFact],
    _ dates: [KnownFact],
    depth: Int
  ) -> JSONValue {
    let name = dice.pick(["sum", "product", "quotient", "minimum", "maximum"])
    var operands = [first]
    for _ in 0..<(name == "quotient" ? 1 : dice.int(0...2)) {
      operands.append(operand(numbers, dates, depth: depth - 1))
    }
    return .object([JSONValue.Member(name, .array(dice.shuffled(operands)))])
  }

  private mutating func operand(_ numbers: [KnownFact], _ dates: [KnownFact], depth: Int) -> JSONValue {
    let leaf: JSONValue
    switch dice.int(0...3) {
    case 0 where !dates.isEmpty: leaf = ["weeksUntil": .string(dice.pick(dates).id)]
    case 1...2 where !numbers.isEmpty: leaf = .string(dice.pick(numbers).id)
    default: leaf = .number(dice.pick(Self.numbers))
    }
    return depth > 0 && dice.chance(0.4) ? operation(on: leaf, numbers, dates, depth: depth) : leaf
  }
}
