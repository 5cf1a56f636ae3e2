import Arguments
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

struct PacksCheckSettings: Sendable {
  var common = CommonSettings()
  var format = DiagnosticFormatWord()
  var showsNotes = false
}

/// A way to show problems, as a word of the command line.
struct DiagnosticFormatWord: ArgumentValue {
  let format: DiagnosticFormat

  init() { format = .text }

  init?(argument: String) {
    guard let format = DiagnosticFormat.named(argument) else { return nil }
    self.format = format
  }

  var argument: String { format.id }
  static var choices: [String] { DiagnosticFormat.all.map(\.id) }
}

let packsCheckCommand = Arguments.Command<PacksCheckSettings, Workplace>(
  "check",
  abstract: "Report everything that is wrong or suspicious in the packs.",
  discussion: """
    Mistakes make the exit status 2, findings make it 1. Notes do not count; in the formats for people and in \
    annotations (text, oneline, github) they are only counted, unless --notes asks for them. 'advisor packs explain CODE' tells more about a finding.
    """,
  examples: [
    ("advisor packs check", "the packs of ./Rules"),
    ("advisor packs check --notes", "also what is only worth a look"),
    ("advisor packs check --format github", "annotations in a pipeline"),
    ("advisor packs check --date 2027-06-01", "what will be due for review by then"),
  ],
  defaults: PacksCheckSettings(),
  options: [
    .flag("notes", help: "Show notes too; json and sarif always hold them", \.showsNotes),
    .value("format", "FORMAT", help: "How problems are shown", \.format),
  ] + CommonSettings.options(in: \.common),
  operands: [.list("RULES", help: CommonSettings.packFoldersHelp, \.common.rules)],
  run: { settings, workplace in
    var session = Session(workplace, settings.common)
    let packs = session.loadPacks()
    var log = session.log
    let catalogue = link(packs, into: &log)
    let date = session.date(for: nil)
    if !log.hasErrors {
      checkTests(of: catalogue, into: &log)
      for finding in check(catalogue, date: date) { log.report(finding) }
    }
    let format = settings.format.format
    let renderer = DiagnosticRenderer(
      version: "\(engineVersion)",
      isColored: format.id == "text"
        && workplace.console.usesColor(settings.common.color, on: workplace.console.output),
      width: max(60, workplace.console.width()),
      pointer: pointer,
      explanation: explanation(of:),
      omissions: omissions(hasErrors: log.hasErrors, date)
    )
    let shown =
      ["json", "sarif"].contains(format.id) || settings.showsNotes
      ? log.sorted : log.sorted.filter { $0.severity != .note }
    workplace.console.output.print(renderer.render(shown, as: format), terminator: "")
    sayWhatWasChecked(catalogue, log, date, session)
    if shown.count < log.sorted.count { session.console.talk.print(countOfNotes(log.sorted)) }
    let status: ExitStatus = log.hasErrors ? .wrongInput : log.warningCount > 0 ? .no : .done
    session.log = DiagnosticLog()
    let ending = session.finish(status)
    return ending
  }
)

/// The JSON pointer of a place, found by reading its file again.
private func pointer(_ span: SourceSpan) -> String? {
  var log = DiagnosticLog()
  return parseJSON(span.file, into: &log).map { jsonPointer(to: span.range.lowerBound, in: $0) }
}

/// How much was checked, and what was not: on standard error.
private func sayWhatWasChecked(_ catalogue: Catalogue, _ log: DiagnosticLog, _ date: CalendarDate?, _ session: Session)
{
  let talk = session.console.talk
  talk.print(
    "checked \(catalogue.packs.count == 1 ? "1 pack" : "\(catalogue.packs.count) packs") (\(sanitized(session.rulesOrigin))): "
      + "\(catalogue.rules.count) rules, \(catalogue.facts.count) facts, \(catalogue.steps.count) steps, "
      + "\(catalogue.sources.count) sources: \(summaryLine(of: log.sorted))"
  )
  for item in catalogue.skipped {
    talk.print(
      "skipped: \(item.kind) \(sanitized(item.id)), since pack \(item.missing.joined(separator: ", ")) is not loaded"
    )
  }
  for item in catalogue.disabled {
    talk.print("skipped: rule \(sanitized(item.rule.id)), since an adjustment switches it off")
  }
  for sentence in omissions(hasErrors: log.hasErrors, date) { talk.print(sentence) }
}

/// How many notes of each kind are not shown.
private func countOfNotes(_ problems: [Diagnostic]) -> String {
  let codes = problems.filter { $0.severity == .note }.map(\.code)
  let counts = Set(codes).sorted(by: idPrecedes).map { code in "\(code) \(codes.count { $0 == code })" }
  return "notes, shown by --notes: " + counts.joined(separator: ", ")
}

/// What was not looked at: one sentence each.
private func omissions(hasErrors: Bool, _ date: CalendarDate?) -> [String] {
  guard !hasErrors else { return ["not checked for suspicious content, since there are errors"] }
  return Check.notRun(date: date).map { "not checked: \($0.code): \($0.reason)" }
}

/// What `packs explain` tells about a code, in short.
private func explanation(of code: String) -> (summary: String, text: String)? {
  if let check = Check.named(code) { return (check.summary, check.rationale) }
  return DiagnosticCode.named(code).map { code in
    (code.summary, code.explanation.split(separator: "\n").joined(separator: " "))
  }
}
