import Engine
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// The flat program of the engine against the plainest reading of the method, `ObviousEvaluator`.
///
/// Both do the same divisions and sums in the same order, so scores are compared bit for bit.
@Suite struct KernelAgreementTests {
  @Test(arguments: 0..<60)
  func kernelSaysWhatTheMethodSays(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    for number in 0..<8 {
      profiles.answered = [0, 0.3, 0.7, 1][number % 4]
      try expectAgreement(of: rules.profile(profiles.profile()).profile, rules)
    }
  }

  @Test func kernelSaysWhatTheMethodSaysOnTheRepository() throws {
    let rules = try Repository.packs().compiled()
    for (_, members) in try Repository.profiles() {
      try expectAgreement(of: rules.profile(members).profile, rules)
    }
    var profiles = RandomProfile(rules.catalogue, seed: 1)
    for _ in 0..<4 { try expectAgreement(of: rules.profile(profiles.profile()).profile, rules) }
  }

  private func expectAgreement(of profile: LinkedProfile, _ rules: CompiledRules) throws {
    var block = WorldBlock(columnCount: rules.program.columnCount)
    rules.fill(&block, lane: 0, with: profile.answers)
    var kernel = Kernel(rules.program, rules.circumstances(of: profile))
    kernel.evaluate(&block)
    let obvious = obviousEvaluation(of: profile, rules)

    for fact in rules.catalogue.facts {
      #expect(rules.state(ofFact: fact, in: block, lane: 0) == obvious.state(ofFact: fact.id), "\(fact.id)")
    }
    func truth(_ register: Int) -> Bool? { kernel.truths[register].value(in: 0) }
    for rule in rules.catalogue.rules {
      let register = try #require(rules.ruleRegisters[rule.id])
      #expect(truth(register) == obvious.ruleTruths[rule.id]?.known, "\(rule.id)")
    }
    let conditions =
      rules.catalogue.steps.map { (rules.stepRegisters[$0.item.id], $0.condition) }
      + rules.catalogue.components.map { (rules.componentRegisters[$0.item.id], $0.condition) }
      + rules.catalogue.prices.map { (rules.priceRegisters[$0.item.id], $0.condition) }
      + rules.catalogue.contradictions.map { (rules.contradictionRegisters[$0.item.id], $0.condition) }
    for (register, condition) in conditions {
      #expect(register.map(truth) == condition.map { obvious.truth(of: $0).known })
    }
    for (index, decision) in rules.catalogue.decisions.enumerated() {
      try expectAgreement(about: decision, index, kernel, obvious, rules)
    }
  }

  private func expectAgreement(
    about decision: LinkedDecision,
    _ index: Int,
    _ kernel: Kernel,
    _ obvious: ObviousEvaluator,
    _ rules: CompiledRules
  ) throws {
    let expected = try #require(obvious.decisionOutcomes[decision.id])
    let row = rules.program.decisions[index]
    let first = row.leaves.indices.lowerBound
    func id(_ leaf: Int32) -> String? { leaf < 0 ? nil : decision.leaves[Int(leaf) - first].id }
    #expect(kernel.applicable[index].value(in: 0) == expected.applicable.known)
    #expect((kernel.enough[index] & 1 == 1) == expected.hasEnoughFacts)
    #expect(kernel.evidence(of: index, lane: 0) == expected.evidence)
    #expect(id(kernel.best[index * WorldBlock.width]) == expected.recommendedLeaf)
    #expect(id(kernel.outcome[index * WorldBlock.width]) == expected.outcomeLeaf)
    for (place, leaf) in decision.leaves.enumerated() {
      let score = kernel.scores[(first + place) * WorldBlock.width]
      #expect(score.bitPattern == expected.scores[leaf.id]?.bitPattern, "\(leaf.id)")
      #expect(kernel.isExcluded(first + place, lane: 0) == (expected.excludedBy[leaf.id]?.isEmpty == false))
      for (slot, criterion) in decision.criteria.enumerated() {
        guard let net = expected.net[leaf.id]?[criterion] else { continue }
        let cell = Int(rules.program.leaves[first + place].firstCell) + slot
        #expect(Int(kernel.net[cell * WorldBlock.width]) == net)
      }
    }
    let ranking = row.leaves.indices.sorted { a, b in
      let (x, y) = (kernel.isExcluded(a, lane: 0), kernel.isExcluded(b, lane: 0))
      return x == y ? kernel.precedes(a, b, lane: 0) : y
    }
    #expect(ranking.map { decision.leaves[$0 - first].id } == expected.ranking)
  }
}

/// The specification's view of a profile.
func obviousEvaluation(of profile: LinkedProfile, _ rules: CompiledRules) -> ObviousEvaluator {
  var evaluator = ObviousEvaluator(
    catalogue: rules.catalogue,
    answers: profile.answers,
    today: profile.profile.date
  )
  evaluator.weights = profile.weights
  evaluator.decided = profile.decided.mapValues(\.option.id)
  evaluator.refuted = rules.refutations(profile.clarified)
  evaluator.evaluate()
  return evaluator
}
