import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI
@testable import Reports

/// The documented schema of results against real results. `.ci/schema-check` does the same with a validator of others.
@Suite struct ResultSchemaTests {
  @Test(arguments: FixtureFiles.profiles)
  func theResultsOfAllProfilesAreValid(profile: String) throws {
    let result = try RealReports.about(profile).json(of: "r.json")
    #expect(ResultShapeCheck(ResultObject.all).mistakes(in: result) == [])
  }

  @Test(arguments: ["worked", "open", "taken"], [Edition.customer, .internal])
  func theResultsOfSmallPacksAreValidInEveryEditionThatHasScores(profile: String, edition: Edition) throws {
    let words = ["assess", "Profiles/\(profile).json", "--format", "json", "--edition", edition.rawValue]
    let result = try run(words, in: .mini()).json()
    #expect(ResultShapeCheck(ResultObject.all).mistakes(in: result) == [])
  }

  @Test func everyDefinitionThatIsNamedIsThere() throws {
    let run = advisor("packs", "schema", "result", in: .mini())
    let schema = try run.json()
    let names = Set(run.output.matches(of: /"#\/\$defs\/([A-Za-z]+)"/).map { String($0.1) })
    let defined = Set(schema["$defs"]?.members?.map(\.key) ?? [])
    #expect(run.status == 0 && !names.isEmpty && names == defined)
    #expect(schema["$id"] == "urn:advisor:result-1" && schema["properties"]?["schemaVersion"]?["const"] == 1)
  }

  @Test func onlyAStrictSchemaRefusesMoreKeys() throws {
    #expect(try advisor("packs", "schema", "result", in: .mini()).json()["additionalProperties"] == nil)
    #expect(
      try advisor("packs", "schema", "result", "--strict", in: .mini()).json()["additionalProperties"] == .bool(false)
    )
  }
}
