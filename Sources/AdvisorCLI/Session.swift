import Advice
import Assessing
import BuiltInRules
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

/// One run of a command: loads packs and profiles, keeps the problems, and says them.
struct Session {
  let workplace: Workplace
  let settings: CommonSettings
  var log = DiagnosticLog()
  /// Where the packs came from, as people should see it.
  private(set) var rulesOrigin = ""
  /// The folders of packs in use; empty for those built in.
  private(set) var ruleFolders: [String] = []

  init(_ workplace: Workplace, _ settings: CommonSettings) {
    self.workplace = workplace
    self.settings = settings
  }

  var console: Console { workplace.console }

  // MARK: Packs

  /// The packs in `--rules`, else in `ADVISOR_RULES`, else in `./Rules`, else those built into the program.
  mutating func loadPacks() -> [RulePack] {
    let folders = packFolders()
    var packs: [RulePack] = []
    for folder in folders {
      if let pack = folder.decode(into: &log) { packs.append(pack) }
    }
    return packs
  }

  /// Packs linked into one catalogue; nil if anything is wrong with them.
  mutating func loadCatalogue() -> Catalogue? {
    let packs = loadPacks()
    let catalogue = link(packs, into: &log)
    return log.hasErrors ? nil : catalogue
  }

  /// The files of the packs as they were read.
  mutating func packFolders() -> [PackFolder] {
    var roots = settings.rules
    if roots.isEmpty, let variable = console.environment["ADVISOR_RULES"], !variable.isEmpty {
      roots = variable.split(separator: ":").map(String.init)
    }
    if roots.isEmpty, workplace.files.isDirectory("Rules") { roots = ["Rules"] }
    if roots.isEmpty {
      rulesOrigin = "built in"
      return builtInFolders()
    }
    rulesOrigin = roots.joined(separator: ", ")
    ruleFolders = roots
    return roots.flatMap { folders(in: $0) }
  }

  private func builtInFolders() -> [PackFolder] {
    grouped(BuiltInRules.files.map { (path: $0.path, file: SourceFile(name: "Rules/\($0.path)", bytes: $0.content)) }) {
      "Rules/\($0)"
    }
  }

  mutating func folders(in root: String) -> [PackFolder] {
    let listing: FileSystem.Listing
    switch workplace.files.list(root) {
    case .failure(let error):
      log.error("unreadable-rules", error.sentence, at: nil, help: "name a folder that holds rule packs")
      return []
    case .success(let found): listing = found
    }
    for problem in listing.problems { log.error("unreadable-file", problem.sentence, at: nil) }
    var files: [(path: String, file: SourceFile)] = []
    for path in listing.files {
      if let file = read(path) {
        files.append((relative(path, to: root), file))
      }
    }
    // The folder may be one pack itself.
    if files.contains(where: { $0.path == "pack.json" }) {
      return [folder(named: root, files)]
    }
    let found = grouped(files) { FileSystem.join(root, $0) }
    if found.isEmpty {
      log.error(
        "no-packs",
        "no rule pack in \(quoted(root))",
        at: nil,
        help: "a pack is a folder with a file 'pack.json'"
      )
    }
    return found
  }

  private func relative(_ path: String, to root: String) -> String {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// Files by their first folder; files beside the folders belong to no pack.
  func grouped(
    _ files: [(path: String, file: SourceFile)],
    name: (String) -> String
  ) -> [PackFolder] {
    var byFolder: [String: [(path: String, file: SourceFile)]] = [:]
    for (path, file) in files {
      guard let slash = path.firstIndex(of: "/") else { continue }
      byFolder[String(path[..<slash]), default: []].append((String(path[path.index(after: slash)...]), file))
    }
    return byFolder.sorted { idPrecedes($0.key, $1.key) }.map { folder(named: name($0.key), $0.value) }
  }

  func folder(named name: String, _ files: [(path: String, file: SourceFile)]) -> PackFolder {
    PackFolder(
      name: name,
      manifest: files.first { $0.path == "pack.json" }?.file,
      contents: files.filter { $0.path != "pack.json" }.map(\.file)
    )
  }

  // MARK: Files

  /// A file, or standard input for `-`; reports why it cannot be read.
  mutating func read(_ path: String) -> SourceFile? {
    if path == "-" {
      return SourceFile(name: "standard input", bytes: console.readAllInput(limit: maximumJSONFileSize))
    }
    switch workplace.files.read(path, maximumJSONFileSize) {
    case .success(let bytes): return SourceFile(name: workplace.files.shown(path), bytes: bytes)
    case .failure(let error):
      log.error("unreadable-file", error.sentence, at: nil)
      return nil
    }
  }

  // MARK: Profiles

  /// A profile decoded and resolved; nil if anything is wrong with it.
  mutating func loadProfile(_ path: String, _ catalogue: Catalogue, isStrict: Bool = false) -> LinkedProfile? {
    read(path).flatMap { linkedProfile($0, catalogue, isStrict: isStrict) }
  }

  /// A profile from a file that was read; nil after reporting what is wrong with it.
  mutating func linkedProfile(_ file: SourceFile, _ catalogue: Catalogue, isStrict: Bool = false) -> LinkedProfile? {
    guard let document = parseJSON(file, into: &log), let profile = decodeProfile(document, into: &log) else {
      return nil
    }
    let linked = link(profile, with: catalogue, isStrict: isStrict, into: &log)
    return log.hasErrors ? nil : linked
  }

  /// Profile and packs together: the assessment and what follows from it. Nil after reporting what is wrong.
  ///
  /// - Parameters:
  ///   - examines: also find out what is settled and what would change it; takes a moment.
  ///   - relaxes: with that, also what would allow each variant that is excluded.
  ///   - plan: the random worlds that show how firm it is; nil leaves that out.
  mutating func recommend(
    _ path: String,
    isStrict: Bool = false,
    examines: Bool = false,
    relaxes: Bool = true,
    drawing plan: SamplingPlan? = nil
  ) -> Recommendation? {
    guard let catalogue = loadCatalogue(), let profile = loadProfile(path, catalogue, isStrict: isStrict) else {
      return nil
    }
    let assessment = assess(profile, compile(catalogue), date: date(for: profile.profile))
    let examined = examines ? assessment.examined(relaxes: relaxes) : assessment
    let recommendation = advise(plan.map { examined.measuringRobustness($0) } ?? examined)
    keepUntilTheEnd(recommendation)
    return recommendation
  }

  /// The day an assessment speaks of: `--date`, else the profile's, else SOURCE_DATE_EPOCH.
  func date(for profile: Profile?) -> CalendarDate? {
    if let date = settings.date?.date { return date }
    if let date = profile?.date { return date }
    guard let seconds = console.environment["SOURCE_DATE_EPOCH"].flatMap({ Int($0) }) else { return nil }
    return CalendarDate(days: Int((Double(seconds) / 86_400).rounded(.down)))
  }

  /// The language for people: `--lang`, else the profile's, else that of the locale, else English.
  func language(for profile: Profile?) -> Language {
    if let language = settings.language?.language { return language }
    if let language = profile?.language { return language }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { console.environment[$0] }.first { !$0.isEmpty }
    return locale.flatMap { Language(tag: $0.replacing("_", with: "-")) } ?? .en
  }

  // MARK: Ends

  /// Says all problems on standard error; the exit status is 2 if there are errors, else the given one.
  func finish(_ status: ExitStatus = .done) -> ExitStatus {
    sayProblems()
    if let failure = console.outputFailure() {
      console.talk.print("error: standard output: \(failure)")
      return .wrongInput
    }
    return log.hasErrors ? .wrongInput : status
  }

  /// How problems are told on standard error.
  var renderer: DiagnosticRenderer {
    DiagnosticRenderer(
      version: "\(engineVersion)",
      isColored: console.usesColor(settings.color, on: console.talk),
      width: max(60, console.width())
    )
  }

  private func sayProblems() {
    guard !log.diagnostics.isEmpty else { return }
    console.talk.print(renderer.render(log.sorted, as: .text), terminator: "")
    console.talk.print(summaryLine(of: log.sorted))
  }

  /// Writes a file, or reports why not; names the written file on standard error.
  mutating func write(_ bytes: [UInt8], to path: String) {
    if path == "-" {
      console.output.write(bytes)
      return
    }
    switch workplace.files.write(path, bytes) {
    case .success: console.talk.print("wrote \(sanitized(path))")
    case .failure(let error): log.error("unwritable-file", error.sentence, at: nil)
    }
  }
}
