extension MarkdownReport {
  mutating func render(_ block: ReportBlock, level: Int) {
    switch block {
    case .paragraph(let text): add(inlines(text))
    case .lead(let text): quote { $0.add($0.inlines(text)) }
    case .list(let items): list(items)
    case .numberedList(let items): numberedList(items)
    case .definitions(let definitions):
      var items: [String] = []
      for definition in definitions {
        let term = inlines(definition.term)
        items.append("- " + term + " – " + inlines(definition.details))
      }
      add(items)
    case .table(let table): self.table(table)
    case .ranking(let chart): ranking(chart)
    case .contributions(let chart): contributions(chart)
    case .architecture(let diagram): architecture(diagram)
    case .taskList(let list): taskList(list, level: level)
    case .callout(let callout): self.callout(callout, level: level)
    case .figure(let figure):
      add(MarkdownText.wrapped(figure.title, in: "**") + " " + MarkdownText.escaped(figure.summary))
      table(figure.table)
    case .fold(let title, let blocks):
      add("**" + inlines(RichText(plain: title.plainText)) + "**")
      for block in blocks { render(block, level: level) }
    }
  }

  private mutating func list(_ items: [RichText]) {
    let lines = items.map { "- " + inlines($0) }
    add(lines)
  }

  private mutating func numberedList(_ items: [RichText]) {
    let lines = items.enumerated().map { "\($0.offset + 1). " + inlines($0.element) }
    add(lines)
  }

  private mutating func callout(_ callout: Callout, level: Int) {
    quote { report in
      let kind = "**\(report.words.callout(callout.kind))**"
      report.add(callout.title.isEmpty ? kind : kind + ": " + report.inlines(callout.title))
      for block in callout.blocks { report.render(block, level: level) }
    }
  }

  private mutating func architecture(_ diagram: ArchitectureDiagram) {
    add(inlines(diagram.caption))
    add(MermaidText.lines(of: diagram, words: words))
    table(diagram.table(words))
  }

  private mutating func taskList(_ list: TaskList, level: Int) {
    let numbers = list.numbers
    for (phase, content) in list.phases.enumerated() {
      heading("\(phase + 1). \(content.title)", level: level + 1)
      var lines: [String] = []
      for (place, step) in content.steps.enumerated() {
        lines += self.step(step, number: "\(phase + 1).\(place + 1)", numbers: numbers)
      }
      add(lines)
    }
  }

  private mutating func step(_ step: TaskList.Step, number: String, numbers: [String: String]) -> [String] {
    var head = "- [ ] **\(number)** " + inlines(step.title) + footnotes(step.footnotes)
    if !step.owner.isEmpty { head += " · " + MarkdownText.escaped(step.owner) }
    let before = step.after.compactMap { numbers[$0] }
    if !before.isEmpty { head += " · \(words.after) " + before.joined(separator: ", ") }
    var more: [String] = []
    if !step.result.isEmpty { more.append("*\(MarkdownText.escaped(words.result))* " + inlines(step.result)) }
    if !step.details.isEmpty { more.append(inlines(step.details)) }
    let links = step.links.map { link($0.text, address: $0.address) }
    if !links.isEmpty { more.append(links.joined(separator: " · ")) }
    // A backslash at the end of a line is a line break.
    return ([head] + more.map { "  " + $0 }).joinedByBreaks
  }
}

extension [String] {
  fileprivate var joinedByBreaks: [String] {
    enumerated().map { $0.offset + 1 < count ? $0.element + "\\" : $0.element }
  }
}
