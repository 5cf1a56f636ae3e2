/// Answers whose change readmits an excluded leaf, and what it scores then.
package struct Relaxation: Sendable {
  /// Places in the list of changes, ascending.
  package let changes: [Int]
  /// In points.
  package let score: Double
  /// Whether the leaf is then the recommended one.
  package let wins: Bool
}

/// What the search for relaxations found.
package struct RelaxationSearch: Sendable {
  /// The smallest sets of changes, in the order of changes.
  package let found: [Relaxation]
  /// Whether everything was tried that could have come before: if so, there are no others of that size, and none at all
  /// where nothing was found.
  package let isComplete: Bool
}

extension ChangedWorlds {
  /// How many sets of changes are tried for one leaf before the search is given up.
  package static let mostSets = 1 << 15

  /// The smallest sets of changes that readmit an excluded leaf: all of that size, unless the search was given up. None if
  /// the leaf is not excluded.
  ///
  /// Only what can help is tried: while an excluding rule is true, some fact that it hangs on must change.
  ///
  /// - Parameter limit: how many sets are tried.
  package mutating func relaxations(of leaf: Int, limit: Int = ChangedWorlds.mostSets) -> RelaxationSearch {
    let obstacles = Obstacles(self, leaf: leaf)
    let truths = ChangeTruths(&self, obstacles.motion)
    var reach: [[Int]?] = Array(repeating: nil, count: obstacles.registers.count)
    let columns = changes.map { Int($0.fact.column) }
    var isTaken = Array(repeating: false, count: worlds.index.program.columnCount)
    var level = ChangeSets.nothing
    var tried = 0
    while level.count > 0 {
      var found: [Relaxation] = []
      var next = ChangeSets(size: level.size + 1)
      // Of the next level no more than one set too many is wanted: that one tells that the search was given up.
      let wanted = limit - tried - level.count + 1
      var bound: [Int]?
      for start in stride(from: 0, to: level.count, by: WorldBlock.width) {
        let batch = start..<min(start + WorldBlock.width, level.count)
        tried += batch.count
        if tried > limit { return RelaxationSearch(found: found, isComplete: false) }
        if let truths {
          reason(level, batch, truths)
        } else {
          evaluate(level, batch, obstacles.motion)
        }
        let first = firstObstacles(obstacles, lanes: batch.count)
        if first.contains(where: { $0 < 0 }) {
          if level.size == 0 { return RelaxationSearch(found: [], isComplete: true) }
          evaluate(level, batch, motion)
          for lane in 0..<batch.count where first[lane] < 0 {
            let changes = level.members(of: start + lane)
            found.append(Relaxation(changes: changes, score: score(of: leaf, lane), wins: winner(lane) == leaf))
          }
        }
        guard found.isEmpty, wanted > 0 else { continue }
        for lane in 0..<batch.count {
          let useful = reach[first[lane]] ?? changesReaching(obstacles.registers[first[lane]])
          reach[first[lane]] = useful
          // A fact has one answer only.
          for place in 0..<level.size { isTaken[columns[level.member(place, of: start + lane)]] = true }
          for change in useful where !isTaken[columns[change]] {
            next.add(start + lane, of: level, with: change)
            if let bound, next.lastStandsBehind(bound) {
              // So do all that come of this set with a later change.
              next.removeLast()
              break
            }
          }
          for place in 0..<level.size { isTaken[columns[level.member(place, of: start + lane)]] = false }
          if next.count > 2 * wanted + WorldBlock.width {
            next.arrange(changes: changes.count, limit: wanted)
            if next.count == wanted { bound = next.members(of: wanted - 1) }
          }
        }
      }
      if !found.isEmpty { return RelaxationSearch(found: found, isComplete: true) }
      next.arrange(changes: changes.count, limit: wanted)
      level = next
    }
    return RelaxationSearch(found: [], isComplete: true)
  }

  /// Evaluates up to 64 sets, one in each lane.
  private mutating func evaluate(_ sets: ChangeSets, _ batch: Range<Int>, _ motion: Motion) {
    begin()
    for (lane, set) in batch.enumerated() {
      for place in 0..<sets.size { make(sets.member(place, of: set), lane: lane) }
    }
    evaluate(motion)
  }

  /// Per lane the first rule that is true and excludes the leaf, by place among the obstacles; −1 where there is none.
  private func firstObstacles(_ obstacles: Obstacles, lanes: Int) -> [Int] {
    var first = Array(repeating: -1, count: lanes)
    var open: UInt64 = lanes == WorldBlock.width ? ~0 : (1 << UInt64(lanes)) - 1
    for (place, register) in obstacles.registers.enumerated() where open != 0 {
      var hit = kernel.truths[register].yes & open
      open &= ~hit
      while hit != 0 {
        first[hit.trailingZeroBitCount] = place
        hit &= hit - 1
      }
    }
    return first
  }

  /// The changes of facts that a rule hangs on, ascending.
  private func changesReaching(_ register: Int) -> [Int] {
    let facts = worlds.index.cone(of: [register], throughRules: true).facts
    return changes.indices.filter { facts.contains(Int(changes[$0].fact.column)) }
  }
}

/// What stands in the way of one leaf: the rules that exclude it, and what is to be evaluated to see which are true.
private struct Obstacles {
  /// Of the rules, in their order.
  let registers: [Int]
  let motion: Motion

  init(_ worlds: ChangedWorlds, leaf: Int) {
    registers = worlds.contest.entries.filter { $0.excludes >> UInt64(leaf) & 1 == 1 }.map { $0.register }
    let cone = worlds.worlds.index.cone(of: registers, throughRules: true)
    motion = Motion(worlds.worlds.index.program, worlds.motion, only: cone.operations)
  }
}
