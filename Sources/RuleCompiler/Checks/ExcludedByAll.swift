import Diagnostics
import Engine
import RuleModel

extension Check {
  /// Nothing is left to recommend.
  package static let excludedByAll = Check(
    code: "excluded-by-all",
    summary: "all options of a decision are excluded, by one rule, always, or for some answers",
    rationale: """
      Where every option is excluded there is nothing to recommend. One rule that excludes all of them, or rules that \
      together leave none for any answers, are mistakes. That it happens for some answers may be right, and is a note \
      with such answers: better to know before a customer sits at the table.
      """,
    fires: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": «"gpu"», "when": { "gpu": true }, "exclude": [ "cloud", "own" ] } ] }
      """,
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "decisions": [ { "id": «"platform"» } ], "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpu": true }, "exclude": [ "cloud" ] },
                   { "id": "no-gpu", "when": { "gpu": false }, "exclude": [ "cloud" ] } ] }
      """,
      """
      { "facts": [ { "id": "gpu", "type": "boolean" }, { "id": "windows", "type": "boolean" } ],
        "decisions": [ { "id": «"platform"» } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpu": true }, "exclude": [ "cloud" ] },
                   { "id": "windows", "when": { "windows": true }, "exclude": [ "own" ] } ] }
      """,
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpu": true }, "exclude": [ "cloud" ] },
                   { "id": "no-gpu", "when": { "gpu": false }, "exclude": [ "own" ] } ] }
      """
    ],
    find: { packs in
      packs.catalogue.decisions.enumerated().flatMap { place, decision -> [Diagnostic] in
        guard !decision.leaves.isEmpty else { return [] }
        let whole = packs.catalogue.rules.filter {
          $0.decision == decision.id && $0.excludedLeaves.count == decision.leaves.count
            && decision.leaves.count > 1 && !packs.neverTrue.contains($0.id)
        }
        let single = whole.map { rule in
          Diagnostic(
            .warning,
            code: "excluded-by-all",
            "rule '\(rule.id)' excludes every option of decision '\(decision.id)'",
            at: rule.rule.name.span,
            help: "leave an option, or say in 'when' of the decision that it does not arise"
          )
        }
        return single + combined(decision, place, packs, isExplained: !whole.isEmpty)
      }
    }
  )

  /// What several rules do together.
  private static func combined(
    _ decision: LinkedDecision,
    _ place: Int,
    _ packs: CheckedPacks,
    isExplained: Bool
  ) -> [Diagnostic] {
    let program = packs.rules.program
    let row = program.decisions[place]
    let excluding = row.leaves.indices.map { leaf in
      row.rules.indices.map { program.rules[$0] }.filter { rule in
        rule.exclusions.indices.contains { Int(program.exclusions[$0]) == leaf }
      }.map { Int($0.register) }
    }
    guard excluding.allSatisfy({ !$0.isEmpty }) else { return [] }
    var reasoner = packs.reasoner
    let applies: [(register: Int, wanted: TruthSet)] = row.when >= 0 ? [(Int(row.when), .yes)] : []
    let isNeverOpen =
      packs.worlds.withoutSolution[place] == packs.worlds.applicable[place]
      && excluding.allSatisfy { registers in
        reasoner.solve(applies + registers.map { ($0, .notYes) }).isImpossible
      }
    if isNeverOpen {
      return [
        Diagnostic(
          .warning,
          code: "excluded-by-all",
          "decision '\(decision.id)' never has a solution: whatever is answered, every option is excluded",
          at: decision.decision.name.span,
          help: "mend the rules that exclude its options"
        )
      ]
    }
    guard !isExplained, let witness = worldWithoutSolution(excluding, applies.map(\.register), packs) else { return [] }
    let count = packs.worlds.withoutSolution[place]
    return [
      Diagnostic(
        .note,
        code: "excluded-by-all",
        "some answers exclude every option of decision '\(decision.id)': \(count) of \(SampledWorlds.count) sampled worlds",
        at: decision.decision.name.span,
        help: "nothing to mend if that is right; the report then says which requirements would have to give",
        related: packs.example(witness).map { [Diagnostic.Related($0, at: nil)] } ?? []
      )
    ]
  }

  private static func worldWithoutSolution(_ excluding: [[Int]], _ applies: [Int], _ packs: CheckedPacks) -> Witness? {
    var reasoner = packs.reasoner
    let verdict = reasoner.search(applies + excluding.flatMap(\.self), budget: 2_000_000) { truths in
      for register in applies where truths[register] != .yes {
        return truths[register].contains(.yes) ? .open(register: register, preferred: true) : .dead
      }
      for registers in excluding where !registers.contains(where: { truths[$0] == .yes }) {
        guard let open = registers.first(where: { truths[$0].contains(.yes) }) else { return .dead }
        return .open(register: open, preferred: true)
      }
      return .found
    }
    return verdict.witness
  }
}
