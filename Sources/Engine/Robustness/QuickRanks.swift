/// Ranks leaves in worlds that differ in their weights only, without the divisions and the order of rounding that scores are
/// made with (method.md, section 4).
///
/// A rank is made of a score rounded to billionths of a point. Where the net points are the same in all worlds, a sum of
/// shares times one number for each slot, 10⁹ · 100 · x/K, is that score in billionths but for errors of rounding. As long as
/// both errors together are smaller than the way to the nearest tie of rounding, both round to the same whole number. Where
/// they might not, the leaf is left to be scored as the method says.
///
/// How large the errors can be, with u = 2⁻⁵³, n slots and A the sum of the magnitudes of the terms: a term of the score is
/// rounded three times and a term here three times, each sum n − 1 times, and a score once more: (2n + 5) · u · A but for
/// terms in u². The shares add up to 1 but for n + 1 roundings, so A is at most the largest magnitude among the numbers, as
/// good as. What is left out here is far less than 3 · u · A, which is added (Nicholas J. Higham, "Accuracy and Stability of
/// Numerical Algorithms", second edition, 2002, sections 3.1 and 4.2).
struct QuickRanks: Sendable {
  /// Per cell: billionths of a point that a leaf would have if all weight were on the slot.
  private var factors: [Double]
  /// Per leaf: the square of how far from a whole number a sum may lie, so that its rank is certain; less than 0: it never
  /// is.
  private var limits: [Double]

  init(cells: Int, leaves: Int) {
    factors = Array(repeating: 0, count: cells)
    limits = Array(repeating: -1, count: leaves)
  }

  /// Makes a leaf ready.
  ///
  /// - Parameter points: its net points under every slot of its decision, the same in all worlds.
  mutating func prepare(_ leaf: Int, _ program: Program, _ slots: Range<Int>, points: (_ cell: Int) -> Int32) {
    var largest = 0.0
    var cell = Int(program.leaves[leaf].firstCell)
    for slot in slots {
      factors[cell] = 1e11 * Double(points(cell)) / Double(program.slots[slot].scale)
      largest = max(largest, factors[cell].magnitude)
      cell += 1
    }
    let error = Double(2 * slots.count + 8) * 0x1p-53 * largest
    // Otherwise many blocks would have to be scored all the same.
    limits[leaf] = error < 0x1p-10 ? (0.5 - error) * (0.5 - error) * (1 - 0x1p-50) : -1
  }

  /// A leaf whose net points are not the same in all worlds is not ranked here.
  mutating func forget(_ leaf: Int) { limits[leaf] = -1 }

  /// Ranks the leaves of a decision in all lanes.
  ///
  /// - Parameters:
  ///   - leaves: of the program.
  ///   - shares: per slot of the program and lane.
  ///   - ranks: per leaf and lane: where the score in whole billionths goes.
  /// - Returns: by place, the leaves whose ranks are not certain in every lane. They must be made of scores.
  func rank(_ decision: DecisionRow, _ leaves: [LeafRow], _ shares: [Double], into ranks: inout [Double]) -> UInt64 {
    let slots = decision.slots.indices
    let (leaves, limits) = (leaves.span.extracting(decision.leaves.indices), limits.span)
    let shares = shares.span.extracting(slots.lowerBound * WorldBlock.width..<slots.upperBound * WorldBlock.width)
    var ranks = ranks.mutableSpan
    var open: UInt64 = 0
    for place in leaves.indices {
      let leaf = decision.leaves.indices.lowerBound + place
      let first = Int(leaves[place].firstCell)
      let factors = factors.span.extracting(first..<first + slots.count)
      precondition((leaf + 1) * WorldBlock.width <= ranks.count)
      if limits[leaf] < 0 || !Self.rank(factors, limits[leaf], shares, into: &ranks, leaf * WorldBlock.width) {
        open |= 1 &<< UInt64(place)
      }
    }
    return open
  }

  /// Ranks one leaf, sixteen lanes at a time.
  @inline(__always)
  private static func rank(
    _ factors: Span<Double>,
    _ limit: Double,
    _ shares: Span<Double>,
    into ranks: inout MutableSpan<Double>,
    _ first: Int
  ) -> Bool {
    var farthest = SIMD8(repeating: 0.0)
    for lane in stride(from: 0, to: WorldBlock.width, by: 16) {
      var (low, high) = (SIMD8(repeating: 0.0), SIMD8(repeating: 0.0))
      var cell = lane
      for place in factors.indices {
        let factor = factors[unchecked: place]
        low += BitSlices.eight(unchecked: shares, cell) * factor
        high += BitSlices.eight(unchecked: shares, cell &+ 8) * factor
        cell &+= WorldBlock.width
      }
      farthest.raise(to: round(low, into: &ranks, first &+ lane))
      farthest.raise(to: round(high, into: &ranks, first &+ lane &+ 8))
    }
    return farthest.areAll { $0 <= limit }
  }

  /// - Returns: the squares of what rounding took.
  @inline(__always)
  private static func round(
    _ sums: SIMD8<Double>,
    into ranks: inout MutableSpan<Double>,
    _ first: Int
  ) -> SIMD8<Double> {
    // As scores are rounded: 1.5 · 2⁵² leaves no room for a fraction.
    let rounded = sums + 0x1.8p52 - 0x1.8p52
    ranks.put(rounded, unchecked: first)
    return (sums - rounded) * (sums - rounded)
  }
}
