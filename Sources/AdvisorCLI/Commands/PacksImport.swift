import Arguments
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

struct PacksImportSettings: Sendable {
  var common = CommonSettings()
  var lens = ""
  var output: String?
  var id: String?
  var force = false
  var format = DiagnosticFormatWord()
}

let packsImportCommand = Arguments.Command<PacksImportSettings, Workplace>(
  "import",
  abstract: "Make a pack of a custom lens of the AWS Well-Architected Tool.",
  discussion: """
    Questions become facts, every risk rule a rule that is true for the same answers, improvement plans steps of the \
    checklist. What has no place in a pack is listed with its place in the lens, and does not hinder the import; \
    after a mistake nothing is written. With warnings the exit status is 1, also where the pack was written. Without -o the lens is only checked.
    """,
  examples: [
    ("advisor packs import lens.json", "what would come of it, and what would be lost"),
    ("advisor packs import lens.json -o Rules/our-policy", "writes the pack"),
    ("advisor packs import lens.json -o Rules/our-policy --id our-policy --force", "again, after the lens has changed"),
  ],
  defaults: PacksImportSettings(),
  options: [
    .value("output", letter: "o", "PACKDIR", help: "Folder to write; nothing is written without it", \.output),
    .value("id", "ID", help: "Id of the pack; by default made from the name of the lens", \.id),
    .flag("force", help: "Replace the files of an earlier import", \.force),
    .value("format", "FORMAT", help: "How what cannot be carried over is shown", \.format),
  ] + CommonSettings.options(in: \.common),
  operands: [.one("LENS", help: "The lens as JSON; - for standard input", \.lens)],
  run: { settings, workplace in
    var session = Session(workplace, settings.common)
    var log = DiagnosticLog()
    let file = session.read(settings.lens)
    log.append(contentsOf: session.log)
    let pack = file.flatMap { parseJSON($0, into: &log) }.flatMap { importLens($0, id: settings.id, into: &log) }
    if let pack { checkAsPack(pack, settings.output ?? pack.id, &log) }
    if let output = settings.output, let pack, !log.hasErrors {
      checkFolder(output, for: pack, isForced: settings.force, workplace, &log)
    }
    let renderer = DiagnosticRenderer(
      version: "\(engineVersion)",
      isColored: settings.format.format.id == "text"
        && workplace.console.usesColor(settings.common.color, on: workplace.console.output),
      width: max(60, workplace.console.width())
    )
    workplace.console.output.print(renderer.render(log.sorted, as: settings.format.format), terminator: "")
    session.log = DiagnosticLog()
    if let pack, !log.hasErrors { finishImport(pack, settings.output, &session) }
    session.console.talk.print(summaryLine(of: log.sorted))
    return session.finish(log.hasErrors ? .wrongInput : log.warningCount > 0 ? .no : .done)
  }
)

/// Writes the pack, or tells what would be written.
private func finishImport(_ pack: ImportedPack, _ output: String?, _ session: inout Session) {
  let contents = pack.contents.joined(separator: ", ")
  guard let output else {
    session.console.talk.print("pack '\(pack.id)' would hold \(contents); name a folder with -o to write it")
    return
  }
  if case .failure(let error) = session.workplace.files.makeFolder(output) {
    session.log.error("unwritable-file", error.sentence, at: nil, help: "choose another folder")
    return
  }
  for file in pack.files where !session.log.hasErrors {
    session.write(file.bytes, to: FileSystem.join(output, file.name))
  }
  guard !session.log.hasErrors else { return }
  session.console.talk.print("pack '\(pack.id)' holds \(contents)")
  session.console.talk.print("next: name its maintainer in pack.json,")
  session.console.talk.print("then advisor packs check --rules \(sanitized(output))")
}

/// What is wrong with the pack as a pack; nothing, unless the lens holds something that nobody thought of.
private func checkAsPack(_ pack: ImportedPack, _ folder: String, _ log: inout DiagnosticLog) {
  let files = pack.files.map { SourceFile(name: FileSystem.join(folder, $0.name), bytes: $0.bytes) }
  let packFolder = PackFolder(name: folder, manifest: files.first, contents: Array(files.dropFirst()))
  _ = link([packFolder].compactMap { $0.decode(into: &log) }, into: &log)
}

/// Keeps an import from mixing with, or replacing, what is there already.
private func checkFolder(
  _ folder: String,
  for pack: ImportedPack,
  isForced: Bool,
  _ workplace: Workplace,
  _ log: inout DiagnosticLog
) {
  guard workplace.files.exists(folder) else { return }
  switch workplace.files.list(folder) {
  case .failure(let error): log.error("unwritable-file", error.sentence, at: nil, help: "choose another folder")
  case .success(let listing):
    let own = pack.files.map { FileSystem.join(folder, $0.name) }
    let others = listing.files.filter { !own.contains($0) }
    if let other = others.first {
      log.error(
        "file-exists",
        "\(quoted(folder)) holds \(quoted(other)), which is not of an import",
        at: nil,
        help: "choose another folder"
      )
    } else if !listing.files.isEmpty, !isForced {
      log.error(
        "file-exists",
        "\(quoted(folder)) holds a pack already",
        at: nil,
        help: "choose another folder, or add --force"
      )
    }
  }
}
