import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct PacksCommandTests {
  private static func mini(_ path: String, _ change: (inout JSONValue) -> Void) throws -> MemoryFiles {
    MemoryFiles(try FixtureFiles.mini.changing(path, change))
  }

  // MARK: list

  @Test func listsWhatPacksHold() throws {
    let run = advisor("packs", "list", in: .mini())
    #expect(run.status == 0 && run.talk == "")
    for text in [
      "own", "1.0.0", "Own cluster", "shared", "1.2.0", "sha256", "skipped: rule with-extra, since pack extra",
    ] {
      #expect(run.output.contains(text), "\(text)")
    }
    #expect(advisor("packs", "list", "--lang", "de", in: .mini()).output.contains("Geteilter Cluster"))
    let json = try advisor("packs", "list", "--format", "json", in: .mini()).json()
    #expect(json["packs"]?.elements?.map { $0["id"] } == ["own", "shared"])
    #expect(json["packs"]?.item("shared")?["items"]?["rules"] == 5)
    #expect(json["packs"]?.item("own")?["sha256"]?.text?.count == 64)
    #expect(json["skipped"]?.elements?.first?["id"] == "with-extra")
  }

  // MARK: check

  /// Mistakes make 2, findings 1, notes 0: whatever the format.
  @Test(arguments: ["text", "json", "sarif", "github", "oneline"])
  func theExitStatusOfACheckIsTheSameInAllFormats(format: String) throws {
    func status(_ files: MemoryFiles) -> Int32 {
      advisor("packs", "check", "--format", format, "--date", "2026-11-20", in: files).status
    }
    let cited: (inout JSONValue) -> Void = { content in
      content.changeItems("rules") { if $0["sources"] == nil { $0["sources"] = ["S-1"] } }
    }
    let found = status(.mini())
    #expect(found == 1)
    #expect(
      status(
        MemoryFiles(
          FixtureFiles.mini.replacing("\"below\": 16", with: "\"bellow\": 16", in: "Rules/shared/content.json")
        )
      ) == 2
    )
    let clean = try Self.mini("Rules/own/content.json", cited)
    let report = advisor("packs", "check", "--format", "oneline", "--date", "2026-11-20", in: clean)
    #expect(report.output.split(separator: "\n").allSatisfy { $0.contains(" note") || $0.contains(" warning") })
    #expect(status(clean) == (report.output.contains("warning") ? 1 : 0))
  }

  @Test func aCheckNamesTheRuleAndItsPlace() {
    let run = advisor("packs", "check", "--date", "2026-11-20", in: .mini())
    #expect(run.output.contains("rule 'reserved' cites no source [rule-without-source]"))
    #expect(run.output.contains("--> Rules/own/content.json:"))
  }

  @Test func jsonAndSarifAreValidAlsoWhereTheInputIsNot() throws {
    let broken = MemoryFiles(
      FixtureFiles.mini.replacing("\"rules\": [", with: "\"rules\": [[", in: "Rules/own/content.json")
    )
    for format in ["json", "sarif"] {
      let run = advisor("packs", "check", "--format", format, in: broken)
      #expect(run.status == 2)
      #expect(throws: Never.self) { try parsed(run.output) }
    }
  }

  // MARK: test

  @Test func testsPassAndFailWithTheirReasons() throws {
    let good = advisor("packs", "test", in: .mini())
    #expect(good.status == 0 && good.output.contains("✓ shared little memory goes to the shared cluster"))
    #expect(good.output.contains("1 passed, 0 failed"))
    let bad = try Self.mini("Rules/shared/content.json") { content in
      content.changeItems("tests") {
        $0["expect"] = ["decisions": ["platform": "own-cluster"], "applies": ["told-once"]]
      }
    }
    let run = advisor("packs", "test", in: bad)
    #expect(run.status == 1)
    #expect(run.output.contains("✗ shared little memory"))
    #expect(run.output.contains("platform: expected own-cluster, got shared-cluster"))
    #expect(run.output.contains("rule told-once: expected to be true, is false"))
    #expect(run.output.contains("Rules/shared/content.json:"))
    let json = advisor("packs", "test", "--format", "json", in: bad)
    #expect(json.status == 1)
    #expect(try json.json()["failed"] == 1)
    #expect(try json.json()["tests"]?.elements?.first?["failures"]?.elements?.count == 2)
  }

  @Test func aTestThatNamesSomethingUnknownIsAnErrorWithTheNearestName() throws {
    for (key, value, nearest) in [
      ("applies", ["little-memry"], "little-memory"), ("steps", ["restor"], "restore"),
    ] as [(String, JSONValue, String)] {
      let files = try Self.mini("Rules/shared/content.json") { content in
        content.changeItems("tests") { $0["expect"] = .object([JSONValue.Member(key, value)]) }
      }
      let run = advisor("packs", "test", in: files)
      #expect(run.status == 2 && run.talk.contains("did you mean '\(nearest)'?"), "\(run.talk)")
    }
  }

  @Test func aTestWhoseProfileIsMissingOrBrokenIsNeverPassed() {
    let missing = FixtureFiles.mini.filter { $0.key != "Profiles/worked.json" }
    let run = advisor("packs", "test", in: MemoryFiles(missing))
    #expect(run.status == 2 && run.output == "")
    #expect(run.talk.contains("[unknown-profile]") && run.talk.contains("Rules/shared/content.json:"))
    let broken = advisor("packs", "test", in: .mini(["Profiles/worked.json": "{"]))
    #expect(broken.status == 2 && broken.output == "")
  }

  @Test func nothingToTestIsNoSuccess() throws {
    let run = advisor("packs", "test", "--match", "nothing like it", in: .mini())
    #expect(run.status == 2 && run.talk.contains("there is no test to run [no-tests]"))
  }

  @Test func theTestsOfTheRepositoryPass() {
    let run = advisor("packs", "test", in: .repository())
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains(" passed, 0 failed"))
  }
}
