import LocatedJSON
import RuleModel

/// The words of the workshop page besides those of the packs, in a language. "#" stands for what is filled in.
struct WorkshopWords {
  let language: Language

  var title: String { language(en: "Workshop", de: "Workshop") }

  var withoutScript: String {
    language(
      en: "This page needs JavaScript and WebAssembly; without them, use the questionnaire to print.",
      de: "Diese Seite braucht JavaScript und WebAssembly; ohne sie hilft der Fragebogen zum Ausdrucken."
    )
  }

  /// For the script of the page.
  var json: JSONValue {
    .members((Self.texts + Self.panelTexts).map { ($0.key, .string(language(en: $0.english, de: $0.german))) })
  }

  private static let texts: [(key: String, english: String, german: String)] = [
    ("title", "Workshop", "Workshop"),
    ("project", "Application or project", "Anwendung oder Vorhaben"),
    ("questions", "Questions", "Fragen"),
    ("topics", "Topics", "Themen"),
    ("importance", "What matters", "Was zählt"),
    ("standing", "Where it stands", "So steht es"),
    ("open", "Open", "Öffnen"), ("save", "Save", "Speichern"), ("undo", "Undo", "Rückgängig"),
    ("saved", "Saved as #", "Gespeichert als #"), ("opened", "# is open", "# ist geöffnet"),
    ("notProfile", "# is no profile: #", "# ist kein Profil: #"),
    ("badFormat", "it is not a JSON file of format 1", "keine JSON-Datei im Format 1"),
    ("badAnswer", "the answer to '#' does not fit", "die Antwort auf '#' passt nicht"),
    (
      "replace", "The answers for \u{201C}#\u{201D} are not saved. Discard them and open \u{201C}#\u{201D}?",
      "Die Antworten zu «#» sind nicht gespeichert. Verwerfen und «#» öffnen?"
    ),
    ("progress", "# of # answered", "# von # beantwortet"),
    ("notKnownCount", "# not known", "# nicht bekannt"),
    ("settledCount", "# of # decisions are settled", "# von # Entscheiden stehen fest"),
    ("next", "Next best question", "Nächste beste Frage"),
    ("nextWhy", "It tells most about what is still open.", "Sie sagt am meisten über das, was noch offen ist."),
    (
      "allSettled", "Every decision is settled. No open answer can change one.",
      "Alle Entscheide stehen fest. Keine offene Antwort ändert einen."
    ),
    ("noQuestion", "No open question can tell more.", "Keine offene Frage sagt mehr."),
    ("searching", "looking for the next question …", "nächste Frage wird gesucht …"),
    ("onlyUnknown", "What still matters was not known:", "Was jetzt noch zählt, war nicht bekannt:"),
    ("goOn", "Go on (N)", "Weiter (N)"),
    ("computing", "looking …", "wird geprüft …"),
    ("yes", "Yes", "Ja"), ("no", "No", "Nein"), ("notKnown", "Not known", "Nicht bekannt"),
    ("clear", "Clear", "Löschen"), ("noneOfThese", "None of these", "Nichts davon"),
    ("from", "Value, or lower end of a range", "Wert, oder Anfang eines Bereichs"),
    ("to", "to", "bis"), ("upper", "Upper end of a range", "Ende eines Bereichs"),
    ("wantedNumber", "Please enter a number.", "Bitte eine Zahl eingeben."),
    ("wantedAtLeast", "Please enter a number from # on.", "Bitte eine Zahl ab # eingeben."),
    ("wantedRange", "Please enter a number from # to #.", "Bitte eine Zahl von # bis # eingeben."),
    ("wantedFrom", "Please enter the lower end, too.", "Bitte auch den Anfang eingeben."),
    (
      "wantedOrder", "The upper end must not be below the lower one.", "Das Ende darf nicht unter dem Anfang liegen."
    ),
    ("wantedDay", "Please enter a whole date, from 1900 on.", "Bitte ein ganzes Datum eingeben, ab 1900."),
    ("note", "Note", "Bemerkung"), ("assumed", "Assumed: #", "Angenommen: #"),
    ("notApplicable", "Does not apply to these answers.", "Trifft bei diesen Antworten nicht zu."),
    ("decided", "decided", "entschieden"),
    ("notEnough", "not enough facts", "zu wenige Angaben"), ("noSolution", "none fits", "keine passt"),
    ("lead", "lead # points", "Vorsprung # Punkte"), ("tie", "equal", "gleichauf"), ("alone", "alone", "allein"),
    ("firm", "first in # of the runs", "in # der Durchläufe vorn"),
    ("toConfirm", "# to confirm", "# zu bestätigen"), ("twin", "equal with #", "gleichauf mit #"),
    ("settled", "settled", "steht fest"), ("settledFamily", "settled, variant open", "steht fest, Variante offen"),
    ("stillOpen", "open", "offen"),
    (
      "proofBounds", "Whatever the open answers are, the lead over # stays at least # points.",
      "Was auch immer noch offen ist: der Vorsprung auf # bleibt mindestens # Punkte."
    ),
    ("proofAlone", "Nothing else is possible any more.", "Anderes kommt nicht mehr in Frage."),
    (
      "proofEnumeration", "Every combination of the open answers leads there (# cases looked at).",
      "Jede Kombination der offenen Angaben führt dazu (# Fälle betrachtet)."
    ),
    ("proofDecided", "It has been decided.", "Es ist entschieden."),
    ("proofNone", "No open answer changes that.", "Keine offene Angabe ändert das."),
    ("confirm", "to be confirmed: #", "zu bestätigen: #"),
    ("excludedBy", "Ruled out: #", "Ausgeschlossen: #"),
    ("ranking", "Ranking", "Rangliste"), ("reasons", "Reasons for #", "Gründe für #"),
    ("pointsHead", "points", "Punkte"), ("firstHead", "first in", "vorn in"),
    ("moreReasons", "and # more, # together", "und # weitere, zusammen #"),
    ("flips", "What would change it", "Was es ändern würde"),
    ("noFlip", "No change of one or two answers does.", "Keine Änderung einer oder zweier Antworten."),
    ("flip", "#: then #", "#: dann #"),
    ("changed", "What just changed", "Was sich eben geändert hat"),
    ("nothingChanged", "No recommendation moved.", "Keine Empfehlung hat sich bewegt."),
    ("newLeader", "#: now #, before #", "#: neu #, bisher #"),
    ("leadMoved", "#: # leads by # points, before #", "#: # führt mit # Punkten, bisher #"),
    ("because", "because: #", "weil: #"), ("noMore", "no longer: #", "nicht mehr: #"),
    ("andMore", "and # more", "und # weitere"),
    ("nobody", "nothing", "nichts"),
    ("weightHead", "Weight", "Gewicht"),
    ("weight", "Weight of #", "Gewicht von #"),
    ("words0", "does not count", "zählt nicht"), ("words05", "a little", "wenig"), ("words1", "normal", "normal"),
    ("words2", "important", "wichtig"), ("words4", "decisive", "entscheidend"), ("wordsOther", "× #", "× #"),
    (
      "importanceHelp", "How much each criterion counts, compared with the usual. What is set here is saved.",
      "Wie viel jedes Kriterium zählt, verglichen mit dem Üblichen. Was hier gesetzt ist, wird gespeichert."
    ),
    ("people", "Several people", "Mehrere Personen"),
    (
      "peopleHelp",
      "Everybody sets their own weights; the mean counts. Below stands whom each person's weights alone would choose.",
      "Jede Person setzt eigene Gewichte; es zählt das Mittel. Darunter steht, was die Gewichte jeder Person allein wählen würden."
    ),
    ("addPerson", "Add a person", "Person hinzufügen"), ("personName", "Name", "Name"), ("person", "Person", "Person"),
    ("removePerson", "Remove #", "# entfernen"), ("mean", "Mean", "Mittel"),
    ("reset", "Back to the usual", "Zurück zum Üblichen"),
    ("unsaved", "not saved", "nicht gespeichert"),
    (
      "noWorker",
      "The rankings are right; this browser cannot work out what is settled and which question is next.",
      "Die Ranglisten stimmen; was feststeht und welche Frage die nächste ist, kann dieser Browser nicht berechnen."
    ),
    (
      "trap", "The engine gave up on this input; undo brings you back.",
      "Die Berechnung ist bei dieser Eingabe gescheitert; «Rückgängig» führt zurück."
    ),
  ]
}
