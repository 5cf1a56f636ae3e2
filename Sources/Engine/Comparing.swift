/// The values of columns, spread over bit planes: for every cell of a column's domain one word with a bit for every world in
/// which the value may lie in that cell. A comparison is then a few operations on words, whatever is compared.
///
/// The cells of a choice, boolean or outcome are its choices; those of a set, too, once for what is in and once for what may
/// be in; those of a number are the thresholds it is compared with and the gaps between them.
struct CellPlanes: Sendable {
  /// How the comparisons look at a column.
  private enum Domain: Sendable {
    /// Nobody compares it.
    case none
    case choice
    case set
    /// Compared with these thresholds, ascending: a run in `thresholds`.
    case number(Run)
    /// Compared with more thresholds than there is room for: lane by lane.
    case widely
  }

  /// One plane for every cell.
  private typealias Planes = InlineArray<64, UInt64>
  /// Cells of a column.
  private static let room = WorldBlock.width

  private var domains: [Domain]
  private var thresholds: [Double] = []
  /// Per comparison of a number: the cells within its bounds.
  private var cellsWithin: [UInt64]
  /// Per column: its place in `planes`; what may be in a set comes next.
  private var places: [Int]
  private var planes: [Planes] = []
  /// Per column: cells that some world is in, and that some set may hold.
  private var used: [UInt64]
  private var usedPossible: [UInt64]
  /// Per column: whether the planes show the values of the block.
  private var isSpread: [Bool]
  /// Per column that is no set: whether every world that knows it lies in one cell.
  private var isExact: [Bool]
  // Working space.
  private var exactness = false

  init(_ program: Program) {
    domains = Array(repeating: .none, count: program.columnCount)
    cellsWithin = Array(repeating: 0, count: program.comparisons.count)
    places = Array(repeating: 0, count: program.columnCount)
    used = Array(repeating: 0, count: program.columnCount)
    usedPossible = used
    isSpread = Array(repeating: false, count: program.columnCount)
    isExact = isSpread
    var bounds: [[Double]] = Array(repeating: [], count: program.columnCount)
    for comparison in program.comparisons {
      let column = Int(comparison.column)
      switch comparison.test {
      case .member, .notMember: domains[column] = .choice
      case .intersects, .contains, .subset: domains[column] = .set
      case .within(let range), .outside(let range):
        domains[column] = .widely
        for bound in [range.lower, range.upper] where bound.isFinite { bounds[column].append(bound) }
      }
    }
    for column in domains.indices {
      if case .widely = domains[column] { arrange(column, bounds[column]) }
      switch domains[column] {
      case .none, .widely: break
      case .choice, .number: reserve(column, 1)
      case .set: reserve(column, 2)
      }
    }
    for (index, comparison) in program.comparisons.enumerated() {
      switch comparison.test {
      case .within(let range), .outside(let range): cellsWithin[index] = cells(range, Int(comparison.column))
      default: break
      }
    }
  }

  private mutating func reserve(_ column: Int, _ count: Int) {
    places[column] = planes.count
    for _ in 0..<count { planes.append(Planes(repeating: 0)) }
  }

  // MARK: Numbers

  /// Keeps the thresholds of a column, if its cells have room: one for each, and one more than that between and around them.
  private mutating func arrange(_ column: Int, _ bounds: [Double]) {
    var own: [Double] = []
    for bound in bounds.sorted() where own.last != bound { own.append(bound) }
    guard 2 * own.count + 1 <= Self.room else { return }
    domains[column] = .number(Run(thresholds.count..<thresholds.count + own.count))
    thresholds += own
  }

  /// The cells within bounds: 2i lies below the threshold i and above the one before, 2i + 1 is the threshold itself.
  private func cells(_ range: Bounds, _ column: Int) -> UInt64 {
    guard case .number(let run) = domains[column] else { return 0 }
    var mask: UInt64 = 0
    for cell in 0...2 * Int(run.count) {
      var isWithin = true
      for (place, index) in run.indices.enumerated() {
        let threshold = thresholds[index]
        let (isAt, isBelow) = (cell == 2 * place + 1, cell <= 2 * place)
        if threshold == range.lower && (isBelow || isAt && range.isLowerOpen) { isWithin = false }
        if threshold == range.upper && !(isBelow || isAt && !range.isUpperOpen) { isWithin = false }
      }
      if isWithin { mask |= 1 << UInt64(cell) }
    }
    return mask
  }

  /// Where a number lies among thresholds.
  private static func cell(of number: Double, _ thresholds: Span<Double>) -> UInt64 {
    // Without a branch: every threshold that it has reached adds a cell, every one that it has passed another.
    var cell = 0
    for index in 0..<thresholds.count {
      let threshold = thresholds[index]
      cell += (number >= threshold ? 1 : 0) + (number > threshold ? 1 : 0)
    }
    return UInt64(truncatingIfNeeded: cell)
  }

  // MARK: Spreading

  /// Forgets the values of the last block.
  mutating func forget() {
    for column in isSpread.indices { isSpread[column] = false }
  }

  private mutating func spread(_ column: Int, _ block: WorldBlock) {
    isSpread[column] = true
    let place = places[column]
    let cells = column * WorldBlock.width..<(column + 1) * WorldBlock.width
    let lanes = block.known[column]
    let before = used[column]
    let seen: UInt64
    switch domains[column] {
    case .none, .widely: return
    case .choice: seen = spread(block.bits.span.extracting(cells), lanes, place, before)
    case .set:
      seen = spread(block.bits.span.extracting(cells), lanes, place, before)
      let possible = spread(block.possible.span.extracting(cells), lanes, place + 1, usedPossible[column])
      usedPossible[column] = possible
    case .number(let run):
      let numbers = numberCells(run, block, cells, lanes)
      seen = spread(numbers.span, lanes, place, before)
    }
    used[column] = seen
    isExact[column] = exactness
  }

  /// The cells that the numbers of a column may lie in, lane by lane.
  private func numberCells(
    _ run: Run,
    _ block: WorldBlock,
    _ cells: Range<Int>,
    _ lanes: UInt64
  ) -> InlineArray<64, UInt64> {
    let (lower, upper) = (block.lower.span.extracting(cells), block.upper.span.extracting(cells))
    let own = thresholds.span.extracting(run.indices)
    var numbers = InlineArray<64, UInt64>(repeating: 0)
    var left = lanes
    while left != 0 {
      let lane = left.trailingZeroBitCount
      left &= left - 1
      let lowest = Self.cell(of: lower[lane], own)
      let highest = lower[lane] == upper[lane] ? lowest : Self.cell(of: upper[lane], own)
      numbers[lane] = (2 << highest) &- (1 << lowest)
    }
    return numbers
  }

  /// Spreads what the known lanes hold.
  ///
  /// - Parameter used: the planes in use until now.
  /// - Returns: those in use from now on.
  private mutating func spread(_ values: Span<UInt64>, _ lanes: UInt64, _ place: Int, _ used: UInt64) -> UInt64 {
    let (seen, isExact) = Self.enter(values, lanes, used, into: &planes[place])
    exactness = isExact
    return seen
  }

  private static func enter(
    _ values: Span<UInt64>,
    _ lanes: UInt64,
    _ used: UInt64,
    into planes: inout Planes
  ) -> (seen: UInt64, isExact: Bool) {
    var old = used
    while old != 0 {
      planes[old.trailingZeroBitCount] = 0
      old &= old - 1
    }
    var seen: UInt64 = 0
    var isExact = true
    var left = lanes
    while left != 0 {
      let lane = left.trailingZeroBitCount
      left &= left - 1
      var bits = values[lane]
      seen |= bits
      if bits.nonzeroBitCount != 1 { isExact = false }
      while bits != 0 {
        planes[bits.trailingZeroBitCount] |= 1 << UInt64(lane)
        bits &= bits - 1
      }
    }
    return (seen, isExact)
  }

  // MARK: Comparing

  /// Where a comparison holds, where it does not, and where that is unknown (method.md, section 2).
  mutating func compare(_ index: Int, _ comparison: Comparison, _ block: WorldBlock) -> TruthPlanes {
    let column = Int(comparison.column)
    let known = block.known[column]
    let absent = block.notApplicable[column]
    if known == 0 { return TruthPlanes(yes: 0, no: absent) }
    if case .widely = domains[column] { return compareWidely(comparison, block) }
    if !isSpread[column] { spread(column, block) }
    var (yes, no): (UInt64, UInt64)
    switch comparison.test {
    case .member(let mask): (yes, no) = lies(in: mask, column)
    case .notMember(let mask): (no, yes) = lies(in: mask, column)
    case .within: (yes, no) = lies(in: cellsWithin[index], column)
    case .outside: (no, yes) = lies(in: cellsWithin[index], column)
    case .intersects(let mask):
      yes = union(mask & used[column], places[column])
      no = ~union(mask & usedPossible[column], places[column] + 1)
    case .contains(let mask):
      yes = intersection(mask, places[column])
      no = ~intersection(mask, places[column] + 1)
    case .subset(let mask):
      yes = ~union(~mask & usedPossible[column], places[column] + 1)
      no = union(~mask & used[column], places[column])
    }
    return TruthPlanes(yes: yes & known, no: no & ~yes & known | absent)
  }

  /// Where a value lies in some cells with all that it may be, and where with nothing.
  private func lies(in cells: UInt64, _ column: Int) -> (yes: UInt64, no: UInt64) {
    if isExact[column] {
      // One of two questions answers both.
      let (these, others) = (cells & used[column], ~cells & used[column])
      if these.nonzeroBitCount <= others.nonzeroBitCount {
        let inside = union(these, places[column])
        return (inside, ~inside)
      }
      let outside = union(others, places[column])
      return (~outside, outside)
    }
    let inside = union(cells & used[column], places[column])
    let outside = union(~cells & used[column], places[column])
    return (inside & ~outside, ~inside)
  }

  private func union(_ cells: UInt64, _ place: Int) -> UInt64 {
    var result: UInt64 = 0
    var bits = cells
    while bits != 0 {
      result |= planes[place][bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return result
  }

  private func intersection(_ cells: UInt64, _ place: Int) -> UInt64 {
    var result = ~UInt64(0)
    var bits = cells
    while bits != 0 {
      result &= planes[place][bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return result
  }

  /// A number compared with more thresholds than there is room for.
  private func compareWidely(_ comparison: Comparison, _ block: WorldBlock) -> TruthPlanes {
    let column = Int(comparison.column)
    let bounds: Bounds
    var isInverse = false
    switch comparison.test {
    case .within(let range): bounds = range
    case .outside(let range):
      bounds = range
      isInverse = true
    default: return TruthPlanes(yes: 0, no: 0)
    }
    var (inside, outside): (UInt64, UInt64) = (0, 0)
    var lanes = block.known[column]
    while lanes != 0 {
      let lane = lanes.trailingZeroBitCount
      lanes &= lanes - 1
      let cell = column * WorldBlock.width + lane
      guard let isWithin = within(bounds, block.lower[cell], block.upper[cell]) else { continue }
      if isWithin { inside |= 1 << UInt64(lane) } else { outside |= 1 << UInt64(lane) }
    }
    let absent = block.notApplicable[column]
    return isInverse
      ? TruthPlanes(yes: outside, no: inside | absent) : TruthPlanes(yes: inside, no: outside | absent)
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
