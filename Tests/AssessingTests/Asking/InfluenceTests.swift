import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What cannot matter never does: brute force on random packs.
@Suite struct InfluenceTests {
  @Test(arguments: 0..<30)
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
      for _ in 0..<6 {
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
}
