/// Bounds of scores and leads over all completions (method.md, section 6), the tighter kind: unknown rules that hang on
/// one and the same open fact are enumerated together, over the cells of that fact; a rule that hangs on several facts is
/// enumerated with one of them, and may be true or false where that leaves it unknown.
package struct PossibleScores: Sendable {
  /// Lower and upper end of what a sum of contributions can be.
  package struct Interval: Sendable, Equatable {
    package var lower: Double
    package var upper: Double
  }

  package let contest: Contest
  /// Leaves that some rule certainly excludes, and that some rule excludes or may exclude; by place.
  package let excluded: UInt64
  package let possiblyExcluded: UInt64
  /// Whether some rule that speaks is certainly true.
  package let isEnough: Bool
  /// Whether the decision applies; nil while that is unknown.
  package let applicable: Bool?
  /// Places (among the rules of the decision) of the rules that are true in every completion, and of those whose truth is
  /// unknown.
  package let certainRules: [Int]
  package let unknownRules: [Int]
  private var groups: [Group] = []
  private var alone: [Int] = []

  /// Unknown rules with their state in every cell of an open fact.
  private struct Group: Sendable {
    var entries: [Int]
    /// Per cell and entry: 0 false, 1 true, 2 unknown.
    var states: [UInt8] = []
  }

  package init(_ worlds: OpenWorlds) {
    let kernel = Kernel(worlds.index.program, worlds.circumstances)
    contest = Contest(kernel, decision: worlds.decision)
    var cautious = CautiousKernel(kernel, cone: worlds.cone)
    var block = worlds.template
    worlds.fill(&block, lane: 0, with: worlds.everything())
    cautious.evaluate(&block, lanes: 1, restricted: [])
    let judgement = cautious.judgement(of: worlds.decision, lane: 0)
    excluded = judgement.excluded
    possiblyExcluded = judgement.possiblyExcluded
    isEnough = judgement.isEnough
    applicable = cautious.kernel.applicable[worlds.decision].value(in: 0)
    let truths = contest.entries.map { cautious.kernel.truths[$0.register].value(in: 0) }
    certainRules = truths.indices.filter { truths[$0] == true }
    unknownRules = truths.indices.filter { truths[$0] == nil }
    group(worlds, &cautious, &block)
  }

  /// Puts every unknown rule to the open fact that most unknown rules hang on.
  private mutating func group(_ worlds: OpenWorlds, _ cautious: inout CautiousKernel, _ block: inout WorldBlock) {
    var hanging: [[Int]] = Array(repeating: [], count: worlds.facts.count)
    var places: [[Int]] = []
    for rule in unknownRules {
      let cone = worlds.index.cone(of: [contest.entries[rule].register], throughRules: true)
      let facts = cone.facts.map { worlds.factPlaces[$0] }.filter { $0 >= 0 }
      for fact in facts { hanging[fact].append(rule) }
      places.append(facts)
    }
    var members: [[Int]] = Array(repeating: [], count: worlds.facts.count)
    for (number, rule) in unknownRules.enumerated() {
      var chosen = -1
      for fact in places[number] where chosen < 0 || hanging[fact].count > hanging[chosen].count { chosen = fact }
      if chosen >= 0 { members[chosen].append(rule) } else { alone.append(rule) }
    }
    for (fact, entries) in members.enumerated() where !entries.isEmpty {
      guard entries.count > 1, let cells = worlds.cells(of: worlds.facts[fact]), cells.count > 1 else {
        alone += entries
        continue
      }
      var group = Group(entries: entries)
      for start in stride(from: 0, to: cells.count, by: WorldBlock.width) {
        let batch = cells[start..<min(start + WorldBlock.width, cells.count)]
        worlds.reset(&block)
        for (lane, cell) in batch.enumerated() {
          var region = worlds.everything()
          region.extents[fact] = cell
          worlds.fill(&block, lane: lane, with: region)
        }
        cautious.evaluate(&block, lanes: batch.count, restricted: [])
        for lane in batch.indices.map({ $0 - start }) {
          for entry in entries {
            let truth = cautious.kernel.truths[contest.entries[entry].register].value(in: lane)
            group.states.append(truth == true ? 1 : truth == nil ? 2 : 0)
          }
        }
      }
      groups.append(group)
    }
  }

  /// Bounds of the sum of what rules give while they are true.
  private func bounds(_ value: (Int) -> Double) -> Interval {
    var result = Interval(lower: 0, upper: 0)
    for entry in certainRules {
      result.lower += value(entry)
      result.upper += value(entry)
    }
    for entry in alone {
      let change = value(entry)
      if change < 0 { result.lower += change } else { result.upper += change }
    }
    for group in groups {
      let width = group.entries.count
      let values = group.entries.map(value)
      var least = Double.infinity
      var most = -Double.infinity
      for cell in 0..<group.states.count / width {
        var (low, high) = (0.0, 0.0)
        for place in 0..<width {
          let state = group.states[cell * width + place]
          if state == 1 || (state == 2 && values[place] < 0) { low += values[place] }
          if state == 1 || (state == 2 && values[place] > 0) { high += values[place] }
        }
        if low < least { least = low }
        if high > most { most = high }
      }
      result.lower += least
      result.upper += most
    }
    return result
  }

  /// What a leaf can score.
  package func score(of leaf: Int) -> Interval {
    bounds { contest.worth[$0 * contest.leafCount + leaf] }
  }

  /// By how much a leaf can be ahead of another.
  package func lead(of leaf: Int, over rival: Int) -> Interval {
    bounds { contest.worth[$0 * contest.leafCount + leaf] - contest.worth[$0 * contest.leafCount + rival] }
  }

  /// Whether a leaf ranks before another in every completion, exclusions aside; see `Contest.judge` for the reasoning.
  package func isAhead(_ leaf: Int, of rival: Int) -> Bool {
    let size = contest.worth.indices.reduce(0) { sum, place in
      let column = place % contest.leafCount
      return column == leaf || column == rival ? sum + contest.worth[place].magnitude : sum
    }
    let lead = lead(of: leaf, over: rival).lower
    let doubt = 1e-12 * size
    if lead > 1e-9 + doubt { return true }
    guard contest.tieOrders[leaf] < contest.tieOrders[rival], lead > -1e-9 - doubt else { return false }
    return (0..<Int(contest.row.slots.count)).allSatisfy { slot in
      bounds { entry in
        guard contest.entries[entry].slot == slot else { return 0 }
        let first = entry * contest.leafCount
        return Double(contest.net[first + leaf] - contest.net[first + rival])
      }.lower >= 0
    }
  }

  /// The bound that shows that one of some leaves wins whenever the decision applies: the rival that comes nearest, and
  /// the least lead over it. A leaf of the wanted ones that nothing can exclude must be ahead of every other leaf.
  ///
  /// - Parameter wanted: leaves by place.
  /// - Returns: nil if the bounds do not show it; a rival of −1 if no other leaf is left.
  package func proof(that wanted: UInt64) -> (margin: Double, rival: Int)? {
    guard isEnough, wanted & ~possiblyExcluded != 0 else { return nil }
    var found = (margin: Double.infinity, rival: -1)
    for rival in 0..<contest.leafCount where (wanted | excluded) >> UInt64(rival) & 1 == 0 {
      var margin = -Double.infinity
      for leaf in 0..<contest.leafCount where (wanted & ~possiblyExcluded) >> UInt64(leaf) & 1 == 1 {
        guard isAhead(leaf, of: rival) else { continue }
        margin = max(margin, lead(of: leaf, over: rival).lower)
      }
      if margin == -.infinity { return nil }
      if margin < found.margin { found = (margin, rival) }
    }
    return found
  }
}
