import Diagnostics
import RuleModel

extension Check {
  /// An exclusion that no stated source (or accepted derivation) supports.
  package static let exclusionWithoutStatedSource = Check(
    code: "exclusion-without-stated-source",
    summary: "a rule excludes without a source that states the fact",
    rationale: """
      An exclusion takes an option away from a customer. Only a fact that a source states may do that, or one that is \
      derived from such facts, where the rule says under 'accepted' why that is enough.
      """,
    fires: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "sources": [ { "id": "AC-01", "status": "derived" } ],
        "decisions": [ { "id": "platform" } ], "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": «"r"», "when": { "gpu": true }, "exclude": [ "cloud" ], "sources": [ "AC-01" ] } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "sources": [ { "id": "AC-01", "status": "derived" } ],
        "decisions": [ { "id": "platform" } ], "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "r", "when": { "gpu": true }, "exclude": [ "cloud" ], "sources": [ "AC-01" ],
                     "accepted": "follows from the list of machines" } ] }
      """
    ],
    find: { packs in
      packs.catalogue.rules.filter { !$0.excludedLeaves.isEmpty }.compactMap { rule in
        let statuses = rule.rule.sources.compactMap { packs.catalogue.source($0.id)?.status }
        if statuses.contains(.stated) { return nil }
        if statuses.contains(.derived), rule.rule.accepted != nil { return nil }
        return Diagnostic(
          .warning,
          code: "exclusion-without-stated-source",
          "rule '\(rule.id)' excludes, and none of its sources states the fact",
          at: rule.rule.name.span,
          help: statuses.contains(.derived)
            ? "say under 'accepted' why the derived source is enough, or ask under 'confirm' instead"
            : "cite a source of status stated, or ask under 'confirm' instead"
        )
      }
    }
  )
}
