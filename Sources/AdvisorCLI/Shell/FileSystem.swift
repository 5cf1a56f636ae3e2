/// The files a command may touch: the real ones, or some in memory.
///
/// Paths are as people write them, relative to the working directory or absolute, with `/` between names.
package struct FileSystem: Sendable {
  package enum Kind: Sendable {
    case file
    case folder
    /// A pipe, a terminal, a device.
    case other
  }

  /// What ``list`` found.
  package struct Listing: Sendable, Equatable {
    /// The folder as given, and what follows below it; sorted by their bytes.
    package let files: [String]
    /// What was left out although it may have been meant: links that lead out or nowhere, and folders that cannot
    /// be opened; sorted by path.
    package let problems: [FileError]

    package init(files: [String], problems: [FileError]) {
      self.files = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      self.problems = problems.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
  }

  /// Nil if there is nothing by that name, or a link that leads nowhere. Links are followed.
  package let kind: @Sendable (_ path: String) -> Kind?
  /// The whole content; a file with more bytes than the limit is refused without being read to its end.
  package let read: @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], FileError>
  /// Opens a file, pipe or device to be read piece by piece.
  package var openInput: @Sendable (_ path: String) -> Result<InputPieces, FileError> = {
    .failure(FileError($0, .notAllowed))
  }
  /// Opens a file to be written piece by piece; as with `write` it is replaced in one step, at the end.
  package var openOutput: @Sendable (_ path: String) -> Result<OutputPieces, FileError> = {
    .failure(FileError($0, .notAllowed))
  }
  /// All files `*.json` in a folder and its sub-folders, without hidden ones (whose names begin with a dot).
  ///
  /// Symbolic links are followed as long as they stay inside the folder; nothing is listed twice.
  package let list: @Sendable (_ folder: String) -> Result<Listing, FileError>
  /// Replaces the file in one step: afterwards there is the old content or the new one, never a part, and nothing
  /// else, also if the disk is full or the run is interrupted. Keeps the permissions of the file, and a symbolic link
  /// to it. What is no file, such as `/dev/stdout`, is simply written to. Does not make folders.
  package let write: @Sendable (_ path: String, _ bytes: [UInt8]) -> Result<Void, FileError>
  /// Makes the folder and those above it; one that is there already is fine.
  package let makeFolder: @Sendable (_ path: String) -> Result<Void, FileError>
  /// Makes an empty folder that only this run knows, in the folder for such things or another one.
  package var makeTemporaryFolder: @Sendable (_ parent: String) -> Result<String, FileError> = {
    .failure(FileError($0, .notAllowed))
  }
  /// Removes a folder that `makeTemporaryFolder` made, with all that is in it. Links in it are not followed.
  package var removeTemporaryFolder: @Sendable (_ folder: String) -> Void = { _ in }
  /// The absolute path of the folder that relative paths start from; nil where there is none.
  package var currentFolder: @Sendable () -> String? = { nil }

  /// The path as it is told to people and programs: relative if it lies below the current folder, without `./` in front.
  package func shown(_ path: String) -> String {
    var path = path[...]
    if path.hasPrefix("/"), let folder = currentFolder(), path.hasPrefix(folder == "/" ? "/" : folder + "/") {
      path = path.dropFirst(folder.count).drop { $0 == "/" }
    }
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    return String(path)
  }

  package func exists(_ path: String) -> Bool { kind(path) != nil }
  package func isDirectory(_ path: String) -> Bool { kind(path) == .folder }

  /// The folder that holds what a path names; `..` behind a path that ends in dots.
  package static func parent(of path: String) -> String {
    let names = path.split(separator: "/", omittingEmptySubsequences: true)
    let root = path.hasPrefix("/") ? "/" : ""
    guard let last = names.last else { return path.isEmpty ? ".." : path }
    if last == ".." { return path + (path.hasSuffix("/") ? ".." : "/..") }
    if last == "." { return names.count == 1 && root.isEmpty ? ".." : path + (path.hasSuffix("/") ? ".." : "/..") }
    let folder = root + names.dropLast().joined(separator: "/")
    return folder.isEmpty ? "." : folder
  }

  /// The path of a name in a folder; an absolute name is its own path.
  package static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." || name.hasPrefix("/") { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

/// Why a file could not be used.
package struct FileError: Error, Hashable {
  package enum Reason: Hashable, Sendable {
    case missing
    case notAllowed
    case isFolder
    case isNoFolder
    /// The folder that a file should be written into does not exist.
    case noSuchFolder
    case tooLarge(limit: Int)
    /// The name is not UTF-8, so it cannot be shown or opened by name.
    case unreadableName
    case linkLeadsOut
    case linkLeadsNowhere
    /// What the system says, for everything else.
    case system(String)
  }

  package let path: String
  package let reason: Reason

  package init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// One sentence; nothing in the path can steer a terminal.
  package var sentence: String {
    let path = String(String.UnicodeScalarView(path.unicodeScalars.map { $0.isHarmless ? $0 : "\u{FFFD}" }))
    return switch reason {
    case .missing: "'\(path)' does not exist"
    case .notAllowed: "'\(path)' may not be used by you: permission is missing"
    case .isFolder: "'\(path)' is a folder, where a file is needed"
    case .isNoFolder: "'\(path)' is no folder"
    case .noSuchFolder: "'\(path)' cannot be written: there is no such folder"
    case .tooLarge(let limit): "'\(path)' is larger than \(limit) bytes, the most a file may have"
    case .unreadableName: "'\(path)' holds a file whose name is not UTF-8"
    case .linkLeadsOut: "'\(path)' is a symbolic link that leads out of the folder"
    case .linkLeadsNowhere: "'\(path)' is a symbolic link that leads nowhere"
    case .system(let text): "'\(path)' cannot be used: \(text)"
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isHarmless: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
