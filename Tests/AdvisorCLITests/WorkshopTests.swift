import Foundation
import LocatedJSON
import Reports
import TestSupport
import Testing

@testable import AdvisorCLI

/// The workshop page as a file; what it does is tested in a browser by `.ci/live-page`.
@Suite(.enabled(if: WorkshopPage.isAvailable, "this advisor was built without the engine for browsers"))
struct WorkshopTests {
  private static func page(_ words: String..., in texts: Texts) throws -> String { try page(words, in: texts) }

  private static func page(_ words: [String], in texts: Texts) throws -> String {
    let run = run(["workshop", "-o", "w.html"] + words, in: MemoryFiles(texts))
    #expect(run.status == 0, "\(run.talk.prefix(600))")
    return try run.written("w.html")
  }

  /// The blocks of data, by id.
  private static func data(_ page: String) throws -> JSONValue {
    let block = try #require(page.firstMatch(of: /<script type="application\/json" id="data">(.*?)<\/script>/))
    return try parsed(String(block.1))
  }

  @Test func oneFileThatAsksForNothing() throws {
    let page = try Self.page(in: FixtureFiles.mini)
    #expect(page.utf8.count < 1_000_000)
    let shape = HTMLShape(page)
    #expect(shape.problems == [])
    #expect(shape.addresses == [])
    #expect(shape.scripts.sorted() == ["", "application/json", "application/json"])
    #expect(page.contains("default-src &#39;none&#39;"))
    #expect(!page.contains("unsafe-inline") && !page.contains("&#39;unsafe-eval"))
    #expect(!page.contains("innerHTML") && !page.contains("eval("))
  }

  @Test(arguments: [0, 19, 37]) func textsOfPacksAreData(offset: Int) throws {
    for words in [[], ["Profiles/taken.json"], ["Profiles/taken.json", "--lang", "de"]] {
      let hostile = HTMLShape(try Self.page(words + ["--edition", "internal"], in: HostileTexts.files(offset)))
      #expect(hostile.problems == [])
      #expect(hostile.tags == HTMLShape(try Self.page([], in: FixtureFiles.mini)).tags)
    }
  }

  @Test func whatIsInternalDoesNotTravel() throws {
    let texts = try HostileTexts.harmless()
    let (customer, house) = (try Self.page(in: texts), try Self.page("--edition", "internal", in: texts))
    #expect(HostileTexts.markers(customer).isStrictSubset(of: HostileTexts.markers(house)))
  }

  @Test func contradictionsStandAtTheirQuestions() throws {
    let data = try Self.data(try Self.page(in: FixtureFiles.mini))
    let shown = try #require(data["contradictions"]?.elements)
    let facts = try #require(data["facts"]?.elements)
    #expect(!shown.isEmpty)
    for item in shown {
      #expect(item["text"]?.text?.isEmpty == false && item["register"] != nil)
      let places = (item["facts"]?.elements ?? []).compactMap { place in
        if case .number(let number) = place { Int(number) } else { nil }
      }
      #expect(places.count > 1 && places.allSatisfy { facts[$0]["question"] != nil }, "\(item)")
    }
  }

  @Test func aContradictionForTheHouseDoesNotTravel() throws {
    let files = try AudienceTests.withInternals()
    for (edition, count) in [("customer", 0), ("internal", 1)] {
      let run = run(["workshop", "-o", "w.html", "--edition", edition], in: files)
      let shown = try Self.data(try run.written("w.html"))["contradictions"]?.elements ?? []
      #expect(shown.count == count, "\(edition): \(shown)")
    }
  }

  @Test func theProfileStandsInItAsItIsWritten() throws {
    let path = "Profiles/worked.json"
    let data = try Self.data(try Self.page(path, in: FixtureFiles.mini))
    #expect(data["profile"] == .string(FixtureFiles.mini[path] ?? ""))
  }

  @Test func aBrokenProfileGivesNoPage() throws {
    let run = run(["workshop", "none.json", "-o", "w.html"], in: MemoryFiles(FixtureFiles.mini))
    #expect(run.status == 2)
    #expect(run.files["w.html"] == nil)
  }

  @Test func speaksBothLanguages() throws {
    #expect(try Self.data(try Self.page("--lang", "de", in: FixtureFiles.mini))["language"] == "de")
    #expect(try Self.page("--lang", "de", in: FixtureFiles.mini).contains("Was zählt"))
  }
}
