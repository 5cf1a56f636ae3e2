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
      log.error(
        "reserved-id",
        "\(quoted(name.id)) means something else in conditions",
        at: name.span,
        help: "choose another id: 'all', 'any', 'not' and what begins with 'decision.' are taken"
      )
    }
    let kindWord: KindWord? = reader.required("type").flatMap { word($0, of: "type") }
    let title = reader.optionalText("title", &self)
    let derivation = reader.optional("derive").flatMap { self.derivation($0, of: kindWord) }
    let isDerived = reader.optional("derive") != nil
    let question =
      isDerived ? reader.optionalText("question", &self) : reader.text("question", &self)
    let choicesNode =
      kindWord == .choice || kindWord == .choices
      ? reader.required("choices") : reader.optional("choices")
    let ordered = reader.flag("ordered", &self) ?? false
    let domain = Fact.NumberDomain(
      unit: reader.words("unit", &self),
      minimum: reader.number("minimum", &self),
      maximum: reader.number("maximum", &self),
      isInteger: reader.flag("integer", &self) ?? false
    )
    if let minimum = domain.minimum, let maximum = domain.maximum, minimum > maximum {
      log.error(
        "empty-range",
        "minimum must not be above maximum, which is \(plain(maximum))",
        at: span(reader.optional("minimum")?.range ?? node.range),
        help: "exchange the two"
      )
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
      isCoarse: reader.flag("coarse", &self) ?? false,
      relevantWhen: reader.condition("relevantWhen", &self),
      defaultAnswer: reader.optional("default").flatMap { answer($0) },
      prior: reader.optional("prior").flatMap { prior($0, of: kindWord) },
      priorBecause: reader.optionalText("priorBecause", &self),
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
    if elements.isEmpty {
      error("empty-list", "choices must list at least one choice", at: node, help: "write { \"id\": \"…\" }")
    }
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
          help: "remove one of them, or give it another id",
          related: [Diagnostic.Related("first defined here", at: first.name.span)]
        )
        continue
      }
      found.append(choice)
    }
    return found
  }

  /// - Parameter kind: the type of the fact; nil if that could not be read.
  private mutating func derivation(_ node: JSONNode, of kind: KindWord?) -> Derivation? {
    guard case .object(let members) = node.value else {
      wrongType(node, expected: "an object", of: "derive")
      return nil
    }
    let keys = members.map(\.key)
    if keys.contains("cases") {
      guard var reader = ObjectReader(node, "derivation", &self) else { return nil }
      let list = reader.optional("cases")
      let nodes = list.flatMap { elements($0, of: "cases") } ?? []
      if let list, case .array(let nodes) = list.value, nodes.isEmpty {
        error("empty-list", "cases must list at least one case", at: list, help: "write { \"when\": …, \"value\": … }")
      }
      let cases = nodes.compactMap { derivedCase($0) }
      let otherwise = reader.required("otherwise").flatMap { literal($0, of: "otherwise") }
      reader.finish(&self)
      guard let otherwise, cases.count == nodes.count, !cases.isEmpty else { return nil }
      return .cases(cases, otherwise: otherwise)
    }
    if keys.contains("when") {
      guard var reader = ObjectReader(node, "derivation", &self) else { return nil }
      let condition = reader.condition("when", &self)
      reader.finish(&self)
      guard fits(kind, .boolean, "a condition", members) else { return nil }
      return condition.map { .condition($0) }
    }
    guard fits(kind, .number, "a formula", members) else { return nil }
    return expression(node).map { .expression($0) }
  }

  private mutating func fits(_ kind: KindWord?, _ wanted: KindWord, _ what: String, _ members: [JSONMember]) -> Bool {
    guard let kind, kind != wanted, let key = members.first?.keyRange else { return true }
    log.error(
      "wrong-kind",
      "\(what) gives a \(wanted.rawValue), and this fact is of type \(kind.rawValue)",
      at: span(key),
      help: "change the type to \"\(wanted.rawValue)\", or write 'cases' and 'otherwise'"
    )
    return false
  }

  private mutating func derivedCase(_ node: JSONNode) -> Derivation.Case? {
    guard var reader = ObjectReader(node, "case", &self) else { return nil }
    let condition = reader.required("when").flatMap { self.condition($0) }
    let value = reader.required("value").flatMap { literal($0, of: "value") }
    reader.finish(&self)
    guard let condition, let value else { return nil }
    return Derivation.Case(condition: condition, value: value)
  }

  /// - Parameter kind: the type of the fact; nil if that could not be read.
  private mutating func prior(_ node: JSONNode, of kind: KindWord?) -> Prior? {
    let isList = if case .array = node.value { true } else { false }
    if let kind, isList != (kind == .number || kind == .date) {
      error(
        "wrong-kind",
        "this prior does not fit a fact of type \(kind.rawValue)",
        at: node,
        help: isList
          ? "write an object of choices and shares, for example { \"postgresql\": 0.4 }"
          : "write a list of cells, for example [ { \"below\": 10, \"share\": 0.7 }, { \"share\": 0.3 } ]"
      )
      return nil
    }
    if case .array(let elements) = node.value {
      let cells = elements.compactMap { cell($0) }
      guard cells.count == elements.count else { return nil }
      for (last, cell) in zip(cells, cells.dropFirst()) {
        let isRising = (last.below ?? .infinity) < (cell.below ?? .infinity)
        guard !isRising else { continue }
        log.error(
          "invalid-prior",
          last.below == nil
            ? "only the last cell of a prior may be without 'below'" : "the cells of a prior stand in rising order",
          at: span(last.below == nil ? last.node.range : cell.place),
          help: last.below == nil ? "add \"below\": … here" : "sort the cells by 'below'"
        )
        return nil
      }
      checkShares(cells.map(\.share), at: node)
      return .cells(cells.map { ($0.below, $0.share) })
    }
    guard let reader = ObjectReader(node, "prior", &self) else { return nil }
    var shares: [(name: Name, share: Double)] = []
    for member in reader.entries {
      guard let share = number(member.value, of: "share", atLeast: 0, atMost: 1) else { continue }
      shares.append((Name(member.key, at: span(member.keyRange)), share))
    }
    // Of yes and no one says the other; each of several choices is drawn for itself.
    let isWhole = kind == .choice || kind == .boolean && shares.count > 1
    if isWhole, shares.count == reader.entries.count { checkShares(shares.map(\.share), at: node) }
    return .shares(shares)
  }

  private mutating func cell(
    _ node: JSONNode
  ) -> (below: Double?, share: Double, place: Range<Int>, node: JSONNode)? {
    guard var reader = ObjectReader(node, "cell of a prior", &self) else { return nil }
    let before = log.errorCount
    let below = reader.number("below", &self)
    let share = reader.required("share").flatMap { number($0, of: "share", atLeast: 0, atMost: 1) }
    let place = reader.optional("below")?.range ?? node.range
    reader.finish(&self)
    guard log.errorCount == before else { return nil }
    return share.map { (below, $0, place, node) }
  }

  private mutating func checkShares(_ shares: [Double], at node: JSONNode) {
    let sum = shares.reduce(0, +)
    guard (sum - 1).magnitude > 1e-6 else { return }
    let shown = (sum * 1_000_000).rounded() / 1_000_000
    error("invalid-prior", "the shares of a prior add up to 1, not to \(plain(shown))", at: node)
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
      let from = reader.required("from").flatMap { number($0, of: "from") }
      let to = reader.required("to").flatMap { number($0, of: "to") }
      reader.finish(&self)
      guard let from, let to else { return nil }
      guard from <= to else {
        error("empty-range", "a range rises: 'from' must not be above 'to'", at: node, help: "exchange the two")
        return nil
      }
      return Answer(.range(from: from, to: to), at: span(node))
    }
  }
}
