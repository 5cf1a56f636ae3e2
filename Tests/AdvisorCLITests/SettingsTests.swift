import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// Day, language and colour: where they come from, and what they never change.
@Suite struct SettingsTests {
  /// The worked example without a date and without a language.
  private static func bare() throws -> MemoryFiles {
    let texts = try FixtureFiles.mini.changing("Profiles/worked.json") { profile in
      profile["date"] = nil
      profile["language"] = nil
    }
    return MemoryFiles(texts)
  }

  private static func assess(
    _ words: [String] = [],
    in files: MemoryFiles = .mini(),
    environment: [String: String] = [:]
  ) throws -> JSONValue {
    try run(["assess", "Profiles/worked.json", "--format", "json"] + words, in: files, environment: environment).json()
  }

  // MARK: Day

  @Test func theDayIsThatOfTheOptionThenOfTheProfileThenOfTheEnvironment() throws {
    let epoch = ["SOURCE_DATE_EPOCH": "1798761600"]
    #expect(try Self.assess(environment: epoch)["date"] == "2026-11-20")
    #expect(try Self.assess(["--date", "2026-12-01"], environment: epoch)["date"] == "2026-12-01")
    #expect(try Self.assess(in: Self.bare(), environment: epoch)["date"] == "2027-01-01")
    #expect(try Self.assess(in: Self.bare())["date"] == nil)
  }

  @Test(arguments: [("0", "1970-01-01"), ("86399", "1970-01-01"), ("86400", "1970-01-02"), ("-1", "1969-12-31")])
  func theEnvironmentCountsSeconds(seconds: String, day: String) throws {
    let result = try Self.assess(in: Self.bare(), environment: ["SOURCE_DATE_EPOCH": seconds])
    #expect(result["date"]?.text == day)
  }

  @Test(arguments: ["", "x", "1.5", "9223372036854775807", "-9223372036854775808", "99999999999999999999"])
  func anUnusableDayOfTheEnvironmentIsNoCrash(seconds: String) throws {
    let run = advisor(
      "assess",
      "Profiles/worked.json",
      "--format",
      "json",
      in: try Self.bare(),
      environment: ["SOURCE_DATE_EPOCH": seconds]
    )
    #expect(run.status == 0)
  }

  @Test func aFactCountsWeeksFromTheDayOfTheProfile() throws {
    func weeks(_ words: [String]) throws -> JSONValue? { try Self.assess(words)["facts"]?.item("need.weeks")?["value"] }
    #expect(try weeks([]) == 4)
    #expect(try weeks(["--date", "2027-06-01"]) == 4)
  }

  @Test func theDayDecidesWhetherASourceIsStale() {
    func report(_ words: String...) -> String {
      run(["report", "Profiles/worked.json", "--lang", "en"] + words, in: .mini()).output
    }
    #expect(!report().contains("review overdue"))
    #expect(report("--date", "2027-11-02").contains("review overdue"))
  }

  @Test func withoutADayStalenessIsNotChecked() throws {
    let run = advisor("report", "Profiles/worked.json", "--lang", "en", in: try Self.bare())
    #expect(run.output.contains("age not checked") && run.output.contains("without a date"))
    let check = advisor("packs", "check", in: .mini())
    #expect(check.talk.contains("not checked: stale-source:"))
    #expect(!advisor("packs", "check", "--date", "2026-11-20", in: .mini()).talk.contains("not checked"))
  }

  // MARK: Language

  @Test(
    arguments: [
      ([], [:], nil, "In favour"), ([], ["LANG": "de_CH.UTF-8"], nil, "Dafür"),
      ([], ["LANG": "fr_CH.UTF-8"], nil, "In favour"),
      ([], ["LC_ALL": "de_DE", "LANG": "en_US"], nil, "Dafür"), ([], ["LANG": "C"], nil, "In favour"),
      ([], ["LANG": "de_CH.UTF-8"], "en", "In favour"), ([], [:], "de", "Dafür"),
      (["--lang", "en"], ["LANG": "de_CH.UTF-8"], "de", "In favour"), (["--lang", "de"], [:], "en", "Dafür"),
    ] as [([String], [String: String], String?, String)]
  )
  func theLanguageIsThatOfTheOptionThenOfTheProfileThenOfTheLocale(
    words: [String],
    environment: [String: String],
    language: String?,
    expected: String
  ) throws {
    let texts = try FixtureFiles.mini.changing("Profiles/worked.json") { profile in
      profile["language"] = language.map { .string($0) }
    }
    let run = run(["assess", "Profiles/worked.json"] + words, in: MemoryFiles(texts), environment: environment)
    #expect(run.status == 0 && run.output.contains(expected))
  }

  @Test func theLocaleChangesNoByteOfAResultOrOfAReportWithALanguage() throws {
    func outputs(_ environment: [String: String]) throws -> [String] {
      let words = ["report", "Profiles/taken.json", "-o", "r.html", "-o", "r.md", "-o", "r.json"]
      let run = run(words, in: .mini(), environment: environment)
      let bare = try Self.assess(in: Self.bare(), environment: environment).pretty()
      return [bare] + (try ["r.html", "r.md", "r.json"].map { try run.written($0) })
    }
    let plain = try outputs([:])
    for locale in ["de_CH.UTF-8", "tr_TR", "ar_EG", "C", "nonsense"] {
      #expect(try outputs(["LANG": locale, "LC_ALL": locale, "LC_NUMERIC": locale, "TZ": "Asia/Tokyo"]) == plain)
    }
  }

  // MARK: Terminal

  @Test(arguments: [["assess"], ["explain"], ["profile", "check"]])
  func coloursOnlyForPeople(command: [String]) {
    func hasColour(_ words: [String], terminal: Bool, _ environment: [String: String] = [:]) -> Bool {
      let words = command + ["Profiles/worked.json"] + words
      return run(words, in: .mini(), environment: environment, isTerminal: terminal).output.contains("\u{1B}[")
    }
    #expect(hasColour([], terminal: true))
    #expect(!hasColour([], terminal: false))
    #expect(!hasColour([], terminal: true, ["NO_COLOR": "1"]))
    #expect(!hasColour([], terminal: true, ["TERM": "dumb"]))
    #expect(!hasColour(["--color", "never"], terminal: true))
    #expect(hasColour(["--color", "always"], terminal: false, ["NO_COLOR": "1"]))
  }

  @Test func problemsAreColouredAsTheTalkIs() {
    #expect(advisor("assess", "no.json", in: .mini(), isTerminal: true).talk.contains("\u{1B}["))
    #expect(!advisor("assess", "no.json", "--color", "never", in: .mini(), isTerminal: true).talk.contains("\u{1B}["))
  }

  @Test func colourChangesNoDataAndNoWords() {
    func text(_ words: String...) -> String { run(["assess", "Profiles/taken.json"] + words, in: .mini()).output }
    let plain = text("--color", "always").replacing(/\u{1B}\[[0-9;]*m/, with: "")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      line.prefix(line.count - line.reversed().prefix { $0 == " " }.count)
    }
    #expect(lines.joined(separator: "\n") == text())
    #expect(text("--color", "always", "--format", "json") == text("--format", "json"))
  }

  @Test func theWidthOfTheTerminalChangesNoFileAndNoData() throws {
    func outputs(_ width: Int) throws -> [String] {
      let words = ["report", "Profiles/taken.json", "-o", "r.html", "-o", "r.md", "-o", "r.json"]
      let run = run(words, in: .mini(), isTerminal: true, width: width)
      let piped = [["report"], ["checklist"], ["assess", "--format", "json"]].map { command in
        AdvisorCLITests.run(command + ["Profiles/taken.json"], in: .mini(), width: width).output
      }
      return piped + (try ["r.html", "r.md", "r.json"].map { try run.written($0) })
    }
    let usual = try outputs(80)
    for width in [0, 1, 40, 200] { #expect(try outputs(width) == usual) }
  }

  @Test(arguments: [60, 80, 110])
  func linesOfTheScreenFitTheTerminal(width: Int) {
    for profile in ["worked", "open", "taken"] {
      for command in ["assess", "explain"] {
        let run = advisor(command, "Profiles/\(profile).json", in: .mini(), width: width)
        let longest = run.output.split(separator: "\n").map(\.count).max() ?? 0
        #expect(longest <= width, "\(command) \(profile)")
      }
    }
  }
}
