import RuleModel

/// A comparison that people read as true where a fact is not applicable, and that is false there: `isNot` and `noneOf`.
struct NotApplicableSuspect: Sendable {
  let comparison: LinkedComparison
  let fact: String
  /// "rule 'x'", for messages.
  let owner: String
  /// What else must hold for the comparison to count: the other parts of the whole condition.
  let context: [LinkedCondition]
  /// Their registers.
  private(set) var registers: [Int] = []

  func with(_ registers: [Int]) -> NotApplicableSuspect {
    var copy = self
    copy.registers = registers
    return copy
  }

  /// All of a catalogue: comparisons of facts that may be irrelevant, not below `not`.
  static func all(in catalogue: Catalogue) -> [NotApplicableSuspect] {
    conditionUses(of: catalogue).flatMap { use -> [NotApplicableSuspect] in
      let parts = use.condition.conjuncts
      return parts.indices.flatMap { place -> [NotApplicableSuspect] in
        let others = parts.indices.filter { $0 != place }.map { parts[$0] }
        return comparisons(in: parts[place]).compactMap { comparison in
          guard comparison.operator.id == "isNot" || comparison.operator.id == "noneOf",
            case .fact(let id) = comparison.subject, catalogue.fact(id)?.relevance != nil
          else { return nil }
          return NotApplicableSuspect(comparison: comparison, fact: id, owner: use.owner, context: others)
        }
      }
    }
  }

  /// The comparisons that are not below `not`.
  private static func comparisons(in condition: LinkedCondition) -> [LinkedComparison] {
    switch condition {
    case .all(let parts), .any(let parts): parts.flatMap { comparisons(in: $0) }
    case .not: []
    case .comparison(let comparison): [comparison]
    }
  }
}
