import Diagnostics
import RuleModel

extension Check {
  /// A rule whose claim nobody can check.
  package static let ruleWithoutSource = Check(
    code: "rule-without-source",
    summary: "a rule cites no source",
    rationale: "Every claim about a product that reaches a customer carries a source, so that it can be checked later.",
    find: { catalogue, _ in
      catalogue.rules.filter { $0.rule.sources.isEmpty }.map { rule in
        Diagnostic(
          .warning,
          code: "rule-without-source",
          "rule '\(rule.id)' cites no source",
          at: rule.rule.name.span,
          help: "add \"sources\" with the id of where the claim is stated"
        )
      }
    }
  )
}
