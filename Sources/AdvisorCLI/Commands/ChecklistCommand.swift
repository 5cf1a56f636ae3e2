import Advice
import Arguments
import Assessing
import Diagnostics
import Reports
import RuleCompiler
import RuleModel

struct ChecklistSettings: Sendable {
  var common = CommonSettings()
  var profile = ""
  var format: ChecklistFormatWord?
  var output: String?
  var edition = Edition.customer
}

/// A format of checklists, as a word of the command line.
struct ChecklistFormatWord: ArgumentValue {
  let format: ChecklistFormat

  init?(argument: String) {
    guard let format = ChecklistFormat.all.first(where: { $0.id == argument }) else { return nil }
    self.format = format
  }

  var argument: String { format.id }
  static var choices: [String] { ChecklistFormat.all.map(\.id) }
}

let checklistCommand = Arguments.Command<ChecklistSettings, Workplace>(
  "checklist",
  abstract: "Write the onboarding checklist for the recommended architecture.",
  discussion: ChecklistFormat.all.map { format in
    "  " + format.id + String(repeating: " ", count: max(1, 9 - format.id.count)) + format.help
  }.joined(separator: "\n"),
  examples: [
    ("advisor checklist profile.json", "as Markdown with boxes to tick"),
    ("advisor checklist profile.json -o steps.csv", "for a spreadsheet"),
    ("advisor checklist profile.json -o issues.csv --format gitlab", "for the import of an issue tracker"),
  ],
  defaults: ChecklistSettings(),
  options: [
    .value("output", letter: "o", "FILE", help: "File to write; its ending chooses the format", \.output),
    .value("format", "FORMAT", help: "Format, where the file does not say", \.format),
    editionOption(\.edition),
  ] + CommonSettings.options(in: \.common),
  operands: [.one("PROFILE", help: "The customer's requirements, or - for standard input", \.profile)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    var format = settings.format?.format
    if let path = settings.output, path != "-", format == nil {
      format = ChecklistFormat.format(ofFile: path)
      if format == nil {
        session.log.error(
          "unknown-format",
          "the ending of \(quoted(path)) is no format of a checklist",
          at: nil,
          help: "endings: \(ChecklistFormat.endings)"
        )
        return session.finish()
      }
    }
    guard let recommendation = session.recommend(settings.profile) else { return session.finish() }
    let language = session.language(for: recommendation.assessment.profile.profile)
    let bytes = (format ?? .markdown).render(
      recommendation,
      language,
      settings.edition
    )
    if let path = settings.output { session.write(bytes, to: path) } else { workplace.console.output.write(bytes) }
    return session.finish()
  }
)
