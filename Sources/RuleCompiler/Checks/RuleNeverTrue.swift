import Diagnostics
import Engine
import RuleModel

extension Check {
  /// A condition that no answers fulfil.
  package static let ruleNeverTrue = Check(
    code: "rule-never-true",
    summary: "no answers make the condition of a rule true",
    rationale: """
      A rule that can never be true has no effect, and nobody notices: it looks as if the case were covered. Proved over \
      all answers: choices, ranges of numbers, exclusive choices, and questions that are not asked.
      """,
    fires: [
      """
      { "facts": [ { "id": "load", "type": "number", "minimum": 0, "maximum": 100 } ],
        "rules": [ { "id": «"high-load"», "when": { "load": { "above": 80, "below": 20 } }, "notes": [ { "text": "…" } ] } ] }
      """,
      """
      { "facts": [ { "id": "database", "type": "boolean" },
                   { "id": "size", "type": "number", "relevantWhen": { "database": true } } ],
        "rules": [ { "id": «"size-without-database"», "when": { "database": false, "size": { "above": 10 } },
                     "notes": [ { "text": "…" } ] } ] }
      """,
    ],
    silent: [
      """
      { "facts": [ { "id": "load", "type": "number", "minimum": 0, "maximum": 100 } ],
        "rules": [ { "id": "full-load", "when": { "load": { "atLeast": 100 } }, "notes": [ { "text": "…" } ] } ] }
      """
    ],
    find: { packs in
      var found = packs.catalogue.rules.filter { packs.neverTrue.contains($0.id) }.map { rule in
        let culprits = conflict(in: packs.parts[rule.id] ?? [], packs)
        return Diagnostic(
          .warning,
          code: "rule-never-true",
          "rule '\(rule.id)' can never be true: no answers fulfil its condition",
          at: rule.rule.name.span,
          help: culprits.count > 1
            ? "mend or remove one of the parts shown below: they exclude each other"
            : "mend the condition, or remove the rule",
          related: culprits.compactMap { part in
            part.firstComparison.map { Diagnostic.Related(clause($0, isAlone: culprits.count == 1), at: $0.span) }
          }
        )
      }
      func add(_ kind: String, _ name: Name, _ register: Int?, _ sentence: String) {
        guard let register, packs.isNeverTrue(register) else { return }
        found.append(
          Diagnostic(
            .warning,
            code: "rule-never-true",
            "\(kind) '\(name.id)' \(sentence): no answers fulfil its condition",
            at: name.span,
            help: "mend the condition, or remove the \(kind)"
          )
        )
      }
      for item in packs.catalogue.contradictions {
        add("contradiction", item.item.name, packs.rules.contradictionRegisters[item.item.id], "is never shown")
      }
      for item in packs.catalogue.prices {
        add("price", item.item.name, packs.rules.priceRegisters[item.item.id], "never counts")
      }
      for (place, decision) in packs.catalogue.decisions.enumerated() {
        let when = Int(packs.rules.program.decisions[place].when)
        add("decision", decision.decision.name, when >= 0 ? when : nil, "never has to be taken")
      }
      for fact in packs.catalogue.facts {
        let column = packs.rules.factColumns[fact.id]
        add("fact", fact.fact.name, column.flatMap { packs.reasoner.index.relevance(of: $0) }, "is never relevant")
      }
      return found
    }
  )

  /// The fewest parts that already exclude each other: what is left when no part can be spared.
  private static func conflict(
    in parts: [(condition: LinkedCondition, register: Int)],
    _ packs: CheckedPacks
  ) -> [LinkedCondition] {
    var reasoner = packs.reasoner
    var kept = parts
    for part in parts where kept.count > 1 {
      let others = kept.filter { $0.register != part.register }
      if reasoner.solve(others.map { ($0.register, .yes) }).isImpossible { kept = others }
    }
    return kept.map(\.condition)
  }

  private static func clause(_ comparison: LinkedComparison, isAlone: Bool) -> String {
    isAlone
      ? "this part is never true: '\(comparison.subject.key)' has no value that fits"
      : "'\(comparison.subject.key)' is asked for here"
  }
}
