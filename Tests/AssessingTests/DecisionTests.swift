import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Decisions that depend on one another, variants, and what has been decided already (method.md, section 3).
@Suite struct DecisionTests {
  /// A platform with two variants of one option, and a tool whose rules and condition look at it.
  private static let pack = """
    { "facts": [ { "id": "up", "type": "choice", "choices": [ { "id": "v1" }, { "id": "v2" }, { "id": "b" }, { "id": "none" } ] },
        { "id": "ban", "type": "choices", "choices": [ { "id": "a" }, { "id": "v1" }, { "id": "b" } ] },
        { "id": "tools", "type": "boolean" } ],
      "criteria": [ { "id": "c" } ],
      "decisions": [ { "id": "platform" }, { "id": "tool", "when": { "tools": true } } ],
      "options": [ { "id": "a", "decision": "platform" }, { "id": "v1", "decision": "platform", "variantOf": "a" },
        { "id": "v2", "decision": "platform", "variantOf": "a" }, { "id": "b", "decision": "platform" },
        { "id": "s", "decision": "tool" }, { "id": "t", "decision": "tool" } ],
      "rules": [
        { "id": "up-v1", "when": { "up": "v1" }, "criterion": "c", "rate": { "v1": 2 } },
        { "id": "up-v2", "when": { "up": "v2" }, "criterion": "c", "rate": { "v2": 2 } },
        { "id": "up-b", "when": { "up": "b" }, "criterion": "c", "rate": { "b": 2 } },
        { "id": "no-a", "when": { "ban": { "includes": "a" } }, "exclude": ["a"] },
        { "id": "no-v1", "when": { "ban": { "includes": "v1" } }, "exclude": ["v1"] },
        { "id": "no-b", "when": { "ban": { "includes": "b" } }, "exclude": ["b"] },
        { "id": "on-a", "when": { "decision.platform": "a" }, "criterion": "c", "rate": { "s": 1 } },
        { "id": "off-a", "when": { "decision.platform": { "isNot": "a" } }, "criterion": "c", "rate": { "t": 1 } },
        { "id": "on-v2", "when": { "decision.platform.variant": "v2" }, "criterion": "c", "rate": { "t": 3 } } ],
      "steps": [ { "id": "step-a", "when": { "decision.platform": "a" } }, { "id": "step-s", "when": { "decision.tool": "s" } } ] }
    """

  private func assessment(_ answers: String, decided: String = "{}") throws -> Assessment {
    try compiled(Self.pack).assessment(of: #"{ "answers": \#(answers), "decided": \#(decided) }"#)
  }

  private func outcome(_ decision: String, _ assessment: Assessment) throws -> String {
    let found = try #require(assessment.decision(decision))
    return
      "\(found.recommended ?? "-") \(found.variant ?? "-") \(found.decidedBy) \(found.reason.map { "\($0)" } ?? "-")"
  }

  @Test(arguments: [
    (#"{ "up": "v1", "tools": true }"#, "a v1 score -", "s s score -"),
    (#"{ "up": "v2", "tools": true }"#, "a v2 score -", "t t score -"),
    (#"{ "up": "b", "tools": true }"#, "b b score -", "t t score -"),
    // Nothing is known of the platform, so nothing can be said of the tool.
    (#"{ "up": "none", "tools": true }"#, "- - none notEnoughFacts", "- - none notEnoughFacts"),
    // No solution is not applicable: comparisons with it are false, `isNot` too.
    (#"{ "up": "none", "ban": ["a", "b"], "tools": true }"#, "- - none noSolution", "- - none notEnoughFacts"),
  ])
  func laterDecisionsSeeTheOutcomeOfEarlierOnes(answers: String, platform: String, tool: String) throws {
    let assessment = try assessment(answers)
    #expect(try outcome("platform", assessment) == platform)
    #expect(try outcome("tool", assessment) == tool)
  }

  @Test(arguments: [
    (#"{ "up": "v1", "tools": true }"#, Truth.yes, "s s score -"),
    (#"{ "up": "v1", "tools": false }"#, .no, "- - none -"),
    // Decided all the same, and marked.
    (#"{ "up": "v1" }"#, .unknown, "s s score -"),
  ])
  func aDecisionAppliesUnderItsCondition(answers: String, applicable: Truth, tool: String) throws {
    let assessment = try assessment(answers)
    #expect(assessment.decision("tool")?.applicable == applicable)
    #expect(try outcome("tool", assessment) == tool)
    #expect(assessment.stepTruths["step-s"] == (applicable == .no ? .no : .yes))
  }

  @Test func aDecisionThatDoesNotApplyIsNotApplicableToOthers() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "f", "type": "boolean" } ], "criteria": [ { "id": "c" } ],
        "decisions": [ { "id": "first", "when": { "f": false } } ],
        "options": [ { "id": "o", "decision": "first" }, { "id": "p", "decision": "first" } ],
        "rules": [ { "id": "r", "when": { "f": true }, "criterion": "c", "rate": { "o": 1 } },
          { "id": "is", "when": { "decision.first": "o" }, "notes": [ { "text": "n" } ] },
          { "id": "is-not", "when": { "decision.first": { "isNot": "o" } }, "notes": [ { "text": "n" } ] },
          { "id": "not-is", "when": { "not": { "decision.first.variant": "o" } }, "notes": [ { "text": "n" } ] } ] }
      """
    )
    let assessment = try rules.assessment(answers: #"{ "f": true }"#)
    #expect(["is", "is-not", "not-is"].map(assessment.truth(ofRule:)) == [.no, .no, .yes])
    #expect(assessment.chosenOptions.isEmpty)
    // Decided or not, it does not apply.
    let decided = try rules.assessment(of: #"{ "answers": { "f": true }, "decided": { "first": "p" } }"#)
    #expect(try outcome("first", decided) == "- - none -")
    #expect(decided.truth(ofRule: "is-not") == .no)
  }

  @Test(arguments: [
    // A leaf, though another scores higher.
    (#"{ "up": "v1", "tools": true }"#, #"{ "platform": "v2" }"#, "a v2 profile -", "t t score -"),
    // An option: its best admissible variant.
    (#"{ "up": "b", "tools": true }"#, #"{ "platform": "a" }"#, "a v1 profile -", "s s score -"),
    (#"{ "up": "v2", "tools": true }"#, #"{ "platform": "a" }"#, "a v2 profile -", "t t score -"),
    (#"{ "up": "v1", "ban": ["v1"], "tools": true }"#, #"{ "platform": "a" }"#, "a v2 profile -", "t t score -"),
    // Best by score if all are excluded.
    (#"{ "up": "v2", "ban": ["a"], "tools": true }"#, #"{ "platform": "a" }"#, "a v2 profile -", "t t score -"),
    (#"{ "up": "v2", "ban": ["v1"], "tools": true }"#, #"{ "platform": "v1" }"#, "a v1 profile -", "s s score -"),
    // It holds without enough facts, and where there is no solution.
    (#"{ "tools": true }"#, #"{ "platform": "b" }"#, "b b profile -", "t t score -"),
    (
      #"{ "ban": ["a", "b"], "tools": true }"#, #"{ "platform": { "option": "b", "by": "customer" } }"#,
      "b b profile -", "t t score -"
    ),
  ])
  func whatIsDecidedHoldsEvenIfExcludedOrShortOfFacts(
    answers: String,
    decided: String,
    platform: String,
    tool: String
  ) throws {
    let assessment = try assessment(answers, decided: decided)
    #expect(try outcome("platform", assessment) == platform)
    #expect(try outcome("tool", assessment) == tool)
  }

  @Test func whatTheScoresWouldHaveSaidStaysVisible() throws {
    let decision = try #require(assessment(#"{ "up": "v1" }"#, decided: #"{ "platform": "b" }"#).decision("platform"))
    #expect(decision.recommended == "b" && decision.recommendedByScore == "a" && decision.variantByScore == "v1")
    let short = try #require(assessment("{}", decided: #"{ "platform": "b" }"#).decision("platform"))
    #expect(short.recommended == "b" && short.recommendedByScore == nil)
  }

  @Test func ratingsOfAnOptionHoldForItsVariantsUnlessTheRuleNamesThem() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "f", "type": "boolean" } ], "criteria": [ { "id": "c", "scale": 10 } ], "decisions": [ { "id": "d" } ],
        "options": [ { "id": "p", "decision": "d" }, { "id": "v", "decision": "d", "variantOf": "p" },
          { "id": "w", "decision": "d", "variantOf": "p" }, { "id": "o", "decision": "d" } ],
        "rules": [
          { "id": "one", "when": { "f": true }, "criterion": "c", "rate": { "p": 2, "v": -1 }, "exclude": ["p"],
            "confirm": { "p": "parent?", "w": "own?" } },
          { "id": "two", "when": { "f": true }, "criterion": "c", "rate": { "p": 1 }, "exclude": ["v"] } ] }
      """
    )
    let decision = try #require(rules.assessment(answers: #"{ "f": true }"#).decision("d"))
    func leaf(_ id: String) throws -> AssessedLeaf { try #require(decision.leaf(id)) }
    // Within a rule the variant's own rating replaces its parent's; across rules all add up.
    #expect(try leaf("v").criteria.map(\.net) == [0])
    #expect(try leaf("w").criteria.map(\.net) == [3])
    #expect(try leaf("v").excludedBy == ["one", "two"])
    #expect(try leaf("w").excludedBy == ["one"])
    #expect(try leaf("v").confirm.map { $0.text?.text(in: .en) } == ["parent?"])
    #expect(try leaf("w").confirm.map { $0.text?.text(in: .en) } == ["own?"])
    #expect(decision.leaves.map(\.id) == ["o", "w", "v"])
    #expect(decision.leaf("p") == nil)
    #expect(decision.families.map(\.id) == ["o", "w"])
  }

  @Test func decisionsInACircleAreRefused() throws {
    let circle = try PackText(
      content: """
        { "criteria": [ { "id": "c" } ], "decisions": [ { "id": "d", "when": { "decision.e": "y" } }, { "id": "e" } ],
          "options": [ { "id": "x", "decision": "d" }, { "id": "y", "decision": "e" } ],
          "rules": [ { "id": "r", "when": { "decision.d": "x" }, "criterion": "c", "rate": { "y": 1 } } ] }
        """
    )
    #expect(LoadedPacks([circle]).codes == ["cyclic-decisions"])
  }
}
