import TestSupport
import Testing

@testable import AdvisorCLI

/// `.ci/schema-check` validates files against the schemas; here is what the command itself does.
@Suite struct PacksSchemaTests {
  @Test func allOfThemGoIntoAFolder() throws {
    let run = advisor("packs", "schema", in: .mini())
    #expect(run.status == 0)
    for kind in FileKindWord.allCases {
      let schema = try run.json(of: "schema/\(kind.rawValue).schema.json")
      let isOutput = [.result, .difference].contains(kind)
      let id = isOutput ? "urn:advisor:\(kind.rawValue)-1" : "urn:advisor:format-1:\(kind.rawValue)"
      #expect(schema["$id"]?.text == id)
    }
  }

  @Test func oneGoesToAFileOrToStandardOutput() throws {
    let files = MemoryFiles.mini()
    let run = advisor("packs", "schema", "profile", in: files)
    #expect(try run.json()["title"] != nil)
    #expect(advisor("packs", "schema", "profile", "-o", "p.json", in: files).status == 0)
    #expect(files["p.json"] == run.output)
  }

  @Test func packsThatAreWrongGiveNoneUnlessAsked() {
    let broken = FixtureFiles.mini.replacing("\"below\": 16", with: "\"bellow\": 16", in: "Rules/shared/content.json")
    #expect(advisor("packs", "schema", "content", in: MemoryFiles(broken)).status == 2)
    #expect(advisor("packs", "schema", "content", "--despite-errors", in: MemoryFiles(broken)).status == 0)
  }
}
