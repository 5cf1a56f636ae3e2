package import Engine
package import RuleModel

/// A catalogue together with its flat program and the way from names to indices.
package struct CompiledRules: Sendable {
  package let catalogue: Catalogue
  package let program: Program
  /// Column of every fact.
  package let factColumns: [String: Int]
  /// Register of every rule's condition.
  package let ruleRegisters: [String: Int]
  package let contradictionRegisters: [String: Int]
  /// Registers of the conditions of components, steps and prices; without one, the item always counts.
  package let componentRegisters: [String: Int]
  package let stepRegisters: [String: Int]
  package let priceRegisters: [String: Int]
  /// Row in `Program.rules` of every rule that belongs to a decision.
  package let ruleRows: [String: Int]
  /// Index in `Program.decisions`; the same as in `Catalogue.decisions`.
  package let decisionRows: [String: Int]
  /// Index in `Program.leaves`.
  package let leafRows: [String: Int]
  /// The same without names and texts, with what the engine needs beside the program.
  package internal(set) var book = RuleBook()

  /// Weights per criterion index, the profile's over the packs'.
  package func weights(_ stated: [String: Double]) -> [Double] {
    catalogue.criteria.map { stated[$0.id] ?? $0.weight }
  }

  /// A value in the form of a column.
  package func bits(of value: FactValue, fact: LinkedFact) -> UInt64 {
    columnBits(of: value, choices: fact.fact.choices.map(\.name.id))
  }

  /// The circumstances that a profile sets.
  package func circumstances(of profile: LinkedProfile) -> Circumstances {
    var decided: [Circumstances.Decided] = []
    for decision in catalogue.decisions {
      guard let choice = profile.decided[decision.id]?.option.id else {
        decided.append(.open)
        continue
      }
      if let leaf = decision.leaves.firstIndex(where: { $0.id == choice }) {
        decided.append(.leaf(Int32(leaf)))
      } else {
        decided.append(.family(Int32(decision.families.firstIndex(of: choice) ?? 0)))
      }
    }
    return Circumstances(
      weights: weights(profile.weights),
      decided: decided,
      refuted: refutations(profile.clarified).compactMap { rule, leaf in
        guard let row = ruleRows[rule], let leafRow = leafRows[leaf] else { return nil }
        return Circumstances.Refutation(rule: Int32(row), leaf: Int32(leafRow))
      },
      today: profile.profile.date.map { Double($0.days) }
    )
  }

  /// Rule and leaf of every clarification that did not hold.
  package func refutations(_ clarified: [Profile.Clarification]) -> [(rule: String, leaf: String)] {
    clarified.filter { !$0.holds }.flatMap { clarification -> [(rule: String, leaf: String)] in
      let decision = catalogue.decision(ofOption: clarification.option.id)
      return (decision?.leaves(of: clarification.option.id) ?? []).map { (clarification.rule.id, $0) }
    }
  }

  /// Puts the answers of a profile into a lane of a block.
  ///
  /// - Parameter assumesDefaults: the defaults of the packs stand in for answers that are missing.
  package func fill(
    _ block: inout WorldBlock,
    lane: Int,
    with answers: [String: FactValue],
    assumesDefaults: Bool = true
  ) {
    for fact in catalogue.facts where fact.derivation == nil {
      guard let column = factColumns[fact.id] else { continue }
      guard let value = answers[fact.id] ?? (assumesDefaults ? fact.defaultValue : nil) else {
        block.clear(column, lane: lane)
        continue
      }
      if case .number(let from, let to) = value {
        block.set(column, lane: lane, from: from, to: to)
      } else {
        block.set(column, lane: lane, bits: bits(of: value, fact: fact))
      }
    }
  }

  /// The state of a fact in a lane of an evaluated block.
  package func state(ofFact fact: LinkedFact, in block: WorldBlock, lane: Int) -> FactState {
    guard let column = factColumns[fact.id] else { return .unknown }
    let bit: UInt64 = 1 << UInt64(lane)
    if block.notApplicable[column] & bit != 0 { return .notApplicable }
    guard block.known[column] & bit != 0 else { return .unknown }
    let cell = column * WorldBlock.width + lane
    let bits = block.bits[cell]
    switch fact.fact.kind {
    case .boolean: return .known(.boolean(bits & 2 != 0))
    case .number, .date: return .known(.number(from: block.lower[cell], to: block.upper[cell]))
    case .choice:
      let index = bits.trailingZeroBitCount
      return index < fact.fact.choices.count ? .known(.choice(fact.fact.choices[index].name.id)) : .unknown
    case .choices:
      let chosen = fact.fact.choices.enumerated().filter { bits >> UInt64($0.offset) & 1 == 1 }
      return .known(.choices(Set(chosen.map(\.element.name.id))))
    }
  }
}

/// Booleans, choices and sets as bits: false 1, true 2, a choice by its place.
func columnBits(of value: FactValue, choices: [String]) -> UInt64 {
  func bit(_ id: String) -> UInt64 {
    choices.firstIndex(of: id).map { 1 << UInt64($0) } ?? 0
  }
  switch value {
  case .boolean(let flag): return flag ? 2 : 1
  case .choice(let id): return bit(id)
  case .choices(let ids): return ids.reduce(0) { $0 | bit($1) }
  case .number: return 0
  }
}
