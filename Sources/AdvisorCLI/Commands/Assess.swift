import Advice
import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct AssessSettings: Sendable {
  var common = CommonSettings()
  var sampling = SamplingSettings()
  var profile = ""
  var format = TextOrJSON.text
  var edition = Edition.customer
  var showsAll = false
  var decisions: [String] = []
  var isStrict = false
}

/// Text for people or JSON for programs.
enum TextOrJSON: String, CaseIterable, ArgumentValue {
  case text
  case json
}

let assessCommand = Arguments.Command<AssessSettings, Workplace>(
  "assess",
  abstract: "Show the recommendation: ranking, reasons, exclusions, open points.",
  discussion: """
    All decisions in a table, and in detail those that matter most. --decision shows others in detail, --all shows \
    everything. --edition offer says in words what the offer of 'advisor report' says; there are no scores in it, so none of \
    the others go with it.
    """,
  examples: [
    ("advisor assess Profiles/muster-saas.json", "the screen to talk about"),
    ("advisor assess profile.json --decision database", "one decision in detail"),
    ("advisor assess profile.json --all --lang de", "every reason and every variant, in German"),
    ("advisor assess profile.json --edition offer", "what the customer may read: words, no scores"),
    ("advisor assess profile.json --format json", "the result as data"),
  ],
  defaults: AssessSettings(),
  options: [
    .flag("all", help: "Every decision, reason, variant and note", \.showsAll),
    .list("decision", "ID", help: "Show this decision in detail", \.decisions),
    .value("format", "FORMAT", help: "Text for people or data for programs", \.format),
    editionOption(\.edition),
    .flag("strict", help: "Refuse ids that no loaded pack knows", \.isStrict),
  ] + SamplingSettings.options(draws: \.sampling.draws, keepsOrder: \.sampling.keepsOrder)
    + CommonSettings.options(in: \.common),
  operands: [.one("PROFILE", help: "The customer's requirements, or - for standard input", \.profile)],
  run: { settings, workplace in
    var session = Session(workplace, settings.common)
    let edition = settings.edition
    if settings.showsAll { session.refuseOffer(edition, of: "--all", instead: "leave it out") }
    if !settings.decisions.isEmpty { session.refuseOffer(edition, of: "--decision", instead: "leave it out") }
    if settings.format == .json { session.refuseOffer(edition, of: "--format json") }
    let plan = settings.sampling.plan
    guard !session.log.hasErrors,
      let recommendation = session.recommend(
        settings.profile,
        isStrict: settings.isStrict,
        examines: true,
        // The screen asks for what it shows of that.
        relaxes: settings.format == .json,
        drawing: plan
      )
    else {
      return session.finish()
    }
    let known = recommendation.assessment.decisions.map(\.id)
    for id in settings.decisions where !known.contains(id) {
      session.log.error(
        "unknown-decision",
        "decision \(quoted(id)) is not defined",
        at: nil,
        help: nearest(id, in: known).map { "did you mean '\($0)'?" } ?? "one of: \(known.joined(separator: ", "))"
      )
    }
    if session.log.hasErrors { return session.finish() }
    switch settings.format {
    case .json:
      let json = resultJSON(of: recommendation, edition: edition)
      workplace.console.output.print(json.pretty(), terminator: "")
    case .text where !edition.showsScores:
      let language = session.language(for: recommendation.assessment.profile.profile)
      var page = DocumentScreen(screen: Screen(workplace.console, settings.common.color))
      page.show(reportDocument(of: recommendation, language: language, edition: edition))
      workplace.console.output.print(page.screen.text, terminator: "")
    case .text:
      let profile = recommendation.assessment.profile.profile
      let say = Phrasing(
        language: session.language(for: profile),
        edition: edition,
        catalogue: recommendation.assessment.catalogue
      )
      let screen = Screen(workplace.console, settings.common.color)
      var page = AssessScreen(
        recommendation,
        say,
        showsAll: settings.showsAll,
        asked: Set(settings.decisions),
        screen
      )
      workplace.console.output.print(page.render(), terminator: "")
    }
    return session.finish()
  }
)
