package import RuleCompiler
import RuleModel

/// What a contradiction among people does to the recommendations.
package struct JudgedConflict: Sendable {
  package enum Weight: Int, Sendable, Comparable {
    /// Whichever is right, every recommendation is the same.
    case none
    /// Not found to change anything; not everything could be tried.
    case unclear
    /// It changes a recommendation, depending on how other contradictions are resolved.
    case could
    /// It changes a recommendation by itself.
    case does

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  package let entry: MergedEntry
  package let weight: Weight
  /// Decisions that it changes, by itself or depending on others; in the order in which they are decided.
  package let decisions: [String]
  /// What stands in each of these decisions with each of `entry.alternatives`, all other contradictions left open.
  package let outcomes: [[String?]]
}

extension ProfileMerge {
  /// Up to so many ways of resolving all contradictions are tried; beyond that, only as each person would.
  static let mostResolutions = 1 << 12

  /// The contradictions, those that matter most first: by what they change, by the importance of that, then in the order of
  /// the questionnaire.
  package func judgedConflicts(_ rules: CompiledRules) -> [JudgedConflict] {
    let conflicts = entries(.conflict)
    guard !conflicts.isEmpty else { return [] }
    let judge = ConflictJudge(self, conflicts, rules)
    return conflicts.indices.map { judge.judged($0) }.enumerated().sorted { a, b in
      if a.element.weight != b.element.weight { return a.element.weight > b.element.weight }
      let (x, y) = (judge.importance(a.element), judge.importance(b.element))
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  /// What stands in every decision with the weights of each voice; by decision in their order.
  package func outcomesByVoice(_ rules: CompiledRules) -> [[String?]] {
    let profiles = weights.voices.map { voice in
      rules.catalogue.criteria.reduce(merged) { profile, criterion in
        profile.with(.weight(criterion: criterion.id, people[voice].weights[criterion.id]))
      }
    }
    return WorldRuns(rules: rules).outcomes(of: profiles).map(\.leaves)
  }
}

/// Tries what every alternative does.
private struct ConflictJudge {
  private let conflicts: [MergedEntry]
  private let rules: CompiledRules
  /// Per contradiction and alternative: what stands, all others open.
  private let alone: [[[String?]]]
  /// Ways of resolving all: the alternative taken of each, and what stands.
  private let resolutions: [(chosen: [Int], leaves: [String?])]
  private let isEverything: Bool

  init(_ merge: ProfileMerge, _ conflicts: [MergedEntry], _ rules: CompiledRules) {
    self.conflicts = conflicts
    self.rules = rules
    let runs = WorldRuns(rules: rules)
    alone = conflicts.map { conflict in
      runs.outcomes(of: conflict.alternatives.map { merge.merged.with($0) }).map(\.leaves)
    }
    var count = 1
    for conflict in conflicts where count <= ProfileMerge.mostResolutions { count *= conflict.alternatives.count }
    isEverything = count <= ProfileMerge.mostResolutions
    let chosen = isEverything ? Self.all(conflicts, count) : Self.asPeopleSay(conflicts, merge.people.count)
    let profiles = chosen.map { choice in
      zip(conflicts, choice).reduce(merge.merged) { $0.with($1.0.alternatives[$1.1]) }
    }
    resolutions = Array(zip(chosen, runs.outcomes(of: profiles).map(\.leaves)))
  }

  private static func all(_ conflicts: [MergedEntry], _ count: Int) -> [[Int]] {
    (0..<count).map { number in
      var rest = number
      return conflicts.map { conflict in
        defer { rest /= conflict.alternatives.count }
        return rest % conflict.alternatives.count
      }
    }
  }

  /// Everything as one person says, and the same with one of the contradictions resolved otherwise.
  private static func asPeopleSay(_ conflicts: [MergedEntry], _ people: Int) -> [[Int]] {
    var all: [[Int]] = []
    for person in 0..<people {
      let own = conflicts.map { conflict in conflict.alternatives.firstIndex(of: conflict.said[person]) ?? 0 }
      all.append(own)
      for (place, conflict) in conflicts.enumerated() {
        for other in conflict.alternatives.indices where other != own[place] {
          var changed = own
          changed[place] = other
          all.append(changed)
        }
      }
    }
    return all
  }

  func judged(_ place: Int) -> JudgedConflict {
    let outcomes = alone[place]
    var changed = rules.catalogue.decisions.indices.filter { decision in
      Set(outcomes.map { $0[decision] }).count > 1
    }
    var weight = JudgedConflict.Weight.does
    if changed.isEmpty {
      changed = changedInSomeResolution(place)
      weight = changed.isEmpty ? (isEverything ? .none : .unclear) : .could
    }
    return JudgedConflict(
      entry: conflicts[place],
      weight: weight,
      decisions: changed.map { rules.catalogue.decisions[$0].id },
      outcomes: changed.map { decision in outcomes.map { $0[decision] } }
    )
  }

  /// The decisions in which two resolutions that differ only here have other outcomes.
  private func changedInSomeResolution(_ place: Int) -> [Int] {
    var groups: [[Int]: [Int]] = [:]
    for (number, resolution) in resolutions.enumerated() {
      var others = resolution.chosen
      others[place] = -1
      groups[others, default: []].append(number)
    }
    return rules.catalogue.decisions.indices.filter { decision in
      groups.values.contains { numbers in Set(numbers.map { resolutions[$0].leaves[decision] }).count > 1 }
    }
  }

  func importance(_ judged: JudgedConflict) -> Double {
    judged.decisions.reduce(0) { $0 + (rules.catalogue.decision($1)?.decision.importance ?? 0) }
  }
}
