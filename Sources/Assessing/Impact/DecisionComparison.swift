import RuleCompiler
import RuleModel

/// Two assessments of one decision side by side: under two versions of the packs, or of two states of a case.
struct DecisionComparison {
  /// From the ids of the former packs to those of the present ones.
  let renames: Renames
  /// Compare what stands, and not what the scores recommend: they differ where the profile has decided.
  var isOfWhatStands = false

  /// - Parameter causes: what did it, once the effect is known.
  func compare(
    _ before: AssessedDecision?,
    _ after: AssessedDecision?,
    causes: (DecisionImpact.Effect) -> [Cause]
  ) -> DecisionImpact {
    let old = before.map { outcome(of: $0, renamed: true) }
    let new = after.map { outcome(of: $0, renamed: false) }
    let scores = scoreDifferences(before, after)
    let effect = effect(old, new, moved: !scores.isEmpty)
    return DecisionImpact(
      id: after?.id ?? before?.id ?? "",
      effect: effect,
      old: old,
      new: new,
      isDecidedByProfile: after?.decidedBy == .profile || before?.decidedBy == .profile,
      scores: scores,
      changes: changes(before, after),
      causes: causes(effect)
    )
  }

  private func effect(
    _ old: DecisionImpact.Outcome?,
    _ new: DecisionImpact.Outcome?,
    moved: Bool
  ) -> DecisionImpact.Effect {
    guard let old else { return .added }
    guard let new else { return .removed }
    switch (old.option, new.option) {
    case (nil, nil): return old.reason == new.reason ? .same : .moves
    case (_?, nil): return .opens
    case (nil, _?): return .closes
    case (let from?, let to?):
      if from != to { return .flips }
      if old.variant != new.variant { return .variant }
      let leadMoved = ((old.lead ?? 0) - (new.lead ?? 0)).magnitude > 1e-9 || (old.lead == nil) != (new.lead == nil)
      return moved || leadMoved ? .moves : .same
    }
  }

  private func outcome(of decision: AssessedDecision, renamed: Bool) -> DecisionImpact.Outcome {
    func name(_ id: String?) -> String? { id.map { renamed ? renames("option", $0) : $0 } }
    let variant = isOfWhatStands ? decision.variant : decision.variantByScore
    let leaf = variant.flatMap { decision.leaf($0) }
    let rival = decision.leaves.first { $0.rank != nil && $0.family != leaf?.family }
    let reason: String? =
      leaf != nil
      ? nil
      : decision.applicable == .no
        ? "does not apply" : decision.reason == .noSolution ? "every option is excluded" : "not enough facts"
    return DecisionImpact.Outcome(
      option: name(leaf?.family),
      variant: name(variant),
      reason: reason,
      score: leaf?.score ?? 0,
      lead: leaf.flatMap { leaf in rival.map { leaf.score - $0.score } },
      evidence: decision.evidence
    )
  }

  private func scoreDifferences(
    _ before: AssessedDecision?,
    _ after: AssessedDecision?
  ) -> [(leaf: String, difference: Double)] {
    guard let before, let after else { return [] }
    let old = Dictionary(before.leaves.map { (renames("option", $0.id), $0.score) }) { first, _ in first }
    return after.leaves.sorted { idPrecedes($0.id, $1.id) }.compactMap { leaf in
      guard let score = old[leaf.id], (leaf.score - score).magnitude > 1e-9 else { return nil }
      return (leaf.id, leaf.score - score)
    }
  }

  /// Exclusions and confirmations that leaves gain or lose; a leaf that is new or gone has neither.
  private func changes(_ before: AssessedDecision?, _ after: AssessedDecision?) -> [DecisionImpact.Change] {
    guard let before, let after else { return [] }
    var changes: [DecisionImpact.Change] = []
    for leaf in after.leaves.sorted(by: { idPrecedes($0.id, $1.id) }) {
      guard let former = before.leaves.first(where: { renames("option", $0.id) == leaf.id }) else { continue }
      func note(_ kind: DecisionImpact.Change.Kind, _ rules: Set<String>) {
        changes += rules.sorted(by: idPrecedes).map { DecisionImpact.Change(kind: kind, leaf: leaf.id, rule: $0) }
      }
      let excluded = Set(former.excludedBy.map { renames("rule", $0) })
      note(.gainsExclusion, Set(leaf.excludedBy).subtracting(excluded))
      note(.losesExclusion, excluded.subtracting(leaf.excludedBy))
      let open = Set(former.confirm.map { renames("rule", $0.rule) })
      note(.gainsConfirmation, Set(leaf.confirm.map(\.rule)).subtracting(open))
      note(.losesConfirmation, open.subtracting(leaf.confirm.map(\.rule)))
    }
    func place(_ change: DecisionImpact.Change) -> Int {
      DecisionImpact.Change.Kind.allCases.firstIndex(of: change.kind) ?? 0
    }
    // The sort keeps leaves and rules in the order found, since places break no tie among them.
    return changes.enumerated().sorted { a, b in
      (place(a.element), a.offset) < (place(b.element), b.offset)
    }.map(\.element)
  }
}
