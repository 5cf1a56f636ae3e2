import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct PacksImpactSettings: Sendable {
  var common = CommonSettings()
  var old = ""
  var new = ""
  var profiles: [String] = []
  var output: String?
  var failure = FailureWord.none
  var showsAll = false
  var format = TextOrJSON.text
}

/// What makes the exit status 1, as a word of the command line.
enum FailureWord: String, CaseIterable, ArgumentValue {
  case none
  case flips
}

let packsImpactCommand = Arguments.Command<PacksImpactSettings, Workplace>(
  "impact",
  abstract: "Show what a new version of the packs changes for past cases, and which rules do it.",
  discussion: """
    OLD and NEW are folders of packs, or revisions of a git repository: 'v1.0.0' means the folder that the other operand \
    names as it stood then, 'v1.0.0:Rules' names the folder, too. Every profile is assessed under both versions. A rule's \
    part in a change is the difference of its contributions. Former ids of profiles are mapped by the 'renamed' tables of \
    the packs. A recommendation that becomes another one, or none, flips; with --fail-on flips the exit status is then 1, \
    and also where a profile can no longer be read.
    """,
  examples: [
    ("advisor packs impact HEAD Rules --profiles Profiles", "what the changes since the last commit do"),
    ("advisor packs impact v1.0.0 Rules --profiles Vault -o impact.html", "a page to go through before a release"),
    ("advisor packs impact old new --profiles Vault --fail-on flips", "for a pipeline"),
  ],
  defaults: PacksImpactSettings(),
  options: [
    .list("profiles", "DIR", help: "Folder of profiles; by default Profiles beside the new packs", \.profiles),
    .value("output", letter: "o", "FILE", help: "Page to write (.html)", \.output),
    .value("fail-on", "WHAT", help: "What makes the exit status 1", \.failure),
    .flag("all", help: "Also list profiles for which nothing changes, and all changed texts", \.showsAll),
    .value("format", "FORMAT", help: "Text for people or data for programs", \.format),
  ] + CommonSettings.options(in: \.common),
  operands: [
    .one("OLD", help: "The packs as they were: a folder or a git revision", \.old),
    .one("NEW", help: "The packs as they are to be: a folder or a git revision", \.new),
  ],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    session.checkPageName(settings.output)
    guard !session.log.hasErrors,
      let old = session.compiled(version: settings.old, besides: settings.new),
      let new = session.compiled(version: settings.new, besides: settings.old)
    else { return session.finish() }
    let profiles = session.profiles(in: settings.profileFolders(session))
    if session.log.hasErrors { return session.finish() }
    let impact = Impact(from: old, to: new, profiles: profiles, date: settings.common.date?.date)
    if let output = settings.output {
      session.write(Array(ImpactPage.render(impact, old: settings.old, new: settings.new).utf8), to: output)
    } else {
      switch settings.format {
      case .json: workplace.console.output.print(json(of: impact).pretty(), terminator: "")
      case .text:
        var page = ImpactScreen(screen: Screen(workplace.console, settings.common.color))
        page.show(impact, all: settings.showsAll)
        workplace.console.output.print(page.screen.text, terminator: "")
      }
    }
    if profiles.isEmpty {
      workplace.console.talk.print("no profile was replayed: name a folder of profiles with --profiles")
    }
    return session.finish(settings.failure == .flips && impact.hasFlips ? .no : .done)
  }
)

extension PacksImpactSettings {
  /// The folders named, or else `Profiles` beside the new packs (or the old ones, if the new ones are a revision), if there
  /// is one.
  fileprivate func profileFolders(_ session: Session) -> [String] {
    if !profiles.isEmpty { return profiles }
    let files = session.workplace.files
    guard let root = [new, old].first(where: { files.isDirectory($0) }) else { return [] }
    let folder = session.profilesFolder(besides: root)
    return files.isDirectory(folder) ? [folder] : []
  }
}

extension Session {
  /// One version of the packs, ready for use; nil after reporting what is wrong with it.
  fileprivate mutating func compiled(version: String, besides folder: String) -> CompiledRules? {
    guard let folders = packs(of: version, besides: folder) else { return nil }
    let decoded = folders.compactMap { $0.decode(into: &log) }
    if log.hasErrors { return nil }
    let catalogue = link(decoded, into: &log)
    return log.hasErrors ? nil : compile(catalogue)
  }
}

/// The impact in words: cases first, then what the packs say differently.
private struct ImpactScreen {
  var screen: Screen
  let words = ImpactWords()

  mutating func show(_ impact: Impact, all: Bool) {
    screen.line(screen.painted(words.profiles(impact.replays.count), .bold))
    for line in words.summary(impact) { screen.paragraph(line, indent: 2) }
    for replay in impact.replays where replay.isAffected || all { show(replay) }
    screen.heading("What the packs say differently")
    if impact.difference.isEmpty { screen.paragraph("nothing", indent: 2) }
    for line in words.summary(impact.difference) { screen.paragraph(line, indent: 2) }
    for item in impact.difference.items { show(item, all: all) }
  }

  private mutating func show(_ replay: ProfileReplay) {
    screen.heading("\(replay.title) (\(replay.name))")
    if let failure = replay.failure {
      screen.paragraph("cannot be read by the \(failure.side.rawValue) packs:", indent: 2, .bad)
      for problem in failure.problems { screen.paragraph(problem.summary, indent: 4) }
    }
    if !replay.isAffected { screen.paragraph("nothing changes", indent: 2, .faint) }
    for decision in replay.decisions where decision.effect != .same || !decision.changes.isEmpty { show(decision) }
    for renaming in replay.renamed {
      screen.paragraph("\(renaming.kind) \(renaming.from) is now \(renaming.to ?? "")", indent: 2)
    }
    for dropped in replay.dropped {
      screen.paragraph(words.dropped(dropped), indent: 2, prefix: "! ", prefixPaint: .ask)
    }
    if !replay.addedSteps.isEmpty {
      screen.paragraph("new on the checklist: \(replay.addedSteps.joined(separator: ", "))", indent: 2)
    }
    if !replay.removedSteps.isEmpty {
      screen.paragraph("no longer on the checklist: \(replay.removedSteps.joined(separator: ", "))", indent: 2)
    }
  }

  private mutating func show(_ decision: DecisionImpact) {
    let fixed = decision.isDecidedByProfile ? " (fixed by the profile all the same)" : ""
    let paint: Screen.Paint = decision.effect.isFlip ? .bad : decision.effect == .moves ? .faint : .ask
    screen.paragraph("\(decision.id) \(decision.effect.words)\(fixed)", indent: 2, paint)
    screen.paragraph(words.outcome(decision.old), indent: 4, prefix: "- ", prefixPaint: .bad)
    screen.paragraph(words.outcome(decision.new), indent: 4, prefix: "+ ", prefixPaint: .good)
    // A mere move has many fathers; the strongest say enough here, and --format json has them all.
    let shown = decision.effect == .moves ? 3 : 8
    for cause in decision.causes.prefix(shown) { screen.paragraph(words.cause(cause), indent: 4, prefix: "· ") }
    if decision.causes.count > shown {
      screen.paragraph("and \(decision.causes.count - shown) more", indent: 6, .faint)
    }
    for change in decision.changes {
      screen.paragraph(words.change(change), indent: 4, prefix: "! ", prefixPaint: .ask)
    }
  }

  private mutating func show(_ item: ItemDifference, all: Bool) {
    let former = item.formerID.map { " (was \($0))" } ?? ""
    let mark = [.added: "+ ", .removed: "- ", .changed: "~ "][item.change] ?? ""
    screen.paragraph("\(item.kind.rawValue) \(item.id)\(former)", indent: 2, prefix: mark, .bold)
    for aspect in item.aspects {
      guard all || !aspect.isText else {
        screen.paragraph("\(aspect.name): another text", indent: 6)
        continue
      }
      screen.paragraph("\(aspect.name): \(aspect.old ?? "–") → \(aspect.new ?? "–")", indent: 6)
    }
  }
}

extension ItemDifference.Aspect {
  /// Whether it is prose, whose change takes a page to show.
  fileprivate var isText: Bool { max(old?.count ?? 0, new?.count ?? 0) > 120 }
}
