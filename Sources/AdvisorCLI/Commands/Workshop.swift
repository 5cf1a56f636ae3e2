import Arguments
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct WorkshopSettings: Sendable {
  var common = CommonSettings()
  var profile: String?
  var output = "workshop.html"
  var edition = Edition.customer
  var brand: String?
}

let workshopCommand = Arguments.Command<WorkshopSettings, Workplace>(
  "workshop",
  abstract: "Write the interview with a live ranking as one offline page.",
  discussion: """
    The page is opened from disk and needs no server and no network. It shows what 'assess' shows on the same answers, and \
    saves a profile that the other commands read. A profile to begin with travels in the page as it is written.
    """,
  examples: [
    ("advisor workshop -o workshop.html --lang de", "for the meeting room, in German"),
    ("advisor workshop muster.json -o workshop.html", "go on with what is known"),
  ],
  defaults: WorkshopSettings(),
  options: [
    .value("output", letter: "o", "FILE", help: "File to write", \.output), editionOption(\.edition),
    brandOption(\.brand),
  ] + CommonSettings.options(in: \.common),
  operands: [.optional("PROFILE", help: "The file to begin with", \.profile)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    session.refuseOffer(settings.edition, of: "workshop")
    let brand = session.loadBrand(settings.brand)
    guard !session.log.hasErrors, let catalogue = session.loadCatalogue() else { return session.finish() }
    var text: String?
    var profile: LinkedProfile?
    if let path = settings.profile {
      profile = session.loadProfile(path, catalogue)
      text = profile?.profile.file.map { String(decoding: $0.bytes, as: UTF8.self) }
      guard text != nil, !session.log.hasErrors else { return session.finish() }
    }
    let language = session.language(for: profile?.profile)
    let page = WorkshopPage.render(
      compile(catalogue),
      say: Phrasing(language: language, edition: settings.edition, catalogue: catalogue),
      profile: text ?? newProfile(language, date: session.date(for: nil)),
      brand: brand
    )
    if let page {
      session.write(Array(page.utf8), to: settings.output)
    } else {
      session.log.error(
        "no-live-engine",
        "this advisor was built without the engine for browsers",
        at: nil,
        help: "build it with a toolchain that has Embedded Swift for wasm32, or use 'advisor questions'"
      )
    }
    return session.finish()
  }
)

/// A profile without answers.
private func newProfile(_ language: Language, date: CalendarDate?) -> String {
  JSONValue.members([
    ("format", .number(1)),
    ("title", .string(language(en: "New profile", de: "Neues Profil"))),
    ("status", .string("draft")),
    ("date", date.map { .string($0.description) }),
    ("language", .string(language.rawValue)),
    ("answers", .object([])),
  ]).pretty()
}
