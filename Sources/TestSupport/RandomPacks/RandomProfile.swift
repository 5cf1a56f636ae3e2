package import LocatedJSON
package import RuleCompiler
package import RuleModel

/// Draws profiles that fit a catalogue: answers, ranges, questions asked in vain, weights, decisions, clarifications.
package struct RandomProfile: Sendable {
  package let catalogue: Catalogue
  package var dice: SplitMix64
  /// Share of the facts that are answered; some of the others are `null`, some absent.
  package var answered = 0.6
  /// Share of the answers to numbers that are ranges.
  package var ranges = 0.3

  package init(_ catalogue: Catalogue, seed: UInt64) {
    self.catalogue = catalogue
    dice = SplitMix64(seed: seed)
  }

  /// A whole profile.
  package mutating func profile() -> JSONValue {
    var profile = circumstances()
    profile["answers"] = answers()
    return profile
  }

  /// Everything but the answers.
  package mutating func circumstances() -> JSONValue {
    var profile: JSONValue = [:]
    if dice.chance(0.8) { profile["date"] = "2026-11-20" }
    if dice.chance(0.4) { profile["weights"] = weights() }
    var decided: [JSONValue.Member] = []
    for decision in catalogue.decisions where !decision.options.isEmpty && dice.chance(0.15) {
      decided.append(JSONValue.Member(decision.id, .string(dice.pick(decision.options).id)))
    }
    profile["decided"] = .object(decided)
    profile["clarified"] = .array(clarifications())
    return profile
  }

  /// Weights of some criteria.
  package mutating func weights() -> JSONValue {
    .object(
      dice.some(catalogue.criteria.map(\.id), 1...3).map { id in
        JSONValue.Member(id, .number(dice.pick([0, 0.1, 1, 2.5, 7])))
      }
    )
  }

  /// Answers to some of the facts that are asked.
  package mutating func answers() -> JSONValue {
    var members: [JSONValue.Member] = []
    for fact in catalogue.facts where fact.derivation == nil {
      if dice.chance(answered) {
        members.append(JSONValue.Member(fact.id, answer(fact.fact)))
      } else if dice.chance(0.3) {
        members.append(JSONValue.Member(fact.id, nil))
      }
    }
    return .object(members)
  }

  /// A fitting answer.
  package mutating func answer(_ fact: Fact) -> JSONValue {
    switch fact.kind {
    case .boolean: return .bool(dice.chance(0.5))
    case .choice: return .string(dice.pick(fact.choices).name.id)
    case .choices:
      let chosen = dice.some(fact.choices, 0...3)
      let kept = chosen.count > 1 ? chosen.filter { !$0.isExclusive } : chosen
      return .strings(kept.map(\.name.id))
    case .date: return .string(dice.pick(RandomPackGenerator.dates))
    case .number(let domain):
      let a = number(domain)
      let b = number(domain)
      return dice.chance(ranges) ? ["from": .number(min(a, b)), "to": .number(max(a, b))] : .number(a)
    }
  }

  /// A number of the domain, in small packs one that is often compared with.
  private mutating func number(_ domain: Fact.NumberDomain) -> Double {
    let fitting = RandomPackGenerator.numbers.filter {
      $0 >= domain.minimum ?? -.infinity && $0 <= domain.maximum ?? .infinity
    }
    if let maximum = domain.maximum, maximum > 10, dice.chance(0.8) {
      return Double(dice.int(Int(domain.minimum ?? 0)...Int(maximum)))
    }
    return fitting.isEmpty ? domain.minimum ?? domain.maximum ?? 0 : dice.pick(fitting)
  }

  private mutating func clarifications() -> [JSONValue] {
    var found: [JSONValue] = []
    for rule in catalogue.rules where !rule.confirmations.isEmpty && dice.chance(0.3) {
      let leaf = dice.pick(rule.confirmations).leaf
      let parent = catalogue.option(leaf)?.variantOf?.id
      let option = dice.chance(0.5) ? parent ?? leaf : leaf
      found.append(["rule": .string(rule.id), "option": .string(option), "holds": .bool(dice.chance(0.5))])
    }
    return found
  }
}
