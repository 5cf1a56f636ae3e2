extension Account {
  /// The account as Markdown for GitHub and GitLab; nothing in its texts acts as Markdown.
  package func markdown() -> String {
    var lines: [String] = []
    var isList = false
    for block in blocks {
      let isItem =
        switch block {
        case .item, .detail: true
        default: false
        }
      if !(isItem && isList) && !lines.isEmpty { lines.append("") }
      isList = isItem
      lines += markdown(block)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func markdown(_ block: Block) -> [String] {
    switch block {
    case .title(let text): return ["# " + MarkdownText.escaped(text)]
    case .heading(let text): return ["## " + MarkdownText.escaped(text)]
    case .subheading(let text): return ["### " + MarkdownText.escaped(text)]
    case .sentence(let text): return [MarkdownText.escaped(text)]
    case .aside(let text): return [MarkdownText.wrapped(text, in: "*")]
    case .item(let mark, let text):
      let sign = mark.sign
      return ["- " + (sign.isEmpty ? "" : sign + " ") + MarkdownText.escaped(text)]
    case .detail(let text): return ["  - " + MarkdownText.escaped(text)]
    case .points(let table):
      func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
      func cells(_ row: PointTable.Row) -> [String] {
        [row.before, row.after, row.difference, row.text, row.detail].map { MarkdownText.escaped($0) }
      }
      let sum = cells(table.sum).map { $0.isEmpty ? "" : "**\($0)**" }
      return [row(table.columns.map { MarkdownText.escaped($0) } + ["", ""]), "|--:|--:|--:|:--|:--|"]
        + table.rows.map { row(cells($0)) } + [row(sum)]
    }
  }
}

extension Account.Mark {
  /// The sign in front of an item; the same on a terminal and in Markdown.
  package var sign: String {
    switch self {
    case .plain: ""
    case .other: "\u{2194}"
    case .comes: "\u{271A}"
    case .goes: "\u{2716}"
    case .asks: "?"
    case .warns: "!"
    }
  }
}
