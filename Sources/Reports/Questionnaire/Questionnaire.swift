package import RuleModel

/// The questions of the loaded packs as they are sent ahead to a customer, in one language, with what is known already.
///
/// Holds text and numbers, never markup, and nothing that is marked as internal.
package struct Questionnaire: Sendable, Equatable {
  package let language: Language
  /// What the profile says so far; empty texts and nil for a blank questionnaire.
  package let head: Head
  package let groups: [Group]
  /// Id and version of the packs that the questions come from, by id: "foundation 1.0.0".
  package let origin: [String]

  package struct Head: Sendable, Equatable {
    package var title = ""
    package var customer = ""
    package var contact = ""
    package var date: CalendarDate?
    /// What no question holds, one requirement each.
    package var requirements: [String] = []
  }

  /// Questions under one heading; never empty.
  package struct Group: Sendable, Equatable {
    package let title: String
    package let questions: [Question]
  }

  package struct Question: Sendable, Equatable {
    /// From 1, through all groups.
    package let number: Int
    /// Id of the fact.
    package let id: String
    package let text: String
    package let help: String?
    /// When the question matters, as a sentence; nil if it always does.
    package let condition: String?
    package let form: Form
    package let answer: Answer
    /// Empty for none.
    package let note: String
  }

  /// How a question is answered.
  package enum Form: Sendable, Equatable {
    case yesOrNo
    /// Exactly one of these.
    case one([Choice])
    /// Any number of these.
    case several([Choice])
    case number(Fact.NumberDomain)
    case date
  }

  package struct Choice: Sendable, Equatable {
    package let id: String
    package let title: String
    package let help: String?
    /// Cannot stand beside others.
    package let isExclusive: Bool
  }

  /// The states of a profile that a form can show: the key is absent, the key is null, the key has a value.
  package enum Answer: Sendable, Equatable {
    case open
    case unknown
    case known(FactValue)

    /// Whether a choice is part of the answer.
    package func holds(choice id: String) -> Bool {
      switch self {
      case .known(.choice(let chosen)): chosen == id
      case .known(.choices(let chosen)): chosen.contains(id)
      case .known, .open, .unknown: false
      }
    }
  }

  package var questions: [Question] { groups.flatMap(\.questions) }
}

extension Questionnaire.Form {
  /// Whether "none of these" needs a box of its own: a set that may be empty and has no choice that says so.
  package var offersNone: Bool {
    guard case .several(let choices) = self else { return false }
    return !choices.contains(where: \.isExclusive)
  }
}
