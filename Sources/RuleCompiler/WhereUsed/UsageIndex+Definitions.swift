import Diagnostics
import RuleModel

extension UsageIndex {
  /// Where the items of a kind are defined, in the order of the catalogue.
  func definitions(of kind: UsedKind) -> [(id: String, span: SourceSpan?)] {
    func places(_ names: [Name]) -> [(id: String, span: SourceSpan?)] { names.map { ($0.id, $0.span) } }
    return switch kind {
    case .source: places(catalogue.sources.map(\.name))
    case .fact: places(catalogue.facts.map(\.fact.name))
    case .choice:
      catalogue.facts.flatMap { fact in fact.fact.choices.map { ("\(fact.id)=\($0.name.id)", $0.name.span) } }
    case .criterion: places(catalogue.criteria.map(\.criterion.name))
    case .decision: places(catalogue.decisions.map(\.decision.name))
    case .option: places(catalogue.decisions.flatMap(\.options).map(\.name))
    case .rule: places(catalogue.rules.map(\.rule.name) + catalogue.disabled.map(\.rule.name))
    case .component: places(catalogue.components.map(\.item.name))
    case .step: places(catalogue.steps.map(\.item.name))
    case .price: places(catalogue.prices.map(\.item.name))
    case .contradiction: places(catalogue.contradictions.map(\.item.name))
    case .group: places(catalogue.groups.map(\.name))
    case .pack: places(catalogue.packs.map(\.manifest.name))
    }
  }

  /// Texts of other items that name the item: by its id, or an option by its title.
  func mentionsInTexts(_ kind: UsedKind, _ id: String) -> [Usage] {
    let titles = kind == .option ? catalogue.option(id)?.title.translations ?? [] : []
    let own = " of \(kind.rawValue) '\(id)'"
    return packTexts(of: catalogue).filter { !$0.what.hasSuffix(own) }.compactMap { text -> Usage? in
      for translation in text.text.translations {
        let words = titles.filter { [translation.language, ""].contains($0.language) }.map(\.text)
        guard let word = ([id] + words).first(where: { translation.text.holds(word: $0) }) else { continue }
        return Usage(user: .text, id: text.what, pack: nil, how: "names it: \(word)", through: [], span: text.span)
      }
      return nil
    }
  }
}

extension String {
  /// Whether a word of at least four letters stands in the text, and not as a part of a longer one.
  fileprivate func holds(word: String) -> Bool {
    let (text, wanted) = (Array(utf8), Array(word.utf8))
    guard wanted.count >= 4, text.count >= wanted.count else { return false }
    func isPartOfWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
        true
      default: false
      }
    }
    return (0...(text.count - wanted.count)).contains { start in
      let end = start + wanted.count
      return text[start] == wanted[0] && text[start..<end].elementsEqual(wanted)
        && (start == 0 || !isPartOfWord(text[start - 1])) && (end == text.count || !isPartOfWord(text[end]))
    }
  }
}
