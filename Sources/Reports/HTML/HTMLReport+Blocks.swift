extension HTMLReport {
  /// A section with its heading at a level from 2; deeper sections than HTML has headings for share the sixth.
  mutating func section(_ section: ReportSection, anchor name: String, level: Int) {
    block("section", ["id": name, "class": section.density == .dense ? "dense" : ""]) { report in
      report.heading(section.title, level: level)
      for content in section.blocks { report.render(content, level: level) }
      for part in section.subsections {
        let name = report.anchor("s", part.id)
        report.section(part, anchor: name, level: level + 1)
      }
    }
  }

  mutating func heading(_ title: String, level: Int) {
    switch level {
    case ...2: block("h2") { $0.writer.text(title) }
    case 3: block("h3") { $0.writer.text(title) }
    case 4: block("h4") { $0.writer.text(title) }
    case 5: block("h5") { $0.writer.text(title) }
    default: block("h6") { $0.writer.text(title) }
    }
  }

  /// A block below a heading of the level.
  mutating func render(_ content: ReportBlock, level: Int) {
    switch content {
    case .paragraph(let text): block("p") { $0.inlines(text) }
    case .lead(let text): block("p", ["class": "lead"]) { $0.inlines(text) }
    case .list(let items): block("ul") { $0.items(items) }
    case .numberedList(let items): block("ol") { $0.items(items) }
    case .definitions(let definitions): self.definitions(definitions)
    case .table(let table): self.table(table)
    case .ranking(let chart): ranking(chart)
    case .contributions(let chart): contributions(chart)
    case .architecture(let diagram): architecture(diagram)
    case .taskList(let list): taskList(list, level: level)
    case .callout(let callout): self.callout(callout, level: level)
    case .figure(let figure): self.figure(figure)
    case .fold(let title, let blocks): fold(title, blocks, level: level)
    }
  }

  private mutating func items(_ items: [RichText]) {
    writer.line()
    for item in items { block("li") { $0.inlines(item) } }
  }

  private mutating func definitions(_ definitions: [ReportBlock.Definition]) {
    block("dl", ["class": "definitions"]) { report in
      report.writer.line()
      for definition in definitions {
        report.element("dt") { $0.inlines(definition.term) }
        report.block("dd") { $0.inlines(definition.details) }
      }
    }
  }

  private mutating func callout(_ callout: Callout, level: Int) {
    block("div", ["class": "callout \(callout.kind.rawValue)", "role": "note"]) { report in
      report.block("p", ["class": "callout-title"]) { report in
        let kind = report.words.callout(callout.kind)
        report.element("span", ["class": "callout-kind"]) { $0.writer.text(callout.title.isEmpty ? kind : kind + ":") }
        if callout.title.isEmpty { return }
        report.writer.text(" ")
        report.inlines(callout.title)
      }
      for content in callout.blocks { report.render(content, level: level) }
    }
  }

  private mutating func architecture(_ diagram: ArchitectureDiagram) {
    let id = anchor("architecture", "")
    block("figure", ["class": "drawing"]) { report in
      let isReduced = diagram.drawn.edges.count < diagram.edges.count
      let note: RichText = isReduced ? RichText(plain: report.words.operationsInTable) : ""
      let caption = RichText.joined([diagram.caption, note].filter { !$0.isEmpty }, separator: ". ")
      if !caption.isEmpty { report.block("figcaption") { $0.inlines(caption) } }
      report.block("div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-labelledby": id + "-title"]) {
        ArchitectureDrawing(diagram: diagram, words: $0.words, id: id).draw(into: &$0.writer)
      }
      report.block("details") { report in
        report.element("summary") { $0.writer.text($0.words.architectureAsText) }
        report.table(diagram.table(report.words))
      }
    }
  }
}

extension ArchitectureDiagram {
  /// The same as the drawing, in words.
  func table(_ words: ReportWords) -> DataTable {
    let links = links
    let rows = Layer.allCases.flatMap { layer in
      nodes.indices.filter { nodes[$0].layer == layer }.map { index in
        let targets = links.filter { $0.from == index }.map { link in
          nodes[link.to].title + (link.label.isEmpty ? "" : " (\(link.label))")
        }
        return DataTable.Row([
          RichText(plain: nodes[index].title), RichText(plain: words.layer(layer)),
          RichText(plain: nodes[index].operatedBy?.text ?? "–"),
          RichText(plain: targets.isEmpty ? "–" : targets.joined(separator: ", ")),
        ])
      }
    }
    let titles = [words.component, words.layer, words.operatedBy, words.connections]
    return DataTable(columns: titles.map { DataTable.Column(RichText(plain: $0)) }, rows: rows)
  }
}
