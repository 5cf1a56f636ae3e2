extension MarkdownReport {
  /// Without space at the start, which could make a block of code of it.
  mutating func inlines(_ text: RichText, inTable: Bool = false) -> String {
    let parts = text.joiningTexts.map { inline($0, inTable: inTable) }
    return String(parts.joined().drop { $0 == " " })
  }

  private mutating func inline(_ inline: Inline, inTable: Bool) -> String {
    switch inline {
    case .text(let text): MarkdownText.escaped(text)
    case .strong(let text): MarkdownText.wrapped(text, in: "**")
    case .emphasis(let text): MarkdownText.wrapped(text, in: "*")
    case .code(let text): MarkdownText.code(text, inTable: inTable)
    case .link(let text, let address): link(text, address: address)
    case .entry(let text, let section): entry(text, section: section)
    case .footnote(let number): footnote(number)
    case .badge(_, let text): badge(text)
    }
  }

  func badge(_ text: String) -> String {
    let text = MarkdownText.escaped(text.trimmed)
    return text.isEmpty ? "" : "**\\[\(text)\\]**"
  }

  func link(_ text: String, address: String) -> String {
    guard let address = WebAddress(address) else { return MarkdownText.escaped(text) }
    let shown = text.trimmed.isEmpty ? address.text : text.trimmed
    return "[\(MarkdownText.escaped(shown))](<\(address.text)>)"
  }

  private func entry(_ text: String, section: String) -> String {
    let shown = MarkdownText.escaped(text.trimmed)
    guard !shown.isEmpty, let anchor = sectionAnchors[section] else { return MarkdownText.escaped(text) }
    return "[\(shown)](#\(anchor))"
  }

  mutating func footnote(_ number: Int) -> String {
    guard references.contains(number) else { return "\\[\(number)\\]" }
    cited.insert(number)
    return "[^\(number)]"
  }

  mutating func footnotes(_ numbers: [Int]) -> String {
    let parts = numbers.map { footnote($0) }
    return parts.joined()
  }

  /// Definitions of the footnotes. Sites show them at the end, and hide those without a citation: these become a list.
  mutating func sources(_ references: [ReportReference]) {
    var seen: Set<Int> = []
    let unique = references.filter { seen.insert($0.number).inserted }
    guard !unique.isEmpty else { return }
    heading(words.sources, level: 2)
    let others = unique.filter { !cited.contains($0.number) }
    if !others.isEmpty {
      add(MarkdownText.escaped(words.otherSources))
      add(others.map { "- \\[\($0.number)\\] " + describe($0) })
    }
    add(unique.filter { cited.contains($0.number) }.map { "[^\($0.number)]: " + describe($0) })
  }

  private func describe(_ reference: ReportReference) -> String {
    var parts = [link(reference.title, address: reference.address)]
    if !reference.address.isEmpty, WebAddress(reference.address) == nil {
      parts.append(MarkdownText.escaped(reference.address))
    }
    if !reference.date.isEmpty { parts.append("\(words.published) " + MarkdownText.escaped(reference.date)) }
    if !reference.reviewed.isEmpty { parts.append("\(words.reviewed) " + MarkdownText.escaped(reference.reviewed)) }
    parts += reference.marks.map { badge($0.text) }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension RichText {
  /// Neighbouring plain texts as one, so that what only means something together is seen together.
  fileprivate var joiningTexts: [Inline] {
    inlines.reduce(into: []) { result, inline in
      if case .text(let text) = inline, case .text(let before) = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(inline)
      }
    }
  }
}
