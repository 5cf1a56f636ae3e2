import LocatedJSON
import Synchronization

/// The digest of a pack, computed when it is first asked for: most commands never do.
final class PackDigest: Sendable {
  private enum State {
    case waiting(manifest: JSONNode, contents: [JSONNode])
    case known(String)
  }

  private let state: Mutex<State>

  init(manifest: JSONNode, contents: [JSONNode]) {
    state = Mutex(.waiting(manifest: manifest, contents: contents))
  }

  /// Lower-case hexadecimal.
  var text: String {
    state.withLock { state in
      switch state {
      case .known(let text): return text
      case .waiting(let manifest, let contents):
        let text = packDigest(manifest: manifest, contents: contents)
        state = .known(text)
        return text
      }
    }
  }
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
    if case .object(let members) = item, case .string(let id)? = members.first(where: { $0.key == "id" })?.value {
      return (id, [], item)
    }
    return ("", item.canonical(), item)
  }
  return keyed.sorted { a, b in
    guard a.id == b.id else { return idPrecedes(a.id, b.id) }
    let (x, y) = a.id.isEmpty ? (a.text, b.text) : (a.item.canonical(), b.item.canonical())
    return x.lexicographicallyPrecedes(y)
  }.map(\.item)
}
