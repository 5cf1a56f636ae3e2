extension HTMLReport {
  mutating func inlines(_ text: RichText) {
    for inline in text.inlines { self.inline(inline) }
  }

  private mutating func inline(_ inline: Inline) {
    switch inline {
    case .text(let text): writer.text(text)
    case .strong(let text): writer.element("strong", text: text)
    case .emphasis(let text): writer.element("em", text: text)
    case .code(let text): writer.element("code", text: text)
    case .link(let text, let address): link(text, address: address)
    case .entry(let text, let section): entry(text, section: section)
    case .footnote(let number): footnote(number)
    case .badge(let kind, let text): writer.element("span", ["class": "badge \(kind.rawValue)"], text: text)
    }
  }

  mutating func link(_ text: String, address: String) {
    guard let address = WebAddress(address) else { return writer.text(text) }
    let shown = text.cleaned.allSatisfy { $0 == " " } ? address.text : text
    writer.element("a", ["href": address.text, "rel": "noopener noreferrer"], text: shown)
  }

  private mutating func entry(_ text: String, section: String) {
    guard let anchor = sectionAnchors[section] else { return writer.text(text) }
    writer.element("a", ["href": "#" + anchor], text: text)
  }

  /// A number that leads to its reference and can be led back to.
  mutating func footnote(_ number: Int) {
    guard references.contains(number) else {
      return writer.element("sup", ["class": "note-number"], text: "[\(number)]")
    }
    citations[number, default: 0] += 1
    let id = Self.citation(number, citations[number] ?? 1)
    element("sup", ["class": "note-number", "id": id]) { report in
      let label = "\(report.words.footnote) \(number)"
      report.writer.element("a", ["href": "#note-\(number)", "aria-label": label], text: "[\(number)]")
    }
  }

  private static func citation(_ number: Int, _ place: Int) -> String {
    place == 1 ? "cited-\(number)" : "cited-\(number)-\(place)"
  }

  /// The list that footnotes lead to; of two references with the same number the first is shown.
  mutating func sources(_ references: [ReportReference], anchor: String) {
    guard !references.isEmpty else { return }
    var seen: Set<Int> = []
    let unique = references.filter { seen.insert($0.number).inserted }
    block("section", ["id": anchor]) { report in
      report.heading(report.words.sources, level: 2)
      report.block("ul", ["class": "references"]) { report in
        report.writer.line()
        for reference in unique { report.reference(reference) }
      }
    }
  }

  private mutating func reference(_ reference: ReportReference) {
    block("li", ["id": "note-\(reference.number)"]) { report in
      report.element("span", ["class": "about"]) { $0.writer.text("\(reference.number)") }
      report.element("span") { report in
        report.link(reference.title, address: reference.address)
        if let host = WebAddress(reference.address)?.host {
          report.writer.element("span", ["class": "host"], text: " " + host)
        }
        report.element("span", ["class": "about"]) { $0.writer.text($0.about(reference)) }
        for mark in reference.marks {
          report.writer.text(" ")
          report.writer.element("span", ["class": "badge \(mark.kind.rawValue)"], text: mark.text)
        }
        for place in 0..<(report.citations[reference.number] ?? 0) {
          report.writer.text(" ")
          let target = "#" + Self.citation(reference.number, place + 1)
          let words = report.words
          let label = "\(words.backToText), \(words.footnote) \(reference.number), \(words.place(place + 1))"
          report.writer.element("a", ["class": "back", "href": target, "aria-label": label], text: "↩")
        }
      }
    }
  }

  /// Address, where it is no link, and dates.
  private func about(_ reference: ReportReference) -> String {
    var parts: [String] = []
    if !reference.address.isEmpty, WebAddress(reference.address) == nil { parts.append(reference.address) }
    if !reference.date.isEmpty { parts.append("\(words.published) \(reference.date)") }
    if !reference.reviewed.isEmpty { parts.append("\(words.reviewed) \(reference.reviewed)") }
    return parts.isEmpty ? "" : " · " + parts.joined(separator: " · ")
  }
}
