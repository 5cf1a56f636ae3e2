import Arguments
import Diagnostics
import Reports
import RuleModel

struct QuestionsSettings: Sendable {
  var common = CommonSettings()
  var output: String?
}

let questionsCommand = Arguments.Command<QuestionsSettings, Workplace>(
  "questions",
  abstract: "Write the blank questionnaire to send ahead to a customer.",
  discussion: """
    The ending of the file chooses the form: .html is a page to fill in offline that saves a profile, .md is for paper \
    and wikis, .csv for spreadsheets. Without -o, or with '-o -', Markdown goes to standard output.
    """,
  examples: [("advisor questions -o questions.html --lang de", "the form to fill in, in German")],
  defaults: QuestionsSettings(),
  options: [.value("output", letter: "o", "FILE", help: "File to write; its ending chooses the form", \.output)]
    + CommonSettings.options(in: \.common),
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    let path = settings.output == "-" ? nil : settings.output
    let ending = path.map { $0.split(separator: ".").last.map { $0.lowercased() } ?? "" } ?? "md"
    let format = QuestionnaireFormat(rawValue: ending)
    if format == nil {
      session.log.error(
        "unknown-format",
        "the ending of \(quoted(settings.output ?? "")) is no form of a questionnaire",
        at: nil,
        help: "endings: \(QuestionnaireFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", "))"
      )
    }
    guard let format, let catalogue = session.loadCatalogue() else { return session.finish() }
    let questionnaire = Questionnaire(catalogue, language: session.language(for: nil))
    let text =
      switch format {
      case .md: MarkdownQuestionnaire.render(questionnaire)
      case .csv: CSVQuestionnaire.render(questionnaire)
      case .html: HTMLQuestionnaire.render(questionnaire)
      }
    let bytes = Array(text.utf8)
    if let path = settings.output { session.write(bytes, to: path) } else { workplace.console.output.write(bytes) }
    return session.finish()
  }
)

private enum QuestionnaireFormat: String, CaseIterable {
  case html
  case md
  case csv
}
