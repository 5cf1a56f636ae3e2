import Assessing
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What is said of open answers against all completions, evaluated in the plainest way (method.md, section 6).
@Suite struct SettledTests {
  /// 3,000 packs: facts of all kinds, derived facts and relevance, ranges, decisions that hang on one another, variants,
  /// exclusions, clarifications that did not hold, ties, weights of 0, decisions taken already.
  @Test(arguments: 0..<60)
  func noCompletionOfASettledDecisionHasAnotherWinner(seed: Int) throws {
    for number in 0..<50 { try check(UInt64(seed * 50 + number)) }
  }

  private func check(_ seed: UInt64) throws {
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
      for settlement in assessment.settlements(limit: 4096) {
        try compare(settlement, assessment, outcomes, "seed \(seed)")
      }
      return
    }
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
    let where_ = Comment(rawValue: "\(place) \(decision.id) \(settlement)")
    if settlement.settled == true {
      #expect(applying.allSatisfy { $0.outcomeFamily == decision.recommended }, where_)
    }
    if settlement.variantSettled == true {
      #expect(settlement.settled == true, where_)
      #expect(applying.allSatisfy { $0.outcomeLeaf == decision.variant }, where_)
    }
    if settlement.proof == .noSolution {
      #expect(applying.allSatisfy { $0.outcomeLeaf == nil }, where_)
    }
    for leaf in settlement.leaves {
      for outcome in outcomes {
        let score = try #require(outcome.scores[leaf.id])
        #expect(score >= leaf.lower - 1e-9 && score <= leaf.upper + 1e-9, where_)
        let excluding = Set(outcome.excludedBy[leaf.id] ?? [])
        #expect(excluding.isSuperset(of: leaf.certainlyExcludedBy), where_)
        #expect(excluding.isSubset(of: leaf.certainlyExcludedBy + leaf.possiblyExcludedBy), where_)
      }
    }
    for family in settlement.families {
      for outcome in outcomes {
        let leaves = decision.decision.leaves(of: family.id).filter { outcome.excludedBy[$0]?.isEmpty == true }
        #expect(!leaves.isEmpty || family.isPossiblyExcluded, where_)
        guard let best = leaves.compactMap({ outcome.scores[$0] }).max() else { continue }
        let scores = try #require(family.scores, where_)
        #expect(best >= scores.lower - 1e-9 && best <= scores.upper + 1e-9, where_)
      }
    }
    // Where no formula counts, these completions are all there are as far as rules can see.
    guard isExact(assessment) else { return }
    if settlement.settled == false, decision.applicable != .no {
      #expect(!applying.allSatisfy { $0.outcomeFamily == decision.recommended } || decision.variant == nil, where_)
    }
    if settlement.variantSettled == false, decision.variant != nil, decision.applicable != .no {
      #expect(!applying.allSatisfy { $0.outcomeLeaf == decision.variant }, where_)
    }
    #expect(settlement.settled != nil || decision.applicable == .no, where_)
  }

  private func isExact(_ assessment: Assessment) -> Bool {
    assessment.catalogue.facts.allSatisfy { fact in
      if case .expression = fact.derivation { false } else { true }
    }
  }
}
