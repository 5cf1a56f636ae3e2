import Advice
import Assessing
import Diagnostics
import Reports
import RuleCompiler
import RuleModel

/// The screen of `advisor assess`: what a consultant reads out.
struct AssessScreen {
  let recommendation: Recommendation
  let say: Phrasing
  /// Show everything instead of what matters most.
  let showsAll: Bool
  /// Decisions to show in detail, whatever their importance.
  let asked: Set<String>
  private let evaluator: ObviousEvaluator
  var screen: Screen

  var assessment: Assessment { recommendation.assessment }
  private var catalogue: Catalogue { assessment.catalogue }

  init(_ recommendation: Recommendation, _ say: Phrasing, showsAll: Bool, asked: Set<String>, _ screen: Screen) {
    self.recommendation = recommendation
    self.say = say
    self.showsAll = showsAll
    self.asked = asked
    self.screen = screen
    evaluator = recommendation.assessment.evaluator
  }

  mutating func render() -> String {
    header()
    let decisions = assessment.decisionsByImportance
    let detailed = decisions.filter { isDetailed($0, among: decisions) }
    if decisions.count > 1 { overview(decisions) }
    for decision in detailed { render(decision) }
    if let next = decisions.first(where: { decision in !detailed.contains { $0.id == decision.id } }) {
      screen.blank()
      screen.paragraph(
        say(
          en: "More on one of the others: --decision \(next.id); on all: --all.",
          de: "Mehr zu einer Entscheidung: --decision \(next.id); zu allen: --all."
        ),
        .faint
      )
    }
    confirmations()
    notes()
    nextQuestions()
    basis()
    screen.blank()
    screen.paragraph(
      ReportNotice(asOf: assessment.date.map { say.date($0) }, language: say.language == .de ? .german : .english)
        .short,
      .faint
    )
    return screen.text
  }

  private mutating func header() {
    let profile = assessment.profile.profile
    screen.paragraph(profile.title, .bold)
    let facts = [profile.customer?.name, profile.customer?.reference, assessment.date.map { say.date($0) }].compactMap {
      $0
    }
    if !facts.isEmpty { screen.paragraph(facts.joined(separator: " · "), .faint) }
  }

  // MARK: All decisions

  private func isDetailed(_ decision: AssessedDecision, among decisions: [AssessedDecision]) -> Bool {
    if showsAll || asked.contains(decision.id) { return true }
    return asked.isEmpty && decision.decision.decision.importance == decisions.first?.decision.decision.importance
  }

  /// One line for each decision: what is recommended, its lead, how firm it is.
  private mutating func overview(_ decisions: [AssessedDecision]) {
    screen.blank()
    let nameWidth = min(
      screen.width < 72 ? 16 : 26,
      decisions.map { say.text($0.decision.decision.title).count }.max() ?? 20
    )
    let firmWidth = decisions.map { firmness(of: $0).count }.max() ?? 0
    let restWidth = max(8, screen.width - nameWidth - firmWidth - 15)
    for decision in decisions {
      let title = sanitized(say.text(decision.decision.decision.title)).fitted(nameWidth)
      let choice: String
      switch (decision.variant, decision.reason) {
      case (let variant?, _): choice = say.option(variant)
      case (nil, .noSolution): choice = say(en: "none fits", de: "keine passt")
      case (nil, _): choice = say(en: "not enough facts", de: "zu wenige Angaben")
      }
      let isOpen = decision.chosenLeaf?.confirm.isEmpty == false
      screen.line(
        "  ",
        screen.painted(title, .faint),
        "  ",
        screen.painted(sanitized(choice).fitted(restWidth), decision.variant == nil ? .faint : .bold),
        screen.painted(isOpen ? "? " : "  ", .ask),
        standing(of: decision).rightAligned(7),
        "  ",
        screen.painted(firmness(of: decision))
      )
    }
    screen.blank()
    screen.paragraph(
      say(
        en:
          "Number: lead in points. ?: something is still to be confirmed. Word: how sure, with the share of runs in which the choice comes first.",
        de:
          "Zahl: Vorsprung in Punkten. ?: Etwas ist noch zu bestätigen. Wort: wie sicher, mit dem Anteil der Durchläufe, in denen die Wahl vorn liegt."
      ),
      .faint
    )
  }

  private func standing(of decision: AssessedDecision) -> String {
    guard let chosen = decision.chosenLeaf, let rival = decision.runnerUp else { return "" }
    return chosen.score < rival.score ? "" : say.lead(chosen.score, over: rival.score)
  }

  private func firmness(of decision: AssessedDecision) -> String {
    if decision.decidedBy == .profile { return say(en: "decided", de: "entschieden") }
    guard decision.variant != nil, let confidence = assessment.robustness?.decision(decision.id)?.confidence else {
      return ""
    }
    return "\(say.label(confidence.label).lowercased()) \(say.shortPart(confidence.share))"
  }

  // MARK: A decision

  private mutating func render(_ decision: AssessedDecision) {
    screen.blank()
    screen.paragraph(decisionHeadline(decision, say).plainText, .bold)
    for remark in decisionRemarks(decision, say) {
      switch remark.kind {
      case .standing, .info: screen.paragraph(remark.text, indent: 2)
      case .warning: screen.paragraph(remark.text, indent: 2, prefix: "! ", prefixPaint: .bad)
      case .confirm: screen.paragraph(remark.text, indent: 2, prefix: "? ", prefixPaint: .ask)
      }
    }
    let ways = waysLeft(of: decision, say)
    if !ways.isEmpty { screen.paragraph(waysOutHeading(say), indent: 2) }
    for way in ways { screen.paragraph(say.text(way.text), indent: 4, prefix: "→ ") }
    for sentence in firmnessSentences(decision, assessment, say) ?? [] { screen.paragraph(sentence, indent: 2) }
    if let settlement = assessment.settlements[decision.id], let text = settledSentence(decision, settlement, say) {
      let isFirm = settlement.settled == true
      screen.paragraph(text, indent: 2, prefix: isFirm ? "✓ " : "", prefixPaint: isFirm ? .good : nil)
    }
    ranking(decision)
    if let chosen = decision.chosenLeaf { reasons(chosen) }
    exclusions(decision)
    changes(decision)
    waysOut(decision)
  }

  /// What would change the recommendation: single answers, else pairs of them.
  private mutating func changes(_ decision: AssessedDecision) {
    guard let changes = assessment.changes[decision.id], decision.decidedBy == .score else { return }
    screen.heading(say(en: "What would change it", de: "Was die Empfehlung ändern würde"))
    let lines = changeLines(changes, say)
    if lines.isEmpty { screen.paragraph(noChangeSentence(changes, say), indent: 2) }
    let limit = showsAll ? lines.count : 5
    for line in lines.prefix(limit) {
      screen.paragraph("\(line.change) → \(line.outcome)", indent: 2, prefix: "↔ ", prefixPaint: .ask)
    }
    if lines.count > limit {
      let rest = lines.count - limit
      screen.paragraph(
        say(en: "\(rest) more (--all shows them)", de: "\(rest) weitere (--all zeigt sie)"),
        indent: 4,
        .faint
      )
    }
  }

  /// Where every option is ruled out: what would have to give for each of them.
  private mutating func waysOut(_ decision: AssessedDecision) {
    guard decision.reason == .noSolution else { return }
    let relaxations = assessment.relaxations(of: decision.decision.families)
    guard !relaxations.isEmpty else { return }
    screen.heading(say(en: "What would have to give", de: "Was nachgeben müsste"))
    for relaxation in relaxations {
      let ways = relaxation.ways.filter { mayShow($0, say) }
      let text = ways.first.map { relaxationText($0, say) } ?? hopelessText(relaxation, say)
      screen.paragraph(
        "\(say.option(relaxation.option)): \(text)",
        indent: 2,
        prefix: ways.isEmpty ? "✗ " : "↔ ",
        prefixPaint: ways.isEmpty ? .bad : .ask
      )
    }
  }

  private mutating func ranking(_ decision: AssessedDecision) {
    let shown = showsAll ? decision.leaves : decision.families
    let ranked = shown.filter { $0.rank != nil }
    guard !ranked.isEmpty else { return }
    screen.blank()
    let nameWidth = min(44, max(20, ranked.map { say.option($0.id).count }.max() ?? 20))
    let barWidth = max(10, screen.width - nameWidth - 16)
    let largest = max(1, ranked.map(\.score.magnitude).max() ?? 1)
    for leaf in ranked {
      let length = Int((leaf.score.magnitude / largest * Double(barWidth)).rounded())
      let bar = String(repeating: leaf.score < 0 ? "░" : "█", count: length)
      let mark = leaf.confirm.isEmpty ? " " : "?"
      let name = sanitized(say.option(leaf.id)).fitted(nameWidth)
      let isChosen = leaf.id == decision.variant
      screen.line(
        isChosen ? screen.painted("▸ ", .good) : "  ",
        screen.painted(name, isChosen ? .bold : .faint),
        say.points(leaf.score).rightAligned(8),
        screen.painted(mark, .ask),
        " ",
        screen.painted(bar, leaf.score < 0 ? .bad : .good)
      )
    }
  }

  private mutating func reasons(_ leaf: AssessedLeaf) {
    let ordered = leaf.contributions.filter { $0.netPoints != 0 }.sorted { a, b in
      a.points.magnitude == b.points.magnitude ? idPrecedes(a.rule, b.rule) : a.points.magnitude > b.points.magnitude
    }
    let limit = showsAll ? Int.max : 6
    list(ordered.filter { $0.points > 0 }, say(en: "In favour", de: "Dafür"), limit)
    list(ordered.filter { $0.points < 0 }, say(en: "Against", de: "Dagegen"), limit)
    if !ordered.isEmpty {
      screen.blank()
      screen.line(
        "  ",
        screen.painted(say.points(leaf.score).rightAligned(6), .bold),
        "  ",
        screen.painted(say(en: "in all", de: "in der Summe"), .bold)
      )
    }
  }

  private mutating func list(_ contributions: [AssessedLeaf.Contribution], _ title: String, _ limit: Int) {
    guard !contributions.isEmpty else { return }
    screen.heading(title)
    for contribution in contributions.prefix(limit) {
      guard let rule = catalogue.rule(contribution.rule) else { continue }
      let points = say.points(contribution.points).rightAligned(6)
      screen.paragraph(
        say.title(of: rule.rule),
        indent: 2,
        prefix: points + "  ",
        prefixPaint: contribution.points > 0 ? .good : .bad
      )
      screen.paragraph(answers(rule), indent: 10, .faint)
    }
    let rest = contributions.dropFirst(limit)
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + $1.points }
      screen.paragraph(
        say(en: "\(rest.count) more reasons (--all shows them)", de: "\(rest.count) weitere Gründe (--all zeigt sie)"),
        indent: 2,
        prefix: say.points(sum).rightAligned(6) + "  ",
        .faint
      )
    }
  }

  private func answers(_ rule: LinkedRule) -> String {
    decidingAnswers(rule, evaluator, say).joined(separator: "; ")
  }

  private mutating func exclusions(_ decision: AssessedDecision) {
    let groups = exclusionGroups(decision, assessment, say)
    guard !groups.isEmpty else { return }
    screen.heading(say(en: "Ruled out", de: "Ausgeschlossen"))
    for group in groups {
      screen.paragraph(
        "\(group.names): \(say.title(of: group.rule.rule))",
        indent: 2,
        prefix: "✗ ",
        prefixPaint: .bad
      )
      screen.paragraph(
        group.clarification.map { clarificationText($0, say) } ?? answers(group.rule),
        indent: 4,
        .faint
      )
    }
  }
}
