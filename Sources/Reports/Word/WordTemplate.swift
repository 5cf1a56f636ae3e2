/// The house's template for Word documents: the parts of a .docx that pandoc takes styles, page and margins' texts from
/// (ECMA-376, part 1).
///
/// It is A4 with the running header of the printed pages (title, customer, reference), and the notice and the page number
/// at the foot; a draft says so across every page.
enum WordTemplate {
  /// The file for `--reference-doc`. The same document gives the same bytes.
  static func bytes(for document: ReportDocument) -> [UInt8] {
    let parts = [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", relations),
      ("word/document.xml", body), ("word/_rels/document.xml.rels", bodyRelations),
      ("word/styles.xml", WordStyles(palette: document.brand?.light ?? .light).xml(language: document.language)),
      ("word/settings.xml", settings),
      ("word/header1.xml", header(document)), ("word/footer1.xml", footer(document)),
    ]
    return ZipArchive.bytes(of: parts.map { ($0.0, Array((declaration + $0.1).utf8)) })
  }

  private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

  static let namespaces =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#

  private static let contentTypes: String = {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let parts = [
      ("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("header1", "header"),
      ("footer1", "footer"),
    ]
    return #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
      + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
      + #"<Default Extension="xml" ContentType="application/xml"/>"#
      + parts.map { #"<Override PartName="/word/\#($0.0).xml" ContentType="\#(kind)\#($0.1)+xml"/>"# }.joined()
      + "</Types>"
  }()

  private static func relations(_ targets: [(id: String, kind: String, target: String)]) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
      + targets.map { #"<Relationship Id="\#($0.id)" Type="\#(kind)\#($0.kind)" Target="\#($0.target)"/>"# }.joined()
      + "</Relationships>"
  }

  private static let relations = relations([("rId1", "officeDocument", "word/document.xml")])

  private static let bodyRelations = relations([
    ("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml"), ("rId3", "header", "header1.xml"),
    ("rId4", "footer", "footer1.xml"),
  ])

  /// A4; margins in twentieths of a point.
  private static let body =
    "<w:document \(namespaces)><w:body><w:p/><w:sectPr>"
    + #"<w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>"#
    + #"<w:pgSz w:w="11906" w:h="16838"/>"#
    + #"<w:pgMar w:top="1474" w:right="1134" w:bottom="1474" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/>"#
    + "</w:sectPr></w:body></w:document>"

  private static let settings =
    "<w:settings \(namespaces)><w:defaultTabStop w:val=\"567\"/>"
    + #"<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" "#
    + #"w:val="15"/></w:compat></w:settings>"#

  private static func header(_ document: ReportDocument) -> String {
    let title = [
      document.isInternal ? ReportWords(language: document.language).forTheHouse : nil, document.brand?.name,
      document.title,
    ]
    .compactMap { $0 }.joined(separator: " · ")
    let line = "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>\(run(title))"
    let reference = document.footerReference.isEmpty ? "" : "<w:r><w:tab/></w:r>" + run(document.footerReference)
    let mark = document.isDraft ? WordWatermark.run(ReportWords(language: document.language).draft) : ""
    let all = document.isDraft ? "\(namespaces) \(WordWatermark.namespaces)" : namespaces
    return "<w:hdr \(all)>\(line)\(reference)\(mark)</w:p></w:hdr>"
  }

  private static func footer(_ document: ReportDocument) -> String {
    let house = document.brand?.footer(in: document.language) ?? ""
    let above = house.isEmpty ? "" : "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\(run(house))</w:p>"
    return "<w:ftr \(namespaces)>\(above)<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\(run(document.notice.short))"
      + "<w:r><w:tab/></w:r>\(field("PAGE"))\(run(" / "))\(field("NUMPAGES"))</w:p></w:ftr>"
  }

  private static func run(_ text: String) -> String {
    "<w:r><w:t xml:space=\"preserve\">\(XMLText.escaped(text))</w:t></w:r>"
  }

  private static func field(_ name: String) -> String {
    "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
  }
}
