import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

/// The work of `packs new`.
extension Session {
  // MARK: A pack

  /// Writes the manifest of a new pack into a folder of its own.
  mutating func startPack(_ settings: PacksNewSettings) {
    let folders = packFolders()
    guard let catalogue = loadCatalogue() else { return }
    let root = settings.folder ?? (rulesOrigin == "built in" ? "Rules" : settings.common.rules.first ?? rulesOrigin)
    // Where the folder named is one pack, the new one stands beside it.
    let isOnePack = folders.contains { $0.name == root } && settings.folder == nil
    guard !isOnePack else {
      log.error(
        "ambiguous-folder",
        "\(quoted(root)) is a pack itself",
        at: nil,
        help: "name the folder for the new pack with --in"
      )
      return
    }
    // Without a wish, what holds the shared vocabulary: packs with decisions.
    var required = catalogue.packs.filter { !$0.content.decisions.isEmpty }
    if !settings.requires.isEmpty {
      required = catalogue.packs.filter { settings.requires.contains($0.id) }
      for id in settings.requires where !catalogue.packs.contains(where: { $0.id == id }) {
        reportUnknown("pack", id, catalogue.packs.map(\.id))
      }
    }
    if rulesOrigin == "built in" { required = [] }
    do throws(TemplateProblem) {
      let manifest = try Templates.pack(settings.name, requires: required, in: catalogue)
      let folder = FileSystem.join(root, settings.name)
      guard !log.hasErrors, isFree(folder) else { return }
      if case .failure(let error) = workplace.files.makeFolder(folder) {
        log.error("unwritable-file", error.sentence, at: nil)
        return
      }
      let text = JSONLayout(openLevels: 2).text(manifest) + "\n"
      write(Array(text.utf8), to: FileSystem.join(folder, "pack.json"))
      sayNext(
        "advisor packs new option ID --in \(settings.name)",
        "or a rule, question or test; see 'advisor packs new --help'. The version is 0.1.0 until you raise it to 1.0.0 for "
          + "the release"
      )
    } catch {
      report(error)
    }
  }

  private mutating func isFree(_ path: String) -> Bool {
    guard workplace.files.exists(path) else { return true }
    log.error(
      "file-exists",
      "\(quoted(path)) is there already",
      at: nil,
      help: "choose another id, or another folder with --in"
    )
    return false
  }

  // MARK: An item

  /// Adds an item to a pack.
  mutating func addItem(_ kind: NewKindWord, _ settings: PacksNewSettings) {
    let folders = writableFolders()
    guard !log.hasErrors, let catalogue = loadCatalogue(), let target = target(settings, folders) else { return }
    let templates = Templates(catalogue, pack: target.pack, settings.wishes)
    do throws(TemplateProblem) {
      let scaffold: Scaffold?
      switch kind {
      case .pack: scaffold = nil
      case .option: scaffold = try templates.option(settings.name)
      case .rule: scaffold = try templates.rule(settings.name)
      case .question: scaffold = try templates.question(settings.name)
      case .test: scaffold = try testScaffold(settings, templates, catalogue)
      }
      guard let scaffold else { return }
      place(scaffold, in: target.folder, kind, settings)
    } catch {
      report(error)
    }
  }

  private mutating func place(
    _ scaffold: Scaffold,
    in folder: PackFolder,
    _ kind: NewKindWord,
    _ settings: PacksNewSettings
  ) {
    do throws(JSONEdit.Failure) {
      let files = try scaffold.placed(in: folder)
      let known = folder.contents.map(\.name)
      for file in files where !known.contains(file.name) && !isFree(file.name) { return }
      writeIfSound(files, "the new \(kind.rawValue) would break a pack")
      if log.hasErrors { return }
      switch kind {
      case .pack: break
      case .question: sayNext("advisor packs new rule ID --in … --when FACT=VALUE", "for what follows from the answer")
      case .option:
        sayNext("advisor packs check", "it also lists the rules of other packs that say nothing about it yet")
      case .rule:
        sayNext(
          "advisor packs check",
          "replace the texts and the source first, then add a test: advisor packs new test"
        )
      case .test:
        let contrary = settings.isContrary ? nil : settings.rule
        sayNext(
          "advisor packs test",
          "the test expects what comes out today: see whether it should"
            + (contrary.map { "; the contrary case: advisor packs new test … --rule \($0) --not" } ?? "")
        )
      }
    } catch {
      reportEditFailure(error)
    }
  }

  private func sayNext(_ command: String, _ words: String) {
    console.talk.print("next: \(command)\n      \(words)")
  }

  /// The pack to add to: by id, by folder, or the only one there is.
  private mutating func target(
    _ settings: PacksNewSettings,
    _ folders: [PackFolder]
  ) -> (pack: String, folder: PackFolder)? {
    var ignored = DiagnosticLog()
    let packs = folders.compactMap { folder in folder.decode(into: &ignored).map { (pack: $0.id, folder: folder) } }
    guard let wish = settings.folder else {
      if packs.count == 1 { return packs[0] }
      log.error(
        "missing-pack-name",
        "it must be said which pack to add to",
        at: nil,
        help: "add --in with one of: \(packs.map(\.pack).joined(separator: ", "))"
      )
      return nil
    }
    func trimmed(_ path: String) -> Substring { path.hasSuffix("/") ? path.dropLast() : path[...] }
    if let found = packs.first(where: { $0.pack == wish || trimmed($0.folder.name) == trimmed(wish) }) { return found }
    reportUnknown("pack", wish, packs.map(\.pack))
    return nil
  }

  // MARK: Problems

  private mutating func report(_ problem: TemplateProblem) {
    switch problem {
    case .notAnID(let text):
      log.error(
        "invalid-id",
        "\(quoted(text)) is not an id",
        at: nil,
        help: "use letters and digits, separated by single '.', '-' or '_'"
      )
    case .taken(let kind, let name):
      log.error(
        "taken-id",
        "\(kind) '\(name.id)' is there already",
        at: name.span,
        help: "choose another id; nothing is overwritten"
      )
    case .unknown(let kind, let id, let known): reportUnknown(kind, id, known)
    case .nothing(let kind):
      log.error(
        "nothing-to-name",
        "there is no \(kind) that the pack can name",
        at: nil,
        help: "add one first, or name the pack that holds it in 'requires' of pack.json"
      )
    }
  }

  private mutating func reportUnknown(_ kind: String, _ id: String, _ known: [String]) {
    let list = known.sorted(by: idPrecedes)
    log.error(
      "unknown-name",
      "there is no \(kind) \(quoted(id)) that could be named here",
      at: nil,
      help: nearest(id, in: list).map { "did you mean '\($0)'?" }
        ?? (list.isEmpty ? nil : "there are: \(list.prefix(12).joined(separator: ", "))\(list.count > 12 ? " …" : "")")
    )
  }
}
