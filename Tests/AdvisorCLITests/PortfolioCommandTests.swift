import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct PortfolioCommandTests {
  @Test func theEndingChoosesTheForm() throws {
    let run = advisor("portfolio", "-o", "p.html", "-o", "p.md", "-o", "p.json", "--draws", "50", in: .mini())
    #expect(run.status == 0, "\(run.talk)")
    #expect(try run.written("p.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try run.written("p.md") == advisor("portfolio", "--draws", "50", in: .mini()).output)
    let json = try parsed(try run.written("p.json"))
    #expect(json["cases"]?.elements?.count == 3 && json["draws"] == 50)
    #expect(json["decisions"]?.item("platform")?["chosen"]?.elements?.isEmpty == false)
  }

  @Test func everyCaseIsListedOnceAmongTheLeastFirm() throws {
    let json = try parsed(try advisor("portfolio", "-o", "p.json", in: .mini()).written("p.json"))
    let names = json["cases"]?.elements?.compactMap { $0["profile"]?.text } ?? []
    let order = json["decisions"]?.item("platform")?["leastFirm"]?.elements?.compactMap(\.text) ?? []
    #expect(order.count == names.count && Set(order) == Set(names))
  }

  @Test(arguments: ["en", "de"])
  func theOverviewReadsLikeThis(language: String) {
    let run = advisor("portfolio", "--draws", "50", "--lang", language, "--date", "2026-11-20", in: .mini())
    #expect(run.status == 0, "\(run.talk)")
    #expect(Golden.mismatch(run.output, with: "Golden/portfolio.\(language).md") == nil)
  }

  @Test func otherEndingsAreRefused() {
    let run = advisor("portfolio", "-o", "p.doc", in: .mini())
    #expect(run.status == 2 && run.talk.contains("[unknown-format]") && run.files["p.doc"] == nil)
  }

  @Test func aBrokenProfileIsNamedAndTheOthersAreShown() throws {
    let files = MemoryFiles.mini([
      "Profiles/broken.json": "{",
      "Profiles/wrong.json": #"{ "format": 1, "title": "w", "answers": { "need.memory": "much" } }"#,
    ])
    let run = advisor("portfolio", "-o", "p.json", in: files)
    #expect(run.status == 2)
    let json = try parsed(try run.written("p.json"))
    #expect(json["unread"]?.elements?.compactMap(\.text) == ["Profiles/broken.json", "Profiles/wrong.json"])
    #expect(json["cases"]?.elements?.count == 3)
  }

  @Test func withoutProfilesNothingIsWritten() {
    let run = advisor("portfolio", "Rules", "-o", "p.md", in: .mini())
    #expect(run.status == 2 && run.files["p.md"] == nil)
    let none = advisor("portfolio", "Nowhere", "-o", "p.md", in: .mini())
    #expect(none.status == 2 && none.talk.contains("[unreadable-profiles]") && none.files["p.md"] == nil)
  }

  /// Over our own cases: every figure of the page is in the data, and the German page is German.
  @Test func ourOwnCasesInBothLanguages() throws {
    let run = advisor("portfolio", "-o", "p.json", "-o", "p.md", "--lang", "de", "--draws", "0", in: .repository())
    #expect(run.status == 0, "\(run.talk)")
    let json = try parsed(try run.written("p.json"))
    let platform = try #require(json["decisions"]?.item("platform"))
    let cases = platform["cases"]?.elements?.count ?? 0
    let counted = platform["chosen"]?.elements?.reduce(0) { $0 + ($1["cases"]?.elements?.count ?? 0) } ?? 0
    let rest = (platform["withoutSolution"]?.elements?.count ?? 0) + (platform["withoutFacts"]?.elements?.count ?? 0)
    #expect(cases > 10 && counted + rest == cases)
    let page = try run.written("p.md")
    #expect(page.contains("## Was Möglichkeiten ausschliesst") && page.contains("nicht gemessen"))
    #expect(platform["outcomes"]?.elements?.isEmpty == false && page.contains("etwas anderes"))
  }
}
