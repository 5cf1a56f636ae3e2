import Engine
import RuleCompiler
import RuleModel

extension Assessment {
  /// What changing answers would do to a decision.
  ///
  /// - Parameter id: of a decision; nil for one that does not apply or recommends nothing by score.
  package func changes(of id: String) -> DecisionChanges? { changes(of: id, ChangingGround(self)) }

  func changes(of id: String, _ ground: ChangingGround) -> DecisionChanges? {
    guard let place = decisions.firstIndex(where: { $0.id == id }), decisions[place].variantByScore != nil else {
      return nil
    }
    var desk = ChangingDesk(self, ground, decision: place, .answersOnly)
    let drivers = desk.worlds.drivers()
    let flips = desk.worlds.flips(after: drivers)
    func named(_ flip: Flip) -> AnswerFlip {
      let leaf = decisions[place].decision.leaves[flip.leaf]
      return AnswerFlip(changes: flip.changes.map { desk.answers[$0] }, recommended: leaf.family, variant: leaf.id)
    }
    return DecisionChanges(
      decision: id,
      drivers: drivers.map(named),
      flips: flips.map(named),
      fixed: desk.untouched
    )
  }

  /// How an excluded option or leaf could be allowed; nil if it, or one of its leaves, is not excluded.
  ///
  /// - Parameter limit: how many sets of changes are tried for each leaf.
  package func relaxation(of option: String, limit: Int = relaxationLimit) -> OptionRelaxation? {
    relaxations(of: [option], limit: limit).first
  }

  /// How options or leaves could be allowed, in their order; those that are not excluded are left out. What belongs to one
  /// decision should stand together: it is made ready once.
  package func relaxations(of options: [String], limit: Int = relaxationLimit) -> [OptionRelaxation] {
    options.isEmpty ? [] : relaxations(of: options, ChangingGround(self), limit: limit)
  }

  func relaxations(
    of options: [String],
    _ ground: ChangingGround,
    limit: Int = relaxationLimit
  ) -> [OptionRelaxation] {
    var found: [OptionRelaxation] = []
    var table: (decision: Int, desk: ChangingDesk)?
    for option in options {
      guard let linked = catalogue.decision(ofOption: option),
        let place = decisions.firstIndex(where: { $0.id == linked.id })
      else { continue }
      let leaves = linked.leaves(of: option)
      guard !leaves.isEmpty, leaves.allSatisfy({ decisions[place].leaf($0)?.isExcluded == true }) else { continue }
      var desk: ChangingDesk
      if let table, table.decision == place {
        desk = table.desk
      } else {
        desk = ChangingDesk(self, ground, decision: place, .withAssumptions)
      }
      // Nobody else holds it while it changes: it need not be copied.
      table = nil
      let (ways, isComplete) = self.ways(of: leaves, in: place, &desk, limit)
      // Where nothing is fixed, nothing more can be changed.
      let asksFixed = ways.isEmpty && isComplete && !desk.untouched.isEmpty
      found.append(
        OptionRelaxation(
          option: option,
          ways: best(ways),
          isComplete: isComplete,
          fixed: asksFixed ? fixedFacts(against: leaves, place, ground, limit) : []
        )
      )
      table = (place, desk)
    }
    return found
  }

  private typealias FoundWay = (facts: [String], way: OptionRelaxation.Way)

  private func ways(
    of leaves: [String],
    in decision: Int,
    _ desk: inout ChangingDesk,
    _ limit: Int
  ) -> (ways: [FoundWay], isComplete: Bool) {
    let linked = decisions[decision].decision
    var ways: [FoundWay] = []
    var isComplete = true
    for leaf in leaves {
      guard let row = linked.leaves.firstIndex(where: { $0.id == leaf }) else { continue }
      let search = desk.worlds.relaxations(of: row, limit: limit)
      isComplete = isComplete && search.isComplete
      for relaxation in search.found {
        let changes = relaxation.changes.map { desk.answers[$0] }
        let way = OptionRelaxation.Way(changes: changes, leaf: leaf, score: relaxation.score, wins: relaxation.wins)
        ways.append((changes.map(\.id), way))
      }
    }
    return (ways, isComplete)
  }

  /// The smallest ways, the best one for the same facts, by score; equal ones stay in the order found.
  private func best(_ ways: [FoundWay]) -> [OptionRelaxation.Way] {
    let least = ways.map(\.facts.count).min() ?? 0
    var kept: [FoundWay] = []
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

  /// The fixed facts without which there would be a way: those in the smallest ways that may change everything.
  private func fixedFacts(
    against leaves: [String],
    _ decision: Int,
    _ ground: ChangingGround,
    _ limit: Int
  ) -> [AssessedFact] {
    var desk = ChangingDesk(self, ground, decision: decision, .withEverything)
    let (ways, _) = ways(of: leaves, in: decision, &desk, limit)
    let changed = Set(ways.flatMap(\.facts))
    return facts.filter { $0.fact.fact.isFixed && changed.contains($0.id) }
  }
}

/// The world that is changed: the same for all decisions.
struct ChangingGround {
  let work: Casework
  /// Has evaluated the block.
  let kernel: Kernel
  let block: WorldBlock

  init(_ assessment: Assessment) {
    work = Casework(assessment.rules.book, assessment.rules.caseFile(of: assessment.profile))
    var kernel = Kernel(assessment.rules.program, work.file.circumstances)
    var block = work.template(assumesDefaults: true)
    kernel.evaluate(&block)
    self.kernel = kernel
    self.block = block
  }
}

/// The changes of answers that are tried for one decision, with their names.
private struct ChangingDesk {
  var worlds: ChangedWorlds
  let answers: [ChangedAnswer]

  /// The decision hangs on them; they were left as they are.
  let untouched: [AssessedFact]

  init(_ assessment: Assessment, _ ground: ChangingGround, decision: Int, _ scope: ChangeScope) {
    let rules = assessment.rules
    let profile = assessment.profile
    let (worlds, untouched) = ground.work.changedWorlds(decision, ground.block, ground.kernel, scope)
    self.worlds = worlds
    // INVARIANT: columns of facts are their places in the catalogue; what is changed has a value.
    answers = worlds.changes.compactMap { change in
      let fact = assessment.facts[Int(change.fact.column)].fact
      guard let value = profile.answers[fact.id] ?? fact.defaultValue else { return nil }
      return ChangedAnswer(fact: fact, from: value, to: rules.value(of: change.value, fact))
    }
    self.untouched = untouched.map { assessment.facts[$0] }
  }
}

/// How many sets of changes are tried for one leaf before the search for a way to allow it is given up. A count and not a
/// time, so that every machine says the same.
package let relaxationLimit = ChangedWorlds.mostSets
