import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct PacksWhereUsedTests {
  @Test func listsUsesWithFileAndLine() throws {
    let run = advisor("packs", "where-used", "need.place=home", "S-1", in: .mini())
    #expect(run.status == 0)
    #expect(run.output.contains("choice need.place=home  Rules/shared/facts.json:21\n"))
    #expect(run.output.contains("  rule stay-home asks for it: is home\n    Rules/own/content.json:"))
    #expect(run.output.contains("  price memory cites it"))
  }

  @Test func givesThemAsData() throws {
    let json = try advisor("packs", "where-used", "own-cluster", "--format", "json", in: .mini()).json()
    let item = try #require(json["items"]?.elements?.first)
    #expect(
      item["kind"] == "option" && item["place"]?["file"] == "Rules/own/content.json" && item["place"]?["line"] == 3
    )
    let rule = try #require(item["uses"]?.item("reserved"))
    #expect(rule["how"] == "rates it +2" && rule["pack"] == "own" && rule["user"] == "rule")
    #expect(item["uses"]?.item("stay-home")?["through"] == ["own-cluster-south"])
    #expect(item["uses"]?.item("plan-network")?["user"] == "step")
  }

  @Test func whatIsUsedNowhereIsANo() {
    let run = advisor("packs", "where-used", "S-4", in: .mini())
    #expect(run.status == 1 && run.output.contains("is used nowhere"))
  }

  @Test func offersTheNearestName() {
    let run = advisor("packs", "where-used", "own-clustr", in: .mini())
    #expect(run.status == 2 && run.talk.contains("did you mean 'own-cluster'?"))
  }
}
