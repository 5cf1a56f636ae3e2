import Engine

extension Reasoner {
  /// A variable and the parts of its values to try one after the other.
  struct Branches {
    let variable: Int
    let values: [PossibleValues]
    var isFormula = false
  }

  /// Parts in which a register is nearer to being decided; nil if nothing is left to split.
  ///
  /// - Parameter preferred: whether the first part should rather make it true.
  func split(register: Int, _ preferred: Bool) -> Branches? {
    let program = index.program
    switch program.operations[index.makers[register]] {
    case .not(_, let operand): return split(register: Int(operand), !preferred)
    case .all(_, let run), .any(_, let run):
      for place in run.indices {
        let operand = Int(program.operands[place])
        if truths[operand].isDecided { continue }
        if let branches = split(register: operand, preferred) { return branches }
      }
      return nil
    case .compare(_, let comparison):
      let compared = program.comparisons[Int(comparison)]
      guard let branches = split(column: Int(compared.column), compared.test) else { return nil }
      return preferred == isFirstTrue(compared.test)
        ? branches
        : Branches(variable: branches.variable, values: branches.values.reversed(), isFormula: branches.isFormula)
    default: return nil
    }
  }

  /// Whether the first part of a split makes the test true rather than false.
  func isFirstTrue(_ test: Test) -> Bool {
    switch test {
    case .notMember, .outside, .subset: false
    default: true
    }
  }

  func split(column: Int, _ test: Test) -> Branches? {
    if !current[column].states.isDecided { return split(stateOf: column) }
    switch index.origins[column] {
    case .asked:
      return domains[column].split(by: test, exclusive: exclusive[column]).map {
        Branches(variable: column, values: $0)
      }
    case .truth(let register): return truths[register].isDecided ? nil : split(register: register, true)
    case .cases(let run, _): return split(cases: run)
    case .formula:
      return current[column].split(by: test, exclusive: 0).map { parts in
        Branches(variable: column, values: parts.map { domains[column].with($0.range) }, isFormula: true)
      }
    case .leaf(let decision): return split(leafOf: decision, test, isFamily: false)
    case .family(let decision): return split(leafOf: decision, test, isFamily: true)
    }
  }

  func split(leafOf decision: Int, _ test: Test, isFamily: Bool) -> Branches? {
    let column = Int(index.program.decisions[decision].leafColumn)
    switch test {
    case .member(let mask), .notMember(let mask):
      var leaves = mask
      if isFamily {
        leaves = 0
        for (place, members) in familyLeaves[decision].enumerated() where mask >> UInt64(place) & 1 == 1 {
          leaves |= members
        }
      }
      return domains[column].split(by: .member(leaves), exclusive: 0).map { Branches(variable: column, values: $0) }
    default: return nil
    }
  }

  func split(cases run: Run) -> Branches? {
    for place in stride(from: run.indices.lowerBound, to: run.indices.upperBound, by: 2) {
      let register = Int(index.program.operands[place])
      if truths[register] == .yes { return nil }
      if !truths[register].isDecided, let branches = split(register: register, true) { return branches }
    }
    return nil
  }

  /// Parts in which it is nearer to being decided whether a column is known, not applicable or undefined.
  func split(stateOf column: Int) -> Branches? {
    if let register = index.relevance(of: column), !truths[register].isDecided {
      return split(register: register, true)
    }
    switch index.origins[column] {
    case .asked: return nil
    case .truth(let register): return truths[register].isDecided ? nil : split(register: register, true)
    case .cases(let run, _): return split(cases: run)
    case .formula(let root):
      for part in index.columns(ofFormula: root) where !current[part].states.isDecided {
        if let branches = split(stateOf: part) { return branches }
      }
      return refine(formula: column)
    case .family(let decision), .leaf(let decision):
      let row = index.program.decisions[decision]
      if row.when >= 0, !truths[Int(row.when)].isDecided { return split(register: Int(row.when), true) }
      let variable = Int(row.leafColumn)
      let values = domains[variable]
      let states: [PossibleValues.States] = [.known, .notApplicable, .undefined].filter {
        values.states.contains($0)
      }
      guard states.count > 1 else { return nil }
      return Branches(
        variable: variable,
        values: states.map {
          var part = values
          part.states = $0
          return part
        }
      )
    }
  }

  /// Parts of an operand of a formula.
  func refine(formula column: Int) -> Branches? {
    guard case .formula(let root) = index.origins[column] else { return nil }
    var widest: Branches?
    var width = 0.0
    func offer(_ variable: Int) {
      let range = domains[variable].range
      let parts = range.parts
      guard !parts.isEmpty else { return }
      let size = range.upper - range.lower
      guard widest == nil || size > width else { return }
      width = size
      widest = Branches(variable: variable, values: parts.map { domains[variable].with($0) })
    }
    for part in index.columns(ofFormula: root) {
      switch index.origins[part] {
      case .asked: offer(part)
      case .formula: if let branches = refine(formula: part) { return branches }
      case .cases(let run, _): if let branches = split(cases: run) { return branches }
      default: break
      }
    }
    if index.readsToday(formula: root) { offer(today) }
    return widest
  }

  /// Whether every value that the operands of a formula still allow lies within what was asked of it.
  func isPinned(_ column: Int) -> Bool {
    guard case .formula(let root) = index.origins[column], current[column].states == .known else { return false }
    return domains[column].range.contains(bounds(ofFormula: root).range)
  }
}
