package import Diagnostics

/// A custom lens of the AWS Well-Architected Tool, schema version 2021-11-01, as far as it can be used.
package struct Lens: Sendable {
  package let name: String
  package let description: String?
  package let pillars: [Pillar]

  package struct Pillar: Sendable {
    package let id: String
    package let name: String
    package let questions: [Question]
  }

  package struct Question: Sendable {
    package let id: String
    package let title: String
    /// The description and what the helpful resource says.
    package let help: String?
    package let choices: [Choice]
    package let rules: [RiskRule]
    /// Whether there are no others behind them, whose conditions could not be told.
    package let areAllRules: Bool
    /// Where the id stands.
    package let span: SourceSpan
    /// Where the list of risk rules stands; the id where there is none.
    package let rulesSpan: SourceSpan
  }

  /// A best practice that an answer may choose.
  package struct Choice: Sendable {
    package let id: String
    package let title: String
    package let help: String?
    package let plan: Plan?

    /// Whether it stands for "none of these": by convention its id then ends in `_no`.
    package var isNone: Bool { id.lowercased().hasSuffix("_no") }
  }

  /// What to do where a practice is not in place.
  package struct Plan: Sendable {
    package let text: String
    package let links: [String]
  }

  /// The risk of a question while its condition is the first true one.
  package struct RiskRule: Sendable {
    /// As it is written.
    package let text: String
    package let condition: RiskCondition
    /// Nil for a word that is no risk: the rule still takes its answers from those behind it.
    package let risk: Risk?
    /// Where the condition stands.
    package let span: SourceSpan

    /// Whether it holds for the answers that no other rule takes.
    package var isDefault: Bool { condition == .constant(true) }
  }

  package enum Risk: String, Sendable, CaseIterable {
    case high = "HIGH_RISK"
    case medium = "MEDIUM_RISK"
    case none = "NO_RISK"
  }
}
