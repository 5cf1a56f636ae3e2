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
        en:
          "\(label): we calculated it \(trials) times with other weights of the criteria, and this choice came first in \(share) of the runs.",
        de:
          "\(label): Wir haben \(trials)-mal mit anderen Gewichten der Kriterien gerechnet; in \(share) der Durchläufe lag diese Wahl vorn."
      )
    ]
  }
  let weights = say.part(confidence.fromWeights)
  let answers = say.part(confidence.fromAnswers)
  return [
    say(
      en:
        "\(label): we calculated it \(trials) times with other weights of the criteria and possible answers to the open questions, and this choice came first in \(share) of the runs.",
      de:
        "\(label): Wir haben \(trials)-mal gerechnet, mit anderen Gewichten der Kriterien und möglichen Antworten auf die offenen Fragen; in \(share) der Durchläufe lag diese Wahl vorn."
    ),
    say(
      en: "Other weights alone: \(weights); other answers alone: \(answers).",
      de: "Nur andere Gewichte: \(weights); nur andere Antworten: \(answers)."
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

  /// How sure a recommendation is, in a word and a share: "Likely, 75 %"; with the option that comes first more often,
  /// where there is one: "Open, 22 %; more often K8up, 61 %". Nil where nothing was measured or nothing is recommended.
  package func confidence(of decision: AssessedDecision, in robustness: Robustness?) -> String? {
    guard decision.variant != nil, let robust = robustness?.decision(decision.id), let confidence = robust.confidence
    else { return nil }
    let told = "\(label(confidence.label)),\u{A0}\(part(confidence.share))"
    guard let other = moreLikely(than: confidence, in: robust) else { return told }
    return language(
      en: "\(told); more often \(option(other.id)), \(part(other.first))",
      de: "\(told); öfter \(option(other.id)), \(part(other.first))"
    )
  }

  /// The option that comes first in more of the runs than the one that stands.
  package func moreLikely(than confidence: Confidence, in robust: DecisionRobustness) -> Acceptability? {
    let others = robust.families.filter { $0.id != confidence.family && $0.first > confidence.share }
    return others.max { a, b in a.first == b.first ? idPrecedes(b.id, a.id) : a.first < b.first }
  }

  /// The same where there is little room: "> 99 %".
  package func shortPart(_ share: Double) -> String {
    if share < 1 && share >= 0.995 { return "> " + percent(0.99) }
    if share > 0 && share < 0.005 { return "< " + percent(0.01) }
    return part(share)
  }

  /// A share as a whole percentage that says "all" or "none" only where it is so, "more than 99 %", and that never
  /// reaches a limit of the words for confidence which the share itself does not reach: 89.6 % is "89 %", since 90 % is
  /// firm.
  package func part(_ share: Double) -> String {
    if share < 1 && share >= 0.995 { return language(en: "more than ", de: "mehr als ") + percent(0.99) }
    if share > 0 && share < 0.005 { return language(en: "less than ", de: "weniger als ") + percent(0.01) }
    for limit in [ConfidenceLabel.firmFrom, ConfidenceLabel.likelyFrom]
    where share < limit && (share * 100).rounded() >= limit * 100 {
      return percent(limit - 0.01)
    }
    return percent(share)
  }
}
