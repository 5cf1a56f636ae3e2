/// Where a command's data and talk go, and where answers come from: the real terminal, or a recording.
package struct Console: Sendable {
  /// One of the two ways out.
  package struct Stream: Sendable {
    /// Whether a person looks at it.
    package let isTerminal: Bool
    /// Writes all bytes before it returns; never fails (see ``Console/outputFailure``).
    package let write: @Sendable ([UInt8]) -> Void
    /// Whether the reader has gone away, so that nothing that is written arrives any more.
    package let isClosed: @Sendable () -> Bool

    package init(
      isTerminal: Bool,
      isClosed: @escaping @Sendable () -> Bool = { false },
      write: @escaping @Sendable ([UInt8]) -> Void
    ) {
      self.isTerminal = isTerminal
      self.isClosed = isClosed
      self.write = write
    }

    package func print(_ text: String, terminator: String = "\n") { write(Array((text + terminator).utf8)) }
  }

  /// Standard output: data.
  package let output: Stream
  /// Standard error: talk, problems, the paths of written files.
  package let talk: Stream
  /// Whether a person can be asked on standard input.
  package let canAsk: Bool
  /// At most so many bytes of standard input, waiting for the first; empty at its end, or if it cannot be read.
  package let readInput: @Sendable (_ atMost: Int) -> [UInt8]
  /// Why no more of standard input could be read, for example because it is a folder; nil at its end.
  package let inputFailure: @Sendable () -> String?
  package let environment: ProcessEnvironment
  /// Columns of the terminal at this moment: `COLUMNS`, else what the terminal says, else 80.
  package let width: @Sendable () -> Int
  /// Why data for standard output got lost, for example a full disk; nil if none did. A reader who has gone away
  /// (`advisor … | head`) has lost nothing.
  package let outputFailure: @Sendable () -> String?

  package init(
    output: Stream,
    talk: Stream,
    canAsk: Bool,
    readInput: @escaping @Sendable (Int) -> [UInt8],
    inputFailure: @escaping @Sendable () -> String? = { nil },
    environment: ProcessEnvironment,
    width: @escaping @Sendable () -> Int,
    outputFailure: @escaping @Sendable () -> String?
  ) {
    self.output = output
    self.talk = talk
    self.canAsk = canAsk
    self.readInput = readInput
    self.inputFailure = inputFailure
    self.environment = environment
    self.width = width
    self.outputFailure = outputFailure
  }

  /// Whether to colour what is written to the stream.
  package func usesColor(_ mode: ColorMode, on stream: Stream) -> Bool {
    mode.usesColor(onTerminal: stream.isTerminal, in: environment)
  }

  /// Standard input to its end, but at most one byte more than the limit, so that the size check of the caller refuses
  /// what is too long.
  package func readAllInput(limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let chunk = readInput(min(65_536, limit + 1 - bytes.count))
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }
}

/// The lines of standard input, in constant memory, without their line feeds.
///
/// Of a line that is longer than the limit only one byte more than the limit is given, so that the size check of the
/// caller refuses it.
package struct InputLines: IteratorProtocol, Sequence {
  private let read: @Sendable (Int) -> [UInt8]
  private let limit: Int
  private var buffer: ArraySlice<UInt8> = []

  package init(of console: Console, limit: Int) {
    read = console.readInput
    self.limit = limit
  }

  package mutating func next() -> [UInt8]? {
    var line: [UInt8] = []
    var isAtStart = true
    while true {
      if buffer.isEmpty { buffer = read(65_536)[...] }
      if buffer.isEmpty { return isAtStart ? nil : line }
      isAtStart = false
      let end = buffer.firstIndex(of: 0x0A)
      line += buffer[..<(end ?? buffer.endIndex)].prefix(limit + 1 - line.count)
      buffer = end.map { buffer[($0 + 1)...] } ?? []
      if end != nil { return line }
    }
  }
}
