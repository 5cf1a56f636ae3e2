extension Program {
  /// Operations in an order that suits the processor: between two of them that fill columns, those that find truths stand
  /// by how deep they are nested, then by their kind and length. What depends on what stays in order.
  ///
  /// A processor guesses which way a program goes; long runs of the same step are guessed right.
  ///
  /// - Parameter operations: ascending.
  func scheduled(_ operations: [Int]) -> [Int] {
    var depths = Array(repeating: 0, count: registerCount)
    // Keys have 64 bits where a machine word has 32, too.
    var segment: Int64 = 0
    var keyed: [(key: Int64, operation: Int)] = []
    keyed.reserveCapacity(operations.count)
    func deepest(_ run: Run) -> Int {
      var depth = 0
      for index in run.indices { depth = max(depth, depths[Int(operands[index])]) }
      return depth
    }
    for operation in operations {
      let (depth, kind, length): (Int, Int, Int)
      switch self.operations[operation] {
      case .compare(let register, let comparison):
        (depth, kind) = (0, comparisons[Int(comparison)].test.kind)
        length = 0
        depths[Int(register)] = 0
      case .all(let register, let run):
        (depth, kind, length) = (deepest(run) + 1, 0, Int(run.count))
        depths[Int(register)] = depth
      case .any(let register, let run):
        (depth, kind, length) = (deepest(run) + 1, 1, Int(run.count))
        depths[Int(register)] = depth
      case .not(let register, let operand):
        (depth, kind, length) = (depths[Int(operand)] + 1, 2, 0)
        depths[Int(register)] = depth
      case .relevance, .formula, .truth, .cases, .decide:
        segment += 1
        keyed.append((segment << 40, operation))
        segment += 1
        continue
      }
      let place = Int64(depth) << 24 | Int64(kind) << 20 | Int64(min(length, 1 << 20 - 1))
      keyed.append((segment << 40 | place, operation))
    }
    keyed.sort { $0.key == $1.key ? $0.operation < $1.operation : $0.key < $1.key }
    return keyed.map { $0.operation }
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
