extension HTMLReport {
  mutating func ranking(_ chart: RankingChart) {
    let scale = BarScale(chart.options.compactMap(\.points))
    block("table", ["class": "chart ranking"]) { report in
      report.caption(chart.caption)
      report.chartHead([report.words.rank, report.words.option, report.words.points, report.words.comparison])
      report.block("tbody") { report in
        for option in chart.options {
          guard case .ranked(let rank, let points, let text) = option.standing else { continue }
          report.block("tr", ["class": option.isRecommended ? "recommended" : ""]) { report in
            report.element("td", ["class": "rank"]) { $0.writer.text("\(rank)") }
            report.element("th", ["scope": "row", "class": "name"]) { $0.optionTitle(option) }
            report.element("td", ["class": "points"]) { $0.writer.text(text) }
            report.element("td", ["class": "picture"]) { BarDrawing.draw(points, on: scale, into: &$0.writer) }
          }
        }
      }
      report.excludedOptions(chart.options)
    }
  }

  private mutating func excludedOptions(_ options: [RankingChart.Option]) {
    guard options.contains(where: { $0.points == nil }) else { return }
    block("tbody") { report in
      report.groupHead(report.words.excludedOptions, columns: "4")
      for option in options {
        guard case .excluded(let reason) = option.standing else { continue }
        report.block("tr", ["class": "ruled-out"]) { report in
          report.element("td", ["class": "rank"]) { $0.writer.text("–") }
          report.element("th", ["scope": "row", "class": "name"]) { report in
            report.optionTitle(option)
            report.writer.text(" ")
            report.writer.element("span", ["class": "badge negative"], text: report.words.excluded)
          }
          report.element("td", ["colspan": "2"]) { $0.inlines(reason) }
        }
      }
    }
  }

  private mutating func optionTitle(_ option: RankingChart.Option) {
    inlines(option.title)
    if option.isRecommended {
      writer.text(" ")
      writer.element("span", ["class": "badge positive"], text: words.recommended)
    }
    if !option.details.isEmpty { element("span", ["class": "more"]) { $0.inlines(option.details) } }
  }

  mutating func contributions(_ chart: ContributionChart) {
    let scale = BarScale(chart.reasons.map(\.points))
    block("table", ["class": "chart"]) { report in
      report.caption(chart.caption)
      report.chartHead([report.words.reason, report.words.points, report.words.comparison])
      report.reasons(chart.reasons.filter { $0.points >= 0 }, title: report.words.reasonsFor, scale: scale)
      report.reasons(chart.reasons.filter { !($0.points >= 0) }, title: report.words.reasonsAgainst, scale: scale)
      report.block("tfoot") { report in
        if let remainder = chart.remainder { report.sum(report.words.remainder, remainder, class: "rest") }
        report.sum(report.words.total, chart.total, class: "")
      }
    }
  }

  private mutating func reasons(_ reasons: [ContributionChart.Reason], title: String, scale: BarScale) {
    guard !reasons.isEmpty else { return }
    block("tbody") { report in
      report.groupHead(title, columns: "3")
      for reason in reasons {
        report.block("tr") { report in
          report.element("th", ["scope": "row"]) { report in
            report.inlines(reason.text)
            for number in reason.footnotes { report.footnote(number) }
            if reason.rule.isEmpty { return }
            report.writer.text(" ")
            report.writer.element("code", ["class": "rule"], text: reason.rule)
          }
          report.element("td", ["class": "points"]) { $0.writer.text(reason.pointsText) }
          report.element("td", ["class": "picture"]) { BarDrawing.draw(reason.points, on: scale, into: &$0.writer) }
        }
      }
    }
  }

  private mutating func sum(_ title: String, _ value: String, class name: String) {
    block("tr", ["class": name]) { report in
      report.element("th", ["scope": "row"]) { $0.writer.text(title) }
      report.element("td", ["class": "points"]) { $0.writer.text(value) }
      report.element("td") { _ in }
    }
  }

  private mutating func chartHead(_ titles: [String]) {
    block("thead") { report in
      report.element("tr") { report in
        for title in titles {
          let name = title == report.words.points ? "points" : ""
          report.writer.element("th", ["scope": "col", "class": name], text: title)
        }
      }
    }
  }

  private mutating func groupHead(_ title: String, columns: String) {
    block("tr", ["class": "group"]) { report in
      report.writer.element("th", ["colspan": columns, "scope": "rowgroup"], text: title)
    }
  }
}

extension RankingChart.Option {
  /// Nil for an excluded option.
  fileprivate var points: Double? {
    if case .ranked(_, let points, _) = standing { points } else { nil }
  }
}
