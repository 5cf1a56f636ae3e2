import Assessing
import Reports
import RuleCompiler
import RuleModel

extension InterviewDriver {
  /// Asks one question until it is answered or left; false if the person leaves the interview.
  mutating func converse(about fact: Int) -> Bool {
    let linked = catalogue.facts[fact]
    let text = QuestionText(linked: linked, say: say)
    talk.say { text.ask(&$0, soFar: soFar(fact), note: note(to: linked.id)) }
    while true {
      switch talk.ask(say(en: "Answer:", de: "Antwort:")) {
      case .end: return false
      case .empty:
        if soFar(fact) != nil {
          visited.append(fact)
          return true
        }
        talk.say(
          say(
            en: "Please answer, or type - if it is not known, ? for help.",
            de: "Bitte antworten, oder - falls unbekannt, ? für Hilfe."
          )
        )
      case .unusable:
        talk.say(
          say(
            en: "That was no text. Arrow keys and the like do not work here.",
            de: "Das war kein Text. Pfeiltasten und Ähnliches gehen hier nicht."
          )
        )
      case .text(let typed):
        switch react(to: typed, fact, linked, text) {
        case .stay: continue
        case .goOn: return true
        case .leave: return false
        }
      }
    }
  }

  enum Reaction {
    /// The same question still waits for an answer.
    case stay
    case goOn
    case leave
  }

  /// A whole id or title of a choice is an answer before it is a word of the interview, and such a word before it is the
  /// beginning of a choice.
  private mutating func react(
    to typed: String,
    _ fact: Int,
    _ linked: LinkedFact,
    _ text: QuestionText
  ) -> Reaction {
    let isChoice = ChoiceReading(linked.fact, say).named(typed) != nil
    if !isChoice, let word = InterviewWord(typed) { return obey(word, fact, linked, text) }
    switch AnswerReading(typed, to: linked.fact, say) {
    case .value(let value): return record(value, fact) ? .goOn : .stay
    case .problem(let problem):
      talk.say(problem)
      return .stay
    }
  }

  private mutating func obey(_ word: InterviewWord, _ fact: Int, _ linked: LinkedFact, _ text: QuestionText) -> Reaction
  {
    switch word {
    case .help:
      talk.say { text.help(&$0, reasons: whatHangsOn(linked.id)) }
      return .stay
    case .notKnown: return record(nil, fact) ? .goOn : .stay
    case .notApplicable: return explainNotApplicable(fact, linked, text)
    case .back: return goBack(from: fact)
    case .undo: return undo()
    case .change(let words): return change(words)
    case .group(let words): return goTo(group: words)
    case .note(let words): return keep(note: words, fact, linked)
    case .later:
      course.postponed.insert(fact)
      visited.append(fact)
      return .goOn
    case .standing:
      tellStanding()
      return .stay
    case .quit: return .leave
    }
  }

  // MARK: What is known

  /// The present answer in words; nil if the question has not been asked.
  func soFar(_ fact: Int) -> String? {
    let linked = catalogue.facts[fact]
    if let value = assessment.profile.answers[linked.id] { return say.value(value, of: linked.fact) }
    return assessment.profile.askedUnknown.contains(linked.id) ? say(en: "not known", de: "nicht bekannt") : nil
  }

  func note(to id: String) -> String? {
    profileNote(to: id).flatMap { say.mayShow($0.audience) ? say.shown($0.text) : nil }
  }

  func profileNote(to id: String) -> ProfileNote? { assessment.profile.profile.notes.last { $0.fact.id == id } }

  /// Titles of rules that wait for a fact, at most three.
  private func whatHangsOn(_ id: String) -> [String] {
    let rules = catalogue.rules.filter { rule in
      guard assessment.truth(ofRule: rule.id) == .unknown else { return false }
      var isNamed = false
      rule.condition.forEachComparison { if case .fact(id) = $0.subject { isNamed = true } }
      return isNamed
    }
    return rules.prefix(3).map { say.title(of: $0.rule) }
  }

  // MARK: Does not apply

  private mutating func explainNotApplicable(_ fact: Int, _ linked: LinkedFact, _ text: QuestionText) -> Reaction {
    talk.say { text.notApplicable(&$0) }
    let isKept = talk.askYesOrNo(
      say(
        en: "Otherwise: record it as not known, with the note that it does not apply?",
        de: "Sonst: als nicht bekannt festhalten, mit der Notiz, dass es nicht zutrifft?"
      ),
      say
    )
    guard let isKept else { return .leave }
    guard isKept else { return .stay }
    return record(nil, fact, note: say(en: "Does not apply here.", de: "Trifft hier nicht zu.")) ? .goOn : .stay
  }
}
