import RuleModel

/// What can be said besides an answer. Every word is understood in English and in German, whatever the language.
enum InterviewWord: Equatable {
  case help
  case notKnown
  case notApplicable
  /// The question before, with its answer.
  case back
  /// Takes the last answer or note back.
  case undo
  /// Another question, by id or words of it.
  case change(String)
  /// Another group, by number or title; empty for a list.
  case group(String)
  case note(String)
  case later
  case standing
  case quit

  /// - Parameter text: a line without space at its ends. Nil if it is none of the words.
  init?(_ text: String) {
    let lower = text.lowercased()
    if let word = Self.whole.first(where: { $0.spellings.contains(lower) })?.word {
      self = word
      return
    }
    guard let space = text.firstIndex(of: " ") else { return nil }
    let rest = text[space...].trimmed
    switch text[..<space].lowercased() {
    case "change", "ändern", "aendern": self = .change(rest)
    case "group", "gruppe", "thema": self = .group(rest)
    case "note", "notiz": self = .note(rest)
    default: return nil
    }
  }

  private static let whole: [(word: InterviewWord, spellings: [String])] = [
    (.help, ["?", "help", "hilfe"]),
    (.notKnown, ["-", "don't know", "dont know", "unknown", "weiss nicht", "weiß nicht", "unbekannt"]),
    (.notApplicable, ["na", "n/a", "does not apply", "entfällt", "entfaellt", "trifft nicht zu"]),
    (.back, ["<", "back", "zurück", "zurueck"]),
    (.undo, ["undo", "rückgängig", "rueckgaengig"]),
    (.change(""), ["change", "ändern", "aendern"]),
    (.group(""), ["group", "groups", "gruppe", "gruppen", "thema", "themen"]),
    (.note(""), ["note", "notiz"]),
    (.later, ["later", "skip", "später", "spaeter"]),
    (.standing, ["standing", "stand"]),
    (.quit, ["quit", "exit", "q", "ende", "beenden"]),
  ]

  /// What each word does, for help.
  static func help(_ language: Language) -> [(word: String, meaning: String)] {
    let lines: [(String, String, String, String)] = [
      ("-", "-", "not known: asked, but nobody here knows", "nicht bekannt: gefragt, aber niemand hier weiss es"),
      ("na", "entfällt", "does not apply", "trifft nicht zu"),
      ("later", "später", "leave this question for now", "diese Frage vorerst auslassen"),
      ("back", "zurück", "the question before", "die Frage davor"),
      ("undo", "rückgängig", "take the last answer back", "die letzte Antwort zurücknehmen"),
      (
        "change TEXT", "ändern TEXT", "change an answer: its id, or words of the question",
        "eine Antwort ändern: Kennung oder Wörter der Frage"
      ),
      ("group", "thema", "all topics; with number or name: go there", "alle Themen; mit Nummer oder Name: dorthin"),
      ("note TEXT", "notiz TEXT", "a note to this question", "eine Notiz zu dieser Frage"),
      ("standing", "stand", "who leads, and why", "wer führt, und warum"),
      ("quit", "ende", "stop; everything is saved", "aufhören; alles ist gespeichert"),
    ]
    return lines.map { en, de, english, german in (language(en: en, de: de), language(en: english, de: german)) }
  }
}
