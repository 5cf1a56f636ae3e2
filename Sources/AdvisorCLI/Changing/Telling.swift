import Advice
import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

/// How differences are told: the same options of `whatif` and `compare`.
struct TellingSettings: Sendable {
  var format = AccountFormatWord.text
  var edition = Edition.customer
  var decisions: [String] = []
  var showsAll = false

  /// The options as part of a command's settings.
  static func options<Settings>(
    decisions: Setting<Settings, [String]>,
    all: Setting<Settings, Bool>,
    format: Setting<Settings, AccountFormatWord>,
    edition: Setting<Settings, Edition>
  ) -> [Arguments.Option<Settings>] {
    [
      .list("decision", "ID", help: "Tell why in this decision", decisions),
      .flag("all", help: "Every decision that is different, every rule and answer", all),
      .value("format", "FORMAT", help: "Text for people, Markdown to paste, or data for programs", format),
      editionOption(edition),
    ]
  }

  func phrasing(_ session: Session, _ profile: Profile, _ catalogue: Catalogue) -> Phrasing {
    Phrasing(language: session.language(for: profile), edition: edition, catalogue: catalogue)
  }
}

/// A format of accounts, as a word of the command line.
enum AccountFormatWord: String, CaseIterable, ArgumentValue {
  case text
  case json
  case markdown
}

/// A difference with what follows on its two sides.
struct ToldDifference {
  let former: Recommendation
  let present: Recommendation
  let difference: CaseDifference

  init(_ former: Recommendation, _ present: Recommendation, _ difference: CaseDifference) {
    self.former = former
    self.present = present
    self.difference = difference
  }
}

extension Session {
  /// Whether the decisions named are known; reports those that are not.
  mutating func telling(_ settings: TellingSettings, fits catalogue: Catalogue) -> Bool {
    let known = catalogue.decisions.map(\.id)
    for id in settings.decisions where !known.contains(id) {
      log.error(
        "unknown-decision",
        "decision \(quoted(id)) is not defined",
        at: nil,
        help: nearest(id, in: known).map { "did you mean '\($0)'?" } ?? "one of: \(known.joined(separator: ", "))"
      )
    }
    return !log.hasErrors
  }

  /// One difference in the format asked for.
  mutating func tell(
    _ told: [ToldDifference],
    _ titles: [String],
    _ sides: DifferenceSides,
    _ settings: TellingSettings,
    _ say: Phrasing
  ) {
    if settings.format == .json {
      let all = told.map { (former: $0.former, present: $0.present, difference: $0.difference) }
      print(differenceJSON(all, edition: settings.edition).pretty())
      return
    }
    for one in told {
      show(
        DifferenceAccount(
          from: one.former,
          to: one.present,
          one.difference,
          say,
          sides: sides,
          asked: Set(settings.decisions),
          showsAll: settings.showsAll
        ).account(titled: titles),
        settings
      )
    }
  }

  /// An account as text or Markdown.
  func show(_ account: Account, _ format: TellingSettings) {
    if format.format == .markdown {
      print(account.markdown())
      return
    }
    var page = AccountScreen(Screen(console, settings.color))
    page.show(account)
    print(page.screen.text)
  }

  func print(_ text: String) { console.output.print(text, terminator: "") }

  /// Saves a profile with changes in another file, laid out as the house does it; everything else stays as written.
  mutating func save(_ entries: [ProfileEntry], to file: SourceFile, as path: String, _ catalogue: Catalogue) {
    guard let document = parseJSON(file, into: &log) else { return }
    let target = ProfileFile(path: path, workplace.files, catalogue)
    guard let bytes = target.changed(document, entries, catalogue) else { return }
    write(bytes, to: path)
  }
}
