import LocatedJSON
import RuleModel

extension SchemaWriter {
  // MARK: Answers

  /// Answers by fact id.
  mutating func answers(isProfile: Bool) -> JSONValue {
    reference(isProfile ? "answers-of-a-profile" : "answers") { writer in
      var properties = writer.vocabulary.facts.map { fact in
        let answer = fact.derivation == nil ? writer.answer(to: fact, isProfile: isProfile) : Self.nothing
        return JSONValue.Member(fact.id, answer.adding(writer.explanation(of: fact)))
      }
      let any = writer.schema(.answer)
      let known = Set(properties.map(\.key))
      var others = writer.vocabulary.ids(.fact)
      if isProfile { others += writer.vocabulary.formerIDs(.fact) }
      properties += Set(others).subtracting(known).sorted(by: idPrecedes).map { JSONValue.Member($0, any) }
      // What no loaded pack knows is kept in a profile and counts for nothing.
      let isOpen = writer.vocabulary.isOpen || (isProfile && !writer.isStrict)
      return .keys([
        "type": .string("object"),
        "properties": .object(properties),
        "patternProperties": Self.remarks,
        "additionalProperties": isOpen ? any : .bool(false),
      ])
    }
  }

  /// An answer to a fact: a value, or null for asked and not known.
  mutating func answer(to fact: Fact, isProfile: Bool) -> JSONValue {
    .keys(["anyOf": .array(values(of: fact, isProfile: isProfile) + [schema(.null)])])
  }

  private mutating func values(of fact: Fact, isProfile: Bool) -> [JSONValue] {
    // An answer that is not applicable is checked for its type only; a schema cannot tell, so it holds to what counts.
    switch fact.kind {
    case .boolean: return [.keys(["type": .string("boolean")])]
    case .date: return [date]
    case .choice: return [choice(of: fact, isProfile)]
    case .choices:
      let exclusive = fact.choices.filter(\.isExclusive).map(\.name.id)
      let alone: JSONValue = .keys(["maxItems": .number(1)])
      return [
        .members([
          ("type", .string("array")), ("uniqueItems", .bool(true)), ("items", choice(of: fact, isProfile)),
          ("if", exclusive.isEmpty ? nil : .keys(["contains": .keys(["enum": .texts(exclusive)])])),
          ("then", exclusive.isEmpty ? nil : alone),
        ])
      ]
    case .number(let domain):
      let number: JSONValue = .members([
        ("type", .string("number")), ("minimum", domain.minimum.map { .number($0) }),
        ("maximum", domain.maximum.map { .number($0) }),
      ])
      return [number, range(number)]
    }
  }

  private mutating func choice(of fact: Fact, _ isProfile: Bool) -> JSONValue {
    let choice = choice(of: fact)
    guard isProfile, let former = vocabulary.formerChoices[fact.id] else { return choice }
    return .keys(["anyOf": .array([choice, .keys(["enum": .texts(former), "deprecated": .bool(true)])])])
  }

  private func range(_ number: JSONValue) -> JSONValue {
    .keys([
      "type": .string("object"),
      "properties": .keys(["from": number, "to": number]),
      "required": .texts(["from", "to"]),
      "patternProperties": Self.remarks,
      "additionalProperties": .bool(false),
    ])
  }

  /// The answer to a fact that is not known.
  mutating func anyAnswer() -> JSONValue {
    .keys([
      "anyOf": .array([
        .keys(["type": .texts(["boolean", "number", "string", "null"])]),
        .keys(["type": .string("array"), "items": schema(.literal)]),
        range(.keys(["type": .string("number")])),
      ])
    ])
  }

  // MARK: Outcomes

  /// An option by decision id.
  mutating func outcomes(isProfile: Bool) -> JSONValue {
    let all = vocabulary.ids(.option)
    var properties: [JSONValue.Member] = []
    for (id, options) in vocabulary.decisions {
      var forms = [reference("any-option-of-\(id)") { $0.oneOf(options.map(\.id)) }]
      if isProfile {
        let former = vocabulary.formerIDs(.option)
        if !former.isEmpty { forms.append(.keys(["enum": .texts(former)])) }
        // What no loaded pack knows is kept; an option of another decision is a mistake.
        if !isStrict { forms.append(schema(.newID).adding(["not": .keys(["enum": .texts(all)])])) }
        forms.append(schema(.object("decided option")))
      } else {
        forms.append(schema(.null))
      }
      properties.append(JSONValue.Member(id, .keys(["anyOf": .array(forms)])))
    }
    let other: JSONValue =
      isProfile && !isStrict
      ? .keys(["anyOf": .array([schema(.newID), schema(.object("decided option"))])])
      : .bool(vocabulary.isOpen)
    return .keys([
      "type": .string("object"),
      "properties": .object(properties),
      "patternProperties": Self.remarks,
      "additionalProperties": other,
    ])
  }

  var rating: JSONValue {
    .keys([
      "anyOf": .array([
        .keys(["enum": .array((-3...3).map { .number(Double($0)) })]), .keys(["const": .string("unknown")]),
      ])
    ])
  }

  // MARK: Facts as written

  /// Shares by choice, or cells of a number.
  var prior: JSONValue {
    mutating get {
      reference("prior") { writer in
        .keys([
          "anyOf": .array([
            .keys([
              "type": .string("object"),
              "patternProperties": Self.remarks,
              "additionalProperties": writer.schema(.number(minimum: 0, maximum: 1)),
            ]),
            writer.schema(.list(.object("cell of a prior"), atLeast: 1)),
          ])
        ])
      }
    }
  }

  /// A formula, cases, or a condition.
  mutating func derivation() -> JSONValue {
    reference("derivation") { writer in
      let condition = writer.schema(.factCondition)
      func object(_ properties: [(String, JSONValue)]) -> JSONValue {
        .keys([
          "type": .string("object"),
          "properties": .object(properties.map { JSONValue.Member($0.0, $0.1) }),
          "required": .texts(properties.map(\.0)),
          "patternProperties": Self.remarks,
          "additionalProperties": .bool(false),
        ])
      }
      let cases = writer.schema(.list(.object("case"), atLeast: 1))
      return .keys([
        "type": .string("object"),
        "anyOf": .array([
          object([("when", condition)]),
          object([("cases", cases), ("otherwise", writer.schema(.literal))]),
          writer.formula(ofPrice: false),
        ]),
      ])
    }
  }
}
