import Foundation

/// Custom lenses written for the tests; between them they hold every construct of the format.
enum ImportLenses {
  static let all: [(name: String, text: String)] = [
    ("platform", platform), ("signs", signs), ("names", names), ("large", large),
  ]

  static func text(_ name: String) -> String { all.first { $0.name == name }?.text ?? "" }

  /// Several pillars, resources of every kind, nested parentheses, negation, "none of these", text beyond ASCII.
  static let platform = #"""
    {
      "schemaVersion": "2021-11-01",
      "name": "Plattform-Standards für Zürich",
      "description": "What every workload\nhas to show — 日本語 too.",
      "pillars": [
        { "id": "opsExcellence", "name": "Betrieb & Überwachung", "questions": [
          { "id": "OPS_Backup", "title": "Wie werden Daten gesichert?", "description": "Nightly, «tested».",
            "helpfulResource": { "displayText": "Backup guide", "url": "https://example.com/backup" },
            "choices": [
              { "id": "Daily", "title": "Täglich gesichert", "description": "Every night.",
                "helpfulResource": { "displayText": "How to", "url": "https://example.com/daily" },
                "improvementPlan": { "displayText": "Switch the schedule on.", "url": "https://example.com/plan" },
                "additionalResources": [
                  { "type": "HELPFUL_RESOURCE", "content": [ { "displayText": "More", "url": "https://example.com/more" } ] },
                  { "type": "IMPROVEMENT_PLAN", "content": [ { "url": "https://example.com/first" }, { "url": "https://example.com/second" } ] }
                ] },
              { "id": "restore_tested", "title": "Restore is tested",
                "improvementPlan": { "displayText": "Restore once a year." } },
              { "id": "Off_Site", "title": "Kept elsewhere", "improvementPlan": { "url": "https://example.com/off" } },
              { "id": "OPS_Backup_no", "title": "None of these",
                "improvementPlan": { "displayText": "Begin with a plan." } }
            ],
            "riskRules": [
              { "condition": "Daily && restore_tested && Off_Site && !OPS_Backup_no", "risk": "NO_RISK" },
              { "condition": "((Daily || Off_Site) && restore_tested) || (!OPS_Backup_no && Daily)", "risk": "MEDIUM_RISK" },
              { "condition": "default", "risk": "HIGH_RISK" }
            ] },
          { "id": "ops_logs", "title": "Where do logs go?",
            "choices": [ { "id": "central", "title": "One place" }, { "id": "nodes", "title": "They stay on the nodes" } ],
            "riskRules": [
              { "condition": "nodes && !central", "risk": "HIGH_RISK" },
              { "condition": "!(nodes || central)", "risk": "MEDIUM_RISK" },
              { "condition": "central", "risk": "NO_RISK" }
            ] }
        ] },
        { "id": "security", "name": "Security", "questions": [
          { "id": "sec_1", "title": "How are secrets kept?",
            "choices": [
              { "id": "vault", "title": "In a vault", "improvementPlan": { "displayText": "Set one up." } },
              { "id": "rotated", "title": "They are rotated", "improvementPlan": { "displayText": "Rotate." } }
            ],
            "riskRules": [ { "condition": "default", "risk": "MEDIUM_RISK" } ] }
        ] },
        { "id": "empty_one", "name": "Nothing yet", "questions": [] }
      ]
    }
    """#

  /// Conditions as people write them: escapes, white space, precedence, doubles, strangers, `default` in odd places.
  static let signs = #"""
    {
      "schemaVersion": "2021-11-01", "name": "signs", "description": "",
      "pillars": [ { "id": "p_1", "name": "P", "questions": [
        { "id": "first_default", "title": "default first?", "choices": [ { "id": "a", "title": "A" }, { "id": "b", "title": "B" } ],
          "riskRules": [ { "condition": " default ", "risk": "HIGH_RISK" }, { "condition": "a", "risk": "NO_RISK" } ] },
        { "id": "middle_default", "title": "default in between?", "choices": [ { "id": "a", "title": "A" }, { "id": "b", "title": "B" } ],
          "riskRules": [ { "condition": "a", "risk": "NO_RISK" }, { "condition": "default", "risk": "HIGH_RISK" }, { "condition": "b", "risk": "MEDIUM_RISK" } ] },
        { "id": "no_default", "title": "no default?", "choices": [ { "id": "a", "title": "A" }, { "id": "b", "title": "B" }, { "id": "c", "title": "C" } ],
          "riskRules": [ { "condition": "a && b", "risk": "NO_RISK" }, { "condition": "b\t\u007c\u007c\n c", "risk": "MEDIUM_RISK" } ] },
        { "id": "none_at_all", "title": "no rule?", "choices": [ { "id": "a", "title": "A" } ], "riskRules": [] },
        { "id": "mixed", "title": "mixed?", "choices": [ { "id": "a", "title": "A" }, { "id": "b", "title": "B" }, { "id": "c", "title": "C" }, { "id": "d", "title": "D" } ],
          "riskRules": [
            { "condition": "a || b && c", "risk": "HIGH_RISK" },
            { "condition": "!!b&&!(!c||d)||!d&&!!!c", "risk": "MEDIUM_RISK" },
            { "condition": "((((a))))||(((b&&b)))", "risk": "NO_RISK" },
            { "condition": "default", "risk": "HIGH_RISK" }
          ] },
        { "id": "strange", "title": "strangers?", "choices": [ { "id": "a", "title": "A" }, { "id": "b", "title": "B" } ],
          "riskRules": [
            { "condition": "x_y && a", "risk": "HIGH_RISK" },
            { "condition": "x_y || a", "risk": "MEDIUM_RISK" },
            { "condition": "!x_y && b", "risk": "NO_RISK" },
            { "condition": "a && !a", "risk": "HIGH_RISK" },
            { "condition": "!x_y", "risk": "HIGH_RISK" },
            { "condition": "default", "risk": "NO_RISK" }
          ] },
        { "id": "escaped", "title": "escaped?", "choices": [ { "id": "ä", "title": "A" }, { "id": "b", "title": "B" } ],
          "riskRules": [ { "condition": "\u00e4 \u0026\u0026 b", "risk": "NO_RISK" }, { "condition": "default", "risk": "HIGH_RISK" } ] }
      ] } ]
    }
    """#

  /// Ids that are none, that are alike once mended, and that stand in two pillars.
  static let names = #"""
    {
      "schemaVersion": "2021-11-01", "name": "日本", "description": "names",
      "pillars": [
        { "id": "P__1", "name": "one", "questions": [
          { "id": "q__1", "title": "?", "choices": [
              { "id": "a__b", "title": "1" }, { "id": "a_b", "title": "2" }, { "id": "A_b", "title": "3" },
              { "id": "日", "title": "4" }, { "id": "本", "title": "5" }, { "id": "_a b_", "title": "6" }, { "id": "a-b", "title": "7",
                "improvementPlan": { "displayText": "do" } } ],
            "riskRules": [
              { "condition": "a__b && !a_b", "risk": "HIGH_RISK" }, { "condition": "日 || 本 && A_b", "risk": "MEDIUM_RISK" },
              { "condition": "a-b", "risk": "HIGH_RISK" }, { "condition": "default", "risk": "NO_RISK" } ] },
          { "id": "q_1", "title": "?", "choices": [ { "id": "default", "title": "a choice called default" }, { "id": "x", "title": "x" } ],
            "riskRules": [ { "condition": "default && x", "risk": "HIGH_RISK" }, { "condition": "!default", "risk": "MEDIUM_RISK" },
                           { "condition": "default", "risk": "NO_RISK" } ] }
        ] },
        { "id": "P_1", "name": "two", "questions": [
          { "id": "q_1", "title": "again", "choices": [ { "id": "x", "title": "x", "improvementPlan": { "displayText": "do x" } } ],
            "riskRules": [ { "condition": "x", "risk": "NO_RISK" }, { "condition": "!x", "risk": "HIGH_RISK" } ] },
          { "id": "q_1.risk", "title": "like a derived fact", "choices": [ { "id": "all", "title": "x" } ],
            "riskRules": [ { "condition": "all", "risk": "NO_RISK" }, { "condition": "default", "risk": "HIGH_RISK" } ] }
        ] }
      ]
    }
    """#

  /// More choices than can be tried in full, and conditions that are nested deeply.
  static let large: String = {
    let choices = (1...14).map { #"{ "id": "c\#($0)", "title": "C", "improvementPlan": { "displayText": "do" } }"# }
    let deep = (1...20).reduce("c14") { inner, step in
      let id = "c\(step % 14 + 1)"
      if step.isMultiple(of: 3) { return "!(\(id) && \(inner))" }
      return step.isMultiple(of: 2) ? "(\(id) || \(inner))" : "(!\(id) && \(inner))"
    }
    let all = (1...14).map { "c\($0)" }
    return """
      { "schemaVersion": "2021-11-01", "name": "Large", "description": "large", "pillars": [ { "id": "pil", "name": "P", "questions": [
        { "id": "que", "title": "?", "choices": [\(choices.joined(separator: ", "))],
          "riskRules": [
            { "condition": "\(all.joined(separator: " && "))", "risk": "NO_RISK" },
            { "condition": "(c1 && (c2 || (c3 && !(c4 || c5)))) && !(c6 && c7)", "risk": "MEDIUM_RISK" },
            { "condition": "\(deep)", "risk": "HIGH_RISK" },
            { "condition": "\(all.map { "!" + $0 }.joined(separator: " || "))", "risk": "MEDIUM_RISK" },
            { "condition": "default", "risk": "HIGH_RISK" }
          ] } ] } ] }
      """
  }()
}
