#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Folders for what other programs read and write on behalf of the advisor.
enum TemporaryFolder {
  /// A new folder that only its owner may enter.
  static func make(in parent: String) -> Result<String, FileError> {
    var name = Array(FileSystem.join(parent, "advisor-XXXXXX").utf8CString)
    return name.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let made = mkdtemp(start) else {
        return .failure(FileError(parent, errno: errno))
      }
      return .success(String(cString: made))
    }
  }

  /// Also what a program that has just ended may still be adding: tried a few times.
  static func remove(_ folder: String) {
    for _ in 0..<5 {
      if removeTree(folder) { return }
      _ = sleepMilliseconds(50)
    }
  }

  private static func removeTree(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT }
    guard status.st_mode & S_IFMT == S_IFDIR else { return unlink(path) == 0 }
    guard let stream = opendir(path) else { return false }
    var names: [String] = []
    while let entry = readdir(stream) {
      withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          names.append(String(cString: $0))
        }
      }
    }
    closedir(stream)
    var isEmpty = true
    for name in names where name != "." && name != ".." {
      if !removeTree(FileSystem.join(path, name)) { isEmpty = false }
    }
    return rmdir(path) == 0 && isEmpty
  }
}
