/// Ranks the leaves of a decision in worlds that differ in their weights only, without the divisions and the order of
/// rounding that scores are made with (method.md, section 4).
///
/// A rank is made of a score rounded to billionths of a point. Where the net points are the same in all worlds, a sum of
/// shares times one number for each slot, 10⁹ · 100 · x/K, is that score in billionths but for errors of rounding. As long as
/// both errors together are smaller than the way to the nearest tie of rounding, both round to the same whole number. Where
/// they might not, the leaf is left to be scored as the method says.
///
/// How large the errors can be, with u = 2⁻⁵³, n slots and A the sum of the magnitudes of the terms: a term of the score is
/// rounded three times and a term here three times, each sum n − 1 times, and a score once more: (2n + 5) · u · A, where
/// terms in u² are smaller than u. The shares add up to 1, but for less than n + 2 roundings, so A is the largest
/// magnitude of the numbers at most. (Nicholas J. Higham, "Accuracy and Stability of Numerical Algorithms", second edition,
/// 2002, sections 3.1 and 4.2.)
struct QuickRanks: Sendable {
  private struct Term: Sendable {
    /// The cell of the slot in lane 0 of the shares.
    var first: Int
    var factor: Double
  }

  private struct Leaf: Sendable {
    var terms: Run
    /// The square of how far from a whole number a sum may lie, so that its rank is certain.
    var limit: Double
  }

  private var terms: [Term] = []
  /// By place among the leaves of the decision; nil where ranks would not be certain often enough.
  private var leaves: [Leaf?] = []
  /// Where the shares of the last slot end.
  private let end: Int

  /// - Parameter points: the net points of a leaf under a slot, if they are the same in all worlds.
  init(_ program: Program, _ decision: DecisionRow, _ points: (_ leaf: Int, _ place: Int) -> Int32?) {
    end = decision.slots.indices.upperBound * WorldBlock.width
    for leaf in decision.leaves.indices {
      let start = terms.count
      var isEven = true
      var largest = 0.0
      for (place, slot) in decision.slots.indices.enumerated() {
        guard let points = points(leaf, place) else {
          isEven = false
          break
        }
        if points == 0 { continue }
        let factor = 1e11 * Double(points) / Double(program.slots[slot].scale)
        terms.append(Term(first: slot * WorldBlock.width, factor: factor))
        largest = max(largest, factor.magnitude)
      }
      let error = Double(2 * decision.slots.count + 8) * 0x1p-53 * largest
      // One block in eight would have to be scored all the same.
      guard isEven && error < 0x1p-10 else {
        leaves.append(nil)
        continue
      }
      let limit = 0.5 - error
      leaves.append(Leaf(terms: Run(start..<terms.count), limit: limit * limit * (1 - 0x1p-50)))
    }
  }

  /// Ranks a leaf in all lanes.
  ///
  /// - Parameters:
  ///   - place: of the leaf in its decision.
  ///   - shares: per slot of the program and lane.
  ///   - ranks: where its scores in whole billionths go.
  ///   - first: the cell of lane 0 there.
  /// - Returns: whether they are certain in every lane. If not, they must be made of scores.
  func rank(_ place: Int, _ shares: [Double], into ranks: inout [Double], from first: Int) -> Bool {
    guard let leaf = leaves[place] else { return false }
    let (shares, terms) = (shares.span, terms.span.extracting(leaf.terms.indices))
    var ranks = ranks.mutableSpan
    precondition(end <= shares.count && first >= 0 && first <= ranks.count - WorldBlock.width)
    var isDoubtful = SIMDMask<SIMD8<Int64>>(repeating: false)
    for lane in stride(from: 0, to: WorldBlock.width, by: 8) {
      var sum = SIMD8(repeating: 0.0)
      for index in terms.indices {
        let term = terms[unchecked: index]
        sum += Self.eight(shares, term.first &+ lane) * term.factor
      }
      // As scores are rounded: 1.5 · 2⁵² leaves no room for a fraction.
      let rounded = sum + 0x1.8p52 - 0x1.8p52
      let rest = sum - rounded
      isDoubtful .|= rest * rest .> SIMD8(repeating: leaf.limit)
      for place in 0..<8 { ranks[unchecked: first &+ lane &+ place] = rounded[place] }
    }
    return !any(isDoubtful)
  }

  /// Eight numbers that stand together and are known to be there.
  @inline(__always)
  private static func eight(_ numbers: Span<Double>, _ first: Int) -> SIMD8<Double> {
    SIMD8(
      numbers[unchecked: first],
      numbers[unchecked: first &+ 1],
      numbers[unchecked: first &+ 2],
      numbers[unchecked: first &+ 3],
      numbers[unchecked: first &+ 4],
      numbers[unchecked: first &+ 5],
      numbers[unchecked: first &+ 6],
      numbers[unchecked: first &+ 7]
    )
  }
}
