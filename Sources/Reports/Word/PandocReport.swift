import LocatedJSON

/// Renders a document in pandoc's own form: the same content as the other formats, with charts and drawings as tables.
///
/// Text goes in as text: there is no markup that a text of a pack or profile could be mistaken for.
struct PandocReport {
  let words: ReportWords
  /// The numbers that exist.
  let references: Set<Int>
  /// The names of sections by their ids; of several with the same id that of the first.
  var anchors: [String: String] = [:]

  /// The whole document. Equal documents give equal values.
  static func render(_ document: ReportDocument, for version: PandocVersion) -> JSONValue {
    var report = PandocReport(
      words: ReportWords(language: document.language),
      references: Set(document.references.map(\.number))
    )
    report.nameSections(document.sections)
    return .members([
      ("pandoc-api-version", .array(version.numbers.map { .number(Double($0)) })),
      ("meta", report.meta(document)),
      ("blocks", .array(report.page(document))),
    ])
  }

  private mutating func nameSections(_ sections: [ReportSection]) {
    for section in sections {
      if anchors[section.id] == nil { anchors[section.id] = "s\(anchors.count + 1)-" + section.id.slug }
      nameSections(section.subsections)
    }
  }

  private func meta(_ document: ReportDocument) -> JSONValue {
    func inlines(_ text: String) -> JSONValue? {
      text.isEmpty ? nil : PandocNode.node("MetaInlines", .array([PandocNode.text(text)]))
    }
    let tag = document.language == .german ? "de-CH" : "en-GB"
    return .members([
      ("title", inlines(document.title)), ("subtitle", inlines(document.subtitle)),
      ("lang", PandocNode.node("MetaString", .string(tag))),
    ])
  }

  private func page(_ document: ReportDocument) -> [JSONValue] {
    var blocks: [JSONValue] = []
    if let brand = document.brand {
      blocks.append(PandocNode.styled("Notice", [PandocNode.paragraph([PandocNode.text(brand.name)])]))
    }
    if document.isDraft { blocks.append(PandocNode.paragraph([PandocNode.strong([PandocNode.text(words.draft)])])) }
    if document.isInternal {
      blocks.append(PandocNode.paragraph([PandocNode.strong([PandocNode.text(words.forTheHouse)])]))
    }
    if !document.facts.isEmpty {
      let rows = document.facts.map { [[PandocNode.strong([PandocNode.text($0.label)])], inlines($0.value)] }
      blocks.append(PandocNode.table(caption: [], columns: [(.leading, 0.22), (.leading, 0.78)], head: [], rows: rows))
    }
    blocks.append(notice(document.notice))
    for section in document.sections { blocks += self.section(section, level: 1) }
    blocks += sources(document.references)
    blocks.append(notice(document.notice))
    let ends = [document.brand?.footer(in: document.language) ?? "", document.footerReference, document.generator]
      .filter { !$0.isEmpty }
    blocks.append(PandocNode.styled("Notice", ends.map { PandocNode.paragraph([PandocNode.text($0)]) }))
    return blocks
  }

  private func notice(_ notice: ReportNotice) -> JSONValue {
    let head = PandocNode.strong([PandocNode.text(words.notice + ".")])
    let first = PandocNode.paragraph([head, PandocNode.text(" " + notice.text)])
    return PandocNode.styled("Notice", [first] + notice.additions.map { PandocNode.paragraph(inlines($0)) })
  }

  private func section(_ section: ReportSection, level: Int) -> [JSONValue] {
    let name = anchors[section.id] ?? ""
    return [PandocNode.heading(min(level, 6), name, [PandocNode.text(section.title)])]
      + section.blocks.flatMap { render($0, level: level) }
      + section.subsections.flatMap { self.section($0, level: level + 1) }
  }

  private func sources(_ references: [ReportReference]) -> [JSONValue] {
    guard !references.isEmpty else { return [] }
    let lines = references.map { reference -> JSONValue in
      var text = [PandocNode.span("source-\(reference.number)", [PandocNode.text("\(reference.number)\u{2003}")])]
      text.append(link(reference.title, reference.address))
      var about: [String] = []
      if WebAddress(reference.address) != nil || !reference.address.isEmpty { about.append(reference.address) }
      if !reference.date.isEmpty { about.append("\(words.published) \(reference.date)") }
      if !reference.reviewed.isEmpty { about.append("\(words.reviewed) \(reference.reviewed)") }
      about += reference.marks.map(\.text)
      if !about.isEmpty { text.append(PandocNode.text(" · " + about.joined(separator: " · "))) }
      return PandocNode.paragraph(text)
    }
    return [
      PandocNode.heading(1, "sources", [PandocNode.text(words.sources)]), PandocNode.styled("Reference", lines),
    ]
  }

  // MARK: Running text

  func inlines(_ text: RichText) -> [JSONValue] {
    text.inlines.map { inline in
      switch inline {
      case .text(let text): PandocNode.text(text)
      case .strong(let text): PandocNode.strong([PandocNode.text(text)])
      case .emphasis(let text): PandocNode.emphasis([PandocNode.text(text)])
      case .code(let text): PandocNode.code(text)
      case .link(let text, let address): link(text, address)
      case .entry(let text, let section):
        anchors[section].map { PandocNode.link([PandocNode.text(text)], to: "#" + $0) } ?? PandocNode.text(text)
      case .footnote(let number): footnote(number)
      case .badge(_, let text): PandocNode.strong([PandocNode.text("[\(text)]")])
      }
    }
  }

  func link(_ text: String, _ address: String) -> JSONValue {
    guard let address = WebAddress(address) else { return PandocNode.text(text) }
    return PandocNode.link([PandocNode.text(text.isEmpty ? address.text : text)], to: address.text)
  }

  /// The number of a source, raised, in brackets so that neighbours stay apart.
  func footnote(_ number: Int) -> JSONValue {
    let text = PandocNode.text("[\(number)]")
    return PandocNode.raised([references.contains(number) ? PandocNode.link([text], to: "#source-\(number)") : text])
  }
}
