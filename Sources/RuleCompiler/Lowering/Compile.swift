import Engine
import RuleModel

/// Lowers a catalogue without errors to a flat program.
///
/// Every distinct comparison and every distinct condition is computed once. The operations come in the order: facts
/// (each after those it is computed from), decisions (each with the rules it needs), everything else.
package func compile(_ catalogue: Catalogue) -> CompiledRules {
  var lowering = Lowering(catalogue)
  return lowering.compile().rules
}

/// Lowers a catalogue and, beside it, further conditions over its facts and decisions.
///
/// - Returns: the program, and the register of every further condition.
func compile(_ catalogue: Catalogue, with conditions: [LinkedCondition]) -> (rules: CompiledRules, registers: [Int]) {
  var lowering = Lowering(catalogue)
  return lowering.compile(with: conditions)
}

/// The work of `compile`.
struct Lowering {
  let catalogue: Catalogue
  var program = Program()
  var factColumns: [String: Int] = [:]
  private var registersByShape: [Shape: Int] = [:]
  /// Per fact in the order of the catalogue.
  private let choices: [[String]]
  private var ruleRegisters: [String: Int] = [:]
  private var ruleRows: [String: Int] = [:]
  private var leafRows: [String: Int] = [:]
  private var nextCell: Int32 = 0

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    choices = catalogue.facts.map { $0.fact.choices.map(\.name.id) }
    for (index, fact) in catalogue.facts.enumerated() { factColumns[fact.id] = index }
    program.columnCount = catalogue.facts.count + 2 * catalogue.decisions.count
  }

  mutating func compile(with conditions: [LinkedCondition] = []) -> (rules: CompiledRules, registers: [Int]) {
    for id in catalogue.factOrder {
      if let fact = catalogue.fact(id) { lower(fact) }
    }
    for (index, decision) in catalogue.decisions.enumerated() { lower(decision, index) }
    for rule in catalogue.rules where rule.decision == nil {
      ruleRegisters[rule.id] = register(of: rule.condition)
    }
    var contradictions: [String: Int] = [:]
    var components: [String: Int] = [:]
    var steps: [String: Int] = [:]
    var prices: [String: Int] = [:]
    for item in catalogue.contradictions { contradictions[item.item.id] = item.condition.map { register(of: $0) } }
    for item in catalogue.components { components[item.item.id] = item.condition.map { register(of: $0) } }
    for item in catalogue.steps { steps[item.item.id] = item.condition.map { register(of: $0) } }
    for item in catalogue.prices { prices[item.item.id] = item.condition.map { register(of: $0) } }
    let registers = conditions.map { register(of: $0) }
    var decisionRows: [String: Int] = [:]
    for (index, decision) in catalogue.decisions.enumerated() { decisionRows[decision.id] = index }
    var rules = CompiledRules(
      catalogue: catalogue,
      program: program,
      factColumns: factColumns,
      ruleRegisters: ruleRegisters,
      contradictionRegisters: contradictions,
      componentRegisters: components,
      stepRegisters: steps,
      priceRegisters: prices,
      ruleRows: ruleRows,
      decisionRows: decisionRows,
      leafRows: leafRows
    )
    rules.book = rules.ruleBook()
    return (rules, registers)
  }

  // MARK: Facts

  private mutating func lower(_ fact: LinkedFact) {
    guard let column = factColumns[fact.id].map({ Int32($0) }) else { return }
    switch fact.derivation {
    case nil: break
    case .condition(let condition):
      program.operations.append(.truth(column: column, register: Int32(register(of: condition))))
    case .expression(let expression):
      program.operations.append(.formula(column: column, root: formula(of: expression)))
    case .cases(let cases, let otherwise):
      var pairs: [Int32] = []
      for part in cases { pairs += [Int32(register(of: part.condition)), constant(part.value, fact)] }
      let last = constant(otherwise, fact)
      program.operations.append(.cases(column: column, cases: append(pairs), otherwise: last))
    }
    if let relevance = fact.relevance {
      program.operations.append(.relevance(column: column, register: Int32(register(of: relevance))))
    }
  }

  private mutating func constant(_ value: FactValue, _ fact: LinkedFact) -> Int32 {
    var number = 0.0
    if case .number(let from, _) = value { number = from }
    program.constants.append(
      Constant(bits: columnBits(of: value, choices: fact.fact.choices.map(\.name.id)), number: number)
    )
    return Int32(program.constants.count - 1)
  }

  private mutating func formula(of expression: Expression) -> Int32 {
    let node: Formula
    switch expression {
    case .constant(let number): node = .constant(number)
    case .fact(let name): node = .column(column(name.id))
    case .weeksUntil(let name): node = .weeksUntil(column(name.id))
    case .sum(let parts): node = .sum(children(parts))
    case .product(let parts): node = .product(children(parts))
    case .minimum(let parts): node = .minimum(children(parts))
    case .maximum(let parts): node = .maximum(children(parts))
    case .quotient(let a, let b): node = .quotient(formula(of: a), formula(of: b))
    // INVARIANT: the linker lets costs into prices only, and those are not lowered.
    case .cost: node = .constant(0)
    }
    program.formulas.append(node)
    return Int32(program.formulas.count - 1)
  }

  private func column(_ fact: String) -> Int32 { Int32(factColumns[fact] ?? 0) }

  private mutating func children(_ parts: [Expression]) -> Run {
    let nodes = parts.map { formula(of: $0) }
    return append(nodes)
  }

  private mutating func append(_ operands: [Int32]) -> Run {
    let first = program.operands.count
    program.operands += operands
    return Run(first..<program.operands.count)
  }

  // MARK: Conditions

  /// The register of a condition; the same one for the same condition.
  private mutating func register(of condition: LinkedCondition) -> Int {
    switch condition {
    case .comparison(let comparison):
      let (column, choices) = subject(comparison.subject)
      return register(of: comparison.operator.test(comparison.operands, comparison.order), column, choices)
    case .not(let part):
      let operand = register(of: part)
      return memoised(.not(operand)) { .not(register: $0, of: Int32(operand)) }
    case .all(let parts): return gate(parts.map { register(of: $0) }, isAll: true)
    case .any(let parts): return gate(parts.map { register(of: $0) }, isAll: false)
    }
  }

  private mutating func gate(_ registers: [Int], isAll: Bool) -> Int {
    var distinct: [Int] = []
    distinct.reserveCapacity(registers.count)
    for register in registers.sorted() where distinct.last != register { distinct.append(register) }
    if distinct.count == 1 { return distinct[0] }
    let shape = isAll ? Shape.all(distinct) : .any(distinct)
    if let known = registersByShape[shape] { return known }
    let run = append(distinct.map { Int32($0) })
    return memoised(shape) { isAll ? .all(register: $0, of: run) : .any(register: $0, of: run) }
  }

  private mutating func memoised(_ shape: Shape, _ operation: (Int32) -> Operation) -> Int {
    if let known = registersByShape[shape] { return known }
    let register = program.registerCount
    program.registerCount += 1
    program.operations.append(operation(Int32(register)))
    registersByShape[shape] = register
    return register
  }

  private func subject(_ subject: Subject) -> (column: Int, choices: [String]) {
    switch subject {
    case .fact(let id):
      guard let column = factColumns[id] else { return (0, []) }
      return (column, choices[column])
    case .decision(let id):
      let (index, decision) = decisionRow(id)
      return (catalogue.facts.count + 2 * index, decision?.families ?? [])
    case .decisionVariant(let id):
      let (index, decision) = decisionRow(id)
      return (catalogue.facts.count + 2 * index + 1, decision?.leaves.map(\.id) ?? [])
    }
  }

  private func decisionRow(_ id: String) -> (Int, LinkedDecision?) {
    let index = catalogue.decisions.firstIndex { $0.id == id }
    return (index ?? 0, index.map { catalogue.decisions[$0] })
  }

  private mutating func register(of test: ValueTest, _ column: Int, _ choices: [String]) -> Int {
    func mask(_ values: [FactValue]) -> UInt64 { values.reduce(0) { $0 | columnBits(of: $1, choices: choices) } }
    switch test {
    case .anyOf(let tests):
      return gate(merged(tests, isAll: false).map { register(of: $0, column, choices) }, isAll: false)
    case .allOf(let tests):
      return gate(merged(tests, isAll: true).map { register(of: $0, column, choices) }, isAll: true)
    case .member(let values): return comparison(column, .member(mask(values)))
    case .notMember(let values): return comparison(column, .notMember(mask(values)))
    case .within(let bounds): return comparison(column, .within(lowered(bounds)))
    case .outside(let bounds): return comparison(column, .outside(lowered(bounds)))
    case .intersects(let values): return comparison(column, .intersects(mask(values)))
    case .contains(let values): return comparison(column, .contains(mask(values)))
    case .subset(let values): return comparison(column, .subset(mask(values)))
    }
  }

  /// "One of several choices" is one comparison with one mask, and so is "none of several".
  private func merged(_ tests: [ValueTest], isAll: Bool) -> [ValueTest] {
    var values: [FactValue] = []
    for test in tests {
      switch (test, isAll) {
      case (.member(let some), false), (.notMember(let some), true): values += some
      default: return tests
      }
    }
    return [isAll ? .notMember(values) : .member(values)]
  }

  private mutating func comparison(_ column: Int, _ test: Test) -> Int {
    let key = Shape.comparison(ComparisonShape(column, test))
    if let known = registersByShape[key] { return known }
    program.comparisons.append(Engine.Comparison(column: Int32(column), test: test))
    let index = Int32(program.comparisons.count - 1)
    return memoised(key) { .compare(register: $0, comparison: index) }
  }

  private func lowered(_ bounds: NumberBounds) -> Bounds {
    Bounds(
      lower: bounds.lower,
      upper: bounds.upper,
      isLowerOpen: bounds.isLowerOpen,
      isUpperOpen: bounds.isUpperOpen
    )
  }

  // MARK: Decisions

  private mutating func lower(_ decision: LinkedDecision, _ index: Int) {
    let when = decision.condition.map { Int32(register(of: $0)) } ?? -1
    let firstLeaf = program.leaves.count
    for leaf in decision.leaves {
      leafRows[leaf.id] = program.leaves.count
      program.leaves.append(
        LeafRow(
          family: Int32(decision.families.firstIndex(of: leaf.family) ?? 0),
          tieOrder: Int32(leaf.tieOrder),
          firstCell: nextCell
        )
      )
      nextCell += Int32(decision.criteria.count)
    }
    let firstSlot = program.slots.count
    for criterion in decision.criteria {
      let place = catalogue.criteria.firstIndex { $0.id == criterion } ?? 0
      program.slots.append(
        SlotRow(criterion: Int32(place), scale: Int32(catalogue.criteria[place].criterion.scale))
      )
    }
    let firstRule = program.rules.count
    for rule in catalogue.rules where rule.decision == decision.id { lower(rule, decision) }
    program.decisions.append(
      DecisionRow(
        when: when,
        leaves: Run(firstLeaf..<program.leaves.count),
        slots: Run(firstSlot..<program.slots.count),
        rules: Run(firstRule..<program.rules.count),
        familyColumn: Int32(catalogue.facts.count + 2 * index),
        leafColumn: Int32(catalogue.facts.count + 2 * index + 1)
      )
    )
    program.operations.append(.decide(decision: Int32(index)))
  }

  private mutating func lower(_ rule: LinkedRule, _ decision: LinkedDecision) {
    let register = register(of: rule.condition)
    ruleRegisters[rule.id] = register
    ruleRows[rule.id] = program.rules.count
    let firstRating = program.ratings.count
    for rating in rule.ratings {
      let points: Int
      switch rating.value {
      case .points(let value): points = rule.rule.weight * value
      case .unknown: points = 0
      }
      program.ratings.append(RatingRow(leaf: Int32(leafRows[rating.leaf] ?? 0), points: Int32(points)))
    }
    let firstExclusion = program.exclusions.count
    program.exclusions += rule.excludedLeaves.map { Int32(leafRows[$0] ?? 0) }
    let slot = rule.ratings.isEmpty ? -1 : decision.criteria.firstIndex { $0 == rule.rule.criterion?.id } ?? -1
    program.rules.append(
      RuleRow(
        register: Int32(register),
        slot: Int32(slot),
        ratings: Run(firstRating..<program.ratings.count),
        exclusions: Run(firstExclusion..<program.exclusions.count)
      )
    )
  }
}
