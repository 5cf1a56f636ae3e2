package import LocatedJSON
import RuleModel

/// A JSON Schema (draft 2020-12) for one kind of file, specialised to the loaded packs.
package enum JSONSchema {
  /// The schema of a kind of file.
  ///
  /// Its `$id` names the kind and the version of the format and does not change with the packs.
  ///
  /// - Parameter isStrict: whether names in a profile that no loaded pack knows are refused, too, as under `--strict`.
  package static func document(_ kind: FileKind, _ vocabulary: SchemaVocabulary, isStrict: Bool = false) -> JSONValue {
    var writer = SchemaWriter(vocabulary: vocabulary, isStrict: isStrict)
    let root = writer.objectSchema(kind.shape)
    let head: [(String, JSONValue?)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:advisor:format-1:\(kind.rawValue)")),
      ("title", .string(title(of: kind))),
      (
        "description",
        .string(
          "Made by advisor \(engineVersion) for the rule packs \(vocabulary.origin.isEmpty ? "(none)" : vocabulary.origin)."
        )
      ),
    ]
    let definitions = writer.definitions.sorted { idPrecedes($0.key, $1.key) }
    return .object(
      head.compactMap { key, value in value.map { JSONValue.Member(key, $0) } } + root.fields
        + (definitions.isEmpty
          ? [] : [JSONValue.Member("$defs", .object(definitions.map { JSONValue.Member($0.key, $0.value) }))])
    )
  }
}

extension JSONSchema {
  private static func title(of kind: FileKind) -> String {
    switch kind {
    case .pack: "pack.json of a rule pack"
    case .content: "Content file of a rule pack"
    case .profile: "Profile: what one customer needs"
    case .brand: "Brand: how a house looks in reports"
    }
  }
}

extension JSONValue {
  /// The members of an object; none of anything else.
  var fields: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// An object from pairs.
  static func keys(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(pairs.map { Member($0.key, $0.value) })
  }

  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The same object with more members behind.
  func adding(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(fields + pairs.map { Member($0.key, $0.value) })
  }
}
