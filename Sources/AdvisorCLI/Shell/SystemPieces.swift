import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  static func openInput(_ path: String) -> Result<InputPieces, FileError> {
    if status(of: path).map(kind) == .folder { return .failure(FileError(path, .isFolder)) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(FileError(path, errno: errno)) }
    let inlet = Inlet(descriptor, closesAtEnd: true)
    return .success(InputPieces(read: { inlet.read(atMost: $0) }, failure: { inlet.failure.map(describeError) }))
  }

  static func openOutput(_ path: String) -> Result<OutputPieces, FileError> {
    if status(of: path).map(kind) == .other { return openInPlace(path) }
    let begun = beginReplacing(path) { Interruptions.removeWhenInterrupted($0) }
    if case .failure = begun { Interruptions.keepWhenInterrupted() }
    return begun.map { replacement in
      let error = WriteError()
      return OutputPieces(
        write: { bytes in error.number.withLock { if $0 == 0 { $0 = replacement.write(bytes) } } },
        hasFailed: { error.number.withLock { $0 != 0 } },
        finish: {
          var number = error.number.withLock { $0 }
          if number == 0 {
            number = Interruptions.deferred { replacement.finish() }
          } else {
            replacement.discard()
          }
          Interruptions.keepWhenInterrupted()
          return number == 0 ? .success(()) : .failure(FileError(path, writing: number))
        },
        discard: {
          replacement.discard()
          Interruptions.keepWhenInterrupted()
        }
      )
    }
  }

  /// A pipe, a terminal, a device: a reader who goes away has lost nothing.
  private static func openInPlace(_ path: String) -> Result<OutputPieces, FileError> {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(FileError(path, errno: errno)) }
    let outlet = Outlet(descriptor)
    return .success(
      OutputPieces(
        write: { outlet.write($0) },
        hasFailed: { outlet.isClosed },
        finish: {
          close(descriptor)
          return outlet.failure.map { .failure(FileError(path, errno: $0)) } ?? .success(())
        },
        discard: { close(descriptor) }
      )
    )
  }
}

/// The first error number of some writing; 0 while there is none.
private final class WriteError: Sendable {
  let number = Mutex<Int32>(0)
}

/// A file descriptor that is read until its end or an error.
final class Inlet: Sendable {
  private let descriptor: Int32
  private let closesAtEnd: Bool
  private let error = Mutex<Int32>(0)

  /// - Parameter closesAtEnd: whether the descriptor is closed when nobody reads from it any more.
  init(_ descriptor: Int32, closesAtEnd: Bool) {
    self.descriptor = descriptor
    self.closesAtEnd = closesAtEnd
  }

  deinit { if closesAtEnd { close(descriptor) } }

  /// The error number that ended the reading; nil if none did.
  var failure: Int32? { error.withLock { $0 == 0 ? nil : $0 } }

  /// At most so many bytes, waiting for the first; none at the end or after an error.
  func read(atMost limit: Int) -> [UInt8] {
    errno = 0
    let bytes = readAvailable(from: descriptor, atMost: limit)
    let number = errno
    if bytes.isEmpty, number != 0 { error.withLock { $0 = number } }
    return bytes
  }
}
