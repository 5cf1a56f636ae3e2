import Assessing
import Reports

extension Foresight {
  /// What the engine says: bounds and completions for what is settled, draws for what a question is worth.
  static let real = Foresight { assessment in
    let values = questionValues(of: assessment.profile, assessment.rules)
    return Sight(
      outlooks: assessment.decisions.map { _ in DecisionOutlook(isSettled: false, isVariantSettled: false) },
      gains: Dictionary(values.map { ($0.fact, $0.gain) }) { first, _ in first }
    )
  }
}
