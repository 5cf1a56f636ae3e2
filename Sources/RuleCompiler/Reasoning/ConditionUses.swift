import RuleModel

/// A condition of a catalogue, with what it belongs to.
struct ConditionUse {
  /// For messages: "rule 'x'".
  let owner: String
  let name: Name
  let condition: LinkedCondition
  /// The fact that follows from it, or is asked only if it holds; nil where the outcome of an assessment does.
  let fact: String?
}

/// All conditions of a catalogue, kind by kind.
func conditionUses(of catalogue: Catalogue) -> [ConditionUse] {
  var uses: [ConditionUse] = []
  func add(_ kind: String, _ name: Name, _ condition: LinkedCondition?, fact: String? = nil) {
    guard let condition else { return }
    uses.append(ConditionUse(owner: "\(kind) '\(name.id)'", name: name, condition: condition, fact: fact))
  }
  for fact in catalogue.facts {
    add("fact", fact.fact.name, fact.relevance, fact: fact.id)
    switch fact.derivation {
    case .condition(let condition): add("fact", fact.fact.name, condition, fact: fact.id)
    case .cases(let cases, _): for part in cases { add("fact", fact.fact.name, part.condition, fact: fact.id) }
    case .expression, nil: break
    }
  }
  for decision in catalogue.decisions { add("decision", decision.decision.name, decision.condition) }
  for rule in catalogue.rules { add("rule", rule.rule.name, rule.condition) }
  for item in catalogue.contradictions { add("contradiction", item.item.name, item.condition) }
  for item in catalogue.components { add("component", item.item.name, item.condition) }
  for item in catalogue.steps { add("step", item.item.name, item.condition) }
  for item in catalogue.prices { add("price", item.item.name, item.condition) }
  return uses
}

extension LinkedCondition {
  /// Ids of the facts that it names.
  var factNames: Set<String> {
    var names: Set<String> = []
    forEachComparison { if case .fact(let id) = $0.subject { names.insert(id) } }
    return names
  }
}

extension Catalogue {
  /// Facts that count for something: named by a condition or price, or needed to compute or to ask such a fact.
  var usedFacts: Set<String> {
    var used: Set<String> = []
    for use in conditionUses(of: self) where use.fact == nil { used.formUnion(use.condition.factNames) }
    for price in prices { price.item.quantity?.forEachFact { used.insert($0.id) } }
    return closure(of: used, withRelevance: true)
  }

  /// Facts with those that they are computed from and, if wanted, those that decide whether they are asked.
  func closure(of facts: Set<String>, withRelevance: Bool) -> Set<String> {
    var found = facts
    var open = Array(facts)
    while let id = open.popLast() {
      guard let fact = fact(id) else { continue }
      var names: Set<String> = []
      if withRelevance, let relevance = fact.relevance { names.formUnion(relevance.factNames) }
      switch fact.derivation {
      case .condition(let condition): names.formUnion(condition.factNames)
      case .cases(let cases, _): for part in cases { names.formUnion(part.condition.factNames) }
      case .expression(let expression): expression.forEachFact { names.insert($0.id) }
      case nil: break
      }
      for name in names where found.insert(name).inserted { open.append(name) }
    }
    return found
  }
}
