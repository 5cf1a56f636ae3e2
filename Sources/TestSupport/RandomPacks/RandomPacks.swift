package import LocatedJSON
import RuleModel

/// What random packs may hold.
package struct RandomPackShape: Sendable {
  package var facts = 8...14
  package var decisions = 1...3
  package var rulesPerDecision = 4...10
  /// Packs beside the base pack.
  package var addons = 0...2
  package var hasDefaults = true
  package var hasAdjustments = true

  package init() {}
}

/// Packs without a mistake, drawn from a seed: facts of all kinds, derived in every form, relevant under conditions,
/// assumed by default; decisions that depend on one another; options with variants and preferences; rules with every
/// effect; packs that extend, adjust and need one another. All of it as JSON, so that tests read it as people write it.
package struct RandomPacks: Sendable {
  /// The base pack first.
  package var packs: [PackText]

  package init(seed: UInt64, _ shape: RandomPackShape = RandomPackShape()) {
    var generator = RandomPackGenerator(seed: seed, shape)
    packs = generator.packs()
  }

  /// The pack with the shared vocabulary.
  package var base: PackText {
    get { packs[0] }
    set { packs[0] = newValue }
  }

  /// Changes every item under a key in all packs.
  package mutating func replace(_ key: String, _ change: (JSONValue) throws -> [JSONValue]) rethrows {
    for place in packs.indices { try packs[place].replace(key, change) }
  }
}

/// The dice of `RandomPacks` and what has been made so far.
struct RandomPackGenerator {
  struct KnownFact {
    let id: String
    let kind: SubjectKind
    var choices: [String]
    let isDerived: Bool
  }

  struct KnownOption {
    let id: String
    let parent: String?
    /// A later pack may add variants; then it is no leaf any more, and no condition may take it for one.
    let mayGetVariants: Bool
  }

  struct KnownDecision {
    let id: String
    var options: [KnownOption]
  }

  var dice: SplitMix64
  let shape: RandomPackShape
  var facts: [KnownFact] = []
  var criteria: [String] = []
  /// A decision may depend on those before it.
  var decisions: [KnownDecision] = []
  var rules: [String] = []
  /// What a rule of another addon may name if it says that it needs the first one.
  var optionOfTheFirstAddon: (decision: Int, option: String)?
  private var count = 0

  init(seed: UInt64, _ shape: RandomPackShape) {
    dice = SplitMix64(seed: seed)
    self.shape = shape
  }

  /// A new id whose place among the others says nothing about when it was made.
  mutating func newID(_ kind: String) -> String {
    count += 1
    let letter = dice.pick(["a", "f", "K", "q", "x", "Z"])
    return "\(letter)\(kind)\(count)"
  }

  mutating func packs() -> [PackText] {
    var base = PackText(id: "base", requires: [], optional: ["ghost"])
    for _ in 0..<dice.int(shape.facts) { base.add(fact(), to: "facts") }
    for _ in 0..<dice.int(2...4) { base.add(criterion(), to: "criteria") }
    for place in 0..<dice.int(shape.decisions) {
      base.add(decision(), to: "decisions")
      for _ in 0..<dice.int(2...4) { addOption(to: place, of: &base) }
      for _ in 0..<dice.int(shape.rulesPerDecision) { base.add(rule(about: place), to: "rules") }
    }
    for _ in 0..<2 { base.add(ruleWithNotes(), to: "rules") }
    base.add(ruleThatNeedsAGhost(), to: "rules")
    addRest(to: &base)
    // What a pack adds is not visible to its siblings.
    let (baseFacts, baseDecisions) = (facts, decisions)
    var packs = [base]
    for number in 0..<dice.int(shape.addons) {
      packs.append(addon(number))
      (facts, decisions) = (baseFacts, baseDecisions)
    }
    return packs
  }

  private mutating func criterion() -> JSONValue {
    let id = newID("criterion")
    criteria.append(id)
    var item: JSONValue = ["id": .string(id)]
    if dice.chance(0.8) { item["weight"] = .number(dice.pick([0, 0.5, 1, 2, 10, 33.3])) }
    if dice.chance(0.6) { item["scale"] = .number(dice.pick([1, 7, 12, 24])) }
    return item
  }

  private mutating func decision() -> JSONValue {
    let id = newID("decision")
    var item: JSONValue = ["id": .string(id), "importance": .number(Double(dice.int(1...5)))]
    if dice.chance(0.4) { item["when"] = condition(over: facts, decisions, depth: 1) }
    decisions.append(KnownDecision(id: id, options: []))
    return item
  }

  /// Components, steps, prices and contradictions: their conditions see all facts and all decisions.
  private mutating func addRest(to pack: inout PackText) {
    for _ in 0..<2 {
      pack.add(
        ["id": .string(newID("component")), "when": condition(over: facts, decisions, depth: 1)],
        to: "components"
      )
      pack.add(["id": .string(newID("step")), "when": condition(over: facts, decisions, depth: 1)], to: "steps")
      pack.add(
        ["id": .string(newID("price")), "when": condition(over: facts, decisions, depth: 1), "quantity": 2],
        to: "prices"
      )
      pack.add(
        ["id": .string(newID("contradiction")), "when": condition(over: facts, decisions, depth: 1)],
        to: "contradictions"
      )
    }
  }
}
