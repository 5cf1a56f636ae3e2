import Engine
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Worlds side by side may have weights of their own; the bits are those of the same world evaluated alone.
@Suite struct KernelWeightTests {
  @Test(arguments: 0..<10)
  func aLaneWithItsOwnWeightsGivesWhatTheyGiveAlone(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(200 + seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    let profile = try rules.profile(profiles.profile()).profile
    let circumstances = rules.circumstances(of: profile)
    var weights = LaneWeights(circumstances.weights)
    var dice = TestSupport.SplitMix64(seed: UInt64(seed))
    for criterion in circumstances.weights.indices {
      for lane in 0..<WorldBlock.width { weights[criterion, lane] = dice.pick([0, 0.1, 1, 2.5, 33.3]) }
    }
    var kernel = Kernel(rules.program, circumstances)
    kernel.weigh(weights)
    var block = block(rules, profile)
    kernel.evaluate(&block)
    for lane in 0..<WorldBlock.width {
      var own = circumstances
      own.weights = circumstances.weights.indices.map { weights[$0, lane] }
      var alone = Kernel(rules.program, own)
      var world = self.block(rules, profile)
      alone.evaluate(&world)
      #expect(state(kernel, lane) == state(alone, lane), "lane \(lane)")
    }
    // Rescored with its own shares, a decision stands as before.
    let scores = kernel.scores.map(\.bitPattern)
    let best = kernel.best
    kernel.weigh(LaneWeights(circumstances.weights))
    kernel.evaluate(&block)
    let (plainScores, plainBest) = (kernel.scores.map(\.bitPattern), kernel.best)
    #expect(plainScores != scores || plainBest == best)
    for decision in rules.program.decisions.indices {
      let slots = rules.program.decisions[decision].slots.indices
      kernel.rescore(decision, shares: slots.map { kernel.share(ofSlot: $0, in: decision) })
    }
    #expect(kernel.scores.map(\.bitPattern) == plainScores && kernel.best == plainBest)
  }

  private func block(_ rules: CompiledRules, _ profile: LinkedProfile) -> WorldBlock {
    var block = WorldBlock(columnCount: rules.program.columnCount)
    for lane in 0..<WorldBlock.width { rules.fill(&block, lane: lane, with: profile.answers) }
    return block
  }

  private func state(_ kernel: Kernel, _ lane: Int) -> [String] {
    let width = WorldBlock.width
    return kernel.program.decisions.indices.map { decision in
      "\(kernel.best[decision * width + lane]) \(kernel.outcome[decision * width + lane])"
        + " \(kernel.evidence(of: decision, lane: lane).bitPattern) \(kernel.enough[decision] >> UInt64(lane) & 1)"
    } + kernel.program.leaves.indices.map { "\(kernel.scores[$0 * width + lane].bitPattern)" }
  }
}
