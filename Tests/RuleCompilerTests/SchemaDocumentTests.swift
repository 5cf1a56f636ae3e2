import LocatedJSON
import RuleModel
import TestSupport
import Testing

@testable import RuleCompiler

/// What the schemas say about the packs they were made from; `.ci/schema-check` tries them with a validator.
@Suite struct SchemaDocumentTests {
  private static let content = """
    { "facts": [ { "id": "size", "type": "number", "minimum": 1, "maximum": 9 },
                 { "id": "twice", "type": "number", "derive": { "product": [2, "size"] } },
                 { "id": "stores", "type": "choices", "choices": [ { "id": "none", "exclusive": true }, { "id": "redis" } ] },
                 { "id": "skill", "type": "choice", "ordered": true, "choices": [ { "id": "low" }, { "id": "high" } ] } ],
      "decisions": [ { "id": "platform" } ],
      "options": [ { "id": "cloud", "decision": "platform" },
                   { "id": "cloud-zh", "decision": "platform", "variantOf": "cloud" } ],
      "renamed": [ { "fact": "bigness", "to": "size" }, { "choice": ["skill", "some", "low"] } ] }
    """

  private func schema(_ kind: FileKind, isStrict: Bool = false, optional: [String] = []) throws -> JSONValue {
    let packs = LoadedPacks([try PackText(optional: optional, content: Self.content)]).packs
    return JSONSchema.document(kind, SchemaVocabulary(packs), isStrict: isStrict)
  }

  @Test(arguments: FileKind.allCases)
  func theIDDoesNotChangeWithThePacks(kind: FileKind) throws {
    let schema = try schema(kind)
    #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["$id"] == .string("urn:advisor:format-1:\(kind.rawValue)"))
    #expect(schema["additionalProperties"] == false)
    #expect(schema["patternProperties"]?["^x-"] == true)
  }

  @Test func conditionsKnowTheOperatorsOfEveryFact() throws {
    let definitions = try #require(try schema(.content)["$defs"])
    func operators(_ name: String) -> Set<String> {
      let forms = definitions[name]?["anyOf"]?.elements ?? definitions[name].map { [$0] } ?? []
      return Set(forms.compactMap { $0["properties"]?.members }.joined().map(\.key))
    }
    for (name, kind) in [
      ("when-number", SubjectKind.number), ("when-stores", .choices), ("when-skill", .orderedChoice),
      ("when-decision-platform-option", .decision),
    ] {
      #expect(operators(name) == Set(ConditionOperator.all.filter { $0.subjects.contains(kind) }.map(\.id)))
    }
    #expect(definitions["choice-of-skill"]?["enum"] == ["low", "high"])
    #expect(definitions["option-of-platform"]?["enum"] == ["cloud"])
    #expect(definitions["variant-of-platform"]?["enum"] == ["cloud-zh"])
    let names = definitions["condition-of-facts"]?["properties"]?.members?.map(\.key) ?? []
    #expect(names.contains("size") && !names.contains { $0.hasPrefix("decision.") })
  }

  @Test func answersFollowTheFacts() throws {
    let answers = try schema(.profile)["$defs"]?["answers-of-a-profile"]
    let size = answers?["properties"]?["size"]?["anyOf"]?.elements?.first
    #expect(size?["minimum"] == 1 && size?["maximum"] == 9)
    #expect(answers?["properties"]?["twice"]?["not"] != nil, "a derived fact cannot be answered")
    #expect(answers?["properties"]?["bigness"] != nil, "an old profile may use the old id")
    #expect(answers?["additionalProperties"] != false)
    let stores = answers?["properties"]?["stores"]?["anyOf"]?.elements?.first
    #expect(stores?["if"]?["contains"]?["enum"] == ["none"] && stores?["then"]?["maxItems"] == 1)
    let strict = try schema(.profile, isStrict: true)["$defs"]?["answers-of-a-profile"]
    #expect(strict?["additionalProperties"] == false)
  }

  @Test func namesStayOpenWhileAPackIsMissing() throws {
    #expect(try schema(.content)["$defs"]?["option-id"]?["enum"] == ["cloud", "cloud-zh"])
    let open = try schema(.content, optional: ["elsewhere"])["$defs"]?["option-id"]?["anyOf"]?.elements
    #expect(open?.count == 2)
  }

  @Test func everyReferenceLeadsToADefinition() throws {
    for kind in FileKind.allCases {
      let packs = try Repository.packs().packs
      let schema = JSONSchema.document(kind, SchemaVocabulary(packs))
      let defined = Set(schema["$defs"]?.members?.map(\.key) ?? [])
      var used: Set<String> = []
      collectReferences(schema, into: &used)
      #expect(used == defined)
    }
  }

  private func collectReferences(_ value: JSONValue, into found: inout Set<String>) {
    if case .string(let text)? = value["$ref"] { found.insert(String(text.dropFirst("#/$defs/".count))) }
    for member in value.members ?? [] { collectReferences(member.value, into: &found) }
    for element in value.elements ?? [] { collectReferences(element, into: &found) }
  }
}
