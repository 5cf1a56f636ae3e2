/// The values of columns, spread over bit planes: words with one bit for every world. A comparison is then a few operations
/// on words, whatever is compared.
///
/// A choice, boolean or outcome has a plane for every choice that it may be; a set has those that are in, and those that may
/// be in; a number has a plane for every cut, once for its lower end and once for its upper end. A cut is a bound that it is
/// compared with: the plane tells in which worlds the number has passed it.
struct CellPlanes: Sendable {
  enum Shape: Sendable {
    /// Nobody compares it.
    case none
    case choice
    case set
    case number
  }

  struct Column: Sendable {
    var shape = Shape.none
    /// Its planes: of a choice or set one for each bit up to the last that is asked for, and one for all beyond. As many
    /// again for what may be in a set, or for the upper ends of a number.
    var planes = Run(first: 0, count: 0)
    /// Of a number: a run in `cuts`.
    var cuts = Run(first: 0, count: 0)
  }

  /// A bound that numbers are compared with.
  struct Cut: Sendable {
    var bound: Double
    /// Whether a number must exceed it to pass; otherwise it passes as soon as it reaches it.
    var isStrict: Bool
  }

  enum Question: Sendable {
    /// Of a choice: is it one of some; two runs of planes, those of the choices and the others.
    case member(Run, others: Run, isInverse: Bool)
    /// Of a number: has it passed one plane, and not the other; −1 where that end is open.
    case within(from: Int32, to: Int32, isInverse: Bool)
    /// Of a set: is any of some in it, are all, are none of the others.
    case any(Run)
    case every(Run)
    case onlyBeside(others: Run)
  }

  /// A question whose answer, where values are known exactly, is whether they lie in one of some planes, or in none of them.
  struct Union: Sendable {
    /// Two of the planes, which may be the same, or the empty one; −1 if the question is none of that kind.
    var first: Int32 = -1
    var second: Int32 = -1
    /// All bits if the values shall lie in none.
    var flip: UInt64 = 0
    /// A run in `lists`: those beyond two.
    var others = Run(first: 0, count: 0)
  }

  /// How the planes of a column stand to the values of the block.
  enum Spreading: UInt8, Sendable {
    /// Not spread since the column has changed.
    case stale
    /// Every world that knows the value knows it exactly.
    case exact
    /// Some world knows it in part.
    case loose
  }

  /// What stays the same for all blocks.
  final class Tables: Sendable {
    let columns: [Column]
    let cuts: [Cut]
    /// Per comparison.
    let questions: [Question]
    /// Per comparison.
    let unions: [Union]
    /// Runs of planes.
    let lists: [Int32]
    let planeCount: Int

    init(_ program: Program) {
      var layout = Layout(program)
      for comparison in program.comparisons { layout.note(comparison) }
      layout.arrange()
      questions = program.comparisons.map { layout.question($0) }
      unions = questions.map { layout.union($0) }
      columns = layout.columns
      cuts = layout.cuts
      lists = layout.lists
      planeCount = layout.planeCount
    }
  }

  let tables: Tables
  var planes: [UInt64]
  /// Per column.
  var spreading: [Spreading]

  init(_ program: Program) {
    tables = Tables(program)
    planes = Array(repeating: 0, count: tables.planeCount)
    spreading = Array(repeating: .stale, count: program.columnCount)
  }

  /// Forgets the values of the last block.
  mutating func forget() {
    for column in spreading.indices { spreading[column] = .stale }
  }

  /// Forgets the values of one column.
  mutating func forget(_ column: Int) { spreading[column] = .stale }
}

/// Finds the planes that comparisons need, and what they ask of them.
private struct Layout {
  var columns: [CellPlanes.Column]
  var cuts: [CellPlanes.Cut] = []
  var lists: [Int32] = []
  /// The first plane is empty.
  var planeCount = 1
  /// Per column: the bits that are asked for, and the cuts.
  private var bits: [UInt64]
  private var ownCuts: [[CellPlanes.Cut]]

  init(_ program: Program) {
    columns = Array(repeating: CellPlanes.Column(), count: program.columnCount)
    bits = Array(repeating: 0, count: program.columnCount)
    ownCuts = Array(repeating: [], count: program.columnCount)
  }

  mutating func note(_ comparison: Comparison) {
    let column = Int(comparison.column)
    switch comparison.test {
    case .member(let mask), .notMember(let mask):
      columns[column].shape = .choice
      bits[column] |= mask
    case .intersects(let mask), .contains(let mask), .subset(let mask):
      columns[column].shape = .set
      bits[column] |= mask
    case .within(let range), .outside(let range):
      columns[column].shape = .number
      if let cut = start(of: range) { add(cut, column) }
      if let cut = end(of: range) { add(cut, column) }
    }
  }

  mutating func arrange() {
    for column in columns.indices {
      let count: Int
      switch columns[column].shape {
      case .none: continue
      case .choice, .set: count = WorldBlock.width - bits[column].leadingZeroBitCount + 1
      case .number:
        count = ownCuts[column].count
        columns[column].cuts = Run(cuts.count..<cuts.count + count)
        cuts += ownCuts[column]
      }
      columns[column].planes = Run(planeCount..<planeCount + count)
      planeCount += 2 * count
    }
  }

  mutating func question(_ comparison: Comparison) -> CellPlanes.Question {
    let column = Int(comparison.column)
    switch comparison.test {
    case .member(let mask): return .member(list(mask, column), others: list(~mask, column), isInverse: false)
    case .notMember(let mask): return .member(list(mask, column), others: list(~mask, column), isInverse: true)
    case .within(let range): return within(range, column, isInverse: false)
    case .outside(let range): return within(range, column, isInverse: true)
    case .intersects(let mask): return .any(list(mask, column))
    case .contains(let mask): return .every(list(mask, column))
    case .subset(let mask): return .onlyBeside(others: list(~mask, column))
    }
  }

  func union(_ question: CellPlanes.Question) -> CellPlanes.Union {
    var union = CellPlanes.Union()
    var these = Run(first: 0, count: 0)
    var flips = true
    switch question {
    case .every: return union
    case .any(let some): (these, flips) = (some, false)
    case .onlyBeside(let others): these = others
    case .member(let some, let others, let isInverse):
      (these, flips) = some.count <= others.count ? (some, isInverse) : (others, !isInverse)
    case .within(let from, let to, let isInverse):
      if from >= 0 && to >= 0 { return union }
      flips = isInverse == (from >= 0)
      union.first = max(from, to, 0)
    }
    if these.count > 0 { union.first = lists[Int(these.first)] }
    union.first = max(union.first, 0)
    union.second = these.count > 1 ? lists[Int(these.first) + 1] : union.first
    union.flip = flips ? ~0 : 0
    if these.count > 2 { union.others = Run(first: these.first + 2, count: these.count - 2) }
    return union
  }

  /// The planes of some choices; the last plane of a column stands for all choices that nobody asks for.
  private mutating func list(_ mask: UInt64, _ column: Int) -> Run {
    let first = lists.count
    let planes = columns[column].planes.indices
    for (bit, plane) in planes.enumerated() where bit == planes.count - 1 || mask >> UInt64(bit) & 1 == 1 {
      if bit == planes.count - 1 && (bit == WorldBlock.width || mask >> UInt64(bit) == 0) { continue }
      lists.append(Int32(plane))
    }
    return Run(first..<lists.count)
  }

  private mutating func within(_ range: Bounds, _ column: Int, isInverse: Bool) -> CellPlanes.Question {
    // Bounds that hold nothing: what lies within all numbers is not within them.
    let isEmpty = range.lower > range.upper || range.lower == range.upper && (range.isLowerOpen || range.isUpperOpen)
    if isEmpty { return .within(from: -1, to: -1, isInverse: !isInverse) }
    func plane(_ cut: CellPlanes.Cut?) -> Int32 {
      guard let cut, let place = ownCuts[column].firstIndex(where: { isSame($0, cut) }) else { return -1 }
      return columns[column].planes.first + Int32(place)
    }
    return .within(from: plane(start(of: range)), to: plane(end(of: range)), isInverse: isInverse)
  }

  private func start(of range: Bounds) -> CellPlanes.Cut? {
    range.lower.isFinite ? CellPlanes.Cut(bound: range.lower, isStrict: range.isLowerOpen) : nil
  }

  private func end(of range: Bounds) -> CellPlanes.Cut? {
    range.upper.isFinite ? CellPlanes.Cut(bound: range.upper, isStrict: !range.isUpperOpen) : nil
  }

  private func isSame(_ a: CellPlanes.Cut, _ b: CellPlanes.Cut) -> Bool {
    a.bound == b.bound && a.isStrict == b.isStrict
  }

  private mutating func add(_ cut: CellPlanes.Cut, _ column: Int) {
    for known in ownCuts[column] where isSame(known, cut) { return }
    ownCuts[column].append(cut)
  }
}
