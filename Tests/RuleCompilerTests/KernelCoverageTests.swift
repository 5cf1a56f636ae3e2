import Assessing
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Random packs and worlds reach what they are drawn for; otherwise the laws tested with them would be empty.
@Suite struct KernelCoverageTests {
  @Test func randomWorldsReachEveryStateAndOutcome() throws {
    var seen: [String: Int] = [:]
    func note(_ what: String, _ holds: Bool = true) { seen[what, default: 0] += holds ? 1 : 0 }
    for seed in 0..<40 {
      let rules = try compiled(RandomPacks(seed: UInt64(seed)).packs)
      var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
      note("skipped", !rules.catalogue.skipped.isEmpty)
      note("disabled", !rules.catalogue.disabled.isEmpty)
      note("several packs", rules.catalogue.packs.count > 2)
      note("needed pack is there", rules.catalogue.rules.contains { !$0.rule.header.needs.isEmpty })
      note("decision on a decision", rules.catalogue.decisions.contains { !$0.dependencies.isEmpty })
      note("criterion without weight", rules.catalogue.criteria.contains { $0.weight == 0 })
      for _ in 0..<4 {
        let assessment = try rules.assessment(of: profiles.profile())
        for fact in assessment.facts {
          note("\(fact.origin)")
          note("derived and known", fact.origin == .derived && fact.state != .unknown)
        }
        for truth in assessment.ruleTruths.values { note("rule \(truth)") }
        for decision in assessment.decisions {
          note("applies \(decision.applicable)")
          note("by \(decision.decidedBy)")
          note("\(decision.reason.map { "\($0)" } ?? "an outcome")")
          note("tie", decision.tie)
          note("variant tie", decision.variantTie)
          note("close", decision.close)
          note("conditional", decision.conditional)
          note("another without confirmation", decision.recommendedWithoutConfirmation != nil)
          note("decided and excluded", decision.decidedBy == .profile && decision.chosenLeaf?.isExcluded == true)
        }
      }
    }
    let expected = [
      "skipped", "disabled", "several packs", "needed pack is there", "decision on a decision",
      "criterion without weight", "answered", "assumed", "derived", "derived and known", "unknown", "notApplicable",
      "rule no", "rule unknown", "rule yes", "applies no", "applies unknown", "applies yes", "by score", "by profile",
      "by none", "an outcome", "notEnoughFacts", "noSolution", "tie", "variant tie", "close", "conditional",
      "another without confirmation", "decided and excluded",
    ]
    for what in expected { #expect(seen[what, default: 0] > 2, "\(what): \(seen[what, default: 0])") }
  }
}
