/// What open answers can still do to one decision (method.md, section 6): rows of the program and numbers.
package struct DecisionSettling: Sendable {
  /// Why no open answer can change the outcome.
  package enum Proof: Sendable, Equatable {
    case decided
    /// The least lead, and the place of the rival over which it is; −1: no other leaf is left.
    case bounds(margin: Double, rival: Int)
    case enumeration(parts: Int)
    case noSolution
  }

  /// What a leaf can still come to.
  package struct Leaf: Sendable {
    /// In points, over all completions.
    package let lower: Double
    package let upper: Double
    /// Rows of the rules that certainly exclude it, and of those that may turn out to.
    package let certain: [Int]
    package let possible: [Int]
  }

  /// nil: the decision does not apply, or neither was shown within the limits.
  package let settled: Bool?
  package let variantSettled: Bool?
  package let proof: Proof?
  /// By place in the decision.
  package let leaves: [Leaf]
  /// Columns of the open facts that the decision depends on.
  package let openFacts: [Int]

  /// How many parts of the completions are looked at for one decision before nothing is said about it. A count and not a
  /// time, so that every machine says the same.
  package static let limit = 1 << 17

  /// - Parameters:
  ///   - reading: of the decision as it stands, defaults assumed.
  ///   - limit: how many parts of the completions may be looked at.
  package init(_ worlds: OpenWorlds, _ reading: DecisionReading, isTaken: Bool, limit: Int = limit) {
    let possible = PossibleScores(worlds)
    let row = worlds.index.program.decisions[worlds.decision]
    let leaves = Self.leaves(worlds, possible, row)
    var work = Search(worlds: worlds, possible: possible, isTaken: isTaken, limit: limit)
    var settled: Bool?
    var variantSettled: Bool?
    var proof: Proof?
    if reading.applicable == false {
      // Nothing is to be decided.
    } else if !(isTaken && reading.standing >= 0) && leaves.allSatisfy({ !$0.certain.isEmpty }) {
      (settled, variantSettled, proof) = (false, false, leaves.isEmpty ? nil : .noSolution)
    } else if reading.standing >= 0 {
      let place = reading.standing - row.leaves.indices.lowerBound
      let family = worlds.index.program.leaves[reading.standing].family
      (settled, proof) = work.show(possible.contest.leaves(ofFamily: family))
      variantSettled = settled == true ? work.show(1 << UInt64(place)).0 : settled
    } else {
      (settled, variantSettled) = (false, false)
    }
    self.settled = settled
    self.variantSettled = variantSettled
    self.proof = proof
    self.leaves = leaves
    openFacts = worlds.facts.map { Int($0.column) }
  }

  private static func leaves(_ worlds: OpenWorlds, _ possible: PossibleScores, _ row: DecisionRow) -> [Leaf] {
    let first = row.rules.indices.lowerBound
    return row.leaves.indices.enumerated().map { place, leaf in
      let score = possible.score(of: place)
      let excluding = worlds.index.program.rulesExcluding(leaf, row, worlds.circumstances)
      return Leaf(
        lower: score.lower,
        upper: score.upper,
        certain: excluding.filter { possible.certainRules.contains($0 - first) },
        possible: excluding.filter { possible.unknownRules.contains($0 - first) }
      )
    }
  }

  private struct Search {
    let worlds: OpenWorlds
    let possible: PossibleScores
    let isTaken: Bool
    let limit: Int

    /// Whether one of some leaves stands at the end of every completion: cheap things first, the bounds; where they do not
    /// show it, the completions are taken apart.
    mutating func show(_ wanted: UInt64) -> (Bool?, Proof?) {
      if !isTaken, let (margin, rival) = possible.proof(that: wanted) {
        return (true, .bounds(margin: margin, rival: rival))
      }
      var search = SettledSearch(worlds, wanted: wanted)
      switch search.run(limit: limit) {
      case .settled(let parts): return (true, isTaken ? .decided : .enumeration(parts: parts))
      case .open: return (false, nil)
      case .unshown: return (nil, nil)
      }
    }
  }
}
