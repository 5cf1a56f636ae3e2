import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct PacksBalanceSettings: Sendable {
  var common = CommonSettings()
  var worlds = WorldCount(worlds: Balance.defaultWorlds)
  var seed = SeedWord(seed: Balance.defaultSeed)
  var format = TextOrJSON.text
}

/// A number of worlds as a word of the command line.
struct WorldCount: ArgumentValue {
  let worlds: Int

  init(worlds: Int) { self.worlds = worlds }

  init?(argument: String) {
    guard let worlds = Int(argument), (1...10_000_000).contains(worlds) else { return nil }
    self.worlds = worlds
  }

  var argument: String { "\(worlds)" }
  static var expectation: String { "a whole number from 1 to 10000000" }
}

/// Where random draws begin, as a word of the command line.
struct SeedWord: ArgumentValue {
  let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  init?(argument: String) {
    guard let seed = UInt64(argument) else { return nil }
    self.seed = seed
  }

  var argument: String { "\(seed)" }
  static var expectation: String { "a whole number, not negative" }
}

let packsBalanceCommand = Arguments.Command<PacksBalanceSettings, Workplace>(
  "balance",
  abstract: "Show how often each option wins over random worlds, and by how much.",
  discussion: """
    Complete worlds are drawn from the priors of the packs (what customers are expected to answer), with the weights of \
    the packs; the same seed gives the same worlds. An option that never wins is either superfluous or blocked by a \
    mistake. Margins are in points, to the best option of another family. Dates are drawn from the two years after \
    --date; without it they stay open.
    """,
  examples: [
    ("advisor packs balance", "10,000 worlds"),
    ("advisor packs balance --worlds 100000 --seed 7", "more worlds, and other ones"),
    ("advisor packs balance --format json", "the numbers as data"),
  ],
  defaults: PacksBalanceSettings(),
  options: [
    .value("worlds", "N", help: "How many worlds are drawn", \.worlds),
    .value("seed", "N", help: "Where the random draws begin", \.seed),
    .value("format", "FORMAT", help: "Text for people or data for programs", \.format),
  ] + CommonSettings.options(in: \.common),
  operands: [.list("RULES", help: CommonSettings.packFoldersHelp, \.common.rules)],
  run: { settings, workplace in
    var session = Session(workplace, settings.common)
    guard let catalogue = session.loadCatalogue() else { return session.finish() }
    let date = session.date(for: nil)
    let balance = compile(catalogue).balance(worlds: settings.worlds.worlds, seed: settings.seed.seed, today: date)
    switch settings.format {
    case .json: workplace.console.output.print(json(of: balance).pretty(), terminator: "")
    case .text:
      let say = Phrasing(language: session.language(for: nil), edition: .internal, catalogue: catalogue)
      var page = BalanceScreen(screen: Screen(workplace.console, settings.common.color), say: say)
      page.show(balance)
      workplace.console.output.print(page.screen.text, terminator: "")
    }
    return session.finish()
  }
)

/// The numbers in words, decision by decision.
private struct BalanceScreen {
  var screen: Screen
  let say: Phrasing

  mutating func show(_ balance: Balance) {
    screen.line(screen.painted("\(balance.worlds) random worlds from the priors, seed \(balance.seed)", .faint))
    if !balance.undrawn.isEmpty {
      screen.paragraph("not drawn, since no --date is given: \(balance.undrawn.joined(separator: ", "))", .faint)
    }
    if balance.contradictory > 0 {
      let share = Double(balance.contradictory) / Double(balance.worlds)
      screen.paragraph(
        "answers contradict each other in \(percent(share)) of the worlds; they count all the same",
        .faint
      )
    }
    for decision in balance.decisions { show(decision, of: balance.worlds) }
  }

  private mutating func show(_ decision: DecisionBalance, of worlds: Int) {
    screen.heading("\(say.text(decision.decision.decision.title)) [\(decision.id)]")
    if decision.applicable < worlds {
      screen.paragraph("applies in \(percent(Double(decision.applicable) / Double(worlds))) of the worlds", indent: 2)
    }
    guard decision.applicable > 0 else { return }
    screen.line("  ", screen.painted("     wins  excluded   margin   (5 %  …  median …  95 %)", .faint))
    for family in decision.families {
      row(family.id, family.wins, family.excluded, decision, family.margins, indent: 2)
      guard family.leaves.count > 1 else { continue }
      for leaf in family.leaves { row(leaf.id, leaf.wins, leaf.excluded, decision, nil, indent: 4) }
    }
    let margins = decision.margins
    screen.paragraph(
      "margin \(points(margins.mean)) on average, median \(points(margins.median)); "
        + "mean evidence \(percent(decision.meanEvidence))",
      indent: 2
    )
    let rates = [
      ("ties", decision.ties), ("leads under 1 point", decision.close), ("thin basis", decision.thin),
      ("no solution", decision.noSolution), ("not enough facts", decision.notEnoughFacts),
    ]
    screen.paragraph(
      rates.map { "\($0.0) \(percent(decision.share($0.1)))" }.joined(separator: ", "),
      indent: 2
    )
    for id in decision.neverWinners {
      screen.paragraph("\(say.option(id)) [\(id)] never wins", indent: 2, prefix: "! ", prefixPaint: .bad)
    }
    for id in decision.neverWinningVariants {
      screen.paragraph("variant \(say.option(id)) [\(id)] never wins", indent: 2, prefix: "! ", prefixPaint: .ask)
    }
  }

  private mutating func row(
    _ id: String,
    _ wins: Int,
    _ excluded: Int,
    _ decision: DecisionBalance,
    _ margins: Spread?,
    indent: Int
  ) {
    let numbers = [wins, excluded].map { percent(decision.share($0)).rightAligned(9) }.joined()
    var tail = "".rightAligned(34)
    if let margins, margins.count > 0 {
      let ends = [margins.quantiles[0], margins.median, margins.quantiles[4]]
      tail = points(margins.mean).rightAligned(9) + "   (" + ends.map { points($0) }.joined(separator: " … ") + ")"
    }
    let name = String(repeating: " ", count: max(0, indent - 2)) + id
    screen.line("  ", numbers, tail.fitted(36), screen.painted(name, indent == 2 ? .bold : .faint))
  }

  private func percent(_ share: Double) -> String { say.decimal(share * 100) + " %" }
  private func points(_ number: Double) -> String { say.decimal(number) }
}

private func json(of balance: Balance) -> JSONValue {
  .members([
    ("schemaVersion", .number(1)), ("engine", .string("\(engineVersion)")),
    ("worlds", number(balance.worlds)),
    // As a text: a seed may be larger than the whole numbers that JSON readers keep exactly.
    ("seed", .string("\(balance.seed)")),
    ("undrawn", .array(balance.undrawn.map { .string($0) })), ("contradictory", number(balance.contradictory)),
    ("decisions", .array(balance.decisions.map { json(of: $0) })),
  ])
}

private func json(of decision: DecisionBalance) -> JSONValue {
  .members([
    ("id", .string(decision.id)), ("applicable", number(decision.applicable)), ("decided", number(decision.decided)),
    ("notEnoughFacts", number(decision.notEnoughFacts)), ("noSolution", number(decision.noSolution)),
    ("ties", number(decision.ties)), ("close", number(decision.close)), ("thin", number(decision.thin)),
    ("meanEvidence", .number(decision.meanEvidence)), ("margins", json(of: decision.margins)),
    ("neverWinners", .array(decision.neverWinners.map { .string($0) })),
    ("neverWinningVariants", .array(decision.neverWinningVariants.map { .string($0) })),
    (
      "families",
      .array(
        decision.families.map { family in
          .members([
            ("id", .string(family.id)), ("wins", number(family.wins)), ("share", .number(decision.share(family.wins))),
            ("excluded", number(family.excluded)), ("margins", json(of: family.margins)),
            (
              "leaves",
              .array(
                family.leaves.map { leaf in
                  .members([
                    ("id", .string(leaf.id)), ("wins", number(leaf.wins)),
                    ("share", .number(decision.share(leaf.wins))),
                    ("excluded", number(leaf.excluded)), ("meanScore", .number(leaf.meanScore)),
                  ])
                }
              )
            ),
          ])
        }
      )
    ),
  ])
}

private func json(of spread: Spread) -> JSONValue {
  .members([
    ("count", number(spread.count)), ("mean", .number(spread.mean)),
    (
      "quantiles",
      .array(
        zip(Spread.parts, spread.quantiles).map { .members([("part", .number($0)), ("value", .number($1))]) }
      )
    ),
  ])
}

private func number(_ count: Int) -> JSONValue { .number(Double(count)) }
