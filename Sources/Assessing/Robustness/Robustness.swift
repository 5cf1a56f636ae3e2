import Engine

/// How firm the recommendations of an assessment are, and what to ask next (method.md, sections 7 and 8).
package struct Robustness: Sendable {
  package let plan: SamplingPlan
  /// Decisions that apply in some world, in the order in which they are decided.
  package let decisions: [DecisionRobustness]
  /// Best first; see `questionValues`.
  package let questions: [QuestionValue]

  package func decision(_ id: String) -> DecisionRobustness? { decisions.first { $0.id == id } }
}

/// How the alternatives of one decision stand over many worlds.
package struct DecisionRobustness: Sendable {
  package let id: String
  /// Worlds in which the decision applies, or in which that is unknown; shares are shares of these.
  package let worlds: Int
  /// Worlds with a winner.
  package let decided: Int
  /// Options without their variants, by id.
  package let families: [Acceptability]
  /// By id.
  package let leaves: [Acceptability]
  /// Nil where the scores recommend nothing.
  package let confidence: Confidence?
  /// Per criterion that counts, by id; empty where the scores recommend nothing.
  package let weightIntervals: [CriterionInterval]

  package func family(_ id: String) -> Acceptability? { families.first { $0.id == id } }
  package func leaf(_ id: String) -> Acceptability? { leaves.first { $0.id == id } }
}

/// What SMAA-2 says about an option or a leaf.
package struct Acceptability: Sendable {
  package let id: String
  /// Rank acceptability: share of the worlds in which it has rank 1, 2, … Excluded, it has none.
  package let ranks: [Double]
  /// Central weights: mean share of each criterion, by id, in the worlds it wins; nil if it wins none.
  package let centralWeights: [(criterion: String, share: Double)]?
  /// Share of the worlds in which it wins under those weights; nil if it has none.
  package let confidenceFactor: Double?
  /// Pairwise winning index: share of the worlds in which it ranks before each of the others, by id.
  package let wins: [(over: String, share: Double)]

  /// Share of the worlds it wins.
  package var first: Double { ranks.first ?? 0 }
}

/// How far the weight of one criterion can move, the others kept, before the winner changes; exact.
package struct CriterionInterval: Sendable {
  package let criterion: String
  package let weight: Double
  /// The recommended option stays first, with one of its leaves.
  package let option: WeightRange
  /// The recommended leaf stays first.
  package let leaf: WeightRange
}

/// A range of weights; also as shares of all weight of the decision.
package struct WeightRange: Sendable, Equatable {
  package let from: Double
  /// nil: there is no end.
  package let to: Double?
  package let fromShare: Double
  package let toShare: Double

  init(_ interval: WeightInterval, others: Double) {
    from = interval.from
    to = interval.to
    fromShare = WeightInterval.share(of: interval.from, others: others)
    toShare = WeightInterval.share(of: interval.to, others: others)
  }
}
