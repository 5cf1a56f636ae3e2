import Engine

/// How many worlds are drawn around a case, and which.
package struct SamplingPlan: Sendable, Equatable {
  /// At least 1.
  package var draws: Int
  /// World n of a seed is the same in every run, whatever their number.
  package var seed: UInt64
  /// A criterion that outweighs another does so in every world, too.
  package var keepsOrder: Bool

  package init(draws: Int = defaultDraws, seed: UInt64 = defaultSeed, keepsOrder: Bool = false) {
    self.draws = draws
    self.seed = seed
    self.keepsOrder = keepsOrder
  }

  /// The number of worlds where nobody names one (method.md, section 7).
  package static let defaultDraws = 10_000
  /// The seed where nobody names one.
  package static let defaultSeed: UInt64 = 1

  /// The same plan for the engine.
  var drawing: DrawingPlan { DrawingPlan(draws: draws, seed: seed, keepsOrder: keepsOrder) }
}
