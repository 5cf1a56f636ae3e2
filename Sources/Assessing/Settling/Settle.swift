import Engine
import RuleCompiler
import RuleModel

extension Assessment {
  /// What open answers can still do to every decision, in the order of decisions.
  ///
  /// Cheap things first: the bounds; where they do not show the winner, the completions are taken apart.
  ///
  /// - Parameters:
  ///   - decisions: ids of those wanted; nil: all.
  ///   - limit: how many parts of the completions may be looked at for one decision; beyond that nothing is said. A count
  ///     and not a time, so that every machine says the same.
  package func settle(_ decisions: Set<String>? = nil, limit: Int = settlingLimit) -> [Settlement] {
    let index = ProgramIndex(rules.program)
    let circumstances = rules.circumstances(of: profile)
    let template = rules.template(profile.answers, assumesDefaults: false)
    let open = rules.openFacts(profile.answers)
    return self.decisions.enumerated().compactMap { place, decision in
      if let decisions, !decisions.contains(decision.id) { return nil }
      let worlds = OpenWorlds(index, circumstances, decision: place, template: template, open: open)
      return Settling(assessment: self, decision: decision, worlds: worlds, limit: limit).settlement()
    }
  }
}

extension Assessment {
  /// The same assessment with what open answers can still do.
  package func settled() -> Assessment {
    var copy = self
    for settlement in settle() { copy.settlements[settlement.decision] = settlement }
    return copy
  }

  /// The same assessment with what sections 6 and 8 of the method say about it: settled decisions, drivers, flips and relaxations.
  package func examined() -> Assessment {
    var copy = settled()
    for decision in decisions {
      copy.changes[decision.id] = changes(of: decision.id)
      guard decision.applicable != .no else { continue }
      for leaf in decision.leaves where leaf.isExcluded { copy.relaxations[leaf.id] = relaxation(of: leaf.id) }
    }
    return copy
  }
}

/// How many parts of the completions are looked at for one decision before nothing is said about it.
package let settlingLimit = 1 << 17

/// The work of `settle` for one decision.
private struct Settling {
  let assessment: Assessment
  let decision: AssessedDecision
  let worlds: OpenWorlds
  let limit: Int
  let possible: PossibleScores

  init(assessment: Assessment, decision: AssessedDecision, worlds: OpenWorlds, limit: Int) {
    self.assessment = assessment
    self.decision = decision
    self.worlds = worlds
    self.limit = limit
    possible = PossibleScores(worlds)
  }

  private var linked: LinkedDecision { decision.decision }

  func settlement() -> Settlement {
    let leaves = leafBounds()
    var settled: Bool?
    var variantSettled: Bool?
    var proof: Settlement.Proof?
    if decision.applicable == .no {
      // Nothing is to be decided.
    } else if leaves.allSatisfy(\.isCertainlyExcluded) && decision.decidedBy != .profile {
      (settled, variantSettled, proof) = (false, false, leaves.isEmpty ? nil : .noSolution)
    } else if let variant = decision.variant, let family = decision.recommended {
      (settled, proof) = show(bits(of: linked.leaves.filter { $0.family == family }.map(\.id)))
      if settled == true {
        let (isLeafSettled, _) = show(bits(of: [variant]))
        variantSettled = isLeafSettled
      } else {
        variantSettled = settled
      }
    } else {
      (settled, variantSettled) = (false, false)
    }
    return Settlement(
      decision: decision.id,
      settled: settled,
      variantSettled: variantSettled,
      proof: proof,
      leaves: leaves,
      families: linked.families.map { family(bounds: $0, leaves) },
      openFacts: worlds.facts.map { assessment.catalogue.facts[Int($0.column)].id },
      isApplicable: decision.applicable != .no
    )
  }

  private func bits(of ids: [String]) -> UInt64 {
    var bits: UInt64 = 0
    for (place, leaf) in linked.leaves.enumerated() where ids.contains(leaf.id) { bits |= 1 << UInt64(place) }
    return bits
  }

  /// Whether one of some leaves stands at the end of every completion.
  private func show(_ wanted: UInt64) -> (Bool?, Settlement.Proof?) {
    let isTaken = assessment.profile.decided[decision.id] != nil
    if !isTaken, let (margin, rival) = possible.proof(that: wanted) {
      return (true, .bounds(margin: margin, rival: rival < 0 ? nil : linked.leaves[rival].id))
    }
    var search = SettledSearch(worlds, wanted: wanted)
    switch search.run(limit: limit) {
    case .settled(let parts): return (true, isTaken ? .decided : .enumeration(parts: parts))
    case .open: return (false, nil)
    case .unshown: return (nil, nil)
    }
  }

  // MARK: Bounds

  private func leafBounds() -> [LeafBounds] {
    let catalogue = assessment.catalogue
    let refuted = assessment.rules.refutations(assessment.profile.clarified)
    let own = catalogue.rules.filter { $0.decision == decision.id }
    // INVARIANT: the rules of a decision stand in the program in the order of the catalogue.
    let certain = Set(possible.certainRules.map { own[$0].id })
    let unknown = Set(possible.unknownRules.map { own[$0].id })
    return linked.leaves.enumerated().map { place, leaf in
      let excluding = own.filter { rule in
        rule.excludedLeaves.contains(leaf.id) || refuted.contains { $0.rule == rule.id && $0.leaf == leaf.id }
      }.map(\.id)
      let score = possible.score(of: place)
      return LeafBounds(
        id: leaf.id,
        lower: score.lower,
        upper: score.upper,
        certainlyExcludedBy: excluding.filter { certain.contains($0) },
        possiblyExcludedBy: excluding.filter { unknown.contains($0) }
      )
    }
  }

  private func family(bounds id: String, _ leaves: [LeafBounds]) -> FamilyBounds {
    let own = linked.leaves(of: id).compactMap { leaf in leaves.first { $0.id == leaf } }
    let open = own.filter { !$0.isCertainlyExcluded }
    let safe = open.filter { $0.possiblyExcludedBy.isEmpty }
    var scores: (lower: Double, upper: Double)?
    if let upper = open.map(\.upper).max(),
      // Without a leaf that nothing can exclude, any of the others may be the only one left.
      let lower = safe.map(\.lower).max() ?? open.map(\.lower).min()
    {
      scores = (lower, upper)
    }
    return FamilyBounds(id: id, scores: scores, isPossiblyExcluded: safe.isEmpty)
  }
}
