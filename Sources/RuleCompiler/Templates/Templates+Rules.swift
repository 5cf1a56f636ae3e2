import Diagnostics
import LocatedJSON
import RuleModel

extension Templates {
  /// A rule that rates one option, with a source to look up.
  package func rule(_ id: String) throws(TemplateProblem) -> Scaffold {
    try checkFree(id, "rule", catalogue.rule(id)?.rule.name)
    let options = catalogue.decisions.flatMap(\.options).filter { visible.contains($0.header.pack) }
    guard !options.isEmpty else { throw .nothing(kind: "option") }
    let option: Option
    if let wish = wishes.option {
      let id = try pick(wish, "option", options.map(\.id))
      option = options.first { $0.id == id } ?? options[0]
    } else {
      // Its own first, since a pack speaks of its own options; an option rather than a variant.
      let ranked = options.sorted { a, b in
        let (x, y) = (rank(a), rank(b))
        return x == y ? idPrecedes(a.id, b.id) : x < y
      }
      option = ranked[0]
    }
    guard let condition = try condition(notUsedFor: RatedOption(option)) else { throw .nothing(kind: "question") }
    guard let criterion = try criterion() else { throw .nothing(kind: "criterion") }
    let source = try self.source()
    return Scaffold(
      [
        (
          "rules",
          rule(id, about: RatedOption(option), when: condition, under: criterion, wishes.rating, source.id)
        )
      ]
        + source.items
    )
  }

  private func rank(_ option: Option) -> Int {
    (option.header.pack == pack ? 0 : 2) + (option.variantOf == nil ? 0 : 1)
  }

  /// A new option or variant, with a first reason for it, so that it can be recommended at all.
  package func option(_ id: String) throws(TemplateProblem) -> Scaffold {
    try checkFree(id, "option", catalogue.option(id)?.name)
    let decisions = catalogue.decisions.filter { visible.contains($0.decision.header.pack) }
    var parent: Option?
    if let wish = wishes.variantOf {
      let families = decisions.flatMap { decision in decision.options.filter { $0.variantOf == nil } }
      let id = try pick(wish, "option", families.map(\.id))
      parent = families.first { $0.id == id }
    }
    guard let first = decisions.first else { throw .nothing(kind: "decision") }
    let decision: LinkedDecision
    if let wish = wishes.decision ?? parent?.decision.id {
      let id = try pick(wish, "decision", decisions.map(\.id))
      decision = decisions.first { $0.id == id } ?? first
    } else {
      decision = first
    }
    let title = Self.spelledOut(id)
    let last = decision.options.compactMap(\.preference).max() ?? 0
    var members: [JSONText.Member] = [.init("id", .string(id))]
    if let parent { members.append(.init("variantOf", .string(parent.id))) }
    members += [
      .init("decision", .string(decision.id)),
      .init("title", Self.text(en: title, de: title)),
      .init(
        "summary",
        Self.text(
          en: "Replace this by two or three sentences on what it is and for whom.",
          de: "Hier in zwei, drei Sätzen schreiben, was es ist und für wen."
        )
      ),
      .init("preference", .scalar(plain(last.rounded(.down) + 1))),
    ]
    let option = RatedOption(id: id, decision: decision.id, parent: parent?.id, en: title, de: title)
    var items: [(section: String, item: JSONText)] = [("options", .object(members))]
    let reason = "\(id)-first-reason"
    if let condition = try condition(notUsedFor: option), let criterion = try criterion(), catalogue.rule(reason) == nil
    {
      let source = try self.source()
      items.append(("rules", rule(reason, about: option, when: condition, under: criterion, 2, source.id)))
      items += source.items
    }
    return Scaffold(items)
  }

  private func rule(
    _ id: String,
    about option: RatedOption,
    when condition: JSONText,
    under criterion: String,
    _ rating: Int,
    _ source: String
  ) -> JSONText {
    // A strong word about an option says what holds for the others, as far as the pack may name them.
    let others = rating.magnitude == 3 ? catalogue.decision(option.decision)?.options ?? [] : []
    let rated = others.filter { other in
      other.variantOf == nil && other.id != option.id && other.id != option.parent
        && visible.contains(other.header.pack)
    }.map(\.id)
    return .object([
      .init("id", .string(id)),
      .init("title", Self.text(en: "Say the reason in a few words", de: "Den Grund in wenigen Worten nennen")),
      .init("when", condition),
      .init("criterion", .string(criterion)),
      .init("weight", .scalar("\(wishes.weight ?? 2)")),
      .init(
        "rate",
        .object([.init(option.id, .scalar("\(rating)"))] + rated.map { .init($0, .scalar("0")) })
      ),
      .init(
        "because",
        Self.text(
          en:
            "Replace this by the reason that the customer reads: what is needed, and how well \(option.en) serves it.",
          de: "Hier den Grund schreiben, den der Kunde liest: was gebraucht wird und wie gut \(option.de) dazu passt."
        )
      ),
      .init("sources", .array([.string(source)])),
    ])
  }

  // MARK: Parts of rules

  /// The source wished for; without a wish the one that nobody has verified, which all templates of a pack share until the
  /// rules name their own. It is never marked as reviewed, since nobody can have read it.
  private func source() throws(TemplateProblem) -> (id: String, items: [(section: String, item: JSONText)]) {
    if let wish = wishes.source {
      return (try pick(wish, "source", catalogue.sources.filter { visible.contains($0.header.pack) }.map(\.id)), [])
    }
    let shared = "\(pack)-source-to-replace"
    if catalogue.source(shared) != nil { return (shared, []) }
    let members: [JSONText.Member] = [
      .init("id", .string(shared)),
      .init("url", .string("https://example.com/replace-by-the-address")),
      .init(
        "title",
        Self.text(en: "Replace this by who says so, and where", de: "Hier schreiben, wer das sagt und wo")
      ),
      .init("status", .string("unverified")),
    ]
    return (shared, [("sources", .object(members))])
  }

  private func criterion() throws(TemplateProblem) -> String? {
    let criteria = catalogue.criteria.filter { visible.contains($0.criterion.header.pack) }
    if let wish = wishes.criterion { return try pick(wish, "criterion", criteria.map(\.id)) }
    return criteria.filter { $0.weight > 0 }.min { a, b in
      let (x, y) = (a.criterion.order ?? .infinity, b.criterion.order ?? .infinity)
      return x == y ? idPrecedes(a.id, b.id) : x < y
    }?.id
  }

  /// The condition wished for, else one on a question that no rule about the option asks yet; nil without any question.
  private func condition(notUsedFor option: RatedOption) throws(TemplateProblem) -> JSONText? {
    let facts = catalogue.questionnaire.flatMap(\.facts).filter { visible.contains($0.fact.header.pack) }
    if let wish = wishes.when {
      let parts = wish.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let known = catalogue.facts.filter { visible.contains($0.fact.header.pack) }
      let id = try pick(parts[0], "fact", known.map(\.id))
      guard let fact = known.first(where: { $0.id == id }) else { return nil }
      return .object([.init(id, try value(parts.count > 1 ? parts[1] : nil, of: fact.fact))])
    }
    let family = option.parent ?? option.id
    let relatives = Set(
      catalogue.decision(option.decision)?.options.filter { $0.variantOf?.id == family }.map(\.id) ?? []
    )
    .union([family])
    let used = Set(
      catalogue.rules.filter { rule in rule.rule.ratings.contains { relatives.contains($0.option.id) } }
        .flatMap { $0.condition.factNames }
    )
    let simple = facts.filter { $0.fact.kind == .boolean || $0.fact.isChoice }
    let fact = (simple + facts).first { !used.contains($0.id) } ?? simple.first ?? facts.first
    guard let fact else { return nil }
    return .object([.init(fact.id, try value(nil, of: fact.fact))])
  }

  /// What a fact is compared with: the value wished for, or one that can be and need not be.
  private func value(_ wish: String?, of fact: Fact) throws(TemplateProblem) -> JSONText {
    switch fact.kind {
    case .boolean: return .scalar(try pick(wish ?? "true", "value", ["true", "false"]))
    case .choice:
      return .string(try pick(wish ?? fact.choices.first?.name.id ?? "", "choice", fact.choices.map(\.name.id)))
    case .choices:
      let id = try pick(wish ?? fact.choices.last?.name.id ?? "", "choice", fact.choices.map(\.name.id))
      return .object([.init("includes", .string(id))])
    case .date:
      let day = wish ?? "2027-01-01"
      guard CalendarDate(day) != nil else { throw .unknown(kind: "day", day, known: ["2027-01-01"]) }
      return .object([.init("atLeast", .string(day))])
    case .number(let domain):
      if let wish, Double(wish)?.isFinite != true { throw .unknown(kind: "number", wish, known: []) }
      let middle = domain.minimum.flatMap { low in domain.maximum.map { (low + $0) / 2 } }
      let number = wish.flatMap(Double.init) ?? middle ?? domain.maximum ?? (domain.minimum ?? 0) + 1
      return .object([.init("atLeast", JSONText(.number(number)))])
    }
  }
}

/// What a template of a rule must know of the option it rates.
private struct RatedOption {
  let id: String
  let decision: String
  let parent: String?
  let en: String
  let de: String

  init(id: String, decision: String, parent: String?, en: String, de: String) {
    self.id = id
    self.decision = decision
    self.parent = parent
    self.en = en
    self.de = de
  }

  init(_ option: Option) {
    let title = option.title
    self.init(
      id: option.id,
      decision: option.decision.id,
      parent: option.variantOf?.id,
      en: title.text(in: .en),
      de: title.text(in: .de)
    )
  }
}
