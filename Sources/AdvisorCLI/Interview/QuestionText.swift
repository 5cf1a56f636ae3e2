import Diagnostics
import Reports
import RuleCompiler
import RuleModel

/// A question as it is read out, and the help to it.
struct QuestionText {
  let linked: LinkedFact
  let say: Phrasing

  private var fact: Fact { linked.fact }

  /// The question with what can be answered, and what has been so far.
  func ask(_ screen: inout Screen, soFar: String?, note: String?) {
    screen.blank()
    screen.paragraph(say.shown(fact.question) ?? say.title(of: fact), .bold)
    for (index, choice) in fact.choices.enumerated() {
      let number = "\(index + 1)".rightAligned(3) + "  "
      screen.paragraph(say.shown(choice.title) ?? choice.name.id, prefix: number, prefixPaint: .link)
    }
    if let form { screen.paragraph(form, indent: 2) }
    if let note { screen.paragraph(say(en: "Note: ", de: "Notiz: ") + note, indent: 2) }
    if let soFar {
      screen.paragraph(
        say(en: "So far: \(soFar). Enter keeps it.", de: "Bisher: \(soFar). Die Eingabetaste lässt es so."),
        indent: 2
      )
    } else if let value = linked.defaultValue {
      let text = say.value(value, of: fact)
      screen.paragraph(
        say(en: "Assumed until answered: \(text).", de: "Angenommen, solange nichts gesagt ist: \(text)."),
        indent: 2
      )
    }
  }

  /// How to answer, where the list of choices does not say it.
  private var form: String? {
    switch fact.kind {
    case .boolean: return say(en: "yes or no", de: "ja oder nein")
    case .choice: return nil
    case .choices:
      let isNoneOffered = !fact.choices.contains(where: \.isExclusive)
      return say(en: "several are possible: 1 3", de: "mehrere sind möglich: 1 3")
        + (isNoneOffered ? say(en: ", none of them: 0", de: ", nichts davon: 0") : "")
    case .number(let domain):
      let hasBounds = domain.minimum != nil || domain.maximum != nil
      let unit = domain.unit.map { " (\($0))" } ?? ""
      return say(en: "a number or a range such as 100-500", de: "eine Zahl oder ein Bereich wie 100-500")
        + (hasBounds ? ", " + AnswerReading.bounds(domain, say) : unit)
    case .date: return say(en: "a day such as 2027-03-01", de: "ein Tag wie 1.3.2027")
    }
  }

  /// Everything there is to say about the question, and all words that are understood.
  func help(_ screen: inout Screen, reasons: [String]) {
    screen.blank()
    let own = say.shown(fact.help)
    screen.paragraph(
      own
        ?? say(
          en: "There is no further explanation of this question.",
          de: "Zu dieser Frage gibt es keine weitere Erklärung."
        )
    )
    for (index, choice) in fact.choices.enumerated() {
      guard let help = say.shown(choice.help) else { continue }
      screen.paragraph("\(say.shown(choice.title) ?? choice.name.id): \(help)", indent: 2, prefix: "\(index + 1)  ")
    }
    if let relevance = linked.relevance {
      screen.paragraph(
        say(
          en: "It is asked because: \(say.condition(relevance)).",
          de: "Gefragt wird, weil: \(say.condition(relevance))."
        )
      )
    }
    if !reasons.isEmpty {
      screen.paragraph(say(en: "What hangs on it:", de: "Davon hängt ab:"))
      for reason in reasons { screen.paragraph(reason, indent: 2) }
    }
    screen.paragraph(say(en: "Its id: \(fact.id)", de: "Ihre Kennung: \(fact.id)"))
    screen.blank()
    if !fact.choices.isEmpty {
      screen.paragraph(
        say(
          en: "Answer by number, or by the first letters of a choice.",
          de: "Antworten Sie mit der Nummer oder den ersten Buchstaben."
        )
      )
    }
    screen.paragraph(say(en: "Besides an answer you can type:", de: "Statt einer Antwort geht auch:"))
    for (word, meaning) in InterviewWord.help(say.language) {
      screen.paragraph(meaning, indent: 2, prefix: word.fitted(13))
    }
  }

  /// Why nobody can say that a question does not apply, and what follows instead.
  func notApplicable(_ screen: inout Screen) {
    screen.blank()
    guard let relevance = linked.relevance else {
      screen.paragraph(
        say(
          en: "This question applies to every application; that it does not cannot be recorded as such.",
          de: "Diese Frage betrifft jede Anwendung; «trifft nicht zu» gibt es hier als Angabe nicht."
        )
      )
      return
    }
    screen.paragraph(
      say(
        en:
          "Whether a question applies follows from other answers. This one does, because: \(say.condition(relevance)).",
        de: "Ob eine Frage zutrifft, folgt aus anderen Antworten. Diese trifft zu, weil: \(say.condition(relevance))."
      )
    )
    var ids: [String] = []
    relevance.forEachComparison { if case .fact(let id) = $0.subject, !ids.contains(id) { ids.append(id) } }
    let words = ids.filter { say.catalogue.fact($0)?.derivation == nil }
      .map { say(en: "change \($0)", de: "ändern \($0)") }.joined(separator: ", ")
    if !words.isEmpty {
      screen.paragraph(say(en: "If that is wrong, type: \(words)", de: "Falls das nicht stimmt: \(words)"))
    }
  }
}
