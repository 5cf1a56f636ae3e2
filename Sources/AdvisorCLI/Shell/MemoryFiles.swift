import Synchronization

/// A file system for tests, whose folders are those that hold something.
package final class MemoryFiles: Sendable {
  private struct State {
    var files: [String: [UInt8]]
    var folders: Set<String>
    var temporaryFolders = 0
  }

  private let state: Mutex<State>
  private let refused: [String: FileError.Reason]

  /// - Parameters:
  ///   - files: texts by path.
  ///   - folders: empty ones.
  ///   - refused: paths that can be neither read, listed nor written, and what is said then.
  package init(
    _ files: [String: String] = [:],
    folders: [String] = [],
    refused: [String: FileError.Reason] = [:]
  ) {
    let entries = files.map { (Self.normal($0.key), Array($0.value.utf8)) }
    let content = Dictionary(entries) { first, _ in first }
    state = Mutex(State(files: content, folders: Set(folders.map(Self.normal))))
    self.refused = Dictionary(refused.map { (Self.normal($0.key), $0.value) }) { first, _ in first }
  }

  package var fileSystem: FileSystem {
    FileSystem(
      kind: { path in self.kind(Self.normal(path)) },
      read: { path, limit in self.read(path, limit: limit) },
      openInput: { path in self.openInput(path) },
      openOutput: { path in self.openOutput(path) },
      list: { folder in self.list(folder) },
      write: { path, bytes in self.write(path, bytes) },
      makeFolder: { path in self.makeFolder(path) },
      makeTemporaryFolder: { parent in self.makeTemporaryFolder(parent) },
      removeTemporaryFolder: { folder in self.remove(folder) }
    )
  }

  package subscript(bytes path: String) -> [UInt8]? { state.withLock { $0.files[Self.normal(path)] } }
  package subscript(_ path: String) -> String? { self[bytes: path].map { String(decoding: $0, as: UTF8.self) } }
  /// All files, sorted.
  package var paths: [String] { state.withLock { $0.files.keys.sorted() } }

  private func kind(_ path: String) -> FileSystem.Kind? {
    state.withLock { state in
      if state.files[path] != nil { return .file }
      let isFolder =
        [".", "/"].contains(path) || state.folders.contains(path)
        || (Array(state.files.keys) + state.folders).contains { $0.hasPrefix(path + "/") }
      return isFolder ? .folder : nil
    }
  }

  private func read(_ path: String, limit: Int) -> Result<[UInt8], FileError> {
    if let reason = refused[Self.normal(path)] { return .failure(FileError(path, reason)) }
    guard let bytes = self[bytes: path] else {
      return .failure(FileError(path, kind(Self.normal(path)) == .folder ? .isFolder : .missing))
    }
    return bytes.count > limit ? .failure(FileError(path, .tooLarge(limit: limit))) : .success(bytes)
  }

  private func openInput(_ path: String) -> Result<InputPieces, FileError> {
    read(path, limit: .max - 1).map { bytes in
      let rest = Mutex(bytes[...])
      return InputPieces { count in
        rest.withLock { rest in
          defer { rest = rest.dropFirst(count) }
          return Array(rest.prefix(count))
        }
      }
    }
  }

  private func openOutput(_ path: String) -> Result<OutputPieces, FileError> {
    if let error = whyUnwritable(path) { return .failure(error) }
    let pieces = Mutex<[UInt8]>([])
    return .success(
      OutputPieces(
        write: { bytes in pieces.withLock { $0 += bytes } },
        finish: { self.write(path, pieces.withLock { $0 }) },
        discard: {}
      )
    )
  }

  private func list(_ folder: String) -> Result<FileSystem.Listing, FileError> {
    let root = Self.normal(folder)
    if let reason = refused[root] { return .failure(FileError(folder, reason)) }
    guard let kind = kind(root) else { return .failure(FileError(folder, .missing)) }
    guard kind == .folder else { return .failure(FileError(folder, .isNoFolder)) }
    /// The path below the folder as a real listing would show it; nil if it is elsewhere or hidden.
    func shown(_ path: String) -> String? {
      let start = root == "." ? "" : root == "/" ? "/" : root + "/"
      guard path.hasPrefix(start), path.hasSuffix(".json") else { return nil }
      let rest = path.dropFirst(start.count)
      let isHidden = rest.split(separator: "/").contains { $0.hasPrefix(".") }
      return isHidden || root == "." && path.hasPrefix("/") ? nil : FileSystem.join(folder, String(rest))
    }
    let files = paths.filter { refused[$0] == nil }.compactMap(shown)
    let problems = refused.compactMap { path, reason in shown(path).map { FileError($0, reason) } }
    return .success(FileSystem.Listing(files: files, problems: problems))
  }

  private func write(_ path: String, _ bytes: [UInt8]) -> Result<Void, FileError> {
    if let error = whyUnwritable(path) { return .failure(error) }
    state.withLock { $0.files[Self.normal(path)] = bytes }
    return .success(())
  }

  private func whyUnwritable(_ path: String) -> FileError? {
    let normal = Self.normal(path)
    if let reason = refused[normal] { return FileError(path, reason) }
    if kind(normal) == .folder { return FileError(path, .isFolder) }
    let folder = normal.split(separator: "/").dropLast().joined(separator: "/")
    let parent = normal.hasPrefix("/") ? "/" + folder : folder.isEmpty ? "." : folder
    return kind(parent) == .folder ? nil : FileError(path, .noSuchFolder)
  }

  private func makeFolder(_ path: String) -> Result<Void, FileError> {
    let normal = Self.normal(path)
    if let reason = refused[normal] { return .failure(FileError(path, reason)) }
    if kind(normal) == .file { return .failure(FileError(path, .isNoFolder)) }
    state.withLock { _ = $0.folders.insert(normal) }
    return .success(())
  }

  private func makeTemporaryFolder(_ parent: String) -> Result<String, FileError> {
    let number = state.withLock { state in
      state.temporaryFolders += 1
      return state.temporaryFolders
    }
    let folder = FileSystem.join(parent, "advisor-\(number)")
    return makeFolder(folder).map { folder }
  }

  private func remove(_ folder: String) {
    let normal = Self.normal(folder)
    func isInside(_ path: String) -> Bool { path == normal || path.hasPrefix(normal + "/") }
    state.withLock { state in
      state.files = state.files.filter { !isInside($0.key) }
      state.folders = state.folders.filter { !isInside($0) }
    }
  }

  /// Without empty names, dots and the names before two dots.
  private static func normal(_ path: String) -> String {
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(name) }
    }
    let joined = names.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
  }
}
