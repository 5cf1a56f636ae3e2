/// Sets of changes of one size, one behind the other in one table; the changes of a set ascend.
struct ChangeSets {
  /// Changes of a set.
  let size: Int
  private(set) var count = 0
  /// Has room for `count` sets or more.
  private var members: [Int32] = []

  init(size: Int) { self.size = size }

  /// The set without any change, alone.
  static var nothing: ChangeSets {
    var sets = ChangeSets(size: 0)
    sets.count = 1
    return sets
  }

  func member(_ place: Int, of set: Int) -> Int { Int(members[set &* size &+ place]) }

  func members(of set: Int) -> [Int] { (0..<size).map { member($0, of: set) } }

  /// Adds a set of others with one more change, which is not in it.
  mutating func add(_ set: Int, of others: ChangeSets, with change: Int) {
    if (count &+ 1) &* size > members.count { members += Array(repeating: 0, count: max(64 * size, members.count)) }
    var place = count &* size
    var rest = Int32(change)
    for other in set &* others.size..<(set &+ 1) &* others.size {
      let next = others.members[other]
      members[place] = min(rest, next)
      rest = max(rest, next)
      place &+= 1
    }
    members[place] = rest
    count &+= 1
  }

  mutating func removeLast() { count -= 1 }

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
    var order = Array(Int32(0)..<Int32(count))
    var sorted = order
    var starts = Array(repeating: Int32(0), count: changes)
    // By the last change first: what is equal then keeps its order.
    for place in (0..<size).reversed() {
      for change in starts.indices { starts[change] = 0 }
      var cell = place
      for _ in 0..<count {
        starts[Int(members[cell])] &+= 1
        cell &+= size
      }
      var sum: Int32 = 0
      for change in starts.indices {
        let own = starts[change]
        starts[change] = sum
        sum &+= own
      }
      for rank in order.indices {
        let set = order[rank]
        let change = Int(members[Int(set) &* size &+ place])
        sorted[Int(starts[change])] = set
        starts[change] &+= 1
      }
      swap(&order, &sorted)
    }
    var kept = ChangeSets(size: size)
    kept.members = Array(repeating: 0, count: min(limit, count) * size)
    var last = -1
    for set in order where kept.count < limit {
      let first = Int(set) &* size
      if last >= 0 && areEqual(first, last) { continue }
      last = first
      let start = kept.count &* size
      for place in 0..<size { kept.members[start &+ place] = members[first &+ place] }
      kept.count &+= 1
    }
    self = kept
  }

  /// Whether the sets that begin at two cells are equal.
  private func areEqual(_ a: Int, _ b: Int) -> Bool {
    for place in 0..<size where members[a &+ place] != members[b &+ place] { return false }
    return true
  }
}
