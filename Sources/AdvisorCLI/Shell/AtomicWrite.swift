#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// - Parameter beforeRename: for tests: called with the name of the complete temporary file.
  static func writeFile(
    _ path: String,
    _ bytes: [UInt8],
    beforeRename: (String) -> Void = { _ in }
  ) -> Result<Void, FileError> {
    if status(of: path).map(kind) == .other { return writeInPlace(path, bytes) }
    return Interruptions.deferred {
      beginReplacing(path).flatMap { replacement in
        var error = replacement.write(bytes)
        if error == 0 { error = replacement.finish(beforeRename: beforeRename) } else { replacement.discard() }
        return error == 0 ? .success(()) : .failure(FileError(path, writing: error))
      }
    }
  }

  /// Begins the file that shall replace another one, or be the first of its name.
  ///
  /// - Parameter beforeCreation: called with the name of every temporary file before it is made.
  static func beginReplacing(
    _ path: String,
    beforeCreation: (String) -> Void = { _ in }
  ) -> Result<Replacement, FileError> {
    let existing = status(of: path)
    if existing.map(kind) == .folder { return .failure(FileError(path, .isFolder)) }
    let target = existing == nil ? path : realPath(path) ?? path
    // The folder decides over a replacement; but a file that is write-protected is meant to stay.
    if existing != nil, access(target, W_OK) != 0 { return .failure(FileError(path, errno: errno)) }
    return Replacement.begin(target, mode: existing?.st_mode, beforeCreation: beforeCreation).mapError {
      FileError(path, writing: $0.number)
    }
  }

  private static func writeInPlace(_ path: String, _ bytes: [UInt8]) -> Result<Void, FileError> {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(FileError(path, errno: errno)) }
    let error = writeAll(bytes, to: descriptor)
    close(descriptor)
    return error == 0 || error == EPIPE ? .success(()) : .failure(FileError(path, errno: error))
  }
}

extension FileError {
  /// Why something cannot be written.
  init(_ path: String, writing number: Int32) {
    switch number {
    case ENOENT, ENOTDIR: self.init(path, .noSuchFolder)
    default: self.init(path, errno: number)
    }
  }
}
