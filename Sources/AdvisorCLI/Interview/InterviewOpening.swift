import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

/// A profile that an interview goes on with.
struct OpenedProfile {
  let file: ProfileFile
  let profile: LinkedProfile
  let rules: CompiledRules
  let isNew: Bool
}

/// Finds or begins the profile of an interview, asking for what is missing.
struct InterviewOpening {
  var session: Session
  let settings: InterviewSettings
  let catalogue: Catalogue
  var talk: InterviewTalk

  init(session: Session, settings: InterviewSettings, catalogue: Catalogue) {
    self.session = session
    self.settings = settings
    self.catalogue = catalogue
    talk = InterviewTalk(session.console, settings.common.color)
  }

  /// Nil if the person has left, or after reporting what is wrong.
  mutating func open() -> OpenedProfile? {
    let language = session.language(for: nil)
    let files = session.workplace.files
    let say = Phrasing(language: language, edition: .customer, catalogue: catalogue)
    var title = settings.title
    var path = settings.profile
    if path == nil {
      if title == nil { title = askTitle(say) }
      guard let title else { return nil }
      path = askPath(proposal(for: title), say)
    }
    guard let path else { return nil }
    let file = ProfileFile(path: path, files, catalogue)
    let isNew = !files.exists(path)
    if isNew {
      if title == nil { title = askTitle(say) }
      guard let title else { return nil }
      if case .failure(let error) = file.create(emptyProfile(title, language)) {
        session.log.error("unwritable-file", error.sentence, at: nil)
        return nil
      }
    }
    guard let profile = session.loadProfile(path, catalogue) else { return nil }
    return OpenedProfile(file: file, profile: profile, rules: compile(catalogue), isNew: isNew)
  }

  private func emptyProfile(_ title: String, _ language: Language) -> JSONValue {
    .members([
      ("format", .number(1)),
      ("title", .string(title)),
      ("status", .string("draft")),
      ("date", session.date(for: nil).map { .string($0.description) }),
      ("language", .string(language.rawValue)),
      ("answers", .object([])),
    ])
  }

  // MARK: Questions

  private mutating func askTitle(_ say: Phrasing) -> String? {
    talk.say(
      say(
        en: "A new profile. What is it about? For example: Muster AG, web shop",
        de: "Ein neues Profil. Worum geht es? Zum Beispiel: Muster AG, Webshop"
      )
    )
    while true {
      switch talk.ask(say(en: "Title:", de: "Titel:")) {
      case .end: return nil
      case .text(let text): return InterviewWord(text) == .quit ? nil : text
      case .empty, .unusable:
        talk.say(say(en: "Please type a title, or quit.", de: "Bitte einen Titel tippen, oder ende."))
      }
    }
  }

  private mutating func askPath(_ proposal: String, _ say: Phrasing) -> String? {
    talk.say(
      say(
        en: "It is saved in \(proposal). Enter agrees; or type another file name.",
        de: "Gespeichert wird in \(proposal). Die Eingabetaste stimmt zu; sonst einen anderen Dateinamen tippen."
      )
    )
    while true {
      switch talk.ask(say(en: "File:", de: "Datei:")) {
      case .end: return nil
      case .empty: return proposal
      case .text(let text) where InterviewWord(text) == .quit: return nil
      case .text(let text): return text.hasSuffix(".json") ? text : text + ".json"
      case .unusable: talk.say(say(en: "Please type a file name.", de: "Bitte einen Dateinamen tippen."))
      }
    }
  }

  /// A file name made of the title, in the folder that git ignores if there is one.
  private func proposal(for title: String) -> String {
    let folded = title.lowercased().replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
    let words = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.prefix(6).joined(separator: "-")
    let folders = ["Profiles/customers", "Profiles"]
    let folder = folders.first { session.workplace.files.isDirectory($0) } ?? "."
    return FileSystem.join(folder, (name.isEmpty ? "profile" : String(name.prefix(60))) + ".json")
  }
}
