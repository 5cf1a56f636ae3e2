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
      return gathered(pairs).map { rules, leaf in
        // The last one by id, so that the place does not depend on the order of files.
        let place = rules.last ?? pairs[0].second
        let names = rules.map { "'\($0.id)'" }
        return Diagnostic(
          .warning,
          code: "contradicting-rules",
          "rules \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "") are true for the same answers and rate "
            + "'\(leaf)' in opposite ways",
          at: place.rule.name.span,
          help: "decide which of them holds, or make their conditions differ",
          related: rules.dropLast().map { Diagnostic.Related("the other rule", at: $0.rule.name.span) }
            + (packs.example(packs.together(rules)).map { [Diagnostic.Related($0, at: nil)] } ?? [])
        )
      }
    }
  )

  /// Pairs that have a rule in common as one set, so that what is said twice is reported once; rules by id, sets by their
  /// last rule.
  private static func gathered(
    _ pairs: [(first: LinkedRule, second: LinkedRule, leaf: String)]
  ) -> [(rules: [LinkedRule], leaf: String)] {
    var sets: [(rules: [LinkedRule], leaf: String)] = []
    for pair in pairs {
      var merged = (rules: [pair.first, pair.second], leaf: pair.leaf)
      sets.removeAll { set in
        guard set.rules.contains(where: { $0.id == pair.first.id || $0.id == pair.second.id }) else { return false }
        merged.rules += set.rules
        merged.leaf = set.leaf
        return true
      }
      var seen: Set<String> = []
      merged.rules = merged.rules.filter { seen.insert($0.id).inserted }.sorted { idPrecedes($0.id, $1.id) }
      sets.append(merged)
    }
    return sets.sorted { idPrecedes($0.rules.last?.id ?? "", $1.rules.last?.id ?? "") }
  }

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
