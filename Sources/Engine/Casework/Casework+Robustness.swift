/// How many worlds are drawn around a case, and which.
package struct DrawingPlan: Sendable {
  /// At least 1.
  package var draws: Int
  package var seed: UInt64
  /// A criterion that outweighs another does so in every world, too.
  package var keepsOrder: Bool

  package init(draws: Int, seed: UInt64, keepsOrder: Bool) {
    self.draws = draws
    self.seed = seed
    self.keepsOrder = keepsOrder
  }
}

/// The worlds around one case: what is known stands, what is not known is drawn (method.md, section 7).
///
/// A fact with a default counts as unknown here; an answered range is drawn within.
package final class DrawnWorlds: Sendable {
  package let work: Casework
  package let plan: DrawingPlan
  /// How what is not known is drawn.
  package let table: DrawTable
  /// The answers in every lane, without assumptions.
  package let answered: WorldBlock
  private let weights: WeightDraw

  package init(_ work: Casework, _ plan: DrawingPlan) {
    self.work = work
    self.plan = plan
    table = work.book.drawTable(work.file.answers, today: work.file.circumstances.today)
    answered = work.template(assumesDefaults: false)
    weights = WeightDraw(work.program, work.file.circumstances.weights, keepsOrder: plan.keepsOrder)
  }

  /// Weights and unknown answers drawn.
  package var all: Sampling { sampling(answered, table, weights, draws: plan.draws) }

  /// Weights drawn, the rest as it is assessed: unknown, or assumed where a pack gives a default.
  package var weightsAlone: Sampling {
    let isAnswered = QuickPaths.areIn && !work.assumesSomething
    let base = isAnswered ? answered : work.template(assumesDefaults: true)
    return sampling(base, DrawTable(), weights, draws: plan.draws)
  }

  /// Unknown answers drawn, with the weights in force. Where nothing is unknown one world says all.
  package var answersAlone: Sampling { sampling(answered, table, nil, draws: table.rows.isEmpty ? 1 : plan.draws) }

  /// A meter for all questions over the worlds of `all`.
  package func questionMeter(_ sampling: Sampling) -> QuestionMeter {
    QuestionMeter(work, answered: answered, sampling, table)
  }

  @inline(never)
  private func sampling(_ base: WorldBlock, _ table: DrawTable, _ weights: WeightDraw?, draws: Int) -> Sampling {
    Sampling(
      work.program,
      work.file.circumstances,
      base: base,
      answers: table,
      weights: weights,
      draws: draws,
      seed: plan.seed
    )
  }
}

/// What many worlds say about one alternative: an option without its variants, or a leaf.
package struct AlternativeFirmness: Sendable {
  /// Share of the worlds in which it has rank 1, 2, …
  package let ranks: [Double]
  /// Mean share of each criterion in the worlds it wins, by slot; nil if it wins none.
  package let central: [Double]?
  /// Share of the worlds in which it wins under those; nil if it has none.
  package let factor: Double?
  /// Share of the worlds in which it ranks before each alternative; for itself it means nothing.
  package let wins: [Double]
}

/// How the alternatives of one decision stand over many worlds.
package struct DecisionFirmness: Sendable {
  /// How sure the family is that the scores recommend.
  package struct Confidence: Sendable {
    package let family: Int
    package let share: Double
    package let fromWeights: Double
    package let fromAnswers: Double
  }

  /// How far the weight of one criterion can move; shares are shares of all weight.
  package struct Interval: Sendable {
    /// Place among the slots of the decision.
    package let slot: Int
    package let weight: Double
    /// The weight of all other criteria.
    package let others: Double
    package let option: WeightInterval
    package let leaf: WeightInterval
  }

  package let decision: Int
  package let worlds: Int
  package let decided: Int
  /// By place.
  package let families: [AlternativeFirmness]
  package let leaves: [AlternativeFirmness]
  /// nil and empty where the scores recommend nothing.
  package let confidence: Confidence?
  package let intervals: [Interval]
}

extension DrawnWorlds {
  /// How firm every decision is, and what to ask next. Decisions that apply in no world are left out.
  package func measure() -> (decisions: [DecisionFirmness], questions: [QuestionWorth]) {
    let program = work.program
    let all = all
    var standings = program.decisions.indices.map { Standings(program, decision: $0) }
    var questions = questionMeter(all)
    all.run { kernel, block, word, lanes in
      for index in standings.indices { standings[index].count(kernel, lanes: lanes) }
      questions.add(kernel, block, word: word, lanes: lanes)
    }
    var factors = standings.map { ConfidenceFactors(program, $0) }
    all.run { kernel, _, _, lanes in
      for index in factors.indices { factors[index].count(&kernel, lanes: lanes) }
    }
    let byWeights = table.rows.isEmpty ? standings : counted(weightsAlone)
    let byAnswers = counted(answersAlone)
    var kernel = Kernel(program, work.file.circumstances)
    var block = work.template(assumesDefaults: true)
    kernel.evaluate(&block)
    let decisions = standings.indices.filter { standings[$0].worlds > 0 && kernel.applicable[$0].no & 1 == 0 }.map {
      DecisionFirmness(kernel, standings[$0], factors[$0], byWeights: byWeights[$0], byAnswers: byAnswers[$0])
    }
    return (decisions, questions.values())
  }

  @inline(never)
  private func counted(_ sampling: Sampling) -> [Standings] {
    var standings = work.program.decisions.indices.map { Standings(work.program, decision: $0) }
    sampling.run { kernel, _, _, lanes in
      for index in standings.indices { standings[index].count(kernel, lanes: lanes) }
    }
    return standings
  }
}

extension DecisionFirmness {
  /// - Parameter kernel: the assessed world in lane 0.
  @inline(never)
  init(
    _ kernel: Kernel,
    _ standings: Standings,
    _ factors: ConfidenceFactors,
    byWeights: Standings,
    byAnswers: Standings
  ) {
    decision = standings.decision
    worlds = standings.worlds
    decided = standings.decided
    families = Self.read(standings.families, factors.familyWins, standings.worlds)
    leaves = Self.read(standings.leaves, factors.leafWins, standings.worlds)
    let best = Int(kernel.best[decision * WorldBlock.width])
    var confidence: Confidence?
    if best >= 0 {
      let family = Int(kernel.program.leaves[best].family)
      func first(_ standings: Standings) -> Double {
        standings.worlds > 0 ? Double(standings.families.wins(family)) / Double(standings.worlds) : 0
      }
      confidence = Confidence(
        family: family,
        share: first(standings),
        fromWeights: first(byWeights),
        fromAnswers: first(byAnswers)
      )
    }
    self.confidence = confidence
    intervals = Self.intervals(kernel, standings.decision)
  }

  @inline(never)
  private static func read(_ table: StandingsTable, _ wins: [Int], _ worlds: Int) -> [AlternativeFirmness] {
    func share(_ count: Int) -> Double { Double(count) / Double(worlds) }
    return (0..<table.alternatives).map { place in
      let central = table.centralWeights(place)
      return AlternativeFirmness(
        ranks: (0..<table.alternatives).map { share(table.worlds(place, rank: $0 + 1)) },
        central: central,
        factor: central == nil ? nil : share(wins[place]),
        wins: (0..<table.alternatives).map { share(table.wins(place, over: $0)) }
      )
    }
  }

  @inline(never)
  private static func intervals(_ kernel: Kernel, _ decision: Int) -> [Interval] {
    guard let problem = WeightProblem(kernel, decision: decision, lane: 0) else { return [] }
    let slots = kernel.program.decisions[decision].slots.indices
    return slots.enumerated().compactMap { place, slot in
      let weight = kernel.circumstances.weights[Int(kernel.program.slots[slot].criterion)]
      guard weight > 0 else { return nil }
      return Interval(
        slot: place,
        weight: weight,
        others: problem.otherWeight(place),
        option: problem.familyInterval(place),
        leaf: problem.leafInterval(place)
      )
    }
  }
}
