import Assessing
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Contributions (method.md, section 5) always add up to what is shown.
@Suite struct ContributionTests {
  @Test func addUpToTheScoreOnEveryProfileOfTheRepository() throws {
    let rules = try Repository.packs().compiled()
    let profiles = try Repository.profiles()
    #expect(!profiles.isEmpty)
    for (name, members) in profiles { expectSums(try rules.assessment(of: members), name) }
  }

  @Test(arguments: 0..<25)
  func addUpToTheScoreOnRandomPacks(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(200 + seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    for number in 0..<6 { expectSums(try rules.assessment(of: profiles.profile()), "world \(number)") }
  }

  private func expectSums(_ assessment: Assessment, _ name: String) {
    for decision in assessment.decisions {
      for leaf in decision.leaves {
        let byRule = leaf.contributions.reduce(0) { $0 + $1.points }
        let byCriterion = leaf.criteria.reduce(0) { $0 + $1.points }
        #expect((byRule - leaf.score).magnitude < 1e-9, "\(name) \(leaf.id)")
        #expect(byCriterion == leaf.score, "\(name) \(leaf.id)")
        for criterion in leaf.criteria {
          let net = leaf.contributions.filter { $0.criterion == criterion.id }.reduce(0) { $0 + $1.netPoints }
          #expect(net == criterion.net, "\(name) \(leaf.id) \(criterion.id)")
        }
        for contribution in leaf.contributions {
          #expect(assessment.truth(ofRule: contribution.rule) == .yes)
        }
      }
      let shares = decision.criteria.reduce(0) { $0 + $1.share }
      #expect(decision.criteria.isEmpty || (shares - 1).magnitude < 1e-12)
      expectLeads(decision, name)
    }
  }

  /// lead(a, b) = Σ (contribution(r, a) − contribution(r, b)).
  private func expectLeads(_ decision: AssessedDecision, _ name: String) {
    for a in decision.leaves {
      for b in decision.leaves {
        var difference = 0.0
        for rule in Set((a.contributions + b.contributions).map(\.rule)) {
          func points(_ leaf: AssessedLeaf) -> Double { leaf.contributions.first { $0.rule == rule }?.points ?? 0 }
          difference += points(a) - points(b)
        }
        #expect((difference - (a.score - b.score)).magnitude < 1e-9, "\(name) \(a.id) \(b.id)")
      }
    }
  }
}
