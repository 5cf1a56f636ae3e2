import Testing

@testable import AdvisorCLI

@Suite struct PacksDocsTests {
  @Test func theEndingChoosesTheForm() throws {
    let run = advisor("packs", "docs", "-o", "h.html", "-o", "h.md", in: .mini())
    #expect(run.status == 0, "\(run.talk)")
    #expect(try run.written("h.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try run.written("h.md") == advisor("packs", "docs", in: .mini()).output)
  }

  @Test func theLanguageIsThatOfTheReader() {
    #expect(advisor("packs", "docs", "--lang", "de", in: .mini()).output.hasPrefix("# Handbuch der Regelpakete\n"))
  }

  @Test func otherEndingsAreRefused() {
    let run = advisor("packs", "docs", "-o", "h.doc", in: .mini())
    #expect(run.status == 2 && run.talk.contains("[unknown-format]") && run.files["h.doc"] == nil)
  }
}
