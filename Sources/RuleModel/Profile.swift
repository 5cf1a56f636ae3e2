package import Diagnostics
package import LocatedJSON

/// One customer's requirements as written.
package struct Profile: Sendable {
  package var file: SourceFile?
  package var title: String
  package var status: Status = .draft
  package var reviewedBy: Review?
  package var validUntil: CalendarDate?
  package var customer: Customer?
  package var date: CalendarDate?
  package var author: String?
  package var language: Language?
  package var answers: [ProfileAnswer] = []
  package var notes: [ProfileNote] = []
  package var requirements: [Requirement] = []
  package var weights: [(criterion: Name, weight: Double)] = []
  package var clarified: [Clarification] = []
  package var decided: [DecidedOption] = []
  package var plan: Plan?
  package var outcome: ChosenOutcome?
  /// The file as it was read.
  package var content = JSONValue.null
  /// SHA-256 of the canonical form of the file.
  package var digest = ""
  /// SHA-256 of the canonical form without `status` and `reviewedBy`: what a review is about.
  package var reviewDigest = ""

  package init(title: String) { self.title = title }

  /// Whether something has changed since the review.
  package var hasLapsedReview: Bool { reviewedBy?.digest.map { $0 != reviewDigest } ?? false }

  package enum Status: String, Sendable, CaseIterable {
    case draft
    case reviewed
    case released
  }

  package struct Review: Sendable {
    package let name: String
    package let date: CalendarDate?
    package let digest: String?
  }

  package struct Customer: Sendable {
    package let name: String?
    package let contact: String?
    package let reference: String?
  }

  /// What no question holds; shown as "not considered in the scoring".
  package struct Requirement: Sendable {
    package let text: LocalizedText
  }

  /// An open confirmation that has been answered.
  package struct Clarification: Sendable {
    package let rule: Name
    package let option: Name
    package let holds: Bool
    package let note: String?

    package init(rule: Name, option: Name, holds: Bool, note: String?) {
      self.rule = rule
      self.option = option
      self.holds = holds
      self.note = note
    }
  }

  /// A decision that has been taken.
  package struct DecidedOption: Sendable {
    package let decision: Name
    package let option: Name
    package let by: Party?
    package let because: String?

    package init(decision: Name, option: Name, by: Party?, because: String?) {
      self.decision = decision
      self.option = option
      self.by = by
      self.because = because
    }
  }

  /// Dates and efforts: from people, never from packs.
  package struct Plan: Sendable {
    package let start: CalendarDate?
    /// Step id and person-days.
    package let efforts: [(step: Name, days: Double)]
    package let by: String?
  }

  /// What was chosen in the end.
  package struct ChosenOutcome: Sendable {
    package let option: Name
    package let since: String?
  }
}

/// The answer to one question.
package struct ProfileAnswer: Sendable {
  package let fact: Name
  package let answer: Answer

  package init(fact: Name, answer: Answer) {
    self.fact = fact
    self.answer = answer
  }
}

/// Who said it, when, and on what basis.
package struct ProfileNote: Sendable {
  package enum Basis: String, Sendable, CaseIterable {
    case measured
    case stated
    case estimated
  }

  package let fact: Name
  package let text: LocalizedText
  package let by: String?
  package let date: CalendarDate?
  package let basis: Basis?
  package let audience: Audience
}
