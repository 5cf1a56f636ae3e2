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
  // Working space.
  private var ranked: [Int] = []
  private var rankedFamilies: [Int] = []
  private var shares: [Double]

  package init(_ program: Program, decision: Int) {
    self.decision = decision
    row = program.decisions[decision]
    var count = 0
    for leaf in row.leaves.indices { count = max(count, Int(program.leaves[leaf].family) + 1) }
    leaves = StandingsTable(alternatives: row.leaves.indices.count, criteria: row.slots.indices.count)
    families = StandingsTable(alternatives: count, criteria: row.slots.indices.count)
    shares = Array(repeating: 0, count: row.slots.indices.count)
  }

  /// Adds the worlds of an evaluated block.
  ///
  /// - Parameter lanes: the lanes that count.
  package mutating func count(_ kernel: Kernel, lanes: UInt64) {
    var open = lanes & ~kernel.applicable[decision].no
    worlds += open.nonzeroBitCount
    while open != 0 {
      let lane = open.trailingZeroBitCount
      open &= open - 1
      guard kernel.best[decision * WorldBlock.width + lane] >= 0 else { continue }
      decided += 1
      rank(kernel, lane)
      for (place, slot) in row.slots.indices.enumerated() {
        shares[place] = kernel.share(ofSlot: slot, in: decision, lane: lane)
      }
      leaves.count(ranked, shares)
      families.count(rankedFamilies, shares)
    }
  }

  /// Puts the admissible leaves in rank order, and their options by their best leaf.
  private mutating func rank(_ kernel: Kernel, _ lane: Int) {
    let first = row.leaves.indices.lowerBound
    ranked.removeAll(keepingCapacity: true)
    rankedFamilies.removeAll(keepingCapacity: true)
    for leaf in row.leaves.indices where !kernel.isExcluded(leaf, lane: lane) {
      var place = ranked.count
      while place > 0 && kernel.precedes(leaf, first + ranked[place - 1], lane: lane) { place -= 1 }
      ranked.insert(leaf - first, at: place)
    }
    for leaf in ranked {
      let family = Int(kernel.program.leaves[first + leaf].family)
      if !rankedFamilies.contains(family) { rankedFamilies.append(family) }
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

  fileprivate mutating func count(_ ranked: [Int], _ weights: [Double]) {
    for (place, alternative) in ranked.enumerated() {
      ranks[alternative * alternatives + place] += 1
      for other in 0..<alternatives { pairs[alternative * alternatives + other] += 1 }
      // Those before it, and itself, it does not beat.
      for before in ranked[...place] { pairs[alternative * alternatives + before] -= 1 }
    }
    guard let winner = ranked.first else { return }
    for place in 0..<criteria { shares[winner * criteria + place] += weights[place] }
  }
}
