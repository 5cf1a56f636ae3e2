extension Kernel {
  /// Where a comparison holds, where it does not, and where that is unknown (method.md, section 2).
  func compare(_ comparison: Comparison, _ block: WorldBlock) -> TruthPlanes {
    let column = Int(comparison.column)
    let known = block.known[column]
    var yes: UInt64 = 0
    var no: UInt64 = 0
    var lanes = known
    while lanes != 0 {
      let lane = lanes.trailingZeroBitCount
      lanes &= lanes - 1
      let cell = column * WorldBlock.width + lane
      let bit: UInt64 = 1 << UInt64(lane)
      switch test(comparison.test, block.bits[cell], block.possible[cell], block.lower[cell], block.upper[cell]) {
      case .some(true): yes |= bit
      case .some(false): no |= bit
      case .none: break
      }
    }
    return TruthPlanes(yes: yes, no: no | block.notApplicable[column])
  }

  /// - Parameters:
  ///   - bits: all that a choice may be; what is in a set.
  ///   - possible: what may be in a set.
  private func test(_ test: Test, _ bits: UInt64, _ possible: UInt64, _ lower: Double, _ upper: Double) -> Bool? {
    switch test {
    case .member(let mask): return bits & mask == 0 ? false : bits & ~mask == 0 ? true : nil
    case .notMember(let mask): return bits & mask == 0 ? true : bits & ~mask == 0 ? false : nil
    case .within(let bounds): return within(bounds, lower, upper)
    case .outside(let bounds):
      if let inside = within(bounds, lower, upper) { return !inside }
      return nil
    case .intersects(let mask): return bits & mask != 0 ? true : possible & mask == 0 ? false : nil
    case .contains(let mask): return bits & mask == mask ? true : possible & mask != mask ? false : nil
    case .subset(let mask): return possible & ~mask == 0 ? true : bits & ~mask != 0 ? false : nil
    }
  }

  private func within(_ bounds: Bounds, _ lower: Double, _ upper: Double) -> Bool? {
    let startsInside = bounds.isLowerOpen ? lower > bounds.lower : lower >= bounds.lower
    let endsInside = bounds.isUpperOpen ? upper < bounds.upper : upper <= bounds.upper
    if startsInside && endsInside { return true }
    let endsBelow = bounds.isLowerOpen ? upper <= bounds.lower : upper < bounds.lower
    let startsAbove = bounds.isUpperOpen ? lower >= bounds.upper : lower > bounds.upper
    return endsBelow || startsAbove ? false : nil
  }
}
