import Arguments
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct PacksListSettings: Sendable {
  var common = CommonSettings()
  var format = TextOrJSON.text
}

let packsListCommand = Arguments.Command<PacksListSettings, Workplace>(
  "list",
  abstract: "List the loaded packs with what they hold and where they come from.",
  examples: [("advisor packs list", "the packs of ./Rules, or those built in")],
  defaults: PacksListSettings(),
  options: [.value("format", "FORMAT", help: "Text for people or data for programs", \.format)]
    + CommonSettings.options(in: \.common),
  operands: [.list("RULES", help: CommonSettings.packFoldersHelp, \.common.rules)],
  run: { settings, workplace in
    var session = Session(workplace, settings.common)
    guard let catalogue = session.loadCatalogue() else { return session.finish() }
    switch settings.format {
    case .json: workplace.console.output.print(packsJSON(catalogue, session.rulesOrigin).pretty(), terminator: "")
    case .text:
      var screen = Screen(workplace.console, settings.common.color)
      let language = session.language(for: nil)
      screen.line(screen.painted("Packs: \(session.rulesOrigin)", .faint))
      for pack in catalogue.packs {
        screen.line(
          screen.painted(pack.id.fitted(28), .bold),
          "\(pack.manifest.version)".fitted(10),
          screen.painted(pack.manifest.title.text(in: language))
        )
        screen.paragraph(contents(of: pack), indent: 28, .faint)
        screen.paragraph("sha256 \(pack.digest)", indent: 28, .faint)
      }
      for item in catalogue.skipped {
        let missing = item.missing.joined(separator: ", ")
        screen.paragraph("skipped: \(item.kind) \(item.id), since pack \(missing) is not loaded", indent: 2)
      }
      for rule in catalogue.disabled {
        screen.paragraph("disabled: rule \(rule.rule.id): \(rule.adjustment.because.text(in: language))", indent: 2)
      }
      workplace.console.output.print(screen.text, terminator: "")
    }
    return session.finish()
  }
)

/// How many items of each kind a pack holds.
private func counts(of pack: RulePack) -> [(kind: String, count: Int)] {
  let content = pack.content
  return [
    ("facts", content.facts.count), ("criteria", content.criteria.count), ("decisions", content.decisions.count),
    ("options", content.options.count), ("rules", content.rules.count), ("components", content.components.count),
    ("steps", content.steps.count), ("prices", content.prices.count), ("sources", content.sources.count),
    ("tests", content.tests.count),
  ]
}

private func contents(of pack: RulePack) -> String {
  counts(of: pack).filter { $0.count > 0 }.map { item in
    let one = item.kind == "criteria" ? "criterion" : String(item.kind.dropLast())
    return item.count == 1 ? "1 \(one)" : "\(item.count) \(item.kind)"
  }.joined(separator: ", ")
}

private func packsJSON(_ catalogue: Catalogue, _ origin: String) -> JSONValue {
  .members([
    ("schemaVersion", .number(1)),
    ("engine", .string("\(engineVersion)")),
    ("origin", .string(origin)),
    (
      "packs",
      .array(
        catalogue.packs.map { pack in
          .members([
            ("id", .string(pack.id)), ("version", .string("\(pack.manifest.version)")),
            ("sha256", .string(pack.digest)),
            ("items", .members(counts(of: pack).map { ($0.kind, .number(Double($0.count))) })),
          ])
        }
      )
    ),
    (
      "skipped",
      .array(catalogue.skipped.map { .members([("kind", .string($0.kind)), ("id", .string($0.id))]) })
    ),
  ])
}
