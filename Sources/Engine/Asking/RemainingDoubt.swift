/// How far the bounds are from showing who wins a decision, and how much nearer an answer is expected to bring them.
///
/// What a leaf lacks: over the rival of another family that comes nearest, the points that its certain lead (method.md,
/// section 6) is below 0; or `perExclusion` for every rule that may still exclude it, if that is more. The doubt of the
/// decision is what the leaf lacks that lacks least. It needs no recommendation to stand yet, and counts for any: an answer
/// is worth as much when it brings another leaf near.
///
/// The certain lead is that of the plain bounds. The tighter ones, which settle decisions, would cost too much for every
/// possible answer to every question.
package struct RemainingDoubt {
  /// What a rule that may exclude a leaf counts for, in points.
  static let perExclusion = 20.0
  /// Values drawn for a set, a number or a day.
  static let draws = 32

  private let worlds: OpenWorlds
  private let contest: Contest
  private var cautious: CautiousKernel
  /// What is known and everything that is possible, in every lane.
  private let everything: WorldBlock
  // While a lane is looked at.
  private var scores: [Double]
  private var open: [Int] = []

  package init(_ worlds: OpenWorlds) {
    self.worlds = worlds
    let kernel = Kernel(worlds.index.program, worlds.circumstances)
    contest = Contest(kernel, decision: worlds.decision)
    cautious = CautiousKernel(kernel, cone: worlds.cone)
    var block = worlds.template
    let region = worlds.everything()
    for lane in 0..<WorldBlock.width { worlds.fill(&block, lane: lane, with: region) }
    everything = block
    scores = Array(repeating: 0, count: contest.leafCount)
  }

  /// By which share the doubt is expected to shrink when a fact becomes known, from −1 to 1, for every row of a table that
  /// the decision depends on; nothing if there is no doubt.
  ///
  /// A choice is taken by its shares, anything else by some draws.
  package mutating func progress(_ table: DrawTable, seed: UInt64) -> [(column: Int, share: Double)] {
    var block = everything
    cautious.evaluate(&block, lanes: 1, restricted: [])
    let now = doubt(0)
    guard now > 0 else { return [] }
    let rows = table.rows.indices.filter { worlds.depends(on: table.rows[$0].column) }
    var left = Array(repeating: 0.0, count: table.rows.count)
    let trials = rows.flatMap { self.trials($0, table) }
    for start in stride(from: 0, to: trials.count, by: WorldBlock.width) {
      let batch = trials[start..<min(start + WorldBlock.width, trials.count)]
      block = everything
      for (lane, trial) in batch.enumerated() { fill(&block, lane: lane, trial, table, seed) }
      cautious.evaluate(&block, lanes: batch.count, restricted: [])
      for (lane, trial) in batch.enumerated() { left[trial.row] += trial.share * doubt(lane) }
    }
    return rows.map { (table.rows[$0].column, min(1, max(-1, 1 - left[$0] / now))) }
  }

  /// A value of a fact, tried in a lane.
  private struct Trial {
    let row: Int
    /// The choice by its place, or the number of the draw.
    let number: Int
    let share: Double
  }

  private func trials(_ row: Int, _ table: DrawTable) -> [Trial] {
    guard case .choice(_, let run) = table.rows[row] else {
      return (0..<Self.draws).map { Trial(row: row, number: $0, share: 1 / Double(Self.draws)) }
    }
    let all = table.shares[run.indices.upperBound - 1]
    var trials: [Trial] = []
    var before = 0.0
    for (number, place) in run.indices.enumerated() {
      let share = (table.shares[place] - before) / all
      before = table.shares[place]
      if share > 0 { trials.append(Trial(row: row, number: number, share: share)) }
    }
    return trials
  }

  private func fill(_ block: inout WorldBlock, lane: Int, _ trial: Trial, _ table: DrawTable, _ seed: UInt64) {
    if case .choice(let column, _) = table.rows[trial.row] {
      block.set(Int(column), lane: lane, bits: 1 << UInt64(trial.number))
      return
    }
    var random = SplitMix64(seed: seed, world: trial.number)
    table.draw(row: trial.row, into: &block, lane: lane, using: &random)
  }

  /// The doubt in a lane of the last block; 0 where the decision does not apply.
  private mutating func doubt(_ lane: Int) -> Double {
    let kernel = cautious.kernel
    if kernel.applicable[worlds.decision].no >> UInt64(lane) & 1 == 1 { return 0 }
    let count = contest.leafCount
    for leaf in 0..<count { scores[leaf] = 0 }
    open.removeAll(keepingCapacity: true)
    var excluded: UInt64 = 0
    for (place, entry) in contest.entries.enumerated() where entry.matters {
      let truth = kernel.truths[entry.register]
      if truth.yes >> UInt64(lane) & 1 == 1 {
        excluded |= entry.excludes
        for leaf in 0..<count { scores[leaf] += contest.worth[place * count + leaf] }
      } else if truth.no >> UInt64(lane) & 1 == 0 {
        open.append(place)
      }
    }
    var least = Double.infinity
    for leaf in 0..<count where excluded >> UInt64(leaf) & 1 == 0 {
      least = min(least, lack(of: leaf, excluded, atMost: least))
    }
    return least == .infinity ? 0 : least
  }

  private func lack(of leaf: Int, _ excluded: UInt64, atMost most: Double) -> Double {
    let count = contest.leafCount
    var lack = 0.0
    for entry in open where contest.entries[entry].excludes >> UInt64(leaf) & 1 == 1 { lack += Self.perExclusion }
    for rival in 0..<count where contest.families[rival] != contest.families[leaf] && excluded >> UInt64(rival) & 1 == 0
    {
      if lack >= most { return lack }
      var lead = scores[leaf] - scores[rival]
      for entry in open {
        let change = contest.worth[entry * count + leaf] - contest.worth[entry * count + rival]
        if change < 0 { lead += change }
      }
      lack = max(lack, -lead)
    }
    return lack
  }
}
