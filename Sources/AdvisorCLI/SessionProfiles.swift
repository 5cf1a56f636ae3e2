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
      log.error(
        "unknown-profile",
        "profile \(quoted(name.id)) is not in \(folders.map { quoted($0) }.joined(separator: " or "))",
        at: name.span,
        help: "name the folder with --profiles"
      )
      return nil
    }
    return profile(at: path, into: &log)
  }

  /// All profiles of the folders, by folder and path; reports those that cannot be read and goes on without them.
  mutating func profiles(in folders: [String]) -> [(name: String, profile: Profile)] {
    var profiles: [(name: String, profile: Profile)] = []
    for folder in folders {
      switch workplace.files.list(folder) {
      case .failure(let error):
        log.error("unreadable-profiles", error.sentence, at: nil, help: "name a folder of profiles with --profiles")
      case .success(let listing):
        for problem in listing.problems { log.error("unreadable-file", problem.sentence, at: nil) }
        for path in listing.files {
          if let profile = profile(at: path, into: &log) { profiles.append((path, profile)) }
        }
      }
    }
    return profiles
  }

  private func profile(at path: String, into log: inout DiagnosticLog) -> Profile? {
    var reader = self
    reader.log = DiagnosticLog()
    defer { log.append(contentsOf: reader.log) }
    guard let file = reader.read(path), let document = parseJSON(file, into: &reader.log) else { return nil }
    return decodeProfile(document, into: &reader.log)
  }
}
