import Engine
import RuleCompiler
import RuleModel

extension Assessment {
  /// Draws worlds around the case and counts: the same assessment with `robustness`.
  package func measuringRobustness(_ plan: SamplingPlan = SamplingPlan()) -> Assessment {
    var copy = self
    copy.robustness = RobustnessMeter(SampledCase(profile, rules, plan), profile).measure()
    return copy
  }
}

/// The work of `measuringRobustness`.
private struct RobustnessMeter {
  let sampled: SampledCase
  let profile: LinkedProfile

  private var rules: CompiledRules { sampled.rules }
  private var program: Program { rules.program }

  init(_ sampled: SampledCase, _ profile: LinkedProfile) {
    self.sampled = sampled
    self.profile = profile
  }

  func measure() -> Robustness {
    let all = sampled.all
    var standings = freshStandings()
    var questions = QuestionMeter(sampled, all)
    all.run { kernel, block, word, lanes in
      for index in standings.indices { standings[index].count(kernel, lanes: lanes) }
      questions.add(kernel, block, word: word, lanes: lanes)
    }
    var factors = standings.map { ConfidenceFactors(program, $0) }
    all.run { kernel, _, _, lanes in
      for index in factors.indices { factors[index].count(&kernel, lanes: lanes) }
    }
    let byWeights = sampled.table.rows.isEmpty ? standings : counted(sampled.weightsAlone(profile))
    let byAnswers = counted(sampled.answersAlone)
    var kernel = Kernel(program, sampled.circumstances)
    var block = SampledCase.assessed(profile, rules)
    kernel.evaluate(&block)
    return Robustness(
      plan: sampled.plan,
      decisions: standings.indices.filter { standings[$0].worlds > 0 && kernel.applicable[$0].no & 1 == 0 }.map {
        DecisionReader(rules: rules, index: $0, standings: standings[$0], factors: factors[$0])
          .read(kernel, byWeights: byWeights[$0], byAnswers: byAnswers[$0])
      },
      questions: questions.values(profile)
    )
  }

  private func freshStandings() -> [Standings] { program.decisions.indices.map { Standings(program, decision: $0) } }

  private func counted(_ sampling: Sampling) -> [Standings] {
    var standings = freshStandings()
    sampling.run { kernel, _, _, lanes in
      for index in standings.indices { standings[index].count(kernel, lanes: lanes) }
    }
    return standings
  }
}

/// Names what was counted about one decision.
private struct DecisionReader {
  let rules: CompiledRules
  let index: Int
  let standings: Standings
  let factors: ConfidenceFactors

  private var decision: LinkedDecision { rules.catalogue.decisions[index] }

  /// - Parameter kernel: the assessed world in lane 0.
  func read(_ kernel: Kernel, byWeights: Standings, byAnswers: Standings) -> DecisionRobustness {
    DecisionRobustness(
      id: decision.id,
      worlds: standings.worlds,
      decided: standings.decided,
      families: acceptabilities(standings.families, decision.families, factors.familyWins),
      leaves: acceptabilities(standings.leaves, decision.leaves.map(\.id), factors.leafWins),
      confidence: confidence(kernel, byWeights, byAnswers),
      weightIntervals: weightIntervals(kernel)
    )
  }

  private func share(_ count: Int) -> Double { Double(count) / Double(standings.worlds) }

  private func acceptabilities(_ table: StandingsTable, _ ids: [String], _ factors: [Int]) -> [Acceptability] {
    ids.enumerated().map { place, id in
      let central = table.centralWeights(place)
      return Acceptability(
        id: id,
        ranks: ids.indices.map { share(table.worlds(place, rank: $0 + 1)) },
        centralWeights: central.map { weights in
          zip(decision.criteria, weights).filter { $0.1 > 0 }.map { (criterion: $0.0, share: $0.1) }
        },
        confidenceFactor: central == nil ? nil : share(factors[place]),
        wins: ids.indices.filter { $0 != place }.map { (over: ids[$0], share: share(table.wins(place, over: $0))) }
      )
    }
  }

  private func confidence(_ kernel: Kernel, _ byWeights: Standings, _ byAnswers: Standings) -> Confidence? {
    let best = Int(kernel.best[index * WorldBlock.width])
    guard best >= 0 else { return nil }
    let family = Int(rules.program.leaves[best].family)
    func first(_ standings: Standings) -> Double {
      standings.worlds > 0 ? Double(standings.families.wins(family)) / Double(standings.worlds) : 0
    }
    return Confidence(
      family: decision.families[family],
      share: first(standings),
      worlds: standings.worlds,
      fromWeights: first(byWeights),
      fromAnswers: first(byAnswers)
    )
  }

  private func weightIntervals(_ kernel: Kernel) -> [CriterionInterval] {
    guard let problem = WeightProblem(kernel, decision: index, lane: 0) else { return [] }
    return rules.program.decisions[index].slots.indices.enumerated().compactMap { place, slot in
      let criterion = Int(rules.program.slots[slot].criterion)
      let weight = kernel.circumstances.weights[criterion]
      guard weight > 0 else { return nil }
      let others = problem.otherWeight(place)
      return CriterionInterval(
        criterion: rules.catalogue.criteria[criterion].id,
        weight: weight,
        option: WeightRange(problem.familyInterval(place), others: others),
        leaf: WeightRange(problem.leafInterval(place), others: others)
      )
    }
  }
}
