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
  /// Per decision: lanes in which some rule rates or excludes, whether its criterion counts or not. In all others there are
  /// no points, and nothing is recommended.
  var speaking: [UInt64]
  /// Per decision: the only lane in which rules speak or spoke in the block before; −1 if there are more.
  var alone: [Int]
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
  /// All operations, made ready when somebody first runs them all.
  private var everything: Course?
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
    speaking = enough
    alone = Array(repeating: -1, count: program.decisions.count)
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
    quickRanks = QuickRanks(cells: cells, leaves: program.leaves.count)
  }

  /// Weighs the criteria anew, lane by lane, from the next `evaluate` on.
  mutating func weigh(_ draw: (inout LaneWeights) -> Void) { weighing.update(program, draw) }

  /// Weighs the criteria anew, lane by lane, from the next `evaluate` on.
  package mutating func weigh(_ weights: LaneWeights) { weighing.update(program, weights) }

  /// Evaluates all lanes of a block; fills its columns of derived facts and of outcomes.
  package mutating func evaluate(_ block: inout WorldBlock) {
    let course = everything ?? Course(program, Array(program.operations.indices))
    everything = course
    evaluate(course, on: &block)
  }

  /// Evaluates a part of the program; what it depends on must stand in the block.
  package mutating func evaluate(_ course: Course, on block: inout WorldBlock) {
    begin()
    var stage = 0
    while let operation = reason(course, &stage, on: block) { fill(operation, &block) }
  }

  /// Makes everything ready that stays the same in all blocks of a series. What moves is left as it was in the block.
  mutating func settle(_ motion: Motion, on block: inout WorldBlock) {
    evaluate(Course(program, once: motion.still), on: &block)
    for decision in motion.decisions where !motion.movesPoints[decision] {
      addUp(decision, program.decisions[decision])
      if motion.reweighs && QuickPaths.areIn && alone[decision] < 0 { prepareRanks(program.decisions[decision]) }
    }
  }

  /// Evaluates what moves from one block of a series to the next.
  ///
  /// Where only weights move there are ranks and outcomes, but no scores: they are no numbers then.
  mutating func evaluate(_ motion: Motion, on block: inout WorldBlock) {
    for column in motion.columns { planes.forget(column) }
    var stage = 0
    while let operation = reason(motion.course, &stage, on: block) {
      if case .decide(let decision) = program.operations[operation], !motion.movesPoints[Int(decision)] {
        decideAgain(Int(decision), &block, onlyRanks: motion.reweighs)
      } else {
        fill(operation, &block)
      }
    }
  }

  /// Takes the truth of a register as given until the operation that finds it runs.
  mutating func assume(_ register: Int, _ truth: TruthPlanes) { truths[register] = truth }

  /// The same in one lane only.
  mutating func assume(_ register: Int, _ truth: TruthPlanes, lane: Int) {
    let bit = SIMD2<UInt64>(repeating: 1 << UInt64(lane))
    truths[register].planes = truths[register].planes & ~bit | truth.planes & bit
  }

  /// Forgets the values of the last block. Comes before a series of `reason` and `fill` on a block.
  mutating func begin() { planes.forget() }

  /// Finds truths, up to the next operation that fills a column; that is left to the caller.
  ///
  /// What they depend on must have run on the block, and no column may have been changed from outside that was compared
  /// since `begin`.
  ///
  /// - Parameter stage: of the course, where to begin; afterwards where to go on.
  /// - Returns: the operation that fills; nil at the end of the course.
  mutating func reason(_ course: Course, _ stage: inout Int, on block: WorldBlock) -> Int? {
    precondition(course.registerCount <= truths.count && course.comparisonCount <= program.comparisons.count)
    return Self.reason(course, &stage, on: block, &truths, &planes)
  }

  private static func reason(
    _ course: Course,
    _ stage: inout Int,
    on block: WorldBlock,
    _ registers: inout [TruthPlanes],
    _ planes: inout CellPlanes
  ) -> Int? {
    let all = course.words
    let words = all.span
    var truths = registers.mutableSpan
    while stage < words.count {
      let subject = Int(words[stage + 1])
      let first = stage + Course.head
      let end = first + Int(words[stage + 2])
      let entries = words.extracting(first..<end)
      let work = Course.Work(rawValue: words[stage])
      stage = end
      switch work {
      case .compare: planes.compare(subject, entries, block, into: &truths)
      case .all: truths.join(entries, subject, from: ~0, &)
      case .any: truths.join(entries, subject, from: 0, |)
      case .not: truths.negate(entries)
      case .fill, nil: return subject
      }
    }
    return nil
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

  /// Adds up the net points of a leaf.
  ///
  /// - Parameter lane: the only one whose points can have changed; −1 for all.
  mutating func addUp(_ leaf: Int, slots: Int, lane: Int) {
    let first = Int(program.leaves[leaf].firstCell)
    if lane >= 0 {
      tallies.add(first..<first + slots, lane: lane, truths, into: &net)
    } else {
      tallies.add(first..<first + slots, truths, into: &net, isEven: &isEven, &waiting)
    }
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
