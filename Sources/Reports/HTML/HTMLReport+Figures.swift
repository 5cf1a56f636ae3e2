extension HTMLReport {
  /// A chart, with its table folded below.
  mutating func figure(_ figure: ChartFigure) {
    let id = anchor("chart", "")
    let sheet = figure.drawing.sheet
    let isWide = sheet.width > ChartSheet.narrow
    block("figure", ["class": "chart-figure"]) { report in
      report.block("figcaption") { report in
        report.element("strong") { $0.writer.text(figure.title) }
        if figure.summary.isEmpty { return }
        report.writer.text(" ")
        report.element("span") { $0.writer.text(figure.summary) }
      }
      let attributes: HTMLWriter.Attributes = [
        "class": isWide ? "scroll" : "", "tabindex": isWide ? "0" : "", "role": isWide ? "group" : "",
        "aria-labelledby": isWide ? id + "-title" : "",
      ]
      report.block("div", attributes) {
        sheet.draw(title: figure.title, summary: figure.summary, id: id, into: &$0.writer)
      }
      report.block("details") { report in
        report.element("summary") { $0.writer.text($0.words.chartAsText) }
        report.table(figure.table)
      }
    }
  }

  /// What only some readers want.
  mutating func fold(_ title: RichText, _ blocks: [ReportBlock], level: Int) {
    block("details", ["class": "fold"]) { report in
      report.element("summary") { $0.inlines(title) }
      report.block("div") { report in
        for content in blocks { report.render(content, level: level) }
      }
    }
  }
}
