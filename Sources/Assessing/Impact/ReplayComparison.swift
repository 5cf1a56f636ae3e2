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
    DecisionComparison(renames: renames).compare(before, after) { effect in
      attribution.causes(of: effect, (before, first), (after, second))
    }
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
