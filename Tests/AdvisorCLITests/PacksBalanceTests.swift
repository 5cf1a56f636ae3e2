import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct PacksBalanceTests {
  @Test func givesTheNumbersAsData() throws {
    let json = try advisor("packs", "balance", "--worlds", "200", "--format", "json", in: .mini()).json()
    #expect(json["worlds"] == 200 && json["seed"] == "1" && json["undrawn"] == ["need.start"])
    let platform = try #require(json["decisions"]?.item("platform"))
    #expect(platform["applicable"] == 200)
    let wins = platform["families"]?.elements?.compactMap { $0["wins"]?.number }.reduce(0, +)
    #expect(wins == platform["decided"]?.number)
    #expect(platform["margins"]?["quantiles"]?.elements?.count == 5)
  }

  @Test func namesOptionsThatNeverWin() throws {
    let files = MemoryFiles(
      try FixtureFiles.mini.changing("Rules/own/content.json") { file in
        file.changeItems("rules") { if $0["id"] == "stay-home" { $0["when"] = ["need.memory": ["atLeast": 0]] } }
      }
    )
    let run = advisor("packs", "balance", "--worlds", "100", in: files)
    #expect(run.status == 0 && run.output.contains("[own-cluster-south] never wins"))
    #expect(run.output.contains("100 random worlds from the priors, seed 1"))
    let json = try advisor("packs", "balance", "--worlds", "100", "--format", "json", in: files).json()
    #expect(json["decisions"]?.item("platform")?["neverWinningVariants"] == ["own-cluster-south"])
  }

  @Test func theSeedDecides() {
    func output(_ seed: String) -> String {
      advisor("packs", "balance", "--worlds", "500", "--seed", seed, "--format", "json", in: .mini()).output
    }
    #expect(output("3") == output("3") && output("3") != output("4"))
  }

  @Test(arguments: [["--worlds", "0"], ["--worlds", "many"], ["--seed", "-1"]])
  func refusesNumbersThatAreNone(words: [String]) {
    #expect(run(["packs", "balance"] + words, in: .mini()).status == 2)
  }

  @Test func withADayDatesAreDrawn() throws {
    let json = try advisor(
      "packs",
      "balance",
      "--worlds",
      "10",
      "--date",
      "2026-11-21",
      "--format",
      "json",
      in: .mini()
    ).json()
    #expect(json["undrawn"] == [])
  }
}
