import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// Where packs are found: `--rules`, then `ADVISOR_RULES`, then `./Rules`, then those built into the program.
@Suite struct RulesLookupTests {
  /// The two small packs side by side, in other folders, and a third that stands alone.
  private static var files: MemoryFiles {
    var texts: Texts = [:]
    for (path, text) in FixtureFiles.mini where path.hasPrefix("Rules/") {
      texts["both/" + path.dropFirst("Rules/".count)] = text
      let pack = path.split(separator: "/")[1]
      texts["\(pack == "own" ? "second" : "first")/" + path.dropFirst("Rules/".count)] = text
    }
    texts["Profiles/worked.json"] = FixtureFiles.mini["Profiles/worked.json"]
    return MemoryFiles(texts)
  }

  private static func packs(
    _ words: [String] = [],
    in files: MemoryFiles = files,
    environment: [String: String] = [:]
  ) throws -> (origin: String?, packs: [String]) {
    let run = run(["packs", "list", "--format", "json"] + words, in: files, environment: environment)
    #expect(run.status == 0, "\(run.talk)")
    let json = try run.json()
    return (json["origin"]?.text, json["packs"]?.elements?.compactMap { $0["id"]?.text } ?? [])
  }

  @Test func takesAFolderOfPacks() throws {
    let found = try Self.packs(["--rules", "both"])
    #expect(found.origin == "both" && found.packs == ["own", "shared"])
    #expect(try Self.packs(["--rules", "both/"]).packs == ["own", "shared"])
  }

  @Test func takesSeveralFoldersInAnyOrder() throws {
    let found = try Self.packs(["--rules", "second", "--rules", "first"])
    #expect(found.origin == "second, first" && found.packs == ["own", "shared"])
    #expect(try Self.packs(["--rules", "first", "--rules=second"]).packs == ["own", "shared"])
  }

  @Test func takesOnePackByItsOwnFolder() throws {
    #expect(try Self.packs(["--rules", "both/shared"]).packs == ["shared"])
    #expect(try Self.packs(["--rules", "both/shared/", "--rules", "both/own"]).packs == ["own", "shared"])
  }

  @Test func refusesAPackThatIsThereTwice() {
    let run = advisor("packs", "list", "--rules", "both", "--rules", "first", in: Self.files)
    #expect(run.status == 2 && run.output == "")
    #expect(run.talk.contains("shared"))
  }

  @Test func takesTheFoldersOfTheEnvironment() throws {
    #expect(try Self.packs(environment: ["ADVISOR_RULES": "both"]).origin == "both")
    #expect(try Self.packs(environment: ["ADVISOR_RULES": "first:second"]).packs == ["own", "shared"])
    #expect(try Self.packs(["--rules", "first"], environment: ["ADVISOR_RULES": "both"]).packs == ["shared"])
  }

  @Test func prefersTheFolderRulesToThePacksBuiltIn() throws {
    #expect(try Self.packs(in: .mini()).origin == "Rules")
    #expect(try Self.packs(in: .mini()).packs == ["own", "shared"])
    #expect(try Self.packs(in: .mini(), environment: ["ADVISOR_RULES": ""]).origin == "Rules")
  }

  @Test func takesThePacksBuiltInWhereNothingElseIs() throws {
    let found = try Self.packs(in: MemoryFiles())
    #expect(found.origin == "built in")
    #expect(
      Set(["foundation", "appuio-cloud", "appuio-managed-openshift", "managed-kubernetes"]).isSubset(of: found.packs)
    )
  }

  @Test func thePacksBuiltInAreThoseOfTheRepository() throws {
    let words = ["packs", "list", "--format", "json"]
    let builtIn = try run(words, in: MemoryFiles()).json()["packs"]
    #expect(try run(words, in: .repository()).json()["packs"] == builtIn)
  }

  @Test func aCopiedProgramAnswersFromAnEmptyFolder() throws {
    let profile = FixtureFiles.repository["Profiles/muster-shop.json"] ?? ""
    let run = advisor("report", "-", "-o", "r.html", "-o", "r.md", "-o", "r.json", in: MemoryFiles(), input: profile)
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.files.paths == ["r.html", "r.json", "r.md"])
    #expect(try run.json(of: "r.json")["decisions"]?.item("platform")?["recommended"]?.text != nil)
  }

  @Test(
    arguments: [
      (["--rules", "x/Rules"], "x/Profiles"), (["--rules", "x/Rules/"], "x/Profiles"),
      (["--rules", "Rules"], "Profiles"),
      (["--rules", "x/Rules/shared", "--rules", "x/Rules/own"], "x/Profiles"), (["--profiles", "y"], "y"),
      (["--rules", "/abs/Rules"], "/abs/Profiles"), ([], "Profiles"),
    ]
  )
  func testsFindTheirProfilesBesideThePacks(words: [String], folder: String) throws {
    var texts: Texts = [:]
    for (path, text) in FixtureFiles.mini where path.hasPrefix("Rules/") {
      for root in ["", "x/", "/abs/"] { texts[root + path] = text }
    }
    texts["\(folder)/other.json"] = FixtureFiles.mini["Profiles/worked.json"]
    let missing = run(["packs", "test"] + words, in: MemoryFiles(texts))
    #expect(missing.status == 2 && missing.talk.contains("profile 'worked' is not in '\(folder)'"), "\(missing.talk)")
    texts["\(folder)/worked.json"] = FixtureFiles.mini["Profiles/worked.json"]
    #expect(run(["packs", "test"] + words, in: MemoryFiles(texts)).status == 0)
  }

  @Test func testsFindTheirProfilesBesideThePacksOfTheEnvironment() {
    var texts: Texts = [:]
    for (path, text) in FixtureFiles.mini { texts["x/" + path] = text }
    let run = advisor("packs", "test", in: MemoryFiles(texts), environment: ["ADVISOR_RULES": "x/Rules"])
    #expect(run.status == 0, "\(run.talk)")
  }
}
