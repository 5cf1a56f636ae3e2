import Assessing
import Reports
import RuleCompiler
import RuleModel

/// Who leads, what an answer did, and how far the interview has come; in sentences.
struct StandingText {
  let say: Phrasing

  /// At most so many rules are named after one answer.
  private static let mostRules = 4
  /// At most so many decisions beside the main one get a sentence of their own after one answer.
  private static let mostLeaders = 2

  // MARK: Progress

  /// "Settled now: Platform (APPUiO Cloud). No open answer can change it any more."
  func settled(_ decisions: [AssessedDecision]) -> String {
    let names = decisions.map { decision in
      let title = say.text(decision.decision.decision.title)
      return decision.recommended.map { "\(title) (\(say.option($0)))" } ?? title
    }.joined(separator: ", ")
    let isOne = decisions.count == 1
    return say(
      en: "Settled now: \(names). No open answer can change \(isOne ? "it" : "them") any more.",
      de: "Jetzt geklärt: \(names). Daran kann keine offene Angabe mehr etwas ändern."
    )
  }

  /// "Settled: 3 of 14 decisions. At most 9 questions left."
  func progress(_ sheet: QuestionSheet, _ course: InterviewCourse) -> String {
    let settled = say(
      en: "Settled: \(sheet.settled) of \(sheet.applicable) \(sheet.applicable == 1 ? "decision" : "decisions").",
      de: "Geklärt: \(sheet.settled) von \(sheet.applicable) \(sheet.applicable == 1 ? "Entscheid" : "Entscheiden")."
    )
    switch course.plan {
    case .decisive, .firstMeeting: return settled + " " + left(sheet.questionsLeft, isMost: true)
    case .everything:
      return settled + " " + left(sheet.questions.count { $0.standing == .open }, isMost: true)
    case .limited(let seconds):
      let chosen = questionsThatFit(sheet, seconds: seconds - course.secondsUsed, except: course.postponed)
      let minutes = (chosen.reduce(0) { $0 + (sheet[fact: $1]?.seconds ?? 0) } + 59) / 60
      return settled + " "
        + say(
          en: "\(chosen.count) \(chosen.count == 1 ? "question" : "questions") chosen, about \(minutes) min.",
          de: "\(chosen.count) \(chosen.count == 1 ? "Frage" : "Fragen") ausgewählt, etwa \(minutes) min."
        )
    }
  }

  private func left(_ count: Int, isMost: Bool) -> String {
    switch count {
    case 0: say(en: "No question left.", de: "Keine Frage mehr.")
    case 1: say(en: "At most 1 question left.", de: "Höchstens noch 1 Frage.")
    default: say(en: "At most \(count) questions left.", de: "Höchstens noch \(count) Fragen.")
    }
  }

  // MARK: Leaders

  /// Who leads in a decision and by how much.
  func leader(_ decision: AssessedDecision) -> String {
    let title = say.text(decision.decision.decision.title)
    if let reason = decision.reason {
      switch reason {
      case .noSolution:
        return say(en: "\(title): every option is ruled out.", de: "\(title): jede Möglichkeit ist ausgeschlossen.")
      case .notEnoughFacts:
        return say(en: "\(title): nothing can be said yet.", de: "\(title): noch lässt sich nichts sagen.")
      }
    }
    guard let lead = StandingChange.Lead(decision) else { return say(en: "\(title): open.", de: "\(title): offen.") }
    if decision.decidedBy == .profile {
      return say(
        en: "\(title): decided, \(say.option(lead.option)).",
        de: "\(title): entschieden, \(say.option(lead.option))."
      )
    }
    return "\(title): \(sentence(lead))"
  }

  /// "APPUiO Cloud leads by 5.1 points over Managed Kubernetes."
  private func sentence(_ lead: StandingChange.Lead) -> String {
    let name = say.option(lead.option)
    guard let rival = lead.rival, let points = lead.points else {
      return say(en: "\(name) is the only option left.", de: "\(name) bleibt als einzige Möglichkeit.")
    }
    if points <= 0 {
      return say(
        en: "\(name) leads, level with \(say.option(rival)).",
        de: "\(name) führt, gleichauf mit \(say.option(rival))."
      )
    }
    return say(
      en: "\(name) leads by \(say.decimal(points)) points over \(say.option(rival)).",
      de: "\(name) führt mit \(say.decimal(points)) Punkten vor \(say.option(rival))."
    )
  }

  private func before(_ lead: StandingChange.Lead?, _ now: StandingChange.Lead) -> String {
    guard let lead else { return say(en: "Before: nobody.", de: "Vorher: niemand.") }
    let points = lead.points.map { say.decimal($0) }
    // As it reads: a change behind the last digit shown is none.
    if lead.option == now.option, lead.rival == now.rival, points == now.points.map({ say.decimal($0) }) {
      return say(en: "As before.", de: "Wie vorher.")
    }
    if lead.option != now.option {
      return say(
        en: "Before: \(say.option(lead.option))" + (points.map { " by \($0)." } ?? "."),
        de: "Vorher: \(say.option(lead.option))" + (points.map { " mit \($0)." } ?? ".")
      )
    }
    return points.map { say(en: "Before: by \($0).", de: "Vorher: mit \($0).") }
      ?? say(en: "Before: alone.", de: "Vorher: allein.")
  }

  /// What an answer did: the lead in the main decision, other decisions with a new leader, rules, exclusions.
  func effect(_ change: StandingChange, _ assessment: Assessment, main: String?, _ screen: inout Screen) {
    let others = change.decisions.filter { $0.hasNewLeader && $0.id != main }
    for decision in change.decisions
    where decision.id == main || (decision.hasNewLeader && others.count <= Self.mostLeaders) {
      guard let assessed = assessment.decision(decision.id) else { continue }
      var line = leader(assessed)
      if let after = decision.after { line += " " + before(decision.before, after) }
      if decision.hasNewLeader {
        screen.paragraph(line, .bold)
      } else {
        screen.paragraph(line)
      }
    }
    if others.count > Self.mostLeaders { screen.paragraph(newLeaders(others, assessment)) }
    rules(change.trueNow, say(en: "Now counts", de: "Zählt jetzt"), assessment, &screen)
    rules(change.trueNoMore, say(en: "No longer counts", de: "Zählt nicht mehr"), assessment, &screen)
    for (why, ids) in byReason(change.excludedNow, assessment) {
      let names = ids.map { say.option($0) }.joined(separator: "; ")
      let reason = why.map { " (\($0))" } ?? ""
      screen.paragraph(say(en: "Now ruled out: \(names)\(reason).", de: "Neu ausgeschlossen: \(names)\(reason)."))
    }
    for id in change.admittedNow {
      screen.paragraph(
        say(en: "No longer ruled out: \(say.option(id)).", de: "Nicht mehr ausgeschlossen: \(say.option(id)).")
      )
    }
    for item in change.contradictions where say.mayShow(item.text.audience) {
      screen.paragraph(
        say.text(item.text),
        prefix: say(en: "These answers do not go together: ", de: "Diese Angaben passen nicht zusammen: "),
        prefixPaint: .bad
      )
    }
  }

  /// Many new leaders in one sentence.
  private func newLeaders(_ decisions: [StandingChange.Decision], _ assessment: Assessment) -> String {
    let names = decisions.prefix(Self.mostRules).map { decision in
      let title = assessment.decision(decision.id).map { say.text($0.decision.decision.title) } ?? decision.id
      return "\(title): \(decision.after.map { say.option($0.option) } ?? say(en: "open", de: "offen"))"
    }.joined(separator: "; ")
    let rest = decisions.count - Self.mostRules
    let more =
      rest > 0 ? say(en: "; and \(rest) more (type standing)", de: "; und \(rest) weitere (stand zeigt alle)") : ""
    return say(en: "Now in front elsewhere: \(names)\(more).", de: "Anderswo jetzt vorn: \(names)\(more).")
  }

  /// Options with the reason that they share, in the order of the options.
  private func byReason(_ ids: [String], _ assessment: Assessment) -> [(why: String?, ids: [String])] {
    var groups: [(why: String?, ids: [String])] = []
    for id in ids {
      let why = exclusionReason(id, assessment)
      if let place = groups.firstIndex(where: { $0.why == why }) {
        groups[place].ids.append(id)
      } else {
        groups.append((why, [id]))
      }
    }
    return groups
  }

  /// Title of the first rule that excludes an option, or its variants.
  private func exclusionReason(_ id: String, _ assessment: Assessment) -> String? {
    let leaves = assessment.decisions.flatMap(\.leaves).filter { $0.id == id || $0.family == id }
    return leaves.flatMap(\.excludedBy).first.flatMap { say.catalogue.rule($0) }.map { say.title(of: $0.rule) }
  }

  private func rules(_ rules: [LinkedRule], _ heading: String, _ assessment: Assessment, _ screen: inout Screen) {
    // Rules that rate come first, those with the most weight at the top; the others only ask or note.
    let ranked = rules.filter { !$0.ratings.isEmpty || !$0.excludedLeaves.isEmpty }.sorted { a, b in
      a.rule.weight == b.rule.weight ? idPrecedes(a.id, b.id) : a.rule.weight > b.rule.weight
    }
    guard !ranked.isEmpty else { return }
    // Several decisions may have a rule by the same name: it is said once.
    var titles: [String] = []
    for title in ranked.map({ say.title(of: $0.rule) }) where !titles.contains(title) { titles.append(title) }
    let rest = titles.count - Self.mostRules
    let more = rest > 0 ? say(en: "; and \(rest) more", de: "; und \(rest) weitere") : ""
    screen.paragraph("\(heading): \(titles.prefix(Self.mostRules).joined(separator: "; "))\(more).")
  }
}
