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
  /// - Parameter rows: numbers whose differences are exact and that hold no −0, as multiples of 2⁻⁵³ from 0 to 1 do.
  func sort(_ rows: inout [Double]) {
    var rows = rows.mutableSpan
    for (low, high) in exchanges {
      let (a, b) = (low * WorldBlock.width, high * WorldBlock.width)
      precondition(a >= 0 && a < b && b + WorldBlock.width <= rows.count)
      for lane in 0..<WorldBlock.width {
        let (x, y) = (rows[unchecked: a &+ lane], rows[unchecked: b &+ lane])
        // Without a choice: the difference goes over if it is negative, and nothing if it is not.
        let difference = x - y
        let sign = UInt64(bitPattern: Int64(bitPattern: difference.bitPattern) >> 63)
        let part = Double(bitPattern: difference.bitPattern & sign)
        rows[unchecked: a &+ lane] = y + part
        rows[unchecked: b &+ lane] = x - part
      }
    }
  }
}
