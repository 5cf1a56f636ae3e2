import Assessing
import Engine
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Everything counted over random worlds, counted again in the plainest way: world by world with the obvious evaluator.
@Suite struct PlainRecountTests {
  private static let draws = 70

  @Test(arguments: 0..<12)
  func countsAreThoseOfTheObviousEvaluator(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(300 + seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    profiles.answered = [0.2, 0.6, 0.9][seed % 3]
    let profile = try rules.profile(profiles.profile()).profile
    let plan = SamplingPlan(draws: Self.draws, seed: UInt64(seed), keepsOrder: seed % 4 == 3)
    let worlds = Self.worlds(of: profile, rules, plan)
    let robustness = try #require(assess(profile, rules).measuringRobustness(plan).robustness)
    for decision in rules.catalogue.decisions {
      let outcomes = worlds.compactMap { $0.decisionOutcomes[decision.id] }.filter { $0.applicable != .no }
      guard let found = robustness.decision(decision.id) else {
        #expect(outcomes.isEmpty || assess(profile, rules).decision(decision.id)?.applicable == .no)
        continue
      }
      try Self.expect(found, decision, outcomes)
    }
  }

  private static func expect(
    _ found: DecisionRobustness,
    _ decision: LinkedDecision,
    _ outcomes: [ObviousDecision]
  ) throws {
    #expect(found.worlds == outcomes.count)
    let decided = outcomes.filter { $0.recommendedLeaf != nil }
    #expect(found.decided == decided.count)
    let rankings = decided.map { outcome in outcome.ranking.filter { outcome.excludedBy[$0]?.isEmpty == true } }
    expect(found.leaves, rankings, of: outcomes.count)
    let families = rankings.map { ranking in
      ranking.reduce(into: [String]()) { families, leaf in
        let family = decision.leaves.first { $0.id == leaf }?.family ?? ""
        if !families.contains(family) { families.append(family) }
      }
    }
    expect(found.families, families, of: outcomes.count)
  }

  private static func expect(_ found: [Acceptability], _ rankings: [[String]], of worlds: Int) {
    for alternative in found {
      let places = rankings.map { $0.firstIndex(of: alternative.id) }
      for (rank, share) in alternative.ranks.enumerated() {
        #expect(share == Double(places.count { $0 == rank }) / Double(worlds), "\(alternative.id)")
      }
      for win in alternative.wins {
        let count = rankings.count { ranking in
          guard let own = ranking.firstIndex(of: alternative.id) else { return false }
          return ranking.firstIndex(of: win.over).map { own < $0 } ?? true
        }
        #expect(win.share == Double(count) / Double(worlds), "\(alternative.id) over \(win.over)")
      }
    }
  }

  /// The worlds of a plan, drawn one by one and evaluated by name.
  private static func worlds(
    of profile: LinkedProfile,
    _ rules: CompiledRules,
    _ plan: SamplingPlan
  ) -> [ObviousEvaluator] {
    let stated = rules.weights(profile.weights)
    var draw = WeightDraw(rules.program, stated, keepsOrder: plan.keepsOrder)
    let table = rules.drawTable(answers: profile.answers, today: profile.profile.date)
    return (0..<plan.draws).map { world in
      var block = WorldBlock(columnCount: rules.program.columnCount)
      var random = Engine.SplitMix64(seed: plan.seed, world: world)
      table.draw(into: &block, lane: 0, using: &random)
      var weights = LaneWeights(stated)
      draw.draw(into: &weights, seed: plan.seed ^ 0x5765_6967_6874_7321, first: world)
      var answers = profile.answers
      for fact in rules.catalogue.facts {
        if case .known(let value) = rules.state(ofFact: fact, in: block, lane: 0) { answers[fact.id] = value }
      }
      // Without the assumptions of the packs: what they are about has been drawn, but for days without a date.
      var evaluator = ObviousEvaluator(catalogue: rules.catalogue, answers: answers, today: profile.profile.date)
      for (place, criterion) in rules.catalogue.criteria.enumerated() {
        evaluator.weights[criterion.id] = weights[place, 0]
      }
      evaluator.decided = profile.decided.mapValues(\.option.id)
      evaluator.refuted = rules.refutations(profile.clarified)
      evaluator.evaluate()
      return evaluator
    }
  }
}
