import RuleCompiler
import TestSupport
import Testing

@testable import Engine

/// What becomes of a decision in a world does not hang on the worlds that are judged beside it.
@Suite struct JudgeTests {
  @Test(arguments: 0..<20) func aWorldIsJudgedAloneAsAmongOthers(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(700 + seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    profiles.answered = 0.6
    let worlds = try (0..<WorldBlock.width).map { _ in try rules.profile(profiles.profile()).profile }
    let lanes = 1 + (seed * 7) % WorldBlock.width
    var together = Kernel(rules.program, rules.circumstances(of: worlds[0]))
    var block = WorldBlock(columnCount: rules.program.columnCount)
    for lane in 0..<lanes { rules.fill(&block, lane: lane, with: worlds[lane].answers) }
    together.evaluate(&block)
    for decision in rules.program.decisions.indices {
      let contest = Contest(together, decision: decision)
      var (judge, other) = (Judge(contest), Judge(contest))
      judge.begin(together, lanes: lanes)
      for lane in 0..<lanes {
        var alone = Kernel(rules.program, rules.circumstances(of: worlds[0]))
        var one = WorldBlock(columnCount: rules.program.columnCount)
        rules.fill(&one, lane: 0, with: worlds[lane].answers)
        alone.evaluate(&one)
        other.begin(alone, lanes: 1)
        let found = judge.judge(together, lane: lane, eligible: contest.everyLeaf)
        let expected = other.judge(alone, lane: 0, eligible: contest.everyLeaf)
        #expect(found == expected, "world \(lane) of \(lanes), decision \(decision)")
      }
    }
  }
}
