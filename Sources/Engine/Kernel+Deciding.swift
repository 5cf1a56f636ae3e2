extension Kernel {
  /// Decides in all lanes, and fills the columns of the outcome.
  mutating func decide(_ index: Int, _ block: inout WorldBlock) {
    addUp(index, program.decisions[index])
    decideAgain(index, &block)
  }

  /// The same once more where the points have not changed.
  ///
  /// - Parameter onlyRanks: nobody needs the scores.
  mutating func decideAgain(_ index: Int, _ block: inout WorldBlock, onlyRanks: Bool = false) {
    let decision = program.decisions[index]
    applicable[index] = decision.when < 0 ? TruthPlanes(yes: ~0, no: 0) : truths[Int(decision.when)]
    enough[index] = exclusive[index]
    for slot in decision.slots.indices { enough[index] |= spoken[slot] & weighing.counted[slot] }
    let lane = alone[index]
    if lane >= 0 {
      score(decision, lane: lane)
    } else if onlyRanks && QuickPaths.areIn {
      rank(decision, by: quickRanks)
    } else {
      score(decision)
    }
    var lanes = lane >= 0 ? lane..<lane + 1 : 0..<WorldBlock.width
    findBest(index, decision, lanes)
    // In all other lanes nothing is recommended; what has been decided stands in all.
    if case .open = circumstances.decided[index] {} else { lanes = 0..<WorldBlock.width }
    findOutcomes(index, decision, lanes)
    publish(index, decision, lanes, &block)
  }

  /// Finds the leaf that the scores recommend in some lanes, or −1.
  mutating func findBest(_ index: Int, _ decision: DecisionRow, _ lanes: Range<Int>) {
    let first = index * WorldBlock.width
    if QuickPaths.areIn && lanes.count == WorldBlock.width
      && QuickBest.find(leafOrder, decision.leaves.indices, rankScores, without: excluded, ~enough[index], &best, first)
    {
      return
    }
    var leading = InlineArray<64, Double>(repeating: -.infinity)
    var found = InlineArray<64, Int64>(repeating: -1)
    // In the order that breaks ties: who comes later must have more.
    for leaf in leafOrder[decision.leaves.indices] {
      let out = excluded[leaf] | ~enough[index]
      if out == ~0 { continue }
      let scores = rankScores.span.extracting(leaf * WorldBlock.width..<(leaf + 1) * WorldBlock.width)
      if out == 0 && lanes.count == WorldBlock.width {
        for lane in 0..<WorldBlock.width {
          // All bits where the leaf has more, none where it has not: chosen without a branch.
          let more = Int64(bitPattern: (leading[lane] - scores[lane]).bitPattern) >> 63
          let (new, old) = (Int64(bitPattern: scores[lane].bitPattern), Int64(bitPattern: leading[lane].bitPattern))
          leading[lane] = Double(bitPattern: UInt64(bitPattern: new & more | old & ~more))
          found[lane] = Int64(leaf) & more | found[lane] & ~more
        }
      } else {
        for lane in lanes where out >> UInt64(lane) & 1 == 0 && scores[lane] > leading[lane] {
          leading[lane] = scores[lane]
          found[lane] = Int64(leaf)
        }
      }
    }
    var best = best.mutableSpan
    for lane in lanes { best[first + lane] = Int32(truncatingIfNeeded: found[lane]) }
  }

  /// What stands in some lanes: what a profile has decided, else what the scores recommend.
  private mutating func findOutcomes(_ index: Int, _ decision: DecisionRow, _ lanes: Range<Int>) {
    let first = index * WorldBlock.width
    let cells = first + lanes.lowerBound..<first + lanes.upperBound
    switch circumstances.decided[index] {
    case .open: for cell in cells { outcome[cell] = best[cell] }
    case .leaf(let place): for cell in cells { outcome[cell] = decision.leaves.first + place }
    case .family(let family):
      for lane in lanes {
        let admissible = bestLeaf(of: family, decision, lane: lane, evenExcluded: false)
        outcome[first + lane] =
          admissible >= 0 ? admissible : bestLeaf(of: family, decision, lane: lane, evenExcluded: true)
      }
    }
  }

  /// The best leaf of an option in a lane, or −1.
  @inline(never)
  private func bestLeaf(of family: Int32, _ decision: DecisionRow, lane: Int, evenExcluded: Bool) -> Int32 {
    var best: Int32 = -1
    for leaf in decision.leaves.indices where program.leaves[leaf].family == family {
      if !evenExcluded && isExcluded(leaf, lane: lane) { continue }
      if best < 0 || precedes(leaf, Int(best), lane: lane) { best = Int32(leaf) }
    }
    return best
  }

  /// Fills the columns of the outcome: unknown without enough facts, not applicable without a solution.
  ///
  /// - Parameter lanes: in all others there is no outcome.
  private func publish(_ index: Int, _ decision: DecisionRow, _ lanes: Range<Int>, _ block: inout WorldBlock) {
    let width = WorldBlock.width
    let (leafCells, familyCells) = (Int(decision.leafColumn) * width, Int(decision.familyColumn) * width)
    let within = (~UInt64(0) &>> UInt64(width - lanes.count)) &<< UInt64(lanes.lowerBound)
    var without = ~within
    let outcomes = outcome.span.extracting(index * width..<(index + 1) * width)
    let leaves = program.leaves.span
    var bits = block.bits.mutableSpan
    precondition(min(leafCells, familyCells) >= 0 && max(leafCells, familyCells) <= bits.count - width)
    precondition(lanes.lowerBound >= 0 && lanes.upperBound <= width)
    for lane in lanes {
      let leaf = outcomes[unchecked: lane]
      if leaf < 0 {
        without |= 1 &<< UInt64(lane)
        continue
      }
      bits[unchecked: leafCells &+ lane] = 1 &<< UInt64(truncatingIfNeeded: leaf &- decision.leaves.first)
      bits[unchecked: familyCells &+ lane] = 1 &<< UInt64(truncatingIfNeeded: leaves[Int(leaf)].family)
    }
    let absent = applicable[index].no
    for column in [Int(decision.familyColumn), Int(decision.leafColumn)] {
      block.known[column] = ~without & ~absent
      block.notApplicable[column] = absent | (without & enough[index])
    }
  }

  /// Whether a leaf ranks before another in a lane, exclusions aside: by score rounded to 9 decimals, then by preference
  /// and id.
  package func precedes(_ a: Int, _ b: Int, lane: Int) -> Bool {
    let first = roundedScore(a, lane: lane)
    let second = roundedScore(b, lane: lane)
    if first != second { return first > second }
    return program.leaves[a].tieOrder < program.leaves[b].tieOrder
  }

  /// The lanes in which the score of a leaf, rounded to 9 decimals, is not less than that of another one.
  func ranks(_ a: Int, atLeastLike b: Int) -> UInt64 {
    let width = WorldBlock.width
    let (own, other) = (
      rankScores.span.extracting(a * width..<(a + 1) * width), rankScores.span.extracting(b * width..<(b + 1) * width)
    )
    return BitSlices.plane(own, isAtLeast: other)
  }

  /// The score in billionths of a point, as a whole number: what ranks are made of.
  package func roundedScore(_ leaf: Int, lane: Int) -> Double { rankScores[leaf * WorldBlock.width + lane] }

  /// Whether a leaf is excluded in a lane.
  package func isExcluded(_ leaf: Int, lane: Int) -> Bool { excluded[leaf] >> UInt64(lane) & 1 == 1 }
}
