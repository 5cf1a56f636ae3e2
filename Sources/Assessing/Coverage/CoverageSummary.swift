extension Coverage {
  /// What the tests reach of one pack, or of all.
  package struct Summary: Sendable, Equatable {
    /// Rules that are true with effect.
    package var rules = Reached()
    /// Of rules: every comparison true and false.
    package var branches = Reached()
    package var choices = Reached()
    /// Of thresholds: two for each.
    package var sides = Reached()
    /// Comparisons of everything else, true and false.
    package var others = Reached()
  }

  /// - Parameter pack: nil for all packs. Choices count for the pack that defines the fact, thresholds for that of the first
  ///   rule that names them.
  package func summary(of pack: String?) -> Summary {
    var summary = Summary()
    for condition in conditions where pack == nil || condition.pack == pack {
      let branches = condition.branches
      if condition.owner == .rule {
        summary.rules.add(condition.isTrueWithEffect > 0)
        summary.branches += branches
      } else {
        summary.others += branches
      }
    }
    for choice in choices where pack == nil || choice.pack == pack { summary.choices.add(choice.matters > 0) }
    for threshold in thresholds where pack == nil || threshold.pack == pack {
      summary.sides.add(threshold.below > 0)
      summary.sides.add(threshold.above > 0)
    }
    return summary
  }
}

extension Reached {
  static func += (a: inout Reached, b: Reached) {
    a.count += b.count
    a.total += b.total
  }
}
