import Foundation
import LocatedJSON
import Reports
import TestSupport
import Testing

@testable import AdvisorCLI

/// `--brand`: what goes out in the look of a house, and can be made again.
@Suite struct BrandCommandTests {
  private static func files(_ brand: String? = nil) throws -> MemoryFiles {
    let fixture = Repository.root.appendingPathComponent("Tests/AdvisorCLITests/Fixtures/brand.json")
    let text = try brand ?? String(contentsOf: fixture, encoding: .utf8)
    return .mini(["brand.json": text])
  }

  private static let words = ["report", "Profiles/worked.json", "--date", "2026-11-20", "--brand", "brand.json"]

  @Test(arguments: Edition.allCases, ["en", "de"])
  func aBrandedReportIsMadeAgainFromWhatItCarries(edition: Edition, language: String) throws {
    let files = try Self.files()
    let words = Self.words + ["-o", "r.html", "--edition", edition.rawValue, "--lang", language]
    #expect(run(words, in: files).status == 0)
    let page = try #require(files["r.html"])
    #expect(page.contains("--accent:#7a1f4b") && page.contains("--accent:#e79cc0"))
    #expect(page.contains(language == "de" ? "8001 Zürich · 044" : "8001 Zürich · +41"))
    let shape = HTMLShape(page)
    #expect(shape.problems == [] && shape.addresses.count { $0.hasPrefix("data:image/svg+xml;base64,") } == 1)
    // The file is not needed any more.
    _ = files.fileSystem.write("brand.json", Array("{}".utf8))
    let verified = advisor("verify", "r.html", in: files)
    #expect(verified.status == 0 && verified.output.hasPrefix("identical: "), "\(verified.output)\(verified.talk)")
  }

  @Test func aBrandThatWasChangedInThePageIsNoticed() throws {
    let files = try Self.files()
    #expect(run(Self.words + ["-o", "r.html"], in: files).status == 0)
    let page = try #require(files["r.html"])
    for (from, to) in [("--accent:#7a1f4b", "--accent:#7a1f4c"), ("\"name\":\"Alpenrand", "\"name\":\"Alpenrande")] {
      #expect(page.contains(from))
      _ = files.fileSystem.write("x.html", Array(page.replacing(from, with: to).utf8))
      let verified = advisor("verify", "x.html", in: files)
      #expect(verified.status == 1 && verified.output.hasPrefix("not identical"), "\(from): \(verified.output)")
    }
    // Colours that no advisor would have taken.
    _ = files.fileSystem.write(
      "x.html",
      Array(page.replacing("\"accent\":\"#7a1f4b\"", with: "\"accent\":\"#ff9900\"").utf8)
    )
    let verified = advisor("verify", "x.html", in: files)
    #expect(verified.status == 1 && verified.output.contains("the brand in the report: accent #ff9900"))
  }

  @Test func theSameBrandGivesTheSameBytesWhateverItsFileLooksLike() throws {
    let files = try Self.files()
    #expect(run(Self.words + ["-o", "a.html", "-o", "a.md"], in: files).status == 0)
    let brand = try parsed(try #require(files["brand.json"]))
    guard case .object(let members) = brand else { return #expect(Bool(false), "no object") }
    let other = JSONValue.object([.init("x-remark", .string("for the house only"))] + members.reversed())
    _ = files.fileSystem.write("brand.json", other.canonical())
    #expect(run(Self.words + ["-o", "b.html", "-o", "b.md"], in: files).status == 0)
    #expect(files["a.html"] == files["b.html"] && files["a.md"] == files["b.md"])
    #expect(files["b.html"]?.contains("for the house only") == false)
  }

  @Test func theOverviewAndTheWorkshopPageHaveItToo() throws {
    let files = try Self.files()
    #expect(advisor("portfolio", "Profiles", "-o", "p.html", "--brand", "brand.json", in: files).status == 0)
    #expect(try #require(files["p.html"]).contains("alt=\"Alpenrand IT AG\""))
    if WorkshopPage.isAvailable {
      #expect(advisor("workshop", "-o", "w.html", "--brand", "brand.json", in: files).status == 0)
      let page = try #require(files["w.html"])
      #expect(page.contains("alt=\"Alpenrand IT AG\"") && page.contains("img-src data:") && page.contains("#7a1f4b"))
    }
  }

  @Test func everyMistakeIsNamedAndNothingIsWritten() throws {
    let files = try Self.files(
      #"""
      { "format": 1, "name": "A", "colours": { "light": { "accent": "#ff9900", "ink": "black" } },
        "logo": "data:image/png;base64,AAAA", "foter": { "en": "x" } }
      """#
    )
    let run = run(Self.words + ["-o", "r.html", "-o", "r.md"], in: files)
    #expect(run.status == 2 && files["r.html"] == nil && files["r.md"] == nil)
    for code in ["low-contrast", "invalid-colour", "invalid-logo", "unknown-key"] {
      #expect(run.talk.contains("[\(code)]"), "\(code)")
    }
    #expect(run.talk.contains("did you mean 'footer'?"))
  }

  /// Every text of a brand as every payload, the whole way from the file; names and footers are cut to what may stand there.
  @Test(arguments: HostileTexts.all)
  func noFieldOfABrandActs(_ payload: String) throws {
    func brand(_ name: String, _ footer: String) -> String {
      JSONValue.members([
        ("format", .number(1)), ("name", .string(name)),
        ("footer", .members([("en", .string(footer)), ("de", .string(footer))])),
      ]).pretty()
    }
    let words = Self.words + ["-o", "r.html", "-o", "r.md"]
    let (hostile, harmless) = (
      try Self.files(brand(String(payload.prefix(60)), String(payload.prefix(200)))),
      try Self.files(brand("name", "footer"))
    )
    #expect(run(words, in: hostile).status == 0 && run(words, in: harmless).status == 0)
    let page = HTMLShape(try #require(hostile["r.html"]))
    #expect(page.problems == [] && page.scripts == ["application/json"])
    #expect(page.tags == HTMLShape(try #require(harmless["r.html"])).tags)
    #expect(!page.addresses.contains { $0.contains("evil") })
    let shape = MarkdownShape.lines(try #require(hostile["r.md"]))
    #expect(shape == MarkdownShape.lines(try #require(harmless["r.md"])))
    #expect(advisor("verify", "r.html", in: hostile).status == 0)
    // In the places of colours and logos nothing but these is taken.
    for key in ["logo", "accent"] {
      let json = JSONValue.members([
        ("format", .number(1)), ("name", .string("A")), ("logo", key == "logo" ? .string(payload) : nil),
        ("colours", .members([("light", .members([("accent", key == "accent" ? .string(payload) : nil)]))])),
      ]).pretty()
      let refused = run(words, in: try Self.files(json))
      #expect(refused.status == 2)
      #expect(!refused.talk.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0x9B })
    }
  }
}
