/// How the alternatives of one decision stood over many worlds (SMAA-2: Lahdelma and Salminen, "SMAA-2: Stochastic
/// Multicriteria Acceptability Analysis for Group Decision Making", Operations Research 49(3), 2001; method.md, section 7).
///
/// Worlds in which the decision does not apply are left out. A world without a winner gives no rank, and an excluded
/// alternative has none. An option stands where its best admissible leaf stands.
package struct Standings: Sendable {
  package let decision: Int
  /// Worlds in which the decision applies, or in which that is unknown.
  package private(set) var worlds = 0
  /// Worlds with a winner.
  package private(set) var decided = 0
  package private(set) var leaves: StandingsTable
  /// By options without their variants.
  package var families: StandingsTable { isPlain ? leaves : options }

  private var options: StandingsTable
  private let row: DecisionRow
  private let leafFamilies: [Int]
  /// Every leaf is an option of its own, in the same order.
  private let isPlain: Bool
  /// Leaves by place, in the order that breaks ties.
  private let order: [Int]
  // Working space: per leaf or family of the decision, and per pair of them.
  private var admissible: [UInt64]
  private var ahead: [UInt64]
  private var admissibleFamilies: [UInt64]
  private var aheadFamilies: [UInt64]

  package init(_ program: Program, decision: Int) {
    self.decision = decision
    let row = program.decisions[decision]
    self.row = row
    leafFamilies = row.leaves.indices.map { Int(program.leaves[$0].family) }
    isPlain = leafFamilies == Array(leafFamilies.indices)
    let first = row.leaves.indices.lowerBound
    order = leafFamilies.indices.sorted { program.leaves[first + $0].tieOrder < program.leaves[first + $1].tieOrder }
    let (leafCount, familyCount) = (leafFamilies.count, (leafFamilies.max() ?? -1) + 1)
    leaves = StandingsTable(alternatives: leafCount, criteria: row.slots.indices.count)
    options = StandingsTable(alternatives: familyCount, criteria: row.slots.indices.count)
    admissible = Array(repeating: 0, count: leafCount)
    ahead = Array(repeating: 0, count: leafCount * leafCount)
    admissibleFamilies = Array(repeating: 0, count: familyCount)
    aheadFamilies = Array(repeating: 0, count: familyCount * familyCount)
  }

  /// Adds the worlds of an evaluated block.
  ///
  /// - Parameter lanes: the lanes that count.
  package mutating func count(_ kernel: Kernel, lanes: UInt64) {
    let open = lanes & ~kernel.applicable[decision].no
    worlds += open.nonzeroBitCount
    var some: UInt64 = 0
    for leaf in admissible.indices {
      admissible[leaf] = ~kernel.excluded[row.leaves.indices.lowerBound + leaf]
      some |= admissible[leaf]
    }
    let counted = open & some & kernel.enough[decision]
    if counted == 0 { return }
    decided += counted.nonzeroBitCount
    for leaf in admissible.indices { admissible[leaf] &= counted }
    compareLeaves(kernel)
    leaves.count(admissible, ahead, kernel.allShares, row.slots)
    if isPlain { return }
    compareFamilies()
    options.count(admissibleFamilies, aheadFamilies, kernel.allShares, row.slots)
  }

  /// Where each leaf ranks before each other one: by score, then in the order that breaks ties; before those that are
  /// excluded in any case.
  private mutating func compareLeaves(_ kernel: Kernel) {
    let first = row.leaves.indices.lowerBound
    let count = admissible.count
    for (place, a) in order.enumerated() {
      for b in order[(place + 1)...] {
        let both = admissible[a] & admissible[b]
        let isFirst = both == 0 ? 0 : kernel.ranks(first + a, atLeastLike: first + b)
        ahead[a * count + b] = admissible[a] & ~(both & ~isFirst)
        ahead[b * count + a] = admissible[b] & ~(both & isFirst)
      }
    }
  }

  /// An option is ahead of another one where one of its leaves is ahead of all of the other's.
  private mutating func compareFamilies() {
    let (count, leafCount) = (admissibleFamilies.count, admissible.count)
    for family in 0..<count { admissibleFamilies[family] = 0 }
    for place in aheadFamilies.indices { aheadFamilies[place] = 0 }
    for (leaf, family) in leafFamilies.enumerated() {
      admissibleFamilies[family] |= admissible[leaf]
      for rival in 0..<count where rival != family {
        var isAhead = admissible[leaf]
        for (other, owner) in leafFamilies.enumerated() where owner == rival {
          isAhead &= ahead[leaf * leafCount + other]
        }
        aheadFamilies[family * count + rival] |= isAhead
      }
    }
  }
}
