import Diagnostics
package import LocatedJSON

/// One text of the packs with its place and its translations: a row of the spreadsheet.
package struct PackTextRow: Sendable {
  /// What a row is recognised by, wherever its item stands.
  package struct Identity: Sendable, Hashable {
    /// Id of the pack.
    package let pack: String
    /// "rule", "fact" …; "pack" for the manifest.
    package let kind: String
    /// Id of the item; of an item without one, what it is about. A second one of the same name has "#2" behind it.
    package let item: String
    /// Which text of the item: "title", "choices.none.help", "notes.1.text".
    package let key: String

    package init(pack: String, kind: String, item: String, key: String) {
      self.pack = pack
      self.kind = kind
      self.item = item
      self.key = key
    }
  }

  package let identity: Identity
  package let file: String
  /// JSON Pointer to the text.
  package let place: String
  /// The text itself: a string, or an object of languages.
  package let node: JSONNode

  /// Language tag (empty for one text for all languages) and text, as written.
  package var translations: [(language: String, text: String)] {
    switch node.value {
    case .string(let text): return [("", text)]
    case .object(let members):
      return members.compactMap { member in
        guard isLanguageTag(member.key), case .string(let text) = member.value.value else { return nil }
        return (member.key, text)
      }
    default: return []
    }
  }

  package func text(in language: String) -> String? { translations.first { $0.language == language }?.text }
}

/// Whether a key of a text names a language; the other keys are `audience` and remarks.
func isLanguageTag(_ key: String) -> Bool {
  let parts = key.split(separator: "-", omittingEmptySubsequences: false)
  guard let base = parts.first, (2...3).contains(base.utf8.count) else { return false }
  return base.utf8.allSatisfy { (97...122).contains($0) } && parts.dropFirst().allSatisfy { !$0.isEmpty }
}

/// All texts of a pack in the order of its files, as far as they have the form of texts.
package func textRows(of pack: String, in documents: [JSONDocument]) -> [PackTextRow] {
  var collector = TextCollector(pack: pack)
  for document in documents { collector.collect(document) }
  return collector.rows
}

/// Walks files by their shapes.
private struct TextCollector {
  let pack: String
  var rows: [PackTextRow] = []
  /// How often an item of this kind and name was seen.
  private var seen: [String: Int] = [:]

  init(pack: String) { self.pack = pack }

  mutating func collect(_ document: JSONDocument) {
    let kind = fileKind(of: document)
    guard kind != .profile, case .object(let members) = document.root.value else { return }
    if kind == .pack {
      walk(document.root, .object(kind.shape.name), At(file: document.file.name, kind: "pack", item: pack))
      return
    }
    for section in kind.shape.keys {
      guard case .list(.object(let shape), _) = section.value,
        case .array(let items)? = members.first(where: { $0.key == section.name })?.value.value
      else { continue }
      for (index, item) in items.enumerated() {
        let name = numbered(item.itemName ?? "\(index + 1)", shape)
        let place = "/\(section.name)/\(index)"
        walk(item, .object(shape), At(file: document.file.name, kind: shape, item: name, place: place))
      }
    }
  }

  private mutating func numbered(_ name: String, _ kind: String) -> String {
    seen["\(kind) \(name)", default: 0] += 1
    let count = seen["\(kind) \(name)"] ?? 1
    return count == 1 ? name : "\(name)#\(count)"
  }

  private struct At {
    let file: String
    let kind: String
    let item: String
    var place = ""
    var key = ""

    func inside(_ token: String, as name: String? = nil) -> At {
      var result = self
      result.place += "/" + token.replacing("~", with: "~0").replacing("/", with: "~1")
      result.key += (key.isEmpty ? "" : ".") + (name ?? token)
      return result
    }
  }

  private mutating func walk(_ node: JSONNode, _ shape: ValueShape, _ at: At) {
    switch (shape, node.value) {
    case (.text, .string), (.text, .object):
      let identity = PackTextRow.Identity(pack: pack, kind: at.kind, item: at.item, key: at.key)
      rows.append(PackTextRow(identity: identity, file: at.file, place: at.place, node: node))
    case (.object(let name), .object(let members)):
      for key in ObjectShape.named(name).keys {
        guard let member = members.first(where: { $0.key == key.name }) else { continue }
        walk(member.value, key.value, at.inside(key.name))
      }
    case (.list(let element, _), .array(let elements)):
      var names: [String: Int] = [:]
      for (index, value) in elements.enumerated() {
        let name = value.itemName ?? value.otherEnd ?? "\(index + 1)"
        names[name, default: 0] += 1
        let count = names[name] ?? 1
        walk(value, element, at.inside("\(index)", as: count == 1 ? name : "\(name)#\(count)"))
      }
    case (.map(_, let value, _), .object(let members)):
      for member in members where member.key != "$schema" && !member.key.hasPrefix("x-") {
        walk(member.value, value, at.inside(member.key))
      }
    default: break
    }
  }
}

extension JSONNode {
  /// What an item is called: its id, or what it is about.
  fileprivate var itemName: String? {
    guard case .object(let members) = value else { return nil }
    for key in ["id", "fact", "rule", "criterion", "price", "check"] {
      if case .string(let text)? = members.first(where: { $0.key == key })?.value.value { return text }
    }
    return nil
  }

  /// What a connection leads to or comes from.
  fileprivate var otherEnd: String? {
    guard case .object(let members) = value else { return nil }
    for key in ["from", "to"] {
      if case .string(let text)? = members.first(where: { $0.key == key })?.value.value { return "\(key)-\(text)" }
    }
    return nil
  }
}
