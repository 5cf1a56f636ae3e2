/// What is read piece by piece, in constant memory.
package struct InputPieces: Sendable {
  /// At most so many bytes, waiting for the first; none at the end, or when no more can be read.
  package let read: @Sendable (_ atMost: Int) -> [UInt8]
  /// Why no more could be read, in small letters; nil at the end.
  package let failure: @Sendable () -> String?

  package init(
    read: @escaping @Sendable (_ atMost: Int) -> [UInt8],
    failure: @escaping @Sendable () -> String? = { nil }
  ) {
    self.read = read
    self.failure = failure
  }
}

/// A file that is written piece by piece, and is there when it is whole.
package struct OutputPieces: Sendable {
  /// Writes all bytes before it returns; after a failure nothing more.
  package let write: @Sendable ([UInt8]) -> Void
  /// Whether writing has failed: more is not worth while.
  package let hasFailed: @Sendable () -> Bool
  /// Puts the file in its place; on a failure, also one of `write`, there is nothing left of it.
  package let finish: @Sendable () -> Result<Void, FileError>
  /// Leaves nothing of it.
  package let discard: @Sendable () -> Void

  package init(
    write: @escaping @Sendable ([UInt8]) -> Void,
    hasFailed: @escaping @Sendable () -> Bool = { false },
    finish: @escaping @Sendable () -> Result<Void, FileError>,
    discard: @escaping @Sendable () -> Void
  ) {
    self.write = write
    self.hasFailed = hasFailed
    self.finish = finish
    self.discard = discard
  }
}
