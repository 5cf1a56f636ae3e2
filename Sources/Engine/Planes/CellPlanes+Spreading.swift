extension CellPlanes {
  /// Spreads the values of a column over its planes.
  mutating func spread(_ column: Int, _ block: WorldBlock) {
    let known = block.known[column]
    let cells = column * WorldBlock.width
    let row = tables.columns[column]
    let (first, count) = (Int(row.planes.first), Int(row.planes.count))
    let isExact: Bool
    // One world alone needs no exchange of rows and columns.
    if known & (known &- 1) == 0 {
      spreading[column] = spreadOnly(known, row, cells + known.trailingZeroBitCount, block) ? .exact : .loose
      return
    }
    switch row.shape {
    case .none: isExact = true
    case .choice:
      slice(block.bits.span, cells, known, first, count)
      isExact = isOneOfEach(first, count, known)
    case .set:
      slice(block.bits.span, cells, known, first, count)
      isExact = isEqual(block.bits.span, block.possible.span, cells, known)
      if !isExact { slice(block.possible.span, cells, known, first + count, count) }
    case .number:
      cut(block.lower.span, cells, row.cuts, first)
      isExact = isEqual(block.lower.span, block.upper.span, cells, known)
      if !isExact { cut(block.upper.span, cells, row.cuts, first + count) }
    }
    spreading[column] = isExact ? .exact : .loose
  }

  /// The same where one lane knows the value: what it holds is in a plane, or it is not.
  ///
  /// - Parameters:
  ///   - known: the bit of the lane.
  ///   - cell: of the lane.
  /// - Returns: whether it knows the value exactly.
  private mutating func spreadOnly(_ known: UInt64, _ row: Column, _ cell: Int, _ block: WorldBlock) -> Bool {
    let (first, count) = (Int(row.planes.first), Int(row.planes.count))
    switch row.shape {
    case .none: return true
    case .choice:
      sliceOnly(block.bits[cell], known, first, count)
      return isOne(block.bits[cell], count)
    case .set:
      sliceOnly(block.bits[cell], known, first, count)
      if block.bits[cell] == block.possible[cell] { return true }
      sliceOnly(block.possible[cell], known, first + count, count)
      return false
    case .number:
      cutOnly(block.lower[cell], known, row.cuts, first)
      if block.lower[cell] == block.upper[cell] { return true }
      cutOnly(block.upper[cell], known, row.cuts, first + count)
      return false
    }
  }

  private mutating func sliceOnly(_ value: UInt64, _ known: UInt64, _ first: Int, _ count: Int) {
    let last = count - 1
    var rest = value
    var planes = planes.mutableSpan
    for place in first..<first + last {
      planes[place] = (0 &- (rest & 1)) & known
      rest >>= 1
    }
    planes[first + last] = rest != 0 ? known : 0
  }

  /// Whether a value lies in exactly one of the planes of a choice; the last one is for all bits beyond.
  private func isOne(_ value: UInt64, _ count: Int) -> Bool {
    let beyond = ~UInt64(0) << UInt64(count - 1)
    let (low, high) = (value & ~beyond, value & beyond)
    return high == 0 ? low != 0 && low & (low &- 1) == 0 : low == 0
  }

  private mutating func cutOnly(_ number: Double, _ known: UInt64, _ cuts: Run, _ first: Int) {
    let own = tables.cuts
    var planes = planes.mutableSpan
    for (place, index) in cuts.indices.enumerated() {
      let cut = own[index]
      let isPast = cut.isStrict ? number > cut.bound : number >= cut.bound
      planes[first &+ place] = isPast ? known : 0
    }
  }

  /// Planes for every bit, and the last one for all bits beyond.
  private mutating func slice(_ values: Span<UInt64>, _ cells: Int, _ known: UInt64, _ first: Int, _ count: Int) {
    let last = count - 1
    var bit = 0
    while bit < last {
      let slices = BitSlices.turned(BitSlices.gathered(values, first: cells, shift: UInt64(bit)))
      for place in 0..<min(8, last - bit) { planes[first + bit + place] = slices[place] & known }
      bit += 8
    }
    planes[first + last] = 0
    guard last < WorldBlock.width else { return }
    let beyond = ~UInt64(0) << UInt64(last)
    var all: UInt64 = 0
    for lane in 0..<WorldBlock.width { all |= values[cells + lane] }
    guard all & beyond != 0 else { return }
    var plane: UInt64 = 0
    for lane in 0..<WorldBlock.width where values[cells + lane] & beyond != 0 { plane |= 1 << UInt64(lane) }
    planes[first + last] = plane & known
  }

  /// Whether every lane that knows the value is in exactly one of some planes.
  private func isOneOfEach(_ first: Int, _ count: Int, _ known: UInt64) -> Bool {
    var (once, twice): (UInt64, UInt64) = (0, 0)
    for plane in first..<first + count {
      twice |= once & planes[plane]
      once |= planes[plane]
    }
    return twice == 0 && once == known
  }

  private func isEqual(_ a: Span<UInt64>, _ b: Span<UInt64>, _ cells: Int, _ known: UInt64) -> Bool {
    let (left, right) = (a.extracting(cells..<cells + WorldBlock.width), b.extracting(cells..<cells + WorldBlock.width))
    var different: UInt64 = 0
    for lane in 0..<WorldBlock.width { different |= left[lane] ^ right[lane] }
    if different == 0 { return true }
    for lane in 0..<WorldBlock.width where known >> UInt64(lane) & 1 == 1 && left[lane] != right[lane] { return false }
    return true
  }

  private func isEqual(_ a: Span<Double>, _ b: Span<Double>, _ cells: Int, _ known: UInt64) -> Bool {
    let (left, right) = (a.extracting(cells..<cells + WorldBlock.width), b.extracting(cells..<cells + WorldBlock.width))
    for lane in 0..<WorldBlock.width where left[lane] != right[lane] && known >> UInt64(lane) & 1 == 1 { return false }
    return true
  }

  /// A plane for every cut: where the numbers have passed it. What lanes hold that do not know the number does not matter.
  private mutating func cut(_ numbers: Span<Double>, _ cells: Int, _ cuts: Run, _ first: Int) {
    let own = numbers.extracting(cells..<cells + WorldBlock.width)
    for (place, index) in cuts.indices.enumerated() {
      let cut = tables.cuts[index]
      planes[first + place] =
        cut.isStrict ? BitSlices.plane(own, exceeds: cut.bound) : BitSlices.plane(own, reaches: cut.bound)
    }
  }
}
