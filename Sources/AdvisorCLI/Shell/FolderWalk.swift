#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the JSON files below a folder of this machine.
///
/// Links wait until everything that is there without them is known: then most of them lead to what was found already,
/// and no arrangement of links makes the walk long, circular or dependent on the order of a folder.
struct FolderWalk {
  /// The real paths of files and folders found.
  private var known: Set<String> = []
  private var links: [String] = []
  private var files: [String] = []
  private var problems: [FileError] = []

  static func list(_ folder: String) -> Result<FileSystem.Listing, FileError> {
    guard let root = FileSystem.realPath(folder), let names = names(in: folder) else {
      return .failure(FileError(folder, errno: errno))
    }
    var walk = Self()
    walk.visit(names, in: folder, real: root)
    while !walk.links.isEmpty {
      let links = walk.links.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      walk.links = []
      for link in links { walk.follow(link, root: root) }
    }
    return .success(FileSystem.Listing(files: walk.files, problems: walk.problems))
  }

  private mutating func visit(_ names: [String?], in folder: String, real: String) {
    known.insert(real)
    for name in names {
      guard let name else {
        problems.append(FileError(folder, .unreadableName))
        continue
      }
      guard !name.hasPrefix(".") else { continue }
      let path = FileSystem.join(folder, name)
      var status = stat()
      if lstat(path, &status) != 0 {
        if errno != ENOENT { problems.append(FileError(path, errno: errno)) }
      } else if status.st_mode & S_IFMT == S_IFLNK {
        links.append(path)
      } else {
        found(path, FileSystem.kind(status), real: FileSystem.join(real, name))
      }
    }
  }

  private mutating func found(_ path: String, _ kind: FileSystem.Kind, real: String) {
    if kind == .folder {
      if let names = Self.names(in: path) {
        visit(names, in: path, real: real)
      } else {
        problems.append(FileError(path, errno: errno))
      }
    } else if kind == .file, path.hasSuffix(".json") {
      known.insert(real)
      files.append(path)
    }
  }

  private mutating func follow(_ link: String, root: String) {
    guard let real = FileSystem.realPath(link), let kind = FileSystem.status(of: link).map(FileSystem.kind) else {
      let error = errno
      let problem = error == ENOENT ? FileError(link, .linkLeadsNowhere) : FileError(link, errno: error)
      if link.hasSuffix(".json") { problems.append(problem) }
      return
    }
    guard kind == .folder || link.hasSuffix(".json"), !known.contains(real) else { return }
    if real.hasPrefix(root.hasSuffix("/") ? root : root + "/") {
      found(link, kind, real: real)
    } else {
      problems.append(FileError(link, .linkLeadsOut))
    }
  }

  /// The names in a folder, in any order; one that is not UTF-8 is nil. Nil with the reason in `errno`.
  private static func names(in folder: String) -> [String?]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String?] = []
    while let entry = readdir(stream) {
      withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          names.append(String(validatingCString: $0))
        }
      }
    }
    return names
  }
}
