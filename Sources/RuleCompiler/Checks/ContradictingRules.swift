import Diagnostics
import RuleModel

extension Check {
  /// Two rules that are true together and rate an option in opposite ways.
  package static let contradictingRules = Check(
    code: "contradicting-rules",
    summary: "two rules are true for the same answers and rate an option for and against under one criterion",
    rationale: """
      Such rules cancel each other, and a report shows both reasons side by side. Which of them holds? Rules whose \
      conditions only overlap may well disagree: that is what weighing is for.
      """,
    fires: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "cost" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "gpu-costs", "when": { "gpu": true }, "criterion": "cost", "rate": { "cloud": -2 } },
                   { "id": «"gpu-saves"», "when": { "not": { "gpu": false } }, "criterion": "cost", "rate": { "cloud": 1 } } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" }, { "id": "batch", "type": "boolean" } ],
        "criteria": [ { "id": "cost" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "gpu-costs", "when": { "gpu": true }, "criterion": "cost", "rate": { "cloud": -2 } },
                   { "id": "batch-saves", "when": { "gpu": true, "batch": true }, "criterion": "cost", "rate": { "cloud": 1 } } ] }
      """
    ],
    find: { packs in
      let rating = packs.catalogue.rules.filter {
        !$0.ratings.isEmpty && !packs.neverTrue.contains($0.id) && !packs.alwaysTrue.contains($0.id)
      }
      let groups = Dictionary(grouping: rating) { rule in
        Topic(
          decision: rule.decision,
          criterion: rule.rule.criterion?.id,
          worlds: packs.worlds.signature(packs.register(rule))
        )
      }
      var pairs: [(first: LinkedRule, second: LinkedRule, leaf: String)] = []
      for rules in groups.values {
        for (place, first) in rules.enumerated() {
          for second in rules.dropFirst(place + 1) {
            guard let leaf = disputedLeaf(first, second), packs.implies(first, second), packs.implies(second, first)
            else { continue }
            pairs.append((first, second, leaf))
          }
        }
      }
      pairs.sort { a, b in
        a.second.id == b.second.id ? idPrecedes(a.first.id, b.first.id) : idPrecedes(a.second.id, b.second.id)
      }
      return pairs.map { first, second, leaf in
        Diagnostic(
          .warning,
          code: "contradicting-rules",
          "rules '\(first.id)' and '\(second.id)' are true for the same answers and rate '\(leaf)' in opposite ways",
          at: second.rule.name.span,
          help: "decide which of them holds, or make their conditions differ",
          related: [Diagnostic.Related("the other rule", at: first.rule.name.span)]
            + (packs.example(packs.together([first, second])).map { [Diagnostic.Related($0, at: nil)] } ?? [])
        )
      }
    }
  )

  /// Rules that do not have all of this in common cannot contradict each other.
  private struct Topic: Hashable {
    let decision: String?
    let criterion: String?
    let worlds: [UInt64]
  }

  /// A leaf that one rates above 0 and the other below.
  private static func disputedLeaf(_ a: LinkedRule, _ b: LinkedRule) -> String? {
    func points(_ rule: LinkedRule, _ leaf: String) -> Int {
      guard case .points(let points)? = rule.ratings.first(where: { $0.leaf == leaf })?.value else { return 0 }
      return points
    }
    return a.ratings.map(\.leaf).first { points(a, $0).signum() * points(b, $0).signum() < 0 }
  }
}
