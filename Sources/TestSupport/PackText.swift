import Diagnostics
package import LocatedJSON
package import RuleModel

/// A rule pack as tests write it: short JSON in which texts that nobody reads may be left out.
///
/// `folder` adds what the format asks for and a test rarely cares about: titles, questions, reasons, phase, owner, layer
/// and status. The items stay open to change until then, so that a test can take a pack and add one rule.
package struct PackText: Sendable {
  package var id: String
  package var version = "1.0.0"
  /// Ids of packs; the range is always `^1.0.0`.
  package var requires: [String]
  package var optional: [String]
  /// Items by the key that they stand under in a content file: "facts", "rules" …
  package var items: [String: [JSONValue]] = [:]

  /// A pack with the items of a content file.
  ///
  /// - Throws: `UnexpectedProblems` if the text is no JSON object of lists.
  package init(
    _ id: String = "test",
    requires: [String] = [],
    optional: [String] = [],
    content: String
  ) throws {
    self.init(id: id, requires: requires, optional: optional)
    for member in try parsed(content).members ?? [] { items[member.key] = member.value.elements ?? [] }
  }

  package init(id: String, requires: [String], optional: [String]) {
    self.id = id
    self.requires = requires
    self.optional = optional
  }

  /// Adds an item under a key of the content file.
  package mutating func add(_ item: JSONValue, to key: String) { items[key, default: []].append(item) }

  /// Changes every item under a key; an item may become several, or none.
  package mutating func replace(_ key: String, _ change: (JSONValue) throws -> [JSONValue]) rethrows {
    items[key] = try items[key]?.flatMap(change)
  }

  /// The pack as two files, `pack.json` and `content.json`.
  package var folder: PackFolder {
    let content = completedItems.map { JSONValue.Member($0.key, .array($0.items)) }
    return folder([("content.json", .object(content))], manifest: manifest)
  }

  /// The same pack cut into other files with other names, with all items and all keys in another order.
  package func shuffledFolder(_ generator: inout SplitMix64) -> PackFolder {
    var files: [[String: [JSONValue]]] = Array(repeating: [:], count: generator.int(1...4))
    for (key, items) in completedItems {
      for item in generator.shuffled(items) {
        let place = generator.int(0...files.count - 1)
        files[place][key, default: []].append(item.withShuffledKeys(&generator))
      }
    }
    let contents = files.enumerated().map { number, file in
      let sections = file.sorted { idPrecedes($0.key, $1.key) }.map { JSONValue.Member($0.key, .array($0.value)) }
      return ("\(generator.int(0...999))-\(number).json", JSONValue.object(generator.shuffled(sections)))
    }
    return folder(generator.shuffled(contents), manifest: manifest.withShuffledKeys(&generator))
  }

  private func folder(_ contents: [(name: String, value: JSONValue)], manifest: JSONValue) -> PackFolder {
    func file(_ name: String, _ value: JSONValue) -> SourceFile {
      SourceFile(name: "\(id)/\(name)", text: value.pretty())
    }
    return PackFolder(
      name: id,
      manifest: file("pack.json", manifest),
      contents: contents.map { file($0.name, $0.value) }
    )
  }

  private var manifest: JSONValue {
    func ranges(_ packs: [String]) -> JSONValue { .object(packs.map { JSONValue.Member($0, "^1.0.0") }) }
    return [
      "format": 1, "id": .string(id), "version": .string(version), "title": .string(id), "description": .string(id),
      "maintainer": "tests", "requires": ranges(requires), "optional": ranges(optional),
    ]
  }

  private var completedItems: [(key: String, items: [JSONValue])] {
    items.sorted { idPrecedes($0.key, $1.key) }.map { key, items in (key, items.map { completed($0, key) }) }
  }

  private func completed(_ item: JSONValue, _ key: String) -> JSONValue {
    var missing: [(key: String, value: JSONValue)] = []
    let title = item["id"] ?? "untitled"
    switch key {
    case "facts": if item["derive"] == nil { missing = [("question", title)] }
    case "groups", "criteria", "decisions", "options", "prices": missing = [("title", title)]
    case "rules": missing = [("title", title), ("because", title)]
    case "contradictions": missing = [("text", title)]
    case "components": missing = [("title", title), ("layer", "application")]
    case "steps": missing = [("title", title), ("phase", "prepare"), ("owner", "customer")]
    case "sources": missing = [("status", "stated")]
    case "adjustments": missing = [("because", "tests")]
    default: break
    }
    var result = item
    for (key, value) in missing where item[key] == nil { result[key] = value }
    return result
  }
}

/// A JSON text without its places.
///
/// - Throws: `UnexpectedProblems` for what is not JSON.
package func parsed(_ text: String) throws -> JSONValue {
  var log = DiagnosticLog()
  guard let document = parseJSON(SourceFile(name: "text.json", text: text), into: &log) else {
    throw UnexpectedProblems(log)
  }
  return document.root.plain
}
