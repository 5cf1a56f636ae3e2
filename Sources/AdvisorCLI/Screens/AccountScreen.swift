import Diagnostics
import Reports

/// An account on a terminal.
struct AccountScreen {
  var screen: Screen

  init(_ screen: Screen) { self.screen = screen }

  mutating func show(_ account: Account) {
    for block in account.blocks { show(block) }
  }

  private mutating func show(_ block: Account.Block) {
    switch block {
    case .title(let text): screen.paragraph(text, .bold)
    case .heading(let text): screen.heading(text)
    case .subheading(let text):
      screen.blank()
      screen.paragraph(text, indent: 2, .bold)
    case .sentence(let text): screen.paragraph(text, indent: 2)
    case .aside(let text): screen.paragraph(text, indent: 2, .faint)
    case .item(let mark, let text):
      screen.paragraph(
        text,
        indent: 2,
        prefix: mark == .plain ? "\u{B7} " : mark.sign + " ",
        prefixPaint: paint(mark)
      )
    case .detail(let text): screen.paragraph(text, indent: 4)
    case .points(let table): show(table)
    }
  }

  private func paint(_ mark: Account.Mark) -> Screen.Paint {
    switch mark {
    case .plain: .faint
    case .comes: .good
    case .goes, .warns: .bad
    case .other, .asks: .ask
    }
  }

  private mutating func show(_ table: PointTable) {
    screen.line("  ", screen.painted(table.columns.map { $0.rightAligned(7) }.joined(), .faint))
    for row in table.rows { show(row) }
    show(table.sum, .bold)
  }

  private mutating func show(_ row: PointTable.Row, _ paint: Screen.Paint? = nil) {
    let numbers = [row.before, row.after, row.difference].map { $0.rightAligned(7) }.joined()
    let text = row.detail.isEmpty ? row.text : "\(row.text) (\(row.detail))"
    if let paint {
      screen.paragraph(text, indent: 2, prefix: numbers + "  ", prefixPaint: paint, paint)
    } else {
      screen.paragraph(text, indent: 2, prefix: numbers + "  ")
    }
  }
}
