import Diagnostics
import RuleModel

extension Check {
  /// A component that no answers bring into a report.
  package static let unreachableComponent = Check(
    code: "unreachable-component",
    summary: "no answers make the condition of a component true",
    rationale: """
      A component that is never included looks like work done, and no customer ever sees it. Any option of a decision counts as a \
      possible outcome here, so what is reported is proved.
      """,
    fires: [
      """
      { "facts": [ { "id": "stores", "type": "choices", "choices": [ { "id": "none", "exclusive": true }, { "id": "redis" } ] } ],
        "components": [ { "id": «"x"», "layer": "edge", "when": { "stores": { "includesAll": [ "none", "redis" ] } } } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "stores", "type": "choices", "choices": [ { "id": "none", "exclusive": true }, { "id": "redis" } ] } ],
        "decisions": [ { "id": "platform" } ], "options": [ { "id": "cloud", "decision": "platform" } ],
        "components": [ { "id": "x", "layer": "edge", "when": { "decision.platform": "cloud", "stores": { "includesOnly": [ "redis" ] } } } ] }
      """
    ],
    find: { packs in
      packs.catalogue.components.compactMap { item in
        guard let register = packs.rules.componentRegisters[item.item.id], packs.isNeverTrue(register) else {
          return nil
        }
        return Diagnostic(
          .warning,
          code: "unreachable-component",
          "component '\(item.item.id)' is never included: no answers fulfil its condition",
          at: item.item.name.span,
          help: "mend the condition, or remove the component"
        )
      }
    }
  )
}
