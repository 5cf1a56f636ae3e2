import Engine
import RuleModel

extension Reasoner {
  /// Computes what every register and column of the cone can still be, from what the variables can hold.
  mutating func evaluate() {
    let program = index.program
    for column in cone.facts { current[column] = domains[column] }
    for place in cone.operations {
      switch program.operations[place] {
      case .compare(let register, let comparison):
        let compared = program.comparisons[Int(comparison)]
        truths[Int(register)] = current[Int(compared.column)].truths(compared.test)
      case .all(let register, let run):
        var conjunction = TruthSet.Conjunction()
        for index in run.indices { conjunction.add(truths[Int(program.operands[index])]) }
        truths[Int(register)] = conjunction.result
      case .any(let register, let run):
        var conjunction = TruthSet.Conjunction()
        for index in run.indices { conjunction.add(truths[Int(program.operands[index])].negated) }
        truths[Int(register)] = conjunction.result.negated
      case .not(let register, let operand): truths[Int(register)] = truths[Int(operand)].negated
      case .relevance(let column, let register):
        let relevant = truths[Int(register)]
        var states: PossibleValues.States = []
        if relevant.contains(.yes) { states.formUnion(current[Int(column)].states) }
        if relevant.contains(.no) { states.insert(.notApplicable) }
        if relevant.contains(.unknown) { states.insert(.undefined) }
        current[Int(column)].states = states
      case .truth(let column, let register):
        let truth = truths[Int(register)]
        var values = PossibleValues(states: [])
        if truth.contains(.no) { values.may |= 1 }
        if truth.contains(.yes) { values.may |= 2 }
        if values.may != 0 { values.states.insert(.known) }
        if truth.contains(.unknown) { values.states.insert(.undefined) }
        current[Int(column)] = values
      case .cases(let column, let run, let otherwise):
        current[Int(column)] = values(ofCases: run, Int(otherwise), isSet: exclusiveKind(Int(column)))
      case .formula(let column, let root):
        let bounds = bounds(ofFormula: Int(root))
        var values = PossibleValues(states: bounds.states)
        values.range = bounds.range.intersection(domains[Int(column)].range)
        current[Int(column)] = values
      case .decide(let decision): decide(Int(decision))
      }
    }
  }

  func exclusiveKind(_ column: Int) -> Bool {
    if case .choices = catalogue.facts[column].fact.kind { true } else { false }
  }

  func values(ofCases run: Run, _ otherwise: Int, isSet: Bool) -> PossibleValues {
    let program = index.program
    var values = PossibleValues(states: [], may: 0, must: ~0)
    values.range = NumberRange(lower: .infinity, upper: -.infinity)
    func add(_ constant: Int) {
      values.states.insert(.known)
      values.may |= program.constants[constant].bits
      values.must &= program.constants[constant].bits
      let number = program.constants[constant].number
      values.range.lower = min(values.range.lower, number)
      values.range.upper = max(values.range.upper, number)
    }
    var isOpen = true
    for place in stride(from: run.indices.lowerBound, to: run.indices.upperBound, by: 2) where isOpen {
      let truth = truths[Int(program.operands[place])]
      if truth.contains(.yes) { add(Int(program.operands[place + 1])) }
      if truth.contains(.unknown) { values.states.insert(.undefined) }
      isOpen = truth.contains(.no)
    }
    if isOpen { add(otherwise) }
    if !isSet { values.must = 0 }
    return values
  }

  /// Bounds of a node of a formula.
  func bounds(ofFormula node: Int) -> FormulaBounds {
    let program = index.program
    func fold(_ run: Run, _ corners: (FormulaBounds, FormulaBounds) -> [Double]) -> FormulaBounds {
      var result = bounds(ofFormula: Int(program.operands[Int(run.first)]))
      for place in run.indices.dropFirst() {
        result = result.combined(with: bounds(ofFormula: Int(program.operands[place])), corners)
      }
      return result
    }
    switch program.formulas[node] {
    case .constant(let number): return .point(number)
    case .column(let column): return FormulaBounds(current[Int(column)])
    case .sum(let run): return fold(run, FormulaBounds.sum)
    case .product(let run): return fold(run, FormulaBounds.product)
    case .minimum(let run): return fold(run, FormulaBounds.least)
    case .maximum(let run): return fold(run, FormulaBounds.greatest)
    case .quotient(let a, let b):
      return bounds(ofFormula: Int(a)).combined(with: bounds(ofFormula: Int(b)), FormulaBounds.quotient)
    case .weeksUntil(let column):
      return FormulaBounds(current[Int(column)]).combined(with: FormulaBounds(domains[today]), FormulaBounds.weeks)
    }
  }

  mutating func decide(_ decision: Int) {
    let row = index.program.decisions[decision]
    var values = domains[Int(row.leafColumn)]
    if row.when >= 0 {
      let applies = truths[Int(row.when)]
      if applies == .no { values.states = [] }
      if applies.contains(.no) { values.states.insert(.notApplicable) }
    }
    current[Int(row.leafColumn)] = values
    var families: UInt64 = 0
    for (place, leaves) in familyLeaves[decision].enumerated() where leaves & values.may != 0 {
      families |= 1 << UInt64(place)
    }
    values.may = families
    current[Int(row.familyColumn)] = values
  }
}
