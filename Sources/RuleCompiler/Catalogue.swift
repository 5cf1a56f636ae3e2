package import RuleModel

/// All loaded packs linked into one: every name resolved, every kind checked, everything in one documented order.
///
/// Items stand by id (bytes), decisions in the order in which they are decided. Skipped and disabled items are not
/// among them, but listed apart.
package struct Catalogue: Sendable {
  /// By id.
  package internal(set) var packs: [RulePack] = []
  package internal(set) var groups: [FactGroup] = []
  package internal(set) var facts: [LinkedFact] = []
  package internal(set) var criteria: [LinkedCriterion] = []
  /// In the order in which they are decided.
  package internal(set) var decisions: [LinkedDecision] = []
  package internal(set) var sources: [Source] = []
  package internal(set) var rules: [LinkedRule] = []
  package internal(set) var contradictions: [Linked<Contradiction>] = []
  package internal(set) var components: [Linked<Component>] = []
  package internal(set) var steps: [Linked<Step>] = []
  /// In an order in which a price comes after those it takes a share of.
  package internal(set) var prices: [Linked<Price>] = []
  package internal(set) var renamings: [Renaming] = []
  package internal(set) var tests: [PackTest] = []
  /// Items left out because an optional pack is not loaded.
  package internal(set) var skipped: [SkippedItem] = []
  /// Rules switched off by an adjustment, with the reason.
  package internal(set) var disabled: [DisabledRule] = []
  /// Adjustments in force, for reports.
  package internal(set) var adjustments: [Adjustment] = []
  /// Fact ids in an order in which each comes after those it is computed from.
  package internal(set) var factOrder: [String] = []

  var factIndex: [String: Int] = [:]
  var criterionIndex: [String: Int] = [:]
  var decisionIndex: [String: Int] = [:]
  var ruleIndex: [String: Int] = [:]
  var optionDecision: [String: String] = [:]
  var sourceIndex: [String: Int] = [:]
  var stepIndex: [String: Int] = [:]
  var componentIndex: [String: Int] = [:]
  var groupIndex: [String: Int] = [:]

  package init() {}

  package func fact(_ id: String) -> LinkedFact? { factIndex[id].map { facts[$0] } }
  package func criterion(_ id: String) -> LinkedCriterion? { criterionIndex[id].map { criteria[$0] } }
  package func decision(_ id: String) -> LinkedDecision? { decisionIndex[id].map { decisions[$0] } }
  package func rule(_ id: String) -> LinkedRule? { ruleIndex[id].map { rules[$0] } }
  package func source(_ id: String) -> Source? { sourceIndex[id].map { sources[$0] } }
  package func step(_ id: String) -> Linked<Step>? { stepIndex[id].map { steps[$0] } }
  package func component(_ id: String) -> Linked<Component>? { componentIndex[id].map { components[$0] } }
  package func group(_ id: String) -> FactGroup? { groupIndex[id].map { groups[$0] } }

  /// The decision that an option or variant belongs to.
  package func decision(ofOption id: String) -> LinkedDecision? { optionDecision[id].flatMap { decision($0) } }

  /// An option or variant by id.
  package func option(_ id: String) -> Option? {
    decision(ofOption: id)?.options.first { $0.id == id }
  }

  /// Facts as people are asked for them: by group, then `order`, then id; derived ones left out.
  package var questionnaire: [(group: FactGroup?, facts: [LinkedFact])] {
    let asked = facts.filter { $0.derivation == nil }
    func rank(_ fact: LinkedFact) -> (Double, String) { (fact.fact.order ?? .infinity, fact.id) }
    func precedes(_ a: LinkedFact, _ b: LinkedFact) -> Bool {
      let (x, y) = (rank(a), rank(b))
      return x.0 == y.0 ? idPrecedes(x.1, y.1) : x.0 < y.0
    }
    let sortedGroups = groups.sorted { a, b in
      let (x, y) = (a.order ?? .infinity, b.order ?? .infinity)
      return x == y ? idPrecedes(a.id, b.id) : x < y
    }
    var result: [(group: FactGroup?, facts: [LinkedFact])] = sortedGroups.map { group in
      (group, asked.filter { $0.fact.group?.id == group.id }.sorted(by: precedes))
    }
    let others = asked.filter { fact in
      guard let group = fact.fact.group else { return true }
      return groupIndex[group.id] == nil
    }
    result.append((nil, others.sorted(by: precedes)))
    return result.filter { !$0.facts.isEmpty }
  }
}

/// An item with its condition, resolved.
package struct Linked<Item: Sendable>: Sendable {
  package let item: Item
  package let condition: LinkedCondition?
}

package struct LinkedFact: Sendable {
  package internal(set) var fact: Fact
  package internal(set) var relevance: LinkedCondition?
  package internal(set) var derivation: LinkedDerivation?
  package internal(set) var defaultValue: FactValue?

  package var id: String { fact.id }

  /// What comparisons may ask of it.
  package var subjectKind: SubjectKind {
    switch fact.kind {
    case .boolean: .boolean
    case .choice(let ordered): ordered ? .orderedChoice : .choice
    case .choices: .choices
    case .number: .number
    case .date: .date
    }
  }

  /// The choices in order, where the choice is ordered.
  package var choiceOrder: ChoiceOrder {
    subjectKind == .orderedChoice ? fact.choices.map(\.name.id) : []
  }
}

/// How a derived fact follows from others, resolved.
package enum LinkedDerivation: Sendable {
  case expression(Expression)
  case cases([(condition: LinkedCondition, value: FactValue)], otherwise: FactValue)
  case condition(LinkedCondition)
}

package struct LinkedCriterion: Sendable {
  package let criterion: Criterion
  /// The default weight after adjustments.
  package let weight: Double

  package var id: String { criterion.id }
}

package struct LinkedDecision: Sendable {
  package let decision: Decision
  package let condition: LinkedCondition?
  /// All options and variants, by id.
  package let options: [Option]
  /// Ids of the options without parent, by id.
  package let families: [String]
  /// Ids of what is scored and ranked, by id.
  package let leaves: [Leaf]
  /// Ids of the criteria under which some loaded rule can rate options of the decision, by id.
  package let criteria: [String]
  /// Ids of the decisions it depends on.
  package let dependencies: [String]

  package var id: String { decision.id }

  package struct Leaf: Sendable {
    package let id: String
    /// Id of its option; its own where it has no parent.
    package let family: String
    /// Place in the order that breaks ties.
    package let tieOrder: Int
  }

  package func option(_ id: String) -> Option? { options.first { $0.id == id } }

  /// The leaves that an option stands for: its variants, or itself.
  package func leaves(of option: String) -> [String] {
    leaves.filter { $0.id == option || $0.family == option }.map(\.id)
  }
}

/// A rule with its names resolved. A class: handing it on copies one reference.
package final class LinkedRule: Sendable {
  package let rule: Rule
  package let condition: LinkedCondition
  /// The decision whose options the rule rates, excludes or asks to confirm; nil for a rule with notes only.
  package let decision: String?
  /// Ratings resolved to leaves, by leaf id; a rating for a variant replaces the one for its parent.
  package let ratings: [(leaf: String, value: Rule.Rating.Value)]
  /// Leaves excluded, by id.
  package let excludedLeaves: [String]
  /// Questions to confirm per leaf, by leaf id. A rating "unknown" asks, too, with nil as its text.
  package let confirmations: [(leaf: String, text: LocalizedText?)]

  init(
    rule: Rule,
    condition: LinkedCondition,
    decision: String?,
    ratings: [(leaf: String, value: Rule.Rating.Value)],
    excludedLeaves: [String],
    confirmations: [(leaf: String, text: LocalizedText?)]
  ) {
    self.rule = rule
    self.condition = condition
    self.decision = decision
    self.ratings = ratings
    self.excludedLeaves = excludedLeaves
    self.confirmations = confirmations
  }

  package var id: String { rule.id }
}

package struct SkippedItem: Sendable {
  /// "rule", "step" …
  package let kind: String
  package let id: String
  package let pack: String
  /// The optional packs that are not loaded.
  package let missing: [String]
}

package struct DisabledRule: Sendable {
  package let rule: Rule
  package let adjustment: Adjustment
}

extension Catalogue {
  /// Drops the tests that do not fit.
  package mutating func keepTests(where isKept: (PackTest) -> Bool) { tests.removeAll { !isKept($0) } }
}
