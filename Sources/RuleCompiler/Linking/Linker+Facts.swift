import Diagnostics
import RuleModel

extension Linker {
  /// Resolves relevance, derivations, defaults and priors of all facts, and finds the order to compute them in.
  mutating func linkFacts() {
    let ids = facts.keys.sorted(by: idPrecedes)
    for id in ids {
      guard let fact = facts[id] else { continue }
      var linked = LinkedFact(fact: fact)
      if let group = fact.group {
        _ = check(group, kind: "group", in: groups[group.id]?.header.pack, known: groups.keys, for: fact.header)
      }
      checkSources(fact.sources, for: fact.header)
      linked.relevance = fact.relevantWhen.flatMap { resolve($0, for: fact.header, allowsDecisions: false) }
      linked.derivation = fact.derivation.flatMap { resolve($0, of: fact) }
      checkPrior(of: fact)
      if let answer = fact.defaultAnswer {
        switch typedValue(of: answer, for: fact) {
        case .value(let value): linked.defaultValue = value
        case .null:
          log.error(
            "wrong-type",
            "a default is a value, not null",
            at: answer.span,
            help: "leave 'default' out for none"
          )
        case .mistake(let mistake): log.report(mistake.diagnostic)
        }
      }
      catalogue.factIndex[id] = catalogue.facts.count
      catalogue.facts.append(linked)
    }
    catalogue.groups = groups.values.sorted { idPrecedes($0.id, $1.id) }
    for (index, group) in catalogue.groups.enumerated() { catalogue.groupIndex[group.id] = index }
    let known = facts
    catalogue.factOrder = reportCycles(
      among: ids,
      code: "cyclic-facts",
      what: "facts that depend on each other form a cycle",
      edges: { id in known[id].map(factDependencies) ?? [] }
    )
  }

  /// INVARIANT: a fact whose derivation does not fit its type was reported and left out when it was read.
  private mutating func resolve(_ derivation: Derivation, of fact: Fact) -> LinkedDerivation? {
    switch derivation {
    case .expression(let expression):
      checkExpression(expression, for: fact.header)
      return .expression(expression)
    case .condition(let condition):
      return resolve(condition, for: fact.header, allowsDecisions: false).map { .condition($0) }
    case .cases(let cases, let otherwise):
      var linked: [(condition: LinkedCondition, value: FactValue)] = []
      for part in cases {
        let condition = resolve(part.condition, for: fact.header, allowsDecisions: false)
        guard let condition, let value = value(of: part.value, fact, for: fact.header) else { continue }
        linked.append((condition, wrapped(value, fact)))
      }
      guard let last = value(of: otherwise, fact, for: fact.header), linked.count == cases.count else { return nil }
      return .cases(linked, otherwise: wrapped(last, fact))
    }
  }

  /// A single choice as a value of a set fact.
  private func wrapped(_ value: FactValue, _ fact: Fact) -> FactValue {
    guard case .choices = fact.kind, case .choice(let id) = value else { return value }
    return .choices([id])
  }

  /// Every operand of a formula must be a number fact (a date for `weeksUntil`); `cost` belongs to prices.
  mutating func checkExpression(_ expression: Expression, for header: ItemHeader, allowsCosts: Bool = false) {
    switch expression {
    case .constant: break
    case .fact(let name):
      guard let fact = checkFact(name, for: header) else { return }
      if case .number = fact.kind { return }
      log.error(
        "wrong-kind",
        "a formula counts with numbers, and '\(fact.id)' is of type \(fact.kind.word)",
        at: name.span,
        help: "make a number of it first: a fact with 'cases' and 'otherwise'"
      )
    case .weeksUntil(let name):
      guard let fact = checkFact(name, for: header) else { return }
      if case .date = fact.kind { return }
      log.error(
        "wrong-kind",
        "'weeksUntil' counts to a date, and '\(fact.id)' is of type \(fact.kind.word)",
        at: name.span
      )
    case .cost(let name):
      if !allowsCosts {
        log.error(
          "cost-in-fact",
          "'cost' belongs to the quantity of a price",
          at: name.span,
          help: "compute the price from the fact, not the fact from the price"
        )
      } else {
        _ = check(name, kind: "price", in: prices[name.id]?.header.pack, known: prices.keys, for: header)
      }
    case .sum(let parts), .product(let parts), .minimum(let parts), .maximum(let parts):
      for part in parts { checkExpression(part, for: header, allowsCosts: allowsCosts) }
    case .quotient(let a, let b):
      checkExpression(a, for: header, allowsCosts: allowsCosts)
      checkExpression(b, for: header, allowsCosts: allowsCosts)
    }
  }

  private mutating func checkPrior(of fact: Fact) {
    guard let prior = fact.prior else { return }
    switch (prior, fact.kind) {
    case (.shares(let shares), .boolean):
      for (name, _) in shares where name.id != "true" && name.id != "false" {
        log.error(
          "unknown-choice",
          "the prior of a boolean names \"true\" and \"false\", not \(quoted(name.id))",
          at: name.span,
          help: "write for example { \"true\": 0.3, \"false\": 0.7 }"
        )
      }
    case (.shares(let shares), .choice), (.shares(let shares), .choices):
      guard !mayBeHidden(fact.id, kind: "fact", from: fact.header) else { return }
      for (name, _) in shares where !fact.choices.contains(where: { $0.name == name }) {
        log.error(
          "unknown-choice",
          "\(quoted(name.id)) is not a choice of '\(fact.id)'",
          at: name.span,
          help: choiceHelp(name.id, fact)
        )
      }
    // Whether the form of a prior fits the type was told when the fact was read.
    default: break
    }
  }
}

/// The facts that a fact is computed from or made relevant by, where it names them.
func factDependencies(_ fact: Fact) -> [Name] {
  var found: [Name] = []
  func visit(_ condition: Condition) {
    condition.forEachComparison { comparison in
      if case .fact(let id) = comparison.subject { found.append(Name(id, at: comparison.subjectName.span)) }
    }
  }
  if let condition = fact.relevantWhen { visit(condition) }
  switch fact.derivation {
  case .expression(let expression): expression.forEachFact { found.append($0) }
  case .cases(let cases, _): for part in cases { visit(part.condition) }
  case .condition(let condition): visit(condition)
  case nil: break
  }
  return found
}
