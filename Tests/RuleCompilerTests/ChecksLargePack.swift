import LocatedJSON
import TestSupport

/// A pack as large as a house may have one day, made from a seed: facts of all kinds, some derived, some asked only if
/// another answer is given; decisions with variants; rules about one to three facts each.
struct LargePack {
  private var dice: SplitMix64
  private var facts: [(id: String, kind: Int)] = []
  private var pack = PackText(id: "large", requires: [], optional: [])
  private let options: [[String]]

  static func make(rules: Int, facts: Int, decisions: Int = 4, seed: UInt64 = 1) -> PackText {
    var large = LargePack(decisions: decisions, seed: seed)
    large.fill(rules: rules, facts: facts)
    return large.pack
  }

  private init(decisions: Int, seed: UInt64) {
    dice = SplitMix64(seed: seed)
    options = (0..<decisions).map { decision in (0..<4).map { "option-\(decision)-\($0)" } }
  }

  private mutating func fill(rules: Int, facts count: Int) {
    for number in 0..<20 { pack.add(["id": .string("S-\(number)"), "reviewed": "2026-11-01"], to: "sources") }
    for number in 0..<10 { pack.add(["id": .string("criterion-\(number)"), "weight": 10], to: "criteria") }
    for (number, list) in options.enumerated() {
      pack.add(["id": .string("decision-\(number)")], to: "decisions")
      for option in list {
        let decision = JSONValue.string("decision-\(number)")
        pack.add(["id": .string(option), "decision": decision], to: "options")
        for variant in ["a", "b"] {
          pack.add(
            ["id": .string("\(option)-\(variant)"), "decision": decision, "variantOf": .string(option)],
            to: "options"
          )
        }
      }
    }
    for number in 0..<count { addFact(number, of: count) }
    for number in 0..<rules { addRule(number) }
    for number in 0..<rules / 10 {
      var when = condition(1)
      let decision = dice.int(0...options.count - 1)
      when["decision.decision-\(decision)"] = .string(dice.pick(options[decision]))
      pack.add(["id": .string("step-\(number)"), "when": when], to: "steps")
      pack.add(["id": .string("component-\(number)"), "when": condition(2)], to: "components")
    }
  }

  private mutating func addFact(_ number: Int, of count: Int) {
    let id = "group.fact-\(number)"
    var item: JSONValue = ["id": .string(id)]
    let isDerived = number > count * 9 / 10
    let kind = isDerived ? (number % 3 == 0 ? 2 : 1) : number % 5
    switch kind {
    case 1:
      item["type"] = "boolean"
      item["prior"] = isDerived ? nil : ["true": 0.3, "false": 0.7]
    case 2:
      item["type"] = "number"
      if !isDerived {
        item["minimum"] = 0
        item["maximum"] = 1000
        item["prior"] = [["below": 10, "share": 0.5], ["below": 100, "share": 0.4], ["share": 0.1]]
      }
    case 3:
      item["type"] = "choices"
      item["choices"] = .array(
        [["id": "none", "exclusive": true]] + ["a", "b", "c", "d", "e"].map { ["id": .string($0)] }
      )
      item["prior"] = ["a": 0.4, "b": 0.2]
    default:
      item["type"] = "choice"
      item["choices"] = .array(["a", "b", "c", "d"].map { ["id": .string($0)] })
      item["prior"] = ["a": 0.4, "b": 0.3, "c": 0.2, "d": 0.1]
    }
    if isDerived {
      let numbers = facts.filter { $0.kind == 2 }
      item["derive"] =
        kind == 2
        ? ["sum": [.string(dice.pick(numbers).id), ["product": [2, .string(dice.pick(numbers).id)]]]]
        : ["when": condition(3)]
    } else if number > 20, dice.chance(0.2) {
      item["relevantWhen"] = condition(1)
    }
    facts.append((id, kind))
    pack.add(item, to: "facts")
  }

  private mutating func condition(_ count: Int) -> JSONValue {
    .object(
      dice.some(facts, count...count).map { fact in
        JSONValue.Member(fact.id, comparison(fact.kind))
      }
    )
  }

  private mutating func comparison(_ kind: Int) -> JSONValue {
    switch kind {
    case 1: .bool(dice.chance(0.5))
    case 2:
      dice.chance(0.5) ? ["atLeast": .number(Double(dice.int(1...500)))] : ["below": .number(Double(dice.int(5...900)))]
    case 3:
      dice.chance(0.7) ? ["includes": .string(dice.pick(["a", "b", "c", "d", "e"]))] : ["includesAny": ["a", "c"]]
    default:
      dice.chance(0.5) ? .string(dice.pick(["a", "b", "c", "d"])) : .strings(dice.some(["a", "b", "c", "d"], 2...2))
    }
  }

  private mutating func addRule(_ number: Int) {
    let list = options[number % options.count]
    var item: JSONValue = [
      "id": .string("rule-\(number)"), "sources": [.string("S-\(dice.int(0...19))")],
      "when": dice.chance(0.2) ? ["any": [condition(1), condition(2)]] : condition(dice.int(1...3)),
    ]
    if dice.chance(0.12) {
      item["exclude"] = [.string(dice.pick(list))]
    } else {
      item["criterion"] = .string("criterion-\(dice.int(0...9))")
      item["weight"] = .number(Double(dice.int(1...5)))
      item["rate"] = .object(
        dice.some(list, 1...4).map { JSONValue.Member($0, .number(Double(dice.int(-3...3)))) }
      )
    }
    pack.add(item, to: "rules")
  }
}
