/// Gives the horizontal parts of the connectors in one channel, and their labels, tracks of their own.
struct ChannelTracks {
  /// A horizontal run.
  struct Run {
    let segment: Int
    let upper: Double
    let lower: Double
    let isTurning: Bool
    /// From left to right, label included.
    var span: ClosedRange<Double>
    /// Where the label stands.
    var label: ClosedRange<Double>?
    /// From 0 at the top.
    var track = 0

    var isStraight: Bool { upper == lower }
    /// Where lines come from above.
    var tops: [Double] { isTurning ? [upper, lower] : [upper] }
    /// Where lines go on below.
    var bottoms: [Double] { isTurning ? [] : [lower] }
  }

  private(set) var runs: [Run]
  /// Whether a track holds a label, by track.
  private(set) var isLabelled: [Bool] = []

  /// Straight runs without a label need no track and are left out.
  init(_ all: [Run], labelWidths: [Double], bounds: ClosedRange<Double>) {
    var placed: [Run] = []
    for (run, width) in zip(all, labelWidths) {
      var run = run
      if width > 0 {
        let label = Self.labelSpan(of: run, width: width, among: all, bounds: bounds)
        run.label = label
        run.span = min(run.span.lowerBound, label.lowerBound)...max(run.span.upperBound, label.upperBound)
      } else if run.isStraight {
        continue
      }
      placed.append(run)
    }
    runs = Self.ordered(placed)
    for index in runs.indices {
      let above = runs[..<index].filter { Self.touch($0, runs[index]) }.map(\.track).max()
      runs[index].track = above.map { $0 + 1 } ?? 0
    }
    isLabelled = [Bool](repeating: false, count: (runs.map(\.track).max() ?? -1) + 1)
    for run in runs where run.label != nil { isLabelled[run.track] = true }
  }

  private static func touch(_ run: Run, _ other: Run) -> Bool {
    run.span.lowerBound - 8 < other.span.upperBound && other.span.lowerBound - 8 < run.span.upperBound
  }

  /// The place along the run, or beside a short one, where the fewest other lines pass; the first if several are as
  /// good.
  private static func labelSpan(
    of run: Run,
    width: Double,
    among all: [Run],
    bounds: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    let low = min(run.upper, run.lower)
    let high = max(run.upper, run.lower)
    let middle = (low + high) / 2
    var candidates = [middle]
    let reach = (high - low - width) / 2 - 8
    if reach > 0 {
      candidates += [middle - reach / 2, middle + reach / 2, middle - reach, middle + reach]
    } else if !run.isStraight {
      // On a short run the label would hide both corners, so it stands beside it.
      candidates = [high + 4 + width / 2, low - 4 - width / 2]
    }
    let lines = all.filter { $0.segment != run.segment }.flatMap { $0.tops + $0.bottoms }
    let spans = candidates.map { center -> ClosedRange<Double> in
      let start = min(max(center - width / 2, bounds.lowerBound), bounds.upperBound - width)
      return start...start + width
    }
    let crossed = spans.map { span in lines.count { span.contains($0) } }
    let best = crossed.indices.min { (crossed[$0], $0) < (crossed[$1], $1) }
    return spans[best ?? 0]
  }

  /// From top to bottom, so that few lines cross: starts from a sensible order and moves single runs while it helps.
  private static func ordered(_ runs: [Run]) -> [Run] {
    var order = runs.sorted { first, second in
      (rank(first), first.segment) < (rank(second), second.segment)
    }
    guard order.count <= 40 else { return order }
    var cost = cost(order)
    for _ in 0..<4 {
      for from in order.indices {
        for to in order.indices where to != from {
          var moved = order
          moved.insert(moved.remove(at: from), at: to)
          let new = Self.cost(moved)
          if new < cost {
            order = moved
            cost = new
          }
        }
      }
    }
    return order
  }

  /// Turning runs first, the shortest on top; then runs to the right from the right, runs to the left from the left.
  private static func rank(_ run: Run) -> Double {
    if run.isTurning { return -1e6 + (run.upper - run.lower).magnitude }
    return run.lower >= run.upper ? -run.upper : run.upper
  }

  private static func cost(_ order: [Run]) -> Int {
    var cost = 0
    for (index, lower) in order.enumerated() {
      for upper in order[..<index] {
        cost += lower.tops.count { upper.span.contains($0) } * 2
        cost += upper.bottoms.count { lower.span.contains($0) } * 2
        for bottom in upper.bottoms {
          cost += lower.tops.count { ($0 - bottom).magnitude < 5 } * 100
        }
        if let label = upper.label { cost += lower.tops.count { label.contains($0) } }
        if let label = lower.label { cost += upper.bottoms.count { label.contains($0) } }
      }
    }
    return cost
  }
}
