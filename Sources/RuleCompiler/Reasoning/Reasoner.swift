import Engine
import RuleModel

/// Decides whether conditions can hold, over all complete worlds: every fact that is asked has one of its values, or is
/// not applicable where its relevance says so.
///
/// It tries the values of the facts that the conditions depend on, in parts: a part is all values that a comparison does
/// not tell apart, and what cannot hold any more is left alone at once (the method of Davis, Logemann and Loveland,
/// 1962). Thresholds, choices, sets with their exclusive choices, dates, relevance and derived facts are exact. Two
/// things are not, and both only widen what is held for possible, so that `impossible` can be relied upon: a formula over
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
  let catalogue: Catalogue
  /// What the variables can hold: columns of facts that are asked, leaf columns, formulas, and behind them the date.
  var domains: [PossibleValues]
  let exclusive: [UInt64]
  /// Leaves of every family, as bits, per decision.
  let familyLeaves: [[UInt64]]
  var current: [PossibleValues]
  var truths: [TruthSet]
  var cone = Cone(operations: [], facts: [], formulas: [], decisions: [])
  private var effort = 0
  /// Formula columns whose values were split.
  private var restricted: Set<Int> = []

  var today: Int { index.program.columnCount }

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
  package mutating func solve(_ goals: [(register: Int, wanted: TruthSet)], budget: Int = 200_000) -> Verdict {
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
}
