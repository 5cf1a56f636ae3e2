package import RuleModel

/// A profile with its answers typed and its names resolved against a catalogue.
package struct LinkedProfile: Sendable {
  package internal(set) var profile: Profile
  /// Fact id → answer, for the facts answered with a usable value.
  package internal(set) var answers: [String: FactValue] = [:]
  /// Facts asked whose answer is not known (`null`).
  package internal(set) var askedUnknown: Set<String> = []
  /// Ids of answers, weights, decisions and clarifications that no loaded pack knows, by kind and id.
  package internal(set) var unused: [UnusedName] = []
  /// What renamings did to the profile.
  package internal(set) var renamed: [AppliedRenaming] = []
  /// Criterion id → weight.
  package internal(set) var weights: [String: Double] = [:]
  /// Decision id → what was decided.
  package internal(set) var decided: [String: Profile.DecidedOption] = [:]
  package internal(set) var clarified: [Profile.Clarification] = []
  /// What was chosen in the end, with the decision it belongs to.
  package internal(set) var outcome: (decision: String, option: String)?
  /// Step id → person-days.
  package internal(set) var efforts: [String: Double] = [:]

  package init(profile: Profile) { self.profile = profile }

  package struct UnusedName: Sendable, Equatable {
    /// "fact", "criterion", "decision", "rule", "option" or "step".
    package let kind: String
    package let id: String
  }

  package struct AppliedRenaming: Sendable, Equatable {
    package let kind: String
    package let from: String
    /// nil: dropped.
    package let to: String?
  }
}

extension LinkedProfile {
  /// The same profile with other answers; each must fit its fact.
  package func with(_ answers: [String: FactValue]) -> LinkedProfile {
    var copy = self
    copy.answers = answers
    copy.askedUnknown.subtract(answers.keys)
    return copy
  }
}
