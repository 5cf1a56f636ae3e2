package import Diagnostics
import LocatedJSON

/// The files of one pack as they were read: a folder with its `pack.json` and all other `.json` files below it.
package struct PackFolder: Sendable {
  /// As people should see it, for example `Rules/foundation`.
  package let name: String
  package let manifest: SourceFile?
  /// In any order.
  package let contents: [SourceFile]

  package init(name: String, manifest: SourceFile?, contents: [SourceFile]) {
    self.name = name
    self.manifest = manifest
    self.contents = contents
  }

  /// The most bytes that the files of one pack may have together.
  package static let sizeLimit = 64 * 1024 * 1024

  /// Parses and decodes the pack; reports every mistake of all its files.
  package func decode(into log: inout DiagnosticLog) -> RulePack? {
    guard let manifest else {
      log.error(
        "missing-manifest",
        "the folder \(quoted(name)) holds no 'pack.json'",
        at: nil,
        help: "add a 'pack.json' with \"id\", \"version\" and the other keys of a pack, or move the folder elsewhere"
      )
      return nil
    }
    let size = contents.reduce(manifest.bytes.count) { $0 + $1.bytes.count }
    guard size <= Self.sizeLimit else {
      log.error(
        "pack-too-large",
        "the files of a pack have at most 64 MiB together, and \(quoted(name)) has more",
        at: nil,
        help: "split it into several packs"
      )
      return nil
    }
    let document = parseJSON(manifest, into: &log)
    var ownLog = DiagnosticLog()
    let documents = contents.compactMap { parseJSON($0, into: &ownLog) }
    guard let document else {
      log.append(contentsOf: ownLog)
      return nil
    }
    let before = log.diagnostics.count
    var pack = decodePack(manifest: document, contents: documents, into: &log)
    if documents.count < contents.count { pack?.isIncomplete = true }
    // A pack that needs a newer advisor is refused with just that sentence.
    if pack == nil, log.diagnostics.dropFirst(before).contains(where: { $0.code == "needs-newer-advisor" }) {
      return nil
    }
    log.append(contentsOf: ownLog)
    return pack
  }
}
