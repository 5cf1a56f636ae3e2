#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// The files of this machine.
  package static let system = Self(
    kind: { status(of: $0).map(kind) },
    read: { readFile($0, limit: $1) },
    openInput: { openInput($0) },
    openOutput: { openOutput($0) },
    list: { FolderWalk.list($0) },
    write: { writeFile($0, $1) },
    makeFolder: { makeFolders($0) },
    makeTemporaryFolder: { TemporaryFolder.make(in: $0) },
    removeTemporaryFolder: { TemporaryFolder.remove($0) },
    currentFolder: { realPath(".") }
  )

  /// Nil with the reason in `errno`.
  static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// The path without links and dots; nil with the reason in `errno`.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }

  private static func readFile(_ path: String, limit: Int) -> Result<[UInt8], FileError> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(FileError(path, errno: errno)) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while true {
      errno = 0
      let chunk = readAvailable(from: descriptor, atMost: min(262_144, limit + 1 - bytes.count))
      let error = errno
      if chunk.isEmpty { return error == 0 ? .success(bytes) : .failure(FileError(path, errno: error)) }
      bytes += chunk
      if bytes.count > limit { return .failure(FileError(path, .tooLarge(limit: limit))) }
    }
  }

  private static func makeFolders(_ path: String) -> Result<Void, FileError> {
    var made = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      made = join(made, String(name))
      guard mkdir(made, 0o777) != 0 else { continue }
      let error = errno
      switch status(of: made).map(kind) {
      case .folder: continue
      case nil: return .failure(FileError(made, errno: error))
      default: return .failure(FileError(made, .isNoFolder))
      }
    }
    return .success(())
  }
}

extension FileError {
  init(_ path: String, errno number: Int32) {
    switch number {
    case ENOENT: self.init(path, .missing)
    case EACCES, EPERM: self.init(path, .notAllowed)
    case EISDIR: self.init(path, .isFolder)
    case ENOTDIR: self.init(path, .isNoFolder)
    default: self.init(path, .system(describeError(number)))
    }
  }
}
