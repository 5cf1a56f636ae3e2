package import LocatedJSON
import RuleModel

/// The JSON Schema (draft 2020-12) of results: of `assess --format json`, `report -o x.json`, and the data inside of pages.
package enum ResultSchema {
  /// The whole schema. Its `$id` changes with the version of the structure only.
  ///
  /// - Parameter isStrict: whether a key that the schema does not name is refused. Readers should not: more keys may be
  ///   added within a version.
  package static func document(isStrict: Bool = false) -> JSONValue {
    document(of: ResultObject.all, "result-\(resultSchemaVersion)", "Result of an assessment", isStrict)
  }

  /// The same for `whatif --format json` and `compare --format json`.
  package static func ofDifferences(isStrict: Bool = false) -> JSONValue {
    let name = "difference-\(differenceSchemaVersion)"
    return document(of: ResultObject.ofDifferences, name, "Differences between cases", isStrict)
  }

  private static func document(
    of objects: [ResultObject],
    _ name: String,
    _ title: String,
    _ isStrict: Bool
  ) -> JSONValue {
    let head: [(String, JSONValue?)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:advisor:\(name)")),
      ("title", .string(title)),
      ("description", .string("Made by advisor \(engineVersion). Within this version keys are only added.")),
    ]
    let definitions = objects.dropFirst().map { JSONValue.Member($0.name, schema(of: $0, isStrict)) }
    return .members(head + fields(of: objects[0], isStrict) + [("$defs", .object(definitions + shared))])
  }

  private static func schema(of object: ResultObject, _ isStrict: Bool) -> JSONValue {
    .members(fields(of: object, isStrict))
  }

  private static func fields(of object: ResultObject, _ isStrict: Bool) -> [(String, JSONValue?)] {
    let properties = object.keys.map { key in
      guard case .object(let members) = schema(key.shape) else { return JSONValue.Member(key.name, .bool(true)) }
      return JSONValue.Member(key.name, .object(members + [JSONValue.Member("description", .string(key.help))]))
    }
    return [
      ("type", .string("object")), ("required", texts(object.keys.filter(\.isRequired).map(\.name))),
      ("properties", .object(properties)), ("additionalProperties", isStrict ? .bool(false) : nil),
    ]
  }

  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private static func type(_ name: String, _ more: [(String, JSONValue?)] = []) -> JSONValue {
    .members([("type", .string(name))] + more)
  }

  private static func reference(_ name: String) -> JSONValue { .members([("$ref", .string("#/$defs/\(name)"))]) }

  private static func schema(_ shape: ResultShape) -> JSONValue {
    switch shape {
    case .localized: reference("localized")
    case .text: type("string")
    case .id: reference("id")
    case .word(let words): .members([("enum", texts(words))])
    case .version: type("string", [("pattern", .string("^[0-9]+\\.[0-9]+\\.[0-9]+$"))])
    case .date: type("string", [("format", .string("date")), ("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))])
    case .digest: type("string", [("pattern", .string("^[0-9a-f]{64}$"))])
    case .number(let minimum, let maximum):
      type("number", [("minimum", minimum.map { .number($0) }), ("maximum", maximum.map { .number($0) })])
    case .integer(let minimum): type("integer", [("minimum", minimum.map { .number($0) })])
    case .flag: type("boolean")
    case .constant(let number): .members([("const", .number(number))])
    case .value: reference("value")
    case .orNull(let shape): .members([("anyOf", .array([schema(shape), type("null")]))])
    case .list(let element): type("array", [("items", schema(element))])
    case .object(let name): reference(name)
    }
  }

  /// What several objects use.
  private static let shared: [JSONValue.Member] = [
    JSONValue.Member("id", type("string", [("pattern", .string("^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$"))])),
    JSONValue.Member(
      "localized",
      .members([
        (
          "anyOf",
          .array([
            type("string"), type("object", [("minProperties", .number(1)), ("additionalProperties", type("string"))]),
          ])
        )
      ])
    ),
    JSONValue.Member(
      "value",
      .members([
        (
          "anyOf",
          .array([
            .members([("type", texts(["boolean", "number", "string"]))]), type("array", [("items", reference("id"))]),
            type(
              "object",
              [
                ("required", texts(["from", "to"])),
                ("properties", .members([("from", type("number")), ("to", type("number"))])),
                ("additionalProperties", .bool(false)),
              ]
            ),
          ])
        )
      ])
    ),
  ]
}
