import Batching
import Diagnostics

/// The lines of several files, one after the other, as chunks.
struct BatchInput: Sendable {
  private let workplace: Workplace
  /// `-` is standard input.
  private var paths: ArraySlice<String>
  private var chunks: BatchChunks?
  /// Why no more can be read from where `chunks` come from; nil at its end.
  private var failure: @Sendable () -> String? = { nil }
  private var number = 0
  private var skip: Int
  /// Files that cannot be read.
  private(set) var log = DiagnosticLog()

  init(_ paths: [String], skipping skip: Int, _ workplace: Workplace) {
    self.paths = paths[...]
    self.skip = skip
    self.workplace = workplace
  }

  /// The next lines; nil at the end of all files.
  mutating func next() -> BatchChunk? {
    while true {
      if let chunk = chunks?.next() {
        number += 1
        return chunk
      }
      close()
      guard let path = paths.popFirst() else { return nil }
      open(path)
    }
  }

  private mutating func close() {
    guard let chunks else { return }
    skip = chunks.skipsLeft
    if let failure = failure() {
      log.error("unreadable-file", "\(chunks.file) cannot be read to its end: \(failure)", at: nil)
    }
    self.chunks = nil
  }

  private mutating func open(_ path: String) {
    if path == "-" {
      let console = workplace.console
      read(InputPieces(read: console.readInput, failure: console.inputFailure), "standard input")
      return
    }
    switch workplace.files.openInput(path) {
    case .success(let pieces): read(pieces, workplace.files.shown(path))
    case .failure(let error): log.error("unreadable-file", error.sentence, at: nil)
    }
  }

  private mutating func read(_ pieces: InputPieces, _ name: String) {
    failure = pieces.failure
    chunks = BatchChunks(of: name, number: number, skipping: skip, read: pieces.read)
  }
}
