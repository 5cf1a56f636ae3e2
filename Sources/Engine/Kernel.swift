/// Runs a program over blocks of worlds. All arithmetic of method.md sections 1 to 5 happens here.
///
/// After `evaluate`, the truth of every register and the outcome of every decision can be read lane by lane until the
/// next call. The results of a lane depend on that lane only.
package struct Kernel: Sendable {
  package let program: Program
  package let circumstances: Circumstances
  /// Truth of every register.
  package private(set) var truths: [TruthPlanes]
  /// Per decision: lanes in which it applies, and in which it does not; in the others that is unknown.
  package private(set) var applicable: [TruthPlanes]
  /// Per leaf: lanes in which it is excluded.
  package private(set) var excluded: [UInt64]
  /// Per leaf and lane (`leaf * 64 + lane`): the score in points.
  package private(set) var scores: [Double]
  /// Per cell and lane: net points.
  package private(set) var net: [Int32]
  /// Per slot: lanes in which a rule under its criterion has spoken.
  package private(set) var spoken: [UInt64]
  /// Per decision: lanes in which some rule rates or excludes.
  package private(set) var enough: [UInt64]
  /// Per decision and lane: the leaf (index into `Program.leaves`) that the scores recommend, or −1.
  package private(set) var best: [Int32]
  /// Per decision and lane: the leaf that stands for the outcome: the decided one, else the recommended one, or −1.
  package private(set) var outcome: [Int32]
  /// The weights in force; those of the circumstances until others are given.
  private(set) var weighing: Weighing

  package init(_ program: Program, _ circumstances: Circumstances) {
    self.program = program
    self.circumstances = circumstances
    let width = WorldBlock.width
    truths = Array(repeating: TruthPlanes(yes: 0, no: 0), count: program.registerCount)
    applicable = Array(repeating: TruthPlanes(yes: 0, no: 0), count: program.decisions.count)
    excluded = Array(repeating: 0, count: program.leaves.count)
    scores = Array(repeating: 0, count: program.leaves.count * width)
    var cells = 0
    for decision in program.decisions { cells += Int(decision.leaves.count) * Int(decision.slots.count) }
    net = Array(repeating: 0, count: cells * width)
    spoken = Array(repeating: 0, count: program.slots.count)
    enough = Array(repeating: 0, count: program.decisions.count)
    best = Array(repeating: -1, count: program.decisions.count * width)
    outcome = Array(repeating: -1, count: program.decisions.count * width)
    weighing = Weighing(program, LaneWeights(circumstances.weights))
  }

  /// Weighs the criteria anew, lane by lane, from the next `evaluate` on.
  package mutating func weigh(_ weights: LaneWeights) { weighing.update(program, weights) }

  /// Evaluates all lanes of a block; fills its columns of derived facts and of outcomes.
  package mutating func evaluate(_ block: inout WorldBlock) {
    for operation in program.operations.indices { run(operation, on: &block) }
  }

  /// Runs one operation of the program; those that it depends on must have run on the block.
  package mutating func run(_ operation: Int, on block: inout WorldBlock) {
    switch program.operations[operation] {
    case .compare(let register, let comparison):
      truths[Int(register)] = compare(program.comparisons[Int(comparison)], block)
    case .all(let register, let run):
      var planes = TruthPlanes(yes: ~0, no: 0)
      for index in run.indices {
        let operand = truths[Int(program.operands[index])]
        planes.yes &= operand.yes
        planes.no |= operand.no
      }
      truths[Int(register)] = planes
    case .any(let register, let run):
      var planes = TruthPlanes(yes: 0, no: ~0)
      for index in run.indices {
        let operand = truths[Int(program.operands[index])]
        planes.yes |= operand.yes
        planes.no &= operand.no
      }
      truths[Int(register)] = planes
    case .not(let register, let operand):
      let planes = truths[Int(operand)]
      truths[Int(register)] = TruthPlanes(yes: planes.no, no: planes.yes)
    case .relevance(let column, let register):
      let planes = truths[Int(register)]
      block.known[Int(column)] &= planes.yes
      block.notApplicable[Int(column)] = (block.notApplicable[Int(column)] & planes.yes) | planes.no
    case .formula(let column, let root):
      derive(Int(column), formula: Int(root), &block)
    case .truth(let column, let register):
      derive(Int(column), truth: truths[Int(register)], &block)
    case .cases(let column, let cases, let otherwise):
      derive(Int(column), cases: cases, otherwise: Int(otherwise), &block)
    case .decide(let decision):
      decide(Int(decision), &block)
    }
  }

  // MARK: Points

  /// Share of a slot's criterion in all weight of its decision; 0 if nothing has weight.
  package func share(ofSlot slot: Int, in decision: Int, lane: Int = 0) -> Double {
    weighing.shares[slot * WorldBlock.width + lane]
  }

  /// What net points under a slot's criterion are worth: 100 · (W_c/ΣW) · x / K_c (method.md, sections 4 and 5).
  package func points(_ net: Int32, slot: Int, in decision: Int, lane: Int = 0) -> Double {
    100 * share(ofSlot: slot, in: decision, lane: lane) * Double(net) / Double(program.slots[slot].scale)
  }

  /// How much of what counts has spoken in a lane, from 0 to 1.
  package func evidence(of decision: Int, lane: Int) -> Double {
    let all = weighing.sums[decision * WorldBlock.width + lane]
    guard all > 0 else { return 0 }
    var sum = 0.0
    for slot in program.decisions[decision].slots.indices where spoken[slot] >> UInt64(lane) & 1 == 1 {
      sum += weighing.weights[Int(program.slots[slot].criterion), lane]
    }
    return sum / all
  }

  /// Scores the leaves of a decision anew under other shares of the criteria, one for each slot and the same in all
  /// lanes, and finds the best ones. The outcomes of the block stay as they are, and so do the weights in force.
  package mutating func rescore(_ decision: Int, shares: [Double]) {
    let row = program.decisions[decision]
    score(row) { slot, _ in shares[slot - row.slots.indices.lowerBound] }
    for lane in 0..<WorldBlock.width { best[decision * WorldBlock.width + lane] = recommended(decision, row, lane) }
  }

  // MARK: Decisions

  private mutating func decide(_ index: Int, _ block: inout WorldBlock) {
    let decision = program.decisions[index]
    applicable[index] = decision.when < 0 ? TruthPlanes(yes: ~0, no: 0) : truths[Int(decision.when)]
    addUp(index, decision)
    let width = WorldBlock.width
    var enoughLanes = enough[index]
    for slot in decision.slots.indices { enoughLanes |= spoken[slot] & weighing.counted[slot] }
    enough[index] = enoughLanes
    var known: UInt64 = 0
    var notApplicable = applicable[index].no
    for lane in 0..<width {
      let bit: UInt64 = 1 << UInt64(lane)
      best[index * width + lane] = recommended(index, decision, lane)
      let leaf = decidedLeaf(index, decision, lane) ?? best[index * width + lane]
      outcome[index * width + lane] = leaf
      if applicable[index].no & bit != 0 { continue }
      if leaf >= 0 {
        known |= bit
        block.bits[Int(decision.leafColumn) * width + lane] = 1 << UInt64(leaf - decision.leaves.first)
        block.bits[Int(decision.familyColumn) * width + lane] = 1 << UInt64(program.leaves[Int(leaf)].family)
      } else if enoughLanes & bit != 0 {
        notApplicable |= bit
      }
    }
    for column in [Int(decision.familyColumn), Int(decision.leafColumn)] {
      block.known[column] = known
      block.notApplicable[column] = notApplicable
    }
  }

  /// Net points, exclusions and scores of all leaves of a decision.
  private mutating func addUp(_ index: Int, _ decision: DecisionRow) {
    let width = WorldBlock.width
    for leaf in decision.leaves.indices {
      excluded[leaf] = 0
      let first = Int(program.leaves[leaf].firstCell) * width
      for cell in first..<first + Int(decision.slots.count) * width { net[cell] = 0 }
    }
    for slot in decision.slots.indices { spoken[slot] = 0 }
    var enoughLanes: UInt64 = 0
    for row in decision.rules.indices {
      let rule = program.rules[row]
      let yes = truths[Int(rule.register)].yes
      if yes == 0 { continue }
      for exclusion in rule.exclusions.indices { excluded[Int(program.exclusions[exclusion])] |= yes }
      if rule.exclusions.count > 0 { enoughLanes |= yes }
      for refutation in circumstances.refuted where Int(refutation.rule) == row {
        excluded[Int(refutation.leaf)] |= yes
        enoughLanes |= yes
      }
      guard rule.slot >= 0 else { continue }
      spoken[Int(decision.slots.first + rule.slot)] |= yes
      for rating in rule.ratings.indices {
        let row = program.ratings[rating]
        let cell = (Int(program.leaves[Int(row.leaf)].firstCell) + Int(rule.slot)) * width
        var lanes = yes
        while lanes != 0 {
          net[cell + lanes.trailingZeroBitCount] += row.points
          lanes &= lanes - 1
        }
      }
    }
    enough[index] = enoughLanes
    score(decision) { [weighing] slot, lane in weighing.shares[slot * width + lane] }
  }

  /// Scores of all leaves of a decision from their net points, slot by slot in the order of ids.
  private mutating func score(_ decision: DecisionRow, _ share: (_ slot: Int, _ lane: Int) -> Double) {
    let width = WorldBlock.width
    for leaf in decision.leaves.indices {
      let first = Int(program.leaves[leaf].firstCell)
      for lane in 0..<width { scores[leaf * width + lane] = 0 }
      for (place, slot) in decision.slots.indices.enumerated() {
        let cell = (first + place) * width
        let scale = Double(program.slots[slot].scale)
        for lane in 0..<width {
          scores[leaf * width + lane] += 100 * share(slot, lane) * Double(net[cell + lane]) / scale
        }
      }
    }
  }

  /// The leaf that the scores recommend in a lane, or −1.
  private func recommended(_ index: Int, _ decision: DecisionRow, _ lane: Int) -> Int32 {
    guard enough[index] >> UInt64(lane) & 1 == 1 else { return -1 }
    return bestLeaf(of: decision, lane: lane, family: -1, evenExcluded: false)
  }

  /// The leaf that a profile has decided on, or nil where the decision is open.
  private func decidedLeaf(_ index: Int, _ decision: DecisionRow, _ lane: Int) -> Int32? {
    switch circumstances.decided[index] {
    case .open: return nil
    case .leaf(let place): return decision.leaves.first + place
    case .family(let family):
      let admissible = bestLeaf(of: decision, lane: lane, family: family, evenExcluded: false)
      if admissible >= 0 { return admissible }
      return bestLeaf(of: decision, lane: lane, family: family, evenExcluded: true)
    }
  }

  private func bestLeaf(of decision: DecisionRow, lane: Int, family: Int32, evenExcluded: Bool) -> Int32 {
    var best: Int32 = -1
    for leaf in decision.leaves.indices {
      if !evenExcluded && excluded[leaf] >> UInt64(lane) & 1 == 1 { continue }
      if family >= 0 && program.leaves[leaf].family != family { continue }
      if best < 0 || precedes(leaf, Int(best), lane: lane) { best = Int32(leaf) }
    }
    return best
  }

  /// Whether a leaf ranks before another in a lane, exclusions aside: by score rounded to 9 decimals, then by preference
  /// and id.
  package func precedes(_ a: Int, _ b: Int, lane: Int) -> Bool {
    let first = roundedScore(a, lane: lane)
    let second = roundedScore(b, lane: lane)
    if first != second { return first > second }
    return program.leaves[a].tieOrder < program.leaves[b].tieOrder
  }

  /// The score in billionths of a point, as a whole number: what ranks are made of.
  package func roundedScore(_ leaf: Int, lane: Int) -> Double {
    (scores[leaf * WorldBlock.width + lane] * 1e9).rounded(.toNearestOrEven)
  }

  /// Whether a leaf is excluded in a lane.
  package func isExcluded(_ leaf: Int, lane: Int) -> Bool { excluded[leaf] >> UInt64(lane) & 1 == 1 }
}
