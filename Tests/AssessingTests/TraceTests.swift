import Assessing
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What an explanation sees is what the method says: an assessment hands on how decisions came out instead of having them
/// decided anew.
@Suite struct TraceTests {
  @Test func seeWhatTheMethodSaysOnTheRepository() throws {
    let rules = try Repository.packs().compiled()
    for (name, members) in try Repository.profiles() { try expectAgreement(rules.assessment(of: members), name) }
  }

  @Test(arguments: 0..<25)
  func seeWhatTheMethodSaysOnRandomPacks(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(500 + seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    for number in 0..<8 {
      profiles.answered = [0, 0.3, 0.7, 1][number % 4]
      try expectAgreement(rules.assessment(of: profiles.profile()), "world \(number)")
    }
  }

  private func expectAgreement(_ assessment: Assessment, _ name: String) throws {
    let seen = assessment.evaluator
    let obvious = assessment.specification
    for fact in assessment.catalogue.facts {
      #expect(seen.state(ofFact: fact.id) == obvious.state(ofFact: fact.id), "\(name) \(fact.id)")
    }
    for decision in assessment.catalogue.decisions {
      for subject in [Subject.decision(decision.id), .decisionVariant(decision.id)] {
        #expect(seen.state(of: subject) == obvious.state(of: subject), "\(name) \(subject)")
      }
    }
    for rule in assessment.catalogue.rules {
      #expect(seen.trace(rule.condition).truth == obvious.ruleTruths[rule.id], "\(name) \(rule.id)")
    }
  }
}
