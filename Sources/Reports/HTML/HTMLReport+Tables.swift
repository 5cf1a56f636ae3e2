extension HTMLReport {
  mutating func table(_ table: DataTable) {
    let isWide = table.columns.count > 3
    let label = table.caption.isEmpty ? (table.columns.first?.title.plainText ?? "") : table.caption.plainText
    let attributes: HTMLWriter.Attributes = [
      "class": (isWide ? "scroll wide" : "scroll") + (table.rows.count <= 8 ? " short" : ""),
      "tabindex": isWide ? "0" : "", "role": isWide ? "group" : "",
      "aria-label": isWide ? label : "",
    ]
    block("div", attributes) { report in
      report.block("table") { report in
        report.caption(table.caption)
        report.block("thead") { report in
          report.element("tr") { report in
            for (index, column) in table.columns.enumerated() {
              let name = index == 0 && table.keepsNamesWhole ? "tight" : column.alignment.className
              report.element("th", ["scope": "col", "class": name]) { $0.inlines(column.title) }
            }
          }
        }
        report.block("tbody") { report in
          report.writer.line()
          let isTight = table.keepsNamesWhole
          for row in table.rows { report.row(row, columns: table.columns, isWide: isWide, isTight: isTight) }
        }
      }
    }
  }

  mutating func caption(_ caption: RichText) {
    if !caption.isEmpty { block("caption") { $0.inlines(caption) } }
  }

  private mutating func row(_ row: DataTable.Row, columns: [DataTable.Column], isWide: Bool, isTight: Bool) {
    block("tr", ["class": row.emphasis.className]) { report in
      for (index, column) in columns.enumerated() {
        let cell = index < row.cells.count ? row.cells[index] : ""
        if index == 0 {
          let name = isTight ? "tight" : column.alignment.className
          report.element("th", ["scope": "row", "class": name]) { $0.inlines(cell) }
        } else {
          // On a phone the rows of a wide table are cards; then every cell names its column.
          let label = isWide ? column.title.plainText : ""
          // What says nothing needs no line there.
          let names = [column.alignment.className, isWide && ["", "–"].contains(cell.plainText) ? "none" : ""]
          let name = names.filter { !$0.isEmpty }.joined(separator: " ")
          report.element("td", ["class": name, "data-label": label]) { $0.inlines(cell) }
        }
      }
    }
  }
}

extension DataTable.Alignment {
  fileprivate var className: String {
    switch self {
    case .leading: ""
    case .trailing: "end"
    case .center: "middle"
    }
  }
}

extension DataTable.Emphasis {
  fileprivate var className: String {
    switch self {
    case .normal: ""
    case .strong: "strong"
    case .muted: "muted"
    }
  }
}
