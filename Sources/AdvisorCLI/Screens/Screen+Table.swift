import Diagnostics

extension Screen {
  /// Cells in columns, the first row being the heading. What does not fit on a line is wrapped in its column, the widest
  /// columns first.
  mutating func table(_ rows: [[String]], indent: Int) {
    let columns = rows.map(\.count).max() ?? 0
    let safe = rows.map { row in
      (0..<columns).map { place in row.indices.contains(place) ? sanitized(row[place]) : "" }
    }
    let widths = columnWidths(safe, columns: columns, room: width - indent - Self.gap * max(0, columns - 1))
    for (number, row) in safe.enumerated() {
      let cells = row.indices.map { lines(of: row[$0], width: widths[$0]) }
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        let pieces = cells.indices.map { place in
          (cells[place].indices.contains(line) ? cells[place][line] : "").fitted(widths[place])
        }
        let text = pieces.joined(separator: String(repeating: " ", count: Self.gap))
        self.line(String(repeating: " ", count: indent), number == 0 ? painted(text, .faint) : text)
      }
    }
  }

  private static let gap = 2

  /// As wide as the widest cell where there is room; otherwise the widest columns give way to the others.
  private func columnWidths(_ rows: [[String]], columns: Int, room: Int) -> [Int] {
    var widths = (0..<columns).map { place in max(1, rows.map { $0[place].count }.max() ?? 1) }
    while widths.reduce(0, +) > max(room, columns * 8), let widest = widths.indices.max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
    }
    return widths
  }

  /// The lines of a cell; a word that is too long is cut where the column ends.
  private func lines(of cell: String, width: Int) -> [String] {
    wrap(cell, width: width).flatMap { line -> [String] in
      var pieces: [String] = []
      var rest = line[...]
      while rest.count > width {
        pieces.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      return pieces + [String(rest)]
    }
  }
}
