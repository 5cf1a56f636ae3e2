import Arguments
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

struct PacksWhereUsedSettings: Sendable {
  var common = CommonSettings()
  var ids: [String] = []
  var format = TextOrJSON.text
}

let packsWhereUsedCommand = Arguments.Command<PacksWhereUsedSettings, Workplace>(
  "where-used",
  abstract: "List every place in the packs that uses something, with file and line.",
  discussion: """
    ID is a source, fact, choice (written fact=choice), criterion, decision, option, rule, component, step, price, group \
    or pack. Uses behind derived facts, and between an option and its variants, name what stands between. Texts are \
    listed where they hold the id, or the title of an option. Exit status 1: something is used nowhere.
    """,
  examples: [
    ("advisor packs where-used AC-06", "what rests on a source"),
    ("advisor packs where-used comp.data_location=ch_only", "what a choice decides"),
    ("advisor packs where-used appuio-cloud --format json", "everything about an option, as data"),
  ],
  defaults: PacksWhereUsedSettings(),
  options: [.value("format", "FORMAT", help: "Text for people or data for programs", \.format)]
    + CommonSettings.options(in: \.common),
  operands: [.list("ID", min: 1, help: "What to look for", \.ids)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    guard let catalogue = session.loadCatalogue() else { return session.finish() }
    let index = UsageIndex(catalogue)
    var found: [UsedItem] = []
    for id in settings.ids {
      let items = index.items(named: id)
      if items.isEmpty {
        session.log.error(
          "unknown-id",
          "nothing is called \(quoted(id)) in the loaded packs",
          at: nil,
          help: nearest(id, in: index.ids).map { "did you mean '\($0)'?" }
            ?? "name a source, fact, fact=choice, option, rule or another item by its id"
        )
      }
      found += items
    }
    switch settings.format {
    case .json:
      let data = JSONValue.members([
        ("schemaVersion", .number(1)), ("items", .array(found.map { json(of: $0) })),
      ])
      workplace.console.output.print(data.pretty(), terminator: "")
    case .text:
      var screen = Screen(workplace.console, settings.common.color)
      for (place, item) in found.enumerated() {
        if place > 0 { screen.blank() }
        show(item, &screen)
      }
      workplace.console.output.print(screen.text, terminator: "")
    }
    return session.finish(found.allSatisfy { !$0.uses.isEmpty } ? .done : .no)
  }
)

private func show(_ item: UsedItem, _ screen: inout Screen) {
  let count = item.uses.count
  screen.line(
    screen.painted("\(item.kind.rawValue) \(item.id)", .bold),
    screen.painted(item.span.map { "  \(place($0))" } ?? "", .faint)
  )
  if count == 0 { screen.paragraph("is used nowhere", indent: 2, prefix: "! ", prefixPaint: .ask) }
  for use in item.uses { show(use, &screen) }
}

/// One use on two lines: who and how, then where.
func show(_ use: Usage, _ screen: inout Screen, indent: Int = 2) {
  let who = use.user == .text ? use.id : "\(use.user.rawValue) \(use.id)"
  let through = use.through.isEmpty ? "" : " (through \(use.through.joined(separator: ", ")))"
  screen.paragraph("\(who) \(use.how)\(through)", indent: indent)
  if let span = use.span { screen.paragraph(place(span), indent: indent + 2, .faint) }
}

/// File and line, as editors open them.
func place(_ span: SourceSpan) -> String { "\(span.file.name):\(span.start.line)" }

private func json(of item: UsedItem) -> JSONValue {
  .members([
    ("kind", .string(item.kind.rawValue)), ("id", .string(item.id)), ("place", item.span.map { jsonPlace($0) }),
    ("uses", .array(item.uses.map { json(of: $0) })),
  ])
}

func json(of use: Usage) -> JSONValue {
  .members([
    ("user", .string(use.user.rawValue)), ("id", .string(use.id)), ("pack", use.pack.map { .string($0) }),
    ("how", .string(use.how)), ("through", .array(use.through.map { .string($0) })),
    ("place", use.span.map { jsonPlace($0) }),
  ])
}

func jsonPlace(_ span: SourceSpan) -> JSONValue {
  let start = span.start
  return .members([
    ("file", .string(span.file.name)), ("line", .number(Double(start.line))),
    ("column", .number(Double(start.column))),
  ])
}
