import Batching
import Diagnostics
import RuleModel
import Synchronization

/// What flows through a run over many profiles: workers take chunks in turn, and what they bring back is written in the
/// order of the input.
final class BatchFlow: Sendable {
  /// What came of all lines.
  struct Totals {
    var lines = 0
    var profiles = 0
    var refused = 0
    var warned = 0
    /// Ended by the first mistake.
    var isStopped = false

    var results: Int { profiles - refused }
  }

  private struct Waiting {
    var results: [Int: BatchResult] = [:]
    /// The chunk whose result is written next.
    var next = 0
    var totals = Totals()
    /// Whether a mistake was reported: the next one stands behind an empty line, as within a chunk.
    var hasReported = false
    var lastWord = ContinuousClock.now
  }

  private let input: Mutex<BatchInput>
  private let waiting = Mutex(Waiting())
  private let isOver = Atomic(false)
  private let taken = Atomic(0)
  private let written = Atomic(0)
  private let output: OutputPieces
  private let talk: Console.Stream
  private let showsProgress: Bool
  private let renderer: DiagnosticRenderer
  /// How many chunks may be under way: what keeps memory constant when one takes long.
  private let limit: Int

  /// - Parameter showsProgress: whether a person sees how far it is.
  init(
    _ input: BatchInput,
    _ output: OutputPieces,
    _ talk: Console.Stream,
    _ renderer: DiagnosticRenderer,
    showsProgress: Bool,
    workers: Int
  ) {
    self.input = Mutex(input)
    self.output = output
    self.talk = talk
    self.renderer = renderer
    self.showsProgress = showsProgress
    limit = 4 * workers
  }

  /// Files that could not be read.
  var log: DiagnosticLog { input.withLock { $0.log } }
  var totals: Totals { waiting.withLock { $0.totals } }

  /// The work of one thread.
  func work(_ plan: BatchPlan) {
    var worker = BatchWorker(plan)
    while let chunk = take() { deliver(worker.process(chunk)) }
  }

  private func take() -> BatchChunk? {
    while taken.load(ordering: .relaxed) - written.load(ordering: .relaxed) >= limit {
      if isOver.load(ordering: .relaxed) { return nil }
      _ = sleepMilliseconds(1)
    }
    if isOver.load(ordering: .relaxed) { return nil }
    let chunk = input.withLock { $0.next() }
    if chunk != nil { taken.add(1, ordering: .relaxed) }
    return chunk
  }

  private func deliver(_ result: BatchResult) {
    waiting.withLock { waiting in
      waiting.results[result.number] = result
      while !isOver.load(ordering: .relaxed), let ready = waiting.results.removeValue(forKey: waiting.next) {
        waiting.next += 1
        write(ready, &waiting)
        written.add(1, ordering: .relaxed)
      }
    }
  }

  private func write(_ result: BatchResult, _ waiting: inout Waiting) {
    waiting.totals.lines += result.lines
    waiting.totals.profiles += result.profiles
    waiting.totals.refused += result.refused
    waiting.totals.warned += result.warned
    if !result.output.isEmpty { output.write(result.output) }
    if !result.mistakes.isEmpty {
      clearProgress()
      if waiting.hasReported { talk.print("") }
      waiting.hasReported = true
      talk.print(renderer.render(result.mistakes, as: .text), terminator: "")
    }
    if result.isLast {
      waiting.totals.isStopped = true
      isOver.store(true, ordering: .relaxed)
    }
    // Whoever read the results has gone away, or there is no room for them: nobody misses the others.
    if output.hasFailed() { isOver.store(true, ordering: .relaxed) }
    sayProgress(&waiting)
  }

  // MARK: Progress

  private func sayProgress(_ waiting: inout Waiting) {
    guard showsProgress else { return }
    let now = ContinuousClock.now
    guard now - waiting.lastWord > .milliseconds(200) else { return }
    waiting.lastWord = now
    talk.print("\r\u{1B}[K\(waiting.totals.profiles) profiles …", terminator: "")
  }

  /// Takes the word on progress away.
  func clearProgress() {
    guard showsProgress else { return }
    talk.print("\r\u{1B}[K", terminator: "")
  }
}
