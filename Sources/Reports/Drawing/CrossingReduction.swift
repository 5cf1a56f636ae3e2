extension LayeredGraph {
  /// Orders the items of every row so that few connectors cross: barycentre sweeps, then swaps of neighbours
  /// (Sugiyama, Tagawa and Toda 1981; Gansner and others 1993).
  mutating func reduceCrossings() {
    var best = rows
    var fewest = crossings()
    for sweep in 0..<16 {
      if sweep % 2 == 0 {
        for row in rows.indices.dropFirst() { sortByBarycentre(row, above: true) }
      } else {
        for row in rows.indices.dropLast().reversed() { sortByBarycentre(row, above: false) }
      }
      swapNeighbours()
      let count = crossings()
      if count < fewest {
        fewest = count
        best = rows
      }
    }
    rows = best
  }

  private func positions() -> [Double] {
    var positions = [Double](repeating: 0, count: items.count)
    for row in rows {
      for (index, item) in row.enumerated() { positions[item] = (Double(index) + 0.5) / Double(row.count) }
    }
    return positions
  }

  private mutating func sortByBarycentre(_ row: Int, above: Bool) {
    let positions = positions()
    var sums: [Int: (sum: Double, count: Double)] = [:]
    for segment in segments where !segment.isTurning && segment.channel == (above ? row - 1 : row) {
      let (item, other) = above ? (segment.lower, segment.upper) : (segment.upper, segment.lower)
      let old = sums[item] ?? (0, 0)
      sums[item] = (old.sum + positions[other], old.count + 1)
    }
    let keys = rows[row].map { item in sums[item].map { $0.sum / $0.count } ?? positions[item] }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    rows[row] = order.map { [old = rows[row]] in old[$0] }
  }

  /// Swaps pairs of neighbours as long as that helps; left out for diagrams too large to gain from it.
  private mutating func swapNeighbours() {
    guard segments.count <= 160 else { return }
    var count = crossings()
    for row in rows.indices {
      for index in rows[row].indices.dropLast() {
        rows[row].swapAt(index, index + 1)
        let swapped = crossings()
        if swapped < count { count = swapped } else { rows[row].swapAt(index, index + 1) }
      }
    }
  }

  /// How many pairs of connectors cross between rows.
  func crossings() -> Int {
    let positions = positions()
    var count = 0
    for channel in rows.indices {
      let lines = segments.filter { $0.channel == channel && !$0.isTurning }
        .map { (positions[$0.upper], positions[$0.lower]) }
      for (index, line) in lines.enumerated() {
        for other in lines[..<index] where (line.0 - other.0) * (line.1 - other.1) < 0 { count += 1 }
      }
    }
    return count
  }
}
