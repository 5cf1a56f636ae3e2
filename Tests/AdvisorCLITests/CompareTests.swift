import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI
@testable import Reports

/// `advisor compare`: two cases side by side, and the profiles of several people put together.
@Suite struct CompareTests {
  private static let pair = ["Profiles/worked.json", "Profiles/taken.json"]

  // MARK: Comparing

  @Test(arguments: ["en", "de"])
  func twoRealCustomersReadLikeThis(language: String) {
    let run = advisor(
      "compare",
      "Profiles/muster-saas.json",
      "Profiles/muster-industry.json",
      "--lang",
      language,
      in: .repository()
    )
    #expect(run.status == 0, "\(run.talk)")
    #expect(Golden.mismatch(run.output, with: "Golden/compare-saas-industry.\(language).txt") == nil)
  }

  @Test(arguments: ["en", "de"])
  func theScreenReadsLikeThis(language: String) {
    let run = run(["compare"] + Self.pair + ["--lang", language], in: .mini())
    #expect(run.status == 0, "\(run.talk)")
    #expect(Golden.mismatch(run.output, with: "Golden/compare.\(language).txt") == nil)
  }

  @Test func everyFurtherProfileIsComparedWithTheFirst() throws {
    let words = ["compare"] + Self.pair + ["Profiles/open.json"]
    let json = try run(words + ["--format", "json"], in: .mini()).json()
    #expect(json["differences"]?.elements?.map { $0["before"]?["title"] } == ["Worked example", "Worked example"])
    #expect(json["differences"]?.elements?.map { $0["after"]?["title"] } == ["Already decided", "Early talk"])
    let text = run(words + ["--lang", "en"], in: .mini()).output
    #expect(text.contains("B: Already decided") && text.contains("C: Early talk"))
  }

  @Test(arguments: [
    (["Profiles/worked.json"], "too-few-profiles"),
    (["Profiles/worked.json", "Profiles/none.json"], "unreadable-file"),
    (pair + ["-o", "x.json"], "nothing-to-save"), (pair + ["--decision", "platfrom"], "unknown-decision"),
  ])
  func whatCannotBeComparedIsRefused(words: [String], code: String) {
    let run = run(["compare"] + words, in: .mini())
    #expect(run.status == 2 && run.output == "" && run.talk.contains("[\(code)]"), "\(run.talk)")
  }

  @Test(arguments: [["first-meeting-manufacturer", "muster-industry"], ["muster-saas", "muster-industry"]])
  func theDifferencesOfOurCasesAddUp(names: [String]) throws {
    let files = MemoryFiles.repository()
    let words = ["compare"] + names.map { "Profiles/\($0).json" } + ["--format", "json"]
    let decisions = try run(words, in: files).json()["differences"]?.elements?[0]["decisions"]?.elements ?? []
    #expect(decisions.count > 5)
    for decision in decisions {
      guard let points = decision["points"], points != .null else { continue }
      let change = (points["after"]?.number ?? 0) - (points["before"]?.number ?? 0)
      let parts = (decision["parts"]?.elements ?? []).reduce(0) { $0 + ($1["points"]?.number ?? 0) }
      #expect((parts - change).magnitude < 1e-9)
    }
  }

  // MARK: Merging

  private static let people: Texts = [
    "a.json": """
    {"format": 1, "title": "Portal", "author": "Anna", "date": "2026-11-20", "language": "en",
     "answers": {"need.memory": 8, "need.own_rules": true, "need.team": "none", "need.place": "home"},
     "notes": {"need.memory": "measured"}, "weights": {"cost": 3, "control": 1}}
    """,
    "b.json": """
    {"format": 1, "title": "Portal", "author": "Ben", "date": "2026-11-22",
     "answers": {"need.memory": 64, "need.own_rules": true, "need.team": "expert", "need.start": "2027-03-01"},
     "requirements": ["must talk to the mainframe"], "weights": {"cost": 1, "control": 3}}
    """,
  ]

  @Test(arguments: ["en", "de"])
  func aMergeReadsLikeThis(language: String) throws {
    let files = MemoryFiles.mini(Self.people)
    let run = run(["compare", "--merge", "a.json", "b.json", "-o", "m.json", "--lang", language], in: files)
    #expect(run.status == 0, "\(run.talk)")
    #expect(Golden.mismatch(run.output, with: "Golden/merge.\(language).txt") == nil)
    if language == "en" { #expect(Golden.mismatch(try run.written("m.json"), with: "Golden/merged.json") == nil) }
  }

  @Test func theMergedProfileIsAProfileInTheLayoutOfTheHouse() throws {
    let files = MemoryFiles.mini(Self.people)
    #expect(run(["compare", "--merge", "a.json", "b.json", "-o", "m.json"], in: files).status == 0)
    let written = files["m.json"]
    #expect(run(["assess", "m.json"], in: files).status == 0)
    #expect(run(["packs", "format", "m.json"], in: files).status == 0)
    #expect(files["m.json"] == written)
  }

  @Test func noContradictionIsPassedInSilence() throws {
    let files = MemoryFiles.mini(Self.people)
    let run = run(["compare", "--merge", "a.json", "b.json", "--format", "json"], in: files)
    let merge = try #require(try run.json()["merge"])
    #expect(Set(merge["conflicts"]?.elements?.compactMap { $0["id"]?.text } ?? []) == ["need.memory", "need.team"])
    #expect(merge["weights"]?["conflict"] == .bool(true))
    #expect(Set(merge["partial"]?.elements?.compactMap { $0["id"]?.text } ?? []) == ["need.place", "need.start"])
    #expect(files["m.json"] == nil, "without -o nothing is written")
  }

  @Test func whatCustomersDifferInIsSaid() throws {
    var other = Self.people
    other["b.json"] = other["b.json"]?.replacing("\"answers\"", with: "\"customer\": {\"name\": \"B AG\"}, \"answers\"")
    other["a.json"] = other["a.json"]?.replacing("\"answers\"", with: "\"customer\": {\"name\": \"A AG\"}, \"answers\"")
    let run = run(["compare", "--merge", "a.json", "b.json"], in: .mini(other))
    #expect(run.output.contains("'customer' differs") && run.output.contains("B AG"))
  }

  // MARK: Texts of others

  @Test(arguments: [0, 19, 37])
  func hostileTextsDoNothing(offset: Int) throws {
    let files = MemoryFiles(try HostileTexts.files(offset))
    let calm = MemoryFiles(try HostileTexts.harmless())
    for words in [
      ["compare"] + Self.pair + ["--all"], ["compare", "--merge"] + Self.pair + ["--all", "-o", "m.json"],
    ] {
      let screen = run(words + ["--edition", "internal"], in: files)
      #expect(screen.status == 0, "\(screen.talk)")
      let steering = screen.output.unicodeScalars.filter {
        $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
      }
      #expect(steering.isEmpty)
      let markdown = words + ["--format", "markdown"]
      let shape = MarkdownShape.lines(run(markdown, in: files).output)
      #expect(shape == MarkdownShape.lines(run(markdown, in: calm).output))
    }
    #expect(throws: Never.self) { try parsed(files["m.json"] ?? "") }
  }

  // MARK: The schema

  @Test func everyDefinitionOfTheSchemaIsThere() throws {
    let run = advisor("packs", "schema", "difference", in: .mini())
    let schema = try run.json()
    let names = Set(run.output.matches(of: /"#\/\$defs\/([A-Za-z]+)"/).map { String($0.1) })
    let defined = Set(schema["$defs"]?.members?.map(\.key) ?? [])
    #expect(!names.isEmpty && names.isSubset(of: defined) && schema["$id"] == "urn:advisor:difference-1")
  }

  @Test func theDataAreAsTheSchemaSays() throws {
    let outputs = [
      try run(["compare"] + Self.pair + ["--format", "json"], in: .mini()).json(),
      try run(["whatif", Self.pair[1], "need.memory=64", "weight.cost=9", "--format", "json"], in: .mini()).json(),
      try run(["compare", "--merge", "a.json", "b.json", "--format", "json"], in: .mini(Self.people)).json(),
    ]
    for output in outputs {
      #expect(ResultShapeCheck(ResultObject.ofDifferences).mistakes(in: output) == [])
    }
  }
}
