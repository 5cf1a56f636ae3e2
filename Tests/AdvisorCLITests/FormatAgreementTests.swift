import Foundation
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel
import TestSupport
import Testing

@testable import AdvisorCLI

/// One recommendation, told in several formats, with the same numbers everywhere.
@Suite struct FormatAgreementTests {
  private static func expectAgreement(
    in run: ProgramRun,
    packs: LoadedPacks,
    language: Language = .en,
    location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(run.status == 0, "\(run.talk)", sourceLocation: location)
    let result = try run.json(of: "r.json")
    let say = Phrasing(language: language, edition: .customer, catalogue: packs.catalogue)
    let expected = ReportReading(result: result, names: say.option)
    let html = try run.written("r.html")
    #expect(ReportReading(markdown: try run.written("r.md")) == expected, "Markdown", sourceLocation: location)
    #expect(ReportReading(html: html) == expected, "HTML", sourceLocation: location)
    let data = try #require(html.components(separatedBy: "id=\"report-data\"").last, sourceLocation: location)
    let text = data.components(separatedBy: ">").dropFirst().joined(separator: ">").components(separatedBy: "</script")[
      0
    ]
    #expect(try parsed(text).canonical() == result.canonical(), "the data inside the HTML", sourceLocation: location)
    try expectSums(result, location)
  }

  /// Contributions add up to the score, exactly but for the rounding of doubles.
  private static func expectSums(_ result: JSONValue, _ location: SourceLocation) throws {
    for decision in result["decisions"]?.elements ?? [] {
      for option in decision["options"]?.elements ?? [] {
        let sum = option["contributions"]?.elements?.reduce(0) { $0 + ($1["points"]?.number ?? .nan) } ?? .nan
        let score = try #require(option["score"]?.number, sourceLocation: location)
        #expect(abs(sum - score) < 1e-9, sourceLocation: location)
      }
    }
  }

  private static func report(_ profile: String, in files: MemoryFiles) -> ProgramRun {
    run(["report", profile, "-o", "r.html", "-o", "r.md", "-o", "r.json", "--lang", "en"], in: files)
  }

  @Test(arguments: FixtureFiles.profiles, [Language.en, .de])
  func allFormatsShowTheSameNumbersForTheProfilesOfTheRepository(profile: String, language: Language) throws {
    let packs = try #require(RealReports.packs)
    try Self.expectAgreement(in: RealReports.about(profile, language), packs: packs, language: language)
  }

  /// Over all profiles, and in all formats that a program without helpers writes; a PDF is read by `.ci/page-check`.
  @Test(arguments: FixtureFiles.allProfiles)
  func everyProfileHasTheSameNumbersInEveryFormat(profile: String) throws {
    let packs = try #require(RealReports.packs)
    // The one or the other language: numbers are written alike in both.
    let language: Language = profile.utf8.reduce(0) { $0 + Int($1) }.isMultiple(of: 2) ? .en : .de
    let outputs = ["r.html", "r.md", "r.json", "r.csv", "adr/"].flatMap { ["-o", $0] }
    let words = ["report", "Profiles/\(profile).json", "--lang", language.rawValue, "--draws", "50"] + outputs
    let run = run(words, in: .repository())
    try Self.expectAgreement(in: run, packs: packs, language: language)
    let result = try run.json(of: "r.json")
    let records = csvRecords(try run.written("r.csv"))
    let adr = try run.files.paths.filter { $0.hasPrefix("adr/") }.map { try run.written($0) }
    let decisions = (result["decisions"]?.elements ?? []).filter { $0["applicable"] != false }
    #expect(adr.count == decisions.count && !decisions.isEmpty)
    let say = Phrasing(language: language, edition: .customer, catalogue: packs.catalogue)
    for decision in decisions {
      let options = decision["options"]?.elements ?? []
      for option in options {
        let id = option["id"]?.text ?? ""
        let points = shownPoints(option["score"]?.number ?? .nan).replacing("+", with: "")
          .replacing("\u{2212}", with: "-")
        let rank = option["rank"]?.number.map { "\(Int($0))" } ?? ""
        #expect(records.contains { $0[2] == id && $0[4] == rank && $0[5] == points }, "\(id) in the matrix")
      }
      guard let variant = decision["variant"]?.text else { continue }
      // Records hold no numbers; what was chosen is the same.
      let title = packs.catalogue.decisions.first { $0.id == decision["id"]?.text }.map { say.text($0.decision.title) }
      let heading = "# \(title ?? ""): \(say.option(variant))"
      #expect(adr.contains { $0.filter { $0 != "\\" }.contains("\n\(heading)\n") }, "\(heading)")
    }
  }

  @Test(arguments: ["worked", "open", "taken"])
  func allFormatsShowTheSameNumbersForSmallPacks(profile: String) throws {
    let packs = LoadedPacks(RandomFiles.folders(of: FixtureFiles.mini))
    try Self.expectAgreement(in: Self.report("Profiles/\(profile).json", in: .mini()), packs: packs)
  }

  @Test(arguments: 1...12)
  func allFormatsShowTheSameNumbersForRandomPacks(seed: Int) throws {
    let random = RandomFiles(seed: UInt64(seed))
    try Self.expectAgreement(in: Self.report("profile.json", in: random.files), packs: random.packs)
  }

  /// The points of the terminal are those of the result, too.
  @Test(arguments: FixtureFiles.profiles)
  func theScreenShowsTheSameNumbers(profile: String) throws {
    let path = "Profiles/\(profile).json"
    let result = try RealReports.about(profile).json(of: "r.json")
    let screen = advisor("assess", path, "--all", "--lang", "en", in: .repository(), width: 110).output
    let lines = screen.components(separatedBy: "\n")
    for decision in result["decisions"]?.elements ?? [] where decision["applicable"] != false {
      let ranked = decision["options"]?.elements?.filter { $0["rank"]?.number != nil } ?? []
      let scores = ranked.map { shownPoints($0["score"]?.number ?? .nan) }
      let rows = lines.filter { $0.hasPrefix("▸ ") || $0.hasPrefix("  ") }
      let missing = scores.filter { score in !rows.contains { $0.contains(" \(score)") } }
      #expect(missing == [], "of \(decision["id"]?.text ?? "")")
      let chosen = ranked.first { $0["id"] == decision["variant"] }
      for part in chosen?["contributions"]?.elements ?? [] where part["points"]?.number != 0 {
        let points = shownPoints(part["points"]?.number ?? .nan)
        #expect(lines.contains { $0.drop { $0 == " " }.hasPrefix(points + "  ") }, "\(points)")
      }
    }
  }

  @Test(arguments: FixtureFiles.profiles)
  func allFormatsTellTheSameFindings(profile: String) throws {
    let run = try RealReports.about(profile)
    let result = try run.json(of: "r.json")
    let markdown = try run.written("r.md").filter { $0 != "\\" }
    let html = try run.written("r.html").components(separatedBy: "<script")[0]
      .replacingOccurrences(of: "&#39;", with: "'").replacingOccurrences(of: "&quot;", with: "\"")
      .replacingOccurrences(of: "&amp;", with: "&")
    for key in ["notes", "contradictions", "components", "steps"] {
      for item in result[key]?.elements ?? [] {
        let text = try #require(item["title"]?["en"]?.text ?? item["text"]?["en"]?.text ?? item["title"]?.text)
        #expect(html.contains(text), "\(key): \(text)")
        #expect(markdown.contains(text), "\(key): \(text)")
      }
    }
  }

  @Test(arguments: ["html", "md", "json"])
  func aFormatIsTheSameBesideOthersAndAlone(kind: String) throws {
    let path = "Profiles/taken.json"
    let alone = advisor("report", path, "-o", "r.\(kind)", "--lang", "en", in: .mini())
    #expect(alone.status == 0)
    #expect(try alone.written("r.\(kind)") == Self.report(path, in: .mini()).written("r.\(kind)"))
  }
}
