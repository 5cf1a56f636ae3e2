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
    d.content(document.root, into: &pack)
    log.append(contentsOf: d.log)
  }
  pack.identity = PackDigest(manifest: manifest.root, contents: contents.map(\.root))
  return pack
}

extension Decoding {
  mutating func manifest(_ node: JSONNode) -> PackManifest? {
    guard var reader = ObjectReader(node, "pack", &self) else { return nil }
    let format = reader.required("format").flatMap { number($0, of: "format") }
    let engineNode = reader.optional("engine")
    var engine: SemanticVersion?
    if let engineNode, let text = string(engineNode, of: "engine") {
      engine = SemanticVersion(text, allowingShort: true)
      if engine == nil {
        error("invalid-version", "engine is a version such as \"1.0\", not \(quoted(text))", at: engineNode)
      }
    }
    // A newer pack may hold keys that this program cannot know; so this comes first, and alone.
    if let engineNode, let engine, engine > engineVersion {
      log = DiagnosticLog()
      error(
        "needs-newer-advisor",
        "this pack needs advisor \(engine) or newer, and this is advisor \(engineVersion)",
        at: engineNode,
        help: "install a newer advisor"
      )
      return nil
    }
    if !isReadable(format, &reader) { return nil }
    let name = reader.name("id", &self)
    var version: SemanticVersion?
    if let node = reader.required("version"), let text = string(node, of: "version") {
      version = SemanticVersion(text)
      if version == nil {
        error(
          "invalid-version",
          "version is made of three numbers such as \"1.4.0\", not \(quoted(text))",
          at: node,
          help: SemanticVersion(text, allowingShort: true).map { "write \"\($0)\"" }
        )
      }
    }
    let title = reader.text("title", &self)
    let description = reader.text("description", &self)
    let maintainer = reader.required("maintainer").flatMap { words($0, of: "maintainer") }
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
        let version = SemanticVersion(String(text.drop { "^~>=v ".contains($0) }), allowingShort: true)
        error(
          "invalid-range",
          "a range of versions is written as \"^1.2.0\", not \(quoted(text))",
          at: member.value,
          help: version.map { "write \"^\($0)\": \($0) and all later versions that do not break anything" }
        )
        return nil
      }
      return PackManifest.Requirement(pack: Name(member.key, at: span(member.keyRange)), range: range)
    }
  }

  mutating func content(_ node: JSONNode, into pack: inout RulePack) {
    if case .array = node.value {
      pack.isIncomplete = true
      error(
        "wrong-type",
        "a content file is an object, not a list",
        at: node,
        help: "put the list under a key that says what it lists, as in { \"rules\": [ … ] }"
      )
      return
    }
    guard var reader = ObjectReader(node, "content file", &self) else {
      pack.isIncomplete = true
      return
    }
    pack.content.groups += items("groups", "group", &reader, &pack) { $0.factGroup($1) }
    pack.content.facts += items("facts", "fact", &reader, &pack) { $0.fact($1) }
    pack.content.extensions += items("extensions", "extension", &reader, &pack) { $0.factExtension($1) }
    pack.content.criteria += items("criteria", "criterion", &reader, &pack) { $0.criterion($1) }
    pack.content.decisions += items("decisions", "decision", &reader, &pack) { $0.decision($1) }
    pack.content.options += items("options", "option", &reader, &pack) { $0.option($1) }
    pack.content.sources += items("sources", "source", &reader, &pack) { $0.source($1) }
    pack.content.rules += items("rules", "rule", &reader, &pack) { $0.rule($1) }
    pack.content.contradictions += items("contradictions", "contradiction", &reader, &pack) { $0.contradiction($1) }
    pack.content.components += items("components", "component", &reader, &pack) { $0.component($1) }
    pack.content.steps += items("steps", "step", &reader, &pack) { $0.step($1) }
    pack.content.prices += items("prices", "price", &reader, &pack) { $0.price($1) }
    pack.content.adjustments += items("adjustments", "adjustment", &reader, &pack) { $0.adjustment($1) }
    pack.content.renamings += items("renamed", "renaming", &reader, &pack) { $0.renaming($1) }
    pack.content.tests += items("tests", "test", &reader, &pack) { $0.packTest($1) }
    pack.content.severities += items("severities", "severity", &reader, &pack) { $0.severityChange($1) }
    let before = log.errorCount
    reader.finish(&self)
    if log.errorCount > before { pack.isIncomplete = true }
  }

  /// The items under a key. One with mistakes is remembered, so that whoever names it is not reported, too.
  private mutating func items<Item>(
    _ key: String,
    _ kind: String,
    _ reader: inout ObjectReader,
    _ pack: inout RulePack,
    _ decode: (inout Decoding, JSONNode) -> Item?
  ) -> [Item] {
    guard let list = reader.optional(key) else { return [] }
    guard let nodes = elements(list, of: key) else {
      pack.isIncomplete = true
      return []
    }
    var found: [Item] = []
    for node in nodes {
      let before = log.errorCount
      if let item = decode(&self, node) { found.append(item) }
      guard log.errorCount > before else { continue }
      if case .object(let members) = node.value, let id = members.first(where: { $0.key == "id" })?.value,
        case .string(let text) = id.value, isIdentifier(text)
      {
        pack.flawed[kind, default: []].insert(text)
      } else {
        pack.isIncomplete = true
      }
    }
    return found
  }
}
