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
    and also where the new packs can no longer read a profile. A profile that is broken by itself is left out; the others \
    are replayed, and the exit status is 2, as it is without any profile.
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
    let folders = settings.profileFolders(session)
    let profiles = session.profiles(in: folders)
    if profiles.read.isEmpty && !session.log.hasErrors { session.reportNoProfiles(in: folders) }
    let impact = Impact(
      from: old,
      to: new,
      profiles: profiles.read,
      unread: profiles.unread,
      date: settings.common.date?.date
    )
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
    return session.finish(settings.failure == .flips && impact.hasFlips ? .no : .done)
  }
)

extension PacksImpactSettings {
  /// The folders named, or else `Profiles` beside the new packs, or the old ones; beside those of the work tree if both are
  /// revisions. None if there is no such folder.
  fileprivate func profileFolders(_ session: Session) -> [String] {
    if !profiles.isEmpty { return profiles }
    let files = session.workplace.files
    let places = [new, old].compactMap { $0.split(separator: ":", maxSplits: 1).last.map(String.init) }
    guard let root = ([new, old] + places + ["Rules"]).first(where: { files.isDirectory($0) }) else { return [] }
    let folder = session.profilesFolder(besides: root)
    return files.isDirectory(folder) ? [folder] : []
  }
}

extension Session {
  /// Without a profile nothing was compared: that must not look like "nothing changes".
  fileprivate mutating func reportNoProfiles(in folders: [String]) {
    log.error(
      "no-profiles",
      folders.isEmpty
        ? "there is no folder of profiles to replay"
        : "there is no profile in \(folders.map { quoted($0) }.joined(separator: " or "))",
      at: nil,
      help: "name a folder of profiles with --profiles"
    )
  }

  /// One version of the packs, ready for use; nil after reporting what is wrong with it.
  fileprivate mutating func compiled(version: String, besides folder: String) -> CompiledRules? {
    guard let folders = packs(of: version, besides: folder) else { return nil }
    let decoded = folders.compactMap { $0.decode(into: &log) }
    if log.hasErrors { return nil }
    let catalogue = link(decoded, into: &log)
    return log.hasErrors ? nil : compile(catalogue)
  }
}
