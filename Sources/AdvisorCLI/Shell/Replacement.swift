#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written beside the one it is to replace, and takes its place when it is whole.
///
/// One that is neither finished nor discarded stays behind. All functions give 0 or an error number.
struct Replacement: Sendable {
  /// What it is called until it is whole.
  let temporary: String
  private let target: String
  private let descriptor: Int32
  private let mode: mode_t?

  private init(_ temporary: String, for target: String, _ descriptor: Int32, mode: mode_t?) {
    self.temporary = temporary
    self.target = target
    self.descriptor = descriptor
    self.mode = mode
  }

  /// - Parameters:
  ///   - mode: the permissions it shall have; those of a new file without them.
  ///   - beforeCreation: called with the name of every temporary file before it is made.
  static func begin(
    _ target: String,
    mode: mode_t?,
    beforeCreation: (String) -> Void = { _ in }
  ) -> Result<Self, ErrorNumber> {
    let folder = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(target[...$0]) } ?? ""
    // A name can be taken only by what a killed process with the same number left behind.
    for attempt in 0..<100 {
      let temporary = "\(folder).advisor-\(getpid())-\(attempt).tmp"
      beforeCreation(temporary)
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode ?? 0o666) & 0o777)
      if descriptor >= 0 { return .success(Self(temporary, for: target, descriptor, mode: mode)) }
      if errno != EEXIST { break }
    }
    return .failure(ErrorNumber(errno))
  }

  func write(_ bytes: [UInt8]) -> Int32 { writeAll(bytes, to: descriptor) }

  /// Puts the file in its place; on an error there is nothing left of it.
  ///
  /// - Parameter beforeRename: called with the name of the complete temporary file.
  func finish(beforeRename: (String) -> Void = { _ in }) -> Int32 {
    var error: Int32 = 0
    if let mode, fchmod(descriptor, mode & 0o7777) != 0 { error = errno }
    if error == 0, fsync(descriptor) != 0, errno != EINVAL { error = errno }
    if close(descriptor) != 0, error == 0 { error = errno }
    if error == 0 {
      beforeRename(temporary)
      if rename(temporary, target) != 0 { error = errno }
    }
    if error != 0 { unlink(temporary) }
    return error
  }

  /// Leaves nothing of it.
  func discard() {
    close(descriptor)
    unlink(temporary)
  }
}

/// A number that the system gives for an error.
struct ErrorNumber: Error {
  let number: Int32

  init(_ number: Int32) { self.number = number }
}
