import Arguments
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

struct PacksFormatSettings: Sendable {
  var common = CommonSettings()
  var paths: [String] = []
  var isRehearsal = false
}

let packsFormatCommand = Arguments.Command<PacksFormatSettings, Workplace>(
  "format",
  abstract: "Lay out the files of packs and profiles in the one canonical way.",
  discussion: """
    Keys in the order of the format, two spaces a level, what fits on one line. Only the layout changes: every number and \
    text stays as it is written, remarks ('x-…') come last. Without a path the packs of --rules (or ./Rules) and the \
    profiles in ./Profiles are laid out. A file that cannot be read as JSON is left alone.
    """,
  examples: [
    ("advisor packs format", "all files of ./Rules and ./Profiles, in place"),
    ("advisor packs format --check", "list what would change; exit status 1 if anything would"),
    ("advisor packs format Rules/appuio-cloud/rules-data.json", "one file"),
    ("advisor packs format - < profile.json", "from standard input to standard output"),
  ],
  defaults: PacksFormatSettings(),
  options: [.flag("check", help: "List the files that would change and write nothing", \.isRehearsal)]
    + CommonSettings.options(in: \.common),
  operands: [.list("PATH", help: "Files and folders", \.paths)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    let files = session.filesToFormat(settings)
    var changed: [SourceFile] = []
    for file in files {
      guard let document = parseJSON(file, into: &session.log) else { continue }
      let bytes = canonicalLayout(of: document, as: fileKind(of: document))
      if bytes != file.bytes || file.name == standardInput {
        changed.append(SourceFile(name: file.name, bytes: bytes))
      }
    }
    for file in changed {
      if settings.isRehearsal {
        if file.name != standardInput { workplace.console.output.print(sanitized(file.name)) }
      } else {
        session.write(file.bytes, to: file.name == standardInput ? "-" : file.name)
      }
    }
    let names = Set(files.map(\.name))
    if names != [standardInput] {
      let verb = settings.isRehearsal ? "would change" : "changed"
      workplace.console.talk.print("\(changed.count) of \(files.count) files \(verb)")
    }
    let isCanonical = changed.allSatisfy { new in files.contains { $0.name == new.name && $0.bytes == new.bytes } }
    return session.finish(settings.isRehearsal && !isCanonical ? .no : .done)
  }
)

private let standardInput = "standard input"

extension Session {
  /// The files named, all JSON files of folders named, or those of the packs and of ./Profiles; each once.
  fileprivate mutating func filesToFormat(_ settings: PacksFormatSettings) -> [SourceFile] {
    var files: [SourceFile] = []
    var paths = settings.paths
    if paths.isEmpty {
      files = writableFolders().flatMap { ($0.manifest.map { [$0] } ?? []) + $0.contents }
      if workplace.files.isDirectory("Profiles") { paths = ["Profiles"] }
    }
    for path in paths {
      guard path != "-", workplace.files.isDirectory(path) else {
        if let file = read(path) { files.append(file) }
        continue
      }
      switch workplace.files.list(path) {
      case .failure(let error): log.error("unreadable-file", error.sentence, at: nil)
      case .success(let listing):
        for problem in listing.problems { log.error("unreadable-file", problem.sentence, at: nil) }
        for name in listing.files {
          if let file = read(name) { files.append(file) }
        }
      }
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0.name).inserted }.sorted { idPrecedes($0.name, $1.name) }
  }
}
