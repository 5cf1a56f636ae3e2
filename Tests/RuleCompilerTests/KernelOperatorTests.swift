import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Operators on their whole way: written in a pack, linked, lowered, run by the engine.
@Suite struct KernelOperatorTests {
  @Test(arguments: ConditionOperator.all.map(\.id))
  func examplesHoldInTheEngine(id: String) throws {
    let tested = try #require(ConditionOperator.named(id))
    for example in tested.examples {
      var fact = fact(ofKindOf: example)
      fact["id"] = "f"
      let operands = example.operands.map(json)
      let rules = try pack(fact, tested, operands)
      let truth = try rules.assessment(of: ["answers": ["f": json(example.value)]]).truth(ofRule: "r")
      #expect(truth == example.outcome, "\(example.value) \(id) \(example.operands)")
    }
  }

  @Test(arguments: ConditionOperator.all.map(\.id))
  func everyOperatorIsFalseWhereTheFactIsNotApplicable(id: String) throws {
    for (rules, _) in try packsOfAllKinds(id) {
      #expect(try rules.assessment(answers: #"{ "gate": false }"#).truth(ofRule: "r") == .no)
    }
  }

  @Test(arguments: ConditionOperator.all.map(\.id))
  func everyOperatorIsUnknownWhereTheFactIs(id: String) throws {
    for (rules, answer) in try packsOfAllKinds(id) {
      #expect(try rules.assessment(answers: #"{ "gate": true }"#).truth(ofRule: "r") == .unknown)
      #expect(try rules.assessment(answers: #"{ "gate": true, "f": null }"#).truth(ofRule: "r") == .unknown)
      // The answer is there, but it is not known whether it counts.
      #expect(try rules.assessment(of: ["answers": ["f": answer]]).truth(ofRule: "r") == .unknown)
    }
  }

  @Test func everyOperatorLooksAtSomething() {
    for tested in ConditionOperator.all { #expect(!tested.subjects.isEmpty && !tested.examples.isEmpty) }
  }

  /// One pack for every kind of fact that the operator looks at, with an answer to it.
  private func packsOfAllKinds(_ id: String) throws -> [(rules: CompiledRules, answer: JSONValue)] {
    let tested = try #require(ConditionOperator.named(id))
    let kinds: [(kind: SubjectKind, fact: JSONValue, literal: JSONValue)] = [
      (.boolean, ["type": "boolean"], true),
      (.choice, ["type": "choice", "choices": [["id": "a"], ["id": "b"]]], "a"),
      (.orderedChoice, ["type": "choice", "ordered": true, "choices": [["id": "a"], ["id": "b"]]], "a"),
      (.choices, ["type": "choices", "choices": [["id": "a"], ["id": "b"]]], "a"),
      (.number, ["type": "number"], 3),
      (.date, ["type": "date"], "2026-11-20"),
    ]
    return try kinds.filter { tested.subjects.contains($0.kind) }.map { kind, fact, literal in
      var fact = fact
      fact["id"] = "f"
      fact["relevantWhen"] = ["gate": true]
      return (try pack(fact, tested, [literal]), kind == .choices ? [literal] : literal)
    }
  }

  private func pack(_ fact: JSONValue, _ tested: ConditionOperator, _ operands: [JSONValue]) throws -> CompiledRules {
    var pack = try PackText(content: #"{ "facts": [ { "id": "gate", "type": "boolean" } ] }"#)
    let operand = tested.takesList ? .array(operands) : operands[0]
    pack.add(fact, to: "facts")
    let comparison = JSONValue.object([JSONValue.Member(tested.id, operand)])
    pack.add(["id": "r", "when": ["f": comparison], "notes": [["text": "n"]]], to: "rules")
    return try compiled([pack])
  }

  private func fact(ofKindOf example: ConditionOperator.Example) -> JSONValue {
    func choices(_ ids: some Sequence<String>) -> JSONValue {
      .array(ids.map { ["id": .string($0)] })
    }
    var ids: Set<String> = []
    for case .choice(let id) in example.operands + [example.value] { ids.insert(id) }
    switch example.value {
    case .boolean: return ["type": "boolean"]
    case .number: return ["type": "number"]
    case .choice where !example.order.isEmpty:
      return ["type": "choice", "ordered": true, "choices": choices(example.order)]
    case .choice: return ["type": "choice", "choices": choices(ids.sorted())]
    case .choices(let chosen): return ["type": "choices", "choices": choices(ids.union(chosen).sorted())]
    }
  }

  private func json(_ value: FactValue) -> JSONValue {
    switch value {
    case .boolean(let flag): .bool(flag)
    case .choice(let id): .string(id)
    case .choices(let ids): .strings(ids.sorted())
    case .number(let from, let to): from == to ? .number(from) : ["from": .number(from), "to": .number(to)]
    }
  }
}
