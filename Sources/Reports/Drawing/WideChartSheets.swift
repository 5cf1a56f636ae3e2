extension HeatChart {
  var sheet: ChartSheet {
    var sheet = ChartSheet(width: ChartSheet.wide)
    let titleWidth = 190.0
    let weightWidth = 60.0
    let columnWidth = (sheet.width - titleWidth - weightWidth) / Double(max(columns.count, 1))
    func middle(_ column: Int) -> Double { titleWidth + weightWidth + (Double(column) + 0.5) * columnWidth }
    let heads = columns.map {
      TextMeasure.wrap($0, width: columnWidth - 8, size: ChartSheet.smallSize, limit: 3)
    }
    let headHeight = Double(max(heads.map(\.count).max() ?? 1, 1)) * 13 + 6
    for (column, lines) in heads.enumerated() {
      for (index, line) in lines.enumerated() {
        let y = headHeight - 6 - Double(lines.count - 1 - index) * 13
        sheet.text(line, x: middle(column), y: y, .middle, "small", size: ChartSheet.smallSize)
      }
    }
    sheet.text(
      weightTitle,
      x: titleWidth + weightWidth - 10,
      y: headHeight - 6,
      .end,
      "small",
      size: ChartSheet.smallSize
    )
    sheet.height = headHeight
    let most = rows.flatMap(\.cells).map(\.points.magnitude).filter(\.isFinite).max() ?? 0
    for row in rows {
      let lines = TextMeasure.wrap(row.title, width: titleWidth - 8, size: ChartSheet.textSize, limit: 2)
      let height = Double(max(lines.count, 1)) * 14 + 10
      for (index, line) in lines.enumerated() { sheet.text(line, x: 0, y: sheet.height + 16 + Double(index) * 14) }
      let y = sheet.height + height / 2 + 4
      sheet.text(row.weight, x: titleWidth + weightWidth - 10, y: y, .end, "value")
      for (column, cell) in row.cells.prefix(columns.count).enumerated() {
        let frame = Rect(
          x: middle(column) - columnWidth / 2 + 1,
          y: sheet.height + 1,
          width: columnWidth - 2,
          height: height - 2
        )
        sheet.rect(frame, Self.style(cell.points, most))
        sheet.text(cell.text, x: middle(column), y: y, .middle, "value")
      }
      sheet.height += height
    }
    return sheet
  }

  /// One of four depths for either sign.
  private static func style(_ points: Double, _ most: Double) -> String {
    guard points.isFinite, points != 0, most > 0 else { return "heat-0" }
    let part = points.magnitude / most
    let depth = part > 0.75 ? 4 : part > 0.5 ? 3 : part > 0.25 ? 2 : 1
    return points < 0 ? "heat-against-\(depth)" : "heat-for-\(depth)"
  }
}

extension GanttChart {
  var sheet: ChartSheet {
    var sheet = ChartSheet(width: ChartSheet.wide)
    let titleWidth = 270.0
    let room = sheet.width - titleWidth - 110
    let perDay = days > 0 && days.isFinite ? room / days : 0
    sheet.height = 18
    var free = -1.0
    var lines: [Double] = []
    for tick in ticks {
      let x = titleWidth + min(max(tick.day, 0), days) * perDay
      lines.append(x)
      guard x >= free else { continue }
      sheet.text(tick.text, x: x, y: 11, .start, "small", size: ChartSheet.smallSize)
      free = x + TextMeasure.width(tick.text, size: ChartSheet.smallSize) + 8
    }
    let bottom = 18 + Double(bars.count) * 22
    for x in lines { sheet.line(Point(x: x, y: 16), Point(x: x, y: bottom), "tick-line") }
    for bar in bars {
      let title = TextMeasure.cut("\(bar.number) \(bar.title)", width: titleWidth - 10, size: ChartSheet.textSize)
      sheet.text(title, x: 0, y: sheet.height + 15)
      let from = titleWidth + min(max(bar.from, 0), days) * perDay
      let to = titleWidth + min(max(bar.to, 0), days) * perDay
      sheet.rect(Rect(x: from, y: sheet.height + 5, width: max(to - from, 2), height: 12), "bar-for", radius: 2)
      sheet.text(bar.text, x: max(to, from + 2) + 6, y: sheet.height + 15, .start, "small", size: ChartSheet.smallSize)
      sheet.height += 22
    }
    return sheet
  }
}
