import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// What is settled and what would change it, as people and programs see it.
@Suite struct SettledScreenTests {
  private func assess(_ answers: String, _ options: String...) -> ProgramRun {
    let profile = #"{"format": 1, "title": "t", "date": "2026-11-20", "answers": \#(answers)}"#
    return run(
      ["assess", "Profiles/new.json"] + options,
      in: .mini(["Profiles/new.json": profile]),
      width: 110
    )
  }

  /// Without the database, whose question would stay open otherwise.
  private let firm = #"{"need.memory": {"from": 8, "to": 12}, "need.database": false, "need.own_rules": false}"#

  @Test func aSettledDecisionSaysSoWithWhatComesNearest() {
    #expect(
      // The line is as wide as the terminal.
      assess(firm).output.contains(
        "✓ Settled: no open answer can change this. Own cluster, North comes nearest and stays at least 27.7 points\n    behind."
      )
    )
    #expect(assess(firm, "--lang", "de").output.contains("✓ Steht fest: Keine offene Angabe kann das ändern."))
  }

  @Test func anOpenDecisionSaysSo() {
    let open = #"{"need.memory": {"from": 8, "to": 32}, "need.own_rules": true}"#
    #expect(assess(open).output.contains("Not settled: open answers can still change this."))
    #expect(assess(open, "--lang", "de").output.contains("Noch offen: Fehlende Angaben können das ändern."))
  }

  @Test func whatWouldChangeItNamesTheAnswerAndTheWinner() {
    #expect(assess(firm).output.contains("↔ Memory: 16 GiB (now: 8 to 12 GiB) → Own cluster"))
    #expect(
      assess(firm, "--lang", "de").output.contains("↔ Arbeitsspeicher: 16 GiB (jetzt: 8 bis 12 GiB) → Eigener Cluster")
    )
  }

  @Test func aResultHoldsWhatIsSettledAndWhy() throws {
    let decision = try assess(firm, "--format", "json").json()["decisions"]?.item("platform")
    #expect(decision?["settled"] == true && decision?["variantSettled"] == true)
    #expect(decision?["settledBy"]?["kind"] == "bounds" && decision?["settledBy"]?["rival"] == "own-cluster-north")
    let flip = decision?["flips"]?.elements?.first
    #expect(flip?["recommended"] == "own-cluster")
    #expect(flip?["changes"]?.elements?.first == ["fact": "need.memory", "from": ["from": 8, "to": 12], "to": 16])
    let bounds = try #require(decision?["options"]?.item("own-cluster-north")?["scoreBounds"]?.elements)
    #expect(bounds.count == 2 && bounds[0] == bounds[1])
  }

  @Test func anExcludedVariantSaysWhatWouldReadmitIt() {
    let text = run(["explain", "Profiles/worked.json", "own-cluster-south"], in: .mini(), width: 110).output
    #expect(text.contains("To readmit it:"))
    #expect(text.contains("↔ Place of the data:"))
    let german = run(["explain", "Profiles/worked.json", "own-cluster-south", "--lang", "de"], in: .mini(), width: 110)
    #expect(german.output.contains("Damit es zulässig wird:"))
  }

  @Test func withoutASolutionEveryOptionSaysWhatWouldHaveToGive() throws {
    var texts = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content.changeItems("rules") { if $0["id"] == "told-once" { $0["exclude"] = ["shared-cluster"] } }
    }.changing("Rules/own/content.json") { content in
      content.changeItems("rules") { if $0["id"] == "stay-home" { $0["exclude"] = ["own-cluster"] } }
    }
    texts["Profiles/new.json"] = """
      {"format": 1, "title": "t", "answers": {"need.memory": 8, "need.team": "none", "need.place": "home"}}
      """
    let text = run(["assess", "Profiles/new.json"], in: MemoryFiles(texts), width: 110).output
    #expect(text.contains("What would have to give"))
    #expect(text.contains("↔ Own cluster: Place of the data:"))
    #expect(text.contains("↔ Shared cluster: Experience of the team:"))
    #expect(text.contains("No open answer can change this; it takes other answers than those given."))
  }

  @Test func testsOfPacksMayExpectSettledDecisions() throws {
    func status(_ answers: JSONValue) throws -> ProgramRun {
      let files = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
        content.changeItems("tests") { test in
          test["profile"] = nil
          test["answers"] = answers
          test["expect"] = ["settled": ["platform"]]
        }
      }
      return run(["packs", "test"], in: MemoryFiles(files), width: 110)
    }
    #expect(try status(parsed(firm)).status == 0)
    let failed = try status(["need.memory": ["from": 8, "to": 32]])
    #expect(failed.status == 1)
    #expect(
      failed.output.contains("platform: expected to be settled, but answers to some of these can still change it")
    )
    let unknown = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content.changeItems("tests") { $0["expect"] = ["settled": ["platfrom"]] }
    }
    let wrong = run(["packs", "test"], in: MemoryFiles(unknown), width: 110)
    #expect(wrong.status == 2 && wrong.talk.contains("did you mean 'platform'?"))
  }
}
