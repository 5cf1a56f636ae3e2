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
  ///   - ahead: per pair: worlds in which the first has a rank, and one before that of the second, if that has any;
  ///     none for an alternative and itself.
  ///   - weights: the shares of the criteria, per slot of the program and lane (`slot * 64 + lane`).
  ///   - slots: one for each criterion.
  mutating func count(_ admissible: [UInt64], _ ahead: [UInt64], _ weights: [Double], _ slots: Run) {
    for alternative in 0..<alternatives where admissible[alternative] != 0 {
      countPairs(alternative, ahead)
      let wins =
        QuickPaths.areIn && alternatives <= 8
        ? countRanks(alternative, admissible[alternative], ahead, InlineArray<3, UInt64>(repeating: 0))
        : countRanks(alternative, admissible[alternative], ahead, InlineArray<6, UInt64>(repeating: 0))
      if wins != 0 { addShares(alternative, wins, weights, slots) }
    }
  }

  private mutating func countPairs(_ alternative: Int, _ ahead: [UInt64]) {
    let row = alternative * alternatives..<(alternative + 1) * alternatives
    var pairs = pairs.mutableSpan
    for pair in row { pairs[pair] &+= ahead[pair].nonzeroBitCount }
  }

  /// - Parameters:
  ///   - own: the worlds in which the alternative has a rank.
  ///   - digits: as many zeros as the largest rank has binary digits, or more.
  /// - Returns: those that it wins.
  private mutating func countRanks<let size: Int>(
    _ alternative: Int,
    _ own: UInt64,
    _ ahead: [UInt64],
    _ digits: InlineArray<size, UInt64>
  ) -> UInt64 {
    let count = alternatives
    let ahead = ahead.span
    var ranks = ranks.mutableSpan
    precondition(alternative >= 0 && alternative < count && count <= 64)
    precondition(ahead.count == count * count && ranks.count == count * count)
    // How many are before it, in binary digits.
    var digits = digits
    var pair = alternative
    for _ in 0..<count {
      var carried = own & ahead[unchecked: pair]
      pair &+= count
      for digit in 0..<size {
        let sum = digits[digit]
        digits[digit] = sum ^ carried
        carried &= sum
      }
    }
    var wins: UInt64 = 0
    for rank in 0..<count {
      var worlds = own
      // What a digit must not be, in all worlds.
      for digit in 0..<size { worlds &= digits[digit] ^ ((UInt64(rank) &>> UInt64(digit) & 1) &- 1) }
      ranks[unchecked: alternative &* count &+ rank] &+= worlds.nonzeroBitCount
      if rank == 0 { wins = worlds }
    }
    return wins
  }

  /// Adds the shares of the criteria in the worlds that an alternative wins: world by world, so that the bits of the sums
  /// are the same however the worlds are counted, and four criteria at a time, as each of them waits for the world before.
  private mutating func addShares(_ alternative: Int, _ wins: UInt64, _ weights: [Double], _ slots: Run) {
    let (weights, width, criteria) = (weights.span, WorldBlock.width, criteria)
    var sums = shares.mutableSpan
    var place = 0
    while place < criteria {
      let cell = alternative * criteria + place
      let first = (Int(slots.first) + place) * width
      var open = wins
      if place + 4 <= criteria {
        let rows = weights.extracting(first..<first + 4 * width)
        var (a, b, c, d) = (sums[cell], sums[cell + 1], sums[cell + 2], sums[cell + 3])
        while open != 0 {
          let lane = open.trailingZeroBitCount
          open &= open &- 1
          a += rows[unchecked: lane]
          b += rows[unchecked: lane &+ 64]
          c += rows[unchecked: lane &+ 128]
          d += rows[unchecked: lane &+ 192]
        }
        (sums[cell], sums[cell + 1], sums[cell + 2], sums[cell + 3]) = (a, b, c, d)
        place += 4
      } else {
        let row = weights.extracting(first..<first + width)
        var sum = sums[cell]
        while open != 0 {
          sum += row[unchecked: open.trailingZeroBitCount]
          open &= open &- 1
        }
        sums[cell] = sum
        place += 1
      }
    }
  }
}
