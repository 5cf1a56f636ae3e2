import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

@Suite struct ConfidenceTests {
  @Test(arguments: [
    (1.0, ConfidenceLabel.firm), (0.9, .firm), (0.8999, .likely), (0.6, .likely), (0.5999, .open), (0, .open),
  ])
  func labelIsAPlainFunctionOfTheShare(share: Double, label: ConfidenceLabel) {
    #expect(ConfidenceLabel(share: share) == label)
  }

  /// A label that never varies says nothing.
  @Test func labelsVaryOverTheProfilesOfTheRepository() throws {
    let rules = try Repository.packs().compiled()
    var labels: Set<ConfidenceLabel> = []
    for (_, members) in try Repository.profiles() {
      for keeps in [1, 4] {
        var profile = members
        let answers = (members["answers"]?.members ?? []).enumerated().filter { $0.offset % keeps == 0 }
        profile["answers"] = .object(answers.map(\.element))
        let robustness = try rules.assessment(of: profile).measuringRobustness(SamplingPlan(draws: 640)).robustness
        if let label = robustness?.decision("platform")?.confidence?.label { labels.insert(label) }
      }
    }
    #expect(labels == Set(ConfidenceLabel.allCases))
  }

  @Test func nothingRecommendedHasNoConfidence() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "on", "type": "boolean" } ], "criteria": [ { "id": "x" } ], "decisions": [ { "id": "d" } ],
        "options": [ { "id": "A", "decision": "d" } ],
        "rules": [ { "id": "r", "when": { "on": true }, "criterion": "x", "rate": { "A": 1 } } ] }
      """
    )
    let open = try rules.assessment(answers: "{}").measuringRobustness(SamplingPlan(draws: 100)).robustness
    let decision = try #require(open?.decision("d"))
    #expect(decision.confidence == nil && decision.weightIntervals.isEmpty && decision.worlds == 100)
    #expect(decision.decided > 0 && decision.decided < 100)
  }

  @Test func measuringChangesNothingElse() throws {
    let rules = try compiled(RandomPacks(seed: 3).packs)
    var profiles = RandomProfile(rules.catalogue, seed: 3)
    let assessment = try rules.assessment(of: profiles.profile())
    #expect(assessment.robustness == nil)
    #expect(assessment.measuringRobustness(SamplingPlan(draws: 64)).text == assessment.text)
  }
}
