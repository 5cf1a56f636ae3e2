import Arguments
import Diagnostics
import Reports
import RuleModel

struct PacksDocsSettings: Sendable {
  var common = CommonSettings()
  var outputs: [String] = []
}

let packsDocsCommand = Arguments.Command<PacksDocsSettings, Workplace>(
  "docs",
  abstract: "Write the handbook of the packs for colleagues.",
  discussion: """
    Every question with what follows from it, every option with everything for and against it, rules, criteria, steps, \
    components, the sources with their review dates, and what rests on each source. It holds internal texts, too, so it is \
    not for customers. The ending of the file chooses the form: .html or .md. Without -o, Markdown goes to standard output.
    """,
  examples: [
    ("advisor packs docs -o handbook.html", "one page to send to colleagues"),
    (
      "advisor packs docs -o handbook.html -o handbook.md --lang de --date 2027-01-31",
      "both forms, in German, as of a day"
    ),
  ],
  defaults: PacksDocsSettings(),
  options: [.list("output", letter: "o", "FILE", help: "File to write; its ending chooses the form", \.outputs)]
    + CommonSettings.options(in: \.common),
  operands: [.list("RULES", help: CommonSettings.packFoldersHelp, \.common.rules)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    for path in settings.outputs where form(of: path) == nil {
      session.log.error(
        "unknown-format",
        "the ending of \(quoted(path)) is no form of a handbook",
        at: nil,
        help: "endings: .html, .md"
      )
    }
    guard !session.log.hasErrors, let catalogue = session.loadCatalogue() else { return session.finish() }
    let document = handbook(of: catalogue, language: session.language(for: nil), date: session.date(for: nil))
    if settings.outputs.isEmpty { workplace.console.output.write(Array(MarkdownReport.render(document).utf8)) }
    for path in settings.outputs {
      let text = form(of: path) == .html ? HTMLReport.render(document) : MarkdownReport.render(document)
      session.write(Array(text.utf8), to: path)
    }
    return session.finish()
  }
)

private enum HandbookForm: String {
  case html
  case md
}

private func form(of path: String) -> HandbookForm? {
  path.split(separator: ".").last.flatMap { HandbookForm(rawValue: $0.lowercased()) }
}
