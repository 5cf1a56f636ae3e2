import Arguments
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

struct PacksReviewSettings: Sendable {
  var common = CommonSettings()
  var due: DateWord?
  var ids: [String] = []
  var stamps = false
  var stampsAll = false
  var removesReviewBy = false
  var isRehearsal = false
  var format = TextOrJSON.text
}

let packsReviewCommand = Arguments.Command<PacksReviewSettings, Workplace>(
  "review",
  abstract: "List the sources that are due for review, and stamp those that were read again.",
  discussion: """
    A source is due by its 'reviewBy', else 12 months after 'reviewed'. With --stamp the key 'reviewed' of the sources \
    named is set to --date in the files of the packs, with --stamp-all that of every source due; nothing else in the files \
    changes, and the changed lines are shown.
    """,
  examples: [
    ("advisor packs review --due 2027-06-01", "what has to be read again by June, with what rests on it"),
    ("advisor packs review --stamp AC-06 SP-01 --date 2027-05-20", "these two were read on that day"),
    ("advisor packs review --due 2027-06-01 --stamp-all --date 2027-05-20 --dry-run", "show what would be written"),
  ],
  defaults: PacksReviewSettings(),
  options: [
    .value("due", "YYYY-MM-DD", help: "List what is due by that day; without it by --date", \.due),
    .flag("stamp", help: "Set 'reviewed' of the sources named", \.stamps),
    .flag("stamp-all", help: "Set 'reviewed' of all sources due", \.stampsAll),
    .flag("remove-review-by", help: "Also take out a 'reviewBy' that the stamp overtakes", \.removesReviewBy),
    .flag("dry-run", help: "Show the changes and write nothing", \.isRehearsal),
    .value("format", "FORMAT", help: "Text for people or data for programs", \.format),
  ] + CommonSettings.options(in: \.common),
  operands: [.list("ID", help: "Sources to stamp, or to list alone", \.ids)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    guard let catalogue = session.loadCatalogue(), let day = settings.dueDay(&session) else { return session.finish() }
    let index = UsageIndex(catalogue)
    var due = dueSources(of: catalogue, by: day, index)
    for id in settings.ids where catalogue.source(id) == nil {
      session.log.error(
        "unknown-source",
        "source \(quoted(id)) is not defined",
        at: nil,
        help: nearest(id, in: catalogue.sources.map(\.id)).map { "did you mean '\($0)'?" }
      )
    }
    if !settings.ids.isEmpty { due = due.filter { settings.ids.contains($0.id) } }
    let edited = settings.edits(catalogue, due, &session)
    if session.log.hasErrors { return session.finish() }
    switch settings.format {
    case .json: workplace.console.output.print(json(due, day, edited).pretty(), terminator: "")
    case .text:
      var screen = Screen(workplace.console, settings.common.color)
      if let edited { show(edited, settings, &screen) } else { show(due, by: day, &screen) }
      workplace.console.output.print(screen.text, terminator: "")
    }
    if !settings.isRehearsal {
      session.writeIfSound((edited ?? []).map(\.after), "the packs would not be sound with these stamps")
    }
    return session.finish()
  }
)

extension PacksReviewSettings {
  /// The day by which sources are due; reports if none is named, or no day for a stamp.
  fileprivate func dueDay(_ session: inout Session) -> CalendarDate? {
    if stamps || stampsAll, common.date == nil {
      session.log.error(
        "missing-date",
        "no day of the review is named",
        at: nil,
        help: "add --date with the day on which the sources were read"
      )
      return nil
    }
    if let day = due?.date ?? session.date(for: nil) { return day }
    session.log.error(
      "missing-date",
      "no day is named",
      at: nil,
      help: "add --due with a day, such as --due 2027-06-01"
    )
    return nil
  }

  /// The files with stamps; nil if none was asked for. Reports what is in the way.
  fileprivate func edits(_ catalogue: Catalogue, _ due: [DueSource], _ session: inout Session) -> [EditedFile]? {
    guard stamps || stampsAll else { return nil }
    if session.ruleFolders.isEmpty {
      session.log.error(
        "built-in-packs",
        "the packs built into the program cannot be changed",
        at: nil,
        help: "name the folder of your packs with --rules"
      )
    }
    if stamps && ids.isEmpty {
      session.log.error(
        "missing-source",
        "no source is named to be stamped",
        at: nil,
        help: "write the ids of those that were read, or --stamp-all"
      )
    }
    guard let date = common.date?.date else { return nil }
    let wanted = stamps ? ids : due.map(\.id)
    let outcome = ReviewStamp(wanted, on: date, removingReviewBy: removesReviewBy).apply(to: catalogue)
    for source in outcome.reviewedLater {
      session.log.error(
        "review-before-last-review",
        "source '\(source.id)' was last reviewed after \(date)",
        at: source.name.span,
        help: "name the day of the new review with --date"
      )
    }
    for source in outcome.stillDue {
      session.log.warning(
        "review-stays-due",
        "source '\(source.id)' stays due, since its 'reviewBy' does not lie behind \(date)",
        at: source.name.span,
        help: "set a later day there, or add --remove-review-by"
      )
    }
    return outcome.files
  }
}

private func show(_ due: [DueSource], by day: CalendarDate, _ screen: inout Screen) {
  if due.isEmpty { screen.line("no source is due by \(day)") }
  var pack = ""
  for item in due {
    if item.source.header.pack != pack {
      pack = item.source.header.pack
      screen.heading("\(pack): \(due.count { $0.source.header.pack == pack }) due by \(day)")
    }
    let when = item.dueOn.map { "due on \($0)" } ?? "never reviewed"
    let paint: Screen.Paint = item.dueOn.map { $0 < day } ?? true ? .bad : .ask
    screen.line("  ", screen.painted(item.id, .bold), "  ", screen.painted(when, paint))
    if let title = item.source.title { screen.paragraph(title.text(in: .en), indent: 4) }
    if let url = item.source.url { screen.paragraph(url, indent: 4, .link) }
    if let span = item.source.name.span { screen.paragraph(place(span), indent: 4, .faint) }
    if item.uses.isEmpty { screen.paragraph("nothing rests on it", indent: 4, .faint) }
    let byUser = Dictionary(grouping: item.uses) { $0.user }
    for user in Usage.User.allCases {
      guard let uses = byUser[user] else { continue }
      screen.paragraph("\(user.rawValue): \(uses.map(\.id).joined(separator: ", "))", indent: 4)
    }
  }
  if !due.isEmpty { screen.heading("\(due.count) due by \(day)") }
}

private func show(_ files: [EditedFile], _ settings: PacksReviewSettings, _ screen: inout Screen) {
  if files.isEmpty { screen.line("nothing to change: the sources carry that day already") }
  for file in files {
    for change in file.changes {
      screen.line(screen.painted("\(file.before.name):\(change.line)", .faint))
      for line in change.old { screen.line(screen.painted("- \(line)", .bad)) }
      for line in change.new { screen.line(screen.painted("+ \(line)", .good)) }
    }
  }
  if settings.isRehearsal && !files.isEmpty { screen.line("nothing written, since this is a dry run") }
}

private func json(_ due: [DueSource], _ day: CalendarDate, _ edited: [EditedFile]?) -> JSONValue {
  .members([
    ("schemaVersion", .number(1)), ("dueBy", .string("\(day)")),
    (
      "due",
      .array(
        due.map { item in
          .members([
            ("id", .string(item.id)), ("pack", .string(item.source.header.pack)),
            ("dueOn", item.dueOn.map { .string("\($0)") } ?? .null),
            ("reviewed", item.source.reviewed.map { .string("\($0)") } ?? .null),
            ("url", item.source.url.map { .string($0) }), ("place", item.source.name.span.map { jsonPlace($0) }),
            ("uses", .array(item.uses.map { json(of: $0) })),
          ])
        }
      )
    ),
    (
      "changes",
      edited.map { files in
        .array(
          files.flatMap { file in
            file.changes.map { change in
              .members([
                ("file", .string(file.before.name)), ("line", .number(Double(change.line))),
                ("old", .array(change.old.map { .string($0) })), ("new", .array(change.new.map { .string($0) })),
              ])
            }
          }
        )
      }
    ),
  ])
}
