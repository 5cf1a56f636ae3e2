import Diagnostics
import RuleModel

/// An item as a list of respects in which it can differ, each as text.
struct DescribedItem {
  let kind: ItemKind
  /// After renaming.
  let id: String
  let writtenID: String
  let pack: String
  let span: SourceSpan?
  private(set) var aspects: [(name: String, value: String)] = []

  init(_ kind: ItemKind, _ name: Name, renamed id: String? = nil, pack: String) {
    self.kind = kind
    self.id = id ?? name.id
    writtenID = name.id
    self.pack = pack
    span = name.span
    add("pack", pack)
  }

  subscript(name: String) -> String? { aspects.first { $0.name == name }?.value }

  /// Adds a respect; nothing where there is nothing to say.
  mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { aspects.append((name, value)) }
  }

  mutating func add(_ name: String, _ number: Double?) { add(name, number.map { plain($0) }) }

  mutating func add(_ name: String, _ date: CalendarDate?) { add(name, date.map { "\($0)" }) }

  /// A list whose order says nothing.
  mutating func add(_ name: String, set: [String]) { add(name, set.sorted(by: idPrecedes).joined(separator: ", ")) }

  /// Every translation by itself: "title (de)".
  mutating func add(_ name: String, _ text: LocalizedText?) {
    guard let text else { return }
    for translation in text.translations {
      add(translation.language.isEmpty ? name : "\(name) (\(translation.language))", translation.text)
    }
    if text.audience == .internal { add("\(name) for", "the house") }
  }

  mutating func add(_ audience: Audience) {
    if audience == .internal { add("audience", audience.rawValue) }
  }

  mutating func add(_ header: ItemHeader) { add("needs", set: header.needs.map(\.id)) }
}
