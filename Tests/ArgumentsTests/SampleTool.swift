import Arguments

enum Format: String, CaseIterable, ArgumentValue {
  case text
  case html
  case markdown
}

struct CommonSettings: Sendable, Equatable {
  var rules: [String] = []
  var isQuiet = false

  static let options: [Option<CommonSettings>] = [
    .list("rules", "DIR", help: "Folder of rule packs", \.rules),
    .flag("quiet", letter: "q", help: "Print nothing but problems", \.isQuiet),
  ]
}

struct ReportSettings: Sendable, Equatable {
  var profile = ""
  var outputs: [String] = []
  var format = Format.text
  var limit: Int?
  var common = CommonSettings()
}

struct CheckSettings: Sendable, Equatable {
  var name = ""
  var topic: Format?
  var others: [String] = []
  var last = ""
}

enum Status: Int32 {
  case done = 0
  case no = 1
}

/// What a run is handed in these tests.
struct Place: Sendable {
  let width: Int
}

let report = Command<ReportSettings, Place>(
  "report",
  abstract: "Write the reports of a profile.",
  discussion: """
    The format follows from the name of each file. A report names the packs it was made with, so that it can be \
    computed again.

      .html .md .txt
    """,
  examples: [
    ("sample report shop.json -o shop.html", "Writes one page that can be opened without a network."),
    ("sample report - < shop.json", "Reads the profile from standard input."),
  ],
  defaults: ReportSettings(),
  options: [
    .list("output", letter: "o", "FILE", help: "Where to write", \.outputs),
    .value("format", "FORMAT", help: "How a report without a file is written", \.format),
    .value("limit", "COUNT", help: "Most reasons to show", \.limit),
  ] + Option.common(CommonSettings.options, in: \.common),
  operands: [.one("PROFILE", help: "The profile; - is standard input", \.profile)]
) { settings, place in
  settings.profile.count <= place.width ? Status.done : .no
}

let check = Command<CheckSettings, Place>(
  "check",
  abstract: "Check a pack.",
  defaults: CheckSettings(),
  operands: [
    .one("PACK", help: "The pack", \.name),
    .optional("TOPIC", help: "What to look at", \.topic),
    .list("OTHER", max: 2, help: "Packs to compare with", \.others),
    .one("LAST", help: "The last one", \.last),
  ]
) { _, _ in
  Status.no
}

let sample = Tool<Place>(
  "sample",
  version: "1.2.3",
  abstract: "Show how a command line is declared.",
  examples: [("sample report shop.json", "Prints a report.")],
  [
    .command(report),
    .group("packs", abstract: "Look after rule packs.", [.command(check)]),
  ]
)
