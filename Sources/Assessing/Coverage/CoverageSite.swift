import Diagnostics
import RuleCompiler
import RuleModel

/// A condition somewhere in the packs.
struct CoverageSite {
  enum Owner {
    case rule
    /// A fact's relevance (part nil), derivation by a condition (part 0), or one of its cases.
    case fact(LinkedFact, part: Int?)
    case decision
    case contradiction
    case component
    case step
    case price(option: String?)
  }

  let owner: Owner
  let id: String
  let pack: String
  let span: SourceSpan?
  let condition: LinkedCondition

  var fact: (fact: LinkedFact, part: Int?)? {
    guard case .fact(let fact, let part) = owner else { return nil }
    return (fact, part)
  }

  /// Nothing reached yet.
  var empty: ConditionCoverage {
    let kind: ConditionCoverage.Owner =
      switch owner {
      case .rule: .rule
      case .fact(_, let part): part == nil ? .relevance : .derivation
      case .decision: .decision
      case .contradiction: .contradiction
      case .component: .component
      case .step: .step
      case .price: .price
      }
    var comparisons: [ComparisonCoverage] = []
    condition.forEachComparison { comparisons.append(ComparisonCoverage(comparison: $0)) }
    return ConditionCoverage(
      owner: kind,
      id: id,
      pack: pack,
      span: span,
      condition: condition,
      comparisons: comparisons
    )
  }

  /// All conditions; those of facts last, each fact after the facts that are computed from it.
  static func all(in catalogue: Catalogue) -> [CoverageSite] {
    var sites: [CoverageSite] = []
    func add(
      _ owner: Owner,
      _ name: Name,
      _ header: ItemHeader,
      _ condition: LinkedCondition?,
      at span: SourceSpan? = nil
    ) {
      guard let condition else { return }
      sites.append(
        CoverageSite(owner: owner, id: name.id, pack: header.pack, span: span ?? name.span, condition: condition)
      )
    }
    for rule in catalogue.rules { add(.rule, rule.rule.name, rule.rule.header, rule.condition) }
    for item in catalogue.decisions { add(.decision, item.decision.name, item.decision.header, item.condition) }
    for item in catalogue.contradictions { add(.contradiction, item.item.name, item.item.header, item.condition) }
    for item in catalogue.components { add(.component, item.item.name, item.item.header, item.condition) }
    for item in catalogue.steps { add(.step, item.item.name, item.item.header, item.condition) }
    for item in catalogue.prices {
      add(.price(option: item.item.option?.id), item.item.name, item.item.header, item.condition)
    }
    for fact in catalogue.factOrder.reversed().compactMap({ catalogue.fact($0) }) {
      let (name, header) = (fact.fact.name, fact.fact.header)
      switch fact.derivation {
      case .condition(let condition): add(.fact(fact, part: 0), name, header, condition)
      case .cases(let cases, _):
        for (part, item) in cases.enumerated() { add(.fact(fact, part: part), name, header, item.condition) }
      case .expression, nil: break
      }
      add(.fact(fact, part: nil), name, header, fact.relevance)
    }
    return sites
  }
}
