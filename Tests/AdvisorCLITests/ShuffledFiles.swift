import LocatedJSON
import RuleModel
import TestSupport

/// The same packs in another order: other folders and files, items dealt out anew, keys of every object shuffled.
///
/// Only the lists of items in content files are shuffled; what stands in an item (choices, `after`, sources, ratings by
/// rule) keeps its order, which has a meaning.
struct ShuffledFiles {
  private(set) var texts: Texts = [:]
  private var dice: SplitMix64

  init(_ original: Texts, seed: UInt64) throws {
    dice = SplitMix64(seed: seed)
    let packs = Set(original.keys.filter { $0.hasPrefix("Rules/") }.map { $0.split(separator: "/")[1] })
    for (number, pack) in dice.shuffled(packs.sorted()).enumerated() {
      // README.md and the like stand beside the packs.
      guard original["Rules/\(pack)/pack.json"] != nil else { continue }
      let folder = "Rules/\(dice.int(100...999))-\(number)"
      texts["\(folder)/pack.json"] = try original.json("Rules/\(pack)/pack.json").withShuffledKeys(&dice).pretty()
      try deal(original.filter { $0.key.hasPrefix("Rules/\(pack)/") && !$0.key.hasSuffix("/pack.json") }, to: folder)
    }
    for path in original.keys.filter({ $0.hasPrefix("Profiles/") }).sorted() {
      texts[path] = try original.json(path).withShuffledKeys(&dice).pretty()
    }
  }

  private mutating func deal(_ contents: Texts, to folder: String) throws {
    var files: [[String: [JSONValue]]] = Array(repeating: [:], count: dice.int(2...5))
    var items: [(key: String, item: JSONValue)] = []
    for path in contents.keys.sorted() {
      for member in try contents.json(path).members ?? [] {
        items += member.value.elements?.map { (member.key, $0) } ?? []
      }
    }
    for (key, item) in dice.shuffled(items) {
      files[dice.int(0...files.count - 1)][key, default: []].append(item.withShuffledKeys(&dice))
    }
    for (number, file) in files.enumerated() {
      let members = file.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .array($0.value)) }
      let name = "\(folder)/\(dice.int(0...99))/\(dice.int(0...999))-\(number).json"
      texts[name] = JSONValue.object(dice.shuffled(members)).pretty()
    }
  }
}
