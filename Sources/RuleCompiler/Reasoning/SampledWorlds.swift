import Engine
import RuleModel

/// Worlds drawn from the priors (method.md, section 7), all with the weights of the packs: what they show is possible,
/// and what they do not show is worth a proof.
struct SampledWorlds: Sendable {
  static let count = 4096
  static let seed: UInt64 = 1

  let rules: CompiledRules
  /// The profile's date in all of them.
  let today: CalendarDate
  private let table: DrawTable
  private let words = count / WorldBlock.width
  /// Per register and word of 64 worlds: where it is true, and where it is false.
  private var yes: [UInt64]
  private var no: [UInt64]
  /// Per leaf of the program: in how many worlds it is recommended.
  private(set) var wins: [Int]
  /// Per decision: worlds in which it applies, or may; and those of them in which every leaf is excluded.
  private(set) var applicable: [Int]
  private(set) var withoutSolution: [Int]
  /// Per decision: the first world without a solution.
  private(set) var firstWithoutSolution: [Int?]
  /// Per decision, then leaf, then slot: worlds in which the net points pass the scale, and the first of them.
  private(set) var beyondScale: [[[(count: Int, first: Int)]]]

  init(_ rules: CompiledRules, today: CalendarDate) {
    self.rules = rules
    self.today = today
    table = rules.drawTable(today: today)
    let program = rules.program
    let circumstances = Circumstances(
      weights: rules.weights([:]),
      decided: program.decisions.map { _ in .open },
      today: Double(today.days)
    )
    var kernel = Kernel(program, circumstances)
    var block = WorldBlock(columnCount: program.columnCount)
    yes = Array(repeating: 0, count: program.registerCount * words)
    no = yes
    wins = Array(repeating: 0, count: program.leaves.count)
    applicable = Array(repeating: 0, count: program.decisions.count)
    withoutSolution = applicable
    firstWithoutSolution = Array(repeating: nil, count: program.decisions.count)
    beyondScale = program.decisions.map { decision in
      decision.leaves.indices.map { _ in decision.slots.indices.map { _ in (count: 0, first: -1) } }
    }
    for word in 0..<words {
      let first = word * WorldBlock.width
      for lane in 0..<WorldBlock.width { draw(first + lane, into: &block, lane: lane) }
      kernel.evaluate(&block)
      for register in 0..<program.registerCount {
        yes[register * words + word] = kernel.truths[register].yes
        no[register * words + word] = kernel.truths[register].no
      }
      for (place, decision) in program.decisions.enumerated() { count(place, decision, kernel, first) }
    }
  }

  private func draw(_ world: Int, into block: inout WorldBlock, lane: Int) {
    for column in 0..<block.columnCount { block.clear(column, lane: lane) }
    var random = SplitMix64(seed: Self.seed, world: world)
    table.draw(into: &block, lane: lane, using: &random)
  }

  private mutating func count(_ place: Int, _ decision: DecisionRow, _ kernel: Kernel, _ first: Int) {
    let lanes = ~kernel.applicable[place].no
    applicable[place] += lanes.nonzeroBitCount
    var open = lanes
    while open != 0 {
      let lane = open.trailingZeroBitCount
      open &= open - 1
      let best = Int(kernel.best[place * WorldBlock.width + lane])
      if best >= 0 { wins[best] += 1 }
    }
    var excluded = decision.leaves.count == 0 ? 0 : lanes
    for leaf in decision.leaves.indices { excluded &= kernel.excluded[leaf] }
    withoutSolution[place] += excluded.nonzeroBitCount
    if excluded != 0, firstWithoutSolution[place] == nil {
      firstWithoutSolution[place] = first + excluded.trailingZeroBitCount
    }
    for (row, leaf) in decision.leaves.indices.enumerated() {
      let cells = Int(kernel.program.leaves[leaf].firstCell)
      for (slot, index) in decision.slots.indices.enumerated() {
        let scale = kernel.program.slots[index].scale
        let nets = (cells + slot) * WorldBlock.width
        for lane in 0..<WorldBlock.width where lanes >> UInt64(lane) & 1 == 1 {
          guard kernel.net[nets + lane].magnitude > UInt32(scale) else { continue }
          if beyondScale[place][row][slot].count == 0 { beyondScale[place][row][slot].first = first + lane }
          beyondScale[place][row][slot].count += 1
        }
      }
    }
  }

  // MARK: Registers

  func isEverTrue(_ register: Int) -> Bool { run(register).contains { yes[$0] != 0 } }
  func isAlwaysTrue(_ register: Int) -> Bool { run(register).allSatisfy { yes[$0] == ~0 } }
  func isEverFalse(_ register: Int) -> Bool { run(register).contains { no[$0] != 0 } }

  /// Whether both are true in some world.
  func areTrueTogether(_ a: Int, _ b: Int) -> Bool {
    (0..<words).contains { yes[a * words + $0] & yes[b * words + $0] != 0 }
  }

  /// Whether one is true in some world in which the other is not.
  func isTrueWithout(_ a: Int, _ b: Int) -> Bool {
    (0..<words).contains { yes[a * words + $0] & ~yes[b * words + $0] != 0 }
  }

  /// The worlds in which a register is true, as words of 64: equal for conditions that say the same.
  func signature(_ register: Int) -> [UInt64] { Array(yes[run(register)]) }

  /// Whether a register is true in a world.
  func isTrue(_ register: Int, in world: Int) -> Bool {
    yes[register * words + world / WorldBlock.width] >> UInt64(world % WorldBlock.width) & 1 == 1
  }

  private func run(_ register: Int) -> Range<Int> { register * words..<(register + 1) * words }
}
