import Assessing
import Foundation
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What questions are worth, where that can be worked out by hand.
@Suite struct QuestionValueTests {
  /// One criterion, so that weights have no say; A wins unless a rule that favours B is true.
  private static func pack(
    _ facts: String,
    _ conditions: [String],
    importance: Int = 1
  ) throws
    -> CompiledRules
  {
    let rules = conditions.enumerated().map { number, condition in
      #", { "id": "r\#(number)", "when": \#(condition), "criterion": "x", "rate": { "B": 3 } }"#
    }
    return try compiled(
      """
      { "facts": [ { "id": "on", "type": "boolean" }, \(facts) ], "criteria": [ { "id": "x" } ],
        "decisions": [ { "id": "d", "importance": \(importance) } ],
        "options": [ { "id": "A", "decision": "d" }, { "id": "B", "decision": "d" } ],
        "rules": [ { "id": "a", "when": { "on": true }, "criterion": "x", "rate": { "A": 1 } }
                   \(rules.joined()) ] }
      """
    )
  }

  private static func values(
    _ rules: CompiledRules,
    _ profile: String = #"{ "answers": { "on": true } }"#
  ) throws
    -> [(fact: String, gain: Double, canMatter: Bool)]
  {
    let profile = try rules.profile(try parsed(profile)).profile
    return questionValues(of: profile, rules).map { (rules.catalogue.facts[$0.fact].id, $0.gain, $0.canMatter) }
  }

  private static func entropy(_ shares: Double...) -> Double {
    -shares.filter { $0 > 0 }.reduce(0) { $0 + $1 * log2($1) }
  }

  @Test(arguments: [(0.5, 1), (0.25, 3), (0.9, 5)])
  func anAnswerThatDecidesIsWorthTheWholeEntropy(prior: Double, importance: Int) throws {
    let fact = #"{ "id": "q", "type": "boolean", "prior": { "true": \#(prior) } }, { "id": "idle", "type": "boolean" }"#
    let found = try Self.values(Self.pack(fact, [#"{ "q": true }"#], importance: importance))
    #expect(found.map(\.fact) == ["q", "idle"])
    #expect((found[0].gain - Double(importance) * Self.entropy(prior, 1 - prior)).magnitude < 0.03 * Double(importance))
    #expect(found[0].canMatter && !found[1].canMatter && found[1].gain == 0)
  }

  @Test func aChoiceCountsByItsCells() throws {
    let fact = """
      { "id": "q", "type": "choice", "choices": [ { "id": "a" }, { "id": "b" }, { "id": "c" } ],
        "prior": { "a": 0.5, "b": 0.3, "c": 0.2 } }
      """
    let found = try Self.values(Self.pack(fact, [#"{ "q": ["b", "c"] }"#]))
    #expect((found[0].gain - 1).magnitude < 0.01)
  }

  /// B wins if either choice is in; each alone says less than both.
  @Test func aSetCountsByItsBestSingleChoice() throws {
    let fact = """
      { "id": "q", "type": "choices", "choices": [ { "id": "a" }, { "id": "b" }, { "id": "c" } ],
        "prior": { "a": 0.4, "b": 0.2, "c": 0.5 } }
      """
    let found = try Self.values(Self.pack(fact, [#"{ "q": { "includesAny": ["a", "b"] } }"#]))
    // P(B) = 1 − 0.6·0.8; with a known: certain, or 0.2.
    let expected = Self.entropy(0.48, 0.52) - 0.6 * Self.entropy(0.2, 0.8)
    #expect((found[0].gain - expected).magnitude < 0.02)
  }

  /// Whole numbers lie on thresholds: "at least 3" and "above 3" cut on different sides of 3.
  @Test(arguments: ["atLeast", "above", "below", "atMost"])
  func aNumberCountsByTheCellsOfItsThresholds(comparison: String) throws {
    let fact = #"{ "id": "q", "type": "number", "integer": true, "minimum": 0, "maximum": 6 }"#
    let found = try Self.values(Self.pack(fact, [#"{ "q": { "\#(comparison)": 3 } }"#]))
    // Cells 0–3 and 3–6, each with a half; 0, 1, 2 | 3, 4, 5: "above 3" moves a sixth.
    let share = comparison == "atLeast" || comparison == "below" ? 0.5 : 1.0 / 3
    #expect((found[0].gain - Self.entropy(share, 1 - share)).magnitude < 0.02)
  }

  @Test func aNumberThatFormulasUseIsCutFinely() throws {
    let fact = """
      { "id": "q", "type": "number", "minimum": 0, "maximum": 8 },
      { "id": "twice", "type": "number", "derive": { "product": ["q", 2] } }
      """
    let found = try Self.values(Self.pack(fact, [#"{ "twice": { "atLeast": 6 } }"#]))
    #expect(found[0].fact == "q" && (found[0].gain - Self.entropy(3.0 / 8, 5.0 / 8)).magnitude < 0.02)
  }

  @Test func aQuestionWaitsForThoseThatDecideWhetherItIsRelevant() throws {
    let fact = """
      { "id": "gate", "type": "boolean" },
      { "id": "behind", "type": "boolean", "relevantWhen": { "gate": true } }
      """
    let rules = try Self.pack(fact, [#"{ "behind": true }"#])
    let first = try Self.values(rules)
    #expect(first.map(\.fact) == ["gate"] && first[0].gain > 0.2)
    #expect(try Self.values(rules, #"{ "answers": { "on": true, "gate": true } }"#).map(\.fact) == ["behind"])
    #expect(try Self.values(rules, #"{ "answers": { "on": true, "gate": false } }"#).isEmpty)
    // Asked, and not known: still worth finding out.
    #expect(try Self.values(rules, #"{ "answers": { "on": true, "gate": null } }"#).map(\.fact) == ["gate"])
  }

  @Test func aRangeThatLeavesTheRelevanceOpenHidesNoQuestion() throws {
    let fact = """
      { "id": "size", "type": "number" }, { "id": "behind", "type": "boolean", "relevantWhen": { "size": { "atLeast": 5 } } }
      """
    let rules = try Self.pack(fact, [#"{ "behind": true }"#])
    let found = try Self.values(rules, #"{ "answers": { "on": true, "size": { "from": 1, "to": 9 } } }"#)
    #expect(found.map(\.fact) == ["behind"] && found[0].gain > 0)
  }

  @Test func equalGainsStandByOrderThenId() throws {
    let facts = ["z": 1, "b": 2, "a": 2].map { #"{ "id": "\#($0.key)", "type": "boolean", "order": \#($0.value) }"# }
    let found = try Self.values(Self.pack(facts.joined(separator: ",") + #", { "id": "c", "type": "boolean" }"#, []))
    #expect(found.map(\.fact) == ["z", "a", "b", "c"])
  }

  @Test func whatTheAnswersHaveSettledCannotMatter() throws {
    let fact = #"{ "id": "p", "type": "boolean" }, { "id": "q", "type": "boolean" }"#
    let rules = try Self.pack(fact, [#"{ "all": [ { "p": true }, { "q": true } ] }"#])
    #expect(try Self.values(rules, #"{ "answers": { "on": true, "p": false } }"#)[0].canMatter == false)
    #expect(try Self.values(rules, #"{ "answers": { "on": true, "p": true } }"#)[0].canMatter)
    let decided = #"{ "answers": { "on": true, "p": true }, "decided": { "d": "A" } }"#
    #expect(try Self.values(rules, decided)[0].canMatter == false)
  }

  @Test func onlyTheDecisionsNamedCount() throws {
    let fact = #"{ "id": "p", "type": "boolean" }, { "id": "q", "type": "boolean" }"#
    let rules = try compiled(
      """
      { "facts": [ \(fact) ], "criteria": [ { "id": "x" } ], "decisions": [ { "id": "d" }, { "id": "e" } ],
        "options": [ { "id": "A", "decision": "d" }, { "id": "B", "decision": "d" },
                     { "id": "C", "decision": "e" }, { "id": "D", "decision": "e" } ],
        "rules": [ { "id": "r", "when": { "p": true }, "criterion": "x", "rate": { "B": 3 } },
                   { "id": "s", "when": { "p": false }, "criterion": "x", "rate": { "A": 3 } },
                   { "id": "t", "when": { "q": true }, "criterion": "x", "rate": { "C": 3 } },
                   { "id": "u", "when": { "q": false }, "criterion": "x", "rate": { "D": 3 } } ] }
      """
    )
    let profile = try rules.profile([:]).profile
    let values = questionValues(of: profile, rules, deciding: ["e"])
    #expect(values.map(\.fact) == [1, 0] && values.map(\.canMatter) == [true, false])
    #expect((values[0].gain - 3).magnitude < 0.01)
  }

  @Test func theAssessmentNamesTheSameQuestions() throws {
    let rules = try compiled(RandomPacks(seed: 11).packs)
    var profiles = RandomProfile(rules.catalogue, seed: 11)
    profiles.answered = 0.3
    let profile = try rules.profile(profiles.profile()).profile
    let plan = SamplingPlan(draws: 300)
    let robustness = assess(profile, rules).measuringRobustness(plan).robustness
    #expect(robustness?.questions == questionValues(of: profile, rules, plan: plan))
  }
}
