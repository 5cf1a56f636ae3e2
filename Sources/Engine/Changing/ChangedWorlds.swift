/// A value tried in the place of an answer.
package struct Change: Sendable {
  package let fact: OpenFact
  /// A single value.
  package let value: Extent

  package init(fact: OpenFact, value: Extent) {
    self.fact = fact
    self.value = value
  }
}

/// One world with some of its answers changed, in as many ways as wanted: 64 at a time, and only as far as they matter to
/// one decision.
package struct ChangedWorlds: Sendable {
  package let worlds: OpenWorlds
  package let changes: [Change]
  let contest: Contest
  private(set) var kernel: Kernel
  private var block: WorldBlock
  /// What changes can reach.
  let motion: Motion
  /// What is known where nothing is changed, up to what changes can reach; nil before the first evaluation.
  private var still: (known: [UInt64], notApplicable: [UInt64])?
  /// Changes of the last block, with their lanes.
  private var made: [(change: Int, lane: Int)] = []

  /// - Parameters:
  ///   - worlds: their template is the world that is changed, in all lanes; defaults count in it.
  ///   - changes: those of a fact stand together.
  ///   - kernel: of their program and circumstances.
  package init(_ worlds: OpenWorlds, changes: [Change], _ kernel: Kernel) {
    self.worlds = worlds
    self.changes = changes
    self.kernel = kernel
    contest = Contest(kernel, decision: worlds.decision)
    block = worlds.template
    var columns: [Int] = []
    for change in changes where columns.last != Int(change.fact.column) { columns.append(Int(change.fact.column)) }
    motion = Motion(worlds.index.program, worlds.cone.operations, filled: columns, reweighs: false)
  }

  /// The leaf that the scores recommend without a change, by place, or −1.
  mutating func standing() -> Int {
    evaluate([[]])
    return winner(0)
  }

  /// Evaluates up to 64 sets of changes, one in each lane.
  mutating func evaluate(_ sets: ArraySlice<[Int]>) {
    begin()
    for (lane, set) in sets.enumerated() {
      for change in set { make(change, lane: lane) }
    }
    evaluate(motion)
  }

  /// Takes all changes back.
  mutating func begin() {
    if let still {
      block.known = still.known
      block.notApplicable = still.notApplicable
      for (change, lane) in made { block.copy(Int(changes[change].fact.column), lane: lane, from: worlds.template) }
    } else {
      kernel.settle(motion, on: &block)
      still = (block.known, block.notApplicable)
    }
    made.removeAll(keepingCapacity: true)
  }

  mutating func make(_ change: Int, lane: Int) {
    changes[change].fact.fill(&block, lane: lane, with: changes[change].value)
    made.append((change, lane))
  }

  /// - Parameter motion: all that changes can reach, or a part of it.
  mutating func evaluate(_ motion: Motion) { kernel.evaluate(motion, on: &block) }

  /// Finds the truths of up to 64 sets of changes without making them.
  mutating func reason(_ sets: ChangeSets, _ batch: Range<Int>, _ truths: ChangeTruths) {
    truths.evaluate(sets, batch, &kernel, block)
  }

  /// The leaf that the scores recommend in a lane, by place; −1 if none is, or if the decision does not apply.
  func winner(_ lane: Int) -> Int {
    if kernel.applicable[worlds.decision].no >> UInt64(lane) & 1 == 1 { return -1 }
    let leaf = kernel.best[worlds.decision * WorldBlock.width + lane]
    return leaf < 0 ? -1 : Int(leaf - contest.row.leaves.first)
  }

  /// The score of a leaf (by place) in a lane.
  func score(of leaf: Int, _ lane: Int) -> Double {
    kernel.scores[(Int(contest.row.leaves.first) + leaf) * WorldBlock.width + lane]
  }
}
