extension Kernel {
  /// Net points and exclusions of all leaves of a decision.
  mutating func addUp(_ index: Int, _ decision: DecisionRow) {
    var lanes: UInt64 = 0
    for leaf in decision.leaves.indices {
      excluded[leaf] = tallies.excluded(leaf, truths.span)
      lanes |= excluded[leaf]
    }
    exclusive[index] = lanes
    for slot in decision.slots.indices { spoken[slot] = tallies.spoken(slot, truths.span) }
    for leaf in decision.leaves.indices { addUp(leaf, decision.slots.indices) }
  }

  /// Scores of all leaves of a decision from their net points and the weights in force, slot by slot in the order of ids.
  mutating func score(_ decision: DecisionRow) {
    for leaf in decision.leaves.indices { score(leaf, decision) }
  }

  /// Whether ranks are made without scores where that goes. They are the same either way; for browsers the code is to be
  /// short rather than quick.
  #if arch(wasm32)
    static let ranksQuickly = false
  #else
    static let ranksQuickly = true
  #endif

  /// Makes ready the ranks of all leaves that have the same net points in all lanes.
  mutating func prepareRanks(_ decision: DecisionRow) {
    for leaf in decision.leaves.indices {
      let first = Int(program.leaves[leaf].firstCell)
      if isEven[first..<first + decision.slots.indices.count].contains(false) {
        quickRanks.forget(leaf)
        continue
      }
      forgetScore(leaf)
      quickRanks.prepare(leaf, program, decision.slots.indices) { net[$0 * WorldBlock.width] }
    }
  }

  /// Ranks of all leaves of a decision, with scores made only where they are needed for it; none are left.
  mutating func rank(_ decision: DecisionRow, by quickRanks: QuickRanks) {
    for leaf in decision.leaves.indices {
      let cell = Int(program.leaves[leaf].firstCell)
      if quickRanks.rank(leaf, firstCell: cell, decision.slots.indices, weighing.shares, into: &rankScores) { continue }
      score(leaf, decision)
      forgetScore(leaf)
    }
  }

  /// A score that nobody has made is no number.
  mutating func forgetScore(_ leaf: Int) {
    for lane in 0..<WorldBlock.width { scores[leaf * WorldBlock.width + lane] = .nan }
  }

  private mutating func score(_ leaf: Int, _ decision: DecisionRow) {
    let width = WorldBlock.width
    let first = Int(program.leaves[leaf].firstCell)
    clearScore(leaf)
    // Where nobody has spoken, nothing is added.
    for (place, slot) in decision.slots.indices.enumerated() where spoken[slot] != 0 {
      if spoken[slot] & (spoken[slot] &- 1) == 0 {
        // In all other worlds it would add 0.
        let lane = spoken[slot].trailingZeroBitCount
        let points = Double(net[(first + place) * width + lane])
        scores[leaf * width + lane] +=
          100 * weighing.shares[slot * width + lane] * points / Double(program.slots[slot].scale)
        continue
      }
      if isEven[first + place] {
        let points = Double(net[(first + place) * width])
        if points != 0 {
          Self.add(
            points,
            weighing.shares,
            slot: slot,
            scale: Double(program.slots[slot].scale),
            to: &scores,
            from: leaf * width
          )
        }
        continue
      }
      Self.add(
        net,
        cell: first + place,
        weighing.shares,
        slot: slot,
        scale: Double(program.slots[slot].scale),
        to: &scores,
        from: leaf * width
      )
    }
    rank(leaf)
  }

  /// Scores the leaves of a decision anew under other shares of the criteria, one for each slot and the same in all
  /// lanes, and finds the best ones. The outcomes of the block stay as they are, and so do the weights in force.
  package mutating func rescore(_ decision: Int, shares: [Double]) {
    let width = WorldBlock.width
    let row = program.decisions[decision]
    for leaf in row.leaves.indices {
      let first = Int(program.leaves[leaf].firstCell)
      clearScore(leaf)
      for (place, slot) in row.slots.indices.enumerated() where spoken[slot] != 0 {
        Self.add(
          net,
          cell: first + place,
          percent: 100 * shares[place],
          scale: Double(program.slots[slot].scale),
          to: &scores,
          from: leaf * width
        )
      }
      rank(leaf)
    }
    findBest(decision, row)
  }

  private mutating func clearScore(_ leaf: Int) {
    let first = leaf * WorldBlock.width
    var scores = scores.mutableSpan
    for lane in 0..<WorldBlock.width { scores[first &+ lane] = 0 }
  }

  private static func add(
    _ net: [Int32],
    cell: Int,
    _ shares: [Double],
    slot: Int,
    scale: Double,
    to scores: inout [Double],
    from first: Int
  ) {
    let points = net.span.extracting(cell * WorldBlock.width..<(cell + 1) * WorldBlock.width)
    let shares = shares.span.extracting(slot * WorldBlock.width..<(slot + 1) * WorldBlock.width)
    var sums = scores.mutableSpan
    for lane in 0..<WorldBlock.width { sums[first &+ lane] += 100 * shares[lane] * Double(points[lane]) / scale }
  }

  /// The same points in all lanes.
  private static func add(
    _ points: Double,
    _ shares: [Double],
    slot: Int,
    scale: Double,
    to scores: inout [Double],
    from first: Int
  ) {
    let shares = shares.span.extracting(slot * WorldBlock.width..<(slot + 1) * WorldBlock.width)
    var sums = scores.mutableSpan
    for lane in 0..<WorldBlock.width { sums[first &+ lane] += 100 * shares[lane] * points / scale }
  }

  private static func add(
    _ net: [Int32],
    cell: Int,
    percent: Double,
    scale: Double,
    to scores: inout [Double],
    from first: Int
  ) {
    let points = net.span.extracting(cell * WorldBlock.width..<(cell + 1) * WorldBlock.width)
    var sums = scores.mutableSpan
    for lane in 0..<WorldBlock.width { sums[first &+ lane] += percent * Double(points[lane]) / scale }
  }

  /// Makes of the scores of a leaf what ranks are made of: billionths of a point, rounded to whole numbers, to even where two
  /// are equally near.
  private mutating func rank(_ leaf: Int) {
    Self.round(scores, into: &rankScores, from: leaf * WorldBlock.width)
  }

  private static func round(_ scores: [Double], into rankScores: inout [Double], from first: Int) {
    let sums = scores.span.extracting(first..<first + WorldBlock.width)
    var largest = 0.0
    for lane in 0..<WorldBlock.width {
      let magnitude = (sums[lane] * 1e9).magnitude
      largest = magnitude > largest ? magnitude : largest
    }
    var ranks = rankScores.mutableSpan
    if largest < 0x1p51 {
      // Adding 1.5 · 2⁵² leaves no room for a fraction: the processor rounds as it adds, and to even.
      for lane in 0..<WorldBlock.width { ranks[first &+ lane] = sums[lane] * 1e9 + 0x1.8p52 - 0x1.8p52 }
    } else {
      // Adding 0 makes 0 of −0, which others compare by its sign.
      for lane in 0..<WorldBlock.width { ranks[first &+ lane] = (sums[lane] * 1e9).rounded(.toNearestOrEven) + 0 }
    }
  }
}
