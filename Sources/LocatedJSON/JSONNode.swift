package import Diagnostics

/// A JSON value as it stands in a file: every value and every key knows the bytes it was written with.
package struct JSONNode: Sendable {
  package indirect enum Value: Sendable {
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
  /// Byte offsets in the file.
  package let range: Range<Int>

  package init(_ value: Value, range: Range<Int>) {
    self.value = value
    self.range = range
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
  /// Byte offsets of the key with its quotes.
  package let keyRange: Range<Int>
  package let value: JSONNode

  package init(key: String, keyRange: Range<Int>, value: JSONNode) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
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
