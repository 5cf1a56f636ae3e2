import Advice
import Arguments
import Assessing
import Diagnostics
import Reports
import RuleCompiler
import RuleModel

struct WhatIfSettings: Sendable {
  var common = CommonSettings()
  var profile = ""
  var changes: [String] = []
  var telling = TellingSettings()
  var output: String?
}

let whatIfCommand = Arguments.Command<WhatIfSettings, Workplace>(
  "whatif",
  abstract: "Show what other answers would change, and why, rule by rule.",
  discussion: """
    A change is FACT=VALUE: yes or no, a choice by its id or title, several choices as a,b, a number or a range as 100-500, \
    a day as 2027-03-01. FACT=? means that it is not known, FACT= takes the answer out. Also weight.CRITERION=3, \
    decided.DECISION=OPTION and clarified.RULE/OPTION=yes, with ? to take them back. The profile itself stays as it is; \
    --write saves the changed one in another file.

    The points of the rules add up to the change of the lead. Where several answers change at once, every rule is put down \
    to those that it reads.
    """,
  examples: [
    ("advisor whatif Profiles/muster-industry.json comp.isolation=dedicated_cluster", "one answer"),
    ("advisor whatif profile.json biz.availability=99.9 team.cluster_control=?", "several at once"),
    ("advisor whatif profile.json weight.cost=40 --decision platform", "another weight, one decision in detail"),
    ("advisor whatif profile.json biz.availability=99.9 --write variant.json", "and keep it"),
  ],
  defaults: WhatIfSettings(),
  options: TellingSettings.options(
    decisions: \.telling.decisions,
    all: \.telling.showsAll,
    format: \.telling.format,
    edition: \.telling.edition
  ) + [
    .value("write", letter: "o", "FILE", help: "Save the changed profile in this file", \.output)
  ] + CommonSettings.options(in: \.common),
  operands: [
    .one("PROFILE", help: "The customer's requirements, or - for standard input", \.profile),
    .list("FACT=VALUE", help: "What to answer differently", \.changes),
  ],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    session.refuseOffer(settings.telling.edition, of: "whatif")
    if settings.changes.isEmpty {
      session.log.error(
        "change-without-value",
        "nothing is said to be different",
        at: nil,
        help: "write FACT=VALUE behind the profile, for example biz.availability=99.9"
      )
    }
    guard !session.log.hasErrors, let catalogue = session.loadCatalogue(), let file = session.read(settings.profile),
      let profile = session.linkedProfile(file, catalogue)
    else { return session.finish() }
    let say = settings.telling.phrasing(session, profile.profile, catalogue)
    guard session.telling(settings.telling, fits: catalogue),
      let entries = ChangeReading.entries(settings.changes, catalogue, say, into: &session.log)
    else { return session.finish() }
    let rules = compile(catalogue)
    let date = session.date(for: profile.profile)
    let changed = entries.reduce(profile) { $0.with($1) }
    let former = assess(profile, rules, date: date).settled()
    let present = assess(changed, rules, date: date).settled()
    session.reportIdle(entries, present, settings.changes, say)
    if session.log.hasErrors { return session.finish() }
    let told = ToldDifference(advise(former), advise(present), CaseDifference(from: former, to: present))
    session.tell([told], [profile.profile.title], .nowAndThen, settings.telling, say)
    if let output = settings.output { session.save(entries, to: file, as: output, catalogue) }
    return session.finish()
  }
)

extension Session {
  /// Reports answers to questions that do not arise with all changes made: they would count for nothing.
  fileprivate mutating func reportIdle(
    _ entries: [ProfileEntry],
    _ assessment: Assessment,
    _ words: [String],
    _ say: Phrasing
  ) {
    for case .answer(let id, .value) in entries where assessment.fact(id)?.origin == .notApplicable {
      let relevance = assessment.catalogue.fact(id)?.relevance
      log.error(
        "change-not-applicable",
        "'\(id)' does not apply in this case, so no answer to it counts",
        at: ChangeReading.span(of: id, in: words),
        help: relevance.map { "it applies if \(say.condition($0)); change that, too, or leave this out" }
      )
    }
  }
}
