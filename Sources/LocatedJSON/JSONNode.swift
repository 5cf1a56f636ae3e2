package import Diagnostics

/// A JSON value as it stands in a file: every value and every key knows the bytes it was written with.
package struct JSONNode: Sendable {
  package enum Value: Sendable {
    case null
    case bool(Bool)
    /// Always finite.
    case number(Double)
    case string(String)
    case array([JSONNode])
    /// Members in the order written; keys are unique.
    case object([JSONMember])
  }

  package let value: Value
  private let place: Place

  /// Byte offsets in the file.
  package var range: Range<Int> { place.range }

  package init(_ value: Value, range: Range<Int>) {
    self.value = value
    place = Place(range)
  }

  /// What kind of value it is, in words for messages: "an object", "a number" …
  package var kindName: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// A key with its value.
package struct JSONMember: Sendable {
  package let key: String
  package let value: JSONNode
  private let keyPlace: Place

  /// Byte offsets of the key with its quotes.
  package var keyRange: Range<Int> { keyPlace.range }

  package init(key: String, keyRange: Range<Int>, value: JSONNode) {
    self.key = key
    keyPlace = Place(keyRange)
    self.value = value
  }
}

/// A range in half the space: files are far smaller than what 32 bits can count (`maximumJSONFileSize`).
private struct Place: Sendable {
  let lower: UInt32
  let upper: UInt32

  init(_ range: Range<Int>) {
    lower = UInt32(range.lowerBound)
    upper = UInt32(range.upperBound)
  }

  var range: Range<Int> { Int(lower)..<Int(upper) }
}

/// A parsed file: the tree and the text it points into.
package struct JSONDocument: Sendable {
  package let file: SourceFile
  package let root: JSONNode

  package init(file: SourceFile, root: JSONNode) {
    self.file = file
    self.root = root
  }
}
