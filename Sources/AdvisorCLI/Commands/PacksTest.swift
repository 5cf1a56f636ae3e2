import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

struct PacksTestSettings: Sendable {
  var common = CommonSettings()
  var profiles: String?
  var format = TextOrJSON.text
  var match: String?
}

let packsTestCommand = Arguments.Command<PacksTestSettings, Workplace>(
  "test",
  abstract: "Run the tests that the packs bring along.",
  discussion: "Profiles are opened by file name from --profiles, by default the folder Profiles beside the packs.",
  examples: [
    ("advisor packs test", "all tests of ./Rules"),
    ("advisor packs test --match bank", "only tests whose name holds a word"),
  ],
  defaults: PacksTestSettings(),
  options: [
    .value("profiles", "DIR", help: "Folder of the profiles that tests name", \.profiles),
    .value("match", "WORD", help: "Run only tests whose name holds this", \.match),
    .value("format", "FORMAT", help: "Text for people or data for programs", \.format),
  ] + CommonSettings.options(in: \.common),
  run: { settings, workplace in
    var session = Session(workplace, settings.common)
    guard var catalogue = session.loadCatalogue() else { return session.finish() }
    checkTests(of: catalogue, into: &session.log)
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
    if session.log.hasErrors { return session.finish() }
    let rules = compile(catalogue)
    let folder = settings.profiles ?? session.profilesFolder
    var log = DiagnosticLog()
    var results: [PackTestResult] = []
    do {
      var reader = session
      results = runTests(of: rules, into: &log) { name, log in
        reader.log = DiagnosticLog()
        defer { log.append(contentsOf: reader.log) }
        return reader.profile(named: name, in: folder)
      }
    }
    session.log.append(contentsOf: log)
    report(results, rules.catalogue, settings, workplace)
    let failed = results.contains { !$0.isPassed }
    return session.finish(failed ? .no : .done)
  }
)

extension Session {
  /// `Profiles` beside the first folder of packs, also where only one pack of it was named.
  fileprivate var profilesFolder: String {
    guard let root = ruleFolders.first else { return "Profiles" }
    let isPack = workplace.files.exists(FileSystem.join(root, "pack.json"))
    return FileSystem.join(FileSystem.parent(of: isPack ? FileSystem.parent(of: root) : root), "Profiles")
  }

  /// The profile that a test names; reports at the test where it is missing.
  fileprivate mutating func profile(named name: Name, in folder: String) -> Profile? {
    let path = FileSystem.join(folder, name.id + ".json")
    guard workplace.files.exists(path) else {
      log.error(
        "unknown-profile",
        "profile \(quoted(name.id)) is not in \(quoted(folder))",
        at: name.span,
        help: "name the folder with --profiles"
      )
      return nil
    }
    guard let file = read(path), let document = parseJSON(file, into: &log) else { return nil }
    return decodeProfile(document, into: &log)
  }
}

private func report(
  _ results: [PackTestResult],
  _ catalogue: Catalogue,
  _ settings: PacksTestSettings,
  _ workplace: Workplace
) {
  let untested = catalogue.rules.map(\.id).filter { id in !results.contains { $0.applied.contains(id) } }
  let failed = results.filter { !$0.isPassed }
  switch settings.format {
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
    ])
    workplace.console.output.print(json.pretty(), terminator: "")
  case .text:
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
    screen.line("\(results.count - failed.count) passed, \(failed.count) failed")
    screen.line(
      screen.painted(
        "\(untested.count) of \(catalogue.rules.count) rules are true in no test (--format json lists them)",
        .faint
      )
    )
    for item in catalogue.skipped where item.kind == "test" {
      screen.line(
        screen.painted("skipped: \(item.id), since pack \(item.missing.joined(separator: ", ")) is not loaded", .faint)
      )
    }
    workplace.console.output.print(screen.text, terminator: "")
  }
}
