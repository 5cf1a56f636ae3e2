import Diagnostics
import LocatedJSON

extension Decoding {
  private enum KindWord: String, CaseIterable {
    case boolean
    case choice
    case choices
    case number
    case date
  }

  mutating func fact(_ node: JSONNode) -> Fact? {
    guard var reader = ObjectReader(node, "fact", &self) else { return nil }
    let name = reader.name("id", &self)
    if let name, ["all", "any", "not"].contains(name.id) || name.id.hasPrefix("decision.") {
      log.error("reserved-id", "\(quoted(name.id)) means something else in conditions", at: name.span)
    }
    let kindWord: KindWord? = reader.required("type", &self).flatMap { word($0, of: "type") }
    let title = reader.optionalText("title", &self)
    let derivation = reader.optional("derive").flatMap { self.derivation($0) }
    let isDerived = reader.optional("derive") != nil
    let question =
      isDerived ? reader.optionalText("question", &self) : reader.text("question", &self)
    let choicesNode =
      kindWord == .choice || kindWord == .choices
      ? reader.required("choices", &self) : reader.optional("choices")
    let ordered = reader.flag("ordered", &self) ?? false
    let domain = Fact.NumberDomain(
      unit: reader.words("unit", &self),
      minimum: reader.number("minimum", &self),
      maximum: reader.number("maximum", &self),
      isInteger: reader.flag("integer", &self) ?? false
    )
    if let minimum = domain.minimum, let maximum = domain.maximum, minimum > maximum {
      error("empty-range", "minimum must not be above maximum", at: node)
    }
    let fact = Fact(
      name: name ?? Name(""),
      kind: kind(kindWord ?? .boolean, ordered: ordered, domain),
      title: title,
      question: question,
      help: reader.optionalText("help", &self),
      group: reader.optionalName("group", &self),
      order: reader.number("order", &self),
      isFixed: reader.flag("fixed", &self) ?? false,
      relevantWhen: reader.condition("relevantWhen", &self),
      defaultAnswer: reader.optional("default").flatMap { answer($0) },
      prior: reader.optional("prior").flatMap { prior($0) },
      derivation: derivation,
      sources: reader.names("sources", &self),
      audience: reader.word("audience", &self) ?? .customer,
      header: reader.header(&self),
      choices: choicesNode.map { choices($0) } ?? []
    )
    reader.finish(&self)
    return name == nil || kindWord == nil || (isDerived && derivation == nil) ? nil : fact
  }

  private func kind(_ word: KindWord, ordered: Bool, _ domain: Fact.NumberDomain) -> Fact.Kind {
    switch word {
    case .boolean: .boolean
    case .choice: .choice(ordered: ordered)
    case .choices: .choices
    case .number: .number(domain)
    case .date: .date
    }
  }

  /// The choices of a fact; an empty list and an id given twice are errors.
  mutating func choices(_ node: JSONNode) -> [Fact.Choice] {
    guard let elements = elements(node, of: "choices") else { return [] }
    if elements.isEmpty { error("empty-list", "choices must list at least one choice", at: node) }
    var found: [Fact.Choice] = []
    for element in elements {
      guard var reader = ObjectReader(element, "choice", &self) else { continue }
      let name = reader.name("id", &self)
      let choice = Fact.Choice(
        name: name ?? Name(""),
        title: reader.optionalText("title", &self),
        help: reader.optionalText("help", &self),
        isExclusive: reader.flag("exclusive", &self) ?? false
      )
      reader.finish(&self)
      guard let name else { continue }
      if let first = found.first(where: { $0.name == name }) {
        log.error(
          "duplicate-choice",
          "choice '\(name.id)' is defined twice",
          at: name.span,
          related: [Diagnostic.Related("first defined here", at: first.name.span)]
        )
        continue
      }
      found.append(choice)
    }
    return found
  }

  private mutating func derivation(_ node: JSONNode) -> Derivation? {
    guard case .object(let members) = node.value else {
      wrongType(node, expected: "an object", of: "derive")
      return nil
    }
    let keys = members.map(\.key)
    if keys.contains("cases") {
      guard var reader = ObjectReader(node, "derivation", &self) else { return nil }
      let nodes = reader.list("cases", &self)
      if nodes.isEmpty { error("empty-list", "cases must list at least one case", at: node) }
      let cases = nodes.compactMap { derivedCase($0) }
      let otherwise = reader.required("otherwise", &self).flatMap { literal($0, of: "otherwise") }
      reader.finish(&self)
      guard let otherwise, cases.count == nodes.count, !cases.isEmpty else { return nil }
      return .cases(cases, otherwise: otherwise)
    }
    if keys.contains("when") {
      guard var reader = ObjectReader(node, "derivation", &self) else { return nil }
      let condition = reader.condition("when", &self)
      reader.finish(&self)
      return condition.map { .condition($0) }
    }
    return expression(node).map { .expression($0) }
  }

  private mutating func derivedCase(_ node: JSONNode) -> Derivation.Case? {
    guard var reader = ObjectReader(node, "case", &self) else { return nil }
    let condition = reader.required("when", &self).flatMap { self.condition($0) }
    let value = reader.required("value", &self).flatMap { literal($0, of: "value") }
    reader.finish(&self)
    guard let condition, let value else { return nil }
    return Derivation.Case(condition: condition, value: value)
  }

  private mutating func prior(_ node: JSONNode) -> Prior? {
    if case .array(let elements) = node.value {
      var cells: [(below: Double?, share: Double)] = []
      for element in elements {
        guard var reader = ObjectReader(element, "cell of a prior", &self) else { continue }
        let below = reader.number("below", &self)
        let share = reader.required("share", &self)
          .flatMap { number($0, of: "share", atLeast: 0, atMost: 1) }
        reader.finish(&self)
        if let last = cells.last, last.below == nil || (below ?? .infinity) <= (last.below ?? -.infinity) {
          error("invalid-prior", "the cells of a prior rise, and only the last one is open", at: element)
        }
        cells.append((below, share ?? 0))
      }
      checkShares(cells.map(\.share), sumTo: 1, at: node)
      return .cells(cells)
    }
    guard let reader = ObjectReader(node, "prior", &self) else { return nil }
    var shares: [(name: Name, share: Double)] = []
    for member in reader.entries {
      guard let share = number(member.value, of: "share", atLeast: 0, atMost: 1) else { continue }
      shares.append((Name(member.key, at: span(member.keyRange)), share))
    }
    return .shares(shares)
  }

  private mutating func checkShares(_ shares: [Double], sumTo total: Double, at node: JSONNode) {
    guard (shares.reduce(0, +) - total).magnitude > 1e-6 else { return }
    error("invalid-prior", "the shares of a prior add up to 1", at: node)
  }

  /// An answer of a profile, a test or a default: a value, a list, a range, or null.
  mutating func answer(_ node: JSONNode) -> Answer? {
    switch node.value {
    case .null: return Answer(.null, at: span(node))
    case .bool(let flag): return Answer(.literal(.boolean(flag)), at: span(node))
    case .number(let number): return Answer(.literal(.number(number)), at: span(node))
    case .string(let text): return Answer(.literal(.text(text)), at: span(node))
    case .array(let elements):
      let literals = elements.compactMap { literal($0, of: "an answer") }
      return literals.count == elements.count ? Answer(.list(literals), at: span(node)) : nil
    case .object:
      guard var reader = ObjectReader(node, "range", &self) else { return nil }
      let from = reader.required("from", &self).flatMap { number($0, of: "from") }
      let to = reader.required("to", &self).flatMap { number($0, of: "to") }
      reader.finish(&self)
      guard let from, let to else { return nil }
      guard from <= to else {
        error("empty-range", "a range rises: 'from' must not be above 'to'", at: node)
        return nil
      }
      return Answer(.range(from: from, to: to), at: span(node))
    }
  }
}
