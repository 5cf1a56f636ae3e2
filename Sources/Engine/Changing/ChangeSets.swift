/// Sets of changes of one size, one behind the other in one table; the changes of a set ascend.
struct ChangeSets {
  /// Changes of a set.
  let size: Int
  private(set) var count = 0
  private var members: [Int32] = []

  init(size: Int) { self.size = size }

  /// The set without any change, alone.
  static var nothing: ChangeSets {
    var sets = ChangeSets(size: 0)
    sets.count = 1
    return sets
  }

  func member(_ place: Int, of set: Int) -> Int { Int(members[set * size + place]) }

  func members(of set: Int) -> [Int] { (0..<size).map { member($0, of: set) } }

  /// Adds a set of others with one more change, which is not in it.
  mutating func add(_ set: Int, of others: ChangeSets, with change: Int) {
    var rest = Int32(change)
    for place in 0..<others.size {
      let next = others.members[set * others.size + place]
      members.append(min(rest, next))
      rest = max(rest, next)
    }
    members.append(rest)
    count += 1
  }

  mutating func removeLast() {
    members.removeLast(size)
    count -= 1
  }

  /// Whether the last set stands behind another one in the order of changes.
  func lastStandsBehind(_ set: [Int]) -> Bool {
    for place in 0..<size {
      let (own, other) = (member(place, of: count - 1), set[place])
      if own != other { return own > other }
    }
    return false
  }

  /// Puts the sets into the order of changes, each once, and drops those behind the first `limit` ones.
  ///
  /// - Parameter changes: how many changes there are in all.
  mutating func arrange(changes: Int, limit: Int) {
    var order = (0..<Int32(count)).map { $0 }
    var sorted = order
    var starts = Array(repeating: 0, count: changes)
    // By the last change first: what is equal then keeps its order.
    for place in (0..<size).reversed() {
      for change in 0..<changes { starts[change] = 0 }
      for set in 0..<count { starts[Int(members[set &* size &+ place])] += 1 }
      var sum = 0
      for change in 0..<changes { (starts[change], sum) = (sum, sum + starts[change]) }
      for set in order {
        let change = Int(members[Int(set) &* size &+ place])
        sorted[starts[change]] = set
        starts[change] += 1
      }
      swap(&order, &sorted)
    }
    var kept = ChangeSets(size: size)
    for set in order where kept.count < limit {
      if kept.count > 0 && isEqual(Int(set), toLastOf: kept) { continue }
      for place in 0..<size { kept.members.append(members[Int(set) * size + place]) }
      kept.count += 1
    }
    self = kept
  }

  private func isEqual(_ set: Int, toLastOf others: ChangeSets) -> Bool {
    for place in 0..<size where member(place, of: set) != others.member(place, of: others.count - 1) { return false }
    return true
  }
}
