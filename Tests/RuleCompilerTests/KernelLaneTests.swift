import Engine
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// 64 worlds side by side must not see one another.
@Suite struct KernelLaneTests {
  @Test(arguments: 0..<6)
  func worldsOfABlockGiveWhatTheyGiveAlone(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(100 + seed)).packs)
    let (circumstances, worlds) = try worlds(rules, seed: UInt64(seed))
    let together = outcome(rules, circumstances, worlds)
    for (lane, world) in worlds.enumerated() {
      let place = (lane * 7 + 3) % WorldBlock.width
      let alone = outcome(rules, circumstances, Array(repeating: [:], count: place) + [world])
      #expect(alone.lane(place) == together.lane(lane), "lane \(lane)")
    }
  }

  @Test func aKernelForgetsTheBlockBefore() throws {
    let rules = try compiled(RandomPacks(seed: 7).packs)
    let (circumstances, worlds) = try worlds(rules, seed: 3)
    var kernel = Kernel(rules.program, circumstances)
    var first = block(rules, worlds)
    kernel.evaluate(&first)
    var second = block(rules, worlds.reversed())
    kernel.evaluate(&second)
    let fresh = outcome(rules, circumstances, worlds.reversed())
    for lane in 0..<WorldBlock.width {
      #expect(Outcome(kernel: kernel, block: second).lane(lane) == fresh.lane(lane))
    }
  }

  private func worlds(_ rules: CompiledRules, seed: UInt64) throws -> (Circumstances, [[String: FactValue]]) {
    var profiles = RandomProfile(rules.catalogue, seed: seed)
    let shared = try rules.profile(profiles.circumstances()).profile
    let worlds = try (0..<WorldBlock.width).map { lane in
      profiles.answered = Double(lane) / Double(WorldBlock.width - 1)
      return try rules.profile(["answers": profiles.answers()]).profile.answers
    }
    return (rules.circumstances(of: shared), worlds)
  }

  private func block(_ rules: CompiledRules, _ worlds: [[String: FactValue]]) -> WorldBlock {
    var block = WorldBlock(columnCount: rules.program.columnCount)
    for (lane, world) in worlds.enumerated() { rules.fill(&block, lane: lane, with: world) }
    return block
  }

  private func outcome(
    _ rules: CompiledRules,
    _ circumstances: Circumstances,
    _ worlds: [[String: FactValue]]
  ) -> Outcome {
    var kernel = Kernel(rules.program, circumstances)
    var block = block(rules, worlds)
    kernel.evaluate(&block)
    return Outcome(kernel: kernel, block: block)
  }
}

/// All that a kernel says about a block.
private struct Outcome {
  let kernel: Kernel
  let block: WorldBlock

  /// Everything about one lane, in a form that can be compared.
  func lane(_ lane: Int) -> [String] {
    let width = WorldBlock.width
    func bit(_ word: UInt64) -> Bool { word >> UInt64(lane) & 1 == 1 }
    let columns = (0..<block.columnCount).map { column -> String in
      guard bit(block.known[column]) else { return bit(block.notApplicable[column]) ? "not applicable" : "unknown" }
      let cell = column * width + lane
      return "\(block.bits[cell]) \(block.lower[cell]) \(block.upper[cell])"
    }
    let decisions = kernel.program.decisions.indices.map { decision in
      "\(kernel.applicable[decision].value(in: lane).map(String.init) ?? "unknown") \(bit(kernel.enough[decision]))"
        + " \(kernel.best[decision * width + lane]) \(kernel.outcome[decision * width + lane])"
        + " \(kernel.evidence(of: decision, lane: lane))"
    }
    let leaves = kernel.program.leaves.indices.map { leaf in
      "\(kernel.isExcluded(leaf, lane: lane)) \(kernel.scores[leaf * width + lane].bitPattern)"
    }
    let truths = kernel.truths.map { $0.value(in: lane).map(String.init) ?? "unknown" }
    let net = stride(from: lane, to: kernel.net.count, by: width).map { "\(kernel.net[$0])" }
    return columns + decisions + leaves + truths + net + kernel.spoken.map { "\(bit($0))" }
  }
}
