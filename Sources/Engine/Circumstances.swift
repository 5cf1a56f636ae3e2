/// What a profile sets beside its answers; the same in all worlds of a run.
package struct Circumstances: Sendable {
  /// Weight of every criterion, finite and ≥ 0.
  package var weights: [Double]
  /// Per decision, what has been decided already.
  package var decided: [Decided]
  /// Clarifications that did not hold: while the rule is true, the leaf is excluded.
  package var refuted: [Refutation]
  /// The profile's date in days since 1970-01-01; nil makes `weeksUntil` unknown.
  package var today: Double?

  package init(weights: [Double], decided: [Decided], refuted: [Refutation] = [], today: Double? = nil) {
    self.weights = weights
    self.decided = decided
    self.refuted = refuted
    self.today = today
  }

  package enum Decided: Sendable {
    case open
    /// Place of the option in the decision; its best admissible leaf is taken, or its best one if all are excluded.
    case family(Int32)
    /// Place of the leaf in the decision.
    case leaf(Int32)
  }

  package struct Refutation: Sendable {
    /// Index into `Program.rules`.
    package var rule: Int32
    /// Index into `Program.leaves`.
    package var leaf: Int32

    package init(rule: Int32, leaf: Int32) {
      self.rule = rule
      self.leaf = leaf
    }
  }
}
