import Diagnostics
import RuleModel

extension Check {
  /// A rule that another one covers.
  package static let subsumedRule = Check(
    code: "subsumed-rule",
    summary: "whenever a rule is true, another one with the same effects is true, too",
    rationale: """
      The narrower rule of the two adds nothing where it excludes, and counts a second time where it rates. If it is meant \
      to add up, as with steps of a scale, give it points of its own, so that the intention shows.
      """,
    fires: [
      """
      { "facts": [ { "id": "size", "type": "number" } ],
        "decisions": [ { "id": "platform" } ], "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "above-10", "when": { "size": { "above": 10 } }, "exclude": [ "cloud" ] },
                   { "id": «"above-20"», "when": { "size": { "above": 20 } }, "exclude": [ "cloud" ] } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "size", "type": "number" } ],
        "criteria": [ { "id": "cost" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "above-10", "when": { "size": { "above": 10 } }, "criterion": "cost", "rate": { "cloud": -1 } },
                   { "id": "above-20", "when": { "size": { "above": 20 } }, "criterion": "cost", "rate": { "cloud": -2 } } ] }
      """
    ],
    find: { packs in
      var pairs: [(narrow: LinkedRule, wide: LinkedRule)] = []
      for (first, second) in packs.pairsWithSameEffects() {
        switch (packs.implies(first, second), packs.implies(second, first)) {
        case (true, false): pairs.append((first, second))
        case (false, true): pairs.append((second, first))
        default: break
        }
      }
      pairs += partialExclusions(packs)
      return pairs.sorted { a, b in
        a.narrow.id == b.narrow.id ? idPrecedes(a.wide.id, b.wide.id) : idPrecedes(a.narrow.id, b.narrow.id)
      }.map { narrow, wide in
        let effect = narrow.ratings.isEmpty ? "adds nothing to it" : "counts the same a second time"
        return Diagnostic(
          .warning,
          code: "subsumed-rule",
          "whenever rule '\(narrow.id)' is true, rule '\(wide.id)' is, too, and '\(narrow.id)' \(effect)",
          at: narrow.rule.name.span,
          help: narrow.ratings.isEmpty
            ? "remove it, or narrow the condition of '\(wide.id)'"
            : "remove it, or give it other points if both are meant to add up",
          related: [Diagnostic.Related("the wider rule", at: wide.rule.name.span)]
            + (packs.example(packs.together([narrow, wide])).map { [Diagnostic.Related($0, at: nil)] } ?? [])
        )
      }
    }
  )

  /// Rules that only exclude, and exclude less than another one that is true whenever they are.
  private static func partialExclusions(_ packs: CheckedPacks) -> [(narrow: LinkedRule, wide: LinkedRule)] {
    let excluding = packs.catalogue.rules.filter {
      !$0.excludedLeaves.isEmpty && !packs.neverTrue.contains($0.id) && !packs.alwaysTrue.contains($0.id)
    }
    return excluding.filter { RuleEffects($0).onlyExcludes }.flatMap { narrow in
      excluding.filter { wide in
        wide.id != narrow.id && RuleEffects(wide) != RuleEffects(narrow)
          && Set(narrow.excludedLeaves).isSubset(of: wide.excludedLeaves) && packs.implies(narrow, wide)
      }.map { (narrow, $0) }
    }
  }
}
