/// What can change from one block of worlds to the next, when only some columns are filled anew and the rest stays.
final class Motion: Sendable {
  /// Operations that read something that changes, ascending; all others need to run only once.
  let operations: [Int]
  /// The same, made ready to run.
  let course: Course
  /// The decisions among them, ascending.
  let decisions: [Int]
  /// All other operations, ascending.
  let still: [Int]
  /// Columns whose values change.
  let columns: [Int]
  /// Per decision: whether its points can change. Its scores do where weights are drawn.
  let movesPoints: [Bool]
  /// Whether the criteria are weighed anew.
  let reweighs: Bool

  /// - Parameters:
  ///   - operations: those that matter, ascending.
  ///   - filled: columns that are filled anew for every block.
  ///   - reweighs: whether the criteria are weighed anew.
  init(_ program: Program, _ operations: [Int], filled: [Int], reweighs: Bool) {
    var isColumn = Array(repeating: false, count: program.columnCount)
    var isRegister = Array(repeating: false, count: program.registerCount)
    var pointsMove = Array(repeating: false, count: program.decisions.count)
    var decisions: [Int] = []
    var still: [Int] = []
    for column in filled { isColumn[column] = true }
    var moving: [Int] = []
    for operation in operations {
      let moves: Bool
      switch program.operations[operation] {
      case .compare(let register, let comparison):
        moves = isColumn[Int(program.comparisons[Int(comparison)].column)]
        isRegister[Int(register)] = moves
      case .all(let register, let run), .any(let register, let run):
        moves = run.indices.contains { isRegister[Int(program.operands[$0])] }
        isRegister[Int(register)] = moves
      case .not(let register, let operand):
        moves = isRegister[Int(operand)]
        isRegister[Int(register)] = moves
      case .relevance(let column, let register):
        moves = isColumn[Int(column)] || isRegister[Int(register)]
        if moves { isColumn[Int(column)] = true }
      case .formula(let column, let root):
        moves = program.reads(isColumn, formula: Int(root))
        if moves { isColumn[Int(column)] = true }
      case .truth(let column, let register):
        moves = isRegister[Int(register)]
        if moves { isColumn[Int(column)] = true }
      case .cases(let column, let run, _):
        moves = stride(from: run.indices.lowerBound, to: run.indices.upperBound, by: 2).contains {
          isRegister[Int(program.operands[$0])]
        }
        if moves { isColumn[Int(column)] = true }
      case .decide(let decision):
        let row = program.decisions[Int(decision)]
        let movesPoints = row.rules.indices.contains { isRegister[Int(program.rules[$0].register)] }
        pointsMove[Int(decision)] = movesPoints
        moves = movesPoints || reweighs || row.when >= 0 && isRegister[Int(row.when)]
        if moves {
          isColumn[Int(row.familyColumn)] = true
          isColumn[Int(row.leafColumn)] = true
          decisions.append(Int(decision))
        }
      }
      if moves { moving.append(operation) } else { still.append(operation) }
    }
    self.operations = moving
    course = Course(program, moving)
    columns = isColumn.indices.filter { isColumn[$0] }
    movesPoints = pointsMove
    self.reweighs = reweighs
    self.decisions = decisions
    self.still = still
  }

  /// A part of another one.
  ///
  /// - Parameter needed: operations, with everything that they depend on.
  init(_ program: Program, _ whole: Motion, only needed: [Int]) {
    var isNeeded = Array(repeating: false, count: program.operations.count)
    for operation in needed { isNeeded[operation] = true }
    operations = whole.operations.filter { isNeeded[$0] }
    course = Course(program, operations)
    decisions = operations.compactMap {
      if case .decide(let decision) = program.operations[$0] { Int(decision) } else { nil }
    }
    (still, columns) = (whole.still, whole.columns)
    (movesPoints, reweighs) = (whole.movesPoints, whole.reweighs)
  }
}

extension Program {
  fileprivate func reads(_ isColumn: [Bool], formula node: Int) -> Bool {
    switch formulas[node] {
    case .constant: false
    case .column(let column), .weeksUntil(let column): isColumn[Int(column)]
    case .sum(let run), .product(let run), .minimum(let run), .maximum(let run):
      run.indices.contains { reads(isColumn, formula: Int(operands[$0])) }
    case .quotient(let a, let b): reads(isColumn, formula: Int(a)) || reads(isColumn, formula: Int(b))
    }
  }
}
