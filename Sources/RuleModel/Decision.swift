package import Diagnostics

/// A criterion of the multi-criteria analysis.
package struct Criterion: Sendable {
  package let name: Name
  package let title: LocalizedText
  package let description: LocalizedText?
  /// Default weight; from 0 to `largestWeight`.
  package let weight: Double
  /// The points that fill the criterion; ≥ 1.
  package let scale: Int
  package let order: Double?
  package let sources: [Name]
  package let header: ItemHeader

  package var id: String { name.id }

  /// The largest weight that may be written: sums of weights stay far from the largest number.
  package static let largestWeight = 1e9
  /// The weight where a pack gives none.
  package static let defaultWeight = 1.0
  /// Two decisive reasons, each rating 3 × weight 4.
  package static let defaultScale = 24
}

/// Something to be decided between options.
///
/// A class, like everything that is made once and read everywhere: handing it on copies one reference.
package final class Decision: Sendable {
  package let name: Name
  package let title: LocalizedText
  package let question: LocalizedText?
  /// 1 to 5.
  package let importance: Double
  package let when: Condition?
  package let order: Double?
  /// What is left when no option fits.
  package let waysOut: [WayOut]
  package let header: ItemHeader

  init(
    name: Name,
    title: LocalizedText,
    question: LocalizedText?,
    importance: Double,
    when: Condition?,
    order: Double?,
    waysOut: [WayOut],
    header: ItemHeader
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.importance = importance
    self.when = when
    self.order = order
    self.waysOut = waysOut
    self.header = header
  }

  package var id: String { name.id }
}

/// Where a customer whom none of the options suits may turn.
package struct WayOut: Sendable {
  package let text: LocalizedText
  package let links: [Link]
  package let sources: [Name]
}

/// An alternative of a decision, or a variant of one.
///
/// A class, like everything that is made once and read everywhere: handing it on copies one reference.
package final class Option: Sendable {
  package let name: Name
  package let decision: Name
  package let variantOf: Name?
  package let title: LocalizedText
  package let summary: LocalizedText?
  /// Breaks ties, smaller first; nil comes last.
  package let preference: Double?
  package let links: [Link]
  package let sources: [Name]
  package let order: Double?
  package let header: ItemHeader

  init(
    name: Name,
    decision: Name,
    variantOf: Name?,
    title: LocalizedText,
    summary: LocalizedText?,
    preference: Double?,
    links: [Link],
    sources: [Name],
    order: Double?,
    header: ItemHeader
  ) {
    self.name = name
    self.decision = decision
    self.variantOf = variantOf
    self.title = title
    self.summary = summary
    self.preference = preference
    self.links = links
    self.sources = sources
    self.order = order
    self.header = header
  }

  package var id: String { name.id }
}

/// An address that a person may follow.
package struct Link: Sendable {
  package let url: String
  package let span: SourceSpan?
}

/// Where a claim comes from.
package struct Source: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case stated
    case derived
    case legacy
    case unverified
  }

  package let name: Name
  package let url: String?
  package let title: LocalizedText?
  package let status: Status
  package let published: CalendarDate?
  package let reviewed: CalendarDate?
  package let reviewBy: CalendarDate?
  package let derivation: LocalizedText?
  /// Whether it binds the provider: only such a source may stand behind a promise.
  package let isContractual: Bool
  package let audience: Audience
  package let header: ItemHeader

  package var id: String { name.id }

  /// The last day on which the source counts as fresh: `reviewBy`, else 12 months after `reviewed`.
  package var freshUntil: CalendarDate? { reviewBy ?? reviewed?.adding(months: 12) }

  /// Whether the review is overdue on a day; nil when the source names no day to compare with.
  package func isStale(on date: CalendarDate) -> Bool? {
    freshUntil.map { $0 < date }
  }
}

/// A heading under which questions are asked.
package struct FactGroup: Sendable {
  package let name: Name
  package let title: LocalizedText
  package let order: Double?
  package let header: ItemHeader

  package var id: String { name.id }
}
