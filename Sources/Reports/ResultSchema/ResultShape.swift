/// What stands in a result, for its JSON Schema.
indirect enum ResultShape: Sendable {
  /// A text in one language, or an object of languages.
  case localized
  /// What people or programs have written.
  case text
  /// An id of something in a pack.
  case id
  /// One of a closed set.
  case word([String])
  /// Three numbers, such as `1.4.0`.
  case version
  /// `2026-11-20`.
  case date
  /// SHA-256 in hexadecimal digits.
  case digest
  case number(minimum: Double? = nil, maximum: Double? = nil)
  case integer(minimum: Double? = nil)
  case flag
  /// Exactly this number.
  case constant(Double)
  /// The value of a fact.
  case value
  /// A file of another kind as a part of the result, with a schema of its own.
  case file
  case orNull(ResultShape)
  case list(ResultShape)
  case object(String)
}

/// An object of a result: its keys in the order in which they are written.
struct ResultObject: Sendable {
  struct Key: Sendable {
    let name: String
    let shape: ResultShape
    /// Whether it is always there.
    let isRequired: Bool
    /// One line for people who read results.
    let help: String
  }

  /// Its name among the definitions of the schema.
  let name: String
  let keys: [Key]

  init(_ name: String, _ keys: [Key]) {
    self.name = name
    self.keys = keys
  }
}

extension ResultObject.Key {
  static func always(_ name: String, _ shape: ResultShape, _ help: String) -> Self {
    Self(name: name, shape: shape, isRequired: true, help: help)
  }

  static func maybe(_ name: String, _ shape: ResultShape, _ help: String) -> Self {
    Self(name: name, shape: shape, isRequired: false, help: help)
  }
}
