package import Diagnostics
package import RuleCompiler
package import RuleModel

/// What the tests of the packs reach *with effect*.
///
/// A comparison matters in the world of a test if its contrary would make the condition around it true or no longer true,
/// and that would change something that people see: an outcome, a score, an exclusion, a confirmation, a note, or whether
/// a component, step, price or contradiction is there. A comparison with a derived fact passes this on to the comparisons
/// that the fact follows from. What is merely evaluated does not count.
package struct Coverage: Sendable {
  /// Worlds looked at: tests that could be run.
  package let tests: Int
  /// By pack, file and place.
  package let conditions: [ConditionCoverage]
  /// Choices that some comparison names, by fact, in the order of the fact.
  package let choices: [ChoiceCoverage]
  /// Thresholds that some comparison names, by fact, ascending.
  package let thresholds: [ThresholdCoverage]

  package var rules: [ConditionCoverage] { conditions.filter { $0.owner == .rule } }

  /// Ids of the packs that hold conditions, sorted.
  package var packs: [String] { Set(conditions.map(\.pack)).sorted(by: idPrecedes) }
}

/// How many of some things were reached.
package struct Reached: Sendable, Equatable {
  package var count = 0
  package var total = 0

  package init(count: Int = 0, total: Int = 0) {
    self.count = count
    self.total = total
  }

  package mutating func add(_ isReached: Bool) {
    total += 1
    if isReached { count += 1 }
  }

  package var isComplete: Bool { count == total }
}

/// A condition and what the tests reach of it.
package struct ConditionCoverage: Sendable {
  /// What the condition belongs to.
  package enum Owner: String, Sendable, CaseIterable {
    case rule
    case derivation = "derived fact"
    case relevance
    case decision
    case contradiction
    case component
    case step
    case price
  }

  package let owner: Owner
  /// Id of the item.
  package let id: String
  package let pack: String
  /// Where the item is defined.
  package let span: SourceSpan?
  package let condition: LinkedCondition
  /// Tests in which it is true.
  package internal(set) var isTrue = 0
  /// Tests in which it is true and that changes something.
  package internal(set) var isTrueWithEffect = 0
  /// In the order written.
  package internal(set) var comparisons: [ComparisonCoverage]

  /// Whether everything that can be reached was: the condition true, and each of its comparisons true and false.
  package var isComplete: Bool { isTrueWithEffect > 0 && branches.isComplete }

  /// Two for every comparison.
  package var branches: Reached {
    var reached = Reached()
    for comparison in comparisons {
      reached.add(comparison.mattersTrue > 0)
      reached.add(comparison.mattersFalse > 0)
    }
    return reached
  }
}

/// Numbers of tests in which a comparison has a truth, and in which that matters.
package struct ComparisonCoverage: Sendable {
  package let comparison: LinkedComparison
  package internal(set) var isTrue = 0
  package internal(set) var isFalse = 0
  package internal(set) var mattersTrue = 0
  package internal(set) var mattersFalse = 0
}

package struct ChoiceCoverage: Sendable {
  package let fact: String
  package let choice: String
  package let pack: String
  package let span: SourceSpan?
  /// Tests that answer with it.
  package internal(set) var isAnswered = 0
  /// Tests in which that decides a comparison that matters.
  package internal(set) var matters = 0
}

package struct ThresholdCoverage: Sendable {
  package let fact: String
  package let pack: String
  package let threshold: FactValue
  /// Whether the threshold itself belongs to the upper side (`atLeast`, `below`) or to the lower one (`above`, `atMost`).
  package let isUpperInclusive: Bool
  /// Where it is first compared with.
  package let span: SourceSpan?
  /// Tests in which a value on that side decides a comparison that matters.
  package internal(set) var below = 0
  package internal(set) var above = 0
}
