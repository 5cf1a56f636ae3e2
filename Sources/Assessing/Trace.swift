package import RuleCompiler
package import RuleModel

/// A condition with what it saw: for every comparison the value and the outcome.
package indirect enum Trace: Sendable {
  case all([Trace], Truth)
  case any([Trace], Truth)
  case not(Trace, Truth)
  case comparison(LinkedComparison, seen: FactState, Truth)

  package var truth: Truth {
    switch self {
    case .all(_, let truth), .any(_, let truth), .not(_, let truth), .comparison(_, _, let truth): truth
    }
  }

  /// The comparisons in the order written.
  package var comparisons: [(comparison: LinkedComparison, seen: FactState, truth: Truth)] {
    switch self {
    case .all(let parts, _), .any(let parts, _): parts.flatMap(\.comparisons)
    case .not(let part, _): part.comparisons
    case .comparison(let comparison, let seen, let truth): [(comparison, seen, truth)]
    }
  }
}

extension Assessment {
  /// The obvious evaluator in the state of this assessment, for explanations: it knows what conditions can see, and takes
  /// from the assessment how decisions came out, without their scores.
  package var evaluator: ObviousEvaluator {
    var evaluator = unevaluated
    evaluator.evaluateFacts()
    for decision in decisions {
      evaluator.take(
        ObviousDecision(
          applicable: decision.applicable,
          hasEnoughFacts: decision.reason != .notEnoughFacts,
          leaf: decision.variant,
          family: decision.recommended
        ),
        of: decision.id
      )
    }
    return evaluator
  }

  /// The same with everything evaluated anew, scores and truths of rules, too.
  package var specification: ObviousEvaluator {
    var evaluator = unevaluated
    evaluator.evaluate()
    return evaluator
  }

  private var unevaluated: ObviousEvaluator {
    var evaluator = ObviousEvaluator(
      catalogue: catalogue,
      answers: profile.answers,
      today: profile.profile.date
    )
    evaluator.weights = profile.weights
    evaluator.decided = profile.decided.mapValues(\.option.id)
    evaluator.refuted = rules.refutations(profile.clarified)
    return evaluator
  }
}

extension ObviousEvaluator {
  /// Evaluates a condition and keeps what every comparison saw.
  package func trace(_ condition: LinkedCondition) -> Trace {
    switch condition {
    case .all(let parts): .all(parts.map { trace($0) }, truth(of: condition))
    case .any(let parts): .any(parts.map { trace($0) }, truth(of: condition))
    case .not(let part): .not(trace(part), truth(of: condition))
    case .comparison(let comparison):
      .comparison(comparison, seen: state(of: comparison.subject), truth(of: comparison))
    }
  }
}
