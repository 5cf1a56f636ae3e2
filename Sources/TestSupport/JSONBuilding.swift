package import LocatedJSON

// JSON values written as Swift literals: `["id": "a", "when": ["b": true]]`.

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
  package init(nilLiteral: ()) { self = .null }
}

extension JSONValue {
  /// A list of texts.
  package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The member of an object; nil where there is none. Setting nil takes the member out.
  package subscript(key: String) -> JSONValue? {
    get { members?.first { $0.key == key }?.value }
    set {
      var kept = members ?? []
      let place = kept.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): kept[place] = Member(key, value)
      case (let place?, nil): kept.remove(at: place)
      case (nil, let value?): kept.append(Member(key, value))
      case (nil, nil): break
      }
      self = .object(kept)
    }
  }

  /// The members of an object; nil for anything else.
  package var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The elements of a list; nil for anything else.
  package var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text; nil for anything else.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The same value with the members of every object in another order.
  package func withShuffledKeys(_ generator: inout SplitMix64) -> JSONValue {
    switch self {
    case .null, .bool, .number, .string: self
    case .array(let elements): .array(elements.map { $0.withShuffledKeys(&generator) })
    case .object(let members):
      .object(generator.shuffled(members).map { Member($0.key, $0.value.withShuffledKeys(&generator)) })
    }
  }
}
