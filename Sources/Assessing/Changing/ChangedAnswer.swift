package import RuleCompiler
package import RuleModel

/// One answer changed.
package struct ChangedAnswer: Sendable {
  package let fact: LinkedFact
  /// The answer as it stands, or the default that stands in for it.
  package let from: FactValue
  package let to: FactValue

  package init(fact: LinkedFact, from: FactValue, to: FactValue) {
    self.fact = fact
    self.from = from
    self.to = to
  }

  package var id: String { fact.id }
}

/// The smallest change of answers that makes another option the recommended one (method.md, section 8).
package struct AnswerFlip: Sendable {
  /// One or two, by fact id.
  package let changes: [ChangedAnswer]
  /// The option (without variant) that is recommended then, and its leaf.
  package let recommended: String
  package let variant: String
}

/// What changing answers would do to one decision.
package struct DecisionChanges: Sendable {
  package let decision: String
  /// All single changes that make another option the recommended one, by fact id and choice.
  package let drivers: [AnswerFlip]
  /// At most five smallest changes: single ones first, then pairs.
  package let flips: [AnswerFlip]
  /// Answers that the decision hangs on and that were not changed, since their facts are fixed (the law, the site); by id.
  package let fixed: [AssessedFact]
}

/// How an excluded option could be allowed (method.md, section 8).
package struct OptionRelaxation: Sendable {
  /// The option or leaf that is excluded.
  package let option: String
  /// The smallest sets of answers whose change readmits it, the best score first; the same facts once, with the values that
  /// leave it the best score. Empty: no change of answers does it, or none was found within the limits.
  package let ways: [Way]
  /// Whether all sets of changes were tried that could have come before: if not, an empty list does not say that there is
  /// no way, and another one may be as small as those found.
  package let isComplete: Bool
  /// Where there certainly is no way: facts that are fixed (the law, the site) and whose change would readmit it, by id.
  /// Their answers are not changed.
  package let fixed: [AssessedFact]

  package struct Way: Sendable {
    package let changes: [ChangedAnswer]
    /// The leaf that is allowed then, and what it scores.
    package let leaf: String
    package let score: Double
    /// Whether it would be the recommended one.
    package let wins: Bool
  }
}
