extension Kernel {
  /// Net points and exclusions of all leaves of a decision.
  mutating func addUp(_ index: Int, _ decision: DecisionRow) {
    var lanes: UInt64 = 0
    for leaf in decision.leaves.indices {
      excluded[leaf] = tallies.excluded(leaf, truths.span)
      lanes |= excluded[leaf]
    }
    exclusive[index] = lanes
    for slot in decision.slots.indices {
      spoken[slot] = tallies.spoken(slot, truths.span)
      lanes |= spoken[slot]
    }
    let lane = Self.onlyLane(speaking[index] | lanes)
    for leaf in decision.leaves.indices { addUp(leaf, slots: Int(decision.slots.count), lane: lane) }
    speaking[index] = lanes
    alone[index] = lane
  }

  /// The only lane among some; −1 if there are more. If there is none, any lane will do.
  private static func onlyLane(_ lanes: UInt64) -> Int {
    lanes & (lanes &- 1) == 0 ? lanes.trailingZeroBitCount % WorldBlock.width : -1
  }

  /// Scores of all leaves of a decision from their net points and the weights in force, slot by slot in the order of ids.
  mutating func score(_ decision: DecisionRow) {
    for leaf in decision.leaves.indices { score(leaf, decision) }
  }

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

  /// The same in one lane; what stands in the others stays.
  mutating func score(_ decision: DecisionRow, lane: Int) {
    let width = WorldBlock.width
    for leaf in decision.leaves.indices {
      var cell = Int(program.leaves[leaf].firstCell) * width + lane
      var score = 0.0
      for slot in decision.slots.indices {
        if spoken[slot] != 0 {
          score += 100 * weighing.shares[slot * width + lane] * Double(net[cell]) / Double(program.slots[slot].scale)
        }
        cell += width
      }
      scores[leaf * width + lane] = score
      let billionths = score * 1e9
      rankScores[leaf * width + lane] =
        billionths.magnitude < Self.fractionless
        ? billionths + Self.roundingTerm - Self.roundingTerm : billionths.rounded(.toNearestOrEven) + 0
    }
  }

  /// Ranks of all leaves of a decision, with scores made only where they are needed for it; none are left.
  mutating func rank(_ decision: DecisionRow, by quickRanks: QuickRanks) {
    var open = quickRanks.rank(decision, program.leaves, weighing.shares, into: &rankScores)
    while open != 0 {
      let leaf = decision.leaves.indices.lowerBound + open.trailingZeroBitCount
      open &= open - 1
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
    findBest(decision, row, 0..<WorldBlock.width)
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

  /// Adding it leaves no room for a fraction: the processor rounds as it adds, and to even.
  private static let roundingTerm = 0x1.8p52
  /// What is smaller in magnitude can be rounded like that.
  private static let fractionless = 0x1p51

  private static func round(_ scores: [Double], into rankScores: inout [Double], from first: Int) {
    let sums = scores.span.extracting(first..<first + WorldBlock.width)
    var largest = 0.0
    for lane in 0..<WorldBlock.width {
      let magnitude = (sums[lane] * 1e9).magnitude
      largest = magnitude > largest ? magnitude : largest
    }
    var ranks = rankScores.mutableSpan
    if largest < fractionless {
      for lane in 0..<WorldBlock.width { ranks[first &+ lane] = sums[lane] * 1e9 + roundingTerm - roundingTerm }
    } else {
      // Adding 0 makes 0 of −0, which others compare by its sign.
      for lane in 0..<WorldBlock.width { ranks[first &+ lane] = (sums[lane] * 1e9).rounded(.toNearestOrEven) + 0 }
    }
  }
}
