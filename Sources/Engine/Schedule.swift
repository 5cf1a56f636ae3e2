extension Program {
  /// Operations in an order that suits the processor: between two of them that fill columns, those that find truths stand
  /// by how deep they are nested, then by their kind and length. What depends on what stays in order.
  ///
  /// A processor guesses which way a program goes; long runs of the same step are guessed right.
  ///
  /// - Parameter operations: ascending.
  func scheduled(_ operations: [Int]) -> [Int] {
    var depths = Array(repeating: 0, count: registerCount)
    var keys = Keys(operations.count)
    var segment = 0
    func deepest(_ run: Run) -> Int {
      var depth = 0
      for index in run.indices { depth = max(depth, depths[Int(operands[index])]) }
      return depth
    }
    for (place, operation) in operations.enumerated() {
      switch self.operations[operation] {
      case .compare(let register, let comparison):
        depths[Int(register)] = 0
        keys.set(place, segment, depth: 0, kind: comparisons[Int(comparison)].test.kind, length: 0)
      case .all(let register, let run):
        depths[Int(register)] = deepest(run) + 1
        keys.set(place, segment, depth: depths[Int(register)], kind: 0, length: Int(run.count))
      case .any(let register, let run):
        depths[Int(register)] = deepest(run) + 1
        keys.set(place, segment, depth: depths[Int(register)], kind: 1, length: Int(run.count))
      case .not(let register, let operand):
        depths[Int(register)] = depths[Int(operand)] + 1
        keys.set(place, segment, depth: depths[Int(register)], kind: 2, length: 0)
      case .relevance, .formula, .truth, .cases, .decide:
        keys.set(place, segment + 1, depth: 0, kind: 0, length: 0)
        segment += 2
      }
    }
    return keys.order().map { operations[$0] }
  }
}

/// What operations are sorted by: the last key first, so that every pass keeps what the one before has done.
private struct Keys {
  private var segments: [Int]
  private var depths: [Int]
  private var kinds: [Int]
  private var lengths: [Int]

  init(_ count: Int) {
    segments = Array(repeating: 0, count: count)
    depths = segments
    kinds = segments
    lengths = segments
  }

  mutating func set(_ place: Int, _ segment: Int, depth: Int, kind: Int, length: Int) {
    segments[place] = segment
    depths[place] = depth
    kinds[place] = kind
    lengths[place] = length
  }

  /// Places by segment, depth, kind and length; equal ones stay in their order.
  func order() -> [Int] {
    var order = segments.indices.map { $0 }
    for keys in [lengths, kinds, depths, segments] { order = Self.sorted(order, by: keys) }
    return order
  }

  /// Counts how often each key stands, which tells where the first place with each key goes.
  private static func sorted(_ order: [Int], by keys: [Int]) -> [Int] {
    var largest = 0
    for key in keys { largest = max(largest, key) }
    var starts = Array(repeating: 0, count: largest + 2)
    for key in keys { starts[key + 1] += 1 }
    for key in 0...largest { starts[key + 1] += starts[key] }
    var sorted = order
    for place in order {
      let key = keys[place]
      sorted[starts[key]] = place
      starts[key] += 1
    }
    return sorted
  }
}

extension Test {
  fileprivate var kind: Int {
    switch self {
    case .member: 0
    case .notMember: 1
    case .within: 2
    case .outside: 3
    case .intersects: 4
    case .contains: 5
    case .subset: 6
    }
  }
}
