import Testing

@testable import Reports

struct HTMLReportTests {
  @Test(arguments: HostileText.all)
  func untrustedTextAddsNoTagAndNoAttribute(_ text: String) {
    let page = HTMLChecker(HTMLReport.render(HostileText.document(text)))
    let expected = HTMLChecker(HTMLReport.render(HostileText.document(HostileText.harmless)))
    #expect(page.problems == [])
    #expect(page.outline == expected.outline)
  }

  @Test(arguments: HostileText.all)
  func nothingInAPageIsActive(_ text: String) {
    let html = HTMLReport.render(HostileText.document(text))
    for tag in HTMLChecker(html).tags {
      if tag.name == "script" { #expect(tag.value("type") == "application/json") }
      #expect(!["iframe", "object", "embed", "form", "link", "base", "img", "use", "foreignObject"].contains(tag.name))
      for attribute in tag.attributes {
        #expect(!attribute.name.hasPrefix("on"))
        #expect(!["style", "src", "srcset", "action", "xlink:href"].contains(attribute.name))
        guard attribute.name == "href" else { continue }
        #expect(["#", "https://", "http://", "mailto:"].contains { attribute.value.hasPrefix($0) })
      }
    }
    #expect(html.components(of: "</script>") == 1)
    #expect(html.components(of: "</style>") == 1)
  }

  @Test(arguments: HostileText.all)
  func nothingInAPageIsInvisible(_ text: String) {
    let page = HTMLReport.render(HostileText.document(text))
    let hidden: Set<UInt32> = [0x00, 0x1B, 0x1F, 0x202E, 0x2066, 0x2028, 0xFEFF]
    #expect(!page.unicodeScalars.contains { hidden.contains($0.value) })
  }

  @Test func theSampleIsWellFormed() {
    #expect(HTMLChecker(HTMLReport.render(SampleDocument.german)).problems == [])
  }

  @Test func sameDocumentSameBytes() {
    #expect(HTMLReport.render(SampleDocument.german) == HTMLReport.render(SampleDocument.german))
  }

  @Test func headingsStartAtOneAndSkipNoLevel() {
    let tags = HTMLChecker(HTMLReport.render(SampleDocument.german)).tags
    let levels = tags.compactMap { $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  @Test func idsAreUniqueAndEveryInnerLinkLeadsSomewhere() {
    for document in [SampleDocument.german, HostileText.document("x")] {
      let tags = HTMLChecker(HTMLReport.render(document)).tags
      let ids = tags.compactMap { $0.value("id") }
      #expect(Set(ids).count == ids.count)
      let targets = tags.compactMap { $0.value("href") }.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
      for target in targets { #expect(ids.contains(target), "\(target)") }
      let labels = tags.compactMap { $0.value("aria-labelledby") }.flatMap { $0.split(separator: " ") }
      for label in labels { #expect(ids.contains(String(label)), "\(label)") }
    }
  }

  @Test func everyFootnoteLinksToItsSourceAndBack() {
    let tags = HTMLChecker(HTMLReport.render(SampleDocument.german)).tags
    let links = tags.compactMap { $0.value("href") }
    let citations = tags.compactMap { $0.value("id") }.filter { $0.hasPrefix("cited-") }
    #expect(citations.count > 15)
    for citation in citations { #expect(links.contains("#" + citation), "\(citation)") }
    #expect(links.filter { $0.hasPrefix("#note-") }.count == citations.count)
  }

  @Test func aFootnoteWithoutASourceLeadsNowhere() {
    var document = HostileText.document("x")
    document.references = []
    let tags = HTMLChecker(HTMLReport.render(document)).tags
    #expect(!tags.contains { $0.value("href")?.hasPrefix("#note") == true })
  }

  @Test func theNoticeIsOnPageOneAtTheEndAndInTheMarginOfEveryPage() {
    for language in ReportLanguage.allCases {
      let notice = ReportNotice(asOf: "2026", language: language)
      let page = HTMLReport.render(ReportDocument(title: "t", language: language, notice: notice))
      #expect(page.components(of: notice.text) == 2)
      #expect(page.contains("@bottom-left{content:" + StyleSheet.quoted(notice.short)))
    }
  }

  @Test func thePolicyAllowsNothingButTheOwnStyle() throws {
    let tags = HTMLChecker(HTMLReport.render(SampleDocument.german)).tags
    let policy = try #require(tags.first { $0.value("http-equiv") == "Content-Security-Policy" }?.value("content"))
    #expect(policy.hasPrefix("default-src &#39;none&#39;; style-src &#39;sha256-"))
    #expect(!policy.contains("unsafe"))
  }

  @Test func tablesNameTheirRowsAndColumns() {
    let headers = HTMLChecker(HTMLReport.render(SampleDocument.german)).tags.filter { $0.name == "th" }
    #expect(headers.allSatisfy { ["col", "row", "rowgroup"].contains($0.value("scope") ?? "") })
    #expect(headers.count > 30)
  }

  @Test func drawingsHaveATitleAndADescription() {
    let tags = HTMLChecker(HTMLReport.render(SampleDocument.german)).tags
    #expect(tags.contains { $0.name == "desc" })
    let drawings = tags.filter { $0.name == "svg" }
    #expect(drawings.allSatisfy { $0.value("aria-hidden") == "true" || $0.value("aria-labelledby") != nil })
  }

  @Test func aStyleStringCannotEnd() {
    let quoted = StyleSheet.quoted("\"; } </style>\\\n@import url(x)")
    #expect(quoted.dropFirst().dropLast().allSatisfy { !"\"<>;{}()\n".contains($0) })
  }
}

extension String {
  /// How often a text occurs.
  func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
