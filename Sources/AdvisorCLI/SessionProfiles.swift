import Diagnostics
import LocatedJSON
import RuleModel

extension Session {
  /// The folders named, or else `Profiles` beside the first folder of packs.
  func profileFolders(_ named: [String]) -> [String] {
    named.isEmpty ? [profilesFolder(besides: ruleFolders.first)] : named
  }

  /// `Profiles` beside a folder of packs, or beside the folder that holds a pack.
  func profilesFolder(besides root: String?) -> String {
    guard let root else { return "Profiles" }
    let isPack = workplace.files.exists(FileSystem.join(root, "pack.json"))
    return FileSystem.join(FileSystem.parent(of: isPack ? FileSystem.parent(of: root) : root), "Profiles")
  }

  /// The profile that a test names, from the first folder that has it; reports at the test where it is missing.
  func profile(named name: Name, in folders: [String], into log: inout DiagnosticLog) -> Profile? {
    let paths = folders.map { FileSystem.join($0, name.id + ".json") }
    guard let path = paths.first(where: { workplace.files.exists($0) }) else {
      let known = folders.flatMap { profileNames(in: $0) }
      log.error(
        "unknown-profile",
        "profile \(quoted(name.id)) is not in \(folders.map { quoted($0) }.joined(separator: " or "))",
        at: name.span,
        help: nearest(name.id, in: known).map { "did you mean '\(sanitized($0))'?" }
          ?? "name the folder with --profiles"
      )
      return nil
    }
    return profile(at: path, into: &log)
  }

  /// Reports every folder that was named and is not there.
  mutating func checkProfileFolders(_ named: [String]) {
    for folder in named where !workplace.files.isDirectory(folder) {
      log.error(
        "unreadable-profiles",
        "there is no folder \(quoted(folder))",
        at: nil,
        help: "name a folder of profiles with --profiles"
      )
    }
  }

  /// Names by which tests can name the profiles of a folder.
  private func profileNames(in folder: String) -> [String] {
    guard case .success(let listing) = workplace.files.list(folder) else { return [] }
    return listing.files.map { path in
      let name = path.dropFirst(folder.hasSuffix("/") ? folder.count : folder.count + 1)
      return String(name.hasSuffix(".json") ? name.dropLast(5) : name)
    }
  }

  /// All profiles of the folders, by folder and path, and the files among them that cannot be read, which are reported.
  mutating func profiles(in folders: [String]) -> (read: [(name: String, profile: Profile)], unread: [String]) {
    var profiles: [(name: String, profile: Profile)] = []
    var unread: [String] = []
    for folder in folders {
      switch workplace.files.list(folder) {
      case .failure(let error):
        log.error("unreadable-profiles", error.sentence, at: nil, help: "name a folder of profiles with --profiles")
      case .success(let listing):
        for problem in listing.problems { log.error("unreadable-file", problem.sentence, at: nil) }
        for path in listing.files {
          // A profile that was decoded only in part is none.
          let before = log.errorCount
          if let profile = profile(at: path, into: &log), log.errorCount == before {
            profiles.append((path, profile))
          } else {
            unread.append(path)
          }
        }
      }
    }
    return (profiles, unread)
  }

  private func profile(at path: String, into log: inout DiagnosticLog) -> Profile? {
    var reader = self
    reader.log = DiagnosticLog()
    defer { log.append(contentsOf: reader.log) }
    guard let file = reader.read(path), let document = parseJSON(file, into: &reader.log) else { return nil }
    return decodeProfile(document, into: &reader.log)
  }
}
