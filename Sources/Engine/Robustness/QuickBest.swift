/// Finds the leaf with the largest score in 64 worlds by keeping the larger of two numbers, and nothing else.
///
/// Ranks are made of whole billionths of a point. Twelve binary digits after the point say whose score it is: six for the
/// place in the order that breaks ties, largest for the first, and six for the place in the decision. A number below 2³⁹ in
/// magnitude, which is 549 points, holds all that without being rounded. Only the largest needs to be one: what is rounded
/// in numbers far below zero leaves them far below.
package enum QuickBest {
  /// Finds the best leaf of a decision in all lanes.
  ///
  /// - Parameters:
  ///   - order: all leaves, those of every decision in the order that breaks ties.
  ///   - leaves: of the decision.
  ///   - scores: per leaf and lane: in whole billionths.
  ///   - excluded: per leaf: lanes in which it is.
  ///   - unable: lanes in which no leaf is best.
  ///   - best: where the leaves go, from `first` on.
  /// - Returns: whether that was possible: where every leaf is out in all lanes or in none, not all of them are, and no score
  ///   is too large. If not, what stands in `best` means nothing.
  package static func find(
    _ order: [Int],
    _ leaves: Range<Int>,
    _ scores: [Double],
    without excluded: [UInt64],
    _ unable: UInt64,
    _ best: inout [Int32],
    _ first: Int
  ) -> Bool {
    let (order, scores, excluded) = (order.span.extracting(leaves), scores.span, excluded.span)
    var best = best.mutableSpan
    precondition(first >= 0 && first <= best.count - WorldBlock.width)
    if order.count > 64 { return false }
    for place in order.indices where (excluded[order[place]] | unable) &+ 1 > 1 { return false }
    var largest = SIMD8(repeating: 0.0)
    for lane in stride(from: 0, to: WorldBlock.width, by: 16) {
      var low = SIMD8(repeating: -Double.infinity)
      var high = low
      for place in order.indices {
        let leaf = order[unchecked: place]
        if excluded[leaf] | unable != 0 { continue }
        let cell = leaf &* WorldBlock.width &+ lane
        precondition(cell >= 0 && cell <= scores.count &- 16)
        let digits = Double((63 &- place) &* 64 &+ (leaf &- leaves.lowerBound)) * 0x1p-12
        low.raise(to: BitSlices.eight(unchecked: scores, cell) + digits)
        high.raise(to: BitSlices.eight(unchecked: scores, cell &+ 8) + digits)
      }
      largest.raise(to: low * low)
      largest.raise(to: high * high)
      best.put(place(low) &+ Int32(truncatingIfNeeded: leaves.lowerBound), unchecked: first &+ lane)
      best.put(place(high) &+ Int32(truncatingIfNeeded: leaves.lowerBound), unchecked: first &+ lane &+ 8)
    }
    return largest.areAll { $0 < 0x1p78 }
  }

  /// The place of a leaf in its decision. With 1.5 · 2⁴⁰ the twelve digits stand at the end of a number.
  @inline(__always)
  private static func place(_ numbers: SIMD8<Double>) -> SIMD8<Int32> {
    SIMD8(truncatingIfNeeded: (numbers + 0x1.8p40).bitPatterns & 63)
  }
}
