/// A JSON value without places: what programs write and what digests are taken of.
package indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// Must be finite; writers trap on a number that is not, since JSON cannot hold it.
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// Members in the order to be written; keys must be unique.
  case object([Member])

  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// An object from pairs; members whose value is nil are left out.
  package static func members(_ pairs: [(String, JSONValue?)]) -> JSONValue {
    .object(pairs.compactMap { key, value in value.map { Member(key, $0) } })
  }
}

extension JSONNode {
  /// The same value without its places.
  package var plain: JSONValue {
    switch value {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let number): .number(number)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(\.plain))
    case .object(let members): .object(members.map { JSONValue.Member($0.key, $0.value.plain) })
    }
  }
}
