import Diagnostics
import RuleCompiler
import TestSupport
import Testing

/// Packs may say how much a finding counts.
struct ChecksSeverityTests {
  private func findings(_ packs: [PackText]) throws -> [Diagnostic] {
    let loaded = LoadedPacks(packs)
    if loaded.log.hasErrors { throw UnexpectedProblems(loaded.log) }
    return check(loaded.catalogue, date: ChecksExampleTests.day)
  }

  @Test func aPackSaysHowMuchItsFindingsCount() throws {
    let criterion = #""criteria": [ { "id": "#
    let quiet = try PackText(
      "quiet",
      content: """
        { \(criterion)"a" } ],
          "severities": [ { "check": "criterion-without-rule", "severity": "note", "because": "rules follow in May" } ] }
        """
    )
    let loud = try PackText("loud", content: "{ \(criterion)\"b\" } ] }")
    let found = try findings([quiet, loud]).filter { $0.code == "criterion-without-rule" }
    #expect(found.map(\.severity) == [.note, .warning])
    #expect(found[0].summary.contains("'a'"))
  }

  @Test func aNoteCanBecomeAWarning() throws {
    let pack = try PackText(
      content: """
        { "sources": [ { "id": "S", "reviewed": "2026-11-01" } ],
          "severities": [ { "check": "unused-source", "severity": "warning", "because": "we tidy up" } ] }
        """
    )
    #expect(try findings([pack]).map(\.severity) == [.warning])
  }

  @Test(arguments: [
    (#"{ "check": "sharp-s", "severity": "error", "because": "x" }"#, "unknown-word"),
    (#"{ "check": "sharp-s", "severity": "note" }"#, "missing-key"),
    (#"{ "severity": "note", "because": "x" }"#, "missing-key"),
    (#"{ "check": "sharp-s", "because": "x" }"#, "missing-key"),
    (#"{ "check": "sharp-s", "severity": "note", "because": "x", "reason": "y" }"#, "unknown-key"),
  ])
  func refusesASeverityThatIsNotClear(item: String, code: String) throws {
    #expect(LoadedPacks([try PackText(content: "{ \"severities\": [ \(item) ] }")]).codes == [code])
  }

  @Test func namesTheCheckThatWasMeant() throws {
    let pack = try PackText(
      content: #"{ "severities": [ { "check": "sharp-z", "severity": "note", "because": "x" } ] }"#
    )
    #expect(try findings([pack]).map(\.help) == ["did you mean 'sharp-s'?"])
  }
}
