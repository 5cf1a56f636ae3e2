/// What open answers can still do to one decision (method.md, section 6).
package struct Settlement: Sendable {
  /// Why no open answer can change the outcome.
  package enum Proof: Sendable, Equatable {
    /// The decision has been taken already.
    case decided
    /// The bounds: whatever the open answers are, the winner is at least so many points ahead of every other leaf that
    /// may be allowed; the least lead is the one over the rival. nil: no other leaf is left.
    case bounds(margin: Double, rival: String?)
    /// All completions were tried, in so many parts that rules can tell apart.
    case enumeration(parts: Int)
    /// Every leaf is ruled out, whatever the open answers are.
    case noSolution
  }

  package let decision: String
  /// Whether every completion of the open answers in which the decision applies ends with the family that stands now. nil:
  /// the decision does not apply, or neither was shown within the limits.
  package let settled: Bool?
  /// The same for the leaf.
  package let variantSettled: Bool?
  /// What shows that nothing can change; nil while something can, or may.
  package let proof: Proof?
  /// Per leaf, by id: what it can score and what may rule it out.
  package let leaves: [LeafBounds]
  /// Per option without parent, by id: what its best admissible leaf can score.
  package let families: [FamilyBounds]
  /// Facts without an answer (or with a range) that the decision depends on, by id.
  package let openFacts: [String]
  /// Whether the decision applies, or may.
  package let isApplicable: Bool

  /// Whether some open answer may still change the outcome: a decision without any solution is not settled, and yet no
  /// answer can change that.
  package var canChange: Bool { proof == nil && isApplicable }

  package func leaf(_ id: String) -> LeafBounds? { leaves.first { $0.id == id } }
}

/// What a leaf can still come to.
package struct LeafBounds: Sendable {
  package let id: String
  /// In points, over all completions.
  package let lower: Double
  package let upper: Double
  /// Rules that certainly exclude it, whatever the open answers are; by id.
  package let certainlyExcludedBy: [String]
  /// Rules that may still turn out to exclude it, by id: those that rest on a default among them.
  package let possiblyExcludedBy: [String]

  package var isCertainlyExcluded: Bool { !certainlyExcludedBy.isEmpty }
}

/// What an option with its variants can still come to.
package struct FamilyBounds: Sendable {
  package let id: String
  /// What its best admissible leaf scores, in points; nil if every leaf is certainly excluded.
  package let scores: (lower: Double, upper: Double)?
  /// Whether all its leaves may turn out to be excluded.
  package let isPossiblyExcluded: Bool
}
