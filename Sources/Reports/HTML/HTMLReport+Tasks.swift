extension HTMLReport {
  /// Phases are headings one level below the section's.
  mutating func taskList(_ list: TaskList, level: Int) {
    let numbers = list.numbers
    let name = anchor("step", "")
    for (phase, content) in list.phases.enumerated() {
      heading("\(phase + 1). \(content.title)", level: level + 1)
      block("ul", ["class": "steps"]) { report in
        report.writer.line()
        for (place, step) in content.steps.enumerated() {
          let number = "\(phase + 1).\(place + 1)"
          report.block("li", ["id": name + "-" + number]) { report in
            report.writer.element("span", ["class": "tick", "aria-hidden": "true"])
            report.step(step, number: number, numbers: numbers, anchor: name)
          }
        }
      }
    }
  }

  private mutating func step(_ step: TaskList.Step, number: String, numbers: [String: String], anchor: String) {
    block("p", ["class": "step-head"]) { report in
      report.writer.element("span", ["class": "step-number"], text: number)
      report.writer.text(" ")
      report.element("span", ["class": "step-title"]) { report in
        report.inlines(step.title)
        for footnote in step.footnotes { report.footnote(footnote) }
      }
      report.writer.text(" ")
      report.element("span", ["class": "step-owner"]) { report in
        report.writer.text(step.owner)
        let before = step.after.compactMap { numbers[$0] }
        if before.isEmpty { return }
        report.writer.text((step.owner.isEmpty ? "" : " · ") + report.words.after + " ")
        for (index, number) in before.enumerated() {
          if index > 0 { report.writer.text(", ") }
          report.writer.element("a", ["href": "#\(anchor)-\(number)"], text: number)
        }
      }
    }
    if !step.result.isEmpty {
      block("p", ["class": "step-more"]) { report in
        report.writer.element("b", text: report.words.result)
        report.writer.text(" ")
        report.inlines(step.result)
      }
    }
    if !step.details.isEmpty { block("p", ["class": "step-more step-details"]) { $0.inlines(step.details) } }
    if !step.links.isEmpty {
      block("p", ["class": "step-more step-links"]) { report in
        for (index, link) in step.links.enumerated() {
          if index > 0 { report.writer.text(" · ") }
          report.link(link.text, address: link.address)
        }
      }
    }
  }
}
