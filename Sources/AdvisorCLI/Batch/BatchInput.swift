import Batching
import Diagnostics

/// The lines of several files, one after the other, as chunks.
struct BatchInput: Sendable {
  private let workplace: Workplace
  /// `-` is standard input.
  private var paths: ArraySlice<String>
  private var chunks: BatchChunks?
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
      if let left = chunks?.skipsLeft { skip = left }
      chunks = nil
      guard let path = paths.popFirst() else { return nil }
      open(path)
    }
  }

  private mutating func open(_ path: String) {
    if path == "-" {
      let console = workplace.console
      chunks = BatchChunks(of: "standard input", number: number, skipping: skip) { console.readInput($0) }
      return
    }
    switch workplace.files.openInput(path) {
    case .success(let read):
      chunks = BatchChunks(of: workplace.files.shown(path), number: number, skipping: skip, read: read)
    case .failure(let error): log.error("unreadable-file", error.sentence, at: nil)
    }
  }
}
