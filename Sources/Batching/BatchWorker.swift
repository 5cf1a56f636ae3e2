package import Diagnostics
import Engine
import LocatedJSON
import RuleCompiler
import RuleModel

/// What became of a chunk.
package struct BatchResult: Sendable {
  /// Place in the order of chunks, from 0.
  package let number: Int
  /// One line for every profile, in the order of the input.
  package var output: [UInt8] = []
  /// What is wrong with lines that have no result, in their order.
  package var mistakes: [Diagnostic] = []
  /// Lines with a profile, and how many of them took the ordinary way or have a mistake.
  package var profiles = 0
  package var ordinary = 0
  package var refused = 0
  /// Profiles with a result that the ordinary way warns of: names that no pack knows, or former ones.
  package var warned = 0
  /// The lines passed, empty ones among them.
  package var lines = 0
  /// Whether the run is to end with this chunk.
  package var isLast = false
}

/// Turns chunks of profiles into lines of results. One for every thread.
package struct BatchWorker: Sendable {
  private enum Entry {
    /// The next lane.
    case lane(ProfileReader.Labels, line: Int)
    /// A result that is written already, by its place among them.
    case written(Int)
  }

  private let plan: BatchPlan
  private var reader: ProfileReader
  private var kernel: Kernel
  private var block: WorldBlock
  /// Lanes that hold a profile.
  private var lanes = 0
  private var entries: [Entry] = []
  /// Results of profiles that took the ordinary way.
  private var written: [[UInt8]] = []
  private var output = OutputBytes()

  package init(_ plan: BatchPlan) {
    self.plan = plan
    reader = ProfileReader(plan.answers, plan.remarks)
    kernel = Kernel(plan.rules.program, plan.circumstances)
    block = WorldBlock(columnCount: plan.rules.program.columnCount)
  }

  package mutating func process(_ chunk: BatchChunk) -> BatchResult {
    var result = BatchResult(number: chunk.number)
    let file = plan.namesFiles ? jsonBytes(chunk.file) : nil
    var start = 0
    while start < chunk.bytes.count && !result.isLast {
      let line = chunk.firstLine + result.lines
      result.lines += 1
      if plan.readsFast, let labels = reader.read(at: start, of: chunk.bytes, into: &block, lane: lanes) {
        start = labels.end + 1
        result.profiles += 1
        entries.append(.lane(labels, line: line))
        lanes += 1
        if lanes == WorldBlock.width { flush(chunk, file) }
        continue
      }
      let end = chunk.bytes.endOfLine(from: start)
      defer { start = end + 1 }
      if chunk.isBlank(start..<end) { continue }
      result.profiles += 1
      for column in plan.answers.columns { block.clear(column, lane: lanes) }
      result.ordinary += 1
      let source = SourceFile(name: chunk.file, bytes: Array(chunk.bytes.slice(start..<end)), firstLine: line)
      ordinary(source, file, line, &result)
    }
    flush(chunk, file)
    result.output = output.takeAll()
    return result
  }

  // MARK: Plain profiles

  private mutating func flush(_ chunk: BatchChunk, _ file: [UInt8]?) {
    if lanes > 0 {
      assumeDefaults()
      kernel.evaluate(&block)
    }
    let input = chunk.bytes.storage.span.bytes
    var lane = 0
    for entry in entries {
      switch entry {
      case .written(let place): output.write(written[place])
      case .lane(let labels, let line):
        let head = ResultWriter.Head(line: line, title: labels.title, reference: labels.reference)
        plan.writer.write(head, file: file, of: input, kernel, lane: lane, into: &output)
        lane += 1
      }
    }
    written.removeAll()
    entries.removeAll(keepingCapacity: true)
    lanes = 0
    for column in plan.answers.columns {
      block.known[column] = 0
      block.notApplicable[column] = 0
    }
  }

  private mutating func assumeDefaults() {
    for (column, value, bits) in plan.answers.defaults {
      var missing = ~block.known[column]
      while missing != 0 {
        let lane = missing.trailingZeroBitCount
        missing &= missing - 1
        if case .number(let from, let to) = value {
          block.set(column, lane: lane, from: from, to: to)
        } else {
          block.set(column, lane: lane, bits: bits)
        }
      }
    }
  }

  // MARK: All others

  /// Reads a profile as every other command does.
  private mutating func ordinary(_ source: SourceFile, _ file: [UInt8]?, _ line: Int, _ result: inout BatchResult) {
    var log = DiagnosticLog()
    let profile = parseJSON(source, into: &log).flatMap { decodeProfile($0, into: &log) }
      .map { link($0, with: plan.rules.catalogue, isStrict: plan.isStrict, into: &log) }
    guard let profile, !log.hasErrors else {
      result.mistakes += log.sorted.filter { $0.severity == .error }
      result.refused += 1
      result.isLast = plan.stopsAtFirstMistake
      return
    }
    if log.warningCount > 0 { result.warned += 1 }
    let rules = plan.rules
    var own = Kernel(rules.program, rules.circumstances(of: profile))
    var world = WorldBlock(columnCount: rules.program.columnCount)
    rules.fill(&world, lane: 0, with: profile.answers)
    own.evaluate(&world)
    let title = jsonBytes(profile.profile.title)
    let reference = profile.profile.customer?.reference.map { jsonBytes($0) }
    let labels = PaddedBytes(title + (reference ?? []))
    let head = ResultWriter.Head(
      line: line,
      title: 0..<title.count,
      reference: reference.map { _ in title.count..<labels.count }
    )
    var bytes = OutputBytes()
    plan.writer.write(
      head,
      file: file,
      of: labels.storage.span.bytes,
      own,
      lane: 0,
      clarified: rules.caseFile(of: profile).clarified,
      into: &bytes
    )
    entries.append(.written(written.count))
    written.append(bytes.takeAll())
  }
}

extension BatchChunk {
  /// Whether a line holds nothing. Of one that is too long, who knows what followed.
  fileprivate func isBlank(_ range: Range<Int>) -> Bool {
    guard range.count <= maximumJSONFileSize else { return false }
    for place in range {
      switch bytes[place] {
      case ASCII.space, ASCII.tab, ASCII.carriageReturn: continue
      default: return false
      }
    }
    return true
  }
}
