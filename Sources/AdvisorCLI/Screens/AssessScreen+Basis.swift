import Advice
import Assessing
import Reports
import RuleCompiler
import RuleModel

/// What stands below the decisions: what is still to be settled, to watch and to ask, and what all of it rests on.
extension AssessScreen {
  mutating func confirmations() {
    guard !recommendation.confirmations.isEmpty else { return }
    screen.heading(say(en: "To be confirmed with the provider", de: "Mit dem Anbieter zu klären"))
    for item in recommendation.confirmations {
      screen.paragraph(say.question(item.text, of: item.rule), indent: 2, prefix: "? ", prefixPaint: .ask)
    }
  }

  mutating func notes() {
    for item in assessment.contradictions where say.mayShow(item.text.audience) {
      screen.heading(say(en: "Answers that do not go together", de: "Angaben, die nicht zusammenpassen"))
      screen.paragraph(say.text(item.text), indent: 2, prefix: "! ", prefixPaint: .bad)
    }
    let shown = recommendation.notes.filter {
      say.mayShow($0.note.audience) && say.mayShow($0.note.text.audience) && say.mayState($0.rule)
        && (showsAll || $0.note.level == .warning)
    }
    guard !shown.isEmpty else { return }
    screen.heading(say(en: "To watch", de: "Darauf ist zu achten"))
    for advised in shown {
      screen.paragraph(
        say.text(advised.note.text),
        indent: 2,
        prefix: advised.note.level == .warning ? "! " : "· ",
        prefixPaint: advised.note.level == .warning ? .ask : .faint
      )
    }
  }

  mutating func nextQuestions() {
    guard let questions = questionsWorthAsking(assessment, say, limit: 3) else { return }
    screen.heading(say(en: "What to ask next", de: "Was als Nächstes zu fragen ist"))
    if questions.isEmpty {
      screen.paragraph(
        say(
          en: "No single open answer is likely to change a recommendation.",
          de: "Keine einzelne offene Antwort dürfte eine Empfehlung ändern."
        ),
        indent: 2
      )
    }
    for (place, question) in questions.enumerated() {
      screen.paragraph(question, indent: 2, prefix: "\(place + 1). ", prefixPaint: .ask)
    }
  }

  mutating func basis() {
    let counts = assessment.counts
    screen.heading(say(en: "What it rests on", de: "Worauf es beruht"))
    screen.paragraph(
      say.basis(counts),
      indent: 2
    )
    for item in clarifications(of: assessment) {
      screen.paragraph(
        say(en: "Clarified: ", de: "Geklärt: ") + "\(say.option(item.option.id)): \(clarificationText(item, say))",
        indent: 2
      )
    }
    let facts = assessment.facts.filter { say.mayShow($0.fact.fact.audience) }
    let assumed = facts.filter { $0.origin == .assumed }
    if !assumed.isEmpty {
      let texts = assumed.map { "\(say.title(of: $0.fact.fact)): \(say.state($0.state, of: $0.fact.fact))" }
      screen.paragraph(say(en: "Assumed: ", de: "Angenommen: ") + texts.joined(separator: "; ") + ".", indent: 2)
    }
    let open = facts.filter { $0.origin == .unknown }.map { say.title(of: $0.fact.fact) }
    if !open.isEmpty {
      let limit = showsAll ? open.count : 8
      let more =
        open.count > limit ? say(en: ", and \(open.count - limit) more", de: " und \(open.count - limit) weitere") : ""
      screen.paragraph(
        say(en: "Open: ", de: "Offen: ") + open.prefix(limit).joined(separator: ", ") + more + ".",
        indent: 2
      )
    }
    let requirements = assessment.profile.profile.requirements.compactMap { say.shown($0.text) }
    if !requirements.isEmpty {
      screen.paragraph(
        say(en: "Not considered in the scoring:", de: "In der Bewertung nicht berücksichtigt:"),
        indent: 2
      )
      for text in requirements { screen.paragraph(text, indent: 4, prefix: "· ") }
    }
  }
}
