extension Kernel {
  /// Net points, exclusions and scores of all leaves of a decision.
  mutating func addUp(_ index: Int, _ decision: DecisionRow) {
    for leaf in decision.leaves.indices {
      excluded[leaf] = 0
      let first = Int(program.leaves[leaf].firstCell)
      let cells = first * WorldBlock.width..<(first + Int(decision.slots.count)) * WorldBlock.width
      for cell in cells { net[cell] = 0 }
    }
    for slot in decision.slots.indices { spoken[slot] = 0 }
    var enoughLanes: UInt64 = 0
    for row in decision.rules.indices {
      let rule = program.rules[row]
      let yes = truths[Int(rule.register)].yes
      if yes == 0 { continue }
      for exclusion in rule.exclusions.indices { excluded[Int(program.exclusions[exclusion])] |= yes }
      if rule.exclusions.count > 0 { enoughLanes |= yes }
      for refutation in circumstances.refuted where Int(refutation.rule) == row {
        excluded[Int(refutation.leaf)] |= yes
        enoughLanes |= yes
      }
      guard rule.slot >= 0 else { continue }
      spoken[Int(decision.slots.first + rule.slot)] |= yes
      if yes.nonzeroBitCount < Self.fewLanes { addOneByOne(rule, yes) } else { addToAll(rule, yes) }
    }
    enough[index] = enoughLanes
    score(decision)
  }

  /// In fewer lanes than this, points are added lane by lane.
  private static var fewLanes: Int { 8 }

  private mutating func addOneByOne(_ rule: RuleRow, _ yes: UInt64) {
    for rating in rule.ratings.indices {
      let row = program.ratings[rating]
      let cell = (Int(program.leaves[Int(row.leaf)].firstCell) + Int(rule.slot)) * WorldBlock.width
      var lanes = yes
      while lanes != 0 {
        net[cell + lanes.trailingZeroBitCount] += row.points
        lanes &= lanes - 1
      }
    }
  }

  /// Adds the points in all lanes at once: those of lanes in which the rule is not true are masked to nothing.
  ///
  /// Packs keep weights times ratings far from what overflows 32 bits, over all rules together.
  private mutating func addToAll(_ rule: RuleRow, _ yes: UInt64) {
    var mask = InlineArray<64, Int32>(repeating: 0)
    for byte in 0..<8 {
      let bits = Int32(truncatingIfNeeded: (yes >> UInt64(8 * byte)) & 0xFF)
      for place in 0..<8 { mask[8 * byte + place] = bits & (1 << Int32(place)) == 0 ? 0 : -1 }
    }
    for rating in rule.ratings.indices {
      let row = program.ratings[rating]
      let cell = (Int(program.leaves[Int(row.leaf)].firstCell) + Int(rule.slot)) * WorldBlock.width
      let points = row.points
      var sums = net.mutableSpan
      for lane in 0..<WorldBlock.width { sums[cell &+ lane] &+= points & mask[lane] }
    }
  }

  /// Scores of all leaves of a decision from their net points and the weights in force, slot by slot in the order of ids.
  private mutating func score(_ decision: DecisionRow) {
    let width = WorldBlock.width
    for leaf in decision.leaves.indices {
      let first = Int(program.leaves[leaf].firstCell)
      var sums = InlineArray<64, Double>(repeating: 0)
      // Where nobody has spoken, nothing is added.
      for (place, slot) in decision.slots.indices.enumerated() where spoken[slot] != 0 {
        let scale = Double(program.slots[slot].scale)
        let shares = weighing.shares.span.extracting(slot * width..<(slot + 1) * width)
        let points = net.span.extracting((first + place) * width..<(first + place + 1) * width)
        for lane in 0..<width { sums[lane] += 100 * shares[lane] * Double(points[lane]) / scale }
      }
      keep(sums, leaf)
    }
  }

  /// Scores the leaves of a decision anew under other shares of the criteria, one for each slot and the same in all
  /// lanes, and finds the best ones. The outcomes of the block stay as they are, and so do the weights in force.
  package mutating func rescore(_ decision: Int, shares: [Double]) {
    let width = WorldBlock.width
    let row = program.decisions[decision]
    for leaf in row.leaves.indices {
      let first = Int(program.leaves[leaf].firstCell)
      var sums = InlineArray<64, Double>(repeating: 0)
      for (place, slot) in row.slots.indices.enumerated() where spoken[slot] != 0 {
        let scale = Double(program.slots[slot].scale)
        let share = 100 * shares[place]
        let points = net.span.extracting((first + place) * width..<(first + place + 1) * width)
        for lane in 0..<width { sums[lane] += share * Double(points[lane]) / scale }
      }
      keep(sums, leaf)
    }
    findBest(decision, row)
  }

  /// Keeps the scores of a leaf, and what ranks are made of: billionths of a point, rounded to whole numbers, to even where
  /// two are equally near.
  private mutating func keep(_ sums: borrowing InlineArray<64, Double>, _ leaf: Int) {
    let first = leaf * WorldBlock.width
    var largest = 0.0
    for lane in 0..<WorldBlock.width {
      scores[first + lane] = sums[lane]
      let magnitude = (sums[lane] * 1e9).magnitude
      largest = magnitude > largest ? magnitude : largest
    }
    var ranks = rankScores.mutableSpan
    if largest < 0x1p51 {
      // Adding 1.5 · 2⁵² leaves no room for a fraction: the processor rounds as it adds, and to even.
      for lane in 0..<WorldBlock.width { ranks[first &+ lane] = sums[lane] * 1e9 + 0x1.8p52 - 0x1.8p52 }
    } else {
      for lane in 0..<WorldBlock.width { ranks[first &+ lane] = (sums[lane] * 1e9).rounded(.toNearestOrEven) }
    }
  }
}
