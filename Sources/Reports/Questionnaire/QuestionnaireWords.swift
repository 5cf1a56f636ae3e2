import LocatedJSON
import RuleModel

/// The words of a questionnaire besides its questions, in a language.
struct QuestionnaireWords {
  let language: Language

  var title: String {
    language(en: "Questionnaire on hosting and operations", de: "Fragebogen zu Hosting und Betrieb")
  }
  var otherQuestions: String { language(en: "Further questions", de: "Weitere Fragen") }
  var yes: String { language(en: "Yes", de: "Ja") }
  var no: String { language(en: "No", de: "Nein") }
  var notKnown: String { language(en: "Not known", de: "Nicht bekannt") }
  var noneOfThese: String { language(en: "None of these", de: "Nichts davon") }
  var answer: String { language(en: "Answer", de: "Antwort") }
  var to: String { language(en: "to", de: "bis") }
  var from: String { language(en: "Value, or lower end of a range", de: "Wert, oder Anfang eines Bereichs") }
  var upperEnd: String { language(en: "Upper end of a range", de: "Ende eines Bereichs") }
  var date: String { language(en: "Date", de: "Datum") }
  var note: String { language(en: "Note", de: "Bemerkung") }
  var severalAllowed: String { language(en: "Several answers are possible.", de: "Mehrere Antworten sind möglich.") }
  var dayFormat: String { language(en: "year-month-day", de: "Jahr-Monat-Tag") }
  var rangeAllowed: String { language(en: "one value or a range", de: "ein Wert oder ein Bereich") }
  var wholeNumber: String { language(en: "whole numbers", de: "ganze Zahlen") }
  var about: String { language(en: "About you", de: "Zu Ihnen") }
  var project: String { language(en: "Application or project", de: "Anwendung oder Vorhaben") }
  var customer: String { language(en: "Organisation", de: "Organisation") }
  var contact: String { language(en: "Filled in by", de: "Ausgefüllt von") }
  var required: String { language(en: "needed to save", de: "zum Speichern nötig") }
  var contents: String { language(en: "Contents", de: "Inhalt") }
  var skip: String { language(en: "Skip to the questions", de: "Zu den Fragen springen") }
  var save: String { language(en: "Save file", de: "Datei speichern") }
  var load: String { language(en: "Open file", de: "Datei öffnen") }
  var clear: String { language(en: "Clear the answer", de: "Antwort löschen") }
  var requirements: String { language(en: "What else matters", de: "Was sonst noch zählt") }
  var requirementsHelp: String {
    language(
      en: "Requirements that no question above asks about. One per line.",
      de: "Anforderungen, nach denen oben keine Frage fragt. Eine pro Zeile."
    )
  }

  func size(_ questions: Int, _ groups: Int) -> String {
    let asked = questions == 1 ? language(en: "question", de: "Frage") : language(en: "questions", de: "Fragen")
    let topics = groups == 1 ? language(en: "topic", de: "Thema") : language(en: "topics", de: "Themen")
    return "\(questions) \(asked) \(language(en: "on", de: "zu")) \(groups) \(topics)"
  }

  var introduction: String {
    language(
      en: "Answer what you know, in any order. “Not known” is an answer, too: it tells us that somebody else has to "
        + "be asked. Where only a rough figure is known, give a range.",
      de: "Beantworten Sie, was Sie wissen, in beliebiger Reihenfolge. Auch «Nicht bekannt» ist eine Antwort: Wir "
        + "wissen dann, dass jemand anderes zu fragen ist. Ist nur die Grössenordnung bekannt, geben Sie einen Bereich "
        + "an."
    )
  }

  var privacy: String {
    language(
      en: "Nothing that you enter leaves this page. Save your answers as a file, go on later with the same file, and "
        + "send it back when you are done.",
      de: "Nichts, was Sie eingeben, verlässt diese Seite. Speichern Sie Ihre Antworten als Datei, machen Sie später "
        + "mit derselben Datei weiter, und senden Sie sie zurück, wenn Sie fertig sind."
    )
  }

  var withoutScript: String {
    language(
      en: "JavaScript is off in this browser: fill in the form and print it, or print it and fill it in by hand.",
      de: "JavaScript ist in diesem Browser ausgeschaltet: Füllen Sie das Formular aus und drucken Sie es, oder "
        + "drucken Sie es und füllen Sie es von Hand aus."
    )
  }

  func origin(_ packs: [String]) -> String {
    language(en: "Questions from: ", de: "Fragen aus: ") + packs.joined(separator: ", ")
  }

  /// The interval in which a number may lie, with its unit; nil if any number will do.
  func bounds(_ domain: Fact.NumberDomain, _ say: (Double) -> String) -> String? {
    let unit = domain.unit.map { " " + $0 } ?? ""
    switch (domain.minimum, domain.maximum) {
    case (let low?, let high?): return "\(say(low)) \(to) \(say(high))\(unit)"
    case (let low?, nil): return language(en: "at least ", de: "mindestens ") + say(low) + unit
    case (nil, let high?): return language(en: "at most ", de: "höchstens ") + say(high) + unit
    case (nil, nil): return nil
    }
  }

  /// What the script of the page says. "#" stands for a number or a name.
  var ofTheScript: JSONValue {
    let texts: [(key: String, english: String, german: String)] = [
      ("progress", "# of # answered", "# von # beantwortet"),
      ("unknown", ", # not known", ", # nicht bekannt"),
      ("saved", "Saved as #", "Gespeichert als #"),
      ("opened", "Opened #", "# ist geöffnet"),
      ("kept", "; kept, though this page cannot show it: #", "; behalten, hier aber nicht darstellbar: #"),
      ("notProfile", "# is not a saved questionnaire", "# ist kein gespeicherter Fragebogen"),
      ("replace", "Replace what you have not saved yet?", "Die noch nicht gespeicherten Angaben ersetzen?"),
      ("needsFrom", "A range needs both ends.", "Ein Bereich braucht beide Enden."),
      (
        "falls", "The upper end must not be below the lower end.",
        "Das Ende darf nicht unter dem Anfang liegen."
      ),
    ]
    return .members(
      [("language", .string(language.rawValue))]
        + texts.map { ($0.key, .string(language(en: $0.english, de: $0.german))) }
    )
  }
}
