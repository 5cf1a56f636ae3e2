import Foundation
import LocatedJSON
import RuleCompiler
import TestSupport
import Testing

@testable import AdvisorCLI

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What pipelines read of `packs check` and `packs test`, for packs that are clean, suspicious, and wrong.
@Suite struct MachineFormatCommandTests {
  /// Packs by what is to be said of them.
  private static let packs: [(name: String, files: Texts)] = [
    ("clean", clean), ("findings", FixtureFiles.mini), ("unknown name", misspelt), ("no JSON", broken),
    ("no packs", [:]),
  ]
  private static let misspelt = FixtureFiles.mini.replacing("\"below\": 16", with: "\"bellow\": 16", in: content)
  private static let broken = FixtureFiles.mini.replacing("\"rules\": [", with: "\"rules\": [[", in: content)
  private static let content = "Rules/shared/content.json"
  private static let clean: Texts = [
    "Rules/a/pack.json": """
    { "format": 1, "id": "a", "version": "1.0.0", "title": "A", "description": "A", "maintainer": "t" }
    """,
    "Rules/a/content.json": """
    {
      "tests": [
        { "name": "nothing is known", "answers": {}, "expect": { "decisions": { "d": null } } }
      ],
      "decisions": [ { "id": "d", "title": "D" } ],
      "options": [ { "id": "o", "decision": "d", "title": "O" } ]
    }
    """,
  ]
  /// A test that fails, with a name that tries to break out.
  private static let failing = clean.replacing("null", with: "\"o\"", in: "Rules/a/content.json")
    .replacing("nothing is known", with: nasty, in: "Rules/a/content.json")
  private static let nasty = #"a <b> & \"c\" ]]> \u0000\u0008\ufffe\ud83d\ude00::error::"#

  private static func check(_ files: Texts, _ format: String) -> ProgramRun {
    advisor("packs", "check", "--rules", "Rules", "--format", format, "--date", "2026-11-20", in: MemoryFiles(files))
  }

  private static func test(_ files: Texts, _ format: String) -> ProgramRun {
    advisor("packs", "test", "--rules", "Rules", "--format", format, in: MemoryFiles(files))
  }

  // MARK: Exit status

  @Test(arguments: packs.map(\.name))
  func theExitStatusIsTheSameForEveryFormat(name: String) throws {
    let files = try #require(Self.packs.first { $0.name == name }).files
    let checked = Set(DiagnosticFormatWord.choices.map { Self.check(files, $0).status })
    let isWrong = ["unknown name", "no JSON", "no packs"].contains(name)
    #expect(checked.count == 1)
    if isWrong { #expect(checked == [2]) }
    if name == "findings" { #expect(checked == [1]) }
    let tested = Set(PackTestFormat.allCases.map { Self.test(files, $0.rawValue).status })
    #expect(tested == [isWrong ? 2 : 0])
    #expect(Set(PackTestFormat.allCases.map { Self.test(Self.failing, $0.rawValue).status }) == [1])
  }

  // MARK: SARIF

  @Test(arguments: packs.map(\.name))
  func sarifHasItsStructureWhateverTheInput(name: String) throws {
    let files = try #require(Self.packs.first { $0.name == name }).files
    let sarif = try Self.check(files, "sarif").json()
    #expect(sarif["version"] == "2.1.0")
    #expect(sarif["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json")
    #expect(sarif["runs"]?.elements?.count == 1)
    let run = try #require(sarif["runs"]?.elements?.first)
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"] == "advisor" && driver["version"]?.text?.isEmpty == false)
    let rules = try #require(driver["rules"]?.elements)
    for rule in rules {
      let code = try #require(rule["id"]?.text)
      #expect(rule["shortDescription"]?["text"]?.text?.isEmpty == false, "\(code)")
      #expect((rule["help"]?["text"]?.text ?? "").count > 20, "\(code)")
    }
    let results = try #require(run["results"]?.elements)
    for result in results {
      let index = try #require(result["ruleIndex"]?.number)
      #expect(rules[Int(index)]["id"] == result["ruleId"])
      #expect(["error", "warning", "note"].contains(result["level"]?.text ?? ""))
      #expect(result["message"]?["text"]?.text?.isEmpty == false)
      for location in result["locations"]?.elements ?? [] {
        let place = try #require(location["physicalLocation"])
        let uri = try #require(place["artifactLocation"]?["uri"]?.text)
        #expect(!uri.hasPrefix("/") && !uri.contains(":") && !uri.hasPrefix("./"), "\(uri)")
        for key in ["startLine", "startColumn", "endLine", "endColumn"] {
          #expect(try #require(place["region"]?[key]?.number) >= 1)
        }
      }
    }
    #expect(Set(rules.compactMap { $0["id"]?.text }) == Set(results.compactMap { $0["ruleId"]?.text }))
    let invocation = try #require(run["invocations"]?.elements?.first)
    let hasErrors = results.contains { $0["level"] == "error" }
    #expect(invocation["executionSuccessful"] == .bool(!hasErrors))
    let notices = invocation["toolExecutionNotifications"]?.elements ?? []
    #expect(hasErrors == notices.contains { $0["message"]?["text"]?.text?.contains("since there are errors") == true })
    #expect(hasErrors == ["unknown name", "no JSON", "no packs"].contains(name))
  }

  @Test func sarifTellsWhatCouldNotBeChecked() throws {
    let run = advisor("packs", "check", "--format", "sarif", in: MemoryFiles(Self.clean))
    let invocation = try run.json()["runs"]?.elements?.first?["invocations"]?.elements?.first
    #expect(invocation?["executionSuccessful"] == true)
    let notice = invocation?["toolExecutionNotifications"]?.elements?.first
    #expect(notice?["message"]?["text"]?.text?.contains("stale-source") == true && notice?["level"] == "note")
  }

  // MARK: Paths

  @Test(arguments: ["/cwd0/Rules", "/cwd0//Rules", "./Rules", "Rules/", "/cwd0/./Rules"])
  func pathsAreRelativeToTheCurrentFolder(rules: String) throws {
    let memory = MemoryFiles(
      Dictionary(uniqueKeysWithValues: Self.broken.flatMap { [($0.key, $0.value), ("/cwd0/\($0.key)", $0.value)] })
    )
    var files = memory.fileSystem
    files.currentFolder = { "/cwd0" }
    for format in ["oneline", "github", "sarif", "json"] {
      let console = RecordingConsole()
      let status = Advisor.run(
        ["packs", "check", "--rules", rules, "--format", format],
        in: Workplace(console: console.console, files: files)
      )
      #expect(status == 2)
      #expect(console.output.contains("Rules/shared/content.json"))
      #expect(!console.output.contains("cwd0") && !console.output.contains("./"), "\(console.output)")
    }
  }

  @Test func whatLiesElsewhereKeepsItsPath() {
    var files = MemoryFiles().fileSystem
    files.currentFolder = { "/cwd0" }
    for path in ["/cwd0after/x", "/elsewhere", "../x", "x/./y", "/cwd0"] { #expect(files.shown(path) == path) }
    #expect(files.shown(".//x") == "x" && files.shown("/cwd0/x") == "x" && files.shown("././x") == "x")
    files.currentFolder = { "/" }
    #expect(files.shown("/x/y") == "x/y")
    files.currentFolder = { nil }
    #expect(files.shown("/x") == "/x")
    #expect(FileSystem.system.currentFolder() == FileManager.default.currentDirectoryPath)
  }

  // MARK: Tests

  @Test func junitHasASuiteForEachPackAndACaseForEachTest() throws {
    let report = try JUnitReading(Self.test(FixtureFiles.mini, "junit").output)
    #expect(report.elements("testsuites").map { $0["tests"] } == ["1"])
    #expect(report.elements("testsuite").map { $0["name"] } == ["shared"])
    let test = try #require(report.elements("testcase").first)
    #expect(test["classname"] == "shared" && test["time"] == "0")
    #expect(test["file"] == "Rules/shared/content.json" && Int(test["line"] ?? "") != nil)
    #expect(report.elements("failure").isEmpty && report.elements("error").isEmpty)
  }

  @Test func junitHoldsAnyText() throws {
    let report = try JUnitReading(Self.test(Self.failing, "junit").output)
    let suite = try #require(report.elements("testsuite").first)
    #expect(suite["tests"] == "1" && suite["failures"] == "1" && suite["errors"] == "0")
    let name = try #require(report.elements("testcase").first?["name"])
    #expect(name.hasPrefix("a <b> & \"c\" ]]> ") && name.contains("😀"))
    let failure = try #require(report.elements("failure").first)
    #expect(failure["message"]?.hasPrefix("d: expected o, got") == true)
    #expect(report.text.contains("Rules/a/content.json:3:"))
  }

  @Test(arguments: ["unknown name", "no JSON", "no packs"])
  func whatKeepsTestsFromRunningIsAnErrorInEveryFormat(name: String) throws {
    let files = try #require(Self.packs.first { $0.name == name }).files
    let report = try JUnitReading(Self.test(files, "junit").output)
    #expect(!report.elements("error").isEmpty)
    #expect(report.elements("testsuites").first?["errors"] == String(report.elements("error").count))
    let json = try Self.test(files, "json").json()
    #expect(json["passed"] == 0 && json["problems"]?.elements?.first?["severity"] == "error")
    #expect(Self.test(files, "github").output.hasPrefix("::error "))
    #expect(Self.test(files, "text").output == "")
    #expect(Self.test(files, "junit").talk == Self.test(files, "text").talk)
  }

  @Test func githubAnnotatesTheTestThatFailed() {
    let output = Self.test(Self.failing, "github").output
    #expect(output.hasPrefix("::error file=Rules/a/content.json,line=3,col="))
    #expect(output.contains(",title=failed-test::'a <b> & "))
    #expect(output.split(separator: "\n").count == 1)
    #expect(Self.test(Self.clean, "github").output == "")
  }
}

/// A JUnit report as a parser of XML sees it.
private final class JUnitReading: NSObject, XMLParserDelegate {
  private var found: [(name: String, attributes: [String: String])] = []
  private(set) var text = ""

  init(_ xml: String) throws {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    #expect(parser.parse(), "no XML: \(String(describing: parser.parserError)) in \(xml)")
    try #require(found.first?.name == "testsuites")
  }

  func elements(_ name: String) -> [[String: String]] { found.filter { $0.name == name }.map(\.attributes) }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    found.append((name, attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
}
