package import Diagnostics
package import LocatedJSON

/// Version of the engine: what reports name and what the key `engine` of a pack is compared with.
package let engineVersion = SemanticVersion(1, 0, 0)

/// Decodes a pack from its parsed files; reports every mistake of all of them.
///
/// - Parameters:
///   - manifest: `pack.json`.
///   - contents: all other files, in any order.
/// - Returns: nil if the manifest itself cannot be used. A pack with mistakes in its content is returned with what
///   could be read; whether it may be used is told by the log.
package func decodePack(
  manifest: JSONDocument,
  contents: [JSONDocument],
  into log: inout DiagnosticLog
) -> RulePack? {
  var d = Decoding(file: manifest.file)
  let decoded = d.manifest(manifest.root)
  log.append(contentsOf: d.log)
  guard let decoded else { return nil }
  var pack = RulePack(manifest: decoded)
  for document in contents.sorted(by: { idPrecedes($0.file.name, $1.file.name) }) {
    var d = Decoding(file: document.file, pack: pack.id)
    d.content(document.root, into: &pack.content)
    log.append(contentsOf: d.log)
  }
  pack.digest = packDigest(manifest: manifest.root, contents: contents.map(\.root))
  return pack
}

/// SHA-256 of a pack: the manifest and the content of all files merged into one object, arrays of items sorted by id
/// (items without id by their canonical text), then RFC 8785 (formats.md).
func packDigest(manifest: JSONNode, contents: [JSONNode]) -> String {
  var merged: [String: [JSONValue]] = [:]
  for content in contents {
    guard case .object(let members) = content.plain else { continue }
    for member in members where !isExtensionKey(member.key) {
      guard case .array(let items) = member.value else { continue }
      merged[member.key, default: []] += items
    }
  }
  let arrays = merged.sorted { idPrecedes($0.key, $1.key) }.map { key, items in
    JSONValue.Member(key, .array(sortedItems(items)))
  }
  let whole = JSONValue.object([JSONValue.Member("pack", manifest.plain)] + arrays)
  return sha256Hex(whole.canonical())
}

private func sortedItems(_ items: [JSONValue]) -> [JSONValue] {
  let keyed = items.map { item -> (id: String, text: [UInt8], item: JSONValue) in
    var id = ""
    if case .object(let members) = item, case .string(let text)? = members.first(where: { $0.key == "id" })?.value {
      id = text
    }
    return (id, item.canonical(), item)
  }
  return keyed.sorted { a, b in
    a.id == b.id ? a.text.lexicographicallyPrecedes(b.text) : idPrecedes(a.id, b.id)
  }.map(\.item)
}

extension Decoding {
  mutating func manifest(_ node: JSONNode) -> PackManifest? {
    guard var reader = ObjectReader(node, "pack", &self) else { return nil }
    let format = reader.required("format", &self).flatMap { number($0, of: "format") }
    let engineNode = reader.optional("engine")
    var engine: SemanticVersion?
    if let engineNode, let text = string(engineNode, of: "engine") {
      engine = SemanticVersion(text, allowingShort: true)
      if engine == nil { error("invalid-version", "engine is a version such as \"1.0\"", at: engineNode) }
    }
    // A newer pack may hold keys that this program cannot know; so this comes first, and alone.
    if let engineNode, let engine, engine > engineVersion {
      log = DiagnosticLog()
      error(
        "needs-newer-advisor",
        "this pack needs advisor \(engine) or newer, and this is advisor \(engineVersion)",
        at: engineNode
      )
      return nil
    }
    if let format, format != 1, let node = reader.optional("format") {
      error("unsupported-format", "this advisor reads format 1, not \(plain(format))", at: node)
      return nil
    }
    let name = reader.name("id", &self)
    var version: SemanticVersion?
    if let node = reader.required("version", &self), let text = string(node, of: "version") {
      version = SemanticVersion(text)
      if version == nil { error("invalid-version", "version is a semantic version such as \"1.4.0\"", at: node) }
    }
    let title = reader.text("title", &self)
    let description = reader.text("description", &self)
    let maintainer = reader.required("maintainer", &self).flatMap { words($0, of: "maintainer") }
    let requires = reader.optional("requires").map { requirements($0) } ?? []
    let optional = reader.optional("optional").map { requirements($0) } ?? []
    reader.finish(&self)
    guard format != nil, let name, let version, let title, let description, let maintainer else { return nil }
    return PackManifest(
      name: name,
      version: version,
      title: title,
      description: description,
      maintainer: maintainer,
      requires: requires,
      optional: optional,
      engine: engine
    )
  }

  private mutating func requirements(_ node: JSONNode) -> [PackManifest.Requirement] {
    guard let reader = ObjectReader(node, "list of packs", &self) else { return [] }
    return reader.entries.compactMap { member in
      guard let text = string(member.value, of: "a range of versions") else { return nil }
      guard let range = CaretRange(text) else {
        error("invalid-range", "a range of versions is written as \"^1.2.0\"", at: member.value)
        return nil
      }
      return PackManifest.Requirement(pack: Name(member.key, at: span(member.keyRange)), range: range)
    }
  }

  mutating func content(_ node: JSONNode, into content: inout PackContent) {
    guard var reader = ObjectReader(node, "content file", &self) else { return }
    content.groups += items("groups", &reader) { $0.factGroup($1) }
    content.facts += items("facts", &reader) { $0.fact($1) }
    content.extensions += items("extensions", &reader) { $0.factExtension($1) }
    content.criteria += items("criteria", &reader) { $0.criterion($1) }
    content.decisions += items("decisions", &reader) { $0.decision($1) }
    content.options += items("options", &reader) { $0.option($1) }
    content.sources += items("sources", &reader) { $0.source($1) }
    content.rules += items("rules", &reader) { $0.rule($1) }
    content.contradictions += items("contradictions", &reader) { $0.contradiction($1) }
    content.components += items("components", &reader) { $0.component($1) }
    content.steps += items("steps", &reader) { $0.step($1) }
    content.prices += items("prices", &reader) { $0.price($1) }
    content.adjustments += items("adjustments", &reader) { $0.adjustment($1) }
    content.renamings += items("renamed", &reader) { $0.renaming($1) }
    content.tests += items("tests", &reader) { $0.packTest($1) }
    reader.finish(&self)
  }

  private mutating func items<Item>(
    _ key: String,
    _ reader: inout ObjectReader,
    _ decode: (inout Decoding, JSONNode) -> Item?
  ) -> [Item] {
    var found: [Item] = []
    for node in reader.list(key, &self) {
      if let item = decode(&self, node) { found.append(item) }
    }
    return found
  }
}
