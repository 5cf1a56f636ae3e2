import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What is to be confirmed, and what a clarification makes of it (method.md, section 3).
@Suite struct ConfirmationTests {
  private static let pack = """
    { "facts": [ { "id": "f", "type": "boolean" }, { "id": "g", "type": "boolean" } ],
      "criteria": [ { "id": "c", "scale": 10 } ], "decisions": [ { "id": "d" } ],
      "options": [ { "id": "a", "decision": "d" }, { "id": "a1", "decision": "d", "variantOf": "a" },
        { "id": "a2", "decision": "d", "variantOf": "a" }, { "id": "b", "decision": "d" } ],
      "rules": [
        { "id": "rates", "when": { "f": true }, "criterion": "c", "rate": { "a1": 3, "a2": 2, "b": 1 } },
        { "id": "asks-a", "when": { "f": true }, "confirm": { "a": "all of a?", "a2": "just this?" } },
        { "id": "asks-all", "when": { "g": true }, "decision": "d", "confirm": { "*": "everyone?" } },
        { "id": "silent", "when": { "g": true }, "criterion": "c", "rate": { "a": "unknown", "b": 1 } } ] }
    """

  private func decision(_ answers: String, clarified: String = "[]") throws -> AssessedDecision {
    let assessment = try compiled(Self.pack)
      .assessment(of: #"{ "answers": \#(answers), "clarified": \#(clarified) }"#)
    return try #require(assessment.decision("d"))
  }

  private func open(_ decision: AssessedDecision, _ leaf: String) -> [String] {
    (decision.leaf(leaf)?.confirm ?? []).map { "\($0.rule): \($0.text?.text(in: .en) ?? "-")" }
  }

  private func clarified(_ rule: String, _ option: String, _ holds: Bool) -> String {
    #"{ "rule": "\#(rule)", "option": "\#(option)", "holds": \#(holds) }"#
  }

  @Test func anOpenConfirmationKeepsTheScoreAndMakesTheRecommendationConditional() throws {
    let decision = try decision(#"{ "f": true }"#)
    #expect(decision.variant == "a1")
    #expect(decision.conditional)
    #expect(decision.leaf("a1")?.score == 30)
    #expect(open(decision, "a1") == ["asks-a: all of a?"])
    #expect(open(decision, "a2") == ["asks-a: just this?"])
    #expect(open(decision, "b") == [])
    #expect(decision.recommendedWithoutConfirmation == "b")
  }

  @Test func aConfirmationOfAllReachesEveryLeaf() throws {
    let decision = try decision(#"{ "g": true }"#)
    #expect(open(decision, "a1") == ["asks-all: everyone?", "silent: -"])
    #expect(open(decision, "b") == ["asks-all: everyone?"])
    #expect(decision.conditional)
    // No leaf is free of questions, so there is none to name.
    #expect(decision.recommendedWithoutConfirmation == nil)
  }

  @Test func aRatingUnknownCountsNothingAndAsks() throws {
    let decision = try decision(#"{ "g": true }"#)
    #expect(decision.leaf("a1")?.score == 0)
    #expect(decision.leaf("a1")?.contributions.isEmpty == true)
    #expect(decision.recommended == "b")
    #expect(decision.evidence == 1)
  }

  @Test func whatHoldsIsConfirmedAndNoLongerOpen() throws {
    let whole = try decision(#"{ "f": true }"#, clarified: "[\(clarified("asks-a", "a", true))]")
    #expect(!whole.conditional && whole.variant == "a1" && whole.recommendedWithoutConfirmation == nil)
    let variant = try decision(#"{ "f": true }"#, clarified: "[\(clarified("asks-a", "a2", true))]")
    #expect(open(variant, "a2") == [] && open(variant, "a1") == ["asks-a: all of a?"])
    #expect(variant.conditional && variant.recommendedWithoutConfirmation == "a2")
  }

  @Test func whatDoesNotHoldIsExcludedByTheRuleThatAsked() throws {
    let variant = try decision(#"{ "f": true }"#, clarified: "[\(clarified("asks-a", "a1", false))]")
    #expect(variant.leaf("a1")?.excludedBy == ["asks-a"] && variant.leaf("a1")?.rank == nil)
    #expect(variant.variant == "a2")
    let whole = try decision(#"{ "f": true }"#, clarified: "[\(clarified("asks-a", "a", false))]")
    #expect(whole.leaf("a2")?.excludedBy == ["asks-a"] && whole.variant == "b")
    #expect(whole.conditional == false)
  }

  @Test func aRatingUnknownCanBeClarifiedToo() throws {
    let refuted = try decision(#"{ "g": true }"#, clarified: "[\(clarified("silent", "a", false))]")
    #expect(refuted.leaf("a1")?.excludedBy == ["silent"])
    let confirmed = try decision(#"{ "g": true }"#, clarified: "[\(clarified("silent", "a", true))]")
    #expect(open(confirmed, "a1") == ["asks-all: everyone?"])
    #expect(confirmed.leaf("a1")?.score == 0)
  }

  @Test func aClarificationCountsOnlyWhileItsRuleIsTrue() throws {
    for clarification in [clarified("asks-all", "b", false), clarified("silent", "a", false)] {
      let decision = try decision(#"{ "f": true, "g": false }"#, clarified: "[\(clarification)]")
      #expect(decision.leaves.allSatisfy { $0.excludedBy.isEmpty && $0.possiblyExcludedBy.isEmpty })
    }
    let open = try decision(#"{ "f": true }"#, clarified: "[\(clarified("silent", "a", false))]")
    #expect(open.leaf("a1")?.excludedBy == [])
    #expect(open.leaf("a1")?.possiblyExcludedBy == ["silent"])
  }

  @Test func aRefutationAloneIsEnoughToRecommend() throws {
    let pack = """
      { "facts": [ { "id": "f", "type": "boolean" } ], "decisions": [ { "id": "d" } ],
        "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
        "rules": [ { "id": "asks", "when": { "f": true }, "confirm": { "a": "really?" } } ] }
      """
    let rules = try compiled(pack)
    let asked = try rules.assessment(answers: #"{ "f": true }"#)
    #expect(asked.decision("d")?.reason == .notEnoughFacts)
    let refuted = #"{ "answers": { "f": true }, "clarified": [ { "rule": "asks", "option": "a", "holds": false } ] }"#
    #expect(try rules.assessment(of: refuted).decision("d")?.recommended == "b")
  }

  @Test func aClarificationOfNothingIsAnError() throws {
    let rules = try compiled(Self.pack)
    let (_, log) = try rules.profile(["clarified": [["rule": "asks-a", "option": "b", "holds": true]]])
    #expect(log.diagnostics.map(\.code) == ["nothing-to-clarify"])
  }

  @Test func anUnknownExclusionIsPossible() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "f", "type": "boolean" } ], "decisions": [ { "id": "d" } ],
        "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
        "rules": [ { "id": "no", "when": { "f": true }, "exclude": ["a"] } ] }
      """
    )
    let open = try #require(rules.assessment(answers: "{}").decision("d")?.leaf("a"))
    #expect(open.possiblyExcludedBy == ["no"] && open.excludedBy == [] && open.rank == 1)
    let certain = try #require(rules.assessment(answers: #"{ "f": true }"#).decision("d")?.leaf("a"))
    #expect(certain.possiblyExcludedBy == [] && certain.excludedBy == ["no"])
  }
}
