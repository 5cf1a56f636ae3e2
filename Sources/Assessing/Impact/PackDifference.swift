package import Diagnostics
package import RuleCompiler
import RuleModel

/// What two versions of the packs say differently; layout, order of files and keys, and other spellings of the same
/// condition are no difference.
package struct PackDifference: Sendable {
  /// By kind, then id.
  package let items: [ItemDifference]

  package init(from old: Catalogue, to new: Catalogue) {
    let renames = Renames(of: new)
    let before = Dictionary(
      ItemDescriber(old, renames).items.map { (Key($0), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let after = Dictionary(ItemDescriber(new, Renames()).items.map { (Key($0), $0) }) { first, _ in first }
    let keys = Set(before.keys).union(after.keys).sorted()
    items = keys.compactMap { key in ItemDifference(before[key], after[key]) }
  }

  package var isEmpty: Bool { items.isEmpty }

  private struct Key: Hashable, Comparable {
    let kind: ItemKind
    let id: String

    init(_ item: DescribedItem) { (kind, id) = (item.kind, item.id) }

    static func < (a: Key, b: Key) -> Bool { a.kind == b.kind ? idPrecedes(a.id, b.id) : a.kind < b.kind }
  }
}

/// Kinds of items, in the order in which differences are shown.
package enum ItemKind: String, Sendable, CaseIterable, Comparable {
  case pack
  case rule
  case criterion
  case fact
  case group
  case decision
  case option
  case contradiction
  case component
  case step
  case price
  case source
  case test

  package static func < (a: ItemKind, b: ItemKind) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

/// An item that is new, gone, or not what it was.
package struct ItemDifference: Sendable {
  package enum Change: String, Sendable, CaseIterable {
    case added
    case removed
    case changed
  }

  /// One respect in which an item differs: "condition", "ratings", "because (de)" …
  package struct Aspect: Sendable, Equatable {
    package let name: String
    /// nil: it was not there.
    package let old: String?
    /// nil: it is gone.
    package let new: String?

    /// Another id as a respect of its own.
    package static func renamed(from old: String, to new: String) -> Aspect { Aspect(name: "id", old: old, new: new) }
  }

  package let kind: ItemKind
  /// The present id.
  package let id: String
  package let pack: String
  package let change: Change
  /// Its id in the old version, where that is another.
  package let formerID: String?
  /// In the order of the format; empty for what is new or gone.
  package let aspects: [Aspect]
  /// Where it stands in the new version, or stood in the old one.
  package let span: SourceSpan?

  /// Nil if there is no difference.
  init?(_ old: DescribedItem?, _ new: DescribedItem?) {
    guard let item = new ?? old else { return nil }
    kind = item.kind
    id = item.id
    pack = item.pack
    span = item.span
    change = old == nil ? .added : new == nil ? .removed : .changed
    formerID = old.flatMap { $0.writtenID == item.id ? nil : $0.writtenID }
    guard let old, let new else {
      aspects = []
      return
    }
    let names = new.aspects.map(\.name) + old.aspects.map(\.name).filter { new[$0] == nil }
    aspects = names.compactMap { name in
      old[name] == new[name] ? nil : Aspect(name: name, old: old[name], new: new[name])
    }
    if aspects.isEmpty && formerID == nil { return nil }
  }
}
