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
    let work = Casework(rules.book, rules.caseFile(of: profile))
    var kernel = Kernel(rules.program, work.file.circumstances)
    var block = work.template(assumesDefaults: true)
    kernel.evaluate(&block)
    return self.decisions.enumerated().compactMap { place, decision in
      if let decisions, !decisions.contains(decision.id) { return nil }
      let reading = DecisionReading(kernel, work.book, work.file, decision: place)
      let isTaken = work.file.isDecided(place)
      let found = DecisionSettling(work.openWorlds(place), reading, isTaken: isTaken, limit: limit)
      return SettlementReader(assessment: self, decision: decision, place: place, found: found).settlement()
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
  ///
  /// - Parameter relaxes: also finds what would allow each variant that is excluded.
  package func examined(relaxes: Bool = true) -> Assessment {
    var copy = settled()
    let ground = ChangingGround(self)
    for decision in decisions {
      copy.changes[decision.id] = changes(of: decision.id, ground)
      guard relaxes, decision.applicable != .no else { continue }
      for found in relaxations(of: decision.leaves.filter(\.isExcluded).map(\.id), ground) {
        copy.relaxations[found.option] = found
      }
    }
    return copy
  }
}

/// How many parts of the completions are looked at for one decision before nothing is said about it.
package let settlingLimit = DecisionSettling.limit

/// Names what the engine found about one decision.
private struct SettlementReader {
  let assessment: Assessment
  let decision: AssessedDecision
  let place: Int
  let found: DecisionSettling

  private var linked: LinkedDecision { decision.decision }

  func settlement() -> Settlement {
    let leaves = leafBounds()
    return Settlement(
      decision: decision.id,
      settled: found.settled,
      variantSettled: found.variantSettled,
      proof: found.proof.map { proof in
        switch proof {
        case .decided: .decided
        case .bounds(let margin, let rival): .bounds(margin: margin, rival: rival < 0 ? nil : linked.leaves[rival].id)
        case .enumeration(let parts): .enumeration(parts: parts)
        case .noSolution: .noSolution
        }
      },
      leaves: leaves,
      families: linked.families.map { family(bounds: $0, leaves) },
      openFacts: found.openFacts.map { assessment.catalogue.facts[$0].id },
      isApplicable: decision.applicable != .no
    )
  }

  private func leafBounds() -> [LeafBounds] {
    // INVARIANT: the rules of a decision stand in the program in the order of the catalogue.
    let own = assessment.catalogue.rules.filter { $0.decision == decision.id }
    let first = assessment.rules.program.decisions[place].rules.indices.lowerBound
    return zip(linked.leaves, found.leaves).map { leaf, bounds in
      LeafBounds(
        id: leaf.id,
        lower: bounds.lower,
        upper: bounds.upper,
        certainlyExcludedBy: bounds.certain.map { own[$0 - first].id },
        possiblyExcludedBy: bounds.possible.map { own[$0 - first].id }
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
