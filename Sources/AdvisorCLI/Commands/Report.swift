import Advice
import Arguments
import Assessing
import Diagnostics
import Reports
import RuleCompiler
import RuleModel

struct ReportSettings: Sendable {
  var common = CommonSettings()
  var sampling = SamplingSettings()
  var profile = ""
  var outputs: [String] = []
  var audience = AudienceWord.customer
  var isStrict = false
}

let reportCommand = Arguments.Command<ReportSettings, Workplace>(
  "report",
  abstract: "Write the recommendation as a document, in one or several formats.",
  discussion: """
    The format follows from the ending of each file: \
    \(ReportFormat.all.map { ".\($0.id)" }.joined(separator: ", ")). \
    Without -o, or with '-o -', Markdown goes to standard output.
    """,
  examples: [
    ("advisor report profile.json -o report.html -o report.md -o result.json", "three formats in one run"),
    ("advisor report profile.json -o report.html --lang de", "in German"),
  ],
  defaults: ReportSettings(),
  options: [
    .list("output", letter: "o", "FILE", help: "File to write; may be given several times", \.outputs),
    .value("audience", "AUDIENCE", help: "Whether texts for the house only are shown", \.audience),
    .flag("strict", help: "Refuse ids that no loaded pack knows", \.isStrict),
  ] + SamplingSettings.options(draws: \.sampling.draws, keepsOrder: \.sampling.keepsOrder)
    + CommonSettings.options(in: \.common),
  operands: [.one("PROFILE", help: "The customer's requirements, or - for standard input", \.profile)],
  run: { settings, workplace in
    var session = Session(workplace, settings.common)
    let targets = targets(of: settings.outputs, &session)
    let plan = settings.sampling.plan
    guard !session.log.hasErrors,
      let recommendation = session.recommend(settings.profile, isStrict: settings.isStrict, drawing: plan)
    else { return session.finish() }
    let language = session.language(for: recommendation.assessment.profile.profile)
    let edition: Edition = settings.audience == .internal ? .internal : .customer
    if targets.isEmpty {
      workplace.console.output.write(ReportFormat.markdown.render(recommendation, language, edition))
    }
    // One format that cannot be written does not keep the others from it.
    for target in targets { session.write(target.format.render(recommendation, language, edition), to: target.path) }
    return session.finish()
  }
)

/// The files to write with their formats; reports endings that are no format and files named twice.
private func targets(of paths: [String], _ session: inout Session) -> [(path: String, format: ReportFormat)] {
  var targets: [(path: String, format: ReportFormat)] = []
  for path in paths {
    guard let format = path == "-" ? .markdown : ReportFormat.format(ofFile: path) else {
      session.log.error(
        "unknown-format",
        "the ending of \(quoted(path)) is no format of a report",
        at: nil,
        help: "endings: \(ReportFormat.all.map { ".\($0.id)" }.joined(separator: ", "))"
      )
      continue
    }
    if targets.contains(where: { $0.path == path }) {
      session.log.error("repeated-output", "\(quoted(path)) is named twice", at: nil)
      continue
    }
    targets.append((path, format))
  }
  return targets
}
