import Engine
package import RuleCompiler
package import RuleModel

extension CompiledRules {
  /// Draws complete worlds from the priors (method.md, section 7) with the weights of the packs, and counts.
  ///
  /// - Parameters:
  ///   - worlds: at least 1; world n of a seed is the same in every run, whatever their number.
  ///   - today: the day from which dates are drawn; without one they stay unknown.
  package func balance(
    worlds: Int = Balance.defaultWorlds,
    seed: UInt64 = Balance.defaultSeed,
    today: CalendarDate? = nil
  ) -> Balance {
    let table = drawTable(today: today)
    let circumstances = Circumstances(
      weights: weights([:]),
      decided: catalogue.decisions.map { _ in .open },
      today: today.map { Double($0.days) }
    )
    var kernel = Kernel(program, circumstances)
    var counters = catalogue.decisions.indices.map { BalanceCounter(self, decision: $0) }
    var contradictory = 0
    let contradictions = contradictionRegisters.values.sorted()
    for start in stride(from: 0, to: worlds, by: WorldBlock.width) {
      let lanes = min(WorldBlock.width, worlds - start)
      // A column that a world leaves alone must not keep what an earlier block computed there.
      var block = WorldBlock(columnCount: program.columnCount)
      for lane in 0..<lanes {
        var random = SplitMix64(seed: seed, world: start + lane)
        table.draw(into: &block, lane: lane, using: &random)
      }
      kernel.evaluate(&block)
      for index in counters.indices { counters[index].count(kernel, lanes: lanes) }
      let holding = contradictions.reduce(UInt64(0)) { $0 | kernel.truths[$1].yes }
      contradictory += (holding & (lanes == 64 ? ~0 : (1 << UInt64(lanes)) - 1)).nonzeroBitCount
    }
    return Balance(
      worlds: worlds,
      seed: seed,
      undrawn: today == nil ? catalogue.facts.filter { $0.derivation == nil && $0.fact.kind == .date }.map(\.id) : [],
      contradictory: contradictory,
      decisions: counters.map(\.result)
    )
  }
}

/// Adds up what becomes of one decision.
private struct BalanceCounter {
  let program: Program
  let index: Int
  let row: DecisionRow
  let decision: LinkedDecision
  /// Family of every leaf, as a place in `decision.families`.
  let families: [Int]
  var counted: DecisionBalance
  var evidence = 0.0
  var scores: [Double]
  var wins: [Int]
  var excluded: [Int]
  var familyExcluded: [Int]
  var margins: [[Double]]

  init(_ rules: CompiledRules, decision index: Int) {
    program = rules.program
    self.index = index
    row = program.decisions[index]
    decision = rules.catalogue.decisions[index]
    families = row.leaves.indices.map { [program] in Int(program.leaves[$0].family) }
    counted = DecisionBalance(decision: decision)
    scores = Array(repeating: 0, count: decision.leaves.count)
    wins = Array(repeating: 0, count: decision.leaves.count)
    excluded = wins
    familyExcluded = Array(repeating: 0, count: decision.families.count)
    margins = Array(repeating: [], count: decision.families.count)
  }

  mutating func count(_ kernel: Kernel, lanes: Int) {
    let width = WorldBlock.width
    for lane in 0..<lanes where kernel.applicable[index].no >> UInt64(lane) & 1 == 0 {
      counted.applicable += 1
      var admissible: UInt64 = 0
      for (place, leaf) in row.leaves.indices.enumerated() {
        scores[place] += kernel.scores[leaf * width + lane]
        if kernel.isExcluded(leaf, lane: lane) {
          excluded[place] += 1
        } else {
          admissible |= 1 << UInt64(families[place])
        }
      }
      for family in familyExcluded.indices where admissible >> UInt64(family) & 1 == 0 { familyExcluded[family] += 1 }
      let share = kernel.evidence(of: index, lane: lane)
      evidence += share
      let best = Int(kernel.best[index * width + lane])
      guard best >= 0 else {
        if kernel.enough[index] >> UInt64(lane) & 1 == 1 {
          counted.noSolution += 1
        } else {
          counted.notEnoughFacts += 1
        }
        continue
      }
      counted.decided += 1
      if share < 0.25 { counted.thin += 1 }
      let winner = best - row.leaves.indices.lowerBound
      wins[winner] += 1
      guard let rival = bestRival(of: winner, kernel, lane) else { continue }
      if kernel.roundedScore(best, lane: lane) == kernel.roundedScore(rival, lane: lane) { counted.ties += 1 }
      let margin = kernel.scores[best * width + lane] - kernel.scores[rival * width + lane]
      if margin < 1 { counted.close += 1 }
      margins[families[winner]].append(margin)
    }
  }

  /// The best admissible leaf of another family.
  private func bestRival(of winner: Int, _ kernel: Kernel, _ lane: Int) -> Int? {
    var best: Int?
    for (place, leaf) in row.leaves.indices.enumerated() where families[place] != families[winner] {
      if kernel.isExcluded(leaf, lane: lane) { continue }
      if let known = best, !kernel.precedes(leaf, known, lane: lane) { continue }
      best = leaf
    }
    return best
  }

  var result: DecisionBalance {
    var result = counted
    let worlds = Double(max(1, counted.applicable))
    result.meanEvidence = evidence / worlds
    result.margins = Spread(margins.flatMap { $0 })
    result.families = decision.families.enumerated().map { family, id in
      let own = families.indices.filter { families[$0] == family }
      let leaves = own.map { place in
        LeafBalance(
          id: decision.leaves[place].id,
          wins: wins[place],
          excluded: excluded[place],
          meanScore: scores[place] / worlds
        )
      }
      return FamilyBalance(
        id: id,
        wins: leaves.reduce(0) { $0 + $1.wins },
        excluded: familyExcluded[family],
        margins: Spread(margins[family]),
        leaves: leaves.sorted { $0.wins == $1.wins ? idPrecedes($0.id, $1.id) : $0.wins > $1.wins }
      )
    }.sorted { $0.wins == $1.wins ? idPrecedes($0.id, $1.id) : $0.wins > $1.wins }
    return result
  }
}
