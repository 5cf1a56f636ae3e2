import Engine
import LocatedJSON
import RuleCompiler
import RuleModel

/// What the workshop page knows of packs: texts in one language, and where in the program everything stands. Nothing that
/// is marked as internal, unless the edition shows it; the engine gets everything as numbers.
struct WorkshopData {
  let rules: CompiledRules
  let say: Phrasing
  /// Whether questions that are not shown have names all the same: a profile may answer them.
  var namesHiddenFacts = true

  private var catalogue: Catalogue { rules.catalogue }

  /// - Parameter profile: the profile as it is written; it is what the page saves, changed by what is entered.
  /// - Parameter besides: what one kind of page needs besides.
  func json(profile: String, besides: [(String, JSONValue?)] = []) -> JSONValue {
    .members(
      besides + [
        ("language", .string(say.language.rawValue)),
        ("words", WorkshopWords(language: say.language).json),
        ("profile", .string(profile)),
        ("groups", .array(groups)),
        ("facts", .array(catalogue.facts.map { fact($0) })),
        ("criteria", .array(catalogue.criteria.map { criterion($0) })),
        ("decisions", .array(catalogue.decisions.enumerated().map { decision($1, $0) })),
        ("rules", .array(rulesInOrder.map { rule($0) })),
        ("contradictions", .array(catalogue.contradictions.compactMap { contradiction($0.item) })),
        ("packs", .array(catalogue.packs.map { .string("\($0.id) \($0.manifest.version)") })),
      ]
    )
  }

  private func text(_ text: String?) -> JSONValue? { text.flatMap { $0.isEmpty ? nil : .string($0) } }
  private func number(_ number: Int) -> JSONValue { .number(Double(number)) }

  // MARK: Questions

  private func isShown(_ fact: LinkedFact) -> Bool {
    fact.derivation == nil && say.mayShow(fact.fact.audience) && say.shown(fact.fact.question) != nil
  }

  /// Where every fact stands in the program, by id.
  private var places: [String: Int] {
    Dictionary(catalogue.facts.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  private var groups: [JSONValue] {
    let places = places
    return catalogue.questionnaire.compactMap { group, facts in
      let shown = facts.filter { isShown($0) }.compactMap { places[$0.id] }
      guard !shown.isEmpty else { return nil }
      let title = group.flatMap { say.shown($0.title) } ?? QuestionnaireWords(language: say.language).otherQuestions
      return .members([("title", .string(title)), ("facts", .array(shown.map { number($0) }))])
    }
  }

  private func fact(_ linked: LinkedFact) -> JSONValue {
    let fact = linked.fact
    let isShown = say.mayShow(fact.audience)
    var members: [(String, JSONValue?)] = [
      ("id", isShown || namesHiddenFacts ? .string(fact.id) : nil), ("type", .string(fact.kind.word)),
      ("derived", linked.derivation == nil ? nil : .bool(true)),
      (
        "choices",
        fact.choices.isEmpty || !(isShown || namesHiddenFacts)
          ? nil : .array(fact.choices.map { choice($0, isShown) })
      ),
    ]
    if case .number(let domain) = fact.kind {
      members += [
        ("unit", text(domain.unit)), ("minimum", domain.minimum.map { .number($0) }),
        ("maximum", domain.maximum.map { .number($0) }), ("integer", domain.isInteger ? .bool(true) : nil),
      ]
    }
    guard isShown else { return .members(members) }
    let phrase = ConditionPhrase(catalogue: catalogue, language: say.language, numbers: [:])
    return .members(
      members + [
        ("title", text(say.shown(fact.title))), ("question", text(say.shown(fact.question))),
        ("help", text(say.shown(fact.help))), ("when", text(linked.relevance.flatMap { phrase.sentence($0) })),
        ("assumed", linked.defaultValue.map { .string(say.value($0, of: fact)) }),
      ]
    )
  }

  /// Nil for one whose text the edition withholds.
  private func contradiction(_ item: Contradiction) -> JSONValue? {
    guard let text = say.shown(item.text), let register = rules.contradictionRegisters[item.id] else { return nil }
    let places = places
    let shown = item.facts.compactMap { places[$0.id] }.filter { isShown(catalogue.facts[$0]) }
    return .members([
      ("id", .string(item.id)), ("register", number(register)), ("text", .string(text)),
      ("facts", .array(shown.map { number($0) })),
    ])
  }

  private func choice(_ choice: Fact.Choice, _ isShown: Bool) -> JSONValue {
    .members([
      ("id", .string(choice.name.id)), ("title", isShown ? text(say.shown(choice.title)) : nil),
      ("help", isShown ? text(say.shown(choice.help)) : nil), ("exclusive", choice.isExclusive ? .bool(true) : nil),
    ])
  }

  // MARK: Decisions

  private func criterion(_ criterion: LinkedCriterion) -> JSONValue {
    .members([
      ("id", .string(criterion.id)), ("title", .string(say.criterion(criterion.id))),
      ("weight", .number(criterion.weight)),
    ])
  }

  private func decision(_ decision: LinkedDecision, _ index: Int) -> JSONValue {
    let row = rules.program.decisions[index]
    let leaves = decision.leaves.map { leaf -> JSONValue in
      .members([
        ("id", .string(leaf.id)), ("title", .string(say.option(leaf.id))),
        ("family", number(decision.families.firstIndex(of: leaf.family) ?? 0)),
      ])
    }
    return .members([
      ("id", .string(decision.id)), ("title", .string(say.text(decision.decision.title))),
      ("importance", .number(decision.decision.importance)),
      ("firstLeaf", number(row.leaves.indices.lowerBound)), ("leaves", .array(leaves)),
      (
        "families",
        .array(decision.families.map { .members([("id", .string($0)), ("title", .string(say.option($0)))]) })
      ),
      ("firstSlot", number(row.slots.indices.lowerBound)),
      ("slots", .array(row.slots.indices.map { number(Int(rules.program.slots[$0].criterion)) })),
      ("firstRule", number(row.rules.indices.lowerBound)), ("ruleCount", number(row.rules.indices.count)),
    ])
  }

  /// The rules that belong to a decision, as they stand in the program.
  private var rulesInOrder: [LinkedRule] {
    catalogue.decisions.flatMap { decision in catalogue.rules.filter { $0.decision == decision.id } }
  }

  private func rule(_ linked: LinkedRule) -> JSONValue {
    let rule = linked.rule
    // A rating "unknown" counts nothing, and is no contribution.
    let silent = linked.ratings.compactMap { rating -> Int? in
      if case .unknown = rating.value { return rules.leafRows[rating.leaf] }
      return nil
    }
    return .members([
      ("id", .string(rule.id)), ("register", number(rules.ruleRegisters[rule.id] ?? 0)),
      ("title", .string(say.title(of: rule))), ("reason", .string(say.reason(of: rule))),
      ("unknown", silent.isEmpty ? nil : .array(silent.map { number($0) })),
    ])
  }
}
