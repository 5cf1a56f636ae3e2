import Diagnostics
import RuleModel

extension Check {
  /// A step that no answers bring into a report.
  package static let unreachableStep = Check(
    code: "unreachable-step",
    summary: "no answers make the condition of a step true",
    rationale: """
      A step that is never included looks like work done, and no customer ever sees it. Any option of a decision counts as a \
      possible outcome here, so what is reported is proved.
      """,
    fires: [
      """
      { "facts": [ { "id": "stores", "type": "choices", "choices": [ { "id": "none", "exclusive": true }, { "id": "redis" } ] } ],
        "steps": [ { "id": «"x"», "phase": "build", "owner": "customer", "when": { "stores": { "includesAll": [ "none", "redis" ] } } } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "stores", "type": "choices", "choices": [ { "id": "none", "exclusive": true }, { "id": "redis" } ] } ],
        "decisions": [ { "id": "platform" } ], "options": [ { "id": "cloud", "decision": "platform" } ],
        "steps": [ { "id": "x", "phase": "build", "owner": "customer", "when": { "decision.platform": "cloud", "stores": { "includesOnly": [ "redis" ] } } } ] }
      """
    ],
    find: { packs in
      packs.catalogue.steps.compactMap { item in
        guard let register = packs.rules.stepRegisters[item.item.id], packs.isNeverTrue(register) else { return nil }
        return Diagnostic(
          .warning,
          code: "unreachable-step",
          "step '\(item.item.id)' is never included: no answers fulfil its condition",
          at: item.item.name.span,
          help: "mend the condition, or remove the step"
        )
      }
    }
  )
}
