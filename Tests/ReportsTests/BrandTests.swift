import Diagnostics
import Foundation
import LocatedJSON
import RuleModel
import Testing

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct BrandTests {
  /// A brand with these colours, and what is said about it.
  static func brand(
    light: [String: String] = [:],
    dark: [String: String] = [:],
    name: String = "Muster Hosting",
    footer: String = "Muster Hosting, Zürich",
    logo: String? = nil
  ) throws -> (brand: ReportBrand?, log: DiagnosticLog) {
    func colours(_ colours: [String: String]) -> JSONValue {
      .object(colours.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
    }
    let json = JSONValue.members([
      ("format", .number(1)), ("name", .string(name)),
      ("colours", .members([("light", colours(light)), ("dark", dark.isEmpty ? JSONValue?.none : colours(dark))])),
      ("footer", .members([("en", .string(footer)), ("de", .string(footer))])),
      ("logo", logo.map { .string($0) }),
    ])
    var log = DiagnosticLog()
    let document = try #require(parseJSON(SourceFile(name: "brand.json", text: json.pretty()), into: &log))
    let brand = try #require(decodeBrand(document, into: &log), "\(log.diagnostics.map(\.summary))")
    return (ReportBrand(brand, into: &log), log)
  }

  private static func proposal(_ diagnostic: Diagnostic) -> String? {
    diagnostic.help?.split(separator: "\"").first { $0.hasPrefix("#") }.map(String.init)
  }

  // MARK: Colours

  @Test func aBrandThatStatesNoColoursHasThoseOfTheAdvisor() throws {
    let brand = try #require(try Self.brand().brand)
    #expect(brand.light == .light && brand.dark == .dark)
  }

  @Test func theMessageNamesPlaceMeasureNeedAndNearestColour() throws {
    let (brand, log) = try Self.brand(light: ["accent": "#ff9900"])
    #expect(brand == nil && log.errorCount == 1)
    let problem = try #require(log.diagnostics.first)
    #expect(problem.code == "low-contrast")
    #expect(problem.summary == "accent #ff9900 on page #ffffff has a contrast of 2.14, and text needs 4.5")
    #expect(problem.help == "the nearest colour that would do is \"#995c00\"")
    #expect(problem.span.map { String(decoding: $0.file.bytes[$0.range], as: UTF8.self) } == "\"#ff9900\"")
  }

  @Test(arguments: [
    ["accent": "#ff9900"], ["accent": "#ffff00", "muted": "#999999"], ["page": "#888888"], ["ink": "#777777"],
    ["panel": "#222222"], ["line": "#dddddd"], ["accentGround": "#0b5a7a"], ["accent": "#00ff00", "panel": "#cccccc"],
  ])
  func whatIsProposedCanBeRead(colours: [String: String]) throws {
    let (brand, log) = try Self.brand(light: colours)
    #expect(brand == nil)
    var mended = colours
    for problem in log.diagnostics {
      let span = try #require(problem.span)
      let wrong = String(decoding: span.file.bytes[span.range], as: UTF8.self).filter { $0 != "\"" }
      let key = try #require(colours.first { $0.value == wrong }?.key)
      let proposed: String = try #require(Self.proposal(problem), "\(problem.summary)")
      mended[key] = proposed
    }
    let (better, rest) = try Self.brand(light: mended)
    #expect(better?.light.failures.isEmpty == true, "\(mended): \(rest.diagnostics.map(\.summary))")
  }

  @Test func aNearerColourThanTheProposedOneWouldNotDo() throws {
    let (_, log) = try Self.brand(light: ["accent": "#ff9900"])
    let proposed = try #require(log.diagnostics.first.flatMap(Self.proposal))
    let red = try #require(Int(proposed.dropFirst().prefix(2), radix: 16))
    // The next lighter tone of the same orange.
    let lighter = (red + 4, (red + 4) * 0x99 / 0xFF)
    let (brand, _) = try Self.brand(
      light: ["accent": "#" + [lighter.0, lighter.1].map { String($0, radix: 16) }.joined() + "00"]
    )
    #expect(brand == nil)
  }

  @Test(arguments: ["#7a1f4b", "#003300", "#0000aa", "#000000", "#5a3d00", "#aa0000"])
  func aBrandIsKnownAgainInTheDarkWithoutStatingIt(accent: String) throws {
    let brand = try #require(try Self.brand(light: ["accent": accent]).brand)
    #expect(brand.light.accent.css == accent)
    #expect(brand.dark.accent != Palette.dark.accent && brand.dark.failures.isEmpty && brand.light.failures.isEmpty)
  }

  @Test func nothingOfWhatIsTooFaintIsRoundedUp() throws {
    // 4.4999…: a contrast that two digits would show as 4.50.
    for value in UInt32(0x60)...0x90 {
      let grey = Colour(value << 16 | value << 8 | value)
      let ratio = grey.contrast(with: .white)
      let (brand, log) = try Self.brand(light: ["muted": grey.css])
      guard brand == nil, ratio < 4.5 else { continue }
      #expect(log.diagnostics.allSatisfy { !$0.summary.contains("contrast of 4.5") })
    }
  }

  @Test func contrastIsThatOfWCAG() {
    #expect(Colour.black.contrast(with: .white) == 21)
    for value in stride(from: UInt32(0), through: 0xFFFFFF, by: 0x01_03_07) {
      let parts = Colour(value).channels.map { channel -> Double in
        let part = Double(channel) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      let luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
      #expect(abs(Colour(value).luminance - luminance) < 1e-12)
    }
  }

  // MARK: Texts

  /// What fits into a name is tried in all fields; a footer and a name stand in five formats.
  @Test(arguments: HostileText.all)
  func textsOfABrandAreTextsAndNothingElse(_ text: String) throws {
    let short = String(text.prefix(Brand.longestName))
    guard short.contains(where: { !$0.isWhitespace }) else { return }
    func document(_ text: String) throws -> ReportDocument {
      var document = SampleDocument.german
      let brand: ReportBrand = try #require(try Self.brand(name: text, footer: text).brand)
      document.brand = brand
      return document
    }
    let (hostile, harmless) = (try document(short), try document(HostileText.harmless))
    let page = HTMLChecker(HTMLReport.render(hostile))
    #expect(page.problems == [] && page.outline == HTMLChecker(HTMLReport.render(harmless)).outline)
    #expect(
      MarkdownShape.lines(MarkdownReport.render(hostile)) == MarkdownShape.lines(MarkdownReport.render(harmless))
    )
    for file in WordTemplateTests.files(in: WordTemplate.bytes(for: hostile)) {
      let parser = XMLParser(data: Data(file.bytes))
      #expect(parser.parse(), "\(file.name)")
    }
    let converted = PandocReport.render(hostile, for: PandocVersion([1, 22]))
    #expect(Self.kinds(converted) == Self.kinds(PandocReport.render(harmless, for: PandocVersion([1, 22]))))
  }

  /// The kinds of all nodes of a document for pandoc, in order.
  private static func kinds(_ value: JSONValue) -> [String] {
    switch value {
    case .array(let elements): elements.flatMap(kinds)
    case .object(let members):
      members.flatMap { member -> [String] in
        if member.key == "t", case .string(let kind) = member.value { return [kind] }
        return kinds(member.value)
      }
    default: []
    }
  }

  @Test func theStandingNoticeStaysWhateverTheHouseAdds() throws {
    for language in [ReportLanguage.german, .english] {
      let notice = ReportNotice(asOf: "today", language: language)
      var document = ReportDocument(title: "t", language: language, notice: notice)
      let brand: ReportBrand = try #require(try Self.brand().brand)
      document.brand = brand
      let page = HTMLReport.render(document)
      #expect(page.components(separatedBy: notice.text).count == 3)
      #expect(MarkdownReport.render(document).components(separatedBy: MarkdownText.escaped(notice.text)).count == 3)
      // In the margin it stands first.
      let margin = try #require(page.split(separator: "@bottom-left{content:").last)
      #expect(margin.hasPrefix(StyleSheet.quoted(notice.short)))
      let footer = try #require(
        WordTemplateTests.files(in: WordTemplate.bytes(for: document)).first { $0.name == "word/footer1.xml" }
      )
      #expect(String(decoding: footer.bytes, as: UTF8.self).contains(XMLText.escaped(notice.short)))
    }
  }

  // MARK: Logo

  private static func logo(_ svg: String) -> String { "data:image/svg+xml;base64,\(Base64.text(of: Array(svg.utf8)))" }

  @Test func aLogoIsAPictureInWhichNothingRuns() throws {
    let logo = Self.logo(#"<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>"#)
    var document = SampleDocument.german
    let brand: ReportBrand = try #require(try Self.brand(logo: logo).brand)
    document.brand = brand
    let page = HTMLReport.render(document)
    let tags = HTMLChecker(page).tags
    #expect(tags.filter { $0.name == "img" }.map { $0.value("src") } == [logo])
    #expect(tags.filter { $0.name == "img" }.map { $0.value("alt") } == ["Muster Hosting"])
    #expect(tags.filter { $0.name == "script" }.allSatisfy { $0.value("type") == "application/json" })
    #expect(!page.contains("onload="))
    let policy = try #require(tags.first { $0.value("http-equiv") == "Content-Security-Policy" }?.value("content"))
    #expect(
      policy.contains("img-src data:") && !policy.contains("script-src") && policy.contains("default-src &#39;none")
    )
  }

  @Test(
    arguments: [
      ("<svg><!DOCTYPE x></svg>", "document type"), ("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg></svg>", "document type"),
      ("<html><svg></svg></html>", "no SVG"), ("<svgx></svgx>", "no SVG"), ("", "no SVG"), ("<!-- <svg> ", "no SVG"),
    ]
  )
  func whatOnlySaysThatItIsAnSVGIsRefused(content: String, words: String) throws {
    try Self.expectRefused(Self.logo(content), words)
  }

  @Test(
    arguments: [
      ("data:text/html;base64,PGI+", "is a picture written as"), ("data:image/svg+xml,<svg></svg>", "is a picture"),
      ("https://evil.example/logo.png", "is a picture"), ("data:image/png;base64,PHN2Zz48L3N2Zz4=", "no PNG"),
      ("data:image/png;base64,AA=", "not written in base64"),
      ("data:image/png;base64,A\" onload=\"x", "not written in"),
    ]
  )
  func whatIsNoPictureIsRefused(text: String, words: String) throws {
    try Self.expectRefused(text, words)
  }

  @Test func aPictureThatGrowsWhenItIsOpenedIsRefused() throws {
    func png(_ side: UInt32) -> String {
      let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
      let number = [24, 16, 8, 0].map { UInt8(side >> $0 & 0xFF) }
      let bytes = signature + Array("IHDR".utf8) + number + number + [8, 6, 0, 0, 0, 0, 0, 0, 0]
      return "data:image/png;base64,\(Base64.text(of: bytes))"
    }
    #expect(try Self.brand(logo: png(4096)).brand?.logo != nil)
    try Self.expectRefused(png(4097), "4097 by 4097 dots")
    try Self.expectRefused(png(0), "0 by 0 dots")
    try Self.expectRefused(png(.max), "4294967295 by")
  }

  private static func expectRefused(_ logo: String, _ words: String) throws {
    let log = try brand(logo: logo).log
    #expect(log.diagnostics.map(\.code) == ["invalid-logo"])
    #expect(log.diagnostics.first?.summary.contains(words) == true, "\(log.diagnostics.map(\.summary))")
  }

  @Test func base64GoesBothWays() {
    for (text, letters) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
      #expect(Base64.text(of: Array(text.utf8)) == letters)
      #expect(Base64.bytes(of: letters) == Array(text.utf8))
    }
    for wrong in ["Zg=", "Zg", "Zh==", "Zm9=", "Z===", "====", "Zm9v\n", "Zm 9v", "Zm-_"] {
      #expect(Base64.bytes(of: wrong) == nil, "\(wrong)")
    }
  }
}
