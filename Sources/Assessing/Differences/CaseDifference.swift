package import RuleCompiler
package import RuleModel

/// Two states of a case, or two cases, under the same packs: what is said differently, and what that makes of every
/// decision.
package struct CaseDifference: Sendable {
  package let before: Assessment
  package let after: Assessment
  /// What the profiles say differently and that could count, in the order of `LinkedProfile.subjects`.
  package let entries: [EntryDifference]
  /// In the order in which they are decided.
  package let decisions: [DecisionDifference]
  /// Contradictions among the answers that came or went, by id.
  package let newContradictions: [Contradiction]
  package let goneContradictions: [Contradiction]
  /// Questions that arise now, and those that no longer do; in the order of the questionnaire.
  package let newQuestions: [String]
  package let goneQuestions: [String]

  /// - Parameter rules: both were made with them.
  package init(from before: Assessment, to after: Assessment) {
    self.before = before
    self.after = after
    let catalogue = after.catalogue
    entries = entryDifferences(from: before.profile, to: after.profile, catalogue)
    let attribution = ChangeAttribution(from: before, to: after, entries: entries)
    decisions = after.decisions.enumerated().map { place, decision in
      DecisionDifference(before.decisions[place], before, decision, after, attribution, place)
    }
    let (past, now) = (Set(before.contradictions.map(\.id)), Set(after.contradictions.map(\.id)))
    newContradictions = after.contradictions.filter { !past.contains($0.id) }
    goneContradictions = before.contradictions.filter { !now.contains($0.id) }
    let asked = catalogue.questionnaire.flatMap(\.facts).map(\.id)
    func arises(_ id: String, _ assessment: Assessment) -> Bool { assessment.fact(id)?.origin != .notApplicable }
    newQuestions = asked.filter { arises($0, after) && !arises($0, before) }
    goneQuestions = asked.filter { arises($0, before) && !arises($0, after) }
  }

  package func decision(_ id: String) -> DecisionDifference? { decisions.first { $0.id == id } }

  /// Whether an entry counts in neither case: an answer to a question that arises in none of them.
  package func countsForNothing(_ entry: EntryDifference) -> Bool {
    guard case .answer(let fact, _) = entry.before else { return false }
    return before.fact(fact)?.origin == .notApplicable && after.fact(fact)?.origin == .notApplicable
  }
}

/// Something that two profiles say differently.
package struct EntryDifference: Sendable {
  /// Both about the same.
  package let before: ProfileEntry
  package let after: ProfileEntry

  package var subject: ProfileEntry.Subject { before.subject }
}

/// What two profiles say differently; "asked, not known" is the same as "not asked" here.
private func entryDifferences(
  from before: LinkedProfile,
  to after: LinkedProfile,
  _ catalogue: Catalogue
) -> [EntryDifference] {
  before.subjects(besides: after, in: catalogue).compactMap { subject in
    let (old, new) = (before.entry(subject), after.entry(subject))
    if old == new || (old.isOpen && new.isOpen) { return nil }
    return EntryDifference(before: old, after: new)
  }
}

/// What becomes of one decision.
package struct DecisionDifference: Sendable {
  package let before: AssessedDecision
  package let after: AssessedDecision
  /// Of what stands: effect, exclusions, questions to confirm. Its causes are those beside the points.
  package let impact: DecisionImpact
  /// How the lead moved: where another leaf stands, that of the present one over the former; else that over the runner-up, or,
  /// without one, the score. nil where nothing stands in either case.
  package let points: PointDifference?
  /// Which of the things said differently did it.
  package let attribution: DecisionAttribution

  /// Whether no open answer can change it; nil where that was not looked at, or not found out.
  package let settledBefore: Bool?
  package let settledAfter: Bool?

  package var id: String { after.id }

  init(
    _ before: AssessedDecision,
    _ first: Assessment,
    _ after: AssessedDecision,
    _ second: Assessment,
    _ attribution: ChangeAttribution,
    _ place: Int
  ) {
    self.before = before
    self.after = after
    let causes = CauseAttribution()
    let isDecided = before.decidedBy == .profile || after.decidedBy == .profile
    impact = DecisionComparison(renames: Renames(), isOfWhatStands: true).compare(before, after) { effect in
      isDecided ? [] : causes.causes(of: effect, (before, first), (after, second)).filter { $0.kind != .points }
    }
    let leaf = after.variant ?? before.variant
    let rival =
      before.variant.flatMap { after.variant == nil || $0 == leaf ? nil : $0 }
      ?? (after.variant == nil ? before : after).runnerUp?.id
    points = leaf.flatMap { PointDifference(of: $0, over: rival, from: before, in: first, to: after, in: second) }
    settledBefore = first.settlements[before.id]?.settled
    settledAfter = second.settlements[after.id]?.settled
    self.attribution = attribution.decision(place, before, after, points)
  }

  /// Whether the decision applies, or may, in either case.
  package var isRelevant: Bool { before.applicable != .no || after.applicable != .no }

  /// Whether anything about it is different, if only points.
  package var isChanged: Bool {
    let isSame = impact.effect == .same && impact.changes.isEmpty && before.applicable == after.applicable
    return isRelevant && !(isSame && settledBefore == settledAfter)
  }

  /// Whether one would be told something else than before: another option, or another variant, or none.
  package var isAnother: Bool { isRelevant && before.variant != after.variant }
}
