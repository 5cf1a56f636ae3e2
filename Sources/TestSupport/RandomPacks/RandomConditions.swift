import LocatedJSON
import RuleModel

extension RandomPackGenerator {
  /// Numbers that thresholds and answers have in common, so that they often meet.
  static let numbers: [Double] = [-2, -1, 0, 0.5, 1, 2, 3, 4.5, 6]
  static let dates = ["2026-11-06", "2026-11-20", "2026-11-27", "2027-01-01"]

  /// A condition over facts and outcomes of decisions, in every form that packs may use.
  mutating func condition(over facts: [KnownFact], _ decisions: [KnownDecision] = [], depth: Int) -> JSONValue {
    switch depth > 0 ? dice.int(0...9) : 9 {
    case 0, 1: return ["any": conditions(over: facts, decisions, depth: depth - 1)]
    case 2: return ["all": conditions(over: facts, decisions, depth: depth - 1)]
    case 3, 4: return ["not": condition(over: facts, decisions, depth: depth - 1)]
    default: return comparisons(over: facts, decisions)
    }
  }

  private mutating func conditions(over facts: [KnownFact], _ decisions: [KnownDecision], depth: Int) -> JSONValue {
    var parts: [JSONValue] = []
    for _ in 0..<dice.int(1...3) { parts.append(condition(over: facts, decisions, depth: depth)) }
    return .array(parts)
  }

  private mutating func comparisons(over facts: [KnownFact], _ decisions: [KnownDecision]) -> JSONValue {
    if !decisions.isEmpty, dice.chance(0.35) { return outcomeComparison(dice.pick(decisions)) }
    let members = dice.some(facts, 1...2).map { fact in
      JSONValue.Member(fact.id, comparison(with: fact))
    }
    return .object(members)
  }

  /// What stands beside the id of a fact: a value, a list, or an object of one or two operators.
  private mutating func comparison(with fact: KnownFact) -> JSONValue {
    if fact.kind == .number, dice.chance(0.2) {
      return ["atLeast": .number(dice.pick(Self.numbers)), "below": .number(dice.pick(Self.numbers))]
    }
    return comparison(kind: fact.kind) { dice in
      switch fact.kind {
      case .boolean: .bool(dice.chance(0.5))
      case .choice, .orderedChoice, .choices: .string(dice.pick(fact.choices))
      case .number: .number(dice.pick(Self.numbers))
      case .date: .string(dice.pick(Self.dates))
      case .decision: .null
      }
    }
  }

  private mutating func comparison(kind: SubjectKind, _ operand: (inout SplitMix64) -> JSONValue) -> JSONValue {
    let chosen = dice.pick(ConditionOperator.all.filter { $0.subjects.contains(kind) })
    guard chosen.takesList else {
      let value = operand(&dice)
      return chosen.id == "is" && dice.chance(0.5) ? value : .object([JSONValue.Member(chosen.id, value)])
    }
    var operands: [JSONValue] = []
    for _ in 0..<dice.int(1...3) { operands.append(operand(&dice)) }
    if chosen.id == "anyOf", dice.chance(0.5) { return .array(operands) }
    return .object([JSONValue.Member(chosen.id, .array(operands))])
  }

  private mutating func outcomeComparison(_ decision: KnownDecision) -> JSONValue {
    let parents = Set(decision.options.compactMap(\.parent))
    let families = decision.options.filter { $0.parent == nil }.map(\.id)
    let leaves = decision.options.filter { !parents.contains($0.id) && !$0.mayGetVariants }.map(\.id)
    let asksForLeaf = !leaves.isEmpty && dice.chance(0.4)
    let ids = asksForLeaf ? leaves : families
    let key = "decision.\(decision.id)" + (asksForLeaf ? ".variant" : "")
    return .object([JSONValue.Member(key, comparison(kind: .decision) { .string($0.pick(ids)) })])
  }
}
