import Engine
import TestSupport
import Testing

/// Planes of 64 worlds, or of one alone, against one world after the other: comparisons of every kind with values known
/// exactly, in part or not at all; conditions of every kind joined from them; points added up.
@Suite struct KernelPlaneTests {
  @Test(arguments: 0..<24)
  func planesSayWhatEveryWorldSays(seed: Int) {
    var dice = TestSupport.SplitMix64(seed: UInt64(seed))
    let random = RandomProgram(&dice)
    var kernel = Kernel(random.program, random.circumstances)
    var block = WorldBlock(columnCount: random.program.columnCount)
    // One kernel and one block throughout: what a block leaves behind must not show in the next one.
    for round in 0..<12 {
      let alone = [-1, 5, 5, 63, -1, 0][round % 6]
      let worlds = (0..<WorldBlock.width).map { lane in
        random.values(alone < 0 || lane == alone ? [1, 0.7, 0.95][round % 3] : 0, isExact: round % 4 < 2, &dice)
      }
      for (lane, values) in worlds.enumerated() {
        for (column, value) in values.enumerated() { value.fill(&block, column: column, lane: lane) }
      }
      kernel.evaluate(&block)
      for lane in 0..<WorldBlock.width { expectSame(kernel, random, worlds[lane], lane) }
    }
  }

  private func expectSame(_ kernel: Kernel, _ random: RandomProgram, _ values: [PlainValue], _ lane: Int) {
    let program = random.program
    let truths = plainTruths(of: program, values)
    for register in truths.indices {
      #expect(kernel.truths[register].value(in: lane) == truths[register], "register \(register), lane \(lane)")
    }
    let slots = program.slots.count
    var net = Array(repeating: Array(repeating: 0, count: slots), count: program.leaves.count)
    var excluded = Array(repeating: false, count: program.leaves.count)
    var isEnough = false
    for rule in program.rules where truths[Int(rule.register)] == true {
      isEnough = true
      for place in rule.exclusions.indices { excluded[Int(program.exclusions[place])] = true }
      for place in rule.ratings.indices {
        net[Int(program.ratings[place].leaf)][Int(rule.slot)] += Int(program.ratings[place].points)
      }
    }
    var winner: (leaf: Int, score: Double)?
    let sum = random.circumstances.weights.reduce(0, +)
    for leaf in program.leaves.indices {
      var score = 0.0
      for slot in 0..<slots {
        #expect(Int(kernel.net[(leaf * slots + slot) * WorldBlock.width + lane]) == net[leaf][slot], "lane \(lane)")
        score +=
          100 * (random.circumstances.weights[slot] / sum) * Double(net[leaf][slot]) / Double(program.slots[slot].scale)
      }
      #expect((kernel.scores[leaf * WorldBlock.width + lane] - score).magnitude <= 1e-9 * max(1, score.magnitude))
      #expect(kernel.isExcluded(leaf, lane: lane) == excluded[leaf])
      let rank = kernel.roundedScore(leaf, lane: lane)
      #expect(rank == (kernel.scores[leaf * WorldBlock.width + lane] * 1e9).rounded(.toNearestOrEven))
      if isEnough && !excluded[leaf] && rank > winner?.score ?? -.infinity { winner = (leaf, rank) }
    }
    #expect(kernel.best[lane] == winner.map { Int32($0.leaf) } ?? -1, "lane \(lane)")
    #expect(kernel.outcome[lane] == kernel.best[lane])
  }
}

/// Columns of every kind, comparisons with them, conditions on conditions, and one decision with small and large points.
private struct RandomProgram {
  private(set) var program = Program()
  let circumstances: Circumstances
  private let bounds = [-1e300, -2, -0.0, 0, 0.5, 1, 3, 1e300]

  init(_ dice: inout TestSupport.SplitMix64) {
    let slots = dice.int(1...3)
    let weights = (0..<slots).map { _ in Double(dice.int(1...5)) }
    circumstances = Circumstances(weights: weights, decided: [.open])
    for _ in 0..<30 { addComparison(dice.int(0...5), &dice) }
    for _ in 0..<40 { addCondition(&dice) }
    addDecision(slots, &dice)
  }

  /// Columns 0 and 1 are choices, of few and of 64; 2 and 3 such sets; 4 and 5 numbers.
  private func mask(_ column: Int, _ dice: inout TestSupport.SplitMix64) -> UInt64 {
    let all: UInt64 = column % 2 == 0 ? 0b11111 : ~0
    return [dice.next() & all, dice.next() & dice.next() & dice.next() & all, 1 << UInt64(dice.int(0...3)), 0, all][
      dice.int(0...4)
    ]
  }

  private mutating func addComparison(_ column: Int, _ dice: inout TestSupport.SplitMix64) {
    let mask = mask(column, &dice)
    let test: Engine.Test
    switch column {
    case 0, 1: test = dice.chance(0.5) ? .member(mask) : .notMember(mask)
    case 2, 3: test = [.intersects(mask), .contains(mask), .subset(mask)][dice.int(0...2)]
    default:
      let range = Bounds(
        lower: dice.chance(0.4) ? -.infinity : dice.pick(bounds),
        upper: dice.chance(0.4) ? .infinity : dice.pick(bounds),
        isLowerOpen: dice.chance(0.5),
        isUpperOpen: dice.chance(0.5)
      )
      test = dice.chance(0.5) ? .within(range) : .outside(range)
    }
    program.comparisons.append(Comparison(column: Int32(column), test: test))
    let comparison = Int32(program.comparisons.count - 1)
    program.operations.append(.compare(register: nextRegister(), comparison: comparison))
  }

  private mutating func nextRegister() -> Int32 {
    program.registerCount += 1
    return Int32(program.registerCount - 1)
  }

  private mutating func addCondition(_ dice: inout TestSupport.SplitMix64) {
    let known = program.registerCount - 1
    let first = program.operands.count
    for _ in 0..<dice.int(0...5) { program.operands.append(Int32(dice.int(0...known))) }
    let run = Run(first..<program.operands.count)
    let register = nextRegister()
    switch dice.int(0...2) {
    case 0: program.operations.append(.all(register: register, of: run))
    case 1: program.operations.append(.any(register: register, of: run))
    default: program.operations.append(.not(register: register, of: Int32(dice.int(0...known))))
    }
  }

  private mutating func addDecision(_ slots: Int, _ dice: inout TestSupport.SplitMix64) {
    let leaves = 3
    program.leaves = (0..<leaves).map {
      LeafRow(family: Int32($0), tieOrder: Int32($0), firstCell: Int32($0 * slots))
    }
    program.slots = (0..<slots).map { SlotRow(criterion: Int32($0), scale: Int32(dice.int(1...30))) }
    let most = dice.pick([3, 15, 1_000])
    for _ in 0..<60 {
      let register = Int32(dice.int(0...program.registerCount - 1))
      let (ratings, exclusions) = (program.ratings.count, program.exclusions.count)
      let excludes = dice.chance(0.05)
      if excludes {
        program.exclusions.append(Int32(dice.int(0...leaves - 1)))
      } else {
        for leaf in dice.some(Array(0..<leaves), 1...leaves) {
          program.ratings.append(RatingRow(leaf: Int32(leaf), points: Int32(dice.int(-most...most))))
        }
      }
      program.rules.append(
        RuleRow(
          register: register,
          slot: excludes ? -1 : Int32(dice.int(0...slots - 1)),
          ratings: Run(ratings..<program.ratings.count),
          exclusions: Run(exclusions..<program.exclusions.count)
        )
      )
    }
    program.columnCount = 8
    program.operations.append(.decide(decision: 0))
    program.decisions = [
      DecisionRow(
        when: -1,
        leaves: Run(0..<leaves),
        slots: Run(0..<slots),
        rules: Run(0..<program.rules.count),
        familyColumn: 6,
        leafColumn: 7
      )
    ]
  }

  /// A value for every column that is asked; unknown where the dice do not know it.
  func values(_ share: Double, isExact: Bool, _ dice: inout TestSupport.SplitMix64) -> [PlainValue] {
    (0..<6).map { column in
      guard dice.chance(share) else { return .unknown }
      if dice.chance(0.05) { return .notApplicable }
      switch column {
      case 0, 1:
        let bit: UInt64 = 1 << UInt64(dice.int(0...(column == 0 ? 4 : 63)))
        return .choice(isExact ? bit : bit | mask(column, &dice))
      case 2, 3:
        let bits = mask(column, &dice)
        return .set(bits, mayHold: isExact ? bits : bits | mask(column, &dice))
      default:
        let (one, other) = (dice.pick(bounds), dice.pick(bounds))
        return isExact ? .number(one, one) : .number(min(one, other), max(one, other))
      }
    }
  }
}
