import Arguments
import Batching
import Diagnostics
import RuleCompiler
import RuleModel

struct BatchSettings: Sendable {
  var common = CommonSettings()
  var paths: [String] = []
  var output: String?
  var fields = BatchFields.short
  var jobs: JobCount?
  var skip = LineCount(lines: 0)
  var failsFast = false
  var isStrict = false
}

extension BatchFields: ArgumentValue {
  package init?(argument: String) { self.init(words: argument) }
  package var argument: String { words }
  package static var expectation: String {
    "short, all, or some of \(all.map(\.name).joined(separator: ",")), separated by commas"
  }
}

/// A number of threads as a word of the command line.
struct JobCount: ArgumentValue {
  let jobs: Int

  init?(argument: String) {
    guard let jobs = Int(argument), (1...1024).contains(jobs) else { return nil }
    self.jobs = jobs
  }

  var argument: String { "\(jobs)" }
  static var expectation: String { "a whole number from 1 to 1024" }
}

/// A number of lines as a word of the command line.
struct LineCount: ArgumentValue {
  let lines: Int

  init(lines: Int) { self.lines = lines }

  init?(argument: String) {
    guard let lines = Int(argument), lines >= 0 else { return nil }
    self.lines = lines
  }

  var argument: String { "\(lines)" }
  static var expectation: String { "a whole number of at least 0" }
}

let batchCommand = Arguments.Command<BatchSettings, Workplace>(
  "batch",
  abstract: "Assess many profiles: one profile a line in, one result a line out, in the same order.",
  discussion: """
    The input is newline-delimited JSON: every line is a profile, as in a file of its own. Every line of the output is a \
    result: "line" (of the input), "title", "reference" if the profile has one, and "decisions" with the --fields of each; \
    null where a decision does not apply. "reason" tells why nothing is recommended, and "applicable" is null where it is \
    not known whether a decision applies. Memory does not grow with the input.

    A line with a mistake is reported with its number on standard error, has no result, and makes the exit status 2; the \
    others are not affected. Warnings are counted only: 'advisor profile check' tells them. A file for -o appears when it is \
    whole: with all input read, and not stopped. To go on with a run into standard output that was ended, pass over the \
    lines that have a result: --skip with the last "line" of the output; of several files the lines are counted together.

    Fields: \(BatchFields.all.map { "\($0.name) (\($0.meaning))" }.joined(separator: ", ")).
    """,
  examples: [
    ("advisor batch < profiles.ndjson > results.ndjson", "all processors, order kept"),
    ("jq -c . Profiles/*.json | advisor batch --fields recommended,close,conditional", "profiles that are files"),
    ("advisor batch --skip 120000 profiles.ndjson >> results.ndjson", "go on behind line 120000"),
  ],
  defaults: BatchSettings(),
  options: [
    .value("fields", "FIELDS", help: "What to say about every decision: short, all, or names", \.fields),
    .value("output", letter: "o", "FILE", help: "File to write; standard output without it", \.output),
    .value("jobs", letter: "j", "N", help: "How many threads; by default as many as processors", \.jobs),
    .value("skip", "N", help: "Pass over the first N lines", \.skip),
    .flag("fail-fast", help: "Stop at the first line with a mistake", \.failsFast),
    .flag("strict", help: "Refuse ids that no loaded pack knows", \.isStrict),
  ] + CommonSettings.options(in: \.common),
  operands: [.list("FILE", help: "Profiles, one a line; by default, and for -, standard input", \.paths)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    guard let catalogue = session.loadCatalogue() else { return session.finish() }
    let plan = BatchPlan(
      compile(catalogue),
      fields: settings.fields,
      isStrict: settings.isStrict,
      stopsAtFirstMistake: settings.failsFast,
      namesFiles: settings.paths.count > 1
    )
    guard let output = session.output(settings.output) else { return session.finish() }
    let (console, jobs) = (workplace.console, settings.jobs?.jobs ?? Threads.processors)
    let flow = BatchFlow(
      BatchInput(settings.paths.isEmpty ? ["-"] : settings.paths, skipping: settings.skip.lines, workplace),
      output,
      console.talk,
      session.renderer,
      showsProgress: console.talk.isTerminal && (settings.writesFile || !console.output.isTerminal),
      workers: jobs
    )
    Threads.run(jobs) { flow.work(plan) }
    flow.clearProgress()
    session.log.append(contentsOf: flow.log)
    let isOutputLost = output.hasFailed()
    if session.log.hasErrors || flow.totals.isStopped {
      output.discard()
    } else if case .failure(let error) = output.finish() {
      session.log.error("unwritable-file", error.sentence, at: nil)
    } else if settings.writesFile, let path = settings.output {
      console.talk.print("wrote \(sanitized(path))")
    }
    if !isOutputLost { console.talk.print(summary(of: flow.totals, settings)) }
    return session.finish(flow.totals.refused > 0 ? .wrongInput : .done)
  }
)

extension BatchSettings {
  /// Whether the results go into a file that is made for them.
  fileprivate var writesFile: Bool { output != nil && output != "-" }
}

extension Session {
  /// Where results go; nil after reporting why they cannot.
  fileprivate mutating func output(_ path: String?) -> OutputPieces? {
    guard let path, path != "-" else {
      let stream = console.output
      return OutputPieces(
        write: stream.write,
        hasFailed: stream.isClosed,
        finish: { .success(()) },
        discard: {}
      )
    }
    switch workplace.files.openOutput(path) {
    case .success(let pieces): return pieces
    case .failure(let error):
      log.error("unwritable-file", error.sentence, at: nil)
      return nil
    }
  }
}

private func summary(of totals: BatchFlow.Totals, _ settings: BatchSettings) -> String {
  func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
  var parts = ["\(count(totals.profiles, "profile")): \(count(totals.results, "result"))"]
  if totals.refused > 0 { parts.append("\(totals.refused) refused") }
  if totals.warned > 0 { parts.append("\(totals.warned) with warnings, which 'advisor profile check' tells") }
  if totals.isStopped {
    parts.append(
      settings.writesFile
        ? "stopped at the first mistake; nothing was written"
        : "stopped at the first mistake; go on behind it with --skip \(settings.skip.lines + totals.lines)"
    )
  }
  return parts.joined(separator: ", ")
}
