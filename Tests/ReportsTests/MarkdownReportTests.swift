import Testing

@testable import Reports

struct MarkdownReportTests {
  @Test(arguments: HostileText.all)
  func untrustedTextAddsNoMarkup(_ text: String) {
    let lines = MarkdownShape.lines(MarkdownReport.render(HostileText.document(text)))
    let expected = MarkdownShape.lines(MarkdownReport.render(HostileText.document(HostileText.harmless)))
    #expect(lines == expected)
  }

  @Test func sameDocumentSameBytes() {
    #expect(MarkdownReport.render(SampleDocument.german) == MarkdownReport.render(SampleDocument.german))
  }

  @Test func theNoticeIsOnPageOneAndAtTheEnd() {
    for language in ReportLanguage.allCases {
      let notice = ReportNotice(asOf: "2026", language: language)
      let text = MarkdownReport.render(ReportDocument(title: "t", language: language, notice: notice))
      #expect(text.components(of: notice.text) == 2)
    }
  }

  @Test func everyCitationHasOneDefinition() {
    let text = MarkdownReport.render(SampleDocument.german)
    for reference in SampleDocument.german.references.dropLast() {
      #expect(text.components(of: "\n[^\(reference.number)]: ") == 1)
      #expect(text.components(of: "[^\(reference.number)]") >= 2)
    }
  }

  @Test func aSourceNobodyCitesIsStillListed() {
    let text = MarkdownReport.render(SampleDocument.german)
    #expect(text.contains("- \\[9\\] [Allgemeine Bedingungen](<https://docs.example.ch/seite/9>)"))
  }

  @Test(arguments: [
    ("20.11.2026", "20.11.2026"), ("20. November", "20\\. November"), ("+38,2", "+38,2"), ("- x", "\\- x"),
    ("a-b", "a-b"), ("um 10:30: los", "um 10\\:30: los"), ("https://x.ch", "https\\://x.ch"),
    ("www.x.ch", "www\\.x.ch"), ("R&D", "R\\&D"), ("99,9 %", "99,9 %"), ("@a", "\\@\u{2060}a"), ("a_b", "a\\_b"),
  ])
  func escapesWhatWouldActAndLittleElse(text: String, expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }

  @Test func neighbouringTextsAreEscapedTogether() {
    let text = RichText([.text("ww"), .text("w.evil.example")])
    let document = ReportDocument(
      title: "t",
      language: .english,
      notice: ReportNotice(asOf: nil, language: .english),
      sections: [ReportSection(id: "a", title: "a", blocks: [.paragraph(text)])]
    )
    #expect(MarkdownReport.render(document).contains("www\\.evil"))
  }

  @Test(arguments: [
    ("plain", "`plain`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("", ""), ("a\nb", "`a b`"),
  ])
  func codeIsFencedByMoreBackticksThanItHolds(text: String, expected: String) {
    #expect(MarkdownText.code(text, inTable: false) == expected)
  }

  @Test(arguments: [
    ("Web App", "Web App"), ("\"]; x", "#34;#93;#59; x"), ("1. Schritt", "1#46; Schritt"), ("- a", "#45; a"),
    ("`a`", "#96;a#96;"), ("Größe", "Größe"), ("%%{init}", "#37;#37;#123;init#125;"),
  ])
  func diagramLabelsHoldNoSyntax(text: String, expected: String) {
    #expect(MermaidText.label(text) == expected)
  }

  @Test func checklistsHaveBoxesToTick() {
    let text = MarkdownReport.render(SampleDocument.german)
    #expect(text.components(of: "\n- [ ] **") == 25)
  }
}
