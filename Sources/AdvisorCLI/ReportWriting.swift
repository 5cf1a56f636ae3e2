import Advice
import Assessing
import Diagnostics
import Reports

/// A report in one format, on its way to a place.
struct ReportTarget {
  /// `-` for standard output.
  let path: String
  let format: ReportFormat
}

extension Session {
  /// The places to write to with their formats; reports what has none, and what is named twice.
  ///
  /// - Parameter wish: the format of what does not say it by its ending; Markdown for standard output without it.
  mutating func reportTargets(_ paths: [String], _ wish: ReportFormat?) -> [ReportTarget] {
    var targets: [ReportTarget] = []
    for path in paths.isEmpty ? ["-"] : paths {
      guard let format = format(of: path, wish) else {
        log.error(
          "unknown-format",
          "the ending of \(quoted(path)) is no format of a report",
          at: nil,
          help: "endings: \(ReportFormat.endings)"
        )
        continue
      }
      if targets.contains(where: { $0.path == path }) {
        log.error("repeated-output", "\(quoted(path)) is named twice", at: nil)
        continue
      }
      if path == "-", needsAFile(format) { continue }
      targets.append(ReportTarget(path: path, format: format))
    }
    return targets
  }

  /// Reports what an offer cannot be: undated, or a format that consists of scores.
  mutating func checkOffer(_ targets: [ReportTarget], hasDate: Bool) {
    if !hasDate {
      log.error(
        "undated-offer",
        "an offer needs the day that it is made on",
        at: nil,
        help: "name it with --date, such as --date 2026-11-21"
      )
    }
    for target in targets where target.format.holdsScores {
      log.error(
        "scores-in-offer",
        "\(quoted(target.path)): format '\(target.format.id)' consists of scores, and an offer states none",
        at: nil,
        help: "write the offer as .html, .pdf, .docx or .md, or choose --edition customer"
      )
    }
  }

  /// Gives the pages among the targets their panel "What if …"; reports where there can be none.
  mutating func makeLive(_ targets: inout [ReportTarget], _ edition: Edition) {
    let pages = targets.indices.filter { targets[$0].format.id == ReportFormat.html.id }
    if edition == .offer {
      log.error(
        "live-offer",
        "an offer states no scores, and '--live' shows how they move",
        at: nil,
        help: "leave out --live, or choose --edition customer"
      )
    } else if pages.isEmpty, !log.hasErrors {
      log.error(
        "live-without-page",
        "'--live' is part of a page, and none is written",
        at: nil,
        help: "name a page, such as -o report.html"
      )
    } else if !WorkshopPage.isAvailable {
      log.error(
        "no-live-engine",
        "this advisor was built without the engine for browsers",
        at: nil,
        help: "build it with a toolchain that has Embedded Swift for wasm32, or leave out --live"
      )
    }
    for index in pages { targets[index] = ReportTarget(path: targets[index].path, format: .liveHTML) }
  }

  private func format(of path: String, _ wish: ReportFormat?) -> ReportFormat? {
    if path == "-" { return wish ?? .markdown }
    if let format = ReportFormat.format(ofFile: path) { return format }
    if workplace.files.isDirectory(path) { return ReportFormat.format(ofFile: path + "/") }
    return wish
  }

  /// Whether a format cannot go to standard output as it is; reports it.
  private mutating func needsAFile(_ format: ReportFormat) -> Bool {
    switch format.product {
    case .file: return false
    case .printed, .converted:
      guard console.output.isTerminal else { return false }
      log.error(
        "needs-a-file",
        "format '\(format.id)' is no text that a terminal shows",
        at: nil,
        help: "name a file with -o, such as report.\(format.endings.first ?? "")"
      )
    case .folder:
      log.error(
        "needs-a-file",
        "format '\(format.id)' is several files",
        at: nil,
        help: "name a folder with -o, such as decisions/"
      )
    }
    return true
  }

  /// Writes a report, or reports why not; what cannot be written keeps nothing else from it.
  mutating func write(
    _ recommendation: Recommendation,
    _ manner: ReportManner,
    to target: ReportTarget
  ) {
    switch target.format.product {
    case .file(let render):
      do throws(NothingToWrite) {
        write(try render(recommendation, manner), to: target.path)
      } catch {
        log.error("nothing-to-write", "\(quoted(target.path)): \(error.summary)", at: nil, help: error.help)
      }
    case .folder(let render):
      if case .failure(let error) = workplace.files.makeFolder(target.path) {
        log.error("unwritable-file", error.sentence, at: nil)
        return
      }
      for file in render(recommendation, manner) {
        write(file.bytes, to: FileSystem.join(target.path, file.name))
      }
    case .printed(let render):
      guard let browser = findBrowser() else { return }
      let printed = render(recommendation, manner)
      guard let file = print(printed.page, with: browser) else { return }
      write(printed.date.map { PDFDates.fixed(file, to: $0) } ?? file, to: target.path)
    case .converted(let render):
      guard let pandoc = findPandoc() else { return }
      let source = render(recommendation, manner, pandoc.version)
      guard let file = convert(source, with: pandoc, date: recommendation.assessment.date) else { return }
      write(file, to: target.path)
    }
  }
}
