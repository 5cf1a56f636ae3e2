package import RuleModel

/// Packs as checks see them: linked, compiled, tried on sampled worlds, with what is needed to prove things.
package struct CheckedPacks: Sendable {
  package let catalogue: Catalogue
  /// What sources are compared with; nil where no date is known.
  package let date: CalendarDate?
  package let rules: CompiledRules
  let worlds: SampledWorlds
  let reasoner: Reasoner
  /// Rule id → registers of the parts of its condition that must all hold.
  let parts: [String: [(condition: LinkedCondition, register: Int)]]
  /// What stands before comparisons that are false for what is not applicable.
  let suspects: [NotApplicableSuspect]
  /// Rules that are true in no complete world, and in every one: proved.
  let neverTrue: Set<String>
  let alwaysTrue: Set<String>

  /// - Parameter catalogue: linked without an error.
  package init(_ catalogue: Catalogue, date: CalendarDate?) {
    self.catalogue = catalogue
    self.date = date
    let found = NotApplicableSuspect.all(in: catalogue)
    var conditions: [LinkedCondition] = []
    var places: [(rule: String, range: Range<Int>)] = []
    for rule in catalogue.rules {
      let first = conditions.count
      conditions += rule.condition.conjuncts
      places.append((rule.id, first..<conditions.count))
    }
    let firstContext = conditions.count
    conditions += found.flatMap(\.context)
    let (rules, registers) = compile(catalogue, with: conditions)
    self.rules = rules
    parts = Dictionary(
      uniqueKeysWithValues: places.map { rule, range in (rule, range.map { (conditions[$0], registers[$0]) }) }
    )
    var next = firstContext
    suspects = found.map { suspect in
      defer { next += suspect.context.count }
      return suspect.with(Array(registers[next..<next + suspect.context.count]))
    }
    let worlds = SampledWorlds(rules, today: date ?? CalendarDate(year: 2026, month: 1, day: 1))
    var reasoner = Reasoner(rules)
    var never: Set<String> = []
    var always: Set<String> = []
    for rule in catalogue.rules {
      guard let register = rules.ruleRegisters[rule.id] else { continue }
      if !worlds.isEverTrue(register), reasoner.solve([(register, .yes)]).isImpossible { never.insert(rule.id) }
      if worlds.isAlwaysTrue(register), reasoner.solve([(register, .notYes)]).isImpossible { always.insert(rule.id) }
    }
    self.worlds = worlds
    self.reasoner = reasoner
    neverTrue = never
    alwaysTrue = always
  }

  /// The register of a rule's condition. INVARIANT: every rule of the catalogue has one.
  func register(_ rule: LinkedRule) -> Int { rules.ruleRegisters[rule.id] ?? 0 }

  /// Whether a condition holds in no complete world: proved. The sampled worlds are asked first.
  func isNeverTrue(_ register: Int) -> Bool {
    guard !worlds.isEverTrue(register) else { return false }
    var reasoner = reasoner
    return reasoner.solve([(register, .yes)]).isImpossible
  }

  /// A sentence that shows answers with which something happens; nil where that rests on an outcome nobody computed.
  func example(_ witness: Witness?) -> String? {
    guard let witness, !witness.assumesOutcomes, witness.answers.count <= 24 else { return nil }
    return "for example with these answers: \(witness.text(catalogue))"
  }
}

extension LinkedCondition {
  /// The parts that must all hold, with those of nested lists.
  var conjuncts: [LinkedCondition] {
    if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }

  /// Where it stands: the place of its first comparison.
  var firstComparison: LinkedComparison? {
    var first: LinkedComparison?
    forEachComparison { if first == nil { first = $0 } }
    return first
  }
}
