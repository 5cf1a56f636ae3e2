/// The spaces between few numbers in 64 worlds, two worlds at a time: all their numbers stay in registers of the processor
/// while they are put in order.
///
/// The exchanges are those of Batcher's odd-even merge sort of eight numbers (see `SortingNetwork`).
package enum FewSpacings {
  /// So many numbers have room.
  package static let most = 8
  /// Of the numbers with what is before and after them.
  package static let rowCount = most + 2

  /// Finds the spaces from 0 to the least number, from each to the next one, and from the largest to 1.
  ///
  /// - Parameters:
  ///   - ends: rows of 64 lanes (`row * 64 + lane`): a first one that nobody reads, the numbers, and 1 in all that are left.
  ///   - spaces: where they go; none is less than the least weight.
  ///   - cells: the first cell of the row for each space, the least numbers first. Those after the last one begin at the
  ///     same cell as that.
  package static func find(
    between ends: [Double],
    into spaces: inout [Double],
    at cells: InlineArray<9, Int>
  ) {
    let ends = ends.span
    var spaces = spaces.mutableSpan
    precondition(ends.count >= rowCount * WorldBlock.width)
    for row in 0..<9 { precondition(cells[row] >= 0 && cells[row] <= spaces.count - WorldBlock.width) }
    for lane in stride(from: 0, to: WorldBlock.width, by: 2) {
      var (a, b, c, d) = (pair(ends, 1, lane), pair(ends, 2, lane), pair(ends, 3, lane), pair(ends, 4, lane))
      var (e, f, g, h) = (pair(ends, 5, lane), pair(ends, 6, lane), pair(ends, 7, lane), pair(ends, 8, lane))
      exchange(&a, &b)
      exchange(&c, &d)
      exchange(&e, &f)
      exchange(&g, &h)
      exchange(&a, &c)
      exchange(&b, &d)
      exchange(&e, &g)
      exchange(&f, &h)
      exchange(&b, &c)
      exchange(&f, &g)
      exchange(&a, &e)
      exchange(&b, &f)
      exchange(&c, &g)
      exchange(&d, &h)
      exchange(&c, &e)
      exchange(&d, &f)
      exchange(&b, &c)
      exchange(&d, &e)
      exchange(&f, &g)
      // The last ones first: what is too much is written over.
      put(1 - h, into: &spaces, cells[8] &+ lane)
      put(h - g, into: &spaces, cells[7] &+ lane)
      put(g - f, into: &spaces, cells[6] &+ lane)
      put(f - e, into: &spaces, cells[5] &+ lane)
      put(e - d, into: &spaces, cells[4] &+ lane)
      put(d - c, into: &spaces, cells[3] &+ lane)
      put(c - b, into: &spaces, cells[2] &+ lane)
      put(b - a, into: &spaces, cells[1] &+ lane)
      put(a, into: &spaces, cells[0] &+ lane)
    }
  }

  @inline(__always)
  private static func pair(_ rows: Span<Double>, _ row: Int, _ lane: Int) -> SIMD2<Double> {
    let first = row &* WorldBlock.width &+ lane
    return SIMD2(rows[unchecked: first], rows[unchecked: first &+ 1])
  }

  @inline(__always)
  private static func exchange(_ a: inout SIMD2<Double>, _ b: inout SIMD2<Double>) {
    let isLess = a .< b
    (a, b) = (b.replacing(with: a, where: isLess), a.replacing(with: b, where: isLess))
  }

  @inline(__always)
  private static func put(
    _ space: SIMD2<Double>,
    into spaces: inout MutableSpan<Double>,
    _ first: Int
  ) {
    let least = SIMD2(repeating: WeightDraw.leastWeight)
    let space = least.replacing(with: space, where: space .> least)
    spaces[unchecked: first] = space[0]
    spaces[unchecked: first &+ 1] = space[1]
  }
}
