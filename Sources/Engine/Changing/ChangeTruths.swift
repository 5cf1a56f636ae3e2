/// What single changes make of comparisons: where nothing but conditions stands between answers and rules, the truths of
/// any set of changes follow from those of its members, without a look at the answers.
struct ChangeTruths: Sendable {
  /// A comparison that a change makes come out otherwise.
  private struct Turn {
    let register: Int32
    let truth: TruthPlanes
  }

  /// The comparisons that changes can reach, with their truths before any change, the same in all lanes.
  private let before: [(register: Int, truth: TruthPlanes)]
  /// The operations that join them.
  private let joints: Course
  private let turns: [Turn]
  /// Per change, its run in `turns`.
  private let runs: [Run]

  /// nil where a change can do more than turn comparisons: where it fills another column or makes it relevant.
  ///
  /// - Parameter motion: a part of what the changes can reach.
  init?(_ worlds: inout ChangedWorlds, _ motion: Motion) {
    let program = worlds.worlds.index.program
    var registers: [Int] = []
    var columns: [Int32] = []
    var joints: [Int] = []
    for operation in motion.operations {
      switch program.operations[operation] {
      case .compare(let register, let comparison):
        registers.append(Int(register))
        columns.append(program.comparisons[Int(comparison)].column)
      case .all, .any, .not: joints.append(operation)
      case .relevance, .formula, .truth, .cases, .decide: return nil
      }
    }
    worlds.begin()
    worlds.evaluate(motion)
    let before = registers.map { (register: $0, truth: worlds.kernel.truths[$0]) }
    var turns: [Turn] = []
    var runs: [Run] = []
    for start in stride(from: 0, to: worlds.changes.count, by: WorldBlock.width) {
      let batch = start..<min(start + WorldBlock.width, worlds.changes.count)
      worlds.begin()
      for change in batch { worlds.make(change, lane: change - start) }
      worlds.evaluate(motion)
      for change in batch {
        let first = turns.count
        for (place, register) in registers.enumerated() where columns[place] == worlds.changes[change].fact.column {
          let truth = worlds.kernel.truths[register].spread(from: change - start)
          if truth.yes == before[place].truth.yes && truth.no == before[place].truth.no { continue }
          turns.append(Turn(register: Int32(register), truth: truth))
        }
        runs.append(Run(first..<turns.count))
      }
    }
    self.before = before
    self.joints = Course(program, joints)
    self.turns = turns
    self.runs = runs
  }

  /// Finds the truths of up to 64 sets of changes, one in each lane.
  func evaluate(_ sets: ChangeSets, _ batch: Range<Int>, _ kernel: inout Kernel, _ block: WorldBlock) {
    for (register, truth) in before { kernel.assume(register, truth) }
    for (lane, set) in batch.enumerated() {
      for place in 0..<sets.size {
        for turn in runs[sets.member(place, of: set)].indices {
          kernel.assume(Int(turns[turn].register), turns[turn].truth, lane: lane)
        }
      }
    }
    var stage = 0
    _ = kernel.reason(joints, &stage, on: block)
  }
}

extension TruthPlanes {
  /// The truth of one lane in all of them.
  fileprivate func spread(from lane: Int) -> TruthPlanes {
    TruthPlanes(yes: yes >> UInt64(lane) & 1 == 1 ? ~0 : 0, no: no >> UInt64(lane) & 1 == 1 ? ~0 : 0)
  }
}
