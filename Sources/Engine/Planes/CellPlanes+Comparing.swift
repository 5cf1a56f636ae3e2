extension CellPlanes {
  /// Makes comparisons with one column (method.md, section 2).
  ///
  /// - Parameters:
  ///   - entries: pairs of a register and a comparison, of the program.
  ///   - truths: of all registers.
  mutating func compare(
    _ column: Int,
    _ entries: Span<Int32>,
    _ block: WorldBlock,
    into truths: inout MutableSpan<TruthPlanes>
  ) {
    let known = block.known[column]
    let absent = block.notApplicable[column]
    if known != 0 && spreading[column] == .stale { spread(column, block) }
    let isSimple = known == 0 || spreading[column] == .exact
    let isDone = isSimple && unite(entries, known: known, absent: absent, into: &truths)
    if isDone { return }
    var place = 0
    while place &+ 1 < entries.count {
      let comparison = Int(entries[unchecked: place &+ 1])
      if !isSimple || tables.unions[comparison].first < 0 {
        truths[unchecked: Int(entries[unchecked: place])] = answer(comparison, column, known, absent)
      }
      place &+= 2
    }
  }

  /// Makes those comparisons that ask for a union, where a column is known exactly or not at all.
  ///
  /// - Returns: whether all of them do.
  private func unite(
    _ entries: Span<Int32>,
    known: UInt64,
    absent: UInt64,
    into truths: inout MutableSpan<TruthPlanes>
  ) -> Bool {
    // Where it is known all that may be is; elsewhere everything may be, unless the column is not applicable.
    let answered = SIMD2(known, ~absent)
    let open = SIMD2(0, ~known & ~absent)
    let all = tables.unions
    let (planes, unions) = (planes.span, all.span)
    var areAll = true
    var place = 0
    while place &+ 1 < entries.count {
      let register = Int(entries[unchecked: place])
      let these = unions[unchecked: Int(entries[unchecked: place &+ 1])]
      place &+= 2
      guard these.first >= 0 else {
        areAll = false
        continue
      }
      var union = planes[unchecked: Int(these.first)] | planes[unchecked: Int(these.second)]
      if these.others.count > 0 { union |= self.union(these.others) }
      truths[unchecked: register].planes = SIMD2(repeating: union ^ these.flip) & answered | open
    }
    return areAll
  }

  /// Where a comparison holds, where it does not, and where that is unknown.
  @inline(never)
  private func answer(_ index: Int, _ column: Int, _ known: UInt64, _ absent: UInt64) -> TruthPlanes {
    if known == 0 { return TruthPlanes(yes: 0, no: absent) }
    // What may be stands after what is.
    let further = spreading[column] == .exact ? 0 : Int(tables.columns[column].planes.count)
    let (yes, no): (UInt64, UInt64)
    switch tables.questions[index] {
    case .member(let these, let others, let isInverse):
      // With all that it may be, or with nothing.
      let (inside, outside) = (union(these), union(others))
      (yes, no) = isInverse ? (~inside, inside & ~outside) : (inside & ~outside, ~inside)
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

  private func union(_ run: Run, _ further: Int = 0) -> UInt64 {
    var result: UInt64 = 0
    for index in run.indices { result |= planes[Int(tables.lists[index]) &+ further] }
    return result
  }

  private func intersection(_ run: Run, _ further: Int = 0) -> UInt64 {
    var result = ~UInt64(0)
    for index in run.indices { result &= planes[Int(tables.lists[index]) &+ further] }
    return result
  }
}
