internal import LocatedJSON

/// Renders a document as one HTML file that asks nothing of a network and needs no JavaScript; with `LivePanel`, some is
/// added that the report itself does not need.
///
/// The page carries a content security policy that allows its own style sheet and nothing else, follows the reader's
/// light or dark scheme, and prints on A4 with the notice and the page number at the foot of every page (in browsers
/// that know page-margin boxes; in others the notice stands on page one and at the end).
package struct HTMLReport {
  var writer = HTMLWriter()
  let words: ReportWords
  /// The numbers that exist.
  let references: Set<Int>
  /// How often a reference was cited so far.
  var citations: [Int: Int] = [:]
  /// Names of sections, lists and drawings that are in use.
  var anchors: Set<String> = []
  private var live: LivePanel?
  /// The names that the sections will have, by their ids; of several with the same id that of the first.
  private(set) var sectionAnchors: [String: String] = [:]

  /// The whole file. Equal documents give equal bytes.
  ///
  /// - Parameter live: what is added so that the page can calculate.
  package static func render(_ document: ReportDocument, live: LivePanel? = nil) -> String {
    var report = HTMLReport(document)
    report.live = live
    report.page(document)
    return report.writer.output
  }

  private init(_ document: ReportDocument) {
    words = ReportWords(language: document.language)
    references = Set(document.references.map(\.number))
  }

  /// An element whose content is rendered by this report.
  mutating func element(
    _ name: StaticString,
    _ attributes: HTMLWriter.Attributes = [:],
    _ content: (inout HTMLReport) -> Void
  ) {
    writer.open(name, attributes)
    content(&self)
    writer.close(name)
  }

  /// The same, followed by a line break in the source.
  mutating func block(
    _ name: StaticString,
    _ attributes: HTMLWriter.Attributes = [:],
    _ content: (inout HTMLReport) -> Void
  ) {
    element(name, attributes, content)
    writer.line()
  }

  /// A name for links that no other element of the page has.
  mutating func anchor(_ prefix: String, _ name: String) -> String {
    let slug = name.slug
    let base = slug.isEmpty ? prefix : "\(prefix)-\(slug)"
    var anchor = base
    var count = 2
    while !anchors.insert(anchor).inserted {
      anchor = "\(base)-\(count)"
      count += 1
    }
    return anchor
  }

  /// Hands out names in a trial run, in the order in which the page will ask for them, so that text can lead ahead.
  private func anchorsInAdvance(of sections: [ReportSection]) -> [String: String] {
    var trial = self
    var found: [String: String] = [:]
    func note(_ section: ReportSection, _ report: inout HTMLReport) {
      let anchor = report.anchor("s", section.id)
      if found[section.id] == nil { found[section.id] = anchor }
    }
    func visit(_ section: ReportSection, _ report: inout HTMLReport) {
      for part in section.subsections {
        note(part, &report)
        visit(part, &report)
      }
    }
    for section in sections { note(section, &trial) }
    _ = trial.anchor("s", "sources")
    for section in sections { visit(section, &trial) }
    return found
  }

  private mutating func page(_ document: ReportDocument) {
    let style = StyleSheet.text(
      title: document.isInternal ? "\(words.forTheHouse) · \(document.title)" : document.title,
      footer: document.notice.short,
      reference: document.footerReference,
      mark: document.isDraft ? words.draft : "",
      isInternal: document.isInternal,
      brand: document.brand.map { BrandLook($0, document.language) }
    )
    sectionAnchors = anchorsInAdvance(of: document.sections)
    let sections = document.sections.map { (anchor("s", $0.id), $0) }
    let sourcesAnchor = anchor("s", "sources")
    writer.doctype()
    block("html", ["lang": document.language.rawValue]) { report in
      report.writer.line()
      report.head(document, style: style)
      report.block("body", ["class": document.isBrief ? "brief" : ""]) { report in
        report.element("a", ["class": "skip", "href": "#content"]) { $0.writer.text($0.words.skipToContent) }
        report.block("div", ["class": "page"]) { report in
          report.masthead(document)
          let entries = sections.map { ($0.0, $0.1.title) } + report.sourcesEntry(document, sourcesAnchor)
          if !document.leads { report.contents(entries) }
          report.block("main", ["id": "content", "tabindex": "-1"]) { report in
            report.writer.line()
            for (index, (anchor, section)) in sections.enumerated() {
              report.section(section, anchor: anchor, level: 2)
              guard index == 0, document.leads else { continue }
              report.notice(document.notice)
              report.contents(entries)
            }
            report.sources(document.references, anchor: sourcesAnchor)
          }
          report.footer(document)
        }
        if let embedded = document.embedded?.carrying(document.brand) {
          report.writer.inertJSON(String(decoding: embedded.canonical(), as: UTF8.self), id: "report-data")
          report.writer.line()
        }
        report.live?.write(to: &report.writer)
      }
    }
  }

  private func sourcesEntry(_ document: ReportDocument, _ anchor: String) -> [(String, String)] {
    document.references.isEmpty ? [] : [(anchor, words.sources)]
  }

  private mutating func head(_ document: ReportDocument, style: String) {
    block("head") { report in
      report.writer.line()
      report.writer.meta(["charset": "utf-8"])
      let policy = ContentSecurityPolicy.text(style: style, script: report.live?.script)
      report.writer.meta(["http-equiv": "Content-Security-Policy", "content": policy])
      report.writer.meta(["name": "viewport", "content": "width=device-width, initial-scale=1"])
      report.writer.meta(["name": "color-scheme", "content": "light dark"])
      report.writer.meta(["name": "referrer", "content": "no-referrer"])
      report.writer.meta(["name": "generator", "content": document.generator])
      report.writer.element("title", text: document.title)
      report.writer.line()
      report.writer.style(style)
      report.writer.line()
    }
  }

  private mutating func masthead(_ document: ReportDocument) {
    block("header", ["class": "masthead"]) { report in
      if let brand = document.brand { report.writer.brand(brand) }
      if document.isInternal { report.block("p", ["class": "draft-mark"]) { $0.writer.text($0.words.forTheHouse) } }
      if document.isDraft { report.block("p", ["class": "draft-mark"]) { $0.writer.text($0.words.draft) } }
      report.block("h1") { $0.writer.text(document.title) }
      if !document.subtitle.isEmpty {
        report.block("p", ["class": "subtitle"]) { $0.writer.text(document.subtitle) }
      }
      if !document.facts.isEmpty {
        report.block("dl", ["class": "facts"]) { report in
          for fact in document.facts {
            report.element("div") { report in
              report.element("dt") { $0.writer.text(fact.label) }
              report.element("dd") { $0.inlines(fact.value) }
            }
          }
        }
      }
      if !document.leads { report.notice(document.notice) }
    }
  }

  private mutating func notice(_ notice: ReportNotice) {
    block("div", ["class": "notice", "role": "note"]) { report in
      report.element("p") { report in
        report.element("strong") { $0.writer.text($0.words.notice + ".") }
        report.writer.text(" " + notice.text)
      }
      for addition in notice.additions { report.element("p") { $0.inlines(addition) } }
    }
  }

  private mutating func contents(_ entries: [(anchor: String, title: String)]) {
    guard entries.count > 1 else { return }
    block("nav", ["class": "contents", "aria-labelledby": "contents"]) { report in
      report.element("h2", ["id": "contents"]) { $0.writer.text($0.words.contents) }
      report.block("ol") { report in
        for entry in entries {
          report.block("li") { report in
            report.element("a", ["href": "#" + entry.anchor]) { $0.writer.text(entry.title) }
          }
        }
      }
    }
  }

  private mutating func footer(_ document: ReportDocument) {
    block("footer", ["class": "footer"]) { report in
      report.notice(document.notice)
      if let house = document.brand?.footer(in: document.language), !house.isEmpty {
        report.block("p", ["class": "house"]) { $0.writer.text(house) }
      }
      if !document.footerReference.isEmpty {
        report.block("p", ["class": "generator"]) { $0.writer.text(document.footerReference) }
      }
      if !document.generator.isEmpty {
        report.block("p", ["class": "generator"]) { $0.writer.text(document.generator) }
      }
    }
  }
}

extension ReportDocument {
  /// Whether it begins with a recommendation: then that comes before the notice and the contents, on the first screen.
  fileprivate var leads: Bool { sections.first?.id == "recommendation" }
}
