import Assessing
import RuleCompiler
import RuleModel

extension DifferenceAccount {
  /// Why, decision by decision.
  func reasons(_ account: inout Account) {
    let explained = self.explained
    guard !explained.isEmpty else { return }
    account.add(.heading(say(en: "Why", de: "Warum")))
    for decision in explained { explain(decision, &account) }
    let others = changed.filter { decision in !explained.contains { $0.id == decision.id } }
    guard let next = others.first else { return }
    account.add(
      .aside(
        say(
          en: "Why in one of the others: --decision \(next.id); in all: --all.",
          de: "Warum bei einer der anderen: --decision \(next.id); bei allen: --all."
        )
      )
    )
  }

  private var explained: [DecisionDifference] {
    if !asked.isEmpty { return difference.decisions.filter { asked.contains($0.id) } }
    if showsAll { return changed }
    let another = changed.filter(\.isAnother)
    return Array((another.isEmpty ? Array(changed.prefix(1)) : another).prefix(Self.mostExplained))
  }

  private func explain(_ decision: DecisionDifference, _ account: inout Account) {
    account.add(.subheading(say.text(decision.after.decision.decision.title)))
    guard decision.isChanged else {
      account.add(.sentence(say(en: "Exactly the same.", de: "Genau gleich.")))
      return
    }
    exclusions(decision, &account)
    basis(decision, &account)
    if let points = decision.points, !points.shifts.isEmpty {
      table(points, &account)
      putDown(decision, points, &account)
    }
    sets(decision, &account)
    confirmations(decision, &account)
  }

  // MARK: Beside the points

  private func exclusions(_ decision: DecisionDifference, _ account: inout Account) {
    let kinds: [(DecisionImpact.Change.Kind, Account.Mark, AssessedDecision, Assessment)] = [
      (.gainsExclusion, .goes, decision.after, difference.after),
      (.losesExclusion, .comes, decision.before, difference.before),
    ]
    for (kind, mark, assessed, assessment) in kinds {
      let changes = decision.impact.changes.filter { $0.kind == kind }
      let evaluator = assessment.evaluator
      for rule in Set(changes.map(\.rule)).sorted(by: idPrecedes) {
        guard let linked = say.catalogue.rule(rule) else { continue }
        let names = optionNames(changes.filter { $0.rule == rule }.map(\.leaf), assessed)
        let answers = decidingAnswers(linked, evaluator, say).joined(separator: "; ")
        let title = say.title(of: linked.rule)
        let (before, after) = sides.names(say)
        let side = kind == .gainsExclusion ? after : before
        let text = say(en: "\(names), \(side) ruled out: \(title)", de: "\(names), \(side) ausgeschlossen: \(title)")
        account.add(.item(mark, answers.isEmpty ? text : "\(text) (\(answers))"))
      }
    }
  }

  /// Leaves by name; a family all of whose leaves are meant stands for them.
  private func optionNames(_ leaves: [String], _ decision: AssessedDecision) -> String {
    let whole = decision.decision.families.filter { family in
      decision.decision.leaves(of: family).allSatisfy { leaves.contains($0) }
    }
    let single = decision.leaves.filter { leaves.contains($0.id) && !whole.contains($0.family) }.map(\.id)
    return (whole + single).map { say.option($0) }.joined(separator: ", ")
  }

  /// Where something is recommended in one case only for want of facts: the rules that make the difference.
  private func basis(_ decision: DecisionDifference, _ account: inout Account) {
    let rules = decision.impact.causes.filter { $0.kind == .basis }.compactMap { say.catalogue.rule($0.id) }
    guard decision.before.reason == .notEnoughFacts || decision.after.reason == .notEnoughFacts, !rules.isEmpty else {
      return
    }
    let titles = rules.prefix(Self.mostRules).map { say.title(of: $0.rule) }.joined(separator: "; ")
    account.add(.sentence(say(en: "What gives it a basis: \(titles).", de: "Was eine Grundlage gibt: \(titles).")))
  }

  private func confirmations(_ decision: DecisionDifference, _ account: inout Account) {
    guard let leaf = decision.after.chosenLeaf else { return }
    let known = Set(decision.before.leaf(leaf.id)?.confirm.map(\.rule) ?? [])
    for open in leaf.confirm where decision.isAnother || !known.contains(open.rule) {
      guard let rule = say.catalogue.rule(open.rule) else { continue }
      account.add(.item(.asks, say.question(open.text, of: rule.rule)))
    }
  }

  // MARK: Points

  private func table(_ points: PointDifference, _ account: inout Account) {
    let name = say.option(points.leaf)
    account.add(
      .sentence(
        points.rival.map {
          say(
            en: "The lead of \(name) over \(say.option($0)), rule by rule:",
            de: "Der Vorsprung von \(name) auf \(say.option($0)), Regel für Regel:"
          )
        } ?? say(en: "The score of \(name), rule by rule:", de: "Die Bewertung von \(name), Regel für Regel:")
      )
    )
    let limit = showsAll ? points.shifts.count : Self.mostRules
    var rows = points.shifts.prefix(limit).map { shift -> PointTable.Row in
      let title = say.catalogue.rule(shift.rule).map { say.title(of: $0.rule) } ?? shift.rule
      return row(shift.before, shift.after, title, why(shift))
    }
    let rest = points.shifts.dropFirst(limit)
    if !rest.isEmpty {
      let (old, new) = (rest.reduce(0) { $0 + $1.before }, rest.reduce(0) { $0 + $1.after })
      rows.append(
        row(old, new, say(en: "\(rest.count) more rules (--all)", de: "\(rest.count) weitere Regeln (--all)"), "")
      )
    }
    // What does not differ completes both sums.
    let equal = points.before - points.shifts.reduce(0) { $0 + $1.before }
    if equal.magnitude > 1e-9 {
      rows.append(row(equal, equal, say(en: "rules that count alike", de: "Regeln, die gleich zählen"), ""))
    }
    let names = sides.names(say)
    account.add(
      .points(
        PointTable(
          columns: [names.before, names.after, say(en: "change", de: "anders")],
          rows: rows,
          sum: row(points.before, points.after, say(en: "in all", de: "in der Summe"), "")
        )
      )
    )
    let criteria = points.criteria.map { "\(say.criterion($0.criterion)) \(say.points($0.difference))" }
    account.add(
      .aside(say(en: "By criterion: ", de: "Nach Kriterien: ") + criteria.joined(separator: ", ") + ".")
    )
  }

  private func row(_ before: Double, _ after: Double, _ text: String, _ detail: String) -> PointTable.Row {
    PointTable.Row(
      before: say.points(before),
      after: say.points(after),
      difference: say.points(after - before),
      text: text,
      detail: detail
    )
  }

  private func why(_ shift: PointShift) -> String {
    switch shift.why {
    case .began:
      return shift.was == .unknown
        ? say(en: "holds now, was open", de: "trifft jetzt zu, war offen") : say(en: "holds now", de: "trifft jetzt zu")
    case .ceased:
      return shift.is == .unknown
        ? say(en: "open now", de: "jetzt offen") : say(en: "holds no longer", de: "trifft nicht mehr zu")
    case .weights: return say(en: "weighs differently", de: "zählt anders")
    }
  }

  // MARK: What it is put down to

  /// Which of several differences move the points; only where there is more than one, or another decision comes between.
  private func putDown(_ decision: DecisionDifference, _ points: PointDifference, _ account: inout Account) {
    let parts = decision.attribution.parts
    guard parts.count > 1 || parts.contains(where: { !$0.decisions.isEmpty }) else { return }
    account.add(
      .sentence(
        say(
          en: "The change of \(say.points(points.difference)), by what the rules read:",
          de: "Die Änderung von \(say.points(points.difference)), nach dem, was die Regeln lesen:"
        )
      )
    )
    let limit = showsAll ? parts.count : Self.mostRules
    for part in parts.prefix(limit) { account.add(.item(.plain, "\(say.points(part.points))  \(sources(part))")) }
    let rest = parts.dropFirst(limit)
    if !rest.isEmpty {
      let sum = say.points(rest.reduce(0) { $0 + $1.points })
      account.add(
        .item(.plain, "\(sum)  " + say(en: "\(rest.count) more (--all)", de: "\(rest.count) weitere (--all)"))
      )
    }
  }

  private func sources(_ part: DecisionAttribution.Part) -> String {
    let entries = names(part.entries)
    let weights = part.entries.filter { if case .weight = difference.entries[$0].subject { true } else { false } }
    let shown =
      weights.count == part.entries.count && weights.count > 3 ? say(en: "the weights", de: "die Gewichte") : entries
    let decisions = part.decisions.map { id in
      let title = say.catalogue.decision(id).map { say.text($0.decision.title) } ?? id
      return say(en: "the outcome of \(title)", de: "das Ergebnis von \(title)")
    }
    let all = ([shown].filter { !$0.isEmpty } + decisions).joined(separator: say(en: " and ", de: " und "))
    return all.isEmpty ? say(en: "nothing of these", de: "nichts davon") : all
  }

  private func names(_ entries: [Int]) -> String {
    entries.map { place in
      let entry = difference.entries[place]
      return words.mayShow(entry)
        ? subjectText(entry.subject, say) : say(en: "an answer for the house", de: "eine Angabe für das Haus")
    }.joined(separator: say(en: " with ", de: " mit "))
  }

  /// Which differences are enough for the other outcome, and without which it would be the former one.
  private func sets(_ decision: DecisionDifference, _ account: inout Account) {
    guard difference.entries.count > 1 else { return }
    let attribution = decision.attribution
    if decision.isAnother {
      let enough = attribution.sufficient.prefix(5).map { names($0) }
      if !enough.isEmpty {
        let list = enough.joined(separator: say(en: "; or ", de: "; oder "))
        account.add(
          .sentence(say(en: "Enough for the other outcome: \(list).", de: "Genügt für das andere Ergebnis: \(list)."))
        )
      } else if attribution.triedPairs {
        account.add(
          .sentence(
            say(
              en: "No one or two of the differences are enough; it takes more of them together.",
              de: "Keine einzelne und keine zwei der Angaben genügen; es braucht mehrere zusammen."
            )
          )
        )
      }
      if !attribution.necessary.isEmpty {
        let list = attribution.necessary.map { names([$0]) }.joined(separator: ", ")
        account.add(
          .sentence(
            say(
              en: "Without it the outcome would be the same: \(list).",
              de: "Ohne das bliebe das Ergebnis gleich: \(list)."
            )
          )
        )
      }
    }
    if !attribution.offset.isEmpty {
      let list = attribution.offset.map { names([$0]) }.joined(separator: ", ")
      account.add(
        .sentence(
          say(
            en: "By itself this would have led to another outcome; the rest makes up for it: \(list).",
            de: "Für sich hätte das zu einem anderen Ergebnis geführt; der Rest gleicht es aus: \(list)."
          )
        )
      )
    }
  }
}
