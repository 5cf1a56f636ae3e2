package import Assessing
import RuleCompiler
import RuleModel

/// How firm a recommendation is, in words for people who never heard of the method; nil where nothing was measured, or
/// where nothing is recommended by score.
package func firmnessSentences(_ decision: AssessedDecision, _ assessment: Assessment, _ say: Phrasing) -> [String]? {
  guard decision.decidedBy == .score, let robustness = assessment.robustness,
    let confidence = robustness.decision(decision.id)?.confidence
  else { return nil }
  let label = say.label(confidence.label)
  let trials = say.number(Double(robustness.plan.draws))
  let share = say.part(confidence.share)
  guard assessment.hasOpenAnswers else {
    return [
      say(
        en: "\(label): it comes first in \(share) of \(trials) trials with other weightings of the criteria.",
        de:
          "\(label): In \(share) von \(trials) Versuchen mit anderen Gewichtungen der Kriterien liegt diese Wahl vorn."
      )
    ]
  }
  let weights = say.part(confidence.fromWeights)
  let answers = say.part(confidence.fromAnswers)
  return [
    say(
      en:
        "\(label): it comes first in \(share) of \(trials) trials with other weightings of the criteria and possible answers to the open questions.",
      de:
        "\(label): In \(share) von \(trials) Versuchen mit anderen Gewichtungen der Kriterien und möglichen Antworten auf die offenen Fragen liegt diese Wahl vorn."
    ),
    say(
      en: "Other weightings alone: \(weights); other answers alone: \(answers).",
      de: "Nur andere Gewichtungen: \(weights); nur andere Antworten: \(answers)."
    ),
  ]
}

/// The open questions that are worth asking next, best first; nil where nothing was measured or nothing is open.
///
/// - Parameter limit: at most so many.
/// - Returns: the questions as people are asked them; empty if no single answer is likely to change a recommendation.
package func questionsWorthAsking(_ assessment: Assessment, _ say: Phrasing, limit: Int) -> [String]? {
  guard let robustness = assessment.robustness, assessment.hasOpenAnswers else { return nil }
  let facts = robustness.questions.filter { $0.gain >= leastGain }.map { assessment.catalogue.facts[$0.fact].fact }
  return facts.filter { say.mayShow($0.audience) }.prefix(limit).map { say.shown($0.question) ?? say.title(of: $0) }
}

/// Gains below this many bits (times importance) drown in the chance of 10,000 draws.
private let leastGain = 0.01

extension Assessment {
  /// Whether something that can be asked is not known, or known as a range only.
  fileprivate var hasOpenAnswers: Bool {
    facts.contains { fact in
      guard fact.fact.derivation == nil else { return false }
      switch fact.origin {
      case .unknown, .assumed: return true
      case .answered:
        guard case .known(.number(let from, let to)) = fact.state else { return false }
        return from < to
      case .derived, .notApplicable: return false
      }
    }
  }
}

extension Phrasing {
  /// A confidence label in one word.
  package func label(_ label: ConfidenceLabel) -> String {
    switch label {
    case .firm: language(en: "Firm", de: "Klar")
    case .likely: language(en: "Likely", de: "Wahrscheinlich")
    case .open: language(en: "Open", de: "Offen")
    }
  }

  /// A share as a whole percentage that says "all" or "none" only where it is so: "more than 99 %".
  package func part(_ share: Double) -> String {
    if share < 1 && share >= 0.995 { return language(en: "more than ", de: "mehr als ") + percent(0.99) }
    if share > 0 && share < 0.005 { return language(en: "less than ", de: "weniger als ") + percent(0.01) }
    return confidence(share)
  }
}
