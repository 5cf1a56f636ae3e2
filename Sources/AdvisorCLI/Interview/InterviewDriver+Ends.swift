import Assessing
import Diagnostics
import Reports
import RuleCompiler
import RuleModel

extension InterviewDriver {
  // MARK: The beginning

  func greet() {
    let counts = assessment.counts
    let profile = assessment.profile.profile
    talk.say { screen in
      screen.paragraph(say(en: "Interview: \(profile.title)", de: "Interview: \(profile.title)"), .bold)
      screen.paragraph(
        say(
          en: "Every answer is saved at once in \(file.path). Type ? for help, quit to stop.",
          de: "Jede Antwort wird sofort in \(file.path) gespeichert. Mit ? gibt es Hilfe, mit ende ist Schluss."
        )
      )
      if profile.status != .draft {
        screen.paragraph(
          say(
            en: "This profile has been reviewed: with any change the review lapses.",
            de: "Dieses Profil ist geprüft: mit jeder Änderung verfällt die Prüfung."
          )
        )
      }
      if course.plan == .firstMeeting, !sheet.questions.contains(where: \.isCoarse) {
        screen.paragraph(
          say(
            en: "No loaded pack marks questions for a first meeting; the most telling ones come first.",
            de: "Kein geladenes Paket kennzeichnet Fragen fürs erste Gespräch; die aufschlussreichsten kommen zuerst."
          )
        )
      }
      if counts.answered > 0 {
        screen.paragraph(
          say(
            en: "\(counts.answered) \(counts.answered == 1 ? "answer is" : "answers are") there already.",
            de: "\(counts.answered) \(counts.answered == 1 ? "Angabe ist" : "Angaben sind") schon da."
          )
        )
        if let main = mainDecision { screen.paragraph(standing.leader(main)) }
      }
      screen.paragraph(standing.progress(sheet, course))
    }
  }

  /// Who leads in every decision, with the three weightiest reasons for the main one.
  func tellStanding() {
    talk.say { screen in
      screen.blank()
      for (place, decision) in assessment.decisions.enumerated() where decision.applicable != .no {
        let isSettled = sight.outlooks.indices.contains(place) && sight.outlooks[place].isSettled
        screen.paragraph(standing.leader(decision) + (isSettled ? say(en: " Settled.", de: " Geklärt.") : ""))
      }
      if let leaf = mainDecision?.chosenLeaf {
        let reasons = leaf.contributions.filter { $0.points != 0 }.sorted {
          $0.points.magnitude == $1.points.magnitude
            ? idPrecedes($0.rule, $1.rule) : $0.points.magnitude > $1.points.magnitude
        }
        for reason in reasons.prefix(3) {
          guard let rule = catalogue.rule(reason.rule) else { continue }
          screen.paragraph(say.title(of: rule.rule), indent: 2, prefix: say.points(reason.points) + "  ")
        }
      }
      screen.paragraph(standing.progress(sheet, course))
    }
  }

  // MARK: The end

  /// Says why no further question comes, and offers what there is to go on with; false if the interview is over.
  mutating func offer(_ step: InterviewStep) -> Bool {
    switch step {
    case .ask: return true
    case .settled:
      tellSettled()
      let open = sheet.questions.count { $0.standing == .open }
      guard open > 0 else { return false }
      return goOn(
        with: .everything,
        say(
          en:
            "\(open) \(open == 1 ? "question is" : "questions are") still open; steps, notes and costs may hang on \(open == 1 ? "it" : "them"). Go on?",
          de:
            "\(open) \(open == 1 ? "Frage ist" : "Fragen sind") noch offen; Schritte, Hinweise und Kosten können davon abhängen. Weitermachen?"
        )
      )
    case .exhausted:
      tellUnsettled()
      return offerPostponed()
    case .timeIsUp:
      return goOn(
        with: .decisive,
        say(
          en: "That was all that fits into the time. Go on with what else can change the outcome?",
          de: "Mehr passt nicht in die Zeit. Weiter mit dem, was das Ergebnis noch ändern kann?"
        )
      )
    case .everythingAsked:
      if course.postponed.isEmpty {
        talk.say(say(en: "Every question that applies has been asked.", de: "Jede zutreffende Frage ist gestellt."))
      }
      return offerPostponed()
    }
  }

  private mutating func goOn(with plan: InterviewPlan, _ question: String) -> Bool {
    guard talk.askYesOrNo(question, say) == true else { return false }
    course.plan = plan
    return true
  }

  private mutating func offerPostponed() -> Bool {
    let count = sheet.questions.count { course.postponed.contains($0.fact) && $0.standing == .open }
    guard count > 0 else { return false }
    let wants = talk.askYesOrNo(
      say(
        en: "\(count) \(count == 1 ? "question was" : "questions were") left for later. Ask now?",
        de: "\(count) \(count == 1 ? "Frage wurde" : "Fragen wurden") ausgelassen. Jetzt stellen?"
      ),
      say
    )
    guard wants == true else { return false }
    course.postponed = []
    return true
  }

  private func tellSettled() {
    talk.say { screen in
      screen.blank()
      screen.paragraph(
        say(
          en: "Every decision is settled: no open answer can change a recommendation any more.",
          de: "Jeder Entscheid ist geklärt: keine offene Angabe kann eine Empfehlung noch ändern."
        ),
        .bold
      )
      for (place, decision) in assessment.decisions.enumerated() where decision.applicable != .no {
        let proof = sight.proof(place, say).map { " " + $0 } ?? ""
        screen.paragraph(standing.leader(decision) + proof)
      }
    }
  }

  private func tellUnsettled() {
    let causes = sheet.questions.filter { $0.canMatter && [.notKnown, .answered].contains($0.standing) }
    talk.say { screen in
      screen.blank()
      let open = sheet.applicable - sheet.settled
      screen.paragraph(
        say(
          en:
            "No question is left that could settle \(open == 1 ? "the open decision" : "the \(open) open decisions").",
          de:
            "Keine Frage ist übrig, die \(open == 1 ? "den offenen Entscheid" : "die \(open) offenen Entscheide") noch klären könnte."
        ),
        .bold
      )
      for (place, decision) in assessment.decisions.enumerated()
      where decision.applicable != .no && !(sight.outlooks.indices.contains(place) && sight.outlooks[place].isSettled) {
        screen.paragraph(standing.leader(decision))
      }
      guard !causes.isEmpty else { return }
      screen.paragraph(say(en: "It hangs on:", de: "Es hängt ab von:"))
      for cause in causes {
        let fact = catalogue.facts[cause.fact].fact
        screen.paragraph("\(say.title(of: fact)): \(soFar(cause.fact) ?? "") [\(fact.id)]", indent: 2)
      }
    }
  }

  func farewell() {
    let path = sanitized(file.path)
    talk.say { screen in
      screen.blank()
      screen.paragraph(say(en: "Everything is saved in \(path).", de: "Alles ist in \(path) gespeichert."))
      screen.paragraph(say(en: "Go on:  advisor interview \(path)", de: "Weiter:    advisor interview \(path)"))
      screen.paragraph(say(en: "Result: advisor assess \(path)", de: "Ergebnis:  advisor assess \(path)"))
    }
  }
}
