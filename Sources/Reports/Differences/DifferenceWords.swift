import Assessing
package import RuleCompiler
import RuleModel

/// How the two sides of a difference are called.
package enum DifferenceSides: Sendable {
  /// A case as it is, and as it would be.
  case nowAndThen
  /// Two profiles by letters: "A" and "B".
  case profiles(String, String)

  func names(_ say: Phrasing) -> (before: String, after: String) {
    switch self {
    case .nowAndThen: (say(en: "now", de: "jetzt"), say(en: "then", de: "dann"))
    case .profiles(let a, let b): (a, b)
    }
  }
}

/// What differs, in words.
struct DifferenceWords {
  let say: Phrasing
  let sides: DifferenceSides
  let difference: CaseDifference

  // MARK: Entries

  /// Whether what differs may be shown.
  func mayShow(_ entry: EntryDifference) -> Bool { isShown(entry.subject, say) }

  /// "Isolation: Own servers → Namespaces", "Weight of Cost: 10 → 20".
  func text(_ entry: EntryDifference) -> String {
    let name = subjectText(entry.subject, say)
    let (old, new) = (
      value(entry.before, in: difference.before), value(entry.after, in: difference.after)
    )
    switch sides {
    case .nowAndThen: return "\(name): \(old) → \(new)"
    case .profiles(let a, let b): return "\(name): \(a) \(old); \(b) \(new)"
    }
  }

  private func value(_ entry: ProfileEntry, in assessment: Assessment) -> String {
    let text = entryText(entry, say)
    guard case .answer(let id, let given) = entry, let fact = assessment.fact(id) else { return text }
    if fact.origin == .notApplicable { return text + say(en: " (does not apply)", de: " (trifft nicht zu)") }
    guard given.value == nil, fact.origin == .assumed else { return text }
    return text + say(en: ", assumed: ", de: ", angenommen: ") + say.state(fact.state, of: fact.fact.fact)
  }

  // MARK: Outcomes

  /// "APPUiO Cloud (3.4 ahead)", "nothing (every option is ruled out)".
  func outcome(_ decision: AssessedDecision) -> String {
    guard let leaf = decision.chosenLeaf, decision.applicable != .no else { return absence(decision) }
    let name = say.option(leaf.id)
    if decision.decidedBy == .profile { return name + say(en: " (decided)", de: " (entschieden)") }
    return "\(name) (\(lead(decision)))"
  }

  private func absence(_ decision: AssessedDecision) -> String {
    if decision.applicable == .no { return say(en: "not needed", de: "nicht nötig") }
    return decision.reason == .noSolution
      ? say(en: "nothing (every option is ruled out)", de: "nichts (alle Möglichkeiten sind ausgeschlossen)")
      : say(en: "nothing (not enough facts)", de: "nichts (zu wenige Angaben)")
  }

  private func lead(_ decision: AssessedDecision) -> String {
    guard let leaf = decision.chosenLeaf else { return "" }
    guard let rival = decision.runnerUp else { return say(en: "the only one left", de: "allein übrig") }
    if leaf.score < rival.score {
      let points = say.lead(leaf.score, over: rival.score)
      return say(en: "\(points) behind", de: "\(points) zurück")
    }
    let points = say.lead(leaf.score, over: rival.score)
    return decision.tie ? say(en: "level", de: "gleichauf") : say(en: "\(points) ahead", de: "\(points) voraus")
  }

  /// What becomes of a decision, in one sentence.
  func sentence(_ decision: DecisionDifference) -> String {
    let title = say.text(decision.after.decision.decision.title)
    let parts = [headline(decision)] + details(decision)
    return "\(title): \(parts.joined(separator: "; "))."
  }

  private func headline(_ decision: DecisionDifference) -> String {
    let (old, new) = (outcome(decision.before), outcome(decision.after))
    if decision.isAnother || decision.before.applicable != decision.after.applicable {
      let isMissing = decision.before.variant == nil || decision.after.variant == nil
      switch sides {
      case .nowAndThen where isMissing: return say(en: "\(new), so far \(old)", de: "\(new), bisher \(old)")
      case .nowAndThen: return say(en: "\(new) instead of \(old)", de: "\(new) statt \(old)")
      case .profiles(let a, let b): return "\(a) \(old), \(b) \(new)"
      }
    }
    guard let leaf = decision.after.chosenLeaf, let past = decision.before.chosenLeaf else {
      return say(en: "still \(new)", de: "weiterhin \(new)")
    }
    let name = say.option(leaf.id)
    let (former, present) = (lead(decision.before), lead(decision.after))
    let (from, to) = (say.points(past.score), say.points(leaf.score))
    let scores = from == to ? "" : say(en: ", score \(from) → \(to)", de: ", Bewertung \(from) → \(to)")
    let leads = former == present ? "" : ", \(former) → \(present)"
    switch sides {
    case .nowAndThen:
      return scores.isEmpty && leads.isEmpty
        ? say(en: "\(name) stays", de: "weiterhin \(name)")
        : say(en: "\(name) stays\(scores)\(leads)", de: "weiterhin \(name)\(scores)\(leads)")
    case .profiles: return say(en: "\(name) in both\(scores)\(leads)", de: "beide Male \(name)\(scores)\(leads)")
    }
  }

  /// What else is different: what is ruled out or to be confirmed, and whether open answers can still change it.
  private func details(_ decision: DecisionDifference) -> [String] {
    var parts: [String] = []
    let out = ruledOut(decision)
    let (now, noMore) = (out.now.joined(separator: ", "), out.noMore.joined(separator: ", "))
    switch sides {
    case .nowAndThen:
      if !now.isEmpty { parts.append(say(en: "then ruled out: \(now)", de: "dann ausgeschlossen: \(now)")) }
      if !noMore.isEmpty {
        parts.append(say(en: "no longer ruled out: \(noMore)", de: "nicht mehr ausgeschlossen: \(noMore)"))
      }
    case .profiles(let a, let b):
      for (name, options) in [(b, now), (a, noMore)] where !options.isEmpty {
        parts.append(
          say(en: "ruled out in \(name) only: \(options)", de: "nur in \(name) ausgeschlossen: \(options)")
        )
      }
    }
    let (old, new) = (decision.before.chosenLeaf?.confirm.count ?? 0, decision.after.chosenLeaf?.confirm.count ?? 0)
    switch sides {
    case .nowAndThen where new > 0 && (old != new || decision.isAnother):
      parts.append(say(en: "to be confirmed: \(new)", de: "zu klären: \(new)"))
    case .nowAndThen where old > 0 && new == 0 && decision.after.variant != nil:
      parts.append(say(en: "nothing to be confirmed any more", de: "nichts mehr zu klären"))
    case .profiles(let a, let b) where old != new:
      parts.append(say(en: "to be confirmed: \(a) \(old), \(b) \(new)", de: "zu klären: \(a) \(old), \(b) \(new)"))
    default: break
    }
    switch (decision.settledBefore, decision.settledAfter, sides) {
    case (true?, false?, .nowAndThen): parts.append(say(en: "no longer settled", de: "steht nicht mehr fest"))
    case (false?, true?, .nowAndThen): parts.append(say(en: "then settled", de: "steht dann fest"))
    case (true?, false?, .profiles(let name, _)), (false?, true?, .profiles(_, let name)):
      parts.append(say(en: "settled in \(name) only", de: "steht nur in \(name) fest"))
    default: break
    }
    return parts
  }

  /// Options that every leaf of which is ruled out in one case only, and leaves that are; by name.
  func ruledOut(_ decision: DecisionDifference) -> (now: [String], noMore: [String]) {
    func new(_ one: AssessedDecision, _ other: AssessedDecision) -> [String] {
      decision.after.decision.families.flatMap { family -> [String] in
        let leaves = one.leaves.filter { $0.family == family && $0.isExcluded }
        let fresh = leaves.filter { other.leaf($0.id)?.isExcluded == false }
        if fresh.isEmpty { return [] }
        let isWhole = fresh.count == one.leaves.count { $0.family == family }
        return isWhole ? [say.option(family)] : fresh.map { say.option($0.id) }
      }
    }
    if decision.before.applicable == .no || decision.after.applicable == .no { return ([], []) }
    return (new(decision.after, decision.before), new(decision.before, decision.after))
  }
}

/// What an entry is about: "Isolation", "Weight of Cost".
package func subjectText(_ subject: ProfileEntry.Subject, _ say: Phrasing) -> String {
  switch subject {
  case .fact(let id): return say.catalogue.fact(id).map { say.title(of: $0.fact) } ?? id
  case .weight(let id): return say(en: "Weight of \(say.criterion(id))", de: "Gewicht von \(say.criterion(id))")
  case .decision(let id):
    let title = say.catalogue.decision(id).map { say.text($0.decision.title) } ?? id
    return say(en: "Decided already, \(title)", de: "Bereits entschieden, \(title)")
  case .clarification(let rule, let option):
    let title = say.catalogue.rule(rule).map { say.title(of: $0.rule) } ?? rule
    return say(en: "Clarified, \(say.option(option)): \(title)", de: "Geklärt, \(say.option(option)): \(title)")
  case .date: return say(en: "Day of the assessment", de: "Tag der Beurteilung")
  }
}

/// What an entry says: "Namespaces", "20", "open".
package func entryText(_ entry: ProfileEntry, _ say: Phrasing) -> String {
  let open = say(en: "open", de: "offen")
  switch entry {
  case .answer(let id, let given):
    guard let value = given.value, let fact = say.catalogue.fact(id) else {
      return given == .notKnown ? say(en: "not known", de: "nicht bekannt") : open
    }
    return say.value(value, of: fact.fact)
  case .weight(let id, let weight):
    if let weight { return say.number(weight) }
    let standard = say.number(say.catalogue.criterion(id)?.weight ?? 0)
    return say(en: "\(standard) as in the packs", de: "\(standard) gemäss Regelpaketen")
  case .decided(_, let option): return option.map { say.option($0) } ?? open
  case .clarified(_, _, let holds):
    return holds.map { $0 ? say(en: "yes", de: "ja") : say(en: "no", de: "nein") } ?? open
  case .date(let day): return day.map { say.date($0) } ?? open
  }
}

/// Whether an entry about this may be shown.
package func isShown(_ subject: ProfileEntry.Subject, _ say: Phrasing) -> Bool {
  guard case .fact(let id) = subject, let fact = say.catalogue.fact(id) else { return true }
  return say.mayShow(fact.fact.audience)
}
