import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// How often it is seen that a decision is settled, on the profiles of this repository with half of their answers removed.
@Suite struct SettledUsefulnessTests {
  @Test func boundsAndEnumerationSeeMostOfWhatIsSettled() throws {
    let rules = try Repository.packs().compiled()
    var rows: [String] = []
    var settled = 0
    var byBounds = 0
    var open = 0
    var unshown = 0
    for (name, members) in try Repository.profiles() {
      for seed in 0..<6 {
        let answers = members["answers"]?.members ?? []
        var dice = SplitMix64(seed: UInt64(seed))
        var profile = members
        let share = [0.5, 0.5, 0.5, 0.25, 0.25, 0][seed]
        let kept = dice.shuffled(answers).dropFirst(Int(Double(answers.count) * share))
        profile["answers"] = .object(Array(kept))
        let assessment = try rules.assessment(of: profile)
        let clock = ContinuousClock()
        var exact: [Settlement] = []
        let time = clock.measure { exact = assessment.settlements(limit: 1 << 14) }
        let bounds = assessment.settlements(limit: 0)
        for (one, other) in zip(exact, bounds) where one.isApplicable {
          switch one.settled {
          case true?: settled += 1
          case false?: open += 1
          case nil: unshown += 1
          }
          if other.settled == true { byBounds += 1 }
          rows.append(
            "\(name) \(seed) \(one.decision): \(one.settled.map { "\($0)" } ?? "unshown") "
              + "\(one.proof.map { "\($0)" } ?? "") open \(one.openFacts.count) time \(time)"
          )
        }
      }
    }
    for row in rows { print(row) }
    print("settled \(settled), of these by bounds \(byBounds); open \(open); not shown \(unshown)")
    #expect(unshown <= 3)
  }
}
