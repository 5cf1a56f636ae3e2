import Reports

/// A document in words on a terminal: what an offer says. Drawings are for pages, and sources stand in the report.
struct DocumentScreen {
  var screen: Screen

  mutating func show(_ document: ReportDocument) {
    screen.paragraph(document.title, .bold)
    let facts = document.facts.map { "\($0.label): \($0.value.plainText)" }
    if !facts.isEmpty { screen.paragraph(facts.joined(separator: " · "), .faint) }
    for section in document.sections { show(section) }
    screen.blank()
    screen.paragraph(document.notice.short, .faint)
  }

  private mutating func show(_ section: ReportSection) {
    screen.heading(section.title)
    for block in section.blocks { show(block, indent: 2) }
    for part in section.subsections { show(part) }
  }

  private mutating func show(_ block: ReportBlock, indent: Int) {
    switch block {
    case .lead(let text): screen.paragraph(text.plainText, indent: indent, .bold)
    case .paragraph(let text): screen.paragraph(text.plainText, indent: indent)
    case .list(let items):
      for item in items { screen.paragraph(item.plainText, indent: indent, prefix: "· ") }
    case .numberedList(let items):
      for (place, item) in items.enumerated() {
        screen.paragraph(item.plainText, indent: indent, prefix: "\(place + 1). ", prefixPaint: .good)
      }
    case .definitions(let items):
      for item in items {
        screen.paragraph("\(item.term.plainText): \(item.details.plainText)", indent: indent, prefix: "· ")
      }
    case .table(let table): show(table, indent: indent)
    case .callout(let callout):
      let mark = callout.kind == .warning ? "! " : callout.kind == .confirm ? "? " : "· "
      let title = callout.title.plainText
      if !title.isEmpty { screen.paragraph(title, indent: indent, prefix: mark, prefixPaint: .ask) }
      for inner in callout.blocks {
        if title.isEmpty, case .paragraph(let text) = inner {
          screen.paragraph(text.plainText, indent: indent, prefix: mark, prefixPaint: .ask)
        } else {
          show(inner, indent: indent + 2)
        }
      }
    case .fold(let title, let blocks):
      screen.paragraph(title.plainText, indent: indent)
      for inner in blocks { show(inner, indent: indent + 2) }
    case .taskList(let list):
      for phase in list.phases {
        screen.paragraph(phase.title, indent: indent, .bold)
        for step in phase.steps { screen.paragraph(step.title.plainText, indent: indent + 2, prefix: "· ") }
      }
    case .ranking, .contributions, .architecture, .figure: break
    }
  }

  private mutating func show(_ table: DataTable, indent: Int) {
    let caption = table.caption.plainText
    if !caption.isEmpty { screen.paragraph(caption, indent: indent, .bold) }
    let rows = [table.columns.map(\.title.plainText)] + table.rows.map { $0.cells.map(\.plainText) }
    screen.table(rows, indent: indent)
  }
}
