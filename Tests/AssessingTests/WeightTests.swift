import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What weights do, and what they must not do.
@Suite struct WeightTests {
  private func rules(
    _ rules: String,
    criteria: String = #"{ "id": "c" }, { "id": "e", "weight": 3 }"#
  ) throws -> CompiledRules {
    try compiled(
      """
      { "facts": [ { "id": "f", "type": "boolean" }, { "id": "g", "type": "boolean" } ], "criteria": [ \(criteria) ],
        "decisions": [ { "id": "d" } ], "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
        "rules": [ \(rules) ] }
      """
    )
  }

  private func score(_ option: String, _ rules: CompiledRules, weights: String = "{}") throws -> Double {
    let assessment = try rules.assessment(of: #"{ "answers": { "f": true }, "weights": \#(weights) }"#)
    return try #require(assessment.decision("d")?.leaf(option)).score
  }

  private func rule(_ id: String, _ rate: String, weight: Int = 1, criterion: String = "c") -> String {
    #"{ "id": "\#(id)", "when": { "f": true }, "criterion": "\#(criterion)", "weight": \#(weight), "rate": { \#(rate) } }"#
  }

  @Test func anEqualSecondReasonAddsExactlyItsWeightWhereverItStands() throws {
    let one = try rules(rule("r1", #""a": 2"#, weight: 3))
    let two = try rules(rule("r1", #""a": 2"#, weight: 3) + "," + rule("r2", #""a": 2"#, weight: 3))
    let other = try rules(rule("z", #""a": 2"#, weight: 3) + "," + rule("a", #""a": 2"#, weight: 3))
    #expect(try score("a", one) == 100.0 * 6 / 24)
    #expect(try score("a", two) == 100.0 * 12 / 24)
    #expect(try score("a", other) == score("a", two))
  }

  @Test func aWeakReasonInFavourNeverLowers() throws {
    let strong = try rules(rule("r1", #""a": 3"#, weight: 5))
    let both = try rules(rule("r1", #""a": 3"#, weight: 5) + "," + rule("r2", #""a": 1"#))
    #expect(try score("a", both) > score("a", strong))
  }

  @Test func aLowerWeightNeverFlipsASign() throws {
    let mixed = try rules(rule("r1", #""a": 2, "b": -2"#) + "," + rule("r2", #""a": -1, "b": 1"#, criterion: "e"))
    var last = (a: Double.infinity, b: -Double.infinity)
    for weight in ["8", "4", "2", "1", "0.5", "0.001"] {
      let only = try rules(rule("r1", #""a": 2, "b": -2"#))
      let (a, b) = (
        try score("a", only, weights: "{ \"c\": \(weight) }"), try score("b", only, weights: "{ \"c\": \(weight) }")
      )
      #expect(a > 0 && b < 0)
      // Beside another criterion the influence only shrinks.
      let x = try score("a", mixed, weights: "{ \"c\": \(weight) }")
      let y = try score("b", mixed, weights: "{ \"c\": \(weight) }")
      #expect(x < last.a && y > last.b)
      last = (x, y)
    }
  }

  @Test func weightZeroRemovesTheInfluence() throws {
    let both = try rules(rule("r1", #""a": 3"#) + "," + rule("r2", #""b": 1"#, criterion: "e"))
    let only = try rules(rule("r2", #""b": 1"#, criterion: "e"))
    for option in ["a", "b"] {
      #expect(try score(option, both, weights: #"{ "c": 0 }"#) == score(option, only))
    }
    let assessment = try both.assessment(of: #"{ "answers": { "f": true }, "weights": { "c": 0 } }"#)
    let decision = try #require(assessment.decision("d"))
    #expect(decision.criteria.map(\.id) == ["e"])
    #expect(decision.leaf("a")?.contributions.isEmpty == true)
  }

  @Test func aReasonWithoutWeightIsNoReasonToRecommend() throws {
    let only = try rules(rule("r1", #""a": 3"#))
    let assessment = try only.assessment(of: #"{ "answers": { "f": true }, "weights": { "c": 0 } }"#)
    let decision = try #require(assessment.decision("d"))
    #expect(decision.reason == .notEnoughFacts)
    #expect(decision.leaves.allSatisfy { $0.score == 0 } && decision.evidence == 0)
  }

  @Test func theWeightsOfTheProfileStandOverThoseOfThePacks() throws {
    let both = try rules(rule("r1", #""a": 3"#) + "," + rule("r2", #""b": 3"#, criterion: "e"))
    #expect(try score("a", both) == 100.0 * 1 / 4 * 3 / 24)
    #expect(try score("a", both, weights: #"{ "c": 6 }"#) == 100 * (6.0 / 9) * 3 / 24)
    #expect(try score("a", both, weights: #"{ "e": 1 }"#) == 100.0 * 1 / 2 * 3 / 24)
  }

  @Test func anAdjustmentStandsOverThePackAndUnderTheProfile() throws {
    let base = try PackText(
      "base",
      content: """
        { "facts": [ { "id": "f", "type": "boolean" } ], "criteria": [ { "id": "c" }, { "id": "e", "weight": 3 } ],
          "decisions": [ { "id": "d" } ], "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
          "rules": [ { "id": "r1", "when": { "f": true }, "criterion": "c", "rate": { "a": 3 } },
            { "id": "r2", "when": { "f": true }, "criterion": "e", "rate": { "b": 3 } } ] }
        """
    )
    let own = try PackText(
      "own",
      requires: ["base"],
      content: #"{ "adjustments": [ { "criterion": "c", "weight": 9 }, { "rule": "r2", "disabled": true } ] }"#
    )
    let rules = try compiled([base, own])
    // A disabled rule is as if not loaded: its criterion no longer takes a share.
    #expect(try score("a", rules) == 100.0 * 3 / 24)
    #expect(rules.catalogue.decision("d")?.criteria == ["c"])
    #expect(rules.catalogue.criterion("c")?.weight == 9)
    #expect(rules.catalogue.disabled.map(\.rule.id) == ["r2"])
    let stated = try rules.assessment(of: #"{ "answers": { "f": true }, "weights": { "c": 2 } }"#)
    #expect(stated.decision("d")?.criteria.map(\.weight) == [2])
  }

  @Test func criteriaCountByWhatCanRateNotByWhatFired() throws {
    let both = try rules(
      rule("r1", #""a": 3"#) + #", { "id": "r2", "when": { "g": false }, "criterion": "e", "rate": { "b": 0 } }"#
    )
    // Nothing speaks for `e`, and a rating of 0 can never say anything; it counts all the same.
    #expect(try score("a", both) == 100.0 * 1 / 4 * 3 / 24)
  }

  @Test func aCriterionThatNothingRatesUnderTakesNoShare() throws {
    let excluding = #"{ "id": "r2", "when": { "g": false }, "criterion": "e", "exclude": ["b"] }"#
    let both = try rules(rule("r1", #""a": 3"#) + ", " + excluding)
    #expect(both.catalogue.decision("d")?.criteria == ["c"])
    #expect(try score("a", both) == 100.0 * 3 / 24)
  }

  @Test func aSkippedRuleIsAsIfNotLoaded() throws {
    let own = try PackText(
      optional: ["absent"],
      content: """
        { "facts": [ { "id": "f", "type": "boolean" } ], "criteria": [ { "id": "c" }, { "id": "e" } ],
          "decisions": [ { "id": "d" } ], "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
          "rules": [ \(rule("r1", #""a": 3"#)),
            { "id": "r2", "needs": ["absent"], "when": { "f": true }, "criterion": "e", "rate": { "b": 3, "nobody": 1 } } ] }
        """
    )
    let rules = try compiled([own])
    #expect(try score("a", rules) == 100.0 * 3 / 24)
    #expect(rules.catalogue.skipped.map(\.id) == ["r2"])
    let absent = PackText(id: "absent", requires: [], optional: [])
    // With the pack there, the rule counts, and its mistake is found.
    #expect(LoadedPacks([own, absent]).codes == ["unknown-option"])
  }

  /// Sums of weights stay finite, and with them shares and evidence.
  @Test func aWeightHasABound() throws {
    let both = try rules(rule("r1", #""a": 3"#) + "," + rule("r2", #""b": 1"#, criterion: "e"))
    let largest = "\(Criterion.largestWeight)"
    #expect(try score("a", both, weights: "{ \"c\": \(largest), \"e\": \(largest) }") == 100 * 0.5 * 3 / 24)
    for weight in [1.7e308, 1_000_000_001, -1] {
      let (_, log) = try both.profile(["weights": ["c": .number(weight), "e": .number(weight)]])
      #expect(log.diagnostics.map(\.code) == ["number-out-of-bounds", "number-out-of-bounds"])
      let pack = try PackText(content: #"{ "criteria": [ { "id": "c", "weight": \#(weight) } ] }"#)
      #expect(LoadedPacks([pack]).codes == ["number-out-of-bounds"])
    }
  }
}
