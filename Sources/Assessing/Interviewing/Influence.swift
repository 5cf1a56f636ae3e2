import RuleCompiler
import RuleModel

/// Ids of the facts that can still change what is recommended in a decision that is not settled: unanswered ones, and
/// those whose answer is a range that leaves something open.
///
/// Never too few: whoever answers all facts that are not among them changes no recommendation. Found by following what is
/// unknown: from the unsettled decisions to their rules of unknown truth that could change the ranking, from these to the
/// parts of their conditions that are unknown, and from there through derived facts, through the questions that decide
/// whether a fact applies, and through other decisions. An assumption of the packs is no answer.
///
/// - Parameter wanted: indices of the decisions that count; nil: all.
package func influentialFacts(
  _ assessment: Assessment,
  _ outlooks: [DecisionOutlook],
  on wanted: Set<Int>? = nil
) -> Set<String> {
  var search = InfluenceSearch(assessment: assessment, truth: FirmTruth(assessment, outlooks))
  for (place, decision) in assessment.catalogue.decisions.enumerated()
  where wanted?.contains(place) != false && !search.truth.isSettled(decision.id) {
    search.visit(decision: decision.id, isVariantAsked: false)
  }
  return search.found
}

/// The outlooks with what follows from them: a decision on which nothing open can bear any more is settled, too.
///
/// Whoever proves decisions one by one takes the open answers behind other decisions for open, also where these are settled
/// and their outcome is known; this looks at them in the light of each other.
package func withConsequences(_ outlooks: [DecisionOutlook], _ assessment: Assessment) -> [DecisionOutlook] {
  var known = outlooks
  var isGrowing = true
  while isGrowing {
    isGrowing = false
    let truth = FirmTruth(assessment, known)
    for (place, decision) in assessment.decisions.enumerated() where decision.applicable != .no {
      guard decision.recommended != nil || decision.reason == .noSolution else { continue }
      if !known[place].isSettled, isUntouched(decision.id, isVariantAsked: false, assessment, truth) {
        known[place].isSettled = true
        isGrowing = true
      }
      if known[place].isSettled, !known[place].isVariantSettled,
        isUntouched(decision.id, isVariantAsked: true, assessment, truth)
      {
        known[place].isVariantSettled = true
        isGrowing = true
      }
    }
  }
  return known
}

private func isUntouched(_ id: String, isVariantAsked: Bool, _ assessment: Assessment, _ truth: FirmTruth) -> Bool {
  var search = InfluenceSearch(assessment: assessment, truth: truth)
  search.visit(decision: id, isVariantAsked: isVariantAsked)
  return search.found.isEmpty
}

/// Ids of the unanswered facts that decide whether a fact applies, as long as that is unknown; without the fact itself.
func factsThatDecideRelevance(of fact: LinkedFact, _ assessment: Assessment, _ truth: FirmTruth) -> Set<String> {
  guard let relevance = fact.relevance else { return [] }
  var search = InfluenceSearch(assessment: assessment, truth: truth)
  search.visit(relevance)
  return search.found
}

private struct InfluenceSearch {
  let assessment: Assessment
  let truth: FirmTruth
  var found: Set<String> = []
  private var seenFacts: Set<String> = []
  private var seenDecisions: Set<String> = []
  private var seenVariants: Set<String> = []

  init(assessment: Assessment, truth: FirmTruth) {
    self.assessment = assessment
    self.truth = truth
  }

  private var catalogue: Catalogue { assessment.catalogue }

  /// - Parameter isVariantAsked: whether the variant matters, too, and not only the option.
  mutating func visit(decision id: String, isVariantAsked: Bool) {
    guard let decision = catalogue.decision(id), truth.applies(id) != .no else { return }
    let isNew = isVariantAsked ? seenVariants.insert(id).inserted : seenDecisions.insert(id).inserted
    guard isNew else { return }
    if let condition = decision.condition { visit(condition) }
    if truth.isSettled(id), !isVariantAsked || truth.outlooks[id]?.isVariantSettled == true { return }
    let ranking = OpenRanking(decision, assessment, truth)
    for rule in catalogue.rules where rule.decision == id && ranking.canBeChanged(by: rule) { visit(rule.condition) }
  }

  /// Follows the parts of a condition that are unknown; does nothing if the whole is known.
  mutating func visit(_ condition: LinkedCondition) {
    guard truth(condition) == .unknown else { return }
    switch condition {
    case .all(let parts), .any(let parts): for part in parts { visit(part) }
    case .not(let part): visit(part)
    case .comparison(let comparison):
      switch comparison.subject {
      case .fact(let id): visit(fact: id)
      case .decision(let id): visit(decision: id, isVariantAsked: false)
      case .decisionVariant(let id): visit(decision: id, isVariantAsked: true)
      }
    }
  }

  private mutating func visit(fact id: String) {
    guard let fact = catalogue.fact(id), seenFacts.insert(id).inserted else { return }
    if let relevance = fact.relevance { visit(relevance) }
    switch fact.derivation {
    case .condition(let condition): visit(condition)
    case .cases(let cases, _): for part in cases { visit(part.condition) }
    case .expression(let expression):
      var names: [String] = []
      expression.forEachFact { names.append($0.id) }
      for name in names where truth.evaluator.state(ofFact: name) == .unknown { visit(fact: name) }
    case nil:
      let isAnswered = assessment.profile.answers[id] != nil
      // An answer that leaves a comparison unknown is a range, or it waits for its relevance.
      if !isAnswered || truth.evaluator.state(ofFact: id) != .unknown { found.insert(id) }
    }
  }
}

/// The ranking of a decision as far as it is firm.
private struct OpenRanking {
  let assessment: Assessment
  /// Leaves that no rule excludes for certain.
  let admissible: Set<String>
  /// Whether there will be a recommendation, or the certainty that there is none, whatever else becomes known.
  let hasEnough: Bool
  private let refuted: [(rule: String, leaf: String)]

  init(_ decision: LinkedDecision, _ assessment: Assessment, _ truth: FirmTruth) {
    self.assessment = assessment
    refuted = assessment.rules.refutations(assessment.profile.clarified)
    var open = Set(decision.leaves.map(\.id))
    var hasEnough = false
    for rule in assessment.catalogue.rules where rule.decision == decision.id && truth(rule.condition) == .yes {
      let excluded = Set(rule.excludedLeaves + refuted.filter { $0.rule == rule.id }.map(\.leaf))
      open.subtract(excluded)
      let speaks = !rule.ratings.isEmpty && assessment.hasWeight(rule)
      hasEnough = hasEnough || speaks || !excluded.isEmpty
    }
    admissible = open
    self.hasEnough = hasEnough
  }

  /// Whether it makes a difference if the rule is true: it rules out what may still win, or rates what may still win
  /// differently, or is the first to say anything.
  func canBeChanged(by rule: LinkedRule) -> Bool {
    let excluded = Set(rule.excludedLeaves + refuted.filter { $0.rule == rule.id }.map(\.leaf))
    if !excluded.isDisjoint(with: admissible) { return true }
    let speaks = !rule.ratings.isEmpty && assessment.hasWeight(rule)
    if !hasEnough { return speaks || !excluded.isEmpty }
    guard speaks else { return false }
    return Set(admissible.map { points(of: rule, to: $0) }).count > 1
  }

  private func points(of rule: LinkedRule, to leaf: String) -> Int {
    guard case .points(let points)? = rule.ratings.first(where: { $0.leaf == leaf })?.value else { return 0 }
    return points
  }
}

extension Assessment {
  /// Whether what a rule rates counts for anything.
  fileprivate func hasWeight(_ rule: LinkedRule) -> Bool {
    guard let id = rule.rule.criterion?.id else { return false }
    return (profile.weights[id] ?? catalogue.criterion(id)?.weight ?? 0) > 0
  }
}
