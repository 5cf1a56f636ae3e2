/// How sure a recommendation is: how often its option comes first over the worlds of method.md, section 7.
package struct Confidence: Sendable, Equatable {
  /// The option that the scores recommend.
  package let family: String
  /// First-rank acceptability of that option, from 0 to 1; weights and unknown answers drawn.
  package let share: Double
  /// Worlds in which the decision applies: what `share` is a share of.
  package let worlds: Int
  /// The same from drawn weights alone, with the answers as they are.
  package let fromWeights: Double
  /// The same from drawn answers alone, with the weights as they are.
  package let fromAnswers: Double

  /// √(p(1−p)/N); 0 where p is 0 or 1.
  package var standardError: Double {
    worlds > 0 ? (share * (1 - share) / Double(worlds)).squareRoot() : 0
  }

  package var label: ConfidenceLabel { ConfidenceLabel(share: share) }
}

/// A word for an acceptability: a plain function of it, nothing else.
///
/// - 90 % and more: **firm**. Hardly any weighing of the criteria and hardly any answer still open turns it.
/// - 60 % up to 90 %: **likely**. It wins more often than all others together, but there are views under which it does not.
/// - under 60 %: **open**. What matters to the customer, or what is not known yet, decides.
package enum ConfidenceLabel: String, Sendable, CaseIterable {
  case firm
  case likely
  case open

  package init(share: Double) {
    self = share >= Self.firmFrom ? .firm : share >= Self.likelyFrom ? .likely : .open
  }

  package static let firmFrom = 0.9
  package static let likelyFrom = 0.6
}
