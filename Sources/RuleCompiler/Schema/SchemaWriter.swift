import LocatedJSON
import RuleModel

/// Turns shapes into schemas; what is used in several places becomes a definition.
struct SchemaWriter {
  let vocabulary: SchemaVocabulary
  let isStrict: Bool
  private(set) var definitions: [String: JSONValue] = [:]

  init(vocabulary: SchemaVocabulary, isStrict: Bool) {
    self.vocabulary = vocabulary
    self.isStrict = isStrict
  }

  /// A reference to a definition, which is made when it is first asked for.
  mutating func reference(_ name: String, _ make: (inout SchemaWriter) -> JSONValue) -> JSONValue {
    if definitions[name] == nil {
      // Already there while it is being made, so that it may refer to itself.
      definitions[name] = .object([])
      definitions[name] = make(&self)
    }
    return .keys(["$ref": .string("#/$defs/\(name)")])
  }

  /// Keys that mean nothing to the advisor.
  static let remarks: JSONValue = .keys(["^x-": .bool(true), "^\\$schema$": .bool(true)])

  /// Refuses everything: for names where there is nothing to name.
  static let nothing: JSONValue = .keys(["not": .object([])])

  // MARK: Objects

  mutating func objectSchema(_ shape: ObjectShape) -> JSONValue {
    let properties = shape.keys.map { key in
      JSONValue.Member(key.name, schema(key.value).adding(["description": .string(key.help)]))
    }
    let required = shape.keys.filter(\.isRequired).map(\.name)
    var members: [(String, JSONValue?)] = [
      ("type", .string("object")),
      ("required", required.isEmpty ? nil : .texts(required)),
      ("properties", .object(properties)),
      ("patternProperties", Self.remarks),
      ("additionalProperties", .bool(false)),
    ]
    let more = constraints(of: shape.name)
    if !more.isEmpty { members.append(("allOf", .array(more))) }
    return .members(members)
  }

  private mutating func objectReference(_ name: String) -> JSONValue {
    let slug = String(name.map { $0 == " " ? "-" : $0 })
    return reference(slug) { $0.objectSchema(ObjectShape.named(name)) }
  }

  // MARK: Values

  mutating func schema(_ shape: ValueShape) -> JSONValue {
    switch shape {
    case .text: return text
    case .words: return words
    case .line(let most): return words.adding(["maxLength": .number(Double(most))])
    case .newID: return newID
    case .id(let kind): return id(kind)
    case .mention(let kind):
      let former = vocabulary.formerIDs(kind)
      let known = former.isEmpty ? [id(kind)] : [id(kind), .keys(["enum": .texts(former)])]
      return .keys(["anyOf": .array(known + (isStrict ? [] : [newID]))])
    case .number(let minimum, let maximum):
      return .members([
        ("type", .string("number")), ("minimum", minimum.map { .number($0) }), ("maximum", maximum.map { .number($0) }),
      ])
    case .integer(let bounds):
      return .keys([
        "type": .string("integer"), "minimum": .number(Double(bounds.lowerBound)),
        "maximum": .number(Double(bounds.upperBound)),
      ])
    case .flag: return .keys(["type": .string("boolean")])
    case .yes: return .keys(["const": .bool(true)])
    case .formatVersion: return .keys(["const": .number(1)])
    case .date: return date
    case .address: return .keys(["type": .string("string"), "pattern": .string("^https?://\\S+$")])
    case .version: return pattern("^\(Self.number)\\.\(Self.number)\\.\(Self.number)$")
    case .engineVersion: return pattern("^\(Self.number)\\.\(Self.number)(\\.\(Self.number))?$")
    case .versionRange: return pattern("^\\^\(Self.number)\\.\(Self.number)\\.\(Self.number)$")
    case .currency: return pattern("^[A-Z]{3}$")
    case .colour: return pattern("^#[0-9a-fA-F]{6}$")
    case .logo: return pattern("^data:image/(png|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}$")
    case .language:
      return .keys(["anyOf": .array([.keys(["enum": .texts(["en", "de"])]), pattern("^([eE][nN]|[dD][eE])(-.*)?$")])])
    case .word(let words): return .keys(["enum": .texts(words)])
    case .condition: return reference("condition") { $0.condition(allowsDecisions: true) }
    case .factCondition: return reference("condition-of-facts") { $0.condition(allowsDecisions: false) }
    case .formula(let isOfPrice): return formula(ofPrice: isOfPrice)
    case .answer: return reference("answer") { $0.anyAnswer() }
    case .literal: return .keys(["type": .texts(["boolean", "number", "string"])])
    case .prior: return prior
    case .derivation: return derivation()
    case .answers(let isProfile): return answers(isProfile: isProfile)
    case .outcomes(let isProfile): return outcomes(isProfile: isProfile)
    case .rating: return rating
    case .null: return .keys(["type": .string("null")])
    case .object(let name): return objectReference(name)
    case .list(let element, let minimum):
      let items = schema(element)
      return .members([
        ("type", .string("array")), ("minItems", minimum == 0 ? nil : .number(Double(minimum))), ("items", items),
      ])
    case .map(let kind, let value, let isEmptyAllowed): return map(kind, value, isEmptyAllowed)
    case .either(let shapes): return .keys(["anyOf": .array(shapes.map { schema($0) })])
    case .tuple(let shapes):
      return .keys([
        "type": .string("array"), "prefixItems": .array(shapes.map { schema($0) }),
        "minItems": .number(Double(shapes.count)), "maxItems": .number(Double(shapes.count)),
      ])
    }
  }

  private static let number = "(0|[1-9][0-9]{0,5})"

  private func pattern(_ text: String) -> JSONValue { .keys(["type": .string("string"), "pattern": .string(text)]) }

  private static let languageTag = "^[a-z]{2,3}(-[^-]+)*$"

  private var text: JSONValue {
    mutating get {
      let words = words
      return reference("text") { _ in
        .keys([
          "anyOf": .array([
            words,
            .keys([
              "type": .string("object"),
              "properties": .keys([
                "en": words, "de": words, "audience": .keys(["enum": .texts(["customer", "internal"])]),
              ]),
              "patternProperties": .keys([
                Self.languageTag: words, "^x-": .bool(true), "^\\$schema$": .bool(true),
              ]),
              "additionalProperties": .bool(false),
              // At least one language.
              "not": .keys(["propertyNames": .keys(["not": .keys(["pattern": .string(Self.languageTag)])])]),
            ]),
          ])
        ])
      }
    }
  }

  private var words: JSONValue {
    mutating get { reference("words") { _ in .keys(["type": .string("string"), "pattern": .string("\\S")]) } }
  }

  /// A letter or digit, and single separators between them.
  static let idPattern = "^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$"

  private var newID: JSONValue {
    mutating get { reference("id") { $0.pattern(Self.idPattern) } }
  }

  var date: JSONValue {
    mutating get {
      reference("date") {
        $0.pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$").adding(["format": .string("date")])
      }
    }
  }

  /// An id that something is called by.
  mutating func id(_ kind: IDKind) -> JSONValue {
    switch kind {
    case .profile, .pack, .loadedPack, .check: return newID
    case .optionOrAll: return .keys(["anyOf": .array([id(.option), .keys(["const": .string("*")])])])
    default:
      return reference("\(kind.rawValue)-id") { $0.oneOf($0.vocabulary.ids(kind)) }
    }
  }

  /// A closed list of ids; open where packs are missing that may define others.
  mutating func oneOf(_ ids: [String]) -> JSONValue {
    if ids.isEmpty { return vocabulary.isOpen ? newID : Self.nothing }
    let closed: JSONValue = .keys(["enum": .texts(ids)])
    return vocabulary.isOpen ? .keys(["anyOf": .array([closed, newID])]) : closed
  }

  private mutating func map(_ kind: IDKind, _ value: ValueShape, _ isEmptyAllowed: Bool) -> JSONValue {
    let value = schema(value)
    let isProfilePart = [IDKind.criterion, .fact, .step].contains(kind)
    var ids = kind == .optionOrAll ? vocabulary.ids(.option) + ["*"] : vocabulary.ids(kind)
    if isProfilePart { ids += vocabulary.formerIDs(kind) }
    // A profile may name what no loaded pack knows.
    let isOpen = vocabulary.isOpen || kind == .pack || (isProfilePart && !isStrict)
    let isClosed = !isOpen || kind == .loadedPack
    return .members([
      ("type", .string("object")), ("minProperties", isEmptyAllowed ? nil : .number(1)),
      ("properties", ids.isEmpty ? nil : .object(ids.map { JSONValue.Member($0, value) })),
      ("patternProperties", Self.remarks),
      ("additionalProperties", isClosed ? .bool(false) : value),
    ])
  }
}
