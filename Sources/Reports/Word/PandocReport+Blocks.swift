import LocatedJSON

extension PandocReport {
  /// A block below a heading of the level.
  func render(_ block: ReportBlock, level: Int) -> [JSONValue] {
    switch block {
    case .paragraph(let text): [PandocNode.paragraph(inlines(text))]
    case .lead(let text): [PandocNode.styled("Lead", [PandocNode.paragraph(inlines(text))])]
    case .list(let items): [PandocNode.list(items.map { [PandocNode.plain(inlines($0))] })]
    case .numberedList(let items): [PandocNode.numberedList(items.map { [PandocNode.plain(inlines($0))] })]
    case .definitions(let items): [PandocNode.definitions(items.map { (inlines($0.term), inlines($0.details)) })]
    case .table(let table): [self.table(table)]
    case .ranking(let chart): [ranking(chart)]
    case .contributions(let chart): [contributions(chart)]
    case .architecture(let diagram): architecture(diagram)
    case .taskList(let list): taskList(list, level: level)
    case .callout(let callout): [self.callout(callout, level: level)]
    case .figure(let figure):
      [
        PandocNode.paragraph(
          [PandocNode.strong([PandocNode.text(figure.title)]), PandocNode.text(" ")] + [PandocNode.text(figure.summary)]
        ), table(figure.table),
      ]
    // As on paper.
    case .fold: []
    }
  }

  private func callout(_ callout: Callout, level: Int) -> JSONValue {
    let kind = words.callout(callout.kind)
    let title = callout.title.isEmpty ? [] : [PandocNode.text(": ")] + inlines(callout.title)
    let head = PandocNode.paragraph([PandocNode.strong([PandocNode.text(kind)] + title)])
    let style = WordStyles.styleName(of: callout.kind)
    return PandocNode.styled(style, [head] + callout.blocks.flatMap { render($0, level: level) })
  }

  private func table(_ table: DataTable) -> JSONValue {
    // Numbers need little room, remarks, which stand in the last column, the most.
    let last = table.columns.count - 1
    let weights = table.columns.enumerated().map { place, column in
      column.alignment == .trailing ? 1.0 : place == 0 ? 2.2 : place == last ? 3.0 : 2.0
    }
    let whole = weights.reduce(0, +)
    let columns = zip(table.columns, weights).map { ($0.alignment, $1 / whole) }
    let rows = table.rows.map { row in
      table.columns.indices.map { index -> [JSONValue] in
        let cell = index < row.cells.count ? inlines(row.cells[index]) : []
        return row.emphasis == .strong && !cell.isEmpty ? [PandocNode.strong(cell)] : cell
      }
    }
    return PandocNode.table(
      caption: inlines(table.caption),
      columns: columns,
      head: table.columns.map { inlines($0.title) },
      rows: rows
    )
  }

  private func ranking(_ chart: RankingChart) -> JSONValue {
    var ranked: [[[JSONValue]]] = []
    var excluded: [[[JSONValue]]] = []
    for option in chart.options {
      var title = [
        option.isRecommended ? PandocNode.strong(inlines(option.title)) : PandocNode.span("", inlines(option.title))
      ]
      if option.isRecommended { title.append(PandocNode.text(" [\(words.recommended)]")) }
      if !option.details.isEmpty { title += [PandocNode.lineBreak, PandocNode.emphasis(inlines(option.details))] }
      switch option.standing {
      case .ranked(let rank, _, let text):
        ranked.append([[PandocNode.text(String(rank))], title, [PandocNode.text(text)]])
      case .excluded(let reason):
        let why = [PandocNode.text(words.excluded + (reason.isEmpty ? "" : ": "))] + inlines(reason)
        excluded.append([[PandocNode.text("–")], title + [PandocNode.lineBreak] + why, []])
      }
    }
    return PandocNode.table(
      caption: inlines(chart.caption),
      columns: [(.leading, 0.1), (.leading, 0.74), (.trailing, 0.16)],
      head: [words.rank, words.option, words.points].map { [PandocNode.text($0)] },
      rows: ranked + excluded
    )
  }

  private func contributions(_ chart: ContributionChart) -> JSONValue {
    var rows: [[[JSONValue]]] = []
    for (title, isFor) in [(words.reasonsFor, true), (words.reasonsAgainst, false)] {
      let reasons = chart.reasons.filter { ($0.points >= 0) == isFor }
      if !reasons.isEmpty { rows.append([[PandocNode.strong([PandocNode.text(title)])], []]) }
      for reason in reasons {
        var text = inlines(reason.text) + reason.footnotes.map { footnote($0) }
        if !reason.rule.isEmpty { text += [PandocNode.text(" "), PandocNode.code(reason.rule)] }
        rows.append([text, [PandocNode.text(reason.pointsText)]])
      }
    }
    if let remainder = chart.remainder {
      rows.append([[PandocNode.text(words.remainder)], [PandocNode.text(remainder)]])
    }
    rows.append([words.total, chart.total].map { [PandocNode.strong([PandocNode.text($0)])] })
    return PandocNode.table(
      caption: inlines(chart.caption),
      columns: [(.leading, 0.86), (.trailing, 0.14)],
      head: [words.reason, words.points].map { [PandocNode.text($0)] },
      rows: rows
    )
  }

  private func architecture(_ diagram: ArchitectureDiagram) -> [JSONValue] {
    var table = diagram.table(words)
    table.caption = diagram.caption
    return [self.table(table)]
  }

  private func taskList(_ list: TaskList, level: Int) -> [JSONValue] {
    let numbers = list.numbers
    return list.phases.enumerated().flatMap { phase, content in
      [PandocNode.heading(min(level + 1, 6), "", [PandocNode.text("\(phase + 1). \(content.title)")])]
        + content.steps.enumerated().flatMap { place, step in
          self.step(step, number: "\(phase + 1).\(place + 1)", numbers: numbers)
        }
    }
  }

  private func step(_ step: TaskList.Step, number: String, numbers: [String: String]) -> [JSONValue] {
    var head = [PandocNode.text("☐ \(number)\u{2002}"), PandocNode.strong(inlines(step.title))]
    head += step.footnotes.map { footnote($0) }
    if !step.owner.isEmpty { head.append(PandocNode.text(" · " + step.owner)) }
    let before = step.after.compactMap { numbers[$0] }
    if !before.isEmpty { head.append(PandocNode.text(" · \(words.after) " + before.joined(separator: ", "))) }
    var more: [[JSONValue]] = []
    if !step.result.isEmpty {
      more.append([PandocNode.emphasis([PandocNode.text(words.result)]), PandocNode.text(" ")] + inlines(step.result))
    }
    if !step.details.isEmpty { more.append(inlines(step.details)) }
    for item in step.links { more.append([link(item.text, item.address)]) }
    let details = more.isEmpty ? [] : [PandocNode.styled("Step Details", more.map { PandocNode.paragraph($0) })]
    return [PandocNode.styled("Step", [PandocNode.paragraph(head)])] + details
  }
}
