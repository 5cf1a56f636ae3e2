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
/// Conditions on facts are such by strong Kleene logic: what is true or false stays so, whatever becomes known. The outcome
/// of a decision is not, since a rule whose truth is unknown counts for nothing in the scores; so a comparison with it is
/// unknown here until the decision is settled.
struct FirmTruth {
  let evaluator: ObviousEvaluator
  /// Decision id → outlook.
  let outlooks: [String: DecisionOutlook]

  init(_ assessment: Assessment, _ outlooks: [DecisionOutlook]) {
    evaluator = assessment.evaluator
    let pairs = zip(assessment.catalogue.decisions, outlooks).map { ($0.id, $1) }
    self.outlooks = Dictionary(pairs) { first, _ in first }
  }

  func isSettled(_ decision: String) -> Bool { outlooks[decision]?.isSettled ?? false }

  func callAsFunction(_ condition: LinkedCondition) -> Truth {
    switch condition {
    case .all(let parts): parts.reduce(.yes) { $0.and(self($1)) }
    case .any(let parts): parts.reduce(.no) { $0.or(self($1)) }
    case .not(let part): self(part).negated
    case .comparison(let comparison): self(comparison)
    }
  }

  private func callAsFunction(_ comparison: LinkedComparison) -> Truth {
    switch comparison.subject {
    case .fact: return evaluator.truth(of: comparison)
    case .decision(let id): return applies(id) == .no || isFirm(id, \.isSettled) ? evaluator.truth(of: comparison) : .unknown
    case .decisionVariant(let id):
      return applies(id) == .no || isFirm(id, \.isVariantSettled) ? evaluator.truth(of: comparison) : .unknown
    }
  }

  private func isFirm(_ decision: String, _ isSettled: KeyPath<DecisionOutlook, Bool>) -> Bool {
    applies(decision) == .yes && outlooks[decision]?[keyPath: isSettled] == true
  }

  /// Whether a decision applies, as far as that is firm.
  func applies(_ decision: String) -> Truth {
    guard let decision = evaluator.catalogue.decision(decision) else { return .no }
    return decision.condition.map { self($0) } ?? .yes
  }
}
