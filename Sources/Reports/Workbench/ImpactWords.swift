package import Assessing
import Diagnostics
package import RuleCompiler
import RuleModel

/// How the impact of a new version is said, on the terminal and on the page. Items go by their ids, which both versions know.
package struct ImpactWords {
  package init() {}

  /// A number with a sign and one decimal.
  func points(_ number: Double) -> String {
    let tenths = (number * 10).rounded(.toNearestOrAwayFromZero)
    guard tenths.magnitude < 1e15 else { return "\(number)" }
    let whole = Int64(tenths.magnitude)
    let sign = tenths < 0 ? "\u{2212}" : tenths > 0 ? "+" : ""
    return "\(sign)\(whole / 10).\(whole % 10)"
  }

  /// "b (b-small), +12.0 points, lead +3.1" or "nothing: not enough facts".
  package func outcome(_ outcome: DecisionImpact.Outcome?) -> String {
    guard let outcome else { return "no such decision" }
    guard let option = outcome.option else { return "nothing: \(outcome.reason ?? "")" }
    let variant = outcome.variant.flatMap { $0 == option ? nil : " (\($0))" } ?? ""
    let lead = outcome.lead.map { ", lead \(points($0))" } ?? ""
    return "\(option)\(variant), \(points(outcome.score)) points\(lead)"
  }

  package func change(_ change: DecisionImpact.Change) -> String {
    switch change.kind {
    case .gainsExclusion: "\(change.leaf) is now excluded by \(change.rule)"
    case .losesExclusion: "\(change.leaf) is no longer excluded by \(change.rule)"
    case .gainsConfirmation: "\(change.leaf) is now to be confirmed by \(change.rule)"
    case .losesConfirmation: "\(change.leaf) is no longer to be confirmed by \(change.rule)"
    }
  }

  package func cause(_ cause: Cause) -> String {
    switch cause.kind {
    case .option: return "option \(cause.id) is \(cause.why == .added ? "new" : "gone")"
    case .excludes: return "rule \(cause.id) excludes it: \(why(cause))"
    case .readmits: return "rule \(cause.id) no longer excludes it: \(why(cause))"
    case .points: return "rule \(cause.id) \(points(cause.points)): \(why(cause))"
    case .basis: return "rule \(cause.id): \(why(cause))"
    }
  }

  private func why(_ cause: Cause) -> String {
    switch cause.why {
    case .added: "it is new"
    case .removed: "it is gone"
    case .changed: "changed in \(cause.aspects.joined(separator: ", "))"
    case .nowTrue: "it says the same, and is true now"
    case .noLongerTrue: "it says the same, and is no longer true"
    case .weights: "it says the same, and its criterion has another share of the weights or another scale"
    }
  }

  /// "1 profile", "5 profiles".
  package func profiles(_ count: Int) -> String { count == 1 ? "1 profile" : "\(count) profiles" }

  package func dropped(_ dropped: ProfileReplay.Dropped) -> String {
    "\(dropped.kind) \(dropped.id) counts for nothing under the \(dropped.side.rawValue) packs: \(dropped.reason)"
  }

  /// "rule: 2 added, 1 changed", one line for every kind that differs.
  package func summary(_ difference: PackDifference) -> [String] {
    ItemKind.allCases.compactMap { kind in
      let items = difference.items.filter { $0.kind == kind }
      if items.isEmpty { return nil }
      let counts = ItemDifference.Change.allCases.compactMap { change -> String? in
        let count = items.count { $0.change == change }
        return count == 0 ? nil : "\(count) \(change.rawValue)"
      }
      return "\(kind.rawValue): \(counts.joined(separator: ", "))"
    }
  }

  /// "2 with another recommendation", "5 unchanged": numbers of profiles by what becomes of them; and files that are none.
  package func summary(_ impact: Impact) -> [String] {
    let lines = ProfileReplay.Outcome.allCases.compactMap { outcome -> String? in
      let count = impact.count(outcome)
      return count == 0 ? nil : "\(count) \(words(outcome))"
    }
    return lines
      + (impact.unread.isEmpty ? [] : ["not replayed, since broken: \(impact.unread.joined(separator: ", "))"])
  }

  private func words(_ outcome: ProfileReplay.Outcome) -> String {
    switch outcome {
    case .failed: "cannot be compared"
    case .flips: "with another recommendation"
    case .opens: "without the recommendation there was"
    case .closes: "with a recommendation where there was none"
    case .variant: "with another variant"
    case .decisions: "with a decision that is new or gone"
    case .details: "with the same recommendations, but other answers, steps, exclusions or questions to confirm"
    case .moves: "with other points only"
    case .renamed: "with other ids only"
    case .same: "unchanged"
    }
  }

  /// "fact app.ram is now app.memory".
  package func renamed(_ renaming: LinkedProfile.AppliedRenaming) -> String {
    renaming.to.map { "\(renaming.kind) \(renaming.from) is now \($0)" } ?? "\(renaming.kind) \(renaming.from) is gone"
  }

  /// A profile in which only ids differ, in one line.
  package func renamed(_ replay: ProfileReplay) -> String {
    "\(replay.title) (\(replay.name)): \(replay.renamed.map { renamed($0) }.joined(separator: ", "))"
  }
}
