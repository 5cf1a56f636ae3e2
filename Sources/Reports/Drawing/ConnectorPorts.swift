/// Where connectors leave and enter items: an x for both ends of every segment.
struct ConnectorPorts {
  /// By segment.
  private(set) var upper: [Double]
  private(set) var lower: [Double]
  /// The ends on one side of a box, from left to right.
  private var sides: [[End]] = []
  private let graph: LayeredGraph

  private struct End {
    let segment: Int
    let isUpper: Bool
  }

  init(_ graph: LayeredGraph) {
    self.graph = graph
    upper = graph.segments.map { graph.items[$0.upper].center }
    lower = graph.segments.map { graph.items[$0.lower].center }
    spread()
    straighten()
    separate()
  }

  private func x(_ end: End) -> Double { end.isUpper ? upper[end.segment] : lower[end.segment] }

  private mutating func move(_ end: End, to x: Double) {
    if end.isUpper { upper[end.segment] = x } else { lower[end.segment] = x }
  }

  private func item(_ end: End) -> Int {
    let segment = graph.segments[end.segment]
    return end.isUpper ? segment.upper : segment.lower
  }

  /// Ports of a side stand in the order of the other ends, around the middle of the box.
  private mutating func spread() {
    var ends: [Int: [End]] = [:]
    for (index, segment) in graph.segments.enumerated() {
      ends[2 * segment.upper, default: []].append(End(segment: index, isUpper: true))
      ends[2 * segment.lower + (segment.isTurning ? 0 : 1), default: []].append(End(segment: index, isUpper: false))
    }
    for key in ends.keys.sorted() where graph.items[key / 2].isBox {
      let box = graph.items[key / 2]
      let side = (ends[key] ?? []).sorted { (farCentre($0), $0.segment) < (farCentre($1), $1.segment) }
      let step = side.count > 1 ? min(40, (box.width - 28) / Double(side.count - 1)) : 0
      for (index, end) in side.enumerated() {
        move(end, to: box.center + step * (Double(index) - Double(side.count - 1) / 2))
      }
      sides.append(side)
    }
  }

  private func farCentre(_ end: End) -> Double {
    item(End(segment: end.segment, isUpper: !end.isUpper)).center(in: graph)
  }

  /// Moves a port below or above its other end where there is room, so that the line is straight.
  private mutating func straighten() {
    for side in sides {
      for (index, end) in side.enumerated() where !graph.segments[end.segment].isTurning {
        let target = x(End(segment: end.segment, isUpper: !end.isUpper))
        if canMove(index, of: side, to: target), isFree(target, for: end) { move(end, to: target) }
      }
    }
  }

  /// Nudges ports that stand exactly below the port of another connector, as their lines could be taken for one.
  private mutating func separate() {
    for side in sides {
      for (index, end) in side.enumerated() where !isFree(x(end), for: end) && !isStraight(end.segment) {
        let place = x(end)
        let nudged = [7.0, -7, 14, -14].first { shift in
          canMove(index, of: side, to: place + shift) && isFree(place + shift, for: end)
        }
        if let nudged { move(end, to: place + nudged) }
      }
    }
  }

  /// The segment of each link, by link, on which a label of the width covers the fewest lines of others; the one
  /// nearest to the start of the link if several do.
  func labelSegments(widths: [Int: Double], isDownwards: (Int) -> Bool) -> [Int: Int] {
    var best: [Int: (segment: Int, score: Double)] = [:]
    for (index, segment) in graph.segments.enumerated() {
      guard let width = widths[segment.link] else { continue }
      let middle = (upper[index] + lower[index]) / 2
      let covered = graph.segments.indices.filter { other in
        graph.segments[other].channel == segment.channel && other != index
          && ((upper[other] - middle).magnitude < width / 2 || (lower[other] - middle).magnitude < width / 2)
      }.count
      let run = (upper[index] - lower[index]).magnitude
      // A level run longer than the label suits best, one that is shorter loses its corners behind the label.
      let score = Double(covered) * 2 + (run > width + 16 ? -1 : run == 0 ? 0 : 1.5)
      let isBetter = best[segment.link].map { isDownwards(segment.link) ? score < $0.score : score <= $0.score } ?? true
      if isBetter { best[segment.link] = (index, score) }
    }
    return best.mapValues(\.segment)
  }

  private func isStraight(_ segment: Int) -> Bool { upper[segment] == lower[segment] }

  private func canMove(_ index: Int, of side: [End], to x: Double) -> Bool {
    let box = graph.items[item(side[index])]
    guard x >= box.left + 12, x <= box.right - 12 else { return false }
    if index > 0, x - self.x(side[index - 1]) < 10 { return false }
    if index + 1 < side.count, self.x(side[index + 1]) - x < 10 { return false }
    return true
  }

  /// Whether no other connector of the channel has an end within a few units.
  private func isFree(_ x: Double, for end: End) -> Bool {
    let channel = graph.segments[end.segment].channel
    return graph.segments.indices.allSatisfy { other in
      graph.segments[other].channel != channel || other == end.segment
        || ((upper[other] - x).magnitude >= 6 && (lower[other] - x).magnitude >= 6)
    }
  }
}

extension Int {
  fileprivate func center(in graph: LayeredGraph) -> Double { graph.items[self].center }
}
