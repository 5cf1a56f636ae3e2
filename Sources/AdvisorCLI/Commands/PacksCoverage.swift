import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct PacksCoverageSettings: Sendable {
  var common = CommonSettings()
  var profiles: [String] = []
  var showsAll = false
  var output: String?
  var format = TextOrJSON.text
}

let packsCoverageCommand = Arguments.Command<PacksCoverageSettings, Workplace>(
  "coverage",
  abstract: "Show what of the rules the tests reach with effect.",
  discussion: """
    A comparison counts as reached if its contrary, in the world of a test, would make its rule true or no longer true, and \
    that would change a score, an exclusion that no other rule makes, a confirmation, a note that is shown or an outcome. \
    Every comparison is to be reached true and false, every choice that a rule names, and every threshold from both sides. \
    Components, steps and derived facts count in the same way.
    """,
  examples: [
    ("advisor packs coverage", "the summary, and what no test reaches"),
    ("advisor packs coverage -o coverage.html", "a page with the marks beside the rules"),
    ("advisor packs coverage --format json", "the numbers as data"),
  ],
  defaults: PacksCoverageSettings(),
  options: [
    .list("profiles", "DIR", help: "Folder of the profiles that tests name", \.profiles),
    .flag("all", help: "List components, steps and derived facts, too", \.showsAll),
    .value("output", letter: "o", "FILE", help: "Page to write (.html)", \.output),
    .value("format", "FORMAT", help: "Text for people or data for programs", \.format),
  ] + CommonSettings.options(in: \.common),
  operands: [.list("RULES", help: CommonSettings.packFoldersHelp, \.common.rules)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    session.checkPageName(settings.output)
    guard !session.log.hasErrors, let catalogue = session.loadCatalogue() else { return session.finish() }
    checkTests(of: catalogue, into: &session.log)
    if catalogue.tests.isEmpty {
      session.log.error("no-tests", "there is no test to run", at: nil, help: "add \"tests\" to a pack")
    }
    if session.log.hasErrors { return session.finish() }
    let rules = compile(catalogue)
    let folders = session.profileFolders(settings.profiles)
    let reader = session
    let worlds = assessTests(of: rules, into: &session.log) { name, log in
      reader.profile(named: name, in: folders, into: &log)
    }
    if session.log.hasErrors { return session.finish() }
    let coverage = rules.coverage(of: worlds.map(\.assessment))
    let say = Phrasing(language: session.language(for: nil), edition: .internal, catalogue: catalogue)
    if let output = settings.output {
      session.write(Array(CoveragePage.render(coverage, say).utf8), to: output)
      return session.finish()
    }
    switch settings.format {
    case .json: workplace.console.output.print(json(of: coverage, catalogue).pretty(), terminator: "")
    case .text:
      var page = CoverageScreen(screen: Screen(workplace.console, settings.common.color), say: say)
      page.show(coverage, all: settings.showsAll)
      workplace.console.output.print(page.screen.text, terminator: "")
    }
    return session.finish()
  }
)

extension Session {
  /// Reports the name of a page that does not end in `.html`.
  mutating func checkPageName(_ path: String?) {
    guard let path, path != "-", !path.lowercased().hasSuffix(".html") else { return }
    log.error(
      "unknown-format",
      "the ending of \(quoted(path)) is not that of a page",
      at: nil,
      help: "write a name that ends in .html"
    )
  }
}

/// The summary for each pack, then what is not reached, with its place.
private struct CoverageScreen {
  var screen: Screen
  let say: Phrasing

  mutating func show(_ coverage: Coverage, all: Bool) {
    let words = CoverageWords(say)
    let titles = ["pack", "rules", "branches", "choices", "sides", "other branches"]
    screen.line(screen.painted(line(titles), .faint))
    for pack in coverage.packs { row(pack, coverage.summary(of: pack)) }
    if coverage.packs.count > 1 { row("all", coverage.summary(of: nil)) }
    screen.paragraph("reached with effect by \(words.tests(coverage.tests))", .faint)
    let shown = coverage.conditions.filter { (all || $0.owner == .rule) && !$0.isComplete }
    for pack in coverage.packs {
      let own = shown.filter { $0.pack == pack }
      guard !own.isEmpty else { continue }
      screen.heading("\(pack): not reached")
      for condition in own {
        screen.paragraph("\(condition.owner.rawValue) \(condition.id)", indent: 2, .bold)
        if let span = condition.span { screen.paragraph(place(span), indent: 4, .faint) }
        for gap in words.gaps(of: condition) { screen.paragraph(gap, indent: 4, prefix: "· ") }
      }
    }
    let choices = coverage.choices.filter { $0.matters == 0 }
    if !choices.isEmpty { screen.heading("Choices that matter in no test") }
    for choice in choices {
      let answered = choice.isAnswered > 0 ? ", answered without effect" : ""
      let place = choice.span.map { "  \(AdvisorCLI.place($0))" } ?? ""
      screen.line("  ", screen.painted("\(choice.fact) = \(choice.choice)\(answered)"), screen.painted(place, .faint))
    }
    let thresholds = coverage.thresholds.filter { $0.below == 0 || $0.above == 0 }
    if !thresholds.isEmpty { screen.heading("Thresholds with a side that matters in no test") }
    for threshold in thresholds {
      let place = threshold.span.map { "  \(AdvisorCLI.place($0))" } ?? ""
      screen.line("  ", screen.painted(words.gap(of: threshold)), screen.painted(place, .faint))
    }
  }

  private mutating func row(_ name: String, _ summary: Coverage.Summary) {
    func text(_ reached: Reached) -> String { reached.total == 0 ? "–" : "\(reached.count)/\(reached.total)" }
    screen.line(
      screen.painted(
        line([
          name, text(summary.rules), text(summary.branches), text(summary.choices), text(summary.sides),
          text(summary.others),
        ])
      )
    )
  }

  private func line(_ cells: [String]) -> String {
    cells.enumerated().map {
      $0.offset == 0 ? $0.element.fitted(28) : $0.element.rightAligned($0.offset == 5 ? 16 : 11)
    }
    .joined()
  }
}

private func json(of coverage: Coverage, _ catalogue: Catalogue) -> JSONValue {
  func number(_ count: Int) -> JSONValue { .number(Double(count)) }
  func reached(_ reached: Reached) -> JSONValue {
    .members([("reached", number(reached.count)), ("total", number(reached.total))])
  }
  func summary(_ summary: Coverage.Summary, _ pack: String?) -> JSONValue {
    .members([
      ("pack", pack.map { .string($0) }), ("rules", reached(summary.rules)), ("branches", reached(summary.branches)),
      ("choices", reached(summary.choices)), ("sides", reached(summary.sides)), ("others", reached(summary.others)),
    ])
  }
  let say = CoverageWords(Phrasing(language: .en, edition: .internal, catalogue: catalogue))
  return .members([
    ("schemaVersion", .number(1)), ("tests", number(coverage.tests)),
    ("total", summary(coverage.summary(of: nil), nil)),
    ("packs", .array(coverage.packs.map { summary(coverage.summary(of: $0), $0) })),
    (
      "conditions",
      .array(
        coverage.conditions.map { condition in
          .members([
            ("owner", .string(condition.owner.rawValue)), ("id", .string(condition.id)),
            ("pack", .string(condition.pack)), ("place", condition.span.map { jsonPlace($0) }),
            ("true", number(condition.isTrue)), ("trueWithEffect", number(condition.isTrueWithEffect)),
            (
              "comparisons",
              .array(
                condition.comparisons.map { comparison in
                  .members([
                    ("comparison", .string(say.identified(comparison.comparison))),
                    ("place", comparison.comparison.span.map { jsonPlace($0) }),
                    ("true", number(comparison.isTrue)), ("false", number(comparison.isFalse)),
                    ("mattersTrue", number(comparison.mattersTrue)),
                    ("mattersFalse", number(comparison.mattersFalse)),
                  ])
                }
              )
            ),
          ])
        }
      )
    ),
    (
      "choices",
      .array(
        coverage.choices.map { choice in
          .members([
            ("fact", .string(choice.fact)), ("choice", .string(choice.choice)),
            ("answered", number(choice.isAnswered)), ("matters", number(choice.matters)),
          ])
        }
      )
    ),
    (
      "thresholds",
      .array(
        coverage.thresholds.map { threshold in
          .members([
            ("fact", .string(threshold.fact)),
            ("threshold", .string(say.operand(threshold.threshold, of: threshold.fact))),
            ("upperSide", .string(threshold.isUpperInclusive ? "atLeast" : "above")),
            ("below", number(threshold.below)), ("above", number(threshold.above)),
          ])
        }
      )
    ),
  ])
}
