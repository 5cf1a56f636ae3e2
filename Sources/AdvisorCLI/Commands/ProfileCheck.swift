import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct ProfileCheckSettings: Sendable {
  var common = CommonSettings()
  var profiles: [String] = []
  var isStrict = false
}

let profileCheckCommand = Arguments.Command<ProfileCheckSettings, Workplace>(
  "check",
  abstract: "Tell whether a profile can be read, and whether it is complete.",
  discussion: """
    A profile is complete when every question that matters for it is answered. Exit status: 0 complete, 1 not complete \
    or contradictory, 2 wrong.
    """,
  examples: [("advisor profile check Profiles/muster-bank.json", "what is still open")],
  defaults: ProfileCheckSettings(),
  options: [.flag("strict", help: "Refuse ids that no loaded pack knows", \.isStrict)]
    + CommonSettings.options(in: \.common),
  operands: [.list("PROFILE", min: 1, help: "The customer's requirements, or - for standard input", \.profiles)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    guard let catalogue = session.loadCatalogue() else { return session.finish() }
    let rules = compile(catalogue)
    var isFine = true
    for path in settings.profiles {
      var own = session
      own.log = DiagnosticLog()
      let profile = own.loadProfile(path, catalogue, isStrict: settings.isStrict)
      session.log.append(contentsOf: own.log)
      guard let profile else { continue }
      let assessment = assess(profile, rules, date: session.date(for: profile.profile))
      let language = session.language(for: profile.profile)
      let say = Phrasing(language: language, edition: .internal, catalogue: catalogue)
      var screen = Screen(workplace.console, settings.common.color)
      isFine = describe(assessment, path, say, &screen) && isFine
      workplace.console.output.print(screen.text, terminator: "")
    }
    return session.finish(isFine ? .done : .no)
  }
)

/// What is open and what does not go together; true if nothing is.
private func describe(_ assessment: Assessment, _ path: String, _ say: Phrasing, _ screen: inout Screen) -> Bool {
  let counts = assessment.counts
  let isComplete = assessment.isComplete
  screen.paragraph("\(path): \(assessment.profile.profile.title)", .bold)
  screen.paragraph(
    say(
      en:
        "\(counts.answered) answered, \(counts.unknown) open, \(counts.notApplicable) not applicable: \(isComplete ? "complete" : "not complete")",
      de:
        "\(counts.answered) beantwortet, \(counts.unknown) offen, \(counts.notApplicable) nicht zutreffend: \(isComplete ? "vollständig" : "nicht vollständig")"
    ),
    indent: 2
  )
  for (group, facts) in say.catalogue.questionnaire {
    let open = facts.compactMap { assessment.fact($0.id) }.filter { $0.origin == .unknown || $0.origin == .assumed }
    guard !open.isEmpty else { continue }
    screen.paragraph("\(group.map { say.text($0.title) } ?? say(en: "Other", de: "Weiteres")):", indent: 2)
    for fact in open {
      let state =
        fact.origin == .assumed
        ? say(
          en: " (assumed: \(say.state(fact.state, of: fact.fact.fact)))",
          de: " (angenommen: \(say.state(fact.state, of: fact.fact.fact)))"
        )
        : fact.isAskedUnknown ? say(en: " (asked, not known)", de: " (gefragt, nicht bekannt)") : ""
      screen.paragraph(
        "\(say.title(of: fact.fact.fact)) [\(fact.id)]\(state)",
        indent: 4,
        prefix: "? ",
        prefixPaint: .ask
      )
    }
  }
  for item in assessment.contradictions {
    screen.paragraph(say.text(item.text), indent: 2, prefix: "! ", prefixPaint: .bad)
  }
  if !assessment.profile.unused.isEmpty {
    let names = assessment.profile.unused.map { "\($0.kind) \($0.id)" }.joined(separator: ", ")
    screen.paragraph(
      say(en: "known to no loaded pack: \(names)", de: "keinem geladenen Paket bekannt: \(names)"),
      indent: 2
    )
  }
  return isComplete && assessment.contradictions.isEmpty
}
