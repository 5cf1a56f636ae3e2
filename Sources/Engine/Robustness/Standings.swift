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
  package private(set) var families: StandingsTable

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
    families = StandingsTable(alternatives: familyCount, criteria: row.slots.indices.count)
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
    compareFamilies()
    leaves.count(admissible, ahead)
    families.count(admissibleFamilies, aheadFamilies)
    addShares(kernel, counted)
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

  /// World by world, so that the bits of the sums are the same however the worlds are counted.
  private mutating func addShares(_ kernel: Kernel, _ counted: UInt64) {
    let first = row.leaves.indices.lowerBound
    let (all, best) = (kernel.allShares, kernel.best)
    leaves.addShares(all, row.slots, counted) { Int(best[decision * WorldBlock.width + $0]) - first }
    if isPlain {
      families.takeShares(of: leaves)
    } else {
      families.addShares(all, row.slots, counted) { leafFamilies[Int(best[decision * WorldBlock.width + $0]) - first] }
    }
  }
}

/// Counts of ranks, of wins in pairs, and of the weights under which each alternative wins.
package struct StandingsTable: Sendable {
  package let alternatives: Int
  package let criteria: Int
  /// Per alternative and rank (`alternative * alternatives + rank − 1`): worlds.
  private var ranks: [Int]
  /// Per pair (`a * alternatives + b`): worlds in which a ranks before b.
  private var pairs: [Int]
  /// Per alternative and criterion: the sum of the criterion's shares over the worlds that the alternative wins.
  private var shares: [Double]

  init(alternatives: Int, criteria: Int) {
    self.alternatives = alternatives
    self.criteria = criteria
    ranks = Array(repeating: 0, count: alternatives * alternatives)
    pairs = ranks
    shares = Array(repeating: 0, count: alternatives * criteria)
  }

  /// Worlds in which an alternative has a rank, counted from 1.
  package func worlds(_ alternative: Int, rank: Int) -> Int { ranks[alternative * alternatives + rank - 1] }

  /// Worlds that an alternative wins.
  package func wins(_ alternative: Int) -> Int { worlds(alternative, rank: 1) }

  /// Worlds in which one alternative ranks before another; one without a rank comes after all that have one.
  package func wins(_ a: Int, over b: Int) -> Int { pairs[a * alternatives + b] }

  /// The central weights: the mean share of every criterion over the worlds that the alternative wins; nil if it wins
  /// none.
  package func centralWeights(_ alternative: Int) -> [Double]? {
    let wins = wins(alternative)
    guard wins > 0 else { return nil }
    return (0..<criteria).map { shares[alternative * criteria + $0] / Double(wins) }
  }

  /// Counts 64 worlds.
  ///
  /// - Parameters:
  ///   - admissible: per alternative: worlds in which it has a rank.
  ///   - ahead: per pair: worlds in which the first has a rank, and one before that of the second, if that has any.
  fileprivate mutating func count(_ admissible: [UInt64], _ ahead: [UInt64]) {
    for alternative in 0..<alternatives {
      let own = admissible[alternative]
      if own == 0 { continue }
      // How many are before it, in binary digits.
      var digits = InlineArray<6, UInt64>(repeating: 0)
      for other in 0..<alternatives where other != alternative {
        pairs[alternative * alternatives + other] += ahead[alternative * alternatives + other].nonzeroBitCount
        var carried = own & ahead[other * alternatives + alternative]
        for digit in 0..<6 {
          if carried == 0 { break }
          let sum = digits[digit]
          digits[digit] = sum ^ carried
          carried &= sum
        }
      }
      var left = own
      for rank in 0..<alternatives {
        if left == 0 { break }
        var worlds = left
        for digit in 0..<6 { worlds &= rank >> digit & 1 == 1 ? digits[digit] : ~digits[digit] }
        ranks[alternative * alternatives + rank] += worlds.nonzeroBitCount
        left &= ~worlds
      }
    }
  }

  /// Adds the shares of the criteria in worlds, one after the other, to their winners.
  ///
  /// - Parameter all: per slot and lane (`slot * 64 + lane`).
  fileprivate mutating func addShares(_ all: [Double], _ slots: Run, _ worlds: UInt64, winner: (_ lane: Int) -> Int) {
    let (all, criteria) = (all.span, criteria)
    var sums = shares.mutableSpan
    var open = worlds
    while open != 0 {
      let lane = open.trailingZeroBitCount
      open &= open - 1
      var cell = winner(lane) * criteria
      var share = Int(slots.first) * WorldBlock.width + lane
      for _ in 0..<criteria {
        sums[cell] += all[share]
        cell &+= 1
        share &+= WorldBlock.width
      }
    }
  }

  /// For the same alternatives counted in another table.
  fileprivate mutating func takeShares(of other: StandingsTable) {
    for place in shares.indices { shares[place] = other.shares[place] }
  }
}
