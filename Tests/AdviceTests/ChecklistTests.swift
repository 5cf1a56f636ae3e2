import Advice
import Assessing
import LocatedJSON
import RuleModel
import TestSupport
import Testing

@Suite struct ChecklistTests {
  @Test func stepsStandBehindThoseTheyWaitFor() throws {
    let found = try advice(
      """
      "steps": [
        {"id": "a", "after": ["c"]}, {"id": "b"}, {"id": "c", "after": ["d"]}, {"id": "d"}, {"id": "e", "before": ["b"]}
      ]
      """
    )
    #expect(found.steps == ["d", "c", "a", "e", "b"])
    #expect(
      found.after("a") == ["c"] && found.after("c") == ["d"] && found.after("b") == ["e"] && found.after("d") == []
    )
    #expect(found.checklist.steps.map(\.number) == [1, 2, 3, 4, 5])
  }

  @Test(
    arguments: [
      ([("a", nil), ("b", nil), ("c", nil)], ["a", "b", "c"]),
      ([("a", 3), ("b", 2), ("c", 1)], ["c", "b", "a"]),
      ([("a", nil), ("b", 1), ("c", nil)], ["b", "a", "c"]),
      ([("B", nil), ("a", nil)], ["B", "a"]),
    ] as [([(String, Int?)], [String])]
  )
  func amongReadyStepsTheOrderThenTheIdDecides(steps: [(String, Int?)], expected: [String]) throws {
    let items = steps.map { id, order in "{\"id\": \"\(id)\"\(order.map { ", \"order\": \($0)" } ?? "")}" }
    for items in [items, items.reversed()] {
      #expect(try advice("\"steps\": [\(items.joined(separator: ", "))]").steps == expected)
    }
  }

  @Test func phasesComeInTheirOrder() throws {
    let phases = ["operate", "go-live", "migrate", "build", "prepare"]
    let items = phases.map { "{\"id\": \"s-\($0)\", \"phase\": \"\($0)\"}" }
    let found = try advice("\"steps\": [\(items.joined(separator: ", "))]")
    #expect(found.checklist.phases.map(\.phase) == Step.Phase.allCases)
    #expect(found.steps == phases.reversed().map { "s-\($0)" })
  }

  @Test func phasesWithoutStepsAreLeftOut() throws {
    let found = try advice("\"steps\": [{\"id\": \"a\", \"phase\": \"operate\"}]")
    #expect(found.checklist.phases.map(\.phase) == [.operate])
  }

  @Test func absentStepsAreNotListedAndPassOnWhatTheyWaitFor() throws {
    let found = try advice(
      """
      "steps": [
        {"id": "first"}, {"id": "second", "after": ["first"]},
        {"id": "absent", "after": ["second"], "when": {"decision.d": "B"}},
        {"id": "absent-too", "after": ["absent"], "before": ["last"], "when": {"fast": false}},
        {"id": "last", "after": ["first"]}
      ]
      """
    )
    #expect(found.steps == ["first", "second", "last"])
    #expect(found.after("last") == ["first", "second"])
    #expect(found.checklist.open.isEmpty)
  }

  @Test func theOrderHoldsThroughAbsentSteps() throws {
    let content = """
      "steps": [
        {"id": "a", "after": ["gone"]}, {"id": "gone", "after": ["z"], "when": {"fast": false}}, {"id": "z"}
      ]
      """
    #expect(try advice(content).steps == ["z", "a"])
    #expect(try advice(content, answers: "{\"fast\": false}").steps == ["z", "gone", "a"])
  }

  @Test func unknownStepsAreListedAsOpenAndPassOnToo() throws {
    let found = try advice(
      """
      "steps": [
        {"id": "first"}, {"id": "maybe", "after": ["first"], "before": ["last"], "when": {"extra": true}}, {"id": "last"},
        {"id": "also", "phase": "build", "when": {"size": {"above": 3}}}
      ]
      """,
      answers: "{\"fast\": true, \"extra\": null, \"size\": {\"from\": 1, \"to\": 9}}"
    )
    #expect(found.steps == ["first", "last"])
    #expect(found.after("last") == ["first"])
    #expect(found.checklist.open.map(\.id) == ["maybe", "also"])
  }

  @Test func stepsOfADecisionWithoutOutcomeAreOpen() throws {
    let content = "\"steps\": [{\"id\": \"for-a\", \"when\": {\"decision.d\": \"A\"}}, {\"id\": \"always\"}]"
    let found = try advice(content, answers: "{}")
    #expect(found.steps == ["always"] && found.checklist.open.map(\.id) == ["for-a"])
  }

  @Test func effortsComeFromThePlanAlone() throws {
    let content = "\"steps\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"gone\", \"when\": {\"fast\": false}}]"
    let planned = try advice(content, profile: ["plan": ["efforts": ["b": 1.5, "gone": 9]]])
    #expect(planned.checklist.steps.map(\.effort) == [nil, 1.5])
    #expect(try advice(content).checklist.steps.allSatisfy { $0.effort == nil })
  }

  @Test func noPackMayBringEfforts() throws {
    #expect(throws: UnexpectedProblems.self) { try advice("\"steps\": [{\"id\": \"a\", \"effort\": 2}]") }
  }

  @Test func aCycleOfStepsIsRefusedAlsoWhereItGoesThroughBefore() throws {
    for steps in [
      "{\"id\": \"a\", \"after\": [\"b\"]}, {\"id\": \"b\", \"after\": [\"a\"]}",
      "{\"id\": \"a\", \"before\": [\"b\"]}, {\"id\": \"b\", \"before\": [\"a\"]}",
      "{\"id\": \"a\", \"after\": [\"a\"]}",
    ] {
      #expect(throws: UnexpectedProblems.self) { try advice("\"steps\": [\(steps)]") }
    }
  }

  /// Every step of the list stands behind all it waits for, whichever steps are there.
  @Test(arguments: 1...40)
  func randomStepsAlwaysComeInAnOrderThatCanBeDone(seed: Int) throws {
    var dice = SplitMix64(seed: UInt64(seed))
    let count = dice.int(3...12)
    let items = (0..<count).map { number -> String in
      let after = (0..<number).filter { _ in dice.chance(0.25) }.map { "\"s\($0)\"" }.joined(separator: ", ")
      let when = ["", ", \"when\": {\"fast\": true}", ", \"when\": {\"fast\": false}", ", \"when\": {\"extra\": true}"]
      return "{\"id\": \"s\(number)\", \"after\": [\(after)]\(dice.pick(when)), \"order\": \(dice.int(0...9))}"
    }
    let found = try advice("\"steps\": [\(dice.shuffled(items).joined(separator: ", "))]")
    var done: Set<String> = []
    for planned in found.checklist.steps {
      #expect(done.isSuperset(of: planned.after))
      done.insert(planned.step.id)
    }
    let all = found.assessment.stepTruths
    #expect(Set(found.steps) == Set(all.filter { $0.value == .yes }.keys))
    #expect(Set(found.checklist.open.map(\.id)) == Set(all.filter { $0.value == .unknown }.keys))
  }

  @Test func aStepNeverStandsBeforeOneItWaitsForWhateverTheirPhases() throws {
    let found = try advice(
      """
      "steps": [{"id": "early", "phase": "prepare", "after": ["late"]}, {"id": "late", "phase": "operate"}]
      """
    )
    #expect(found.steps == ["late", "early"])
  }

  @Test(arguments: RealAdvice.names)
  func checklistsOfTheRepositoryCanBeDoneInOrder(name: String) throws {
    let found = try #require(RealAdvice.all[name])
    #expect(found.checklist.steps.count > 10)
    var done: Set<String> = []
    for planned in found.checklist.steps {
      // A step of a later phase may not be waited for.
      #expect(done.isSuperset(of: planned.after), "\(planned.step.id) waits for \(planned.after)")
      done.insert(planned.step.id)
    }
  }
}
