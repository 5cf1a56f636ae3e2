extension SettledSearch {
  /// Looks for a completion that ends otherwise, before anything is proved: most decisions that are open are so visibly.
  ///
  /// For every rival in turn, one completion is led towards it, fact by fact: of 64 values of a fact the one is kept that
  /// leaves the wanted leaves the least ahead of the rival. What is found is a completion; if nothing is, nothing is said.
  mutating func findsCounterexample() -> Bool {
    var choices: [[Extent]] = []
    for fact in worlds.facts { choices.append(values(of: fact)) }
    var random = SplitMix64(seed: 1)
    for rival in 0..<contest.leafCount where wanted >> UInt64(rival) & 1 == 0 {
      var world = choices.map { values in values[Int(random.next() % UInt64(values.count))] }
      for _ in 0..<2 {
        for fact in worlds.facts.indices {
          worlds.reset(&plainBlock)
          let tried = Array(choices[fact].prefix(WorldBlock.width))
          for lane in tried.indices {
            for place in worlds.facts.indices {
              worlds.facts[place].fill(&plainBlock, lane: lane, with: place == fact ? tried[lane] : world[place])
            }
          }
          plain.evaluate(cautious.course, on: &plainBlock)
          var least = Double.infinity
          for lane in tried.indices {
            if isCounterexample(lane) { return true }
            let lead = lead(over: rival, lane)
            if lead < least {
              least = lead
              world[fact] = tried[lane]
            }
          }
        }
      }
    }
    return false
  }

  /// Single values of a fact, one for every cell, in an order that leaves some of each kind where there are many.
  private func values(of fact: OpenFact) -> [Extent] {
    var values: [Extent] = []
    for cell in worlds.cells(of: fact) ?? [fact.extent] {
      values.append(fact.sample(cell))
      guard cell.lower < cell.upper else { continue }
      values.append(.numbers(from: cell.lower, to: cell.lower))
      values.append(.numbers(from: cell.upper, to: cell.upper))
    }
    var random = SplitMix64(seed: 2)
    for place in values.indices.dropFirst().reversed() {
      values.swapAt(place, Int(random.next() % UInt64(place + 1)))
    }
    return values
  }

  /// How far the best wanted leaf is ahead of a rival in a lane; exclusions weigh more than points.
  private func lead(over rival: Int, _ lane: Int) -> Double {
    let first = Int(contest.row.leaves.first)
    func standing(_ leaf: Int) -> Double {
      plain.scores[(first + leaf) * WorldBlock.width + lane] - (plain.isExcluded(first + leaf, lane: lane) ? 1e6 : 0)
    }
    var best = -Double.infinity
    for leaf in 0..<contest.leafCount where wanted >> UInt64(leaf) & 1 == 1 { best = max(best, standing(leaf)) }
    let isOff = plain.applicable[worlds.decision].no >> UInt64(lane) & 1 == 1
    return best - standing(rival) + (isOff ? 1e7 : 0)
  }

  private func isCounterexample(_ lane: Int) -> Bool {
    if plain.applicable[worlds.decision].no >> UInt64(lane) & 1 == 1 { return false }
    return !isWantedOutcome(lane)
  }

  /// Whether a wanted leaf stands in a lane of the plain kernel.
  func isWantedOutcome(_ lane: Int) -> Bool {
    let leaf = plain.outcome[worlds.decision * WorldBlock.width + lane]
    return leaf >= 0 && wanted >> UInt64(leaf - contest.row.leaves.first) & 1 == 1
  }
}
