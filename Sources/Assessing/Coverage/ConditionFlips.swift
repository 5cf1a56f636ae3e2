import RuleCompiler
import RuleModel

/// A condition in one world, ready to be asked what would follow if one of its comparisons had the contrary truth.
struct ConditionFlips {
  let condition: LinkedCondition
  /// Truths of its comparisons, in the order written.
  let truths: [Truth]
  let truth: Truth

  init(_ condition: LinkedCondition, in world: ObviousEvaluator) {
    self.condition = condition
    var truths: [Truth] = []
    condition.forEachComparison { truths.append(world.truth(of: $0)) }
    self.truths = truths
    truth = world.truth(of: condition)
  }

  /// The truth of the condition if one comparison had its contrary truth; all others keep theirs.
  func truth(flipping place: Int) -> Truth {
    var next = 0
    return truth(of: condition, flipping: place, &next)
  }

  /// The comparisons whose contrary makes the condition true, or no longer true. An unknown one has no contrary.
  var deciding: [Int] {
    truths.indices.filter { truths[$0] != .unknown && (truth(flipping: $0) == .yes) != (truth == .yes) }
  }

  private func truth(of condition: LinkedCondition, flipping place: Int, _ next: inout Int) -> Truth {
    switch condition {
    case .all(let parts): return parts.reduce(.yes) { $0.and(truth(of: $1, flipping: place, &next)) }
    case .any(let parts): return parts.reduce(.no) { $0.or(truth(of: $1, flipping: place, &next)) }
    case .not(let part): return truth(of: part, flipping: place, &next).negated
    case .comparison:
      defer { next += 1 }
      return next == place ? truths[next].negated : truths[next]
    }
  }
}
