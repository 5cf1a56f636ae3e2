/// Puts rows of 64 numbers in order, lane by lane, without a branch: the smaller of two goes here, the larger one there, in
/// the same order for all lanes.
///
/// The exchanges are those of Batcher's odd-even merge sort (K. E. Batcher, "Sorting networks and their applications",
/// 1968; for any number of rows: D. E. Knuth, "The Art of Computer Programming", volume 3, algorithm 5.2.2 M).
struct SortingNetwork: Sendable {
  private let exchanges: [(Int, Int)]

  init(rows: Int) {
    var exchanges: [(Int, Int)] = []
    var block = 1
    while block < rows {
      var distance = block
      while distance >= 1 {
        var start = distance % block
        while start + distance < rows {
          for row in start..<min(start + distance, rows - distance)
          where row / (2 * block) == (row + distance) / (2 * block) {
            exchanges.append((row, row + distance))
          }
          start += 2 * distance
        }
        distance /= 2
      }
      block *= 2
    }
    self.exchanges = exchanges
  }

  /// Sorts every lane upwards (`row * 64 + lane`).
  ///
  /// - Parameters:
  ///   - rows: numbers; no −0 beside 0.
  ///   - first: the cell where the rows begin.
  func sort(_ rows: inout [Double], from first: Int) {
    var rows = rows.mutableSpan
    for (low, high) in exchanges {
      let (a, b) = (first + low * WorldBlock.width, first + high * WorldBlock.width)
      precondition(a >= 0 && a <= b - WorldBlock.width && b <= rows.count - WorldBlock.width)
      for lane in 0..<WorldBlock.width {
        let (x, y) = (rows[unchecked: a &+ lane], rows[unchecked: b &+ lane])
        let least = x < y ? x : y
        rows[unchecked: a &+ lane] = least
        // What is left of both: one choice less, and no branch.
        rows[unchecked: b &+ lane] = Double(bitPattern: x.bitPattern ^ y.bitPattern ^ least.bitPattern)
      }
    }
  }
}
