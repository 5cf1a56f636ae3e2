import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// How often it is seen that a decision is settled, on the profiles of this repository with some of their answers removed.
@Suite struct SettledUsefulnessTests {
  /// Whole, and with a quarter and half of the answers removed. Prints what it counts.
  @Test func mostOfWhatIsSettledIsSeenByBounds() throws {
    let rules = try Repository.packs().compiled()
    var counts = (settled: 0, byBounds: 0, open: 0, unshown: 0)
    for (_, members) in try Repository.profiles() where members["answers"]?.members?.count ?? 0 > 20 {
      for (seed, share) in [0.5, 0.25, 0].enumerated() {
        let answers = members["answers"]?.members ?? []
        var dice = SplitMix64(seed: UInt64(seed))
        var profile = members
        profile["answers"] = .object(Array(dice.shuffled(answers).dropFirst(Int(Double(answers.count) * share))))
        for settlement in try rules.assessment(of: profile).settle(limit: 1 << 12) where settlement.isApplicable {
          switch settlement.settled {
          case true?: counts.settled += 1
          case false?: counts.open += 1
          case nil: counts.unshown += 1
          }
          if case .bounds = settlement.proof { counts.byBounds += 1 }
        }
      }
    }
    print("settled \(counts.settled), by bounds \(counts.byBounds); open \(counts.open); not shown \(counts.unshown)")
    #expect(counts.unshown * 50 <= counts.settled + counts.open)
    #expect(counts.byBounds * 2 >= counts.settled)
  }
}
