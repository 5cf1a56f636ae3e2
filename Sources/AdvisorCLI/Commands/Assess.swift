import Advice
import Arguments
import Assessing
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct AssessSettings: Sendable {
  var common = CommonSettings()
  var profile = ""
  var format = TextOrJSON.text
  var edition = Edition.customer
  var showsAll = false
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
  examples: [
    ("advisor assess Profiles/muster-saas.json", "the screen to talk about"),
    ("advisor assess profile.json --all --lang de", "every reason and every variant, in German"),
    ("advisor assess profile.json --format json", "the result as data"),
  ],
  defaults: AssessSettings(),
  options: [
    .flag("all", help: "Every reason, variant and note", \.showsAll),
    .value("format", "FORMAT", help: "Text for people or data for programs", \.format),
    editionOption(\.edition),
    .flag("strict", help: "Refuse ids that no loaded pack knows", \.isStrict),
  ] + CommonSettings.options(in: \.common),
  operands: [.one("PROFILE", help: "The customer's requirements, or - for standard input", \.profile)],
  run: { settings, workplace in
    var session = Session(workplace, settings.common)
    guard let recommendation = session.recommend(settings.profile, isStrict: settings.isStrict) else {
      return session.finish()
    }
    let edition = settings.edition
    switch settings.format {
    case .json:
      let json = resultJSON(of: recommendation, edition: edition)
      workplace.console.output.print(json.pretty(), terminator: "")
    case .text:
      let profile = recommendation.assessment.profile.profile
      let say = Phrasing(
        language: session.language(for: profile),
        edition: edition,
        catalogue: recommendation.assessment.catalogue
      )
      let screen = Screen(workplace.console, settings.common.color)
      var page = AssessScreen(recommendation, say, showsAll: settings.showsAll, screen)
      workplace.console.output.print(page.render(), terminator: "")
    }
    return session.finish()
  }
)
