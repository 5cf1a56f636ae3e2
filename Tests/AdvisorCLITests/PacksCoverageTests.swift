import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct PacksCoverageTests {
  @Test func namesWhatNoTestReachesWithItsPlace() throws {
    let run = advisor("packs", "coverage", in: .mini())
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.output.contains("reached with effect by 1 test"))
    #expect(run.output.contains("rule told-once\n    Rules/shared/content.json:82\n    · true in no test"))
    #expect(!run.output.contains("rule own-rules\n    Rules/own/content.json:16\n    · true in no test"))
    #expect(run.output.contains("need.team = none") && run.output.contains("need.memory 16: at least"))
  }

  @Test func givesTheNumbersAsData() throws {
    let json = try advisor("packs", "coverage", "--format", "json", in: .mini()).json()
    #expect(json["tests"] == 1 && json["packs"]?.elements?.count == 2)
    let rule = try #require(json["conditions"]?.item("little-memory"))
    #expect(rule["trueWithEffect"] == 1)
    let comparison = try #require(rule["comparisons"]?.elements?.first)
    #expect(comparison["comparison"] == "need.memory below 16" && comparison["mattersTrue"] == 1)
    #expect(comparison["mattersFalse"] == 0)
  }

  @Test func writesAPage() throws {
    let run = advisor("packs", "coverage", "-o", "coverage.html", in: .mini())
    let page = try run.written("coverage.html")
    #expect(run.status == 0 && page.contains("Coverage of the rule packs") && page.contains("never true"))
    #expect(advisor("packs", "coverage", "-o", "coverage.pdf", in: .mini()).talk.contains("[unknown-format]"))
  }

  @Test func withoutTestsThereIsNothingToCover() throws {
    let files = MemoryFiles(try FixtureFiles.mini.changing("Rules/shared/content.json") { $0["tests"] = [] })
    let run = advisor("packs", "coverage", in: files)
    #expect(run.status == 2 && run.talk.contains("[no-tests]"))
  }
}
