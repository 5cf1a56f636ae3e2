import Diagnostics
import RuleModel

extension Check {
  /// A comparison that the range of its fact decides.
  package static let thresholdOutsideRange = Check(
    code: "threshold-outside-range",
    summary: "a number or place in an order is compared with what its range never reaches, or always does",
    rationale: """
      A comparison that gives the same for every allowed answer distinguishes nothing. Either the threshold is wrong, or \
      the minimum, the maximum or the unit of the question is.
      """,
    fires: [
      """
      { "facts": [ { "id": "availability", "type": "number", "unit": "%", "minimum": 0, "maximum": 100 } ],
        "rules": [ { "id": "r", "when": { "availability": { «"atLeast": 999» } }, "notes": [ { "text": "…" } ] } ] }
      """,
      """
      { "facts": [ { "id": "level", "type": "choice", "ordered": true, "choices": [ { "id": "low" }, { "id": "high" } ] } ],
        "rules": [ { "id": "r", "when": { "level": { «"above": "high"» } }, "notes": [ { "text": "…" } ] } ] }
      """,
    ],
    silent: [
      """
      { "facts": [ { "id": "availability", "type": "number", "unit": "%", "minimum": 0, "maximum": 100 } ],
        "rules": [ { "id": "r", "when": { "availability": { "atLeast": 100 } }, "notes": [ { "text": "…" } ] } ] }
      """
    ],
    find: { packs in
      conditionUses(of: packs.catalogue).flatMap { use -> [Diagnostic] in
        var found: [Diagnostic] = []
        use.condition.forEachComparison { comparison in
          guard case .fact(let id) = comparison.subject, let fact = packs.catalogue.fact(id),
            let outcome = outcomeEverywhere(comparison, fact)
          else { return }
          found.append(
            Diagnostic(
              .warning,
              code: "threshold-outside-range",
              outcome == .yes
                ? "every answer that '\(id)' allows makes '\(comparison.operator.id)' true, here in \(use.owner)"
                : "no answer that '\(id)' allows makes '\(comparison.operator.id)' true, here in \(use.owner)",
              at: comparison.span,
              help: rangeHelp(fact)
            )
          )
        }
        return found
      }
    }
  )

  private static func rangeHelp(_ fact: LinkedFact) -> String {
    switch fact.fact.kind {
    case .number(let domain):
      "answers lie between \(domain.minimum.map(plain) ?? "…") and \(domain.maximum.map(plain) ?? "…"); "
        + "mend the threshold, or the range of the question"
    default:
      "the choices from lowest to highest are \(fact.choiceOrder.joined(separator: ", ")); mend the threshold"
    }
  }

  /// Its truth for every answer; nil where it depends on the answer.
  private static func outcomeEverywhere(_ comparison: LinkedComparison, _ fact: LinkedFact) -> Truth? {
    func outcome(_ operands: [FactValue]) -> Truth {
      switch fact.fact.kind {
      case .number(let domain) where fact.derivation == nil:
        let all = FactValue.number(from: domain.minimum ?? -.infinity, to: domain.maximum ?? .infinity)
        return comparison.operator.holds(all, operands, comparison.order)
      case .choice(ordered: true) where ["atLeast", "atMost", "above", "below"].contains(comparison.operator.id):
        let truths = fact.choiceOrder.map { comparison.operator.holds(.choice($0), operands, comparison.order) }
        return truths.allSatisfy { $0 == .yes } ? .yes : truths.allSatisfy { $0 == .no } ? .no : .unknown
      default: return .unknown
      }
    }
    // In a list of numbers, one that cannot be is a mistake, too.
    let truths =
      [outcome(comparison.operands)] + (comparison.operands.count > 1 ? comparison.operands.map { outcome([$0]) } : [])
    if truths.contains(.yes) { return .yes }
    return truths.contains(.no) ? .no : nil
  }
}
