import Diagnostics
import RuleModel

extension Check {
  /// A criterion with weight under which nothing is ever rated.
  package static let criterionWithoutRule = Check(
    code: "criterion-without-rule",
    summary: "no rule rates anything under a criterion that has weight",
    rationale: "Such a criterion counts for nothing, whatever weight a customer gives it.",
    fires: [
      """
      { "criteria": [ { "id": «"fit"», "weight": 10 } ] }
      """
    ],
    silent: [
      """
      { "criteria": [ { "id": "fit", "weight": 0 } ] }
      """
    ],
    find: { packs in
      let used = Set(packs.catalogue.rules.filter { !$0.ratings.isEmpty }.compactMap { $0.rule.criterion?.id })
      return packs.catalogue.criteria.filter { $0.weight > 0 && !used.contains($0.id) }.map { criterion in
        Diagnostic(
          .warning,
          code: "criterion-without-rule",
          "no rule rates anything under criterion '\(criterion.id)'",
          at: criterion.criterion.name.span,
          help: "remove the criterion, give it weight 0, or write a rule"
        )
      }
    }
  )
}
