import Engine
import RuleModel

/// Decides whether conditions can hold, over all complete worlds: every fact that is asked has one of its values, or is
/// not applicable where its relevance says so.
///
/// It tries the values of the facts that the conditions depend on, in parts: a part is all values that a comparison does
/// not tell apart, and what cannot hold any more is left alone at once (the method of Davis, Logemann and Loveland,
/// 1962). Thresholds, choices, sets with their exclusive choices, dates, relevance and derived facts are exact. Two
/// things are not, and both only widen what is held for possible, so that `impossible` is always true: a formula over
/// several numbers is known by its bounds, and the outcome of a decision is any of its leaves, or none.
package struct Reasoner: Sendable {
  package enum Verdict: Sendable {
    /// No complete world does it: a proof.
    case impossible
    /// This world does it.
    case possible(Witness)
    /// Neither found nor refuted: nothing may be said.
    case unknown

    package var isImpossible: Bool { if case .impossible = self { true } else { false } }
    package var isPossible: Bool { if case .possible = self { true } else { false } }
    package var witness: Witness? { if case .possible(let witness) = self { witness } else { nil } }
  }

  /// What the search should do in the world parts at hand.
  enum Step {
    /// Nothing to be found here.
    case dead
    case found
    /// The register to look into next, and whether it should rather be true.
    case open(register: Int, preferred: Bool)
  }

  let index: ProgramIndex
  private let catalogue: Catalogue
  /// What the variables can hold: columns of facts that are asked, leaf columns, formulas, and behind them the date.
  private var domains: [PossibleValues]
  private let exclusive: [UInt64]
  /// Leaves of every family, as bits, per decision.
  private let familyLeaves: [[UInt64]]
  private var current: [PossibleValues]
  private(set) var truths: [TruthSet]
  private var cone = Cone(operations: [], facts: [], formulas: [], decisions: [])
  private var effort = 0
  /// Formula columns whose values were split.
  private var restricted: Set<Int> = []

  private var today: Int { index.program.columnCount }

  package init(_ rules: CompiledRules) {
    let program = rules.program
    catalogue = rules.catalogue
    index = ProgramIndex(program)
    let days = NumberRange(
      lower: Double(CalendarDate(year: 0, month: 1, day: 1).days),
      upper: Double(CalendarDate(year: 9999, month: 12, day: 31).days),
      isWhole: true
    )
    var domains: [PossibleValues] = []
    var exclusive: [UInt64] = []
    for fact in catalogue.facts {
      let choices = fact.fact.choices
      let all: UInt64 = choices.count >= 64 ? ~0 : (1 << UInt64(choices.count)) - 1
      var alone: UInt64 = 0
      var values = PossibleValues(states: .known)
      switch fact.fact.kind {
      case .boolean: values.may = 3
      case .choice: values.may = all
      case .choices:
        values.may = all
        for (place, choice) in choices.enumerated() where choice.isExclusive { alone |= 1 << UInt64(place) }
      case .number(let domain):
        if fact.derivation == nil {
          values.range = NumberRange(lower: domain.minimum ?? -.infinity, upper: domain.maximum ?? .infinity)
        }
      case .date: values.range = days
      }
      domains.append(values)
      exclusive.append(alone)
    }
    var families: [[UInt64]] = []
    for decision in program.decisions {
      var leaves = Array(repeating: UInt64(0), count: 64)
      for (place, leaf) in decision.leaves.indices.enumerated() {
        leaves[Int(program.leaves[leaf].family)] |= 1 << UInt64(place)
      }
      families.append(leaves)
      let count = UInt64(decision.leaves.count)
      let all: UInt64 = count >= 64 ? ~0 : (1 << count) - 1
      // One column for the option, one for the leaf.
      domains.append(PossibleValues(states: .any))
      domains.append(PossibleValues(states: all == 0 ? [.notApplicable, .undefined] : .any, may: all))
      exclusive += [0, 0]
    }
    domains.append(PossibleValues(states: .known, range: days))
    self.domains = domains
    self.exclusive = exclusive
    familyLeaves = families
    current = domains
    truths = Array(repeating: [], count: program.registerCount)
  }

  // MARK: Questions

  /// Whether registers can have these truths together.
  ///
  /// - Parameter budget: how many operations may be computed before the answer is `unknown`.
  package mutating func solve(_ goals: [(register: Int, wanted: TruthSet)], budget: Int = 400_000) -> Verdict {
    search(goals.map(\.register), budget: budget) { truths in
      var open: Step?
      for goal in goals {
        let possible = truths[goal.register]
        if possible.isDisjoint(with: goal.wanted) { return .dead }
        if open == nil, !possible.isSubset(of: goal.wanted) {
          open = .open(register: goal.register, preferred: goal.wanted.contains(.yes))
        }
      }
      return open ?? .found
    }
  }

  /// Looks for a world in which `step` says that it is found.
  mutating func search(_ registers: [Int], budget: Int, _ step: ([TruthSet]) -> Step) -> Verdict {
    cone = index.cone(of: registers)
    effort = budget
    restricted = []
    return search(step, depth: 0)
  }

  private mutating func search(_ step: ([TruthSet]) -> Step, depth: Int) -> Verdict {
    effort -= cone.operations.count + 1
    guard effort > 0, depth < 400 else { return .unknown }
    evaluate()
    for column in restricted where current[column].range.isEmpty { return .impossible }
    let branches: Branches?
    switch step(truths) {
    case .dead: return .impossible
    case .open(let register, let preferred): branches = split(register: register, preferred)
    case .found:
      guard let loose = restricted.sorted().first(where: { !isPinned($0) }) else { return .possible(witness()) }
      branches = refine(formula: loose)
    }
    guard let branches else { return .unknown }
    let kept = domains[branches.variable]
    let isNewlyRestricted = branches.isFormula && !restricted.contains(branches.variable)
    if isNewlyRestricted { restricted.insert(branches.variable) }
    defer {
      domains[branches.variable] = kept
      if isNewlyRestricted { restricted.remove(branches.variable) }
    }
    var isUnknown = false
    for branch in branches.values {
      domains[branches.variable] = branch
      switch search(step, depth: depth + 1) {
      case .possible(let witness): return .possible(witness)
      case .unknown: isUnknown = true
      case .impossible: break
      }
      if effort <= 0 { return .unknown }
    }
    return isUnknown ? .unknown : .impossible
  }

  // MARK: What is possible

  private mutating func evaluate() {
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

  private func exclusiveKind(_ column: Int) -> Bool {
    if case .choices = catalogue.facts[column].fact.kind { true } else { false }
  }

  private func values(ofCases run: Run, _ otherwise: Int, isSet: Bool) -> PossibleValues {
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

  private func bounds(ofFormula node: Int) -> FormulaBounds {
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

  private mutating func decide(_ decision: Int) {
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

  // MARK: Splitting

  /// A variable and the parts of its values to try one after the other.
  private struct Branches {
    let variable: Int
    let values: [PossibleValues]
    var isFormula = false
  }

  private func split(register: Int, _ preferred: Bool) -> Branches? {
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
  private func isFirstTrue(_ test: Test) -> Bool {
    switch test {
    case .notMember, .outside, .subset: false
    default: true
    }
  }

  private func split(column: Int, _ test: Test) -> Branches? {
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

  private func split(leafOf decision: Int, _ test: Test, isFamily: Bool) -> Branches? {
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

  private func split(cases run: Run) -> Branches? {
    for place in stride(from: run.indices.lowerBound, to: run.indices.upperBound, by: 2) {
      let register = Int(index.program.operands[place])
      if truths[register] == .yes { return nil }
      if !truths[register].isDecided, let branches = split(register: register, true) { return branches }
    }
    return nil
  }

  /// Parts in which it is nearer to being decided whether a column is known, not applicable or undefined.
  private func split(stateOf column: Int) -> Branches? {
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
  private func refine(formula column: Int) -> Branches? {
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
  private func isPinned(_ column: Int) -> Bool {
    guard case .formula(let root) = index.origins[column], current[column].states == .known else { return false }
    return domains[column].range.contains(bounds(ofFormula: root).range)
  }

  // MARK: Witness

  private func witness() -> Witness {
    var answers: [String: FactValue] = [:]
    for column in cone.facts {
      let fact = catalogue.facts[column]
      guard current[column].states.contains(.known) else { continue }
      answers[fact.id] = value(of: fact.fact, domains[column])
    }
    let readsToday = cone.formulas.contains { column in
      if case .formula(let root) = index.origins[column] { index.readsToday(formula: root) } else { false }
    }
    return Witness(
      answers: answers,
      today: readsToday ? CalendarDate(days: Int(day(in: domains[today].range))) : nil,
      assumesOutcomes: !cone.decisions.isEmpty
    )
  }

  private func value(of fact: Fact, _ values: PossibleValues) -> FactValue {
    func ids(_ bits: UInt64) -> [String] {
      fact.choices.enumerated().filter { bits >> UInt64($0.offset) & 1 == 1 }.map(\.element.name.id)
    }
    switch fact.kind {
    case .boolean: return .boolean(values.may & 1 == 0)
    case .choice: return .choice(ids(values.may).first ?? "")
    case .choices: return .choices(Set(ids(values.must)))
    case .number: return .number(values.range.sample)
    case .date: return .number(day(in: values.range))
    }
  }

  /// A day that people take for one, where the range allows it.
  private func day(in range: NumberRange) -> Double {
    let usual = Double(CalendarDate(year: 2026, month: 1, day: 1).days)
    return min(max(usual, range.lower), range.upper)
  }
}
