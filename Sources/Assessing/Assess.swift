import Engine
package import RuleCompiler
package import RuleModel

/// Evaluates a profile: one world of the compiled rules, named and arranged.
package func assess(
  _ profile: LinkedProfile,
  _ rules: CompiledRules,
  date: CalendarDate? = nil
) -> Assessment {
  var kernel = Kernel(rules.program, rules.circumstances(of: profile))
  var block = WorldBlock(columnCount: rules.program.columnCount)
  rules.fill(&block, lane: 0, with: profile.answers)
  kernel.evaluate(&block)

  var assessment = Assessment(rules: rules, profile: profile, date: date ?? profile.profile.date)
  func truth(_ register: Int?) -> Truth {
    guard let register else { return .yes }
    guard let known = kernel.truths[register].value(in: 0) else { return .unknown }
    return Truth(known)
  }
  assessment.facts = rules.catalogue.facts.map { fact in
    assessedFact(fact, profile, rules.state(ofFact: fact, in: block, lane: 0))
  }
  for rule in rules.catalogue.rules { assessment.ruleTruths[rule.id] = truth(rules.ruleRegisters[rule.id]) }
  for item in rules.catalogue.components {
    assessment.componentTruths[item.item.id] = truth(rules.componentRegisters[item.item.id])
  }
  for item in rules.catalogue.steps { assessment.stepTruths[item.item.id] = truth(rules.stepRegisters[item.item.id]) }
  for item in rules.catalogue.prices {
    assessment.priceTruths[item.item.id] = truth(rules.priceRegisters[item.item.id])
  }
  assessment.contradictions = rules.catalogue.contradictions
    .filter { truth(rules.contradictionRegisters[$0.item.id]) == .yes }.map(\.item)
  let truths = assessment.ruleTruths
  let (book, file) = (rules.book, rules.caseFile(of: profile))
  assessment.decisions = rules.catalogue.decisions.enumerated().map { index, decision in
    DecisionReader(kernel: kernel, rules: rules, profile: profile, truths: truths, index: index, decision: decision)
      .read(DecisionReading(kernel, book, file, decision: index))
  }
  return assessment
}

private func assessedFact(_ fact: LinkedFact, _ profile: LinkedProfile, _ state: FactState) -> AssessedFact {
  let origin: AssessedFact.Origin =
    switch state {
    case _ where fact.derivation != nil && state != .notApplicable: .derived
    case .notApplicable: .notApplicable
    case .unknown: .unknown
    case .known: profile.answers[fact.id] == nil ? .assumed : .answered
    }
  return AssessedFact(
    fact: fact,
    origin: origin,
    state: state,
    isAskedUnknown: profile.askedUnknown.contains(fact.id)
  )
}

/// Reads one decision out of an evaluated kernel.
private struct DecisionReader {
  let kernel: Kernel
  let rules: CompiledRules
  let profile: LinkedProfile
  let truths: [String: Truth]
  let index: Int
  let decision: LinkedDecision

  /// What is the same for all leaves.
  private struct Basis {
    let rules: [LinkedRule]
    let refuted: [(rule: String, leaf: String)]
    /// Slots whose criterion has weight, with the rules under it that are true.
    let speaking: [(slot: Int, criterion: String, rules: [LinkedRule])]
  }

  func read(_ reading: DecisionReading) -> AssessedDecision {
    let row = rules.program.decisions[index]
    func id(_ leafRow: Int) -> String? {
      leafRow < 0 ? nil : decision.leaves[leafRow - row.leaves.indices.lowerBound].id
    }
    func family(_ leaf: String?) -> String? { leaf.flatMap { id in decision.leaves.first { $0.id == id }?.family } }
    let applies = reading.applicable != false
    let (byScore, standing) = (id(reading.byScore), id(reading.standing))
    let isDecided = applies && profile.decided[decision.id] != nil && standing != nil
    let gap: AssessedDecision.Gap? =
      !applies || standing != nil ? nil : reading.hasEnough ? .noSolution : .notEnoughFacts
    let basis = basis
    return AssessedDecision(
      decision: decision,
      applicable: reading.applicable.map { Truth($0) } ?? .unknown,
      recommended: family(standing),
      variant: standing,
      decidedBy: standing == nil ? .none : isDecided ? .profile : .score,
      recommendedByScore: family(byScore),
      variantByScore: byScore,
      reason: gap,
      recommendedWithoutConfirmation: id(reading.withoutConfirmation),
      tie: reading.tie,
      variantTie: reading.variantTie,
      close: reading.close,
      conditional: reading.isConditional,
      evidence: reading.evidence,
      leaves: reading.ranked.enumerated().map { leaf($0.element, place: $0.offset + 1, basis) },
      criteria: countedSlots.map { slot, id in
        (id, kernel.circumstances.weights[criterionIndex(slot)], kernel.share(ofSlot: slot, in: index))
      }
    )
  }

  /// Slots whose criterion has weight, with the criterion's id.
  private var countedSlots: [(slot: Int, id: String)] {
    rules.program.decisions[index].slots.indices.filter { kernel.circumstances.weights[criterionIndex($0)] > 0 }
      .map { ($0, rules.catalogue.criteria[criterionIndex($0)].id) }
  }

  private var basis: Basis {
    let own = rules.catalogue.rules.filter { $0.decision == decision.id }
    let speaking = own.filter { truths[$0.id] == .yes }
    return Basis(
      rules: own,
      refuted: rules.refutations(profile.clarified),
      speaking: countedSlots.map { slot, id in (slot, id, speaking.filter { $0.rule.criterion?.id == id }) }
    )
  }

  private func criterionIndex(_ slot: Int) -> Int { Int(rules.program.slots[slot].criterion) }

  private func leaf(_ row: Int, place: Int, _ basis: Basis) -> AssessedLeaf {
    let range = rules.program.decisions[index].leaves.indices
    let linked = decision.leaves[row - range.lowerBound]
    var excludedBy: Set<String> = []
    var possibly: [String] = []
    var confirm: [AssessedLeaf.OpenConfirmation] = []
    for rule in basis.rules {
      let truth = truths[rule.id] ?? .unknown
      let excludes =
        rule.excludedLeaves.contains(linked.id) || basis.refuted.contains { $0.rule == rule.id && $0.leaf == linked.id }
      if excludes && truth == .yes { excludedBy.insert(rule.id) }
      if excludes && truth == .unknown { possibly.append(rule.id) }
      if truth == .yes, let open = rule.confirmations.first(where: { $0.leaf == linked.id }),
        !isClarified(rule.id, linked.id)
      {
        confirm.append(AssessedLeaf.OpenConfirmation(rule: rule.id, text: open.text))
      }
    }
    let first = Int(rules.program.leaves[row].firstCell)
    let criteria = basis.speaking.map { slot, id, _ in
      let net = kernel.net[(first + slot - rules.program.decisions[index].slots.indices.lowerBound) * WorldBlock.width]
      return AssessedLeaf.CriterionPoints(
        id: id,
        weight: kernel.circumstances.weights[criterionIndex(slot)],
        scale: Int(rules.program.slots[slot].scale),
        net: Int(net),
        points: kernel.points(net, slot: slot, in: index)
      )
    }
    return AssessedLeaf(
      id: linked.id,
      family: linked.family,
      rank: kernel.isExcluded(row, lane: 0) ? nil : place,
      score: kernel.scores[row * WorldBlock.width],
      excludedBy: excludedBy.sorted(by: idPrecedes),
      possiblyExcludedBy: possibly,
      confirm: confirm,
      criteria: criteria,
      contributions: contributions(to: linked.id, basis)
    )
  }

  private func isClarified(_ rule: String, _ leaf: String) -> Bool {
    profile.clarified.contains { $0.rule.id == rule && decision.leaves(of: $0.option.id).contains(leaf) }
  }

  private func contributions(to leaf: String, _ basis: Basis) -> [AssessedLeaf.Contribution] {
    basis.speaking.flatMap { slot, criterion, rules -> [AssessedLeaf.Contribution] in
      rules.compactMap { rule in
        guard case .points(let rating)? = rule.ratings.first(where: { $0.leaf == leaf })?.value else { return nil }
        let net = rule.rule.weight * rating
        return AssessedLeaf.Contribution(
          rule: rule.id,
          criterion: criterion,
          netPoints: net,
          points: kernel.points(Int32(net), slot: slot, in: index)
        )
      }
    }
  }
}
