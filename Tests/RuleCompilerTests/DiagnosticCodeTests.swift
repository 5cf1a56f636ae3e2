import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import Testing

/// Every code is explained, and every code is known to be reported.
struct DiagnosticCodeTests {
  @Test func everyCodeOfTheSourcesIsExplained() throws {
    let reported = try ReportedCodes.ofTheStages().union(ReportedCodes.ofTheCommands())
    let explained = Set(DiagnosticCode.all.map(\.code)).union(Check.all.map(\.code))
    let missing = reported.subtracting(explained).sorted()
    #expect(missing == [], "add an entry for each of these in Sources/RuleCompiler/Codes")
    let stale = Set(DiagnosticCode.all.map(\.code)).subtracting(reported).sorted()
    #expect(stale == [], "nothing reports these: remove their entries from Sources/RuleCompiler/Codes")
  }

  @Test func everyCodeOfAStageIsFiredBySomeMistake() throws {
    var fired = Set(try BrokenFixture.all.flatMap { try $0.diagnostics() }.map(\.code))
    fired.formUnion(GeneratedMistake.all.flatMap { $0.diagnostics() }.map(\.code))
    // Checks are about packs that are legal, and have tests of their own.
    fired.formUnion(Check.all.map(\.code))
    let silent = try ReportedCodes.ofTheStages().subtracting(fired).sorted()
    #expect(silent == [], "add a folder for each of these in Tests/RuleCompilerTests/Broken")
  }

  @Test func everythingThatAFixtureReportsIsExplained() throws {
    for fixture in BrokenFixture.all {
      for diagnostic in try fixture.diagnostics() {
        #expect(DiagnosticCode.named(diagnostic.code) != nil, "\(fixture.name) reports \(diagnostic.code)")
      }
    }
  }

  @Test func codesAreSortedAndUnique() {
    let codes = DiagnosticCode.all.map(\.code)
    #expect(codes == Set(codes).sorted(by: idPrecedes))
    #expect(DiagnosticCode.named("unknown-fact")?.code == "unknown-fact")
    #expect(DiagnosticCode.named("no-such-code") == nil)
  }

  @Test(arguments: DiagnosticCode.all.map(\.code))
  func explanationsAreShortAndPlain(code: String) throws {
    let entry = try #require(DiagnosticCode.named(code))
    #expect(entry.code.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    #expect(!entry.summary.hasSuffix(".") && !entry.summary.contains("\n"))
    #expect(entry.summary.first.map { !$0.isUppercase || entry.summary.hasPrefix("JSON") } == true)
    let lines = entry.explanation.split(separator: "\n", omittingEmptySubsequences: false)
    #expect((2...6).contains(lines.count), "\(lines.count) lines")
    for text in lines + entry.wrong.split(separator: "\n") + entry.right.split(separator: "\n") {
      #expect(text.count <= 112, "\(text)")
    }
    #expect(entry.explanation.hasSuffix("."))
    #expect(!entry.wrong.isEmpty && !entry.right.isEmpty && entry.wrong != entry.right)
  }

  @Test(arguments: DiagnosticCode.all.map(\.code))
  func rightExamplesAreJSON(code: String) throws {
    let example = try #require(DiagnosticCode.named(code)).right
    guard example.hasPrefix("{") else { return }
    var log = DiagnosticLog()
    let isSeveral = example.contains("}\n{")
    let text = isSeveral ? "[\(example.replacing("}\n{", with: "},\n{"))]" : example
    _ = parseJSON(SourceFile(name: code, text: text), into: &log)
    #expect(log.diagnostics.map(\.summary) == [])
  }
}
