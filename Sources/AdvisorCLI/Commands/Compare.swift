import Advice
import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct CompareSettings: Sendable {
  var common = CommonSettings()
  var profiles: [String] = []
  var telling = TellingSettings()
  var merges = false
  var output: String?
}

let compareCommand = Arguments.Command<CompareSettings, Workplace>(
  "compare",
  abstract: "Show what differs between profiles and which of it decides; or merge what several people said.",
  discussion: """
    Every further profile is compared with the first one. The points of the rules add up to the change of the lead, and \
    every rule is put down to those answers that it reads; besides, every single difference and every pair of them is \
    tried alone.

    --merge puts the profiles of several people about one case together: contradictions first, those that decide a \
    recommendation at the top, with who said what. What is agreed, and what only some answered, is taken. Where people \
    contradict each other the answer is left open, a number becomes the range of what was said, and the note says who \
    said what. Of weights, the mean of everyone's shares is taken. Nothing is decided by majority.
    """,
  examples: [
    ("advisor compare Profiles/muster-saas.json Profiles/muster-industry.json", "two customers"),
    ("advisor compare march.json june.json --decision platform", "two states of a case"),
    ("advisor compare --merge cto.json ops.json security.json -o merged.json", "three people, one profile"),
  ],
  defaults: CompareSettings(),
  options: [
    .flag("merge", help: "Put the profiles of several people about one case together", \.merges),
    .value("output", letter: "o", "FILE", help: "With --merge: save the merged profile in this file", \.output),
  ]
    + TellingSettings.options(
      decisions: \.telling.decisions,
      all: \.telling.showsAll,
      format: \.telling.format,
      edition: \.telling.edition
    ) + CommonSettings.options(in: \.common),
  operands: [.list("PROFILE", help: "Two profiles or more; one may be - for standard input", \.profiles)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    session.refuseOffer(settings.telling.edition, of: "compare")
    session.check(settings)
    guard !session.log.hasErrors, let catalogue = session.loadCatalogue() else { return session.finish() }
    var cases: [ComparedCase] = []
    for (place, path) in settings.profiles.enumerated() {
      let label = CompareSettings.label(place)
      if let file = session.read(path), let one = session.compared(file, label, catalogue) { cases.append(one) }
    }
    guard !session.log.hasErrors, session.telling(settings.telling, fits: catalogue) else { return session.finish() }
    let say = settings.telling.phrasing(session, cases[0].linked.profile, catalogue)
    let rules = compile(catalogue)
    if settings.merges {
      session.merge(cases, rules, settings, say)
    } else {
      session.compare(cases, rules, settings, say)
    }
    return session.finish()
  }
)

/// A profile with what it was read from.
private struct ComparedCase {
  let label: String
  let name: String
  let linked: LinkedProfile
  let source: JSONValue

  /// "A: Muster Pay (muster.json)"
  var title: String { "\(label): \(linked.profile.title) (\(name))" }
}

extension CompareSettings {
  /// A, B … Z, then 27 and so on.
  fileprivate static func label(_ place: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return letters.indices.contains(place) ? String(letters[place]) : "\(place + 1)"
  }
}

extension Session {
  fileprivate mutating func check(_ settings: CompareSettings) {
    if settings.profiles.count < 2 {
      log.error(
        "too-few-profiles",
        "a comparison needs two profiles",
        at: nil,
        help: "name the second one behind the first; for other answers in one profile there is 'advisor whatif'"
      )
    }
    if settings.output != nil && !settings.merges {
      log.error(
        "nothing-to-save",
        "a comparison saves no profile",
        at: nil,
        help: "add --merge to put the profiles together"
      )
    }
  }

  fileprivate mutating func compared(_ file: SourceFile, _ label: String, _ catalogue: Catalogue) -> ComparedCase? {
    let before = log.errorCount
    guard let linked = linkedProfile(file, catalogue), log.errorCount == before,
      let document = parseJSON(file, into: &log)
    else { return nil }
    return ComparedCase(label: label, name: file.name, linked: linked, source: document.root.plain)
  }

  fileprivate mutating func compare(
    _ cases: [ComparedCase],
    _ rules: CompiledRules,
    _ settings: CompareSettings,
    _ say: Phrasing
  ) {
    let assessed = cases.map { assess($0.linked, rules, date: date(for: $0.linked.profile)).settled() }
    let advised = assessed.map { advise($0) }
    let told = assessed.indices.dropFirst().map {
      ToldDifference(advised[0], advised[$0], CaseDifference(from: assessed[0], to: assessed[$0]))
    }
    if settings.telling.format == .json {
      tell(told, [], .nowAndThen, settings.telling, say)
      return
    }
    for (place, one) in told.enumerated() {
      let (first, other) = (cases[0], cases[place + 1])
      if place > 0 { print("\n") }
      tell([one], [first.title, other.title], .profiles(first.label, other.label), settings.telling, say)
    }
  }

  fileprivate mutating func merge(
    _ cases: [ComparedCase],
    _ rules: CompiledRules,
    _ settings: CompareSettings,
    _ say: Phrasing
  ) {
    let merge = ProfileMerge(cases.map(\.linked), rules)
    let labels = cases.map(\.label)
    let profile = MergedProfile(merge, sources: cases.map(\.source), labels: labels, say)
    let told = MergeAccount(merge, rules, say, labels: labels, leftOut: profile.leftOut, settings.telling.showsAll)
    if settings.telling.format == .json {
      let json = told.json(names: cases.map(\.name))
      print(differenceJSON([], merge: json, edition: settings.telling.edition).pretty())
    } else {
      show(told.account(titled: cases.map(\.title)), settings.telling)
    }
    guard let output = settings.output else { return }
    let target = ProfileFile(path: output, workplace.files, rules.catalogue)
    if let bytes = target.laidOut(profile.json) { write(bytes, to: output) }
  }
}
