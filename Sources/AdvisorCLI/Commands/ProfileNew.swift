import Arguments
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct ProfileNewSettings: Sendable {
  var common = CommonSettings()
  var output: String?
  var title: String?
  var force = false
}

let profileNewCommand = Arguments.Command<ProfileNewSettings, Workplace>(
  "new",
  abstract: "Write an empty profile with every question.",
  discussion: """
    Every question stands in it under a key that begins with 'x-' and counts for nothing. To answer it, remove the \
    'x-' and put the answer in place of the text.
    """,
  examples: [("advisor profile new -o Profiles/customers/muster.json --lang de", "in German")],
  defaults: ProfileNewSettings(),
  options: [
    .value("output", letter: "o", "FILE", help: "File to write; standard output without it", \.output),
    .value("title", "TITLE", help: "What the profile is about", \.title),
    .flag("force", help: "Replace a file that is there already", \.force),
  ] + CommonSettings.options(in: \.common),
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    guard let catalogue = session.loadCatalogue() else { return session.finish() }
    let language = session.language(for: nil)
    if let path = settings.output, workplace.files.exists(path), !settings.force {
      session.log.error(
        "file-exists",
        "'\(path)' is there already",
        at: nil,
        help: "choose another name, or add --force"
      )
      return session.finish()
    }
    let json = emptyProfile(catalogue, language, title: settings.title, date: session.date(for: nil))
    let bytes = Array(json.pretty().utf8)
    if let path = settings.output { session.write(bytes, to: path) } else { workplace.console.output.write(bytes) }
    return session.finish()
  }
)

/// A profile without answers; the questions stand under `x-` keys.
private func emptyProfile(
  _ catalogue: Catalogue,
  _ language: Language,
  title: String?,
  date: CalendarDate?
) -> JSONValue {
  let say = Phrasing(language: language, edition: .internal, catalogue: catalogue)
  let questions = catalogue.questionnaire.flatMap(\.facts).map { fact in
    JSONValue.Member("x-\(fact.id)", .string(hint(fact, say)))
  }
  return .members([
    ("format", .number(1)),
    ("title", .string(title ?? language(en: "New profile", de: "Neues Profil"))),
    ("status", .string("draft")),
    ("date", date.map { .string($0.description) }),
    ("language", .string(language.rawValue)),
    ("answers", .object(questions)),
    ("notes", .object([])),
    ("requirements", .array([])),
  ])
}

/// The question with what may be answered.
private func hint(_ linked: LinkedFact, _ say: Phrasing) -> String {
  let fact = linked.fact
  let question = fact.question.map { say.text($0) } ?? fact.id
  let ids = fact.choices.map(\.name.id).joined(separator: " | ")
  let form =
    switch fact.kind {
    case .boolean: "true | false"
    case .choice: ids
    case .choices: say(en: "a list of: ", de: "eine Liste aus: ") + ids
    case .date: say(en: "a date such as 2026-11-21", de: "ein Datum wie 2026-11-21")
    case .number(let domain):
      [
        say(en: "a number", de: "eine Zahl"), domain.unit, domain.minimum.map { "≥ \(plain($0))" },
        domain.maximum.map { "≤ \(plain($0))" },
      ].compactMap { $0 }.joined(separator: " ")
    }
  return "\(question) [\(form)]"
}
