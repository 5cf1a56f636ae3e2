import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

struct PacksTestSettings: Sendable {
  var common = CommonSettings()
  var profiles: [String] = []
  var format = PackTestFormat.text
  var match: String?
  var watches = false
}

let packsTestCommand = Arguments.Command<PacksTestSettings, Workplace>(
  "test",
  abstract: "Run the tests that the packs bring along.",
  discussion: """
    Profiles are opened by file name from --profiles (of several folders the first that has it), by default the folder \
    Profiles beside the packs. With --watch the tests run again whenever a file of the packs or profiles changes, until \
    Ctrl-C.
    """,
  examples: [
    ("advisor packs test", "all tests of ./Rules"),
    ("advisor packs test --match bank", "only tests whose name holds a word"),
    ("advisor packs test --format junit > tests.xml", "for the test page of a pipeline"),
    ("advisor packs test --watch", "again after every change, while you write"),
  ],
  defaults: PacksTestSettings(),
  options: [
    .list("profiles", "DIR", help: "Folder of the profiles that tests name", \.profiles),
    .value("match", "WORD", help: "Run only tests whose name holds this", \.match),
    .value("format", "FORMAT", help: "How results are shown; the last two are for pipelines", \.format),
    .flag("watch", help: "Run again whenever a file changes", \.watches),
  ] + CommonSettings.options(in: \.common),
  operands: [.list("RULES", help: CommonSettings.packFoldersHelp, \.common.rules)],
  run: { settings, workplace in
    guard settings.watches else { return runPackTests(settings, workplace) }
    return watch(settings.common, profiles: settings.profiles, workplace) { runPackTests(settings, workplace) }
  }
)

private func runPackTests(_ settings: PacksTestSettings, _ workplace: Workplace) -> ExitStatus {
  var session = Session(workplace, settings.common)
  guard var catalogue = session.loadCatalogue() else { return finishUntested(session, settings) }
  checkTests(of: catalogue, into: &session.log)
  session.checkProfileFolders(settings.profiles)
  if let word = settings.match {
    catalogue.keepTests { $0.name.lowercased().contains(word.lowercased()) }
  }
  if catalogue.tests.isEmpty {
    session.log.error(
      "no-tests",
      "there is no test to run",
      at: nil,
      help: "add \"tests\" to a pack, or mend --match"
    )
  }
  if session.log.hasErrors { return finishUntested(session, settings) }
  let rules = compile(catalogue)
  let folders = session.profileFolders(settings.profiles)
  let reader = session
  let results = runTests(of: rules, into: &session.log) { name, log in
    reader.profile(named: name, in: folders, into: &log)
  }
  report(results, rules.catalogue, session.log.sorted, settings, workplace)
  let failed = results.contains { !$0.isPassed }
  return session.finish(failed ? .no : .done)
}

/// Ends a run in which no test could run; programs get a whole document all the same.
private func finishUntested(_ session: Session, _ settings: PacksTestSettings) -> ExitStatus {
  if settings.format != .text { report([], nil, session.log.sorted, settings, session.workplace) }
  return session.finish()
}

/// - Parameters:
///   - catalogue: nil if the packs cannot be used.
///   - problems: what went wrong beside the tests.
private func report(
  _ results: [PackTestResult],
  _ catalogue: Catalogue?,
  _ problems: [Diagnostic],
  _ settings: PacksTestSettings,
  _ workplace: Workplace
) {
  let rules = catalogue?.rules.map(\.id) ?? []
  let untested = rules.filter { id in !results.contains { $0.applied.contains(id) } }
  let failed = results.filter { !$0.isPassed }
  switch settings.format {
  case .junit: workplace.console.output.print(junitReport(of: results, problems: problems), terminator: "")
  case .github: workplace.console.output.print(annotations(of: results, problems: problems), terminator: "")
  case .json:
    let json = JSONValue.members([
      ("schemaVersion", .number(1)),
      ("passed", .number(Double(results.count - failed.count))),
      ("failed", .number(Double(failed.count))),
      (
        "tests",
        .array(
          results.map { result in
            .members([
              ("pack", .string(result.test.header.pack)), ("name", .string(result.test.name)),
              ("passed", .bool(result.isPassed)), ("failures", .array(result.failures.map { .string($0) })),
            ])
          }
        )
      ),
      ("rulesWithoutTest", .array(untested.map { .string($0) })),
      ("problems", .array(problems.map(problemJSON))),
    ])
    workplace.console.output.print(json.pretty(), terminator: "")
  case .text:
    // Where no test could run, the problems say all there is to say.
    let isUntried = results.isEmpty && problems.contains { $0.severity == .error }
    if isUntried { return }
    let missing = (catalogue?.tests.count ?? results.count) - results.count
    var screen = Screen(workplace.console, settings.common.color)
    for result in results {
      let mark = result.isPassed ? screen.painted("✓", .good) : screen.painted("✗", .bad)
      screen.line(mark, " ", screen.painted(result.test.header.pack, .faint), " ", screen.painted(result.test.name))
      if !result.isPassed, let span = result.test.span {
        screen.paragraph("\(span.file.name):\(span.start.line)", indent: 4, .faint)
      }
      for failure in result.failures { screen.paragraph(failure, indent: 4, .bad) }
    }
    screen.blank()
    let lost = missing == 0 ? "" : ", \(missing) could not run"
    screen.line("\(results.count - failed.count) passed, \(failed.count) failed\(lost)")
    // Of some of the tests it would say nothing.
    if settings.match == nil && missing == 0 {
      screen.line(
        screen.painted(
          "\(untested.count) of \(rules.count) rules are true in no test (--format json lists them)",
          .faint
        )
      )
    }
    for item in catalogue?.skipped ?? [] where item.kind == "test" {
      screen.line(
        screen.painted("skipped: \(item.id), since pack \(item.missing.joined(separator: ", ")) is not loaded", .faint)
      )
    }
    workplace.console.output.print(screen.text, terminator: "")
  }
}
