import LocatedJSON
import RuleModel

extension SchemaWriter {
  /// What holds between the keys of an object.
  mutating func constraints(of shape: String) -> [JSONValue] {
    switch shape {
    case "fact": return ofFacts
    case "option":
      // A variant has its option's decision, and no variants.
      return vocabulary.decisions.map { id, options in
        let families = options.filter { $0.variantOf == nil }.map(\.id)
        return when("decision", [id], properties(["variantOf": oneOf(families)]))
      }
    case "rule": return ofRules
    case "connection": return [oneRequired([["from"], ["to"]])]
    case "price": return [together(["amount": ["currency"]])]
    case "adjustment":
      return [
        oneRequired([["rule"], ["criterion"], ["price"]]),
        together([
          "rule": ["disabled"], "disabled": ["rule"], "criterion": ["weight"], "weight": ["criterion"],
          "price": ["amount"], "amount": ["price"], "validFrom": ["price"],
        ]),
      ]
    case "renaming": return ofRenamings
    case "expectation": return [.keys(["minProperties": .number(1)])]
    case "decision": return [properties(["id": .keys(["not": .keys(["pattern": .string("(^|\\.)variant$")])])])]
    default: return []
    }
  }

  private var ofFacts: [JSONValue] {
    mutating get {
      func refusing(_ keys: [String]) -> JSONValue { .keys(["not": anyRequired(keys)]) }
      let formulas = ["sum", "product", "quotient", "minimum", "maximum", "weeksUntil"]
      var found: [JSONValue] = [
        // A question is asked unless it follows from others.
        .keys(["anyOf": .array([required(["question"]), required(["derive"])])]),
        when("type", ["choice", "choices"], required(["choices"])),
        when("type", ["number", "date"], properties(["prior": .keys(["type": .string("array")])])),
        when("type", ["boolean", "choice", "choices"], properties(["prior": .keys(["type": .string("object")])])),
        when("type", ["boolean"], properties(["prior": names("^(true|false|x-.*)$"), "derive": refusing(formulas)])),
        when("type", ["number"], properties(["derive": refusing(["when"])])),
        when("type", ["choice"], properties(["derive": refusing(formulas + ["when"])])),
        properties(["id": .keys(["not": .keys(["pattern": .string("^((all|any|not)$|decision\\.)")])])]),
        properties(["default": .keys(["not": .keys(["type": .string("null")])])]),
      ]
      for fact in vocabulary.facts where fact.derivation == nil {
        var keys = ["default": answer(to: fact, isProfile: false)]
        if fact.isChoice {
          keys["prior"] = .keys([
            "properties": .object(fact.choices.map { JSONValue.Member($0.name.id, .bool(true)) }),
            "propertyNames": .keys(["anyOf": .array([choice(of: fact), .keys(["pattern": .string("^x-")])])]),
          ])
        }
        found.append(when("id", [fact.id], properties(keys)))
      }
      return found
    }
  }

  private var ofRules: [JSONValue] {
    var found: [JSONValue] = [
      anyRequired(["rate", "exclude", "confirm", "notes"]),
      together(["rate": ["criterion"], "weight": ["rate"]]),
      .keys([
        "if": properties(["confirm": required(["*"])]).adding(["required": .texts(["confirm"])]),
        "then": required(["decision"]),
      ]),
    ]
    let decisions = vocabulary.decisions
    if decisions.count > 1, !vocabulary.isOpen {
      // All options of a rule belong to one decision.
      let parts = decisions.map { id, options -> JSONValue in
        let ids = options.map(\.id)
        let names: JSONValue = .keys([
          "propertyNames": .keys([
            "anyOf": .array([.keys(["enum": .texts(ids + ["*"])]), .keys(["pattern": .string("^x-")])])
          ])
        ])
        return properties([
          "rate": names, "confirm": names, "exclude": .keys(["items": .keys(["enum": .texts(ids)])]),
          "decision": .keys(["const": .string(id)]),
        ])
      }
      found.append(.keys(["anyOf": .array(parts)]))
    }
    return found
  }

  private var ofRenamings: [JSONValue] {
    mutating get {
      let kinds: [IDKind] = [.fact, .option, .criterion, .decision, .rule]
      let names = kinds.map(\.rawValue)
      var found = [oneRequired(names.map { [$0, "to"] } + [["choice"]]), .keys(["not": required(["choice", "to"])])]
      for index in names.indices.dropFirst() {
        found.append(.keys(["not": .keys(["anyOf": .array(names[..<index].map { required([$0, names[index]]) })])]))
      }
      for kind in kinds {
        let new: JSONValue = .keys(["anyOf": .array([id(kind), schema(.null)])])
        found.append(.keys(["if": required([kind.rawValue]), "then": properties(["to": new])]))
      }
      for fact in vocabulary.facts where fact.isChoice {
        let new: JSONValue = .keys(["anyOf": .array([choice(of: fact), schema(.null)])])
        found.append(
          .keys([
            "if": properties(["choice": .keys(["prefixItems": .array([.keys(["const": .string(fact.id)])])])])
              .adding(["required": .texts(["choice"])]),
            "then": properties(["choice": .keys(["prefixItems": .array([.bool(true), .bool(true), new])])]),
          ])
        )
      }
      return found
    }
  }

  // MARK: Words

  private func required(_ keys: [String]) -> JSONValue { .keys(["required": .texts(keys)]) }

  private func anyRequired(_ keys: [String]) -> JSONValue { .keys(["anyOf": .array(keys.map { required([$0]) })]) }

  private func oneRequired(_ groups: [[String]]) -> JSONValue { .keys(["oneOf": .array(groups.map { required($0) })]) }

  /// A key that needs others beside it.
  private func together(_ keys: KeyValuePairs<String, [String]>) -> JSONValue {
    .keys(["dependentRequired": .object(keys.map { JSONValue.Member($0.key, .texts($0.value)) })])
  }

  private func names(_ pattern: String) -> JSONValue {
    .keys(["propertyNames": .keys(["pattern": .string(pattern)])])
  }

  private func properties(_ keys: [String: JSONValue]) -> JSONValue {
    .keys([
      "properties": .object(
        keys.sorted { idPrecedes($0.key, $1.key) }.map { JSONValue.Member($0.key, $0.value) }
      )
    ])
  }

  /// Holds where a key has one of some values.
  private func when(_ key: String, _ values: [String], _ then: JSONValue) -> JSONValue {
    .keys([
      "if": properties([key: .keys(["enum": .texts(values)])]).adding(["required": .texts([key])]), "then": then,
    ])
  }
}
