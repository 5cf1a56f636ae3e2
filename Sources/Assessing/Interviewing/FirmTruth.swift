import RuleCompiler
import RuleModel

/// What is known of a decision before all questions are answered (method.md, section 6).
package struct DecisionOutlook: Sendable, Equatable {
  /// No open answer can change the recommended option any more.
  package var isSettled: Bool
  /// The same of the variant.
  package var isVariantSettled: Bool

  package init(isSettled: Bool, isVariantSettled: Bool) {
    self.isSettled = isSettled
    self.isVariantSettled = isVariantSettled
  }
}

/// Truth that further answers cannot take back.
///
/// Conditions on facts are such by strong Kleene logic: what is true or false stays so, whatever becomes known. An
/// assumption of the packs is no answer. Neither is the outcome of a decision that is not settled, since a rule whose truth
/// is unknown counts for nothing in the scores; a comparison with it is unknown here.
struct FirmTruth {
  let assessment: Assessment
  /// Knows the answers and nothing that is assumed.
  let evaluator: ObviousEvaluator
  /// Decision id → outlook.
  let outlooks: [String: DecisionOutlook]

  init(_ assessment: Assessment, _ outlooks: [DecisionOutlook]) {
    self.assessment = assessment
    let profile = assessment.profile
    var evaluator = ObviousEvaluator(
      catalogue: assessment.catalogue,
      answers: profile.answers,
      today: profile.profile.date
    )
    evaluator.assumesDefaults = false
    evaluator.evaluateFacts()
    self.evaluator = evaluator
    let pairs = zip(assessment.catalogue.decisions, outlooks).map { ($0.id, $1) }
    self.outlooks = Dictionary(pairs) { first, _ in first }
  }

  /// Whether no open answer can change the recommended option; never of a decision that only seems not to apply.
  func isSettled(_ decision: String) -> Bool {
    outlooks[decision]?.isSettled == true && assessment.decision(decision)?.applicable != .no
  }

  func callAsFunction(_ condition: LinkedCondition) -> Truth {
    switch condition {
    case .all(let parts): parts.reduce(.yes) { $0.and(self($1)) }
    case .any(let parts): parts.reduce(.no) { $0.or(self($1)) }
    case .not(let part): self(part).negated
    case .comparison(let comparison):
      switch comparison.subject {
      case .fact: evaluator.truth(of: comparison)
      case .decision(let id): truth(of: comparison, id, \.isSettled, \.recommended)
      case .decisionVariant(let id): truth(of: comparison, id, \.isVariantSettled, \.variant)
      }
    }
  }

  private func truth(
    of comparison: LinkedComparison,
    _ id: String,
    _ isSettled: KeyPath<DecisionOutlook, Bool>,
    _ outcome: KeyPath<AssessedDecision, String?>
  ) -> Truth {
    switch applies(id) {
    case .no: return .no
    case .unknown: return .unknown
    case .yes: break
    }
    guard self.isSettled(id), outlooks[id]?[keyPath: isSettled] == true, let decision = assessment.decision(id) else {
      return .unknown
    }
    guard let choice = decision[keyPath: outcome] else { return decision.reason == .noSolution ? .no : .unknown }
    return comparison.operator.holds(.choice(choice), comparison.operands, comparison.order)
  }

  /// Whether a decision applies, as far as that is firm.
  func applies(_ decision: String) -> Truth {
    guard let decision = assessment.catalogue.decision(decision) else { return .no }
    return decision.condition.map { self($0) } ?? .yes
  }
}
