package import Assessing
package import RuleCompiler
package import RuleModel

/// The outcome of a decision in one sentence.
///
/// - Parameter isNamed: whether the sentence names the decision; where a heading does, it need not.
package func decisionHeadline(_ decision: AssessedDecision, _ say: Phrasing, isNamed: Bool = true) -> RichText {
  let title = say.text(decision.decision.decision.title)
  guard let variant = decision.variant else {
    switch decision.reason {
    case .noSolution:
      return say.language == .de
        ? "\(title): \(strong: "Keine der Möglichkeiten") erfüllt alle Anforderungen."
        : "\(title): \(strong: "none of the options") meets all requirements."
    case .notEnoughFacts, nil:
      return say.language == .de
        ? "\(title): Für eine Empfehlung \(strong: "fehlen noch Angaben")."
        : "\(title): there are \(strong: "not enough facts") yet for a recommendation."
    }
  }
  let name = say.option(variant)
  switch decision.decidedBy {
  case .profile:
    return say.language == .de
      ? "\(title): bereits entschieden für \(strong: name)." : "\(title): already decided in favour of \(strong: name)."
  case .score, .none:
    if !isNamed { return say.language == .de ? "Wir empfehlen \(strong: name)." : "We recommend \(strong: name)." }
    return say.language == .de ? "\(title): Wir empfehlen \(strong: name)." : "\(title): we recommend \(strong: name)."
  }
}

/// Something a reader must know beside the headline.
package struct DecisionRemark: Sendable {
  package enum Kind: Sendable {
    /// How far ahead it is.
    case standing
    case info
    case warning
    case confirm
  }

  package let kind: Kind
  package let text: String
}

/// Lead, ties, conditions, warnings and a thin basis, in the order in which they are told.
package func decisionRemarks(_ decision: AssessedDecision, _ say: Phrasing) -> [DecisionRemark] {
  var remarks: [DecisionRemark] = []
  func add(_ kind: DecisionRemark.Kind, _ en: String, _ de: String) {
    remarks.append(DecisionRemark(kind: kind, text: say(en: en, de: de)))
  }
  if let chosen = decision.chosenLeaf { addStanding(of: chosen, decision, say, add) }
  if decision.applicable == .unknown {
    add(
      .info,
      "Whether this decision is needed at all depends on answers that are missing.",
      "Ob es diese Entscheidung überhaupt braucht, hängt von fehlenden Angaben ab."
    )
  }
  guard let chosen = decision.chosenLeaf else { return remarks }
  if chosen.score < 0 {
    add(
      .warning,
      "More speaks against it than for it: it is the best of what is left, not a good fit.",
      "Es spricht mehr dagegen als dafür: Das ist die beste der verbleibenden Möglichkeiten, aber keine gute."
    )
  }
  if chosen.isExcluded {
    add(
      .warning,
      "A requirement rules this choice out; see below for which one.",
      "Eine Anforderung schliesst diese Wahl aus; welche, steht weiter unten."
    )
  }
  if decision.conditional {
    let count = chosen.confirm.count
    var en =
      "Before a contract, \(count == 1 ? "one point is" : "\(count) points are") still to be settled with the provider."
    var de =
      "Vor einem Vertrag \(count == 1 ? "ist noch ein Punkt" : "sind noch \(count) Punkte") mit dem Anbieter zu klären."
    if let other = decision.recommendedWithoutConfirmation {
      en += " Until then, the best with nothing to settle is \(say.option(other))."
      de += " Ohne offenen Punkt wäre bis dahin \(say.option(other)) am besten."
    }
    add(.confirm, en, de)
  }
  if decision.isThin {
    add(
      .info,
      "The basis is thin: the answers so far touch only \(say.percent(decision.evidence)) of what counts.",
      "Die Grundlage ist dünn: Die bisherigen Angaben betreffen nur \(say.percent(decision.evidence)) dessen, was zählt."
    )
  }
  return remarks
}

/// Variants whose scores are less than so many points apart are told together: which one it is wants a talk.
private let narrowAmongVariants = 2.0

private func addStanding(
  of chosen: AssessedLeaf,
  _ decision: AssessedDecision,
  _ say: Phrasing,
  _ add: (DecisionRemark.Kind, String, String) -> Void
) {
  let score = say.points(chosen.score)
  guard let rival = decision.runnerUp else {
    add(
      .standing,
      "It scores \(score) points; all others are ruled out by a requirement.",
      "Bewertung: \(score) Punkte. Alle anderen scheiden an einer Anforderung aus."
    )
    return
  }
  let name = say.option(rival.id)
  let lead = say.lead(chosen.score, over: rival.score)
  let other = say.points(rival.score)
  if chosen.score < rival.score {
    add(
      .standing,
      "By score, \(name) would be \(lead) points ahead (\(other) against \(score)).",
      "Nach Punkten läge \(name) um \(lead) vorn (\(other) gegenüber \(score))."
    )
  } else if decision.tie {
    add(
      .standing,
      "It has the same score as \(name) (\(score)); the order of preference in the rule packs decides.",
      "Gleichauf mit \(name) (\(score)); den Ausschlag gibt die Reihenfolge in den Regelpaketen."
    )
  } else {
    let closeness = decision.close ? say(en: " That is close.", de: " Das ist knapp.") : ""
    add(
      .standing,
      "It scores \(score) points, \(lead) ahead of \(name) (\(other)).\(closeness)",
      "Bewertung: \(score) Punkte, \(lead) mehr als \(name) (\(other)).\(closeness)"
    )
  }
  let sibling = decision.leaves.first { $0.family == chosen.family && $0.id != chosen.id && $0.rank != nil }
  guard let sibling else { return }
  if decision.variantTie {
    add(
      .standing,
      "\(say.option(sibling.id)) has the same score.",
      "\(say.option(sibling.id)) hat gleich viele Punkte."
    )
  } else if chosen.score - sibling.score < narrowAmongVariants, chosen.score > sibling.score {
    let behind = say.lead(chosen.score, over: sibling.score)
    add(
      .standing,
      "The choice of the variant is narrow: \(say.option(sibling.id)) is only \(behind) behind.",
      "Bei der Variante ist es knapp: \(say.option(sibling.id)) liegt nur \(behind) zurück."
    )
  }
}

/// The answers that made a rule's condition true: "Availability: 99.9 %". Empty if none may be shown.
package func decidingAnswers(_ rule: LinkedRule, _ evaluator: ObviousEvaluator, _ say: Phrasing) -> [String] {
  let comparisons = evaluator.trace(rule.condition).comparisons.filter { part in
    guard case .fact(let id) = part.comparison.subject, let fact = say.catalogue.fact(id)?.fact else { return true }
    return say.mayShow(fact.audience)
  }
  var texts: [String] = []
  for part in comparisons {
    // Under `not`, what decided is a comparison that is false.
    guard part.truth != .unknown, part.seen != .notApplicable else { continue }
    let seen = part.truth == .yes ? part.comparison.concerned(of: part.seen) : part.seen
    let text = "\(say.subject(part.comparison.subject)): \(say.seen(seen, by: part.comparison.subject))"
    if part.truth == .yes, !texts.contains(text) { texts.append(text) }
  }
  if texts.isEmpty {
    for part in comparisons {
      let text = "\(say.subject(part.comparison.subject)): \(say.seen(part.seen, by: part.comparison.subject))"
      if !texts.contains(text) { texts.append(text) }
    }
  }
  return texts
}

extension LinkedComparison {
  /// Of several choices those that the comparison asks for, where it asks whether they are among them; else all.
  fileprivate func concerned(of state: FactState) -> FactState {
    guard case .known(.choices(let chosen)) = state else { return state }
    switch self.operator.test(operands, order) {
    case .intersects(let asked), .contains(let asked):
      let both = chosen.intersection(choiceIDs(asked))
      return both.isEmpty ? state : .known(.choices(both))
    default: return state
    }
  }
}

/// A rule that excludes, with what it excludes.
package struct ExclusionGroup: Sendable {
  package let rule: LinkedRule
  /// Options by name; a family whose leaves are all excluded by the rule stands for them.
  package let names: String
  /// The question that was answered with no, where the rule itself only asks to confirm.
  package let clarification: Profile.Clarification?
}

/// Every rule that excludes something of a decision, by rule id.
package func exclusionGroups(
  _ decision: AssessedDecision,
  _ assessment: Assessment,
  _ say: Phrasing
) -> [ExclusionGroup] {
  let rules = Set(decision.leaves.flatMap(\.excludedBy)).sorted(by: idPrecedes)
  return rules.compactMap { id in
    guard let rule = assessment.catalogue.rule(id) else { return nil }
    let leaves = decision.leaves.filter { $0.excludedBy.contains(id) }
    let whole = decision.decision.families.filter { family in
      decision.leaves.filter { $0.family == family }.allSatisfy { member in leaves.contains { $0.id == member.id } }
    }
    let single = leaves.filter { !whole.contains($0.family) }.map { say.option($0.id) }
    let isVeto = leaves.contains { rule.excludedLeaves.contains($0.id) }
    let refuted = assessment.profile.clarified.first { clarified in
      clarified.rule.id == id && !clarified.holds
        && decision.decision.leaves(of: clarified.option.id).contains { leaf in leaves.contains { $0.id == leaf } }
    }
    return ExclusionGroup(
      rule: rule,
      names: (whole.map { say.option($0) } + single).joined(separator: "; "),
      clarification: isVeto ? nil : refuted
    )
  }
}
