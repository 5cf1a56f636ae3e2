import Diagnostics
import Foundation
import LocatedJSON
import RuleCompiler
import RuleModel
import Testing

/// One kind of mistake: a folder of `Broken` with packs below `Rules`, or a `profile.json`, or both, or a `brand.json`, and what is said
/// about it in `expected.txt`.
///
/// The folder is named for the code of the first problem; `--` and a few words tell several of the same code apart. The
/// pack in `base` is loaded beside all of them. A file `strict` stands for the flag of that name.
struct BrokenFixture: Sendable, CustomTestStringConvertible {
  let name: String

  /// All of them, by name.
  static let all: [BrokenFixture] = entries(of: folder).filter { $0 != "base" }.map { BrokenFixture(name: $0) }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Broken")

  /// The golden text, from the folder of the tests on.
  var golden: String { "Broken/\(name)/expected.txt" }

  /// The code that its name promises.
  var code: String { name.components(separatedBy: "--")[0] }

  var testDescription: String { name }

  /// What is wrong, in the order in which people see it.
  ///
  /// - Parameter isReversed: whether packs and files are read from last to first.
  func diagnostics(isReversed: Bool = false) throws -> [Diagnostic] {
    var log = DiagnosticLog()
    let folders = try (name == "base" ? [name] : ["base", name]).flatMap { try Self.packFolders(of: $0) }
    let packs = (isReversed ? folders.reversed().map(\.reversed) : folders).compactMap { $0.decode(into: &log) }
    let catalogue = link(packs, into: &log)
    if !log.hasErrors { checkTests(of: catalogue, into: &log) }
    if !log.hasErrors, let file = try Self.file("profile.json", of: name),
      let document = parseJSON(file, into: &log), let profile = decodeProfile(document, into: &log)
    {
      _ = link(profile, with: catalogue, isStrict: try Self.file("strict", of: name) != nil, into: &log)
    }
    if let file = try Self.file("brand.json", of: name), let document = parseJSON(file, into: &log) {
      _ = decodeBrand(document, into: &log)
    }
    return log.sorted
  }

  /// The same as people read it.
  func text(isReversed: Bool = false) throws -> String {
    DiagnosticRenderer(version: "1.0.0").render(try diagnostics(isReversed: isReversed), as: .text)
  }

  // MARK: Files

  private static func packFolders(of fixture: String) throws -> [PackFolder] {
    try entries(of: folder.appendingPathComponent("\(fixture)/Rules")).map { pack in
      let files = try jsonFiles(below: "Rules/\(pack)", of: fixture)
      return PackFolder(
        name: "Rules/\(pack)",
        manifest: files.first { $0.name == "Rules/\(pack)/pack.json" },
        contents: files.filter { $0.name != "Rules/\(pack)/pack.json" }
      )
    }
  }

  private static func jsonFiles(below path: String, of fixture: String) throws -> [SourceFile] {
    try entries(of: folder.appendingPathComponent("\(fixture)/\(path)")).flatMap { entry in
      entry.hasSuffix(".json")
        ? try file("\(path)/\(entry)", of: fixture).map { [$0] } ?? []
        : try jsonFiles(below: "\(path)/\(entry)", of: fixture)
    }
  }

  private static func file(_ path: String, of fixture: String) throws -> SourceFile? {
    let file = folder.appendingPathComponent("\(fixture)/\(path)")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return SourceFile(name: path, bytes: Array(try Data(contentsOf: file)))
  }

  private static func entries(of folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted(by: idPrecedes)
  }
}

extension PackFolder {
  /// The same pack with its files in the opposite order.
  fileprivate var reversed: PackFolder { PackFolder(name: name, manifest: manifest, contents: contents.reversed()) }
}
