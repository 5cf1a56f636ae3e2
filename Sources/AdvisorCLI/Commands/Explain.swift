import Advice
import Arguments
import Assessing
import Diagnostics
import Reports
import RuleCompiler
import RuleModel

struct ExplainSettings: Sendable {
  var common = CommonSettings()
  var profile = ""
  var ids: [String] = []
  var edition = Edition.internal
}

let explainCommand = Arguments.Command<ExplainSettings, Workplace>(
  "explain",
  abstract: "Tell why, and why not: a rule, option, fact, decision or step with the values that decided.",
  discussion: """
    Without an id: the decisions, all rules that apply, and those that open answers may make apply. There is no edition \
    'offer' of it, since an offer states no scores.
    """,
  examples: [
    ("advisor explain profile.json appuio-cloud", "every point of an option, and what rules it out"),
    ("advisor explain profile.json cloud-dedicated-cluster-excluded", "a rule: its condition with the values it saw"),
    ("advisor explain profile.json biz.availability", "an answer, and the rules that look at it"),
  ],
  defaults: ExplainSettings(),
  options: [editionOption(\.edition)]
    + CommonSettings.options(in: \.common),
  operands: [
    .one("PROFILE", help: "The customer's requirements, or - for standard input", \.profile),
    .list("ID", help: "A rule, option, fact, decision, criterion, component or step", \.ids),
  ],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    session.refuseOffer(
      settings.edition,
      of: "explain",
      instead: "see the reasons in words with 'advisor assess --edition offer'"
    )
    guard !session.log.hasErrors, let recommendation = session.recommend(settings.profile, examines: true) else {
      return session.finish()
    }
    let say = Phrasing(
      language: session.language(for: recommendation.assessment.profile.profile),
      edition: settings.edition,
      catalogue: recommendation.assessment.catalogue
    )
    var page = ExplainScreen(recommendation, say, Screen(workplace.console, settings.common.color))
    if settings.ids.isEmpty { page.overview() }
    for (index, id) in settings.ids.enumerated() {
      if index > 0 { page.screen.blank() }
      if !page.explain(id) {
        session.log.error(
          "unknown-id",
          "nothing is called \(quoted(id)) in the loaded packs",
          at: nil,
          help: nearest(id, in: page.known.sorted(by: idPrecedes)).map { "did you mean '\($0)'?" }
        )
      }
    }
    workplace.console.output.print(page.screen.text, terminator: "")
    return session.finish()
  }
)
