extension OpenWorlds {
  /// The comparisons of the cone with a column.
  func tests(of column: Int) -> [Test] {
    var tests: [Test] = []
    for operation in cone.operations {
      guard case .compare(_, let comparison) = index.program.operations[operation] else { continue }
      let compared = index.program.comparisons[Int(comparison)]
      if Int(compared.column) == column { tests.append(compared.test) }
    }
    return tests
  }

  /// The values of a fact in parts that no comparison of the cone tells apart; nil if there are more than `limit`.
  package func cells(of fact: OpenFact, limit: Int = 1024) -> [Extent]? {
    var cells = [fact.extent]
    for test in tests(of: Int(fact.column)) {
      var finer: [Extent] = []
      var open = cells
      while let cell = open.popLast() {
        if let (one, other) = fact.split(cell, by: test) {
          open += [one, other]
        } else {
          finer.append(cell)
        }
        if finer.count + open.count > limit { return nil }
      }
      cells = finer
    }
    return cells
  }
}
