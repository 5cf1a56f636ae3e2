import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// Every text of packs and profiles is data: it shows as it is, and does nothing, in every format and on the terminal.
///
/// The renderers alone are tested in ReportsTests (HTMLReportTests, MarkdownReportTests, Questionnaire); here all texts go
/// the whole way from the files.
@Suite struct InjectionTests {
  /// There are more texts than payloads, so that with each offset every payload stands somewhere, and in another text.
  private static let offsets = [0, 19, 37]

  private static func written(_ words: [String], in texts: Texts) throws -> Texts {
    let files = MemoryFiles(texts)
    let run = run(words, in: files)
    #expect(run.status == 0, "\(run.talk.prefix(600))")
    return Dictionary(uniqueKeysWithValues: files.paths.filter { texts[$0] == nil }.map { ($0, files[$0] ?? "") })
  }

  private static func report(_ profile: String, in texts: Texts) throws -> Texts {
    try written(
      ["report", "Profiles/\(profile).json", "-o", "r.html", "-o", "r.md", "-o", "r.json", "--edition", "internal"],
      in: texts
    )
  }

  /// Characters that could steer a terminal or mislead a reader.
  static func steering(_ text: String, allowed: Set<Unicode.Scalar> = ["\n"]) -> [String] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case _ where allowed.contains(scalar): false
      case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }

  @Test(arguments: offsets, ["worked", "open", "taken"])
  func reportsHoldTheTextsAndNothingThatActs(offset: Int, profile: String) throws {
    let hostile = try Self.report(profile, in: HostileTexts.files(offset))
    let harmless = try Self.report(profile, in: HostileTexts.harmless())
    for name in ["r.html", "r.md", "r.json"] {
      let (text, expected) = (try #require(hostile[name]), try #require(harmless[name]))
      #expect(Self.steering(text) == [], "\(name)")
      #expect(HostileTexts.markers(text) == HostileTexts.markers(expected), "\(name): every text is there")
      if name != "r.json" { #expect(HostileTexts.markers(text).count > (profile == "open" ? 20 : 40)) }
    }
    let page = HTMLShape(try #require(hostile["r.html"]))
    #expect(page.problems == [])
    #expect(page.tags == HTMLShape(try #require(harmless["r.html"])).tags)
    #expect(page.scripts == ["application/json"])
    #expect(page.addresses.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://") && !$0.contains("evil") })
    let shape = MarkdownShape.lines(try #require(hostile["r.md"]))
    let expected = MarkdownShape.lines(try #require(harmless["r.md"]))
    let places = zip(shape, expected).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
    #expect(shape.count == expected.count && places == [])
    #expect(throws: Never.self) { try parsed(hostile["r.json"] ?? "") }
  }

  @Test(arguments: offsets)
  func checklistsAndQuestionnairesHoldTheTextsAndNothingThatActs(offset: Int) throws {
    let (texts, plain) = (try HostileTexts.files(offset), try HostileTexts.harmless())
    for words in [["checklist", "Profiles/taken.json"], ["questions"]] {
      for format in words[0] == "questions" ? ["csv", "md", "html"] : ["csv", "md", "json"] {
        let found = try Self.written(words + ["-o", "f.\(format)"], in: texts)["f.\(format)"] ?? ""
        let expected = try Self.written(words + ["-o", "f.\(format)"], in: plain)["f.\(format)"] ?? ""
        #expect(Self.steering(found, allowed: format == "csv" ? ["\r", "\n"] : ["\n"]) == [], "\(words) \(format)")
        #expect(HostileTexts.markers(found) == HostileTexts.markers(expected), "\(words) \(format)")
        switch format {
        case "md": #expect(MarkdownShape.lines(found) == MarkdownShape.lines(expected), "\(words)")
        case "html": #expect(HTMLShape(found).tags == HTMLShape(expected).tags)
        case "csv":
          let (records, plain) = (csvRecords(found), csvRecords(expected))
          #expect(records.map(\.count) == plain.map(\.count) && records.count > 3)
          #expect(formulas(in: records) == [])
        default: #expect(throws: Never.self) { try parsed(found) }
        }
      }
    }
  }

  @Test(
    arguments: offsets,
    [
      ["assess", "Profiles/taken.json", "--all"], ["assess", "Profiles/open.json", "--lang", "de"],
      ["explain", "Profiles/taken.json"],
      [
        "explain", "Profiles/taken.json", "little-memory", "who-backs-up", "need.memory", "need.place", "platform",
        "database",
        "own-cluster", "shared-cluster", "cost", "router", "create-space", "stay-home",
      ],
      ["profile", "check", "Profiles/open.json", "Profiles/taken.json"], ["profile", "new"], ["packs", "list"],
      ["packs", "list", "--format", "json"], ["packs", "check"], ["packs", "check", "--format", "github"],
      ["packs", "check", "--format", "sarif"], ["packs", "check", "--format", "oneline"],
      ["packs", "check", "--format", "json"],
      ["packs", "test"], ["packs", "test", "--format", "json"], ["packs", "where-used", "need.memory"],
      ["packs", "review", "--date", "2028-01-01"], ["packs", "balance"], ["packs", "coverage"],
      ["assess", "Profiles/taken.json", "--edition", "offer"],
    ]
  )
  func screensHoldNothingThatSteersATerminal(offset: Int, words: [String]) throws {
    let found = run(words, in: MemoryFiles(try HostileTexts.files(offset)), width: 200)
    let expected = run(words, in: MemoryFiles(try HostileTexts.harmless()), width: 200)
    #expect(Self.steering(found.output) == [] && Self.steering(found.talk) == [])
    #expect(found.status == expected.status, "\(found.talk.prefix(300))")
    // Long names of options are cut in the ranking of the screen.
    let (markers, all) = (HostileTexts.markers(found.output), HostileTexts.markers(expected.output))
    let isCut = words[0] == "assess" || ["balance", "coverage"].contains(words[1])
    #expect(isCut ? markers.isSubset(of: all) : markers == all)
    if words.contains("github") {
      func commands(_ text: String) -> Int { text.split(separator: "\n").count { $0.hasPrefix("::") } }
      #expect(commands(found.output) == commands(expected.output))
    }
  }

  @Test func whatIsPaintedStaysWhatTheProgramPaints() throws {
    let run = advisor("assess", "Profiles/taken.json", "--color", "always", in: MemoryFiles(try HostileTexts.files(35)))
    let rest = run.output.replacing(/\u{1B}\[(1|2|3[1-6])(;[0-9]+)*m|\u{1B}\[0m/, with: "")
    #expect(Self.steering(rest) == [])
  }

  @Test func namesAndWrongIdsCannotSteerATerminalEither() {
    let name = "Rules\u{1B}[2J\u{202E}"
    var texts: Texts = ["p\u{1B}[31m.json": "{\"format\": 1, \"title\": \"t\", \"answers\": {\"a\\u001b[31m\": 1}}"]
    for (path, text) in FixtureFiles.mini where path.hasPrefix("Rules/") { texts[name + path.dropFirst(5)] = text }
    for words in [
      ["packs", "list"], ["packs", "check"], ["packs", "test"], ["assess", "p\u{1B}[31m.json"],
      ["assess", "\u{7}.json"],
    ] {
      let run = run(words + ["--rules", name], in: MemoryFiles(texts))
      #expect(Self.steering(run.output) == [] && Self.steering(run.talk) == [], "\(words)")
    }
    let explain = advisor("explain", "Profiles/worked.json", "no\u{1B}[31m\u{202E}thing", in: .mini())
    #expect(explain.status == 2 && Self.steering(explain.talk) == [])
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "https://x y", "ftp://x",
  ])
  func anAddressThatIsNoWebAddressIsRefused(address: String) throws {
    let texts = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content.changeItems("sources") { $0["url"] = .string(address) }
      content.changeItems("steps") { $0["links"] = [.string(address)] }
    }
    let run = advisor("report", "Profiles/worked.json", in: MemoryFiles(texts))
    #expect(run.status == 2 && run.output == "" && run.talk.contains("[invalid-url]"))
  }

  @Test func anAddressCannotLeaveItsAttribute() throws {
    let address = "https://docs.example.ch/\"onclick=\"x\"><script>y</script>')](<b>"
    let texts = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content.changeItems("sources") { $0["url"] = .string(address) }
      content.changeItems("steps") { $0["links"] = [.string(address)] }
    }
    let hostile = try Self.report("worked", in: texts)
    let page = HTMLShape(hostile["r.html"] ?? "")
    #expect(page.problems == [] && page.scripts == ["application/json"])
    #expect(!(hostile["r.md"] ?? "").contains("<script>"))
  }
}
