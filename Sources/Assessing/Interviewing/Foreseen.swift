import Engine
import RuleCompiler
import RuleModel

/// What an interview knows beyond the answers: what is settled, which decisions it is after, and what every question is
/// worth to it.
package struct Foreseen: Sendable {
  /// Per decision: what was proved.
  package let settlements: [Settlement]
  /// Per decision, with what follows from the proofs of the others.
  package let outlooks: [DecisionOutlook]
  /// Indices of the decisions that the interview is after: while one of the greatest importance of all is open, those of
  /// this importance; then all that are open.
  package let pursued: Set<Int>
  /// By index into `Catalogue.facts`: by which share a question is expected to shrink what the bounds still lack to settle
  /// the pursued decisions (`RemainingDoubt`), times their importance; facts that are not among them have 0.
  package let gains: [Int: Double]
}

/// How many parts of the completions are looked at for one decision while somebody waits for the next question. A decision
/// that more of them would show to be settled is shown a few answers later; on the profiles of this repository none was.
package let waitingLimit = 1 << 14

/// Looks ahead: what is settled, and what to ask for.
///
/// Method.md, section 8, values a question by what it tells about the winners of all decisions. That serves a list of the
/// best next questions. An interview wants to be through: it needs what brings a proof nearest, and draws in which a rival
/// hardly ever wins say nothing about that, though its possibility keeps the decision open. Measured on the nineteen
/// profiles of this repository, replayed answer by answer, the platform was settled after 40 % of the relevant questions in
/// the median; by information on the platform alone after 46 %; by information on all decisions, for most profiles, only
/// with the last answers.
///
/// - Parameter before: an earlier look, whose proofs are used again if answers were only added since.
package func foresee(
  _ assessment: Assessment,
  after before: (assessment: Assessment, seen: Foreseen)? = nil
) -> Foreseen {
  let settlements = settlements(of: assessment, before)
  let proved = settlements.map { settlement in
    DecisionOutlook(isSettled: !settlement.canChange, isVariantSettled: !settlement.canChange && settlement.isLeafFirm)
  }
  let outlooks = withConsequences(proved, assessment)
  let pursued = pursued(assessment, outlooks)
  return Foreseen(
    settlements: settlements,
    outlooks: outlooks,
    pursued: pursued,
    gains: gains(assessment, toward: pursued)
  )
}

/// Which decisions are settled. What every completion ends with stays so while answers are only added, so that it is proved
/// once; unless something else stands meanwhile: what hangs on another decision may, before that is settled.
private func settlements(of assessment: Assessment, _ before: (assessment: Assessment, seen: Foreseen)?) -> [Settlement]
{
  var known: [String: Settlement] = [:]
  if let before, assessment.onlyAddsAnswers(to: before.assessment) {
    for (place, settlement) in before.seen.settlements.enumerated() where settlement.isFinal {
      let (now, past) = (assessment.decisions[place], before.assessment.decisions[place])
      guard now.variant == past.variant, now.reason == past.reason else { continue }
      known[settlement.decision] = settlement
    }
  }
  let ids = assessment.decisions.map(\.id)
  for settlement in assessment.settle(Set(ids.filter { known[$0] == nil }), limit: waitingLimit) {
    known[settlement.decision] = settlement
  }
  return ids.compactMap { known[$0] }
}

private func pursued(_ assessment: Assessment, _ outlooks: [DecisionOutlook]) -> Set<Int> {
  let applicable = assessment.decisions.indices.filter { assessment.decisions[$0].applicable != .no }
  let open = applicable.filter { !outlooks[$0].isSettled }
  let importance = { assessment.decisions[$0].decision.decision.importance }
  let foremost = open.filter { importance($0) == applicable.map(importance).max() }
  return Set(foremost.isEmpty ? open : foremost)
}

private func gains(_ assessment: Assessment, toward pursued: Set<Int>) -> [Int: Double] {
  guard !pursued.isEmpty else { return [:] }
  let (rules, profile) = (assessment.rules, assessment.profile)
  let index = ProgramIndex(rules.program)
  let circumstances = rules.circumstances(of: profile)
  let template = rules.template(profile.answers, assumesDefaults: false)
  let open = rules.openFacts(profile.answers)
  var table = rules.drawTable(answers: profile.answers, today: profile.profile.date)
  // INVARIANT: columns of facts are their places in the catalogue.
  table.rows = table.rows.filter { profile.answers[rules.catalogue.facts[$0.column].id] == nil }
  var gains: [Int: Double] = [:]
  for decision in pursued.sorted() {
    let worlds = OpenWorlds(index, circumstances, decision: decision, template: template, open: open)
    var doubt = RemainingDoubt(worlds)
    let importance = assessment.decisions[decision].decision.decision.importance
    for (column, share) in doubt.progress(table, seed: SamplingPlan.defaultSeed) {
      gains[column, default: 0] += importance * share
    }
  }
  return gains
}

extension Assessment {
  /// Whether the profile is that of another assessment of the same packs with nothing changed but answers to questions that
  /// had none.
  fileprivate func onlyAddsAnswers(to other: Assessment) -> Bool {
    let (now, past) = (profile, other.profile)
    let isSameCase =
      now.weights == past.weights && now.profile.date == past.profile.date
      && now.decided.mapValues(\.option.id) == past.decided.mapValues(\.option.id)
      && now.clarified.map(\.words) == past.clarified.map(\.words)
    return isSameCase && past.answers.allSatisfy { now.answers[$0.key] == $0.value }
  }
}

extension Settlement {
  fileprivate var isLeafFirm: Bool { variantSettled == true || proof == .noSolution }
  /// Whether nothing is left to be proved.
  fileprivate var isFinal: Bool { proof != nil && isLeafFirm }
}

extension Profile.Clarification {
  fileprivate var words: [String] { [rule.id, option.id, "\(holds)"] }
}
