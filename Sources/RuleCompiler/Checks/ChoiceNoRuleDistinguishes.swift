import Diagnostics
import RuleModel

extension Check {
  /// Choices that lead to the same everywhere.
  package static let choiceNoRuleDistinguishes = Check(
    code: "choice-no-rule-distinguishes",
    summary: "two choices of a question lead to the same everywhere, or a choice of a set leads to nothing",
    rationale: """
      A customer who picks between two choices expects that it matters. Either a rule is missing, or the choices can be \
      joined. Where people only recognise themselves in different words, say so at the fact: "x-informative": "…".
      """,
    fires: [
      """
      { "facts": [ { "id": "site", "type": "choice", "choices": [ { "id": "zurich" }, { "id": «"geneva"» }, { "id": "abroad" } ] } ],
        "rules": [ { "id": "r", "when": { "site": "abroad" }, "notes": [ { "text": "…" } ] } ] }
      """,
      """
      { "facts": [ { "id": "stores", "type": "choices", "choices": [ { "id": "redis" }, { "id": «"kafka"» } ] } ],
        "rules": [ { "id": "r", "when": { "stores": { "includes": "redis" } }, "notes": [ { "text": "…" } ] } ] }
      """,
    ],
    silent: [
      """
      { "facts": [ { "id": "site", "type": "choice", "choices": [ { "id": "zurich" }, { "id": "geneva" }, { "id": "abroad" } ] } ],
        "rules": [ { "id": "r", "when": { "site": "abroad" }, "notes": [ { "text": "…" } ] },
                   { "id": "s", "when": { "site": "geneva" }, "notes": [ { "text": "…" } ] } ] }
      """
    ],
    find: { packs in
      var comparisons: [String: [LinkedComparison]] = [:]
      for use in conditionUses(of: packs.catalogue) {
        use.condition.forEachComparison { comparison in
          if case .fact(let id) = comparison.subject { comparisons[id, default: []].append(comparison) }
        }
      }
      return packs.catalogue.facts.flatMap { fact -> [Diagnostic] in
        guard fact.derivation == nil, let asked = comparisons[fact.id], fact.fact.header.remarks["x-informative"] == nil
        else { return [] }
        switch fact.fact.kind {
        case .choice: return alike(fact.fact, asked)
        case .choices: return unasked(fact.fact, asked)
        default: return []
        }
      }
    }
  )

  private static func alike(_ fact: Fact, _ comparisons: [LinkedComparison]) -> [Diagnostic] {
    var groups: [(outcomes: [Truth], choices: [Fact.Choice])] = []
    for choice in fact.choices {
      let outcomes = comparisons.map { $0.operator.holds(.choice(choice.name.id), $0.operands, $0.order) }
      if let place = groups.firstIndex(where: { $0.outcomes == outcomes }) {
        groups[place].choices.append(choice)
      } else {
        groups.append((outcomes, [choice]))
      }
    }
    return groups.filter { $0.choices.count > 1 }.map { group in
      let names = group.choices.map { "'\($0.name.id)'" }.joined(separator: ", ")
      return Diagnostic(
        .note,
        code: "choice-no-rule-distinguishes",
        "the choices \(names) of '\(fact.id)' lead to the same everywhere",
        at: group.choices[1].name.span,
        help:
          "write a rule that tells them apart, join them, or say why they are kept: \"x-informative\": \"…\" at the fact"
      )
    }
  }

  private static func unasked(_ fact: Fact, _ comparisons: [LinkedComparison]) -> [Diagnostic] {
    fact.choices.filter { choice in
      !choice.isExclusive
        && !comparisons.contains { comparison in
          comparison.operands.contains(.choice(choice.name.id)) != (comparison.operator.id == "includesOnly")
        }
    }.map { choice in
      Diagnostic(
        .note,
        code: "choice-no-rule-distinguishes",
        "nothing asks whether '\(fact.id)' includes '\(choice.name.id)'",
        at: choice.name.span,
        help: "write a rule, remove the choice, or say why it is kept: \"x-informative\": \"…\" at the fact"
      )
    }
  }
}
