import Engine

/// What a kernel found about one decision in one lane.
struct LaneDecision {
  enum Decider: Int, CaseIterable {
    case score
    case profile
    case none
  }

  enum Reason {
    case noSolution
    case notEnoughFacts
  }

  let index: Int
  let lane: Int
  let row: DecisionRow
  /// Whether it is known to apply.
  let applies: Bool
  /// Whether it applies or that is not known.
  let mayApply: Bool
  /// The leaf that stands, an index into `Program.leaves`; nil if nothing does.
  let leaf: Int?
  let decidedBy: Decider
  /// Why nothing stands.
  let reason: Reason?

  init(_ index: Int, _ lane: Int, _ kernel: borrowing Kernel) {
    self.index = index
    self.lane = lane
    row = kernel.program.decisions[index]
    let applicable = kernel.applicable[index].value(in: lane)
    applies = applicable == true
    mayApply = applicable != false
    let outcome = Int(kernel.outcome[index * WorldBlock.width + lane])
    leaf = outcome < 0 ? nil : outcome
    if outcome < 0 {
      decidedBy = .none
      let hasEnough = kernel.enough[index] >> UInt64(lane) & 1 == 1
      reason = hasEnough ? .noSolution : .notEnoughFacts
    } else {
      if case .open = kernel.circumstances.decided[index] {
        decidedBy = .score
      } else {
        decidedBy = .profile
      }
      reason = nil
    }
  }

  func score(_ leaf: Int, _ kernel: borrowing Kernel) -> Double { kernel.scores[leaf * WorldBlock.width + lane] }

  /// Net points of a leaf under the criterion of a slot of this decision.
  func net(_ leaf: Int, slot: Int, _ kernel: borrowing Kernel) -> Int {
    Int(kernel.net[(Int(kernel.program.leaves[leaf].firstCell) + slot) * WorldBlock.width + lane])
  }

  /// How far what stands is ahead of the best leaf of another option; nil without either.
  func lead(_ kernel: borrowing Kernel) -> Double? {
    guard let leaf, let rival = bestRival(of: leaf, kernel) else { return nil }
    return score(leaf, kernel) - score(rival, kernel)
  }

  /// Whether what the scores recommend has a rival with the same score.
  func isTie(_ kernel: borrowing Kernel) -> Bool {
    guard let leader = leader(kernel), let rival = bestRival(of: leader, kernel) else { return false }
    return kernel.roundedScore(leader, lane: lane) == kernel.roundedScore(rival, lane: lane)
  }

  /// Whether what the scores recommend is less than a point ahead of a rival.
  func isClose(_ kernel: borrowing Kernel) -> Bool {
    guard let leader = leader(kernel), let rival = bestRival(of: leader, kernel) else { return false }
    return score(leader, kernel) - score(rival, kernel) < 1
  }

  /// The leaf that the scores recommend, whatever a profile has decided.
  private func leader(_ kernel: borrowing Kernel) -> Int? {
    let leader = Int(kernel.best[index * WorldBlock.width + lane])
    return leader < 0 ? nil : leader
  }

  /// The best leaf of another option than a leaf's, excluded ones aside.
  private func bestRival(of leaf: Int, _ kernel: borrowing Kernel) -> Int? {
    let family = kernel.program.leaves[leaf].family
    var best: Int?
    for rival in row.leaves.indices where kernel.program.leaves[rival].family != family {
      if kernel.isExcluded(rival, lane: lane) { continue }
      if let current = best, !kernel.precedes(rival, current, lane: lane) { continue }
      best = rival
    }
    return best
  }
}
