package import RuleCompiler
package import RuleModel

/// What the rules say about one profile: every truth, score, exclusion and open point, by name.
///
/// A total function of profile and rules: it cannot hold an unknown option or fact.
package struct Assessment: Sendable {
  package let rules: CompiledRules
  package let profile: LinkedProfile
  /// The day the assessment speaks of: `--date`, else the profile's date, else SOURCE_DATE_EPOCH; nil if none was given.
  package let date: CalendarDate?
  /// By id.
  package internal(set) var facts: [AssessedFact] = []
  /// By rule id.
  package internal(set) var ruleTruths: [String: Truth] = [:]
  /// In the order in which they are decided.
  package internal(set) var decisions: [AssessedDecision] = []
  /// Contradictions that hold, by id.
  package internal(set) var contradictions: [Contradiction] = []
  /// Truth of the conditions of components, steps and prices, by id; without a condition: true.
  package internal(set) var componentTruths: [String: Truth] = [:]
  package internal(set) var stepTruths: [String: Truth] = [:]
  package internal(set) var priceTruths: [String: Truth] = [:]
  /// How firm it is, and what to ask next; nil until that has been measured.
  package internal(set) var robustness: Robustness?

  /// What open answers can still do, and what other answers would; by decision id. Empty until `examined`.
  package internal(set) var settlements: [String: Settlement] = [:]
  package internal(set) var changes: [String: DecisionChanges] = [:]
  /// How excluded leaves could be allowed, by leaf id; empty until `examined`.
  package internal(set) var relaxations: [String: OptionRelaxation] = [:]

  package var catalogue: Catalogue { rules.catalogue }

  package func fact(_ id: String) -> AssessedFact? {
    catalogue.facts.firstIndex { $0.id == id }.map { facts[$0] }
  }

  package func decision(_ id: String) -> AssessedDecision? { decisions.first { $0.id == id } }

  package func truth(ofRule id: String) -> Truth { ruleTruths[id] ?? .unknown }

  /// Ids of everything that is recommended or decided: options and leaves of the decisions that apply.
  package var chosenOptions: Set<String> {
    var chosen: Set<String> = []
    for decision in decisions where decision.applicable != .no {
      if let option = decision.recommended { chosen.insert(option) }
      if let leaf = decision.variant { chosen.insert(leaf) }
    }
    return chosen
  }

  /// Number of facts in each state that people count: answered, unknown, not applicable. Derived facts are not counted.
  package var counts: (answered: Int, unknown: Int, notApplicable: Int) {
    var counts = (answered: 0, unknown: 0, notApplicable: 0)
    for fact in facts where fact.fact.derivation == nil {
      switch fact.origin {
      case .answered: counts.answered += 1
      case .notApplicable: counts.notApplicable += 1
      case .assumed, .unknown, .derived: counts.unknown += 1
      }
    }
    return counts
  }

  /// Whether every relevant question is answered. One whose relevance stays open, because an answer is a range, must be
  /// answered too.
  package var isComplete: Bool {
    facts.allSatisfy { fact in
      fact.fact.derivation != nil || fact.origin == .notApplicable || profile.answers[fact.id] != nil
    }
  }
}

/// A fact with its value and where that comes from.
package struct AssessedFact: Sendable {
  package enum Origin: String, Sendable {
    case answered
    /// The default of the pack stands in for an answer.
    case assumed
    case derived
    case unknown
    case notApplicable
  }

  package let fact: LinkedFact
  package let origin: Origin
  package let state: FactState
  /// Asked, and the answer was "not known".
  package let isAskedUnknown: Bool

  package var id: String { fact.id }
}

/// A decision with its ranking and its outcome.
package struct AssessedDecision: Sendable {
  package enum DecidedBy: String, Sendable {
    case score
    case profile
    case none
  }

  package enum Gap: String, Sendable {
    /// No rule that is true rates or excludes an option.
    case notEnoughFacts
    /// Every leaf is excluded.
    case noSolution
  }

  package let decision: LinkedDecision
  /// Unknown: decided all the same, and marked.
  package let applicable: Truth
  /// The option that stands (without variant), and its leaf.
  package let recommended: String?
  package let variant: String?
  package let decidedBy: DecidedBy
  package let recommendedByScore: String?
  package let variantByScore: String?
  package let reason: Gap?
  /// The best leaf without open confirmations, where that is another one.
  package let recommendedWithoutConfirmation: String?
  /// The best leaf of another family has the same score.
  package let tie: Bool
  /// Another leaf of the same family has the same score.
  package let variantTie: Bool
  /// The lead over the best leaf of another family is under 1 point.
  package let close: Bool
  /// Something about the recommended leaf is to be confirmed.
  package let conditional: Bool
  /// From 0 to 1.
  package let evidence: Double
  /// Leaves in rank order, excluded ones last.
  package let leaves: [AssessedLeaf]
  /// Criteria that count, by id, with the weight in force and its share of all weight of the decision.
  package let criteria: [(id: String, weight: Double, share: Double)]

  package var id: String { decision.id }

  package func leaf(_ id: String) -> AssessedLeaf? { leaves.first { $0.id == id } }

  /// The leaf that stands.
  package var chosenLeaf: AssessedLeaf? { variant.flatMap { leaf($0) } }

  /// Evidence under a quarter: the basis is thin.
  package var isThin: Bool { recommended != nil && evidence < 0.25 }

  /// The best leaf of another family than the chosen one, excluded ones aside.
  package var runnerUp: AssessedLeaf? {
    guard let chosen = chosenLeaf else { return nil }
    return leaves.first { $0.rank != nil && $0.family != chosen.family }
  }

  /// Every option (without variants) by its best admissible leaf, in rank order; excluded ones last.
  package var families: [AssessedLeaf] {
    var seen: Set<String> = []
    return leaves.filter { seen.insert($0.family).inserted }
  }
}

/// What the rules say about one leaf.
package struct AssessedLeaf: Sendable {
  package struct Contribution: Sendable {
    package let rule: String
    package let criterion: String
    /// Weight times rating.
    package let netPoints: Int
    /// In points of the score.
    package let points: Double
  }

  package struct OpenConfirmation: Sendable {
    package let rule: String
    /// The question to put to the provider; nil: nothing is published, and the rule's title says about what.
    package let text: LocalizedText?
  }

  package struct CriterionPoints: Sendable {
    package let id: String
    package let weight: Double
    package let scale: Int
    /// Net points, an integer.
    package let net: Int
    /// What they are worth in the score.
    package let points: Double
  }

  package let id: String
  package let family: String
  /// From 1; nil if excluded.
  package let rank: Int?
  package let score: Double
  /// Rules that exclude it, by id.
  package let excludedBy: [String]
  /// Rules that would exclude it and whose truth is unknown, by id.
  package let possiblyExcludedBy: [String]
  package let confirm: [OpenConfirmation]
  package let criteria: [CriterionPoints]
  /// Of all rules that are true and rate the leaf, by criterion, then rule id; they add up to the score.
  package let contributions: [Contribution]

  package var isExcluded: Bool { rank == nil }
}

extension Assessment {
  /// The decisions that apply or may apply, those that matter most first; among equals in the order in which they are
  /// decided.
  package var decisionsByImportance: [AssessedDecision] {
    decisions.enumerated().filter { $0.element.applicable != .no }.sorted { a, b in
      let (x, y) = (a.element.decision.decision.importance, b.element.decision.decision.importance)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }
}
