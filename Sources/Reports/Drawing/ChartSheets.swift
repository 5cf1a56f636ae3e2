extension ChartFigure.Drawing {
  /// The chart as marks.
  var sheet: ChartSheet {
    switch self {
    case .scores(let chart): chart.sheet
    case .heat(let chart): chart.sheet
    case .waterfall(let chart): chart.sheet
    case .shares(let chart): chart.sheet
    case .intervals(let chart): chart.sheet
    case .gantt(let chart): chart.sheet
    }
  }
}

/// A linear scale from values to places between 0 and a width; it always contains zero.
struct AxisScale {
  private let low: Double
  private let perUnit: Double

  init(_ values: [Double], width: Double) {
    let finite = values.filter(\.isFinite)
    low = min(finite.min() ?? 0, 0)
    let span = max(finite.max() ?? 0, 0) - low
    perUnit = span > 0 && span.isFinite ? width / span : 0
  }

  func place(_ value: Double) -> Double { value.isFinite ? (value - low) * perUnit : 0 }

  /// The upright band between two values, at least a hair wide.
  func band(_ from: Double, _ to: Double, in room: Rect) -> Rect {
    let (start, end) = (place(min(from, to)), place(max(from, to)))
    let width = max(end - start, 1.2)
    return Rect(x: room.x + min(start, room.width - width), y: room.y, width: width, height: room.height)
  }
}

extension ScoreChart {
  var sheet: ChartSheet {
    var sheet = ChartSheet(width: ChartSheet.narrow)
    let scale = AxisScale(bars.filter { !$0.isExcluded }.map(\.points), width: sheet.width)
    for bar in bars {
      let style = bar.isExcluded ? "quiet" : bar.isRecommended ? "bold" : ""
      let room = sheet.row(bar.title, bar.text, style: style, pictureHeight: bar.isExcluded ? 0 : 9)
      if bar.isExcluded { continue }
      let fill = bar.points < 0 ? "bar-against" : bar.isRecommended ? "bar-for" : "bar-other"
      sheet.rect(Rect(x: 0, y: room.y + 4, width: room.width, height: 1), "bar-ground")
      if bar.points != 0 { sheet.rect(scale.band(0, bar.points, in: room), fill) }
      let zero = min(scale.place(0), sheet.width - 1)
      sheet.rect(Rect(x: zero, y: room.y - 1, width: 1, height: room.height + 2), "bar-zero")
    }
    return sheet
  }
}

extension WaterfallChart {
  var sheet: ChartSheet {
    var sheet = ChartSheet(width: ChartSheet.narrow)
    var sums = [0, from.points]
    for step in steps { sums.append((sums.last ?? 0) + step.points) }
    let scale = AxisScale(sums + [to.points], width: sheet.width)
    func draw(_ step: Step, from start: Double, to end: Double, style: String, fill: String) {
      let room = sheet.row(step.title, step.text, style: style)
      sheet.rect(Rect(x: 0, y: room.y + 4, width: room.width, height: 1), "bar-ground")
      sheet.rect(scale.band(start, end, in: room), fill)
    }
    draw(from, from: 0, to: from.points, style: "bold", fill: "bar-other")
    var sum = from.points
    for step in steps {
      draw(step, from: sum, to: sum + step.points, style: "", fill: step.points < 0 ? "bar-against" : "bar-for")
      sum += step.points
    }
    draw(to, from: 0, to: to.points, style: "bold", fill: "bar-for")
    return sheet
  }
}

extension ShareChart {
  var sheet: ChartSheet {
    var sheet = ChartSheet(width: ChartSheet.narrow)
    for bar in bars {
      let room = sheet.row(bar.title, bar.text)
      sheet.rect(room, "share-none")
      let later = bar.ranks.dropFirst(2).reduce(0, +)
      let parts: [Double] = [bar.ranks.first ?? 0, bar.ranks.dropFirst().first ?? 0, later]
      var start = 0.0
      for (part, style) in zip(parts, Self.styles) where part > 0 {
        let width = min(part, 1 - start) * room.width
        sheet.rect(Rect(x: start * room.width, y: room.y, width: width, height: room.height), style)
        start = min(start + part, 1)
      }
    }
    sheet.legend(zip(Self.styles, legend).map { (style: $0.0, text: $0.1) })
    return sheet
  }

  private static let styles = ["share-first", "share-second", "share-later"]
}

extension IntervalChart {
  var sheet: ChartSheet {
    var sheet = ChartSheet(width: ChartSheet.narrow)
    for line in lines {
      let room = sheet.row(line.title, line.text)
      let middle = room.y + room.height / 2
      sheet.rect(Rect(x: 0, y: middle - 0.5, width: room.width, height: 1), "bar-ground")
      let from = min(max(line.from, 0), 1) * room.width
      let to = min(max(line.to, 0), 1) * room.width
      sheet.rect(Rect(x: from, y: middle - 3, width: max(to - from, 1.2), height: 6), "share-second")
      let now = min(max(line.now * room.width, 4), room.width - 4)
      sheet.dot(Point(x: now, y: middle), radius: 4, "now")
    }
    return sheet
  }
}
