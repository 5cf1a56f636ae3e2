/// The weight of every criterion in 64 worlds side by side; finite and ≥ 0.
package struct LaneWeights: Sendable {
  /// Per criterion and lane (`criterion * 64 + lane`).
  package var values: [Double]

  /// The same weights in all lanes.
  package init(_ weights: [Double]) {
    values = []
    values.reserveCapacity(weights.count * WorldBlock.width)
    for weight in weights {
      for _ in 0..<WorldBlock.width { values.append(weight) }
    }
  }

  package subscript(criterion: Int, lane: Int) -> Double {
    get { values[criterion * WorldBlock.width + lane] }
    set { values[criterion * WorldBlock.width + lane] = newValue }
  }
}

/// What the weights make of net points, lane by lane: W_c/ΣW of method.md, section 4.
struct Weighing: Sendable {
  private(set) var weights: LaneWeights
  /// Per decision and lane: the sum of the weights that count.
  private(set) var sums: [Double]
  /// Per slot and lane: share of the criterion in all weight of its decision; 0 if nothing has weight.
  private(set) var shares: [Double]
  /// Per slot: lanes in which its criterion has weight.
  private(set) var counted: [UInt64]

  init(_ program: Program, _ weights: LaneWeights) {
    self.weights = weights
    sums = Array(repeating: 0, count: program.decisions.count * WorldBlock.width)
    shares = Array(repeating: 0, count: program.slots.count * WorldBlock.width)
    counted = Array(repeating: 0, count: program.slots.count)
    update(program, weights)
  }

  mutating func update(_ program: Program, _ weights: LaneWeights) { update(program) { $0 = weights } }

  mutating func update(_ program: Program, _ change: (inout LaneWeights) -> Void) {
    change(&weights)
    for index in program.decisions.indices {
      let slots = program.decisions[index].slots.indices
      if QuickPaths.areIn
        && Self.areShares(program, slots, weights.values, &sums, from: index * WorldBlock.width, &shares)
      {
        for slot in slots { counted[slot] = ~0 }
        continue
      }
      Self.add(program, slots, weights.values, to: &sums, from: index * WorldBlock.width)
      for slot in slots {
        let criterion = Int(program.slots[slot].criterion)
        counted[slot] = Self.share(criterion, weights.values, index, sums, slot, &shares)
      }
    }
  }

  /// Takes weights for shares, which they are where they add up to 1. Those that are drawn for all criteria of a decision do
  /// to the last bit: they are multiples of 2⁻⁵³ (or 2⁻⁵⁴ in place of 0), and the sum is tested.
  ///
  /// - Returns: whether they do in all lanes, and all are more than 0. If not, sums and shares must be made anew.
  private static func areShares(
    _ program: Program,
    _ slots: Range<Int>,
    _ weights: [Double],
    _ sums: inout [Double],
    from first: Int,
    _ shares: inout [Double]
  ) -> Bool {
    let (rows, weights) = (program.slots.span.extracting(slots), weights.span)
    var sums = sums.mutableSpan
    var shares = shares.mutableSpan
    precondition(first >= 0 && first <= sums.count - WorldBlock.width)
    precondition(slots.lowerBound >= 0 && slots.upperBound <= shares.count / WorldBlock.width)
    var least = SIMD8(repeating: 1.0)
    var error = SIMD8(repeating: 0.0)
    for lane in stride(from: 0, to: WorldBlock.width, by: 8) {
      var sum = SIMD8(repeating: 0.0)
      var place = slots.lowerBound &* WorldBlock.width &+ lane
      for slot in rows.indices {
        let cell = Int(rows[unchecked: slot].criterion) &* WorldBlock.width &+ lane
        precondition(cell >= 0 && cell <= weights.count &- 8)
        let own = BitSlices.eight(unchecked: weights, cell)
        shares.put(own, unchecked: place)
        sum += own
        least.lower(to: own)
        place &+= WorldBlock.width
      }
      sums.put(sum, unchecked: first &+ lane)
      error += (sum - 1) * (sum - 1)
    }
    return error.areAll { $0 == 0 } && least.areAll { $0 > 0 }
  }

  /// Sums in the order of the slots, so that the bits are the same for the same weights.
  private static func add(
    _ program: Program,
    _ slots: Range<Int>,
    _ weights: [Double],
    to sums: inout [Double],
    from first: Int
  ) {
    var sums = sums.mutableSpan
    precondition(first >= 0 && first <= sums.count - WorldBlock.width)
    for lane in 0..<WorldBlock.width { sums[unchecked: first &+ lane] = 0 }
    for slot in slots {
      let cells = Int(program.slots[slot].criterion) * WorldBlock.width
      let own = weights.span.extracting(cells..<cells + WorldBlock.width)
      for lane in 0..<WorldBlock.width { sums[unchecked: first &+ lane] += own[unchecked: lane] }
    }
  }

  private static func share(
    _ criterion: Int,
    _ weights: [Double],
    _ decision: Int,
    _ sums: [Double],
    _ slot: Int,
    _ shares: inout [Double]
  ) -> UInt64 {
    let (cells, first) = (criterion * WorldBlock.width, slot * WorldBlock.width)
    let own = weights.span.extracting(cells..<cells + WorldBlock.width)
    let all = sums.span.extracting(decision * WorldBlock.width..<(decision + 1) * WorldBlock.width)
    var shares = shares.mutableSpan
    precondition(first >= 0 && first <= shares.count - WorldBlock.width)
    for lane in 0..<WorldBlock.width {
      let share = own[unchecked: lane] / all[unchecked: lane]
      // Nothing has weight: 0/0 is no number.
      shares[unchecked: first &+ lane] = all[unchecked: lane] > 0 ? share : 0
    }
    return BitSlices.plane(own, exceeds: 0)
  }
}
