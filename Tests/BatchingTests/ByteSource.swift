import Synchronization

/// Bytes given away piece by piece.
final class ByteSource: Sendable {
  private let rest: Mutex<ArraySlice<UInt8>>

  init(_ bytes: [UInt8]) { rest = Mutex(bytes[...]) }

  func next(_ count: Int) -> [UInt8] {
    rest.withLock { rest in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }
}

/// The value on one line, as NDJSON has it.
func line(_ text: String) -> [UInt8] { Array(text.utf8.filter { $0 != UInt8(ascii: "\n") }) + [UInt8(ascii: "\n")] }
