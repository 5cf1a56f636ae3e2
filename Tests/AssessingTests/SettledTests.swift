import Assessing
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What is said of open answers against all completions, evaluated in the plainest way (method.md, section 6).
@Suite struct SettledTests {
  /// Facts of all kinds, derived facts and relevance, ranges, decisions that hang on one another, variants, exclusions,
  /// clarifications that did not hold, ties, weights of 0, decisions taken already. Of 2,000 packs drawn, 1,887 have few
  /// enough completions to be compared; in 1,527 of these something is open.
  @Test(arguments: 0..<40)
  func noCompletionOfASettledDecisionHasAnotherWinner(seed: Int) throws {
    var withSomethingOpen = 0
    for number in 0..<50 where try check(UInt64(seed * 50 + number)) > 1 { withSomethingOpen += 1 }
    // A pack that is passed over shows nothing: most must not be.
    #expect(withSomethingOpen >= 25)
  }

  /// - Returns: how many completions were compared; 0 if there were too many.
  private func check(_ seed: UInt64) throws -> Int {
    var shape = RandomPackShape()
    shape.facts = 3...7
    shape.decisions = 1...3
    shape.rulesPerDecision = 2...7
    shape.addons = 0...0
    let rules = try compiled(RandomPacks(seed: seed, shape).packs)
    var profiles = RandomProfile(rules.catalogue, seed: seed)
    profiles.answered = [0.3, 0.5, 0.7, 0.9][Int(seed % 4)]
    for _ in 0..<4 {
      let profile = try rules.profile(profiles.profile()).profile
      guard let completions = EveryCompletion(profile.answers, rules, limit: 160) else { continue }
      let outcomes = outcomes(of: profile, completions, rules)
      let assessment = assess(profile, rules)
      for settlement in assessment.settle(limit: 4096) {
        try compare(settlement, assessment, outcomes, "seed \(seed)")
      }
      return completions.count
    }
    return 0
  }

  /// What the obvious evaluator says of every completion.
  private func outcomes(
    of profile: LinkedProfile,
    _ completions: EveryCompletion,
    _ rules: CompiledRules
  ) -> [ObviousEvaluator] {
    completions.map { world in
      var evaluator = ObviousEvaluator(catalogue: rules.catalogue, answers: world, today: profile.profile.date)
      evaluator.weights = profile.weights
      evaluator.decided = profile.decided.mapValues(\.option.id)
      evaluator.refuted = rules.refutations(profile.clarified)
      evaluator.evaluate()
      return evaluator
    }
  }

  private func compare(
    _ settlement: Settlement,
    _ assessment: Assessment,
    _ worlds: [ObviousEvaluator],
    _ place: String
  ) throws {
    let decision = try #require(assessment.decision(settlement.decision))
    let outcomes = worlds.compactMap { $0.decisionOutcomes[decision.id] }
    let applying = outcomes.filter { $0.applicable != .no }
    let remark = Comment(rawValue: "\(place) \(decision.id) \(settlement)")
    if settlement.settled == true {
      #expect(applying.allSatisfy { $0.outcomeFamily == decision.recommended }, remark)
    }
    if settlement.variantSettled == true {
      #expect(settlement.settled == true, remark)
      #expect(applying.allSatisfy { $0.outcomeLeaf == decision.variant }, remark)
    }
    if settlement.proof == .noSolution {
      #expect(applying.allSatisfy { $0.outcomeLeaf == nil }, remark)
    }
    for leaf in settlement.leaves {
      for outcome in outcomes {
        let score = try #require(outcome.scores[leaf.id])
        #expect(score >= leaf.lower - 1e-9 && score <= leaf.upper + 1e-9, remark)
        let excluding = Set(outcome.excludedBy[leaf.id] ?? [])
        #expect(excluding.isSuperset(of: leaf.certainlyExcludedBy), remark)
        #expect(excluding.isSubset(of: leaf.certainlyExcludedBy + leaf.possiblyExcludedBy), remark)
      }
    }
    for family in settlement.families {
      for outcome in outcomes {
        let leaves = decision.decision.leaves(of: family.id).filter { outcome.excludedBy[$0]?.isEmpty == true }
        #expect(!leaves.isEmpty || family.isPossiblyExcluded, remark)
        guard let best = leaves.compactMap({ outcome.scores[$0] }).max() else { continue }
        let scores = try #require(family.scores, remark)
        #expect(best >= scores.lower - 1e-9 && best <= scores.upper + 1e-9, remark)
      }
    }
    // Where no formula counts, these completions are all there are as far as rules can see.
    guard isExact(assessment) else { return }
    if settlement.settled == false, decision.applicable != .no {
      #expect(!applying.allSatisfy { $0.outcomeFamily == decision.recommended } || decision.variant == nil, remark)
    }
    if settlement.variantSettled == false, decision.variant != nil, decision.applicable != .no {
      #expect(!applying.allSatisfy { $0.outcomeLeaf == decision.variant }, remark)
    }
    #expect(settlement.settled != nil || decision.applicable == .no, remark)
  }

  private func isExact(_ assessment: Assessment) -> Bool {
    assessment.catalogue.facts.allSatisfy { fact in
      if case .expression = fact.derivation { false } else { true }
    }
  }
}
