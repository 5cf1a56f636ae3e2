package import RuleCompiler
import RuleModel

/// How the packs behave over random worlds drawn from their priors: who wins how often, by how much, on what evidence.
///
/// Shares are of the worlds in which the decision applies. Margins are in points of the score, to the best admissible
/// leaf of another family; a world in which no other family is admissible has none.
package struct Balance: Sendable {
  package let worlds: Int
  package let seed: UInt64
  /// Facts that no world knows: dates, where no day is given to draw them from.
  package let undrawn: [String]
  /// Worlds in which some contradiction of the packs holds. They are counted like all others.
  package let contradictory: Int
  /// In the order in which they are decided.
  package let decisions: [DecisionBalance]

  /// The seed where nobody names one.
  package static let defaultSeed: UInt64 = 1
  /// The number of worlds where nobody names one.
  package static let defaultWorlds = 10_000
}

package struct DecisionBalance: Sendable {
  package let decision: LinkedDecision
  /// Worlds in which the decision applies, or in which that is unknown.
  package internal(set) var applicable = 0
  /// Worlds with a winner.
  package internal(set) var decided = 0
  /// Worlds in which no rule that rates or excludes is true.
  package internal(set) var notEnoughFacts = 0
  /// Worlds in which every leaf is excluded.
  package internal(set) var noSolution = 0
  /// Worlds in which the best leaf of another family has the winner's score.
  package internal(set) var ties = 0
  /// Worlds in which the lead is under 1 point, ties among them.
  package internal(set) var close = 0
  /// Worlds with a winner whose evidence is under a quarter.
  package internal(set) var thin = 0
  /// From 0 to 1, over the worlds in which the decision applies; 0 if there are none.
  package internal(set) var meanEvidence = 0.0
  package internal(set) var margins = Spread([])
  /// Most wins first, then id.
  package internal(set) var families: [FamilyBalance] = []

  package var id: String { decision.id }

  /// Options that win in no world, by id.
  package var neverWinners: [String] {
    families.filter { $0.wins == 0 }.map(\.id).sorted(by: idPrecedes)
  }

  /// Variants that win in no world although their option wins in some, by id.
  package var neverWinningVariants: [String] {
    families.filter { $0.wins > 0 }.flatMap(\.leaves).filter { $0.wins == 0 }.map(\.id).sorted(by: idPrecedes)
  }

  /// The part of the worlds in which the decision applies; 0 if there are none.
  package func share(_ count: Int) -> Double { applicable == 0 ? 0 : Double(count) / Double(applicable) }
}

package struct FamilyBalance: Sendable {
  package let id: String
  package internal(set) var wins = 0
  /// Worlds in which all its leaves are excluded.
  package internal(set) var excluded = 0
  /// Its lead where it wins.
  package internal(set) var margins = Spread([])
  /// Most wins first, then id.
  package internal(set) var leaves: [LeafBalance] = []
}

package struct LeafBalance: Sendable {
  package let id: String
  package internal(set) var wins = 0
  package internal(set) var excluded = 0
  /// In points, excluded or not; 0 if the decision never applies.
  package internal(set) var meanScore = 0.0
}

/// Mean and quantiles of some numbers.
package struct Spread: Sendable, Equatable {
  package let count: Int
  /// 0 if there are no numbers; so are the quantiles.
  package let mean: Double
  /// 5 %, 25 %, 50 %, 75 %, 95 %: the number at the place ⌈p·count⌉ in ascending order (inverse of the empirical
  /// distribution, so always one that occurred).
  package let quantiles: [Double]

  /// The parts that `quantiles` stand for.
  package static let parts = [0.05, 0.25, 0.5, 0.75, 0.95]

  package init(_ numbers: [Double]) {
    count = numbers.count
    mean = numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count)
    let sorted = numbers.sorted()
    quantiles = Self.parts.map { part in
      sorted.isEmpty ? 0 : sorted[min(sorted.count, max(1, Int((part * Double(sorted.count)).rounded(.up)))) - 1]
    }
  }

  package var median: Double { quantiles[2] }
}
