import Diagnostics
import RuleCompiler
import RuleModel

/// Assesses profiles under two versions of the packs and compares.
struct ReplayComparison {
  let old: CompiledRules
  let new: CompiledRules
  let renames: Renames
  let attribution: CauseAttribution

  init(old: CompiledRules, new: CompiledRules, difference: PackDifference) {
    self.old = old
    self.new = new
    renames = Renames(of: new.catalogue)
    attribution = CauseAttribution(renames: renames, difference: difference)
  }

  func replay(_ profile: Profile, named name: String, date: CalendarDate?) -> ProfileReplay {
    var replay = ProfileReplay(name: name, title: profile.title)
    guard let before = linked(profile, old, .old, &replay), let after = linked(profile, new, .new, &replay) else {
      return replay
    }
    replay.renamed = after.renamed.filter { $0.to != nil }
    noteDropped(before, after, &replay)
    let first = assess(before, old, date: date)
    let second = assess(after, new, date: date)
    var remaining = first.decisions
    for decision in second.decisions {
      let place = remaining.firstIndex { renames("decision", $0.id) == decision.id }
      replay.decisions.append(compare(place.map { remaining.remove(at: $0) }, first, decision, second))
    }
    for decision in remaining { replay.decisions.append(compare(decision, first, nil, second)) }
    let (steps, present) = (included(first), included(second))
    replay.addedSteps = present.subtracting(steps).sorted(by: idPrecedes)
    replay.removedSteps = steps.subtracting(present).sorted(by: idPrecedes)
    return replay
  }

  private func included(_ assessment: Assessment) -> Set<String> {
    Set(assessment.stepTruths.filter { $0.value == .yes }.keys)
  }

  // MARK: Profiles

  /// The profile under a version. Answers that it cannot use are left out and noted.
  private func linked(
    _ profile: Profile,
    _ rules: CompiledRules,
    _ side: ProfileReplay.Side,
    _ replay: inout ProfileReplay
  ) -> LinkedProfile? {
    var log = DiagnosticLog()
    let whole = link(profile, with: rules.catalogue, into: &log)
    guard log.hasErrors else { return whole }
    var usable = profile
    let problems = log.diagnostics.filter { $0.severity == .error }
    usable.answers = profile.answers.filter { answer in
      guard let problem = problems.first(where: { $0.concerns(answer) }) else { return true }
      replay.dropped.append(
        ProfileReplay.Dropped(side: side, kind: "fact", id: answer.fact.id, reason: problem.summary)
      )
      return false
    }
    log = DiagnosticLog()
    let rest = link(usable, with: rules.catalogue, into: &log)
    if !log.hasErrors { return rest }
    replay.failure = (side, log.diagnostics.filter { $0.severity == .error })
    return nil
  }

  private func noteDropped(_ before: LinkedProfile, _ after: LinkedProfile, _ replay: inout ProfileReplay) {
    for renaming in after.renamed where renaming.to == nil {
      let reason = "the new packs say that it no longer exists"
      replay.dropped.append(.init(side: .new, kind: renaming.kind, id: renaming.from, reason: reason))
    }
    for name in after.unused where !before.unused.contains(name) {
      let reason = "the new packs do not know it and name no successor"
      replay.dropped.append(.init(side: .new, kind: name.kind, id: name.id, reason: reason))
    }
    for name in before.unused where !after.unused.contains(name) {
      replay.dropped.append(.init(side: .old, kind: name.kind, id: name.id, reason: "the old packs do not know it"))
    }
    for name in before.unused where after.unused.contains(name) {
      replay.dropped.append(.init(side: .new, kind: name.kind, id: name.id, reason: "neither version knows it"))
    }
  }

  // MARK: Decisions

  private func compare(
    _ before: AssessedDecision?,
    _ first: Assessment,
    _ after: AssessedDecision?,
    _ second: Assessment
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
      causes: attribution.causes(of: effect, (before, first), (after, second))
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
    let leaf = decision.variantByScore.flatMap { decision.leaf($0) }
    let rival = decision.leaves.first { $0.rank != nil && $0.family != leaf?.family }
    let reason: String? =
      leaf != nil
      ? nil
      : decision.applicable == .no
        ? "does not apply" : decision.reason == .noSolution ? "every option is excluded" : "not enough facts"
    return DecisionImpact.Outcome(
      option: name(decision.recommendedByScore),
      variant: name(decision.variantByScore),
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

extension Diagnostic {
  /// Whether the problem stands within an answer.
  fileprivate func concerns(_ answer: ProfileAnswer) -> Bool {
    guard let place = span?.range, let key = answer.fact.span?.range else { return false }
    let end = max(key.upperBound, answer.answer.span?.range.upperBound ?? 0)
    return key.lowerBound <= place.lowerBound && place.upperBound <= end
  }
}
