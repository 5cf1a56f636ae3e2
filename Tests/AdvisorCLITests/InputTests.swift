import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// What is said about files that cannot be used: always exit status 2, nothing on standard output, nothing written.
@Suite struct InputTests {
  /// Every command that reads a profile.
  static let readers: [[String]] = [
    ["assess", "p.json"], ["assess", "p.json", "--format", "json"], ["report", "p.json"],
    ["report", "p.json", "-o", "a.html", "-o", "b.md", "-o", "c.json"], ["explain", "p.json"],
    ["explain", "p.json", "need.memory"], ["checklist", "p.json"], ["checklist", "p.json", "-o", "c.csv"],
    ["checklist", "p.json", "-o", "c.json"], ["profile", "check", "p.json"],
  ]

  /// Every command that reads packs.
  static let all =
    readers + [
      ["questions"], ["questions", "-o", "q.html"], ["profile", "new"], ["profile", "new", "-o", "n.json"],
      ["packs", "list"], ["packs", "list", "--format", "json"], ["packs", "test"],
    ]

  private static func expectRefusal(
    of words: [String],
    in files: MemoryFiles,
    input: String = "",
    _ sentence: String,
    code: String
  ) {
    let before = files.paths
    let run = run(words, in: files, input: input)
    #expect(run.status == 2, "\(words)")
    #expect(run.output == "", "\(words)")
    #expect(run.talk.contains(sentence), "\(words): \(run.talk)")
    #expect(run.talk.contains("[\(code)]"))
    #expect(files.paths == before, "\(words) has written something")
  }

  @Test(arguments: readers)
  func refusesAProfileThatIsNotThere(words: [String]) {
    Self.expectRefusal(of: words, in: .mini(), "error: 'p.json' does not exist", code: "unreadable-file")
  }

  @Test(arguments: readers)
  func refusesAFolderForAProfile(words: [String]) {
    let files = MemoryFiles.mini(["p.json/inner.json": "{}"])
    let sentence = "error: 'p.json' is a folder, where a file is needed"
    Self.expectRefusal(of: words, in: files, sentence, code: "unreadable-file")
  }

  @Test(arguments: readers)
  func refusesAProfileThatMayNotBeRead(words: [String]) {
    let files = MemoryFiles.mini(refused: ["p.json": .notAllowed])
    let sentence = "error: 'p.json' may not be used by you: permission is missing"
    Self.expectRefusal(of: words, in: files, sentence, code: "unreadable-file")
  }

  @Test(
    arguments: readers,
    [
      ("", "json-syntax"), ("{", "json-syntax"), ("null", "wrong-type"), ("[]", "wrong-type"),
      ("{\"format\": 1}", "missing-key"), ("{\"format\": 1, \"title\": \"\"}", "empty-text"),
      ("{\"format\": 2, \"title\": \"t\"}", "unsupported-format"),
      ("{\"format\": 1, \"title\": \"t\", \"answers\": {\"need.memory\": \"8\"}}", "wrong-type"),
      ("{\"format\": 1, \"title\": \"t\", \"answers\": {\"need.memory\": -1}}", "answer-out-of-range"),
      ("{\"format\": 1, \"title\": \"t\", \"answers\": {\"need.weeks\": 3}}", "answer-to-derived-fact"),
      ("{\"format\": 1, \"title\": \"t\", \"colour\": \"red\"}", "unknown-key"),
    ]
  )
  func refusesABrokenProfileInEveryCommandAndFormat(words: [String], profile: (text: String, code: String)) {
    let files = MemoryFiles.mini(["p.json": profile.text])
    Self.expectRefusal(of: words, in: files, "--> p.json:", code: profile.code)
  }

  @Test(arguments: readers.map { words in words.map { $0 == "p.json" ? "-" : $0 } })
  func readsAProfileFromStandardInput(words: [String]) {
    let profile = FixtureFiles.mini["Profiles/worked.json"] ?? ""
    let piped = run(words, in: .mini(), input: profile)
    let named = run(words.map { $0 == "-" ? "Profiles/worked.json" : $0 }, in: .mini())
    #expect(piped.status == 0 && named.status == 0, "\(piped.talk)")
    let shown = piped.output.hasPrefix("-: ") ? "Profiles/worked.json" + piped.output.dropFirst() : piped.output
    #expect(shown == named.output)
    #expect(piped.files.paths == named.files.paths)
  }

  @Test(arguments: readers.map { words in words.map { $0 == "p.json" ? "-" : $0 } })
  func refusesABrokenProfileFromStandardInput(words: [String]) {
    Self.expectRefusal(of: words, in: .mini(), input: "{\"format\": 1", "--> standard input:1:", code: "json-syntax")
    Self.expectRefusal(of: words, in: .mini(), "--> standard input:1:1", code: "json-syntax")
  }

  @Test(arguments: all)
  func refusesBrokenPacks(words: [String]) {
    let broken = FixtureFiles.mini.replacing("\"below\": 16", with: "\"bellow\": 16", in: "Rules/shared/content.json")
    let files = MemoryFiles(broken.merging(["p.json": broken["Profiles/worked.json"] ?? ""]) { $1 })
    Self.expectRefusal(of: words, in: files, "did you mean 'below'?", code: "unknown-operator")
  }

  @Test(arguments: all)
  func refusesAFolderOfPacksThatIsNotThere(words: [String]) {
    let files = MemoryFiles.mini(["p.json": "{}"])
    let sentence = "error: 'Nowhere' does not exist"
    Self.expectRefusal(of: words + ["--rules", "Nowhere"], in: files, sentence, code: "unreadable-rules")
  }

  @Test(arguments: all)
  func refusesAFolderWithoutPacks(words: [String]) {
    let files = MemoryFiles.mini(["p.json": "{}", "Empty/notes.json": "{}"])
    Self.expectRefusal(of: words + ["--rules", "Empty"], in: files, "no rule pack in 'Empty'", code: "no-packs")
  }

  @Test func reportsTheMistakesOfAllFilesInOneRun() {
    let broken = FixtureFiles.mini
      .replacing("\"below\": 16", with: "\"bellow\": 16", in: "Rules/shared/content.json")
      .replacing("\"atLeast\": 4", with: "\"atleast\": 4", in: "Rules/own/content.json")
      .replacing("\"boolean\"", with: "\"bolean\"", in: "Rules/shared/facts.json")
    let run = advisor("assess", "Profiles/worked.json", in: MemoryFiles(broken))
    #expect(run.status == 2)
    for file in ["shared/content.json", "own/content.json", "shared/facts.json"] { #expect(run.talk.contains(file)) }
    #expect(run.talk.contains(" errors in 3 files"))
  }

  @Test func anIdThatNoPackKnowsIsAnErrorOnlyWhenAskedFor() throws {
    let profile = FixtureFiles.mini.replacing("\"need.memory\"", with: "\"need.memroy\"", in: "Profiles/worked.json")
    let files = MemoryFiles(profile)
    for command in [["assess"], ["report"], ["profile", "check"]] {
      let strict = run(command + ["Profiles/worked.json", "--strict"], in: files)
      #expect(strict.status == 2 && strict.output == "")
      #expect(strict.talk.contains("did you mean 'need.memory'?"))
    }
    let run = advisor("assess", "Profiles/worked.json", "--format", "json", in: files)
    #expect(run.status == 0)
    #expect(try run.json()["profile"]?["unused"]?.elements == ["need.memroy"])
    #expect(advisor("report", "Profiles/worked.json", in: files).output.contains("need.memroy"))
    let check = advisor("profile", "check", "Profiles/worked.json", in: files)
    #expect(check.status == 1 && check.output.contains("known to no loaded pack: fact need.memroy"))
  }
}
