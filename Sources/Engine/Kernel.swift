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
  package internal(set) var applicable: [TruthPlanes]
  /// Per leaf: lanes in which it is excluded.
  package internal(set) var excluded: [UInt64]
  /// Per leaf and lane (`leaf * 64 + lane`): the score in points.
  package internal(set) var scores: [Double]
  /// Per cell and lane: net points.
  package private(set) var net: [Int32]
  /// Per slot: lanes in which a rule under its criterion has spoken.
  package internal(set) var spoken: [UInt64]
  /// Per decision: lanes in which some rule rates or excludes.
  package internal(set) var enough: [UInt64]
  /// Per decision: lanes in which some rule excludes.
  var exclusive: [UInt64]
  /// Per decision and lane: the leaf (index into `Program.leaves`) that the scores recommend, or −1.
  package internal(set) var best: [Int32]
  /// Per decision and lane: the leaf that stands for the outcome: the decided one, else the recommended one, or −1.
  package internal(set) var outcome: [Int32]
  /// The weights in force; those of the circumstances until others are given.
  private(set) var weighing: Weighing
  /// The columns that are compared, spread over planes.
  private var planes: CellPlanes
  /// What rules give to cells.
  let tallies: Tallies
  /// Per cell: whether its net points are the same in all lanes.
  private(set) var isEven: [Bool]
  // Working space.
  private var waiting: [UInt64]
  /// Per leaf and lane: the score in billionths of a point, as a whole number: what ranks are made of.
  var rankScores: [Double]
  /// The leaves of every decision in the order that breaks ties.
  let leafOrder: [Int]
  private let everyOperation: [Int]
  /// How leaves rank in a series of blocks that differ in weights only.
  var quickRanks: QuickRanks

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
    exclusive = enough
    best = Array(repeating: -1, count: program.decisions.count * width)
    outcome = Array(repeating: -1, count: program.decisions.count * width)
    weighing = Weighing(program, LaneWeights(circumstances.weights))
    planes = CellPlanes(program)
    tallies = Tallies(program, circumstances, cellCount: cells)
    isEven = Array(repeating: true, count: cells)
    waiting = Array(repeating: 0, count: tallies.room)
    rankScores = scores
    var order: [Int] = []
    for decision in program.decisions {
      order += decision.leaves.indices.sorted { program.leaves[$0].tieOrder < program.leaves[$1].tieOrder }
    }
    leafOrder = order
    everyOperation = program.scheduled(Array(program.operations.indices))
    quickRanks = QuickRanks(cells: cells, leaves: program.leaves.count)
  }

  /// Weighs the criteria anew, lane by lane, from the next `evaluate` on.
  mutating func weigh(_ draw: (inout LaneWeights) -> Void) { weighing.update(program, draw) }

  /// Weighs the criteria anew, lane by lane, from the next `evaluate` on.
  package mutating func weigh(_ weights: LaneWeights) { weighing.update(program, weights) }

  /// Evaluates all lanes of a block; fills its columns of derived facts and of outcomes.
  package mutating func evaluate(_ block: inout WorldBlock) { evaluate(everyOperation, on: &block) }

  /// Evaluates a part of the program; what it depends on must stand in the block.
  package mutating func evaluate(_ operations: [Int], on block: inout WorldBlock) {
    begin()
    var place = 0
    while true {
      place = reason(operations, from: place, on: block)
      guard place < operations.count else { return }
      fill(operations[place], &block)
      place += 1
    }
  }

  /// Makes everything ready that stays the same in all blocks of a series. What moves is left as it was in the block.
  mutating func settle(_ motion: Motion, on block: inout WorldBlock) {
    evaluate(program.scheduled(motion.still), on: &block)
    for operation in motion.operations {
      guard case .decide(let decision) = program.operations[operation], !motion.movesPoints[Int(decision)] else {
        continue
      }
      addUp(Int(decision), program.decisions[Int(decision)])
      if motion.reweighs && Self.ranksQuickly { prepareRanks(program.decisions[Int(decision)]) }
    }
  }

  /// Evaluates what moves from one block of a series to the next.
  ///
  /// Where only weights move there are ranks and outcomes, but no scores: they are no numbers then.
  mutating func evaluate(_ motion: Motion, on block: inout WorldBlock) {
    for column in motion.columns { planes.forget(column) }
    var place = 0
    while true {
      place = reason(motion.operations, from: place, on: block)
      guard place < motion.operations.count else { return }
      let operation = motion.operations[place]
      if case .decide(let decision) = program.operations[operation], !motion.movesPoints[Int(decision)] {
        decideAgain(Int(decision), &block, onlyRanks: motion.reweighs)
      } else {
        fill(operation, &block)
      }
      place += 1
    }
  }

  /// Forgets the values of the last block. Comes before a series of `reason` and `fill` on a block.
  mutating func begin() { planes.forget() }

  /// Runs operations that find truths, up to the first one that fills a column.
  ///
  /// What they depend on must have run on the block, and no column may have been changed from outside that was compared
  /// since `begin`.
  ///
  /// - Parameter start: a place in `operations`, as is the result.
  mutating func reason(_ operations: [Int], from start: Int, on block: WorldBlock) -> Int {
    Self.reason(program, operations, from: start, on: block, &truths, &planes)
  }

  private static func reason(
    _ program: Program,
    _ operations: [Int],
    from start: Int,
    on block: WorldBlock,
    _ registers: inout [TruthPlanes],
    _ planes: inout CellPlanes
  ) -> Int {
    let steps = program.operations.span
    let operands = program.operands.span
    let comparisons = program.comparisons.span
    var truths = registers.mutableSpan
    var place = start
    while place < operations.count {
      switch steps[operations[place]] {
      case .compare(let register, let comparison):
        truths[Int(register)] = planes.compare(Int(comparison), comparisons[Int(comparison)], block)
      case .all(let register, let run):
        var result = TruthPlanes(yes: ~0, no: 0)
        for index in run.indices {
          let operand = truths[Int(operands[index])]
          result.yes &= operand.yes
          result.no |= operand.no
        }
        truths[Int(register)] = result
      case .any(let register, let run):
        var result = TruthPlanes(yes: 0, no: ~0)
        for index in run.indices {
          let operand = truths[Int(operands[index])]
          result.yes |= operand.yes
          result.no &= operand.no
        }
        truths[Int(register)] = result
      case .not(let register, let operand):
        let result = truths[Int(operand)]
        truths[Int(register)] = TruthPlanes(yes: result.no, no: result.yes)
      case .relevance, .formula, .truth, .cases, .decide: return place
      }
      place &+= 1
    }
    return place
  }

  /// Runs one operation that fills a column or makes it relevant, or decides.
  mutating func fill(_ operation: Int, _ block: inout WorldBlock) {
    switch program.operations[operation] {
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
    case .compare, .all, .any, .not: return
    }
  }

  // MARK: Points

  /// Adds up the net points of a leaf, once it is known where rules have spoken.
  mutating func addUp(_ leaf: Int, _ slots: Range<Int>) {
    let first = Int(program.leaves[leaf].firstCell)
    tallies.add(first..<first + slots.count, slots, truths, spoken, into: &net, isEven: &isEven, &waiting)
  }

  /// Share of a slot's criterion in all weight of its decision; 0 if nothing has weight.
  package func share(ofSlot slot: Int, in decision: Int, lane: Int = 0) -> Double {
    weighing.shares[slot * WorldBlock.width + lane]
  }

  /// Per slot and lane (`slot * 64 + lane`): the same.
  var allShares: [Double] { weighing.shares }

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
}
