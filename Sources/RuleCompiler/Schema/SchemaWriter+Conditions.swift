import LocatedJSON
import RuleModel

extension SchemaWriter {
  /// A condition: comparisons by fact and decision, and `all`, `any`, `not`.
  mutating func condition(allowsDecisions: Bool) -> JSONValue {
    let this: JSONValue = .keys(["$ref": .string(allowsDecisions ? "#/$defs/condition" : "#/$defs/condition-of-facts")])
    let list: JSONValue = .keys(["type": .string("array"), "minItems": .number(1), "items": this])
    var properties: [JSONValue.Member] = vocabulary.facts.map { fact in
      JSONValue.Member(fact.id, comparison(with: fact).adding(explanation(of: fact)))
    }
    if allowsDecisions {
      for (id, options) in vocabulary.decisions {
        let parents = Set(options.compactMap(\.variantOf?.id))
        let families = options.filter { $0.variantOf == nil }.map(\.id)
        let leaves = options.map(\.id).filter { !parents.contains($0) }
        properties.append(JSONValue.Member("decision.\(id)", comparisonWithDecision(id, families, "option")))
        properties.append(JSONValue.Member("decision.\(id).variant", comparisonWithDecision(id, leaves, "variant")))
      }
    }
    // Known by name only, because of a mistake in them.
    let flawed = vocabulary.ids(.fact).filter { id in !vocabulary.facts.contains { $0.id == id } }
    properties += flawed.map { JSONValue.Member($0, .bool(true)) }
    properties += [JSONValue.Member("all", list), JSONValue.Member("any", list), JSONValue.Member("not", this)]
    return .keys([
      "type": .string("object"),
      "properties": .object(properties),
      "patternProperties": Self.remarks,
      "additionalProperties": .bool(vocabulary.isOpen),
      // Remarks alone are no condition.
      "not": .keys(["propertyNames": .keys(["pattern": .string("^(x-|\\$schema$)")])]),
    ])
  }

  /// What an editor shows beside a fact.
  func explanation(of fact: Fact) -> KeyValuePairs<String, JSONValue> {
    ["title": .string(fact.shortTitle(in: .en)), "description": .string(fact.question?.text(in: .en) ?? fact.id)]
  }

  private mutating func comparison(with fact: Fact) -> JSONValue {
    let name = fact.isChoice ? "when-\(fact.id)" : "when-\(fact.subjectKind.rawValue)"
    return reference(name) { writer in
      let literal = writer.literal(of: fact)
      return writer.comparison(fact.subjectKind, literal)
    }
  }

  private mutating func comparisonWithDecision(_ id: String, _ options: [String], _ what: String) -> JSONValue {
    reference("when-decision-\(id)-\(what)") { writer in
      let literal = writer.reference("\(what)-of-\(id)") { $0.oneOf(options) }
      return writer.comparison(.decision, literal)
    }
  }

  /// A single value of a fact in a condition.
  private mutating func literal(of fact: Fact) -> JSONValue {
    switch fact.kind {
    case .boolean: .keys(["type": .string("boolean")])
    case .number: .keys(["type": .string("number")])
    case .date: date
    case .choice, .choices: choice(of: fact)
    }
  }

  /// The short forms and every operator that can look at this kind.
  private func comparison(_ kind: SubjectKind, _ literal: JSONValue) -> JSONValue {
    let list: JSONValue = .keys(["type": .string("array"), "minItems": .number(1), "items": literal])
    let operators = ConditionOperator.all.filter { $0.subjects.contains(kind) }
    var forms: [JSONValue] = []
    if operators.contains(where: { $0.id == ConditionOperator.is.id }) { forms.append(literal) }
    if operators.contains(where: { $0.id == ConditionOperator.anyOf.id }) { forms.append(list) }
    forms.append(
      .keys([
        "type": .string("object"),
        "properties": .object(
          operators.map { op in
            JSONValue.Member(op.id, (op.takesList ? list : literal).adding(["description": .string(op.help)]))
          }
        ),
        "patternProperties": Self.remarks,
        "additionalProperties": .bool(false),
        "not": .keys(["propertyNames": .keys(["pattern": .string("^(x-|\\$schema$)")])]),
      ])
    )
    return forms.count == 1 ? forms[0] : .keys(["anyOf": .array(forms)])
  }

  /// The choices of a fact, each with what people read.
  mutating func choice(of fact: Fact) -> JSONValue {
    reference("choice-of-\(fact.id)") { writer in
      let ids = fact.choices.map(\.name.id)
      guard !ids.isEmpty else { return writer.newIDReference }
      let titles = fact.choices.map { $0.title?.text(in: .en) ?? $0.name.id }
      let closed: JSONValue = .keys(["enum": .texts(ids), "enumDescriptions": .texts(titles)])
      // A pack that is not loaded may add choices.
      return writer.vocabulary.isOpen ? .keys(["anyOf": .array([closed, writer.newIDReference])]) : closed
    }
  }

  private var newIDReference: JSONValue {
    mutating get { schema(.newID) }
  }

  // MARK: Formulas

  /// A number, a number fact, or one operation.
  mutating func formula(ofPrice: Bool) -> JSONValue {
    let name = ofPrice ? "formula-of-a-price" : "formula"
    return reference(name) { writer in
      let this: JSONValue = .keys(["$ref": .string("#/$defs/\(name)")])
      let operands: JSONValue = .keys(["type": .string("array"), "minItems": .number(1), "items": this])
      let two: JSONValue = .keys([
        "type": .string("array"), "items": this, "minItems": .number(2), "maxItems": .number(2),
      ])
      let days = writer.vocabulary.facts(where: { $0.kind == .date })
      var operations: [(String, JSONValue)] = [
        ("sum", operands), ("product", operands), ("minimum", operands), ("maximum", operands), ("quotient", two),
        ("weeksUntil", writer.reference("date-fact-id") { $0.oneOf(days) }),
      ]
      if ofPrice { operations.append(("cost", writer.schema(.id(.price)))) }
      let numbers = writer.vocabulary.facts(where: \.isNumber)
      return .keys([
        "anyOf": .array([
          .keys(["type": .string("number")]),
          writer.reference("number-fact-id") { $0.oneOf(numbers) },
          .keys([
            "type": .string("object"),
            "properties": .object(operations.map { JSONValue.Member($0.0, $0.1) }),
            "patternProperties": Self.remarks,
            "additionalProperties": .bool(false),
            "oneOf": .array(operations.map { .keys(["required": .texts([$0.0])]) }),
          ]),
        ])
      ])
    }
  }
}
