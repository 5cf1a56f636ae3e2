import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Console {
  /// The streams of this process. From now on a reader who goes away no longer ends the process by SIGPIPE.
  package static func system(environment: ProcessEnvironment = .current) -> Self {
    _ = signal(SIGPIPE, SIG_IGN)
    let input = Inlet(STDIN_FILENO, closesAtEnd: false)
    let output = Outlet(STDOUT_FILENO)
    let talk = Outlet(STDERR_FILENO)
    return Self(
      output: Stream(isTerminal: isatty(STDOUT_FILENO) == 1, isClosed: { output.isClosed }) { output.write($0) },
      talk: Stream(isTerminal: isatty(STDERR_FILENO) == 1) { talk.write($0) },
      canAsk: isatty(STDIN_FILENO) == 1,
      readInput: { input.read(atMost: $0) },
      inputFailure: { input.failure.map(describeError) },
      environment: environment,
      width: { columns(environment) },
      outputFailure: { output.failure.map(describeError) }
    )
  }

  private static func columns(_ environment: ProcessEnvironment) -> Int {
    if let columns = environment["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO] {
      var size = winsize()
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    }
    return 80
  }
}

/// A file descriptor that is written to until it fails; later bytes are dropped.
final class Outlet: Sendable {
  private let descriptor: Int32
  private let error = Mutex<Int32>(0)

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The error number that lost data; nil if none did. A closed pipe is none.
  var failure: Int32? { error.withLock { [0, EPIPE].contains($0) ? nil : $0 } }

  /// Whether nothing arrives any more, because the reader has gone away or for another reason.
  var isClosed: Bool { error.withLock { $0 != 0 } }

  func write(_ bytes: [UInt8]) {
    error.withLock { error in
      if error == 0 { error = writeAll(bytes, to: descriptor) }
    }
  }
}
