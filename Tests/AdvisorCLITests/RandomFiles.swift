import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport

@testable import AdvisorCLI

/// Random packs and a random profile that fits them, as files.
struct RandomFiles {
  let packs: LoadedPacks
  let texts: Texts

  init(seed: UInt64) {
    let folders = RandomPacks(seed: seed).packs.map(\.folder)
    packs = LoadedPacks(folders)
    var dice = RandomProfile(packs.catalogue, seed: seed)
    var profile = dice.profile()
    profile["format"] = 1
    profile["title"] = "Random"
    var texts = ["profile.json": profile.pretty()]
    for folder in folders {
      for file in folder.contents + [folder.manifest].compactMap(\.self) {
        texts["Rules/\(file.name)"] = String(decoding: file.bytes, as: UTF8.self)
      }
    }
    self.texts = texts
  }

  var files: MemoryFiles { MemoryFiles(texts) }

  /// The pack folders among files below `Rules`.
  static func folders(of texts: Texts) -> [PackFolder] {
    var byFolder: [String: [SourceFile]] = [:]
    for (path, text) in texts where path.hasPrefix("Rules/") {
      byFolder[path.split(separator: "/")[1].description, default: []].append(SourceFile(name: path, text: text))
    }
    return byFolder.sorted { $0.key < $1.key }.map { name, files in
      let isManifest = { (file: SourceFile) in file.name.hasSuffix("/pack.json") }
      return PackFolder(
        name: name,
        manifest: files.first(where: isManifest),
        contents: files.filter { !isManifest($0) }
      )
    }
  }
}
