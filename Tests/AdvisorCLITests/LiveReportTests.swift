import Foundation
import LocatedJSON
import Reports
import TestSupport
import Testing

@testable import AdvisorCLI

/// The panel "What if …" as part of the file; what it does is tested in a browser by `.ci/live-page`.
@Suite(.enabled(if: WorkshopPage.isAvailable, "this advisor was built without the engine for browsers"))
struct LiveReportTests {
  private static func page(_ words: String..., profile: String = "worked", in files: MemoryFiles) throws -> String {
    let run = run(["report", "Profiles/\(profile).json", "-o", "r.html", "--date", "2026-11-20"] + words, in: files)
    #expect(run.status == 0, "\(run.talk.prefix(600))")
    return try run.written("r.html")
  }

  private static func block(_ id: String, of page: String) throws -> JSONValue {
    let start = try #require(page.firstRange(of: "<script type=\"application/json\" id=\"\(id)\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</script>"))
    return try parsed(String(page[start.upperBound..<end.lowerBound]))
  }

  @Test(arguments: ["customer", "internal"], ["en", "de"])
  func withoutItsScriptItIsTheReportItself(edition: String, language: String) throws {
    let words = ["--edition", edition, "--lang", language]
    let plain = try Self.page(words[0], words[1], words[2], words[3], in: .mini())
    let live = try Self.page(words[0], words[1], words[2], words[3], "--live", in: .mini())
    let start = try #require(live.firstRange(of: "<script type=\"application/json\" id=\"live-data\">"))
    let end = try #require(live.ranges(of: "</script>\n").last)
    var left = live
    left.removeSubrange(start.lowerBound..<end.upperBound)
    left.replace(
      #/ script-src &#39;sha256-[A-Za-z0-9+/=]*&#39; &#39;wasm-unsafe-eval&#39;; worker-src blob:;/#,
      with: ""
    )
    #expect(left == plain)
  }

  @Test func asksForNothing() throws {
    let page = try Self.page("--live", in: .mini())
    let shape = HTMLShape(page)
    #expect(shape.problems == [])
    #expect(shape.scripts.sorted() == ["", "application/json", "application/json"])
    #expect(page.utf8.count < 1_500_000)
    #expect(!page.contains("unsafe-inline") && !page.contains("&#39;unsafe-eval"))
  }

  @Test(arguments: [0, 19, 37]) func textsArePlainData(offset: Int) throws {
    let words = ["--live", "--edition", "internal"]
    let hostile = HTMLShape(try Self.page(words[0], words[1], words[2], in: MemoryFiles(HostileTexts.files(offset))))
    let harmless = HTMLShape(try Self.page(words[0], words[1], words[2], in: MemoryFiles(HostileTexts.harmless())))
    #expect(hostile.problems == [] && hostile.tags == harmless.tags && hostile.scripts == harmless.scripts)
  }

  // MARK: What travels

  /// Small packs with internal texts of every kind, and profiles without answers for the house only.
  private static func withInternals() throws -> MemoryFiles {
    let files = try AudienceTests.withInternals()
    for name in ["worked", "taken"] {
      let path = "Profiles/\(name).json"
      var profile = try parsed(files[path] ?? "")
      profile["answers"]?["need.secret"] = nil
      _ = files.fileSystem.write(path, Array(profile.pretty().utf8))
    }
    return files
  }

  /// What is packed in a page.
  private static func unpacked(_ page: String, _ key: String) throws -> String {
    let text = try #require(try block("live-data", of: page)[key]?.text)
    let bytes = try Inflate.unpacked([UInt8](try #require(Data(base64Encoded: text))))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The page with everything that is packed in it behind it.
  private static func decoded(_ page: String) throws -> String {
    try ["texts", "book", "engine"].reduce(page) { $0 + (try unpacked(page, $1)) }
  }

  @Test(arguments: ["worked", "taken"], ["en", "de"])
  func nothingForTheHouseTravels(profile: String, language: String) throws {
    let page = try Self.page("--live", "--lang", language, profile: profile, in: Self.withInternals())
    let text = try Self.decoded(page)
    let around = text.range(of: "SECRET").map { text[$0.lowerBound...].prefix(60) }
    #expect(around == nil)
    #expect(!text.contains("4321") && !text.contains("intranet.example.ch"))
    let data = try Self.unpacked(page, "texts")
    #expect(!data.contains("need.secret") && !data.contains("SECRET"))
    #expect(data.contains("need.place"))
  }

  @Test func theHouseGetsItAll() throws {
    let page = try Self.page("--live", "--edition", "internal", in: Self.withInternals())
    let data = try Self.unpacked(page, "texts")
    #expect(data.contains("SECRET question?") && data.contains("need.secret2"))
  }

  @Test func aResultThatRestsOnHiddenAnswersCannotMove() throws {
    let words = ["report", "Profiles/worked.json", "-o", "r.html", "-o", "r.md", "--live"]
    let run = run(words, in: try AudienceTests.withInternals())
    #expect(run.status == 2 && run.talk.contains("for the house only") && run.talk.contains("--edition internal"))
    #expect(run.files["r.html"] == nil && run.files["r.md"] != nil)
  }

  // MARK: Where it may be

  @Test func anOfferHasNone() {
    let words = [
      "report", "Profiles/worked.json", "-o", "r.html", "--edition", "offer", "--date", "2026-11-20", "--live",
    ]
    let run = run(words, in: .mini())
    #expect(run.status == 2 && run.talk.contains("[live-offer]") && run.files["r.html"] == nil)
  }

  @Test func onlyAPageHasIt() throws {
    let refused = advisor("report", "Profiles/worked.json", "-o", "r.md", "-o", "r.json", "--live", in: .mini())
    #expect(refused.status == 2 && refused.talk.contains("[live-without-page]") && refused.files["r.md"] == nil)
    let words = ["report", "Profiles/worked.json", "-o", "r.md", "--date", "2026-11-20"]
    let alone = run(words, in: .mini())
    let together = run(words + ["-o", "r.html", "--live"], in: .mini())
    #expect(together.status == 0, "\(together.talk)")
    #expect(try together.written("r.md") == (try alone.written("r.md")))
    #expect(try together.written("r.html").contains("id=\"live-data\""))
  }

  @Test(arguments: ["customer", "internal"], ["worked", "taken", "open"])
  func isMadeAgainFromWhatItCarries(edition: String, profile: String) throws {
    let files = MemoryFiles.mini()
    _ = try Self.page("--live", "--edition", edition, "--lang", "de", profile: profile, in: files)
    _ = files.fileSystem.write("Profiles/\(profile).json", Array("{}".utf8))
    let again = advisor("verify", "r.html", in: files)
    #expect(again.status == 0 && again.output.hasPrefix("identical: "), "\(again.output)\(again.talk)")
  }

  @Test func anotherEngineIsNamed() throws {
    let files = MemoryFiles.mini()
    let page = try Self.page("--live", in: files)
    let engine = try #require(try Self.block("live-data", of: page)["engine"]?.text)
    let other = page.replacing(engine, with: String(engine.reversed()))
    _ = files.fileSystem.write("r.html", Array(other.utf8))
    let again = advisor("verify", "r.html", in: files)
    #expect(
      again.status == 1 && again.output.contains("the engine for browsers in it is another build"),
      "\(again.output)"
    )
  }
}
