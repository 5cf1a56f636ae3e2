import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI
@testable import Reports

/// The documented schema of results against real results. `.ci/schema-check` does the same with a validator of others.
@Suite struct ResultSchemaTests {
  /// Keys that are missing, not named in the schema, or of another kind, by their places.
  private static func mistakes(in value: JSONValue, _ object: ResultObject, at place: String) -> [String] {
    guard let members = value.members else { return ["\(place) is no object"] }
    var found: [String] = []
    for key in object.keys where key.isRequired && value[key.name] == nil {
      found.append("\(place)/\(key.name) is missing")
    }
    for member in members {
      guard let key = object.keys.first(where: { $0.name == member.key }) else {
        found.append("\(place)/\(member.key) is not in the schema: add it to ResultObjects.swift")
        continue
      }
      found += mistakes(in: member.value, key.shape, at: "\(place)/\(member.key)")
    }
    return found
  }

  private static func mistakes(in value: JSONValue, _ shape: ResultShape, at place: String) -> [String] {
    func expecting(_ holds: Bool) -> [String] { holds ? [] : ["\(place) is \(value)"] }
    switch shape {
    case .text, .id, .version, .date, .digest: return expecting(value.text != nil)
    case .localized: return expecting(value.text != nil || value.members?.allSatisfy { $0.value.text != nil } == true)
    case .word(let words): return expecting(value.text.map(words.contains) ?? false)
    case .number, .integer, .constant: return expecting(value.number != nil)
    case .flag: return expecting(value.flag != nil)
    case .file: return expecting(value.members != nil)
    case .value: return expecting(value != .null)
    case .orNull(let shape): return value == .null ? [] : mistakes(in: value, shape, at: place)
    case .list(let element):
      guard let elements = value.elements else { return ["\(place) is no list"] }
      return elements.enumerated().flatMap { mistakes(in: $1, element, at: "\(place)/\($0)") }
    case .object(let name):
      guard let object = ResultObject.all.first(where: { $0.name == name }) else { return ["no object \(name)"] }
      return mistakes(in: value, object, at: place)
    }
  }

  @Test(arguments: FixtureFiles.profiles)
  func theResultsOfAllProfilesAreValid(profile: String) throws {
    let result = try RealReports.about(profile).json(of: "r.json")
    #expect(Self.mistakes(in: result, ResultObject.all[0], at: "") == [])
  }

  @Test(arguments: ["worked", "open", "taken"], Edition.allCases)
  func theResultsOfSmallPacksAreValidInEveryEdition(profile: String, edition: Edition) throws {
    let words = ["assess", "Profiles/\(profile).json", "--format", "json", "--edition", edition.rawValue]
    let result = try run(words, in: .mini()).json()
    #expect(Self.mistakes(in: result, ResultObject.all[0], at: "") == [])
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
