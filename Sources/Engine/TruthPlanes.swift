/// One truth value in each of 64 worlds; a lane in neither plane is unknown.
package struct TruthPlanes: Sendable {
  /// Where it is true, and where it may be: so that joining two is one operation on both.
  var planes: SIMD2<UInt64>

  package init(yes: UInt64, no: UInt64) { planes = SIMD2(yes, ~no) }

  init(planes: SIMD2<UInt64>) { self.planes = planes }

  package var yes: UInt64 { planes[0] }
  package var no: UInt64 { ~planes[1] }

  /// true, false, or nil while unknown.
  package func value(in lane: Int) -> Bool? {
    if yes >> UInt64(lane) & 1 == 1 { return true }
    return no >> UInt64(lane) & 1 == 1 ? false : nil
  }
}

extension MutableSpan<TruthPlanes> {
  /// Joins registers, entry by entry: a register and the `count` others that it joins.
  ///
  /// - Parameters:
  ///   - entries: of registers that this span has.
  ///   - start: what joining none gives.
  @inline(__always)
  mutating func join(
    _ entries: Span<Int32>,
    _ count: Int,
    from start: UInt64,
    _ body: (SIMD2<UInt64>, SIMD2<UInt64>) -> SIMD2<UInt64>
  ) {
    var place = 0
    if count == 2 {
      while place &+ 2 < entries.count {
        let first = self[unchecked: Int(entries[unchecked: place &+ 1])].planes
        let second = self[unchecked: Int(entries[unchecked: place &+ 2])].planes
        self[unchecked: Int(entries[unchecked: place])].planes = body(first, second)
        place &+= 3
      }
      return
    }
    while place &+ count < entries.count {
      let register = Int(entries[unchecked: place])
      var planes = SIMD2(repeating: start)
      for index in 0..<count {
        planes = body(planes, self[unchecked: Int(entries[unchecked: place &+ 1 &+ index])].planes)
      }
      self[unchecked: register].planes = planes
      place &+= 1 &+ count
    }
  }

  /// Makes registers the opposite of others, pair by pair.
  mutating func negate(_ entries: Span<Int32>) {
    var place = 0
    while place &+ 1 < entries.count {
      let operand = self[unchecked: Int(entries[unchecked: place &+ 1])]
      self[unchecked: Int(entries[unchecked: place])] = TruthPlanes(yes: operand.no, no: operand.yes)
      place &+= 2
    }
  }
}
