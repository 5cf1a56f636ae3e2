import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What cannot matter never does: brute force on random packs.
@Suite struct InfluenceTests {
  @Test(arguments: 0..<60)
  func aQuestionThatCannotMatterNeverChangesAWinner(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(700 + seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    profiles.answered = 0.6
    let circumstances = profiles.circumstances()
    let answers = profiles.answers()
    var partial = circumstances
    partial["answers"] = answers
    let profile = try rules.profile(partial).profile
    let idle = questionValues(of: profile, rules, plan: SamplingPlan(draws: 64)).filter { !$0.canMatter }
    for value in idle {
      let fact = rules.catalogue.facts[value.fact].fact
      for _ in 0..<12 {
        // All else is completed at random.
        profiles.answered = 1
        var complete = profiles.answers()
        for member in answers.members ?? [] where member.value != .null { complete[member.key] = member.value }
        var winners: Set<[String]> = []
        for _ in 0..<4 {
          complete[fact.id] = profiles.answer(fact)
          var world = circumstances
          world["answers"] = complete
          let assessed = assess(try rules.profile(world).profile, rules)
          winners.insert(
            assessed.decisions.map {
              profile.decided[$0.id] == nil ? "\($0.applicable) \($0.recommendedByScore ?? "none")" : ""
            }
          )
        }
        #expect(winners.count == 1, "\(fact.id)")
      }
    }
  }

  /// Every way by which an answer can reach a decision.
  @Test(arguments: [
    (facts: "", when: #"{ "q": true }"#),
    (facts: "", when: #"{ "not": { "q": true } }"#),
    (facts: "", when: #"{ "not": { "not": { "q": true } } }"#),
    (facts: "", when: #"{ "any": [ { "no": true }, { "all": [ { "on": true }, { "not": { "q": true } } ] } ] }"#),
    (facts: #", { "id": "t", "type": "boolean", "derive": { "when": { "q": true } } }"#, when: #"{ "t": true }"#),
    (
      facts: """
      , { "id": "t", "type": "choice", "choices": [ { "id": "a" }, { "id": "b" } ],
          "derive": { "cases": [ { "when": { "q": true }, "value": "a" } ], "otherwise": "b" } }
      """, when: #"{ "t": "a" }"#
    ),
    (
      facts: """
      , { "id": "n", "type": "number", "derive": { "cases": [ { "when": { "q": true }, "value": 1 } ], "otherwise": 2 } },
        { "id": "t", "type": "number", "derive": { "quotient": [ { "sum": [1, { "product": ["n", 2] } ] }, 2 ] } }
      """, when: #"{ "t": { "atLeast": 2 } }"#
    ),
    (facts: #", { "id": "t", "type": "boolean", "relevantWhen": { "q": true } }"#, when: #"{ "t": true }"#),
    (facts: "", when: #"{ "decision.first": "F" }"#),
    (facts: "", when: #"{ "decision.first.variant": "G" }"#),
  ])
  func everyWayToADecisionIsSeen(facts: String, when: String) throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "q", "type": "boolean" }, { "id": "on", "type": "boolean" }, { "id": "no", "type": "boolean" }
                   \(facts) ],
        "criteria": [ { "id": "x" } ], "decisions": [ { "id": "d" }, { "id": "first" } ],
        "options": [ { "id": "A", "decision": "d" }, { "id": "B", "decision": "d" },
                     { "id": "F", "decision": "first" }, { "id": "G", "decision": "first" } ],
        "rules": [ { "id": "r", "when": { "on": true }, "criterion": "x", "rate": { "A": 1 } },
                   { "id": "s", "when": \(when), "exclude": ["A"] },
                   { "id": "t", "when": { "on": true }, "criterion": "x", "rate": { "F": 1 } },
                   { "id": "u", "when": { "q": true }, "exclude": ["F"] } ] }
      """
    )
    let profile = try rules.profile(["answers": ["on": true, "no": false, "t": true]]).profile
    let values = questionValues(of: profile, rules, plan: SamplingPlan(draws: 640), deciding: ["d"])
    let value = values.first { rules.catalogue.facts[$0.fact].id == "q" }
    #expect(value?.canMatter == true && (value?.gain ?? 0) > 0.5)
  }

  /// A decision that may not apply hangs on the answer to that.
  @Test func whetherADecisionAppliesIsSeen() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "q", "type": "boolean" }, { "id": "on", "type": "boolean" } ],
        "criteria": [ { "id": "x" } ], "decisions": [ { "id": "d", "when": { "q": true } } ],
        "options": [ { "id": "A", "decision": "d" }, { "id": "B", "decision": "d" } ],
        "rules": [ { "id": "r", "when": { "on": true }, "criterion": "x", "rate": { "A": 1 } } ] }
      """
    )
    let profile = try rules.profile(["answers": ["on": true]]).profile
    let values = questionValues(of: profile, rules, plan: SamplingPlan(draws: 640))
    #expect(values.map(\.canMatter) == [true] && values.allSatisfy { $0.gain > 2.9 })
  }
}
