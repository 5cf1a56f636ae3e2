/// A change of answers, and the leaf that it makes the recommended one.
package struct Flip: Sendable {
  /// Places in the list of changes, ascending.
  package let changes: [Int]
  /// By place in the decision.
  package let leaf: Int
}

extension ChangedWorlds {
  /// How many minimal flips are looked for (method.md, section 8).
  package static let mostFlips = 5

  /// The single changes that make a leaf of another family the recommended one, all of them, in the order of changes.
  package mutating func drivers() -> [Flip] {
    changes.isEmpty ? [] : flips(changes.indices.map { [$0] }, from: standing(), limit: .max)
  }

  /// The smallest changes that do it: single ones, then pairs of changes neither of which does it alone; at most
  /// `mostFlips`, in the order of changes.
  ///
  /// - Parameter drivers: what `drivers` gave.
  package mutating func flips(after drivers: [Flip]) -> [Flip] {
    var found = Array(drivers.prefix(Self.mostFlips))
    guard found.count < Self.mostFlips, !changes.isEmpty else { return found }
    let standing = standing()
    var isDriver = Array(repeating: false, count: changes.count)
    for flip in drivers { for change in flip.changes { isDriver[change] = true } }
    let others = changes.indices.filter { !isDriver[$0] }
    var batch: [[Int]] = []
    for (place, first) in others.enumerated() {
      for second in others[(place + 1)...] where changes[first].fact.column != changes[second].fact.column {
        batch.append([first, second])
        guard batch.count == WorldBlock.width else { continue }
        found += flips(batch, from: standing, limit: Self.mostFlips - found.count)
        if found.count == Self.mostFlips { return found }
        batch = []
      }
    }
    return found + flips(batch, from: standing, limit: Self.mostFlips - found.count)
  }

  private mutating func flips(_ sets: [[Int]], from standing: Int, limit: Int) -> [Flip] {
    guard standing >= 0 else { return [] }
    var found: [Flip] = []
    for start in stride(from: 0, to: sets.count, by: WorldBlock.width) {
      let batch = sets[start..<min(start + WorldBlock.width, sets.count)]
      evaluate(batch)
      for lane in 0..<batch.count {
        let leaf = winner(lane)
        guard leaf >= 0, contest.families[leaf] != contest.families[standing] else { continue }
        found.append(Flip(changes: sets[start + lane], leaf: leaf))
        if found.count == limit { return found }
      }
    }
    return found
  }
}
