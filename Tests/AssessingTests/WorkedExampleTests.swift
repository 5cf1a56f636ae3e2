import Assessing
import Engine
import RuleCompiler
import TestSupport
import Testing

/// The example of method.md, section 9, to the last digit.
@Suite struct WorkedExampleTests {
  private static let pack = """
    { "facts": [ { "id": "on", "type": "boolean" } ],
      "criteria": [ { "id": "cost", "weight": 2, "scale": 12 }, { "id": "control", "weight": 1, "scale": 12 } ],
      "decisions": [ { "id": "d" } ],
      "options": [ { "id": "A", "decision": "d" }, { "id": "B", "decision": "d" } ],
      "rules": [
        { "id": "r1", "when": { "on": true }, "criterion": "cost", "weight": 2, "rate": { "A": 3, "B": -1 } },
        { "id": "r2", "when": { "on": true }, "criterion": "cost", "weight": 1, "rate": { "B": 2 } },
        { "id": "r3", "when": { "on": true }, "criterion": "control", "weight": 1, "rate": { "B": 3 } } ] }
    """

  private func decision(_ weights: String = "{}") throws -> AssessedDecision {
    let assessment = try compiled(Self.pack).assessment(of: #"{ "answers": { "on": true }, "weights": \#(weights) }"#)
    return try #require(assessment.decision("d"))
  }

  @Test func scoresAreThoseOfTheMethod() throws {
    let decision = try decision()
    let (a, b) = (try #require(decision.leaf("A")), try #require(decision.leaf("B")))
    #expect(a.criteria.map(\.net) == [0, 6])
    #expect(a.criteria.map(\.id) == ["control", "cost"])
    #expect(b.criteria.map(\.net) == [3, 0])
    #expect("\(a.score)" == "33.33333333333333")
    #expect("\(b.score)" == "8.333333333333332")
    #expect((a.score - b.score - 25).magnitude < 1e-12)
    #expect(decision.recommended == "A" && decision.variant == "A" && decision.runnerUp?.id == "B")
    #expect(decision.evidence == 1 && !decision.tie && !decision.close)
    #expect(decision.criteria.map(\.share) == [1.0 / 3, 2.0 / 3])
  }

  @Test func contributionsAreThoseOfTheMethod() throws {
    let decision = try decision()
    func points(_ leaf: String) throws -> [String] {
      try #require(decision.leaf(leaf)).contributions.map { "\($0.rule) \(Int(($0.points * 1e4).rounded()))" }
    }
    #expect(try points("A") == ["r1 333333"])
    #expect(try points("B") == ["r3 83333", "r1 -111111", "r2 111111"])
  }

  /// 2·6/12 = W·3/12.
  @Test func controlMustWeighMoreThanFourForTheOtherToOvertake() throws {
    #expect(try decision(#"{ "control": 3.999 }"#).recommended == "A")
    let level = try decision(#"{ "control": 4 }"#)
    #expect(level.tie && level.close && level.recommended == "A")
    #expect(try decision(#"{ "control": 4.001 }"#).recommended == "B")
  }
}
