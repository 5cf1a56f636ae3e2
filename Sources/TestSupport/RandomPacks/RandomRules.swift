import LocatedJSON
import RuleModel

extension RandomPackGenerator {
  /// Adds an option to a decision, some with variants.
  mutating func addOption(to place: Int, of pack: inout PackText) {
    let parent = option(in: place, variantOf: nil, &pack, mayGetVariants: dice.chance(0.4))
    guard dice.chance(0.4) else { return }
    for _ in 0..<dice.int(1...3) { _ = option(in: place, variantOf: parent, &pack, mayGetVariants: false) }
  }

  /// Adds one option or variant.
  ///
  /// - Returns: its id.
  mutating func option(
    in place: Int,
    variantOf parent: String?,
    _ pack: inout PackText,
    mayGetVariants: Bool
  ) -> String {
    let id = newID(parent == nil ? "option" : "variant")
    var item: JSONValue = ["id": .string(id), "decision": .string(decisions[place].id)]
    if let parent { item["variantOf"] = .string(parent) }
    if dice.chance(0.4) { item["preference"] = .number(Double(dice.int(1...3))) }
    pack.add(item, to: "options")
    decisions[place].options.append(KnownOption(id: id, parent: parent, mayGetVariants: mayGetVariants))
    return id
  }

  /// A rule with one or several effects on options of a decision; it may depend on earlier decisions.
  mutating func rule(about place: Int, only options: [String]? = nil) -> JSONValue {
    let ids = options ?? decisions[place].options.map(\.id)
    let earlier = Array(decisions[..<place]).filter { !$0.options.isEmpty }
    let id = newID("rule")
    rules.append(id)
    var item: JSONValue = ["id": .string(id), "when": condition(over: facts, earlier, depth: 2)]
    let effect = dice.int(0...9)
    if effect < 7 {
      item["criterion"] = .string(dice.pick(criteria))
      item["rate"] = ratings(of: dice.some(ids, 1...3))
      if dice.chance(0.7) { item["weight"] = .number(Double(dice.int(1...5))) }
    }
    if effect == 7 || dice.chance(0.06) { item["exclude"] = .strings(dice.some(ids, 1...2)) }
    if effect >= 8 || dice.chance(0.1) { item["confirm"] = confirmations(ids, place, &item, isFree: options == nil) }
    if dice.chance(0.1) { item["notes"] = [["text": "note"]] }
    return item
  }

  private mutating func ratings(of options: [String]) -> JSONValue {
    .object(
      options.map { option in
        JSONValue.Member(option, dice.chance(0.08) ? "unknown" : .number(Double(dice.int(-3...3))))
      }
    )
  }

  private mutating func confirmations(
    _ options: [String],
    _ place: Int,
    _ item: inout JSONValue,
    isFree: Bool
  ) -> JSONValue {
    if isFree, dice.chance(0.25) {
      item["decision"] = .string(decisions[place].id)
      return ["*": "everyone?"]
    }
    return .object(dice.some(options, 1...2).map { JSONValue.Member($0, .string("does \($0) do it?")) })
  }

  /// A rule about no decision, which may depend on all of them.
  mutating func ruleWithNotes() -> JSONValue {
    [
      "id": .string(newID("rule")), "when": condition(over: facts, decisions, depth: 1),
      "notes": [["text": "note", "level": "warning"]],
    ]
  }

  /// A rule that is left out, since its pack is not there: it may name what nobody knows.
  mutating func ruleThatNeedsAGhost() -> JSONValue {
    [
      "id": .string(newID("rule")), "needs": ["ghost"], "when": ["ghost.fact": true],
      "criterion": .string(dice.pick(criteria)), "rate": ["ghost.option": 3],
    ]
  }

  /// A pack on top of the base pack: new facts and choices, options and variants, rules about its own and about those of
  /// the base, adjustments.
  mutating func addon(_ number: Int) -> PackText {
    var pack = PackText(id: "addon\(number)", requires: ["base"], optional: ["ghost"] + (number > 0 ? ["addon0"] : []))
    for _ in 0..<dice.int(0...2) { pack.add(fact(), to: "facts") }
    for place in dice.some(facts.indices.filter { [.choice, .choices].contains(facts[$0].kind) }, 1...2) {
      for _ in 0..<dice.int(1...2) {
        let choice = newID("choice")
        pack.add(["fact": .string(facts[place].id), "choices": [["id": .string(choice)]]], to: "extensions")
        facts[place].choices.append(choice)
      }
    }
    let place = dice.int(0...decisions.count - 1)
    addOption(to: place, of: &pack)
    if let open = decisions[place].options.first(where: \.mayGetVariants) {
      _ = option(in: place, variantOf: open.id, &pack, mayGetVariants: false)
    }
    let rulesOfOthers = rules
    for _ in 0..<dice.int(2...6) { pack.add(rule(about: place), to: "rules") }
    pack.add(ruleThatNeedsAGhost(), to: "rules")
    if number > 0, let sibling = optionOfTheFirstAddon {
      var rule = rule(about: sibling.decision, only: [sibling.option])
      rule["needs"] = ["addon0"]
      pack.add(rule, to: "rules")
    }
    if number == 0, let option = decisions[place].options.last?.id { optionOfTheFirstAddon = (place, option) }
    if shape.hasAdjustments {
      for rule in dice.some(rulesOfOthers, 1...3) {
        pack.add(["rule": .string(rule), "disabled": true, "because": .string("\(number)")], to: "adjustments")
      }
      // Two adjustments that disagree are an error, so every pack has a criterion of its own.
      if number < criteria.count, dice.chance(0.5) {
        let weight = JSONValue.number(dice.pick([0, 1, 4]))
        pack.add(["criterion": .string(criteria[number]), "weight": weight], to: "adjustments")
      }
    }
    rules = rulesOfOthers
    return pack
  }
}
