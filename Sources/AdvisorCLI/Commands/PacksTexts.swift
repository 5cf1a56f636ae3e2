import Arguments
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

/// `advisor packs texts export|import`.
let packsTextsCommands = CommandTree<Workplace>.group(
  "texts",
  abstract: "Take the texts of the packs to a spreadsheet and back.",
  [.command(packsTextsExportCommand), .command(packsTextsImportCommand)]
)

struct PacksTextsExportSettings: Sendable {
  var common = CommonSettings()
  var csv: String?
  var hasMark = false
}

let packsTextsExportCommand = Arguments.Command<PacksTextsExportSettings, Workplace>(
  "export",
  abstract: "Write every text of the packs into a spreadsheet.",
  discussion: """
    One row for each title, reason, question, help, choice, step, note and so on, one column for each language. Change \
    cells in the columns of languages, fill in missing translations, or add a column for another language, and save as \
    CSV in UTF-8. The other columns say which text a row is: leave them as they are.

    A text that a spreadsheet could take for a formula has an apostrophe in front, which 'import' takes away again.
    """,
  examples: [
    ("advisor packs texts export --csv texts.csv", "all texts of ./Rules"),
    ("advisor packs texts export --csv texts.csv --bom", "for versions of Excel that garble umlauts otherwise"),
  ],
  defaults: PacksTextsExportSettings(),
  options: [
    .value("csv", "FILE", help: "File to write; standard output without it", \.csv),
    .flag("bom", help: "Begin the file with a byte order mark", \.hasMark),
  ] + CommonSettings.options(in: \.common),
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    guard let texts = session.loadTexts() else { return session.finish() }
    let bytes = TextSheet.sheet(of: texts.rows).bytes(hasMark: settings.hasMark)
    if let path = settings.csv { session.write(bytes, to: path) } else { workplace.console.output.write(bytes) }
    return session.finish()
  }
)

struct PacksTextsImportSettings: Sendable {
  var common = CommonSettings()
  var csv = ""
  var isRehearsal = false
  var isPartial = false
}

let packsTextsImportCommand = Arguments.Command<PacksTextsImportSettings, Workplace>(
  "import",
  abstract: "Bring texts that were changed in a spreadsheet back into the packs.",
  discussion: """
    Rows are recognised by pack, kind, item and key, so items may have moved since. Only changed texts are written; every \
    other byte of the files stays. If a row cannot be brought back (its item is gone, its text was changed in the files, \
    too, or its cell was emptied), nothing is written, unless you ask for the rest with --partial.
    """,
  examples: [
    ("advisor packs texts import --csv texts.csv --check", "show what would change; exit status 1 if anything would"),
    ("advisor packs texts import --csv texts.csv", "write the changes into ./Rules"),
  ],
  defaults: PacksTextsImportSettings(),
  options: [
    .value("csv", "FILE", help: "The spreadsheet, saved as CSV", \.csv),
    .flag("check", help: "Show the changes and write nothing", \.isRehearsal),
    .flag("partial", help: "Write what can be brought back, and leave out the rest", \.isPartial),
  ] + CommonSettings.options(in: \.common),
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    guard !settings.csv.isEmpty else {
      session.log.error("missing-file", "the spreadsheet must be named", at: nil, help: "add --csv FILE")
      return session.finish()
    }
    guard let texts = session.loadTexts(isForWriting: true), let file = session.read(settings.csv),
      let sheet = session.sheet(file)
    else { return session.finish() }
    let found = TextImport(sheet, rows: texts.rows, documents: texts.documents)
    for problem in found.problems { session.report(problem, in: file.name, isPartial: settings.isPartial) }
    if settings.isRehearsal {
      show(found, in: texts, "would change", settings, workplace)
      return session.finish(found.changes.isEmpty ? .done : .no)
    }
    if session.log.hasErrors {
      sayRefusal(found, workplace.console.talk)
      return session.finish()
    }
    do throws(JSONEdit.Failure) {
      let edited = try found.editedFiles()
      session.writeIfSound(edited.map(\.file), "the changes would break a pack")
    } catch {
      session.reportEditFailure(error)
    }
    if !session.log.hasErrors { show(found, in: texts, "changed", settings, workplace) }
    return session.finish(found.problems.isEmpty ? .done : .no)
  }
)

/// The texts of the loaded packs with the files they stand in.
struct LoadedTexts {
  var documents: [JSONDocument] = []
  var rows: [PackTextRow] = []
}

extension Session {
  /// All texts of packs that hold no mistake; nil after reporting.
  ///
  /// - Parameter isForWriting: whether the files will be changed, so that the built-in packs will not do.
  fileprivate mutating func loadTexts(isForWriting: Bool = false) -> LoadedTexts? {
    var texts = LoadedTexts()
    let folders = isForWriting ? writableFolders() : packFolders()
    for folder in folders {
      guard let pack = folder.decode(into: &log), let manifest = folder.manifest else { continue }
      let files = [manifest] + folder.contents.sorted { idPrecedes($0.name, $1.name) }
      // Whatever cannot be read was reported when the pack was decoded.
      var ignored = DiagnosticLog()
      let documents = files.compactMap { parseJSON($0, into: &ignored) }
      texts.documents += documents
      texts.rows += textRows(of: pack.id, in: documents)
    }
    return log.hasErrors ? nil : texts
  }

  fileprivate mutating func sheet(_ file: SourceFile) -> CSVSheet? {
    do throws(CSVSheet.Failure) {
      return try CSVSheet(bytes: file.bytes)
    } catch {
      let (sentence, help) =
        switch error {
        case .notUTF8: ("is not UTF-8", "save it as \"CSV UTF-8\"")
        case .empty: ("is empty", "save the sheet as CSV once more")
        case .openQuote(let line):
          ("has a quote in line \(line) that is never closed", "save the sheet as CSV once more")
        case .textBehindQuote(let line):
          ("has text behind a quoted cell in line \(line)", "double quotes inside a cell")
        case .tooManyCells(let line): ("has more cells in line \(line) than there are columns", "remove them")
        }
      log.error("unreadable-sheet", "\(quoted(file.name)) \(sentence)", at: nil, help: help)
      return nil
    }
  }

  /// - Parameter isPartial: whether the rest is written all the same, so that this is only a warning.
  fileprivate mutating func report(_ problem: TextImport.Problem, in sheet: String, isPartial: Bool) {
    func name(_ id: PackTextRow.Identity) -> String {
      "'\(sanitized(id.key))' of \(sanitized(id.kind)) \(quoted(id.item))"
    }
    func which(_ language: String) -> String { language.isEmpty ? "" : " (\(sanitized(language)))" }
    let row = "row \(problem.row) of \(quoted(sheet)): "
    var log = DiagnosticLog()
    switch problem.reason {
    case .missingColumn(let column):
      self.log.error(
        "missing-column",
        row + "the column '\(column)' is missing",
        at: nil,
        help: "export again, and keep the first row as it is"
      )
    case .unknownText(let id, let nearest):
      log.error(
        "unknown-text",
        row + "there is no \(name(id)) in pack \(quoted(id.pack))",
        at: nil,
        help: nearest.flatMap { $0 == id.item ? nil : "did you mean '\($0)'?" } ?? "remove the row, or export again"
      )
    case .repeated(let id, let other):
      log.error(
        "repeated-text",
        row + "\(name(id)) stands in row \(other), too, with other texts",
        at: nil,
        help: "keep one of the two rows"
      )
    case .changedTwice(let id, let language, let now):
      log.error(
        "text-changed-twice",
        row + "\(name(id)) was changed in its file, too, since the sheet was made\(which(language))",
        at: nil,
        help: "it is now \(quoted(now)): write that into the cell to keep it, or empty the cell 'base' to replace it"
      )
    case .emptied(let id, let language):
      log.error(
        "emptied-text",
        row + "\(name(id)) was emptied\(which(language))",
        at: nil,
        help: "write a text, or delete the text in its file"
      )
    case .mixed(let id):
      log.error(
        "mixed-text",
        row + "\(name(id)) is one text for all languages, or one per language, but not both",
        at: nil,
        help: "empty the cell 'text', or the cells of the languages"
      )
    }
    for found in log.diagnostics {
      let severity: Diagnostic.Severity = isPartial ? .warning : found.severity
      self.log.report(Diagnostic(severity, code: found.code, found.summary, at: nil, help: found.help))
    }
  }
}

/// Says that nothing came of an import, lest anybody takes it for done.
private func sayRefusal(_ found: TextImport, _ talk: Console.Stream) {
  let count = found.changes.count
  talk.print(
    "nothing was written"
      + (count == 0
        ? ""
        : ": \(count == 1 ? "1 changed text waits" : "\(count) changed texts wait"); --check shows what would change")
  )
}

/// What changes, text by text: on standard output.
///
/// - Parameter verb: what happens to the texts: "changed", "would change".
private func show(
  _ found: TextImport,
  in texts: LoadedTexts,
  _ verb: String,
  _ settings: PacksTextsImportSettings,
  _ workplace: Workplace
) {
  var screen = Screen(workplace.console, settings.common.color)
  for change in found.changes {
    let file = texts.documents.first { $0.file.name == change.file }?.file
    let line = file.map { ":\($0.position(at: change.range.lowerBound).line)" } ?? ""
    let language = change.language.isEmpty ? "" : " (\(change.language))"
    screen.line(
      screen.painted("\(change.identity.kind) \(change.identity.item), \(change.identity.key)\(language)", .bold),
      "  ",
      screen.painted("\(change.file)\(line)", .faint)
    )
    if let old = change.old { screen.paragraph(old, indent: 2, prefix: "- ", .bad) }
    if let new = change.new { screen.paragraph(new, indent: 2, prefix: "+ ", .good) }
  }
  func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
  let files = Set(found.changes.map(\.file)).count
  screen.line("\(count(found.changes.count, "text")) \(verb) in \(count(files, "file"))")
  if found.newerInFiles > 0 {
    let are = found.newerInFiles == 1 ? "is" : "are"
    screen.line("\(count(found.newerInFiles, "row")) \(are) older than the files and left alone")
  }
  if found.missingRows > 0 {
    screen.line("\(count(found.missingRows, "text")) without a row in the sheet: left as before")
  }
  workplace.console.output.print(screen.text, terminator: "")
}
