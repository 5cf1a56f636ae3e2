import Arguments
import Testing

@Suite struct ParsingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let words: [String]
    let expected: ReportSettings
    var testDescription: String { words.joined(separator: " ") }

    init(_ words: String, _ change: (inout ReportSettings) -> Void) {
      self.words = words.split(separator: " ").map(String.init)
      var settings = ReportSettings(profile: "p")
      change(&settings)
      expected = settings
    }
  }

  @Test(arguments: [
    Case("p") { _ in },
    Case("-") { $0.profile = "-" },
    Case("p --format html") { $0.format = .html },
    Case("p --format=html") { $0.format = .html },
    Case("--format html p") { $0.format = .html },
    Case("p --limit 3") { $0.limit = 3 },
    Case("p --limit -3") { $0.limit = -3 },
    Case("p --limit=-3") { $0.limit = -3 },
    Case("-o a p --output b --output=c=d -o=e") { $0.outputs = ["a", "b", "c=d", "e"] },
    Case("p -o -") { $0.outputs = ["-"] },
    Case("p --output=--quiet") { $0.outputs = ["--quiet"] },
    Case("-q p --rules x --rules y") { $0.common = CommonSettings(rules: ["x", "y"], isQuiet: true) },
    Case("-q -- -o") {
      $0.common.isQuiet = true
      $0.profile = "-o"
    },
    Case("-- --help") { $0.profile = "--help" },
  ])
  func wordsBecomeSettings(_ example: Case) throws {
    #expect(try report.parse(example.words, path: "sample report") == example.expected)
  }

  @Test(arguments: [
    (["a", "z"], CheckSettings(name: "a", last: "z")),
    (["a", "html", "z"], CheckSettings(name: "a", topic: .html, last: "z")),
    (["a", "html", "b", "z"], CheckSettings(name: "a", topic: .html, others: ["b"], last: "z")),
    (["a", "html", "b", "c", "z"], CheckSettings(name: "a", topic: .html, others: ["b", "c"], last: "z")),
  ])
  func laterOperandsGetTheirFewestFirst(words: [String], expected: CheckSettings) throws {
    #expect(try check.parse(words, path: "sample packs check") == expected)
  }

  @Test func runsTheCommandThatTheWordsLeadTo() throws {
    for (words, path, status) in [
      (["report", "p"], "sample report", 0),
      (["report", "longer than the place"], "sample report", 1),
      (["packs", "check", "a", "b"], "sample packs check", 1),
    ] as [([String], String, Int32)] {
      guard case .run(path, let action) = try sample.parse(words) else {
        Issue.record("\(words) should run \(path)")
        continue
      }
      #expect(action(Place(width: 10)) == status)
    }
  }

  @Test func showsTheVersion() throws {
    guard case .version("sample 1.2.3") = try sample.parse(["--version"]) else {
      Issue.record("--version should give name and version")
      return
    }
  }

  @Test(arguments: [
    ([], "sample"),
    (["-h"], "sample"),
    (["help"], "sample"),
    (["--help", "packs"], "sample"),
    (["packs"], "sample packs"),
    (["packs", "--help"], "sample packs"),
    (["help", "packs", "check"], "sample packs check"),
    (["packs", "check", "-h"], "sample packs check"),
    (["report", "--bogus", "--limit", "x", "--help"], "sample report"),
    (["report", "-o", "--help"], "sample report"),
  ])
  func helpIsThereHoweverItIsAskedFor(words: [String], path: String) throws {
    guard case .help(let text) = try sample.parse(words) else {
      Issue.record("\(words) should ask for help")
      return
    }
    #expect(text.contains("Usage: \(path) ") && sample.helpPages().contains { $0.path == path && $0.text == text })
  }

  @Test func numbersAreFiniteDecimals() {
    for word in ["1", "-1.5", "1e3", "+2"] { #expect(Double(argument: word) != nil, "\(word)") }
    for word in ["inf", "nan", "0x10", "1e999", "", " 1", "1,5"] { #expect(Double(argument: word) == nil, "\(word)") }
  }
}
