import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

@testable import Assessing

@Suite struct StandingChangeTests {
  private static let content = """
    { "criteria": [ { "id": "c", "weight": 1, "scale": 10 } ], "decisions": [ { "id": "d" } ],
      "options": [ { "id": "x", "decision": "d" }, { "id": "y", "decision": "d" },
        { "id": "y1", "decision": "d", "variantOf": "y" }, { "id": "y2", "decision": "d", "variantOf": "y" } ],
      "facts": [ { "id": "a", "type": "boolean" }, { "id": "b", "type": "choice", "choices": [ { "id": "one" }, { "id": "all" } ] } ],
      "rules": [ { "id": "for-x", "when": { "a": true }, "criterion": "c", "rate": { "x": 1 } },
        { "id": "for-y", "when": { "a": false }, "criterion": "c", "rate": { "y": 3 } },
        { "id": "one-out", "when": { "b": "one" }, "exclude": ["y1"] },
        { "id": "all-out", "when": { "b": "all" }, "exclude": ["y"] } ],
      "contradictions": [ { "id": "clash", "when": { "a": false, "b": "all" }, "facts": ["a", "b"] } ] }
    """

  private static func change(from before: String, to after: String) throws -> StandingChange {
    let rules = try compiled(content)
    return StandingChange(from: try rules.assessment(answers: before), to: try rules.assessment(answers: after))
  }

  @Test func tellsTheLeadBeforeAndAfter() throws {
    let change = try Self.change(from: "{}", to: #"{ "a": true }"#)
    #expect(change.decisions[0].before == nil)
    #expect(change.decisions[0].after == .init(option: "x", rival: "y", points: 10))
    #expect(change.decisions[0].hasNewLeader && change.trueNow.map(\.id) == ["for-x"] && change.trueNoMore.isEmpty)
  }

  @Test func tellsWhatNoLongerCounts() throws {
    let change = try Self.change(from: #"{ "a": true }"#, to: #"{ "a": false }"#)
    #expect(change.trueNoMore.map(\.id) == ["for-x"] && change.trueNow.map(\.id) == ["for-y"])
    #expect(change.decisions[0].before?.option == "x" && change.decisions[0].after?.option == "y")
  }

  @Test func namesAnOptionInPlaceOfAllItsVariants() throws {
    let one = try Self.change(from: "{}", to: #"{ "b": "one" }"#)
    #expect(one.excludedNow == ["y1"] && one.admittedNow == [])
    let all = try Self.change(from: #"{ "b": "one" }"#, to: #"{ "b": "all" }"#)
    #expect(all.excludedNow == ["y"])
    let back = try Self.change(from: #"{ "b": "all" }"#, to: #"{ "b": "one" }"#)
    #expect(back.admittedNow == ["y2"] || back.admittedNow == ["y"])
    #expect(
      try Self.change(from: #"{ "a": false }"#, to: #"{ "a": false, "b": "all" }"#).contradictions.map(\.id) == [
        "clash"
      ]
    )
  }

  @Test func withoutARivalThereIsNoDistance() throws {
    let change = try Self.change(from: "{}", to: #"{ "a": true, "b": "all" }"#)
    #expect(change.decisions[0].after == .init(option: "x", rival: nil, points: nil))
  }
}
