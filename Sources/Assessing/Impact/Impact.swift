package import Diagnostics
package import RuleCompiler
package import RuleModel

/// What a new version of the packs would change: in what they say, and for the profiles of past cases.
package struct Impact: Sendable {
  package let old: CompiledRules
  package let new: CompiledRules
  package let difference: PackDifference
  /// In the order given.
  package let replays: [ProfileReplay]
  /// Files that should have been replayed and are no profiles.
  package let unread: [String]

  /// - Parameters:
  ///   - unread: files beside the profiles that cannot be read.
  ///   - date: the day the assessments speak of; nil: that of each profile.
  package init(
    from old: CompiledRules,
    to new: CompiledRules,
    profiles: [(name: String, profile: Profile)],
    unread: [String] = [],
    date: CalendarDate? = nil
  ) {
    self.old = old
    self.new = new
    self.unread = unread
    difference = PackDifference(from: old.catalogue, to: new.catalogue)
    let comparison = ReplayComparison(old: old, new: new, difference: difference)
    replays = profiles.map { comparison.replay($0.profile, named: $0.name, date: date) }
  }

  /// How many decisions of all profiles have each kind of effect.
  package func count(_ effect: DecisionImpact.Effect) -> Int {
    replays.reduce(0) { sum, replay in sum + replay.decisions.count { $0.effect == effect } }
  }

  /// How many profiles have each outcome.
  package func count(_ outcome: ProfileReplay.Outcome) -> Int { replays.count { $0.outcome == outcome } }

  /// Whether any recommendation becomes another one, or none, or cannot be compared.
  package var hasFlips: Bool {
    replays.contains { replay in replay.failure != nil || replay.decisions.contains { $0.effect.isFlip } }
  }
}

/// One profile under both versions.
package struct ProfileReplay: Sendable {
  package let name: String
  package let title: String
  /// Which version cannot read the profile, and why; nil: it was compared.
  package internal(set) var failure: (side: Side, problems: [Diagnostic])?
  /// Decisions of either version, in the order of the new one, then those that are gone.
  package internal(set) var decisions: [DecisionImpact] = []
  /// What renamings of the new version did to the profile.
  package internal(set) var renamed: [LinkedProfile.AppliedRenaming] = []
  /// What the profile says and one of the versions cannot use.
  package internal(set) var dropped: [Dropped] = []
  /// Steps that are on the checklist of one version only, by id.
  package internal(set) var addedSteps: [String] = []
  package internal(set) var removedSteps: [String] = []

  package enum Side: String, Sendable {
    case old
    case new
  }

  /// An answer or another entry that counts for nothing under a version.
  package struct Dropped: Sendable, Equatable {
    package let side: Side
    /// "fact", "choice", "criterion" …
    package let kind: String
    package let id: String
    /// One sentence.
    package let reason: String
  }

  /// What becomes of the whole case: the weightiest of all that happens to it.
  package enum Outcome: String, Sendable, CaseIterable {
    /// One version cannot read it.
    case failed
    case flips
    case opens
    case closes
    case variant
    /// A decision is new or gone.
    case decisions
    /// The recommendations stay, and answers count for nothing, steps come or go, or options are excluded or to be
    /// confirmed otherwise.
    case details
    /// Only points differ.
    case moves
    /// Only ids differ.
    case renamed
    case same
  }

  package var outcome: Outcome {
    if failure != nil { return .failed }
    let effects = Set(decisions.map(\.effect))
    if effects.contains(.flips) { return .flips }
    if effects.contains(.opens) { return .opens }
    if effects.contains(.closes) { return .closes }
    if effects.contains(.variant) { return .variant }
    if effects.contains(.added) || effects.contains(.removed) { return .decisions }
    let hasDetails =
      !dropped.isEmpty || !addedSteps.isEmpty || !removedSteps.isEmpty || decisions.contains { !$0.changes.isEmpty }
    if hasDetails { return .details }
    if effects.contains(.moves) { return .moves }
    return renamed.isEmpty ? .same : .renamed
  }

  /// Whether anything at all becomes different for this case.
  package var isAffected: Bool { outcome != .same }
}

/// What becomes of one decision of one profile.
package struct DecisionImpact: Sendable {
  package enum Effect: String, Sendable, CaseIterable {
    /// Another option is recommended.
    case flips
    /// Nothing is recommended any more: not enough facts, no solution, or it no longer applies.
    case opens
    /// Something is recommended now.
    case closes
    /// The same option in another variant.
    case variant
    /// The same recommendation with other scores or another lead.
    case moves
    case same
    case added
    case removed

    /// Whether a customer would be told something else.
    package var isFlip: Bool { self == .flips || self == .opens }

    package var words: String {
      switch self {
      case .flips: "recommends another option"
      case .opens: "recommends nothing any more"
      case .closes: "recommends something now"
      case .variant: "recommends another variant"
      case .moves: "has other points only"
      case .same: "is unchanged"
      case .added: "is new"
      case .removed: "is gone"
      }
    }
  }

  /// The recommendation by score under one version.
  package struct Outcome: Sendable, Equatable {
    /// nil: nothing is recommended, for the reason.
    package let option: String?
    package let variant: String?
    package let reason: String?
    /// In points; 0 without a recommendation.
    package let score: Double
    /// Over the best admissible leaf of another family; nil without one.
    package let lead: Double?
    package let evidence: Double
  }

  /// What becomes of a leaf beside its score.
  package struct Change: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
      case gainsExclusion
      case losesExclusion
      case gainsConfirmation
      case losesConfirmation
    }

    package let kind: Kind
    package let leaf: String
    package let rule: String
  }

  package let id: String
  package let effect: Effect
  package let old: Outcome?
  package let new: Outcome?
  /// Whether the profile itself has fixed the outcome; the recommendation by score is compared all the same.
  package let isDecidedByProfile: Bool
  /// Leaves whose score differs, by id, with the difference in points.
  package let scores: [(leaf: String, difference: Double)]
  /// By kind, leaf, rule.
  package let changes: [Change]
  /// What did it, the strongest first.
  package let causes: [Cause]
}

/// A rule, or a part of the packs, that makes an outcome another one.
package struct Cause: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// It rules out what was recommended.
    case excludes
    /// It no longer rules out what is recommended now.
    case readmits
    /// It moves points.
    case points
    /// The option that is recommended now is new, or the former one is gone.
    case option
    /// It was the basis of the recommendation, or has become it.
    case basis
  }

  package enum Why: String, Sendable, CaseIterable {
    case added
    case removed
    case changed
    /// The rule says the same, and its condition has become true, since a fact is derived, asked or answered otherwise.
    case nowTrue
    case noLongerTrue
    /// The rule says the same, and its criterion has another share of the weights, or another scale.
    case weights
  }

  package let kind: Kind
  /// Present id of the rule, or of the option.
  package let id: String
  package let why: Why
  /// The respects in which the rule differs; empty unless it was changed.
  package let aspects: [String]
  /// By how much it moves the lead of what is recommended now over what was recommended before, or, where the recommendation
  /// stays, the lead over the runner-up (without one: its score). In points; 0 for exclusions.
  package let points: Double
}
