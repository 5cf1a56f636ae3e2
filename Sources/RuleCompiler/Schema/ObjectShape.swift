import RuleModel

/// What the format knows of one kind of object: its keys in the order in which they are written.
///
/// The one table behind `packs schema`, `packs format` and `packs texts`. The decoder of RuleModel stays the authority; a
/// test holds the two together.
package struct ObjectShape: Sendable {
  /// As the decoder names it in messages: "rule", "cell of a prior".
  package let name: String
  package let keys: [Key]

  package struct Key: Sendable {
    package let name: String
    package let value: ValueShape
    package let isRequired: Bool
    /// One line for people who write packs, shown by editors.
    package let help: String
  }

  init(_ name: String, _ keys: [Key]) {
    self.name = name
    self.keys = keys
  }

  package func key(_ name: String) -> Key? { keys.first { $0.name == name } }

  /// All of them.
  package static let all: [ObjectShape] =
    packShapes + itemShapes + planShapes + maintenanceShapes + profileShapes
    + brandShapes

  /// The shape with a name. Only for names in `all`; any other gives a shape without keys.
  package static func named(_ name: String) -> ObjectShape {
    all.first { $0.name == name } ?? ObjectShape(name, [])
  }
}

/// What may stand behind a key.
package indirect enum ValueShape: Sendable {
  /// A text, or an object of languages: what people read.
  case text
  /// A text that is not empty, in one language.
  case words
  /// The same with at most so many characters.
  case line(atMost: Int)
  /// An id that is defined here.
  case newID
  /// An id of something that is defined elsewhere.
  case id(IDKind)
  /// An id in a profile, which may name what no loaded pack knows.
  case mention(IDKind)
  case number(minimum: Double? = nil, maximum: Double? = nil)
  case integer(ClosedRange<Int>)
  case flag
  /// Only `true`.
  case yes
  /// The number 1: the version of the format.
  case formatVersion
  case date
  case address
  case version
  /// `1.0` or `1.0.0`.
  case engineVersion
  case versionRange
  case currency
  /// `#` and six hexadecimal digits.
  case colour
  /// A picture as a data URI.
  case logo
  case language
  /// One of a closed set of words.
  case word([String])
  case condition
  /// A condition of what facts are computed from: without decisions.
  case factCondition
  /// A formula; the quantity of a price may take another price's sum.
  case formula(ofPrice: Bool)
  /// The answer to some fact.
  case answer
  /// A value of a fact, as in a derived case.
  case literal
  case prior
  case derivation
  /// Answers by fact id.
  case answers(isProfile: Bool)
  /// An option by decision id.
  case outcomes(isProfile: Bool)
  case rating
  case null
  case object(String)
  /// A list of at least so many.
  case list(ValueShape, atLeast: Int = 0)
  /// Values under ids of a kind.
  case map(IDKind, ValueShape, isEmptyAllowed: Bool = true)
  case either([ValueShape])
  /// A list of so many values.
  case tuple([ValueShape])

  /// Several of them, or one without brackets.
  static func oneOrMore(_ value: ValueShape) -> ValueShape { .either([value, .list(value, atLeast: 1)]) }
}

/// What an id names.
package enum IDKind: String, Sendable, CaseIterable {
  case fact
  /// A fact with choices.
  case choiceFact
  case criterion
  case decision
  case option
  /// An option, or `*` for all.
  case optionOrAll
  case source
  case rule
  case component
  case step
  case price
  case contradiction
  case group
  case pack
  /// A pack that must be loaded.
  case loadedPack
  case check
  /// A file of the folder of profiles.
  case profile
}

extension ObjectShape.Key {
  static func needed(_ name: String, _ value: ValueShape, _ help: String) -> Self {
    Self(name: name, value: value, isRequired: true, help: help)
  }

  static func maybe(_ name: String, _ value: ValueShape, _ help: String) -> Self {
    Self(name: name, value: value, isRequired: false, help: help)
  }
}

/// The words of a closed set.
func words<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> ValueShape where Word.RawValue == String {
  .word(Word.allCases.map(\.rawValue))
}

/// The kinds of files of the format.
package enum FileKind: String, Sendable, CaseIterable {
  /// `pack.json`.
  case pack
  /// All other files of a pack, tests among them.
  case content
  /// The requirements of a customer.
  case profile
  /// How a house looks in reports.
  case brand

  /// What stands at the top.
  package var shape: ObjectShape {
    switch self {
    case .pack: .named("pack")
    case .content: .named("content file")
    case .profile: .named("profile")
    case .brand: .named("brand")
    }
  }
}
