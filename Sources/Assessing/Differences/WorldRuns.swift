import Engine
import RuleCompiler
import RuleModel

/// Many profiles evaluated together, 64 at a time: what stands in every decision, and which rules hold.
struct WorldRuns {
  let rules: CompiledRules

  /// What one profile comes to.
  struct Outcome {
    /// Per decision the leaf that stands; nil: none does.
    let leaves: [String?]
    /// Ids of the rules that hold, as bits by place in the catalogue.
    let holding: [Bool]
  }

  /// The outcomes, in the order of the profiles.
  func outcomes(of profiles: [LinkedProfile]) -> [Outcome] {
    var result: [Outcome?] = Array(repeating: nil, count: profiles.count)
    for group in groups(profiles) {
      var kernel = Kernel(rules.program, rules.circumstances(of: profiles[group[0]]))
      for start in stride(from: 0, to: group.count, by: WorldBlock.width) {
        let batch = group[start..<min(start + WorldBlock.width, group.count)]
        var block = WorldBlock(columnCount: rules.program.columnCount)
        for (lane, place) in batch.enumerated() { rules.fill(&block, lane: lane, with: profiles[place].answers) }
        kernel.evaluate(&block)
        for (lane, place) in batch.enumerated() { result[place] = outcome(kernel, lane) }
      }
    }
    return result.compactMap { $0 }
  }

  private func outcome(_ kernel: Kernel, _ lane: Int) -> Outcome {
    let catalogue = rules.catalogue
    let leaves = catalogue.decisions.indices.map { place -> String? in
      if kernel.applicable[place].no >> UInt64(lane) & 1 == 1 { return nil }
      let leaf = Int(kernel.outcome[place * WorldBlock.width + lane])
      guard leaf >= 0 else { return nil }
      return catalogue.decisions[place].leaves[leaf - rules.program.decisions[place].leaves.indices.lowerBound].id
    }
    let holding = catalogue.rules.map { rule in
      rules.ruleRegisters[rule.id].map { kernel.truths[$0].value(in: lane) == true } ?? true
    }
    return Outcome(leaves: leaves, holding: holding)
  }

  /// Places of profiles that differ in their answers only, in the order found.
  private func groups(_ profiles: [LinkedProfile]) -> [[Int]] {
    var groups: [[Int]] = []
    var places: [Beside: Int] = [:]
    for (place, profile) in profiles.enumerated() {
      let beside = Beside(profile)
      if let group = places[beside] {
        groups[group].append(place)
      } else {
        places[beside] = groups.count
        groups.append([place])
      }
    }
    return groups
  }

  /// What a profile says beside its answers.
  private struct Beside: Hashable {
    let weights: [String: Double]
    let decided: [String: String]
    let clarified: [ProfileEntry]
    let date: CalendarDate?

    init(_ profile: LinkedProfile) {
      weights = profile.weights
      decided = profile.decided.mapValues(\.option.id)
      clarified = profile.clarified.map { .clarified(rule: $0.rule.id, option: $0.option.id, $0.holds) }
      date = profile.profile.date
    }
  }
}
