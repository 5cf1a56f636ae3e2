package import Diagnostics
package import Foundation
package import LocatedJSON
package import RuleModel

/// The packs and profiles of this repository, found from where this file stands.
package enum Repository {
  /// Its top folder.
  package static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Every folder of `Rules` that holds a `pack.json`, by name.
  package static func packFolders() throws -> [PackFolder] {
    let rules = root.appendingPathComponent("Rules")
    return try entries(of: rules).compactMap { folder in
      let files = try jsonFiles(below: rules.appendingPathComponent(folder), name: "Rules/\(folder)")
      guard let manifest = files.first(where: { $0.name == "Rules/\(folder)/pack.json" }) else { return nil }
      return PackFolder(
        name: "Rules/\(folder)",
        manifest: manifest,
        contents: files.filter { $0.name != manifest.name }
      )
    }
  }

  /// All packs, decoded and linked.
  package static func packs() throws -> LoadedPacks { LoadedPacks(try packFolders()) }

  /// The files of `Profiles`, by name.
  package static func profileFiles() throws -> [SourceFile] {
    try jsonFiles(below: root.appendingPathComponent("Profiles"), name: "Profiles")
  }

  /// The profiles as JSON, by file name without its ending.
  package static func profiles() throws -> [(name: String, members: JSONValue)] {
    try profileFiles().map { file in
      let name = URL(fileURLWithPath: file.name).deletingPathExtension().lastPathComponent
      return (name, try parsed(String(decoding: file.bytes, as: UTF8.self)))
    }
  }

  private static func entries(of folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") }.sorted(by: idPrecedes)
  }

  private static func jsonFiles(below folder: URL, name: String) throws -> [SourceFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
      return []
    }
    return try entries(of: folder).flatMap { entry -> [SourceFile] in
      let file = folder.appendingPathComponent(entry)
      if entry.hasSuffix(".json") {
        return [SourceFile(name: "\(name)/\(entry)", bytes: Array(try Data(contentsOf: file)))]
      }
      return try jsonFiles(below: file, name: "\(name)/\(entry)")
    }
  }
}
