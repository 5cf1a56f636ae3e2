/// How far one weight can move, the others kept as they are, before the winner changes (method.md, section 7).
package struct WeightInterval: Sendable, Equatable {
  /// ≥ 0, and not above the weight in force.
  package let from: Double
  /// Not below the weight in force; nil: there is no end.
  package let to: Double?

  package init(from: Double, to: Double?) {
    self.from = from
    self.to = to
  }

  /// A weight as a share of all weight: t = W/(W + the others); 1 where there is no end.
  package static func share(of weight: Double?, others: Double) -> Double {
    guard let weight else { return 1 }
    return weight > 0 ? weight / (weight + others) : 0
  }
}

/// The net points of the admissible leaves of a decision in one world, with what they are divided and weighed by.
package struct WeightProblem: Sendable {
  /// Per admissible leaf and criterion: points as a part of the scale, x/K.
  private let filled: [[Double]]
  /// Per admissible leaf: its option.
  private let families: [Int]
  /// Per criterion; those that do not count have 0.
  private let weights: [Double]
  /// The winner, as a place among the admissible leaves.
  private let winner: Int

  /// Reads the problem out of an evaluated kernel; nil if nothing wins there.
  package init?(_ kernel: Kernel, decision: Int, lane: Int) {
    let row = kernel.program.decisions[decision]
    let best = Int(kernel.best[decision * WorldBlock.width + lane])
    let admissible = row.leaves.indices.filter { !kernel.isExcluded($0, lane: lane) }
    guard best >= 0, let winner = admissible.firstIndex(of: best) else { return nil }
    self.winner = winner
    filled = admissible.map { leaf in
      row.slots.indices.enumerated().map { place, slot in
        let cell = Int(kernel.program.leaves[leaf].firstCell) + place
        return Double(kernel.net[cell * WorldBlock.width + lane]) / Double(kernel.program.slots[slot].scale)
      }
    }
    families = admissible.map { Int(kernel.program.leaves[$0].family) }
    weights = row.slots.indices.map { kernel.weighing.weights[Int(kernel.program.slots[$0].criterion), lane] }
  }

  /// A problem from its numbers.
  ///
  /// - Parameters:
  ///   - filled: per leaf and criterion x/K.
  ///   - winner: a leaf that is first under these weights.
  package init(filled: [[Double]], families: [Int], weights: [Double], winner: Int) {
    self.filled = filled
    self.families = families
    self.weights = weights
    self.winner = winner
  }

  /// The weights of a criterion under which the winner stays ahead of every other leaf, its siblings among them: the
  /// formula of method.md, section 7.
  package func leafInterval(_ criterion: Int) -> WeightInterval {
    var result = Ends(around: weights[criterion])
    for rival in filled.indices where rival != winner {
      result.narrow(by: gap(between: [winner], and: rival, criterion))
    }
    return result.interval
  }

  /// The weights of a criterion under which the winner's option stays first with one leaf or another.
  ///
  /// Against a rival b a leaf a is ahead on a half-line that ends at −R/δ; the option is ahead where one of its leaves is,
  /// which leaves at most one gap for each rival. With a single leaf this is the formula of method.md, section 7.
  package func familyInterval(_ criterion: Int) -> WeightInterval {
    var result = Ends(around: weights[criterion])
    let own = filled.indices.filter { families[$0] == families[winner] }
    for rival in filled.indices where families[rival] != families[winner] {
      result.narrow(by: gap(between: own, and: rival, criterion))
    }
    return result.interval
  }

  /// All weight but that of a criterion.
  package func otherWeight(_ criterion: Int) -> Double {
    var sum = 0.0
    for (place, weight) in weights.enumerated() where place != criterion { sum += weight }
    return sum
  }

  /// The open stretch of weights of a criterion under which a rival is ahead of all of some leaves; nil if there is none.
  private func gap(between own: [Int], and rival: Int, _ criterion: Int) -> (from: Double, to: Double)? {
    var from = -Double.infinity
    var to = Double.infinity
    for leaf in own {
      let slope = filled[leaf][criterion] - filled[rival][criterion]
      var rest = 0.0
      for (place, weight) in weights.enumerated() where place != criterion {
        rest += weight * (filled[leaf][place] - filled[rival][place])
      }
      if slope > 0 {
        to = min(to, -rest / slope)
      } else if slope < 0 {
        from = max(from, -rest / slope)
      } else if rest >= -1e-9 {
        // Level or ahead whatever the criterion weighs; ties are for the tie-break, as in the ranking.
        return nil
      }
    }
    return from < to ? (from, to) : nil
  }

  /// The ends of an interval that holds the weight in force.
  private struct Ends {
    let weight: Double
    var from = 0.0
    var to = Double.infinity

    init(around weight: Double) { self.weight = weight }

    /// Cuts off the side of the weight on which the gap lies. Where the weight lies on an end of the gap (a tie),
    /// rounding may put it a hair inside.
    mutating func narrow(by gap: (from: Double, to: Double)?) {
      guard let gap else { return }
      if weight - gap.from <= gap.to - weight {
        to = min(to, max(gap.from, weight))
      } else {
        from = max(from, min(gap.to, weight))
      }
    }

    var interval: WeightInterval { WeightInterval(from: from, to: to == .infinity ? nil : to) }
  }
}
