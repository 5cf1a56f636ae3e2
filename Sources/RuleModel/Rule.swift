/// A condition with its effects, its reason and its sources (method.md, section 3).
///
/// A class, like everything that is made once and read everywhere: handing it on copies one reference.
package final class Rule: Sendable {
  package let name: Name
  package let title: LocalizedText
  package let when: Condition
  package let because: LocalizedText
  /// Under which criterion it rates; always there when `ratings` is not empty.
  package let criterion: Name?
  /// How much the need matters: 1 to 5.
  package let weight: Int
  package let ratings: [Rating]
  /// Options ruled out while the rule is true.
  package let exclude: [Name]
  package let confirmations: [Confirmation]
  /// The decision that a confirmation of all options (`*`) is about.
  package let decision: Name?
  package let notes: [RuleNote]
  package let sources: [Name]
  /// Why a derived source may exclude.
  package let accepted: LocalizedText?
  package let order: Double?
  package let header: ItemHeader

  init(
    name: Name,
    title: LocalizedText,
    when: Condition,
    because: LocalizedText,
    criterion: Name?,
    weight: Int,
    ratings: [Rating],
    exclude: [Name],
    confirmations: [Confirmation],
    decision: Name?,
    notes: [RuleNote],
    sources: [Name],
    accepted: LocalizedText?,
    order: Double?,
    header: ItemHeader
  ) {
    self.name = name
    self.title = title
    self.when = when
    self.because = because
    self.criterion = criterion
    self.weight = weight
    self.ratings = ratings
    self.exclude = exclude
    self.confirmations = confirmations
    self.decision = decision
    self.notes = notes
    self.sources = sources
    self.accepted = accepted
    self.order = order
    self.header = header
  }

  package var id: String { name.id }

  /// How well an option serves the need.
  package struct Rating: Sendable {
    package let option: Name
    package let value: Value

    package enum Value: Sendable, Hashable {
      /// −3 … +3
      case points(Int)
      /// Counts 0 and asks to confirm.
      case unknown
    }
  }

  /// A question to put to the provider.
  package struct Confirmation: Sendable {
    /// nil for all options of the rule's decision.
    package let option: Name?
    package let text: LocalizedText
  }
}

/// Something to know while a rule is true.
package struct RuleNote: Sendable {
  package enum Level: String, Sendable, CaseIterable {
    case info
    case warning
  }

  /// Shown only if one of these is recommended; empty: always.
  package let options: [Name]
  package let level: Level
  package let text: LocalizedText
  package let audience: Audience
}

/// Answers that do not go together.
package struct Contradiction: Sendable {
  package let name: Name
  package let when: Condition
  package let facts: [Name]
  package let text: LocalizedText
  package let header: ItemHeader

  package var id: String { name.id }
}
