import Assessing
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Single cases of section 6 of the method, each small enough to work out by hand.
@Suite struct SettledExampleTests {
  /// A decision between a and b; `rules` are about them.
  private func contest(_ facts: String, _ rules: String) throws -> CompiledRules {
    try compiled(
      """
      {"facts": [\(facts)], "criteria": [{"id": "c", "scale": 10}], "decisions": [{"id": "d"}],
       "options": [{"id": "a", "decision": "d", "preference": 1}, {"id": "b", "decision": "d", "preference": 2}],
       "rules": [\(rules)]}
      """
    )
  }

  private func settle(_ rules: CompiledRules, _ profile: String) throws -> Settlement {
    try #require(try rules.assessment(of: profile).settle().first)
  }

  private let twoWishes = """
    {"id": "sure", "type": "boolean"}, {"id": "open", "type": "boolean"}, {"id": "aside", "type": "boolean"}
    """

  @Test func theSmallestLeadIsTheProof() throws {
    let rules = try contest(
      twoWishes,
      """
      {"id": "r", "when": {"sure": true}, "criterion": "c", "weight": 3, "rate": {"a": 1}},
      {"id": "s", "when": {"open": true}, "criterion": "c", "weight": 2, "rate": {"b": 1}}
      """
    )
    let settlement = try settle(rules, #"{"answers": {"sure": true}}"#)
    #expect(settlement.settled == true && settlement.variantSettled == true && !settlement.canChange)
    #expect(settlement.proof == .bounds(margin: 10, rival: "b"))
    #expect(settlement.openFacts == ["open"])
    #expect(settlement.leaf("b")?.lower == 0 && settlement.leaf("b")?.upper == 20)
  }

  @Test func rulesAboutOneFactAreEnumeratedTogether() throws {
    let rules = try contest(
      #"{"id": "sure", "type": "boolean"}, {"id": "size", "type": "choice", "choices": [{"id": "s"}, {"id": "m"}, {"id": "l"}]}"#,
      """
      {"id": "r", "when": {"sure": true}, "criterion": "c", "weight": 3, "rate": {"a": 1}},
      {"id": "s", "when": {"size": "s"}, "criterion": "c", "weight": 2, "rate": {"b": 1}},
      {"id": "m", "when": {"size": "m"}, "criterion": "c", "weight": 2, "rate": {"b": 1}},
      {"id": "l", "when": {"size": "l"}, "criterion": "c", "weight": 1, "rate": {"b": 1}}
      """
    )
    // Each on its own, they could give b 50 points; but a size is only one of them.
    let settlement = try settle(rules, #"{"answers": {"sure": true}}"#)
    #expect(settlement.proof == .bounds(margin: 10, rival: "b"))
    #expect(settlement.leaf("b")?.lower == 10 && settlement.leaf("b")?.upper == 20)
  }

  @Test func aPossibleExclusionIsNotSettled() throws {
    let rules = try contest(
      twoWishes,
      """
      {"id": "r", "when": {"sure": true}, "criterion": "c", "weight": 3, "rate": {"a": 1}},
      {"id": "no", "when": {"open": true}, "exclude": ["a"]}
      """
    )
    let settlement = try settle(rules, #"{"answers": {"sure": true}}"#)
    #expect(settlement.settled == false && settlement.proof == nil && settlement.canChange)
    #expect(settlement.leaf("a")?.possiblyExcludedBy == ["no"])
    #expect(settlement.families.first { $0.id == "a" }?.isPossiblyExcluded == true)
  }

  @Test func whatBoundsDoNotShowIsEnumerated() throws {
    // What gives b its points always gives a as many: no bound over single facts sees it, every world does.
    let rules = try contest(
      twoWishes,
      """
      {"id": "r", "when": {"sure": true}, "criterion": "c", "weight": 1, "rate": {"a": 1}},
      {"id": "s", "when": {"open": true, "aside": true}, "criterion": "c", "weight": 2, "rate": {"b": 1}},
      {"id": "t", "when": {"open": true, "aside": true}, "criterion": "c", "weight": 2, "rate": {"a": 1}}
      """
    )
    let settlement = try settle(rules, #"{"answers": {"sure": true}}"#)
    #expect(settlement.settled == true)
    guard case .enumeration(let parts) = settlement.proof else {
      Issue.record("shown by \(String(describing: settlement.proof))")
      return
    }
    #expect(parts > 1 && parts <= 4)
  }

  @Test func aTieIsSettledWhereThePreferenceDecidesIt() throws {
    let same = """
      {"id": "r", "when": {"sure": true}, "criterion": "c", "rate": {"a": 1, "b": 1}},
      {"id": "s", "when": {"open": true}, "criterion": "c", "rate": {"a": 1, "b": 1}}
      """
    let settlement = try settle(try contest(twoWishes, same), #"{"answers": {"sure": true}}"#)
    #expect(settlement.proof == .bounds(margin: 0, rival: "b"))
  }

  @Test func aDefaultIsNoAnswer() throws {
    let rules = try contest(
      #"{"id": "sure", "type": "boolean"}, {"id": "assumed", "type": "boolean", "default": false}"#,
      """
      {"id": "r", "when": {"sure": true}, "criterion": "c", "rate": {"a": 1}},
      {"id": "s", "when": {"assumed": true}, "criterion": "c", "weight": 2, "rate": {"b": 1}},
      {"id": "no", "when": {"assumed": true}, "exclude": ["a"]}
      """
    )
    let settlement = try settle(rules, #"{"answers": {"sure": true}}"#)
    #expect(settlement.settled == false)
    #expect(settlement.leaf("a")?.possiblyExcludedBy == ["no"])
    #expect(try settle(rules, #"{"answers": {"sure": true, "assumed": false}}"#).settled == true)
  }

  @Test func aRangeIsOpenWithinItsEnds() throws {
    let rules = try contest(
      #"{"id": "sure", "type": "boolean"}, {"id": "n", "type": "number"}"#,
      """
      {"id": "r", "when": {"sure": true}, "criterion": "c", "rate": {"a": 1}},
      {"id": "s", "when": {"n": {"atLeast": 100}}, "criterion": "c", "weight": 2, "rate": {"b": 1}}
      """
    )
    #expect(try settle(rules, #"{"answers": {"sure": true, "n": {"from": 1, "to": 99}}}"#).settled == true)
    #expect(try settle(rules, #"{"answers": {"sure": true, "n": {"from": 1, "to": 100}}}"#).settled == false)
  }

  @Test func aFormulaOverOpenNumbersIsKnownByItsBounds() throws {
    let rules = try contest(
      """
      {"id": "sure", "type": "boolean"}, {"id": "n", "type": "number", "minimum": 0, "maximum": 10},
      {"id": "m", "type": "number", "minimum": 0, "maximum": 10},
      {"id": "total", "type": "number", "derive": {"sum": ["n", "m"]}}
      """,
      """
      {"id": "r", "when": {"sure": true}, "criterion": "c", "rate": {"a": 1}},
      {"id": "s", "when": {"total": {"atLeast": 18}}, "criterion": "c", "weight": 2, "rate": {"b": 1}}
      """
    )
    #expect(try settle(rules, #"{"answers": {"sure": true, "n": 7}}"#).settled == true)
    #expect(try settle(rules, #"{"answers": {"sure": true}}"#).settled == false)
  }

  @Test func withoutAProfileDateNothingThatCountsFromItIsTakenForSettled() throws {
    let rules = try contest(
      """
      {"id": "sure", "type": "boolean"}, {"id": "start", "type": "date"},
      {"id": "weeks", "type": "number", "derive": {"sum": [{"weeksUntil": "start"}, 0]}}
      """,
      """
      {"id": "r", "when": {"sure": true}, "criterion": "c", "rate": {"a": 1}},
      {"id": "s", "when": {"weeks": {"below": 8}}, "criterion": "c", "weight": 2, "rate": {"b": 1}}
      """
    )
    let answers = #""answers": {"sure": true, "start": "2027-06-01"}"#
    #expect(try settle(rules, "{\(answers)}").settled == nil)
    #expect(try settle(rules, #"{"date": "2026-11-20", \#(answers)}"#).settled == true)
    #expect(try settle(rules, #"{"date": "2026-11-20", "answers": {"sure": true}}"#).settled == false)
  }

  @Test func aDecisionTakenIsSettled() throws {
    let rules = try contest(twoWishes, #"{"id": "no", "when": {"open": true}, "exclude": ["b"]}"#)
    let settlement = try settle(rules, #"{"decided": {"d": "b"}}"#)
    #expect(settlement.settled == true && settlement.variantSettled == true && settlement.proof == .decided)
  }

  @Test func noSolutionThatNothingCanMend() throws {
    let rules = try contest(twoWishes, #"{"id": "no", "when": {"sure": true}, "exclude": ["a", "b"]}"#)
    let settlement = try settle(rules, #"{"answers": {"sure": true}}"#)
    #expect(settlement.settled == false && settlement.proof == .noSolution && !settlement.canChange)
  }

  @Test func whatDoesNotApplyIsNeither() throws {
    let rules = try compiled(
      """
      {"facts": [\(twoWishes)], "criteria": [{"id": "c"}], "decisions": [{"id": "d", "when": {"sure": true}}],
       "options": [{"id": "a", "decision": "d"}],
       "rules": [{"id": "r", "when": {"aside": true}, "criterion": "c", "rate": {"a": 1}}]}
      """
    )
    let settlement = try settle(rules, #"{"answers": {"sure": false, "aside": true}}"#)
    #expect(settlement.settled == nil && !settlement.isApplicable && !settlement.canChange)
    // Whether it applies does not matter to what wins when it does.
    #expect(try settle(rules, #"{"answers": {"aside": true}}"#).settled == true)
  }

  @Test func theOutcomeOfAnEarlierDecisionCountsOnlyOnceItIsSettled() throws {
    let both = try compiled(
      """
      {"facts": [\(twoWishes)], "criteria": [{"id": "c"}], "decisions": [{"id": "d"}, {"id": "e"}],
       "options": [{"id": "a", "decision": "d"}, {"id": "b", "decision": "d"}, {"id": "x", "decision": "e"},
         {"id": "y", "decision": "e"}],
       "rules": [
         {"id": "r", "when": {"sure": true}, "criterion": "c", "weight": 3, "rate": {"a": 1}},
         {"id": "s", "when": {"open": true}, "criterion": "c", "weight": 5, "rate": {"b": 1}},
         {"id": "e1", "when": {"decision.d": "a"}, "criterion": "c", "rate": {"x": 1}},
         {"id": "e2", "when": {"decision.d": "b"}, "criterion": "c", "rate": {"y": 1}}]}
      """
    )
    let open = try both.assessment(answers: #"{"sure": true}"#).settle()
    #expect(open.map(\.settled) == [false, false])
    #expect(open.map(\.openFacts) == [["open"], ["open"]])
    let closed = try both.assessment(answers: #"{"sure": true, "open": false}"#).settle()
    #expect(closed.map(\.settled) == [true, true])
  }

  @Test func beyondTheLimitNothingIsSaid() throws {
    let rules = try contest(
      twoWishes,
      """
      {"id": "r", "when": {"sure": true}, "criterion": "c", "rate": {"a": 1}},
      {"id": "s", "when": {"open": true}, "criterion": "c", "weight": 2, "rate": {"b": 1}}
      """
    )
    let settlement = try #require(try rules.assessment(answers: #"{"sure": true}"#).settle(limit: 0).first)
    #expect(settlement.settled == nil && settlement.canChange)
  }
}
