/// The weight of every criterion in 64 worlds side by side; finite and ≥ 0.
package struct LaneWeights: Sendable {
  /// Per criterion and lane (`criterion * 64 + lane`).
  package private(set) var values: [Double]

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
  /// The same, in hundredths.
  private(set) var percents: [Double]
  /// Per slot: lanes in which its criterion has weight.
  private(set) var counted: [UInt64]

  init(_ program: Program, _ weights: LaneWeights) {
    self.weights = weights
    sums = Array(repeating: 0, count: program.decisions.count * WorldBlock.width)
    shares = Array(repeating: 0, count: program.slots.count * WorldBlock.width)
    percents = shares
    counted = Array(repeating: 0, count: program.slots.count)
    update(program, weights)
  }

  mutating func update(_ program: Program, _ weights: LaneWeights) {
    self.weights = weights
    for index in program.decisions.indices { update(program, decision: index) }
  }

  /// Sums and shares in the order of the slots, so that the bits are the same for the same weights.
  private mutating func update(_ program: Program, decision index: Int) {
    let width = WorldBlock.width
    let slots = program.decisions[index].slots.indices
    for lane in 0..<width {
      var sum = 0.0
      for slot in slots { sum += weights[Int(program.slots[slot].criterion), lane] }
      sums[index * width + lane] = sum
    }
    for slot in slots {
      let criterion = Int(program.slots[slot].criterion)
      var lanes: UInt64 = 0
      for lane in 0..<width {
        let weight = weights[criterion, lane]
        let sum = sums[index * width + lane]
        let share = sum > 0 ? weight / sum : 0
        shares[slot * width + lane] = share
        percents[slot * width + lane] = 100 * share
        if weight > 0 { lanes |= 1 << UInt64(lane) }
      }
      counted[slot] = lanes
    }
  }
}
