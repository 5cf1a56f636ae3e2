extension OpenFact {
  /// An extent in two parts that together are all of it, so that a test is nearer to being decided in each.
  ///
  /// - Returns: the part in which the test rather holds first; nil if the test is decided already.
  package func split(_ extent: Extent, by test: Test) -> (Extent, Extent)? {
    switch (test, kind) {
    case (.member(let mask), _), (.notMember(let mask), _):
      let (inside, outside) = (extent.may & mask, extent.may & ~mask)
      return inside == 0 || outside == 0 ? nil : (.choices(inside), .choices(outside))
    case (.intersects(let mask), .set(let exclusive)):
      return extent.must & mask != 0 ? nil : split(extent, element: mask & extent.may, exclusive)
    case (.contains(let mask), .set(let exclusive)):
      return mask & ~extent.may != 0 ? nil : split(extent, element: mask & ~extent.must, exclusive)
    case (.subset(let mask), .set(let exclusive)):
      return extent.must & ~mask != 0 ? nil : split(extent, element: extent.may & ~mask, exclusive)
    case (.within(let bounds), _), (.outside(let bounds), _): return split(extent, by: bounds)
    default: return nil
    }
  }

  /// With the first of the choices, and without it.
  private func split(_ extent: Extent, element candidates: UInt64, _ exclusive: UInt64) -> (Extent, Extent)? {
    guard candidates != 0 else { return nil }
    let bit = candidates & (~candidates &+ 1)
    var without = extent
    without.may &= ~bit
    var with = extent
    with.must |= bit
    with.may &= exclusive & bit != 0 ? bit : ~exclusive
    // Where something else is in already, a choice that stands alone cannot be: no part of its own.
    return with.must & ~with.may == 0 ? (with, without) : split(without, element: candidates & ~bit, exclusive)
  }

  /// At the lower end of the bounds, else at the upper one.
  private func split(_ extent: Extent, by bounds: Bounds) -> (Extent, Extent)? {
    let (below, from) = isWhole ? wholeStart(bounds) : exactStart(bounds)
    if extent.lower <= below && from <= extent.upper {
      return (.numbers(from: from, to: extent.upper), .numbers(from: extent.lower, to: below))
    }
    let (to, above) = isWhole ? wholeEnd(bounds) : exactEnd(bounds)
    if extent.lower <= to && above <= extent.upper {
      return (.numbers(from: extent.lower, to: to), .numbers(from: above, to: extent.upper))
    }
    return nil
  }

  /// The last number below bounds and the first one in them.
  private func exactStart(_ bounds: Bounds) -> (Double, Double) {
    bounds.isLowerOpen ? (bounds.lower, bounds.lower.nextUp) : (bounds.lower.nextDown, bounds.lower)
  }

  private func exactEnd(_ bounds: Bounds) -> (Double, Double) {
    bounds.isUpperOpen ? (bounds.upper.nextDown, bounds.upper) : (bounds.upper, bounds.upper.nextUp)
  }

  private func wholeStart(_ bounds: Bounds) -> (Double, Double) {
    let up = bounds.lower.rounded(.up)
    let first = bounds.isLowerOpen && up == bounds.lower ? up + 1 : up
    return (first - 1, first)
  }

  private func wholeEnd(_ bounds: Bounds) -> (Double, Double) {
    let down = bounds.upper.rounded(.down)
    let last = bounds.isUpperOpen && down == bounds.upper ? down - 1 : down
    return (last, last + 1)
  }

  /// A range of numbers in two halves: as many doubles (or days) in each; nil for anything else.
  package func halves(_ extent: Extent) -> (Extent, Extent)? {
    switch kind {
    case .choice, .set: return nil
    case .day:
      guard extent.lower < extent.upper else { return nil }
      let middle = ((extent.lower + extent.upper) / 2).rounded(.down)
      return (.numbers(from: extent.lower, to: middle), .numbers(from: middle + 1, to: extent.upper))
    case .number:
      guard extent.lower < extent.upper else { return nil }
      let middle = middleNumber(extent.lower, extent.upper)
      return (.numbers(from: extent.lower, to: middle), .numbers(from: middle.nextUp, to: extent.upper))
    }
  }
}

/// The number in the middle of all doubles between two: 64 steps lead from any range to a single number.
package func middleNumber(_ lower: Double, _ upper: Double) -> Double {
  func place(_ number: Double) -> Int64 {
    let bits = Int64(bitPattern: number.bitPattern)
    return bits >= 0 ? bits : Int64.min &- bits
  }
  let (a, b) = (place(lower), place(upper))
  let middle = (a >> 1) + (b >> 1) + (a & b & 1)
  let bits = middle >= 0 ? middle : Int64.min &- middle
  return Double(bitPattern: UInt64(bitPattern: bits))
}
