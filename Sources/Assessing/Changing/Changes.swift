import Engine
import RuleCompiler
import RuleModel

extension Assessment {
  /// What changing answers would do to a decision.
  ///
  /// - Parameter id: of a decision; nil for one that does not apply or recommends nothing by score.
  package func changes(of id: String) -> DecisionChanges? {
    guard let place = decisions.firstIndex(where: { $0.id == id }), decisions[place].variantByScore != nil else {
      return nil
    }
    let desk = ChangingDesk(self, decision: place, changesAssumptions: false)
    var worlds = desk.worlds
    let drivers = worlds.drivers()
    let flips = worlds.flips(after: drivers)
    func named(_ flip: Flip) -> AnswerFlip {
      let leaf = decisions[place].decision.leaves[flip.leaf]
      return AnswerFlip(changes: flip.changes.map { desk.answers[$0] }, recommended: leaf.family, variant: leaf.id)
    }
    return DecisionChanges(decision: id, drivers: drivers.map(named), flips: flips.map(named))
  }

  /// How an excluded option or leaf could be allowed; nil if it, or one of its leaves, is not excluded.
  package func relaxation(of option: String) -> OptionRelaxation? {
    guard let linked = catalogue.decision(ofOption: option),
      let place = decisions.firstIndex(where: { $0.id == linked.id })
    else { return nil }
    let leaves = linked.leaves(of: option)
    guard !leaves.isEmpty, leaves.allSatisfy({ decisions[place].leaf($0)?.isExcluded == true }) else { return nil }
    let desk = ChangingDesk(self, decision: place, changesAssumptions: true)
    var worlds = desk.worlds
    var ways: [(facts: [String], way: OptionRelaxation.Way)] = []
    for leaf in leaves {
      guard let row = linked.leaves.firstIndex(where: { $0.id == leaf }) else { continue }
      for relaxation in worlds.relaxations(of: row) {
        let changes = relaxation.changes.map { desk.answers[$0] }
        let way = OptionRelaxation.Way(changes: changes, leaf: leaf, score: relaxation.score, wins: relaxation.wins)
        ways.append((changes.map(\.id), way))
      }
    }
    return OptionRelaxation(option: option, ways: best(ways), fixed: fixedFacts(against: leaves, place))
  }

  /// The smallest ways, the best one for the same facts, by score; equal ones stay in the order found.
  private func best(_ ways: [(facts: [String], way: OptionRelaxation.Way)]) -> [OptionRelaxation.Way] {
    let least = ways.map(\.facts.count).min() ?? 0
    var kept: [(facts: [String], way: OptionRelaxation.Way)] = []
    for candidate in ways where candidate.facts.count == least {
      if let same = kept.firstIndex(where: { $0.facts == candidate.facts }) {
        if candidate.way.score > kept[same].way.score { kept[same] = candidate }
      } else {
        kept.append(candidate)
      }
    }
    return kept.enumerated().sorted { a, b in
      a.element.way.score == b.element.way.score ? a.offset < b.offset : a.element.way.score > b.element.way.score
    }.map(\.element.way)
  }

  private func fixedFacts(against leaves: [String], _ decision: Int) -> [AssessedFact] {
    let excluding = Set(leaves.flatMap { self.decisions[decision].leaf($0)?.excludedBy ?? [] })
    let registers = excluding.compactMap { rules.ruleRegisters[$0] }.sorted()
    let columns = Set(ProgramIndex(rules.program).cone(of: registers, throughRules: true).facts)
    return facts.filter { $0.fact.fact.isFixed && rules.factColumns[$0.id].map { columns.contains($0) } == true }
  }
}

/// The changes of answers that are tried for one decision, with their names.
private struct ChangingDesk {
  let worlds: ChangedWorlds
  let answers: [ChangedAnswer]

  /// - Parameter changesAssumptions: also try other values where a default stands in for an answer.
  init(_ assessment: Assessment, decision: Int, changesAssumptions: Bool) {
    let rules = assessment.rules
    let profile = assessment.profile
    let work = Casework(rules.book, rules.caseFile(of: profile))
    var kernel = Kernel(rules.program, work.file.circumstances)
    var block = work.template(assumesDefaults: true)
    kernel.evaluate(&block)
    let worlds = work.changedWorlds(decision, block, changesAssumptions: changesAssumptions)
    self.worlds = worlds
    answers = worlds.changes.compactMap { change in
      // INVARIANT: columns of facts are their places in the catalogue; what is changed has a value.
      let fact = assessment.facts[Int(change.fact.column)].fact
      guard let value = profile.answers[fact.id] ?? fact.defaultValue else { return nil }
      return ChangedAnswer(fact: fact, from: value, to: rules.value(of: change.value, fact))
    }
  }
}
