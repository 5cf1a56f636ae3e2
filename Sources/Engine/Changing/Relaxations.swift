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
    var level: [[Int]] = [[]]
    var tried = 0
    var reach: [[Int]?] = Array(repeating: nil, count: contest.entries.count)
    var found: [Relaxation] = []
    while !level.isEmpty {
      var next: [[Int]] = []
      for start in stride(from: 0, to: level.count, by: WorldBlock.width) {
        let batch = level[start..<min(start + WorldBlock.width, level.count)]
        tried += batch.count
        if tried > limit { return RelaxationSearch(found: found, isComplete: false) }
        evaluate(batch)
        for lane in 0..<batch.count {
          let set = level[start + lane]
          guard let rule = excludingRule(of: leaf, lane) else {
            if set.isEmpty { return RelaxationSearch(found: [], isComplete: true) }
            found.append(Relaxation(changes: set, score: score(of: leaf, lane), wins: winner(lane) == leaf))
            continue
          }
          let useful = reach[rule] ?? changesReaching(rule)
          reach[rule] = useful
          for change in useful where isFree(change, in: set) { next.append(inserted(change, into: set)) }
        }
      }
      if !found.isEmpty { break }
      level = distinct(next)
    }
    return RelaxationSearch(found: found, isComplete: true)
  }

  /// The first rule that is true in a lane and excludes a leaf.
  private func excludingRule(of leaf: Int, _ lane: Int) -> Int? {
    for (place, entry) in contest.entries.enumerated()
    where entry.excludes >> UInt64(leaf) & 1 == 1 && kernel.truths[entry.register].yes >> UInt64(lane) & 1 == 1 {
      return place
    }
    return nil
  }

  /// The changes of facts that a rule hangs on.
  private func changesReaching(_ rule: Int) -> [Int] {
    let facts = worlds.index.cone(of: [contest.entries[rule].register], throughRules: true).facts
    return changes.indices.filter { facts.contains(Int(changes[$0].fact.column)) }
  }

  private func isFree(_ change: Int, in set: [Int]) -> Bool {
    for other in set where changes[other].fact.column == changes[change].fact.column { return false }
    return true
  }

  private func inserted(_ change: Int, into set: [Int]) -> [Int] {
    let place = set.firstIndex { $0 > change } ?? set.count
    var result = set
    result.insert(change, at: place)
    return result
  }

  private func distinct(_ sets: [[Int]]) -> [[Int]] {
    var result: [[Int]] = []
    for set in sets.sorted(by: { $0.lexicographicallyPrecedes($1) }) where result.last != set { result.append(set) }
    return result
  }
}
