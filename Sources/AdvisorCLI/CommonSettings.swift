import Arguments
import RuleModel

/// The options that all commands have.
struct CommonSettings: Sendable {
  var rules: [String] = []
  var language: LanguageWord?
  var date: DateWord?
  var color = ColorMode.auto
  /// Nobody is asked anything, even on a terminal.
  var isWithoutInput = false

  static let options: [Arguments.Option<CommonSettings>] = [
    .list("rules", "DIR", help: "Folder of rule packs, or one pack", \.rules),
    .value("lang", "LANGUAGE", help: "Language of what people read", \.language),
    .value("date", "YYYY-MM-DD", help: "The day the assessment speaks of", \.date),
    .value("color", "WHEN", help: "Colour on the terminal", \.color),
    .flag("no-input", help: "Never ask anything", \.isWithoutInput),
  ]

  /// What the operand RULES means: `packs check Rules` is `packs check --rules Rules`.
  static let packFoldersHelp = "Folder of rule packs, or one pack; the same as --rules"

  /// The same options as part of a command's settings.
  static func options<Settings>(in part: Setting<Settings, CommonSettings>) -> [Arguments.Option<Settings>] {
    .init(Arguments.Option<Settings>.common(options, in: part))
  }
}

/// A language as a word of the command line.
enum LanguageWord: String, CaseIterable, ArgumentValue {
  case en
  case de

  var language: Language { self == .de ? .de : .en }
}

/// A day as a word of the command line.
struct DateWord: ArgumentValue {
  let date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(argument) else { return nil }
    self.date = date
  }

  var argument: String { date.description }
  static var expectation: String { "a day such as 2026-11-21" }
}
