package import Diagnostics
import RuleModel

/// One place in the packs where something is used.
package struct Usage: Sendable {
  /// What uses it, in the order in which people see them.
  package enum User: String, Sendable, CaseIterable {
    case rule
    case fact
    case criterion
    case decision
    case option
    case contradiction
    case component
    case step
    case price
    case pack
    case adjustment
    case addition = "extension"
    case renaming
    case test
    /// A text that names it: the id, or the title of an option.
    case text
  }

  package let user: User
  /// Id of the item that uses it; for a test its name, for a text what the text is.
  package let id: String
  /// Id of the pack; nil where a text does not tell.
  package let pack: String?
  /// What the item does with it, as a verb with its object: "cites it", "rates it +3".
  package let how: String
  /// What stands between: derived facts, the option of a variant or a variant of the option; empty for a direct use.
  package let through: [String]
  /// The id where it is written.
  package let span: SourceSpan?

  /// The same use, seen from behind another item.
  func behind(_ item: String) -> Usage {
    Usage(user: user, id: id, pack: pack, how: how, through: [item] + through, span: span)
  }
}

/// What can be looked for.
package enum UsedKind: String, Sendable, CaseIterable {
  case source
  case fact
  /// Written `fact=choice`.
  case choice
  case criterion
  case decision
  case option
  case rule
  case component
  case step
  case price
  case contradiction
  case group
  case pack
}

/// An item with every place that uses it.
package struct UsedItem: Sendable {
  package let kind: UsedKind
  package let id: String
  /// Where it is defined.
  package let span: SourceSpan?
  /// By kind of user, then id, then place.
  package let uses: [Usage]
}

/// Every use of every item of a catalogue, collected once.
package struct UsageIndex: Sendable {
  let catalogue: Catalogue
  let byTarget: [UsedKind: [String: [Usage]]]

  package init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    var collector = UsageCollector()
    collector.collect(catalogue)
    byTarget = collector.found
  }

  /// Everything with this id (ids are unique per kind only), with its uses; empty if nothing has it.
  package func items(named id: String) -> [UsedItem] {
    UsedKind.allCases.compactMap { kind in
      guard let definition = definitions(of: kind).first(where: { $0.id == id }) else { return nil }
      return UsedItem(kind: kind, id: id, span: definition.span, uses: uses(of: kind, id))
    }
  }

  /// All ids that can be looked for.
  package var ids: [String] { UsedKind.allCases.flatMap { definitions(of: $0) }.map(\.id) }

  /// Every use of one item, also behind derived facts and between an option and its variants.
  ///
  /// - Parameter inTexts: whether texts are looked through for its name, too, which takes longer.
  package func uses(of kind: UsedKind, _ id: String, inTexts: Bool = true) -> [Usage] {
    var found = direct(kind, id)
    switch kind {
    case .fact, .choice: found += usesBehindDerivedFacts(of: found, seen: [id])
    case .option: found += usesOfRelatives(of: id)
    default: break
    }
    if inTexts { found += mentionsInTexts(kind, id) }
    return found.sorted(by: precedes)
  }

  private func direct(_ kind: UsedKind, _ id: String) -> [Usage] { byTarget[kind]?[id] ?? [] }

  private func usesBehindDerivedFacts(of uses: [Usage], seen: Set<String>) -> [Usage] {
    let derived = Set(uses.filter { $0.user == .fact && catalogue.fact($0.id)?.derivation != nil }.map(\.id))
    return derived.subtracting(seen).sorted(by: idPrecedes).flatMap { fact -> [Usage] in
      let own = direct(.fact, fact).filter { $0.user != .test }
      return (own + usesBehindDerivedFacts(of: own, seen: seen.union([fact]))).map { $0.behind(fact) }
    }
  }

  /// What is said of an option holds for its variants, and what is said of a variant concerns the option.
  private func usesOfRelatives(of id: String) -> [Usage] {
    guard let decision = catalogue.decision(ofOption: id), let option = decision.option(id) else { return [] }
    let relatives =
      option.variantOf.map { [$0.id] } ?? decision.options.filter { $0.variantOf?.id == id }.map(\.id)
    return relatives.flatMap { relative in
      direct(.option, relative).filter { $0.user != .option }.map { $0.behind(relative) }
    }
  }

  private func precedes(_ a: Usage, _ b: Usage) -> Bool {
    func place(_ usage: Usage) -> Int { Usage.User.allCases.firstIndex(of: usage.user) ?? 0 }
    if place(a) != place(b) { return place(a) < place(b) }
    if a.through.count != b.through.count { return a.through.count < b.through.count }
    if a.id != b.id { return idPrecedes(a.id, b.id) }
    let (x, y) = (a.span?.file.name ?? "", b.span?.file.name ?? "")
    if x != y { return idPrecedes(x, y) }
    return (a.span?.range.lowerBound ?? 0) < (b.span?.range.lowerBound ?? 0)
  }
}
