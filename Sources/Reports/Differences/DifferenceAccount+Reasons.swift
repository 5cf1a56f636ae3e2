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
        let text = "\(names), \(ruledOut(kind == .gainsExclusion)): \(title)"
        account.add(.item(mark, answers.isEmpty ? text : "\(text) (\(answers))"))
      }
    }
  }

  /// In which case something is ruled out.
  private func ruledOut(_ isPresent: Bool) -> String {
    switch sides {
    case .nowAndThen:
      return isPresent
        ? say(en: "then ruled out", de: "dann ausgeschlossen")
        : say(en: "no longer ruled out", de: "nicht mehr ausgeschlossen")
    case .profiles(let a, let b):
      let name = isPresent ? b : a
      return say(en: "ruled out in \(name) only", de: "nur in \(name) ausgeschlossen")
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
            de: "Vorsprung von «\(name)» auf «\(say.option($0))», Regel für Regel:"
          )
        } ?? say(en: "The score of \(name), rule by rule:", de: "Bewertung von «\(name)», Regel für Regel:")
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
    let sum = row(points.before, points.after, say(en: "in all", de: "in der Summe"), "")
    account.add(
      .points(
        PointTable(
          columns: [names.before, names.after, say(en: "change", de: "anders")],
          rows: rows,
          sum: sum
        )
      )
    )
    let criteria = points.criteria.map { "\(say.criterion($0.criterion)) \(say.points($0.difference))" }
    account.add(
      .aside(say(en: "By criterion: ", de: "Nach Kriterien: ") + criteria.joined(separator: ", ") + ".")
    )
    if !addsUp(points, limit) {
      account.add(
        .aside(
          say(
            en: "Rounded to one decimal; the exact numbers add up.",
            de: "Auf eine Stelle gerundet; die genauen Zahlen gehen auf."
          )
        )
      )
    }
  }

  /// Whether the numbers as shown add up to the sums as shown.
  private func addsUp(_ points: PointDifference, _ limit: Int) -> Bool {
    func tenths(_ number: Double) -> Double { (number * 10).rounded(.toNearestOrAwayFromZero) }
    func fits(_ part: (PointShift) -> Double, _ sum: Double, _ equal: Double) -> Bool {
      let rest = points.shifts.dropFirst(limit).reduce(0) { $0 + part($1) }
      return points.shifts.prefix(limit).reduce(tenths(rest) + tenths(equal)) { $0 + tenths(part($1)) } == tenths(sum)
    }
    let equal = points.before - points.shifts.reduce(0) { $0 + $1.before }
    return fits(\.before, points.before, equal) && fits(\.after, points.after, equal)
      && fits(\.difference, points.difference, 0)
      && tenths(points.after) - tenths(points.before) == tenths(points.difference)
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
    let isOpen = shift.was == .unknown || shift.is == .unknown
    switch (shift.why, sides) {
    case (.weights, _): return say(en: "weighs differently", de: "zählt anders")
    case (.began, .nowAndThen):
      return isOpen
        ? say(en: "then holds, open so far", de: "trifft dann zu, bisher offen")
        : say(en: "then holds", de: "trifft dann zu")
    case (.ceased, .nowAndThen):
      return isOpen ? say(en: "then open", de: "dann offen") : say(en: "holds no longer", de: "trifft nicht mehr zu")
    case (.began, .profiles(let other, let name)), (.ceased, .profiles(let name, let other)):
      return isOpen
        ? say(en: "holds in \(name), open in \(other)", de: "trifft in \(name) zu, in \(other) offen")
        : say(en: "holds in \(name)", de: "trifft in \(name) zu")
    }
  }
}
