import Arguments
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

struct PacksExplainSettings: Sendable {
  var common = CommonSettings()
  var codes: [String] = []
  var format = TextOrJSON.text
}

let packsExplainCommand = Arguments.Command<PacksExplainSettings, Workplace>(
  "explain",
  abstract: "Tell what a mistake or finding means, why it matters, and how to mend it, with examples.",
  discussion: """
    CODE stands in brackets behind a message. Without one, all codes are listed: what 'packs check' looks for, and \
    mistakes. The examples of a check leave out what does not matter; « » marks what the finding points at.
    """,
  examples: [
    ("advisor packs explain rule-never-true", "a finding of 'packs check'"),
    ("advisor packs explain unknown-fact", "a mistake"),
    ("advisor packs explain", "all of them, one line each"),
  ],
  defaults: PacksExplainSettings(),
  options: [.value("format", "FORMAT", help: "Text for people or data for programs", \.format)]
    + CommonSettings.options(in: \.common),
  operands: [.list("CODE", help: "What stands in brackets behind a message", \.codes)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    let all = CodePage.all
    var pages: [CodePage] = []
    for code in settings.codes {
      if let page = all.first(where: { $0.code == code }) {
        pages.append(page)
      } else {
        session.log.error(
          "unknown-code",
          "no message has the code \(quoted(code))",
          at: nil,
          help: nearest(code, in: all.map(\.code)).map { "did you mean '\($0)'?" }
            ?? "'advisor packs explain' lists all codes"
        )
      }
    }
    let output = workplace.console.output
    switch settings.format {
    case .json:
      let shown = settings.codes.isEmpty ? all : pages
      let data = JSONValue.members([("schemaVersion", .number(1)), ("codes", .array(shown.map(\.json)))])
      output.print(data.pretty(), terminator: "")
    case .text:
      var screen = Screen(workplace.console, settings.common.color)
      if settings.codes.isEmpty { list(all, on: &screen) }
      for (place, page) in pages.enumerated() {
        if place > 0 { screen.blank() }
        page.show(on: &screen)
      }
      output.print(screen.text, terminator: "")
    }
    return session.finish()
  }
)

private func list(_ pages: [CodePage], on screen: inout Screen) {
  for isCheck in [true, false] {
    if !isCheck { screen.blank() }
    screen.line(screen.painted(isCheck ? "What 'packs check' looks for" : "Mistakes", .bold))
    for page in pages where page.isCheck == isCheck {
      screen.paragraph(page.summary, indent: 2, prefix: page.code.fitted(34), prefixPaint: .link)
    }
  }
}

/// What is told about one code.
private struct CodePage {
  let code: String
  let isCheck: Bool
  let summary: String
  /// Paragraphs may hold line breaks of their own.
  let text: String
  /// Heading and example.
  let examples: [(heading: String, text: String)]

  /// Checks in the order of documentation, then mistakes by code.
  static var all: [CodePage] { Check.all.map { CodePage($0) } + DiagnosticCode.all.map { CodePage($0) } }

  init(_ check: Check) {
    code = check.code
    isCheck = true
    summary = check.summary
    text = check.rationale
    examples = check.fires.map { ("Found", $0) } + check.silent.map { ("Nothing found", $0) }
  }

  init(_ entry: DiagnosticCode) {
    code = entry.code
    isCheck = false
    summary = entry.summary
    text = entry.explanation
    examples = [("Wrong", entry.wrong), ("Right", entry.right)]
  }

  func show(on screen: inout Screen) {
    screen.line(screen.painted(code, .bold), ": ", screen.painted(summary))
    screen.blank()
    screen.paragraph(text.split(separator: "\n").joined(separator: " "), indent: 2)
    for example in examples {
      screen.blank()
      screen.line("  ", screen.painted(example.heading, .faint))
      for line in example.text.split(separator: "\n", omittingEmptySubsequences: false) {
        screen.line("    ", screen.painted(String(line)))
      }
    }
    guard isCheck else { return }
    screen.blank()
    screen.paragraph(
      "A pack that sees it otherwise says so, with its reason, in a content file:",
      indent: 2
    )
    screen.line(
      "    ",
      screen.painted(
        "{ \"severities\": [ { \"check\": \"\(code)\", \"severity\": \"note\", \"because\": \"…\" } ] }"
      )
    )
  }

  var json: JSONValue {
    .members([
      ("code", .string(code)), ("kind", .string(isCheck ? "check" : "mistake")), ("summary", .string(summary)),
      ("text", .string(text.split(separator: "\n").joined(separator: " "))),
      (
        "examples",
        .array(
          examples.map { .members([("heading", .string($0.heading)), ("text", .string($0.text))]) }
        )
      ),
    ])
  }
}
