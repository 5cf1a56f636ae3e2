/// What the rules of one decision can do for and against its leaves.
package final class Contest: Sendable {
  struct Entry: Sendable {
    let register: Int
    /// Slot of its criterion within the decision; −1 if it does not rate.
    let slot: Int
    /// Whether it is enough for a recommendation: it rates under a criterion with weight, or excludes.
    let speaks: Bool
    /// Leaves that it excludes, a clarification that did not hold among its reasons; by place.
    let excludes: UInt64
    /// Whether its truth can make a difference at all.
    let matters: Bool
  }

  let decision: Int
  let row: DecisionRow
  package let leafCount: Int
  let entries: [Entry]
  /// Per entry and leaf: what it gives, in points of the score and as net points.
  let worth: [Double]
  let net: [Int32]
  /// Per leaf.
  let tieOrders: [Int32]
  let families: [Int32]

  init(_ kernel: Kernel, decision: Int) {
    let program = kernel.program
    let row = program.decisions[decision]
    self.decision = decision
    self.row = row
    leafCount = Int(row.leaves.count)
    var entries: [Entry] = []
    var worth: [Double] = []
    var net: [Int32] = []
    for index in row.rules.indices {
      let rule = program.rules[index]
      var excludes: UInt64 = 0
      for place in rule.exclusions.indices {
        excludes |= 1 << UInt64(program.exclusions[place] - row.leaves.first)
      }
      for refutation in kernel.circumstances.refuted where Int(refutation.rule) == index {
        excludes |= 1 << UInt64(refutation.leaf - row.leaves.first)
      }
      let first = net.count
      for _ in 0..<leafCount {
        net.append(0)
        worth.append(0)
      }
      var rates = false
      if rule.slot >= 0 {
        let slot = Int(row.slots.first + rule.slot)
        rates = kernel.circumstances.weights[Int(program.slots[slot].criterion)] > 0
        for place in rule.ratings.indices {
          let rating = program.ratings[place]
          net[first + Int(rating.leaf - row.leaves.first)] += rating.points
        }
        for leaf in 0..<leafCount { worth[first + leaf] = kernel.points(net[first + leaf], slot: slot, in: decision) }
      }
      let speaks = rates || rule.exclusions.count > 0 || excludes != 0
      let rated = worth[first...].contains { $0 != 0 }
      entries.append(
        Entry(
          register: Int(rule.register),
          slot: Int(rule.slot),
          speaks: speaks,
          excludes: excludes,
          matters: speaks || rated
        )
      )
    }
    self.entries = entries
    self.worth = worth
    self.net = net
    tieOrders = row.leaves.indices.map { program.leaves[$0].tieOrder }
    families = row.leaves.indices.map { program.leaves[$0].family }
  }

  /// All leaves, by place.
  var everyLeaf: UInt64 { leafCount >= 64 ? ~0 : (1 << UInt64(leafCount)) - 1 }

  /// The leaves of a family, by place.
  package func leaves(ofFamily family: Int32) -> UInt64 {
    var mask: UInt64 = 0
    for leaf in 0..<leafCount where families[leaf] == family { mask |= 1 << UInt64(leaf) }
    return mask
  }

  /// The families of leaves, as bits by place of the family.
  func families(of leaves: UInt64) -> UInt64 {
    var mask: UInt64 = 0
    for leaf in 0..<leafCount where leaves >> UInt64(leaf) & 1 == 1 { mask |= 1 << UInt64(families[leaf]) }
    return mask
  }
}
