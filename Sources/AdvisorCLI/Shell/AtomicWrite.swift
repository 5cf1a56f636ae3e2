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
    let existing = status(of: path)
    switch existing.map(kind) {
    case .folder: return .failure(FileError(path, .isFolder))
    case .other: return writeInPlace(path, bytes)
    case .file, nil: break
    }
    let target = existing == nil ? path : realPath(path) ?? path
    // The folder decides over a replacement; but a file that is write-protected is meant to stay.
    if existing != nil, access(target, W_OK) != 0 { return .failure(FileError(path, errno: errno)) }
    let error = Interruptions.deferred { replace(target, bytes, mode: existing?.st_mode, beforeRename) }
    switch error {
    case 0: return .success(())
    case ENOENT, ENOTDIR: return .failure(FileError(path, .noSuchFolder))
    default: return .failure(FileError(path, errno: error))
    }
  }

  private static func writeInPlace(_ path: String, _ bytes: [UInt8]) -> Result<Void, FileError> {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(FileError(path, errno: errno)) }
    let error = writeAll(bytes, to: descriptor)
    close(descriptor)
    return error == 0 || error == EPIPE ? .success(()) : .failure(FileError(path, errno: error))
  }

  /// Gives 0 or the error number; on an error there is no temporary file left.
  private static func replace(
    _ target: String,
    _ bytes: [UInt8],
    mode: mode_t?,
    _ beforeRename: (String) -> Void
  ) -> Int32 {
    let folder = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(target[...$0]) } ?? ""
    var temporary = ""
    var descriptor: Int32 = -1
    // A name can be taken only by what a killed process with the same number left behind.
    for attempt in 0..<100 {
      temporary = "\(folder).advisor-\(getpid())-\(attempt).tmp"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode ?? 0o666) & 0o777)
      if descriptor >= 0 || errno != EEXIST { break }
    }
    guard descriptor >= 0 else { return errno }
    var error = writeAll(bytes, to: descriptor)
    if error == 0, let mode, fchmod(descriptor, mode & 0o7777) != 0 { error = errno }
    if error == 0, fsync(descriptor) != 0, errno != EINVAL { error = errno }
    if close(descriptor) != 0, error == 0 { error = errno }
    if error == 0 {
      beforeRename(temporary)
      if rename(temporary, target) != 0 { error = errno }
    }
    if error != 0 { unlink(temporary) }
    return error
  }
}
