/// Confidence factors (SMAA-2; method.md, section 7): in how many worlds an alternative wins when its decision is weighed
/// with the alternative's central weights. All else stays as drawn, outcomes of other decisions among it.
package struct ConfidenceFactors: Sendable {
  package let decision: Int
  /// Central weights per leaf and per option of the decision; nil: it never wins, and has no factor.
  private let leafWeights: [[Double]?]
  private let familyWeights: [[Double]?]
  /// Worlds that each leaf or option wins under its own central weights.
  package private(set) var leafWins: [Int]
  package private(set) var familyWins: [Int]
  private let row: DecisionRow

  package init(_ program: Program, _ standings: Standings) {
    decision = standings.decision
    row = program.decisions[standings.decision]
    leafWeights = (0..<standings.leaves.alternatives).map { standings.leaves.centralWeights($0) }
    familyWeights = (0..<standings.families.alternatives).map { standings.families.centralWeights($0) }
    leafWins = Array(repeating: 0, count: leafWeights.count)
    familyWins = Array(repeating: 0, count: familyWeights.count)
  }

  /// Adds the worlds of a block that has just been evaluated. Leaves the kernel with other scores of this decision.
  package mutating func count(_ kernel: inout Kernel, lanes: UInt64) {
    let counted = lanes & ~kernel.applicable[decision].no
    for (place, weights) in leafWeights.enumerated() {
      guard let weights else { continue }
      kernel.rescore(decision, shares: weights)
      leafWins[place] += wins(kernel, counted) { $0 - row.leaves.indices.lowerBound == place }
    }
    for (place, weights) in familyWeights.enumerated() {
      guard let weights else { continue }
      kernel.rescore(decision, shares: weights)
      familyWins[place] += wins(kernel, counted) { Int(kernel.program.leaves[$0].family) == place }
    }
  }

  private func wins(_ kernel: Kernel, _ lanes: UInt64, _ isWanted: (Int) -> Bool) -> Int {
    var open = lanes
    var wins = 0
    while open != 0 {
      let lane = open.trailingZeroBitCount
      open &= open - 1
      let best = Int(kernel.best[decision * WorldBlock.width + lane])
      if best >= 0 && isWanted(best) { wins += 1 }
    }
    return wins
  }
}
