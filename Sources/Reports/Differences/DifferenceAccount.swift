package import Advice
package import Assessing
import RuleCompiler
import RuleModel

/// What differs between two cases, told for people: first what becomes of every decision, then why.
package struct DifferenceAccount: Sendable {
  let difference: CaseDifference
  let former: Recommendation
  let present: Recommendation
  let say: Phrasing
  let sides: DifferenceSides
  /// Decisions to explain, whatever becomes of them.
  let asked: Set<String>
  /// Explain every decision that is different, with every rule.
  let showsAll: Bool
  let words: DifferenceWords

  /// At most so many decisions are explained unless asked for, and so many rules of each shown.
  static let mostExplained = 3
  static let mostRules = 8

  package init(
    from former: Recommendation,
    to present: Recommendation,
    _ difference: CaseDifference,
    _ say: Phrasing,
    sides: DifferenceSides,
    asked: Set<String> = [],
    showsAll: Bool = false
  ) {
    self.difference = difference
    self.former = former
    self.present = present
    self.say = say
    self.sides = sides
    self.asked = asked
    self.showsAll = showsAll
    words = DifferenceWords(say: say, sides: sides, difference: difference)
  }

  /// - Parameter titles: what stands at the top, such as the title of the profile.
  package func account(titled titles: [String]) -> Account {
    var account = Account()
    for title in titles { account.add(.title(title)) }
    entries(&account)
    decisions(&account)
    plan(&account)
    reasons(&account)
    return account
  }

  /// The decisions that are different, those that matter most first.
  var changed: [DecisionDifference] {
    let order = difference.after.decisionsByImportance.map(\.id)
    let gone = difference.decisions.map(\.id).filter { !order.contains($0) }
    let changed = (order + gone).compactMap { difference.decision($0) }.filter(\.isChanged)
    return changed.filter(\.isAnother) + changed.filter { !$0.isAnother }
  }

  // MARK: What is said differently

  private func entries(_ account: inout Account) {
    let shown = difference.entries.indices.filter { words.mayShow(difference.entries[$0]) }
    switch sides {
    case .nowAndThen:
      account.add(.heading(say(en: "What if", de: "Was wäre, wenn")))
      for place in shown { account.add(.item(.plain, words.text(difference.entries[place]))) }
    case .profiles: differing(shown, &account)
    }
    if difference.entries.isEmpty {
      account.add(.sentence(say(en: "Nothing that counts is different.", de: "Nichts, was zählt, ist anders.")))
    }
    let hidden = difference.entries.count - shown.count
    if hidden > 0 {
      account.add(
        .aside(
          say(
            en: "\(hidden) more for the house only (--edition internal shows them).",
            de: "\(hidden) weitere nur für das Haus (--edition internal zeigt sie)."
          )
        )
      )
    }
  }

  /// The differences of two profiles: those that by themselves make a recommendation another one first.
  private func differing(_ shown: [Int], _ account: inout Account) {
    var effects: [Int: [String]] = [:]
    let ordered = difference.after.decisionsByImportance.compactMap { difference.decision($0.id) }
    for decision in ordered + difference.decisions.filter({ $0.after.applicable == .no }) {
      let single = decision.attribution.sufficient.filter { $0.count == 1 }.flatMap { $0 }
      for place in Set(single + decision.attribution.necessary + decision.attribution.offset) {
        effects[place, default: []].append(say.text(decision.after.decision.decision.title))
      }
    }
    let moves = Set(difference.decisions.flatMap { $0.attribution.parts.flatMap(\.entries) })
    let decisive = shown.filter { effects[$0] != nil }
    let moving = shown.filter { effects[$0] == nil && moves.contains($0) }
    let rest = shown.filter { effects[$0] == nil && !moves.contains($0) }
    account.add(.heading(say(en: "What is answered differently", de: "Was anders beantwortet ist")))
    if !decisive.isEmpty {
      account.add(
        .sentence(
          say(
            en: "Each of these alone decides a recommendation:",
            de: "Jede dieser Angaben entscheidet für sich eine Empfehlung:"
          )
        )
      )
    }
    for place in decisive {
      let all = effects[place] ?? []
      let shown = showsAll ? all : Array(all.prefix(3))
      let rest = all.count - shown.count
      let more = rest > 0 ? say(en: " and \(rest) more", de: " und \(rest) weitere") : ""
      let titles = shown.joined(separator: ", ") + more
      account.add(.item(.other, "\(words.text(difference.entries[place])) (\(titles))"))
    }
    list(moving, say(en: "These move points:", de: "Diese verschieben Punkte:"), &account)
    guard !rest.isEmpty else { return }
    if showsAll {
      list(rest, say(en: "These change nothing:", de: "Diese ändern nichts an den Punkten:"), &account)
    } else {
      account.add(
        .aside(
          say(
            en: "\(rest.count) more move no points in what is recommended (--all shows them).",
            de: "\(rest.count) weitere verschieben bei den Empfehlungen keine Punkte (--all zeigt sie)."
          )
        )
      )
    }
  }

  private func list(_ places: [Int], _ title: String, _ account: inout Account) {
    guard !places.isEmpty else { return }
    account.add(.sentence(title))
    let limit = showsAll ? places.count : 12
    for place in places.prefix(limit) { account.add(.item(.plain, words.text(difference.entries[place]))) }
    if places.count > limit {
      account.add(
        .aside(say(en: "and \(places.count - limit) more (--all)", de: "und \(places.count - limit) weitere (--all)"))
      )
    }
  }

  // MARK: What becomes of the decisions

  private func decisions(_ account: inout Account) {
    account.add(.heading(say(en: "What becomes of the decisions", de: "Was aus den Entscheidungen wird")))
    let changed = changed
    if !changed.contains(where: \.isAnother) {
      account.add(.sentence(say(en: "Every recommendation is the same.", de: "Alle Empfehlungen bleiben gleich.")))
    }
    for decision in changed { account.add(.item(decision.isAnother ? .other : .plain, words.sentence(decision))) }
    let same = difference.decisions.count { $0.isRelevant && !$0.isChanged }
    if same > 0 {
      account.add(
        .aside(
          same == 1
            ? say(en: "1 decision is exactly the same.", de: "1 Entscheidung ist genau gleich.")
            : say(en: "\(same) decisions are exactly the same.", de: "\(same) Entscheidungen sind genau gleich.")
        )
      )
    }
    for item in difference.newContradictions where say.mayShow(item.text.audience) {
      account.add(.item(.warns, say.text(item.text)))
    }
    for item in difference.goneContradictions where say.mayShow(item.text.audience) {
      account.add(
        .item(.plain, say(en: "No longer a contradiction: ", de: "Kein Widerspruch mehr: ") + say.text(item.text))
      )
    }
  }

  // MARK: What is to be done

  private func plan(_ account: inout Account) {
    let steps = comesAndGoes(
      shownSteps(of: former.checklist, say).map { ($0.planned.step.id, say.text($0.planned.step.title)) },
      shownSteps(of: present.checklist, say).map { ($0.planned.step.id, say.text($0.planned.step.title)) }
    )
    let parts = comesAndGoes(
      former.architecture.components.map { ($0.id, say.text($0.title)) },
      present.architecture.components.map { ($0.id, say.text($0.title)) }
    )
    let questions = (
      comes: difference.newQuestions.compactMap { shownTitle(ofFact: $0) },
      goes: difference.goneQuestions.compactMap { shownTitle(ofFact: $0) }
    )
    let lists: [(Account.Mark, String, [String])] = [
      (.comes, say(en: "Steps that come", de: "Neue Schritte"), steps.comes),
      (.goes, say(en: "Steps that go", de: "Wegfallende Schritte"), steps.goes),
      (.comes, say(en: "Components that come", de: "Neue Bausteine"), parts.comes),
      (.goes, say(en: "Components that go", de: "Wegfallende Bausteine"), parts.goes),
      (.asks, say(en: "Questions that arise", de: "Neue Fragen"), questions.comes),
      (.plain, say(en: "Questions that no longer arise", de: "Fragen, die sich nicht mehr stellen"), questions.goes),
    ].filter { !$0.2.isEmpty }
    guard !lists.isEmpty else { return }
    account.add(.heading(say(en: "Checklist and architecture", de: "Checkliste und Architektur")))
    for (mark, title, names) in lists {
      let limit = showsAll ? names.count : 6
      let rest = names.count - limit
      let more = rest > 0 ? say(en: " and \(rest) more (--all)", de: " und \(rest) weitere (--all)") : ""
      account.add(.item(mark, "\(title) (\(names.count)): \(names.prefix(limit).joined(separator: "; "))\(more)"))
    }
  }

  private func shownTitle(ofFact id: String) -> String? {
    guard let fact = say.catalogue.fact(id)?.fact, say.mayShow(fact.audience) else { return nil }
    return say.title(of: fact)
  }

  private func comesAndGoes(
    _ old: [(id: String, title: String)],
    _ new: [(id: String, title: String)]
  ) -> (comes: [String], goes: [String]) {
    let (past, now) = (Set(old.map(\.id)), Set(new.map(\.id)))
    return (new.filter { !past.contains($0.id) }.map(\.title), old.filter { !now.contains($0.id) }.map(\.title))
  }
}
