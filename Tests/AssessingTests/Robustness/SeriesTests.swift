import Assessing
import Engine
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// A series of blocks runs only what can change from one to the next; that must be as good as running everything.
@Suite struct SeriesTests {
  @Test(arguments: 0..<12)
  func aSeriesFindsWhatEveryBlockAloneWouldFind(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(300 + seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    profiles.answered = [0.2, 0.6, 0.9][seed % 3]
    let profile = try rules.profile(profiles.profile()).profile
    let drawing = DrawingPlan(draws: 200, seed: UInt64(seed), keepsOrder: seed % 4 == 3)
    let drawn = DrawnWorlds(Casework(rules.book, rules.caseFile(of: profile)), drawing)
    for sampling in [drawn.all, drawn.answersAlone, drawn.weightsAlone] { Self.expectSame(sampling) }
  }

  private static func expectSame(_ sampling: Sampling) {
    var plain = Kernel(sampling.program, sampling.circumstances)
    var draw = sampling.weights
    sampling.run { kernel, _, word, lanes in
      let first = word * WorldBlock.width
      var block = sampling.base
      for lane in 0..<lanes.nonzeroBitCount {
        var random = Engine.SplitMix64(seed: sampling.seed, world: first + lane)
        sampling.answers.draw(into: &block, lane: lane, using: &random)
      }
      if draw != nil {
        var weights = LaneWeights(sampling.circumstances.weights)
        draw?.draw(into: &weights, seed: sampling.seed ^ 0x5765_6967_6874_7321, first: first)
        plain.weigh(weights)
      }
      plain.evaluate(&block)
      for register in plain.truths.indices {
        #expect(kernel.truths[register].yes & lanes == plain.truths[register].yes & lanes, "register \(register)")
        #expect(kernel.truths[register].no & lanes == plain.truths[register].no & lanes, "register \(register)")
      }
      for decision in plain.program.decisions.indices {
        #expect(kernel.applicable[decision].no & lanes == plain.applicable[decision].no & lanes, "decision \(decision)")
        #expect(kernel.enough[decision] & lanes == plain.enough[decision] & lanes, "decision \(decision)")
        for lane in 0..<lanes.nonzeroBitCount {
          let place = decision * WorldBlock.width + lane
          #expect(kernel.best[place] == plain.best[place], "decision \(decision)")
          #expect(kernel.outcome[place] == plain.outcome[place], "decision \(decision)")
        }
      }
      for leaf in plain.program.leaves.indices {
        #expect(kernel.excluded[leaf] & lanes == plain.excluded[leaf] & lanes, "leaf \(leaf)")
        for lane in 0..<lanes.nonzeroBitCount {
          #expect(kernel.roundedScore(leaf, lane: lane) == plain.roundedScore(leaf, lane: lane), "leaf \(leaf)")
          // Where only weights move scores are not made unless ranks need them.
          let score = kernel.scores[leaf * WorldBlock.width + lane]
          #expect(score == plain.scores[leaf * WorldBlock.width + lane] || draw != nil && score.isNaN, "leaf \(leaf)")
        }
      }
    }
  }
}
