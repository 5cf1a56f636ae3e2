extension CellPlanes {
  /// Where a comparison holds, where it does not, and where that is unknown (method.md, section 2).
  mutating func compare(_ index: Int, _ comparison: Comparison, _ block: WorldBlock) -> TruthPlanes {
    let column = Int(comparison.column)
    let known = block.known[column]
    let absent = block.notApplicable[column]
    if known == 0 { return TruthPlanes(yes: 0, no: absent) }
    if spreading[column] == .stale { spread(column, block) }
    let isExact = spreading[column] == .exact
    // What may be stands after what is.
    let further = isExact ? 0 : Int(columns[column].planes.count)
    let (yes, no): (UInt64, UInt64)
    switch questions[index] {
    case .member(let these, let others, let isInverse):
      let (inside, outside) = lies(in: these, others, isExact)
      (yes, no) = isInverse ? (outside, inside) : (inside, outside)
    case .within(let from, let to, let isInverse):
      var (inside, outside): (UInt64, UInt64) = (~0, 0)
      if from >= 0 {
        inside = planes[Int(from)]
        outside = ~planes[Int(from) + further]
      }
      if to >= 0 {
        inside &= ~planes[Int(to) + further]
        outside |= planes[Int(to)]
      }
      (yes, no) = isInverse ? (outside, inside) : (inside, outside)
    case .any(let these): (yes, no) = (union(these), ~union(these, further))
    case .every(let these): (yes, no) = (intersection(these), ~intersection(these, further))
    case .onlyBeside(let others): (yes, no) = (~union(others, further), union(others))
    }
    return TruthPlanes(yes: yes & known, no: no & ~yes & known | absent)
  }

  /// Where a value lies in some cells with all that it may be, and where with nothing.
  private func lies(in these: Run, _ others: Run, _ isExact: Bool) -> (yes: UInt64, no: UInt64) {
    if isExact {
      // One of two questions answers both.
      if these.count <= others.count {
        let inside = union(these)
        return (inside, ~inside)
      }
      let outside = union(others)
      return (~outside, outside)
    }
    let (inside, outside) = (union(these), union(others))
    return (inside & ~outside, ~inside)
  }

  private func union(_ run: Run, _ further: Int = 0) -> UInt64 {
    var result: UInt64 = 0
    for index in run.indices { result |= planes[Int(lists[index]) &+ further] }
    return result
  }

  private func intersection(_ run: Run, _ further: Int = 0) -> UInt64 {
    var result = ~UInt64(0)
    for index in run.indices { result &= planes[Int(lists[index]) &+ further] }
    return result
  }
}
