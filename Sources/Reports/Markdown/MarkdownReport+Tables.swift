extension MarkdownReport {
  mutating func table(_ table: DataTable) {
    add(inlines(table.caption))
    let head = table.columns.map { inlines($0.title, inTable: true) }
    var rows: [[String]] = []
    for row in table.rows {
      var cells: [String] = []
      for index in table.columns.indices {
        let text = index < row.cells.count ? inlines(row.cells[index], inTable: true) : ""
        cells.append(index == 0 && row.emphasis == .strong && !text.isEmpty ? "▸ " + text : text)
      }
      rows.append(cells)
    }
    grid(head, table.columns.map(\.alignment), rows)
  }

  /// A table of finished cells.
  private mutating func grid(_ head: [String], _ alignments: [DataTable.Alignment], _ rows: [[String]]) {
    guard !head.isEmpty else { return }
    let rule = alignments.map { alignment in
      switch alignment {
      case .leading: "---"
      case .trailing: "---:"
      case .center: ":---:"
      }
    }
    add(([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" })
  }

  mutating func ranking(_ chart: RankingChart) {
    add(inlines(chart.caption))
    let scale = BarScale(
      chart.options.compactMap { option in
        if case .ranked(_, let points, _) = option.standing { points } else { nil }
      }
    )
    var ranked: [[String]] = []
    var excluded: [[String]] = []
    for option in chart.options {
      var title = inlines(option.title, inTable: true)
      if option.isRecommended { title += " " + badge(words.recommended) }
      if !option.details.isEmpty { title += " – " + inlines(option.details, inTable: true) }
      switch option.standing {
      case .ranked(let rank, let points, let text):
        ranked.append([String(rank), title, MarkdownText.escaped(text), bar(points, on: scale)])
      case .excluded(let reason):
        excluded.append(["–", title, badge(words.excluded), inlines(reason, inTable: true)])
      }
    }
    let head = [words.rank, words.option, words.points, words.comparison]
    grid(head, [.trailing, .leading, .trailing, .leading], ranked + excluded)
  }

  mutating func contributions(_ chart: ContributionChart) {
    add(inlines(chart.caption))
    let scale = BarScale(chart.reasons.map(\.points))
    var rows: [[String]] = []
    for (title, isFor) in [(words.reasonsFor, true), (words.reasonsAgainst, false)] {
      let reasons = chart.reasons.filter { ($0.points >= 0) == isFor }
      if !reasons.isEmpty { rows.append(["**\(title)**", "", "", ""]) }
      for reason in reasons {
        let text = inlines(reason.text, inTable: true) + footnotes(reason.footnotes)
        let rule = MarkdownText.code(reason.rule, inTable: true)
        rows.append([text, MarkdownText.escaped(reason.pointsText), bar(reason.points, on: scale), rule])
      }
    }
    if let remainder = chart.remainder { rows.append([words.remainder, MarkdownText.escaped(remainder), "", ""]) }
    rows.append(["**\(words.total)**", MarkdownText.wrapped(chart.total, in: "**"), "", ""])
    let head = [words.reason, words.points, words.comparison, words.rule]
    grid(head, [.leading, .trailing, .leading, .leading], rows)
  }

  /// A bar of 20 characters with a stroke at zero.
  private func bar(_ points: Double, on scale: BarScale) -> String {
    let bar = scale.bar(points)
    let zero = nearest(scale.zero / 5)
    let length = bar.length > 0 ? max(nearest(bar.length / 5), 1) : 0
    var cells = [Character](repeating: "░", count: 20)
    let start = points < 0 ? zero - length : zero
    for index in start..<start + length where cells.indices.contains(index) { cells[index] = "█" }
    return "`" + String(cells[..<zero]) + "│" + String(cells[zero...]) + "`"
  }
}
