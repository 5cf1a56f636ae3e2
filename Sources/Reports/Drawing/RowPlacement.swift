extension LayeredGraph {
  /// Gives every item its place from left to right: as near to its neighbours in the rows above and below as the
  /// order and the gaps allow. All rows must fit between `left` and `right`.
  mutating func placeItems(left: Double, right: Double) {
    for row in rows.indices { place(row: row, wanted: nil, left: left, right: right) }
    for sweep in 0..<12 {
      let order = sweep % 2 == 0 ? Array(rows.indices) : rows.indices.reversed()
      for row in order { place(row: row, wanted: wantedCentres(), left: left, right: right) }
    }
  }

  /// The mean place of the neighbours; the own place for an item without neighbours.
  private func wantedCentres() -> [(center: Double, weight: Double)] {
    var sums = [(sum: Double, weight: Double)](repeating: (0, 0), count: items.count)
    for segment in segments where !segment.isTurning {
      let weight = items[segment.upper].isBox || items[segment.lower].isBox ? 1.0 : 4
      sums[segment.upper].sum += items[segment.lower].center * weight
      sums[segment.upper].weight += weight
      sums[segment.lower].sum += items[segment.upper].center * weight
      sums[segment.lower].weight += weight
    }
    return items.indices.map { item in
      let (sum, weight) = sums[item]
      return weight > 0 ? (sum / weight, weight) : (items[item].center, 0.2)
    }
  }

  /// Least squares under the gaps: with the room to the left taken off, places must ascend, so pooling neighbours that
  /// do not gives the optimum; bounds are kept by clamping.
  private mutating func place(
    row: Int,
    wanted: [(center: Double, weight: Double)]?,
    left: Double,
    right: Double
  ) {
    let order = rows[row]
    var offsets: [Double] = []
    var edge = 0.0
    for (index, item) in order.enumerated() {
      if index > 0 { edge += gap(order[index - 1], item) }
      offsets.append(edge + items[item].width / 2)
      edge += items[item].width
    }
    let slack = max(right - left - edge, 0)
    var pools: [(mean: Double, weight: Double, count: Int)] = []
    for (index, item) in order.enumerated() {
      let center = wanted?[item].center ?? (left + slack / 2 + offsets[index])
      pools.append((center - offsets[index], wanted?[item].weight ?? 1, 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        let previous = pools.removeLast()
        let weight = last.weight + previous.weight
        let mean = (last.mean * last.weight + previous.mean * previous.weight) / weight
        pools.append((mean, weight, last.count + previous.count))
      }
    }
    let starts = pools.flatMap { [Double](repeating: $0.mean, count: $0.count) }
    for (index, item) in order.enumerated() {
      place(item, at: Double(nearest(min(max(starts[index], left), left + slack) + offsets[index])))
    }
  }
}
