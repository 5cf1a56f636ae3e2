/// Renders a document as Markdown for GitHub and GitLab: the same content as the HTML, the drawing as Mermaid text.
///
/// No HTML is written, and no text of the document can add a link, a picture, a heading, a list or a diagram of its own.
package struct MarkdownReport {
  private var lines: [String] = []
  let words: ReportWords
  /// The numbers that exist.
  let references: Set<Int>
  /// The numbers that were cited so far.
  var cited: Set<Int> = []

  /// The names that GitHub and GitLab give to the headings of sections, by the ids of these.
  let sectionAnchors: [String: String]

  /// The whole file. Equal documents give equal bytes. `ReportDocument.embedded` is left out.
  package static func render(_ document: ReportDocument) -> String {
    var report = MarkdownReport(document)
    report.page(document)
    return report.lines.joined(separator: "\n") + "\n"
  }

  private init(_ document: ReportDocument) {
    words = ReportWords(language: document.language)
    references = Set(document.references.map(\.number))
    sectionAnchors = HeadingAnchors.all(of: document)
  }

  /// Adds lines as one block, with an empty line before.
  mutating func add(_ block: [String]) {
    guard !block.isEmpty else { return }
    if !lines.isEmpty { lines.append("") }
    lines += block
  }

  mutating func add(_ line: String) {
    if !line.isEmpty { add([line]) }
  }

  /// What `write` adds, quoted.
  mutating func quote(_ write: (inout MarkdownReport) -> Void) {
    let before = lines
    lines = []
    write(&self)
    let quoted = lines.map { $0.isEmpty ? ">" : "> " + $0 }
    lines = before
    add(quoted)
  }

  mutating func heading(_ title: String, level: Int) {
    let text = MarkdownText.escaped(title.trimmed)
    add(String(repeating: "#", count: min(level, 6)) + " " + (text.isEmpty ? "–" : text))
  }

  private mutating func page(_ document: ReportDocument) {
    heading(document.title, level: 1)
    if let brand = document.brand { add(MarkdownText.escaped(brand.name.trimmed)) }
    if document.isDraft { add(MarkdownText.wrapped(words.draft, in: "**")) }
    if document.isInternal { add(MarkdownText.wrapped(words.forTheHouse, in: "**")) }
    add(MarkdownText.escaped(document.subtitle.trimmed))
    add(document.facts.map { "- " + MarkdownText.wrapped($0.label, in: "**") + ": " + inlines($0.value) })
    notice(document.notice)
    for section in document.sections { self.section(section, level: 2) }
    sources(document.references)
    add("---")
    notice(document.notice)
    if let brand = document.brand { add(MarkdownText.escaped(brand.footer(in: document.language).trimmed)) }
    add(MarkdownText.escaped(document.footerReference.trimmed))
    add(MarkdownText.escaped(document.generator.trimmed))
  }

  private mutating func notice(_ notice: ReportNotice) {
    quote { report in
      report.add("**\(report.words.notice).** " + MarkdownText.escaped(notice.text))
      for addition in notice.additions { report.add(report.inlines(addition)) }
    }
  }

  private mutating func section(_ section: ReportSection, level: Int) {
    heading(section.title, level: level)
    for block in section.blocks { render(block, level: level) }
    for part in section.subsections { self.section(part, level: level + 1) }
  }
}
