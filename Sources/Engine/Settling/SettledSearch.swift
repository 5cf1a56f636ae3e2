/// Whether all completions of a profile end with the same winner.
package enum SettledVerdict: Sendable, Equatable {
  /// They do: shown by taking the completions apart into so many parts; 1 if nothing had to be taken apart.
  case settled(parts: Int)
  /// A completion was found that ends otherwise.
  case open
  /// Neither was shown within the limits.
  case unshown
}

/// Branch and bound over the completions of a profile (method.md, section 6).
///
/// 64 parts are evaluated at a time. A part is done as soon as the bounds show the winner in it, whatever stays unknown;
/// a part in which they show another one ends the search. What is neither is split by the open comparison behind the rule
/// that can do most harm to the winner, so that only answers that rules distinguish are told apart. A part in which
/// nothing is left to split is one world as far as rules can see, and is decided exactly by the plain kernel.
package struct SettledSearch {
  /// How many parts are evaluated before the answer is `unshown`: what enumerating 2²⁰ worlds would be, at most.
  package static let mostParts = 1 << 20

  let worlds: OpenWorlds
  /// The leaves that may win, by place.
  let wanted: UInt64
  let contest: Contest
  var cautious: CautiousKernel
  var plain: Kernel
  private var block: WorldBlock
  var plainBlock: WorldBlock
  private var pending: [Region] = []
  private var isUnshown = false

  /// - Parameter wanted: the leaves of the decision that may win, by place.
  package init(_ worlds: OpenWorlds, wanted: UInt64) {
    self.worlds = worlds
    self.wanted = wanted
    let kernel = Kernel(worlds.index.program, worlds.circumstances)
    contest = Contest(kernel, decision: worlds.decision)
    cautious = CautiousKernel(kernel, cone: worlds.cone)
    plain = kernel
    block = worlds.template
    plainBlock = worlds.template
  }

  /// - Parameter limit: how many parts may be evaluated.
  package mutating func run(limit: Int = mostParts) -> SettledVerdict {
    guard limit > 0 else { return .unshown }
    if findsCounterexample() { return .open }
    pending = [worlds.everything()]
    isUnshown = false
    var parts = 0
    var shown = 0
    while !pending.isEmpty {
      let count = min(WorldBlock.width, pending.count)
      parts += count
      if parts > limit { return .unshown }
      let batch = Array(pending[(pending.count - count)...])
      pending.removeLast(count)
      evaluate(batch)
      var unsplit: [Int] = []
      for lane in batch.indices {
        switch look(lane, batch[lane]) {
        case .shown: shown += 1
        case .refuted: return .open
        case .split(let one, let other): pending += [other, one]
        case .unsplit: unsplit.append(lane)
        }
      }
      if !unsplit.isEmpty {
        for lane in unsplit where !decidesExactly(lane, of: batch) { return .open }
        shown += unsplit.count
      }
    }
    return isUnshown ? .unshown : .settled(parts: shown)
  }

  private mutating func evaluate(_ batch: [Region]) {
    worlds.reset(&block)
    var restricted: [Extent] = []
    if !worlds.cone.formulas.isEmpty {
      restricted = Array(repeating: Extent(), count: worlds.cone.formulas.count * WorldBlock.width)
    }
    for (lane, region) in batch.enumerated() {
      worlds.fill(&block, lane: lane, with: region)
      for (place, extent) in region.formulas.enumerated() { restricted[place * WorldBlock.width + lane] = extent }
    }
    cautious.evaluate(&block, lanes: batch.count, restricted: restricted)
  }

  private enum Sight {
    case shown
    case refuted
    case split(Region, Region)
    case unsplit
  }

  /// What the bounds say of a lane.
  private mutating func look(_ lane: Int, _ region: Region) -> Sight {
    let bit: UInt64 = 1 << UInt64(lane)
    let applicable = cautious.kernel.applicable[worlds.decision]
    if cautious.dead & bit != 0 || applicable.no & bit != 0 { return .shown }
    let judgement = cautious.judgement(of: worlds.decision, lane: lane)
    if isShown(judgement) { return .shown }
    let isLoose = cautious.loose & bit != 0
    if !isLoose && applicable.yes & bit != 0 && isRefuted(judgement) { return .refuted }
    var splitting = RegionSplitting(worlds, cautious, block, lane: lane, region)
    if let parts = split(judgement, lane, &splitting) { return .split(parts.0, parts.1) }
    if isLoose, let parts = tighten(&splitting) { return .split(parts.0, parts.1) }
    if splitting.isStuck || isLoose { isUnshown = true }
    return isLoose ? .shown : .unsplit
  }

  /// Whether a wanted leaf stands at the end, whatever stays unknown.
  private func isShown(_ judgement: Judgement) -> Bool {
    switch worlds.circumstances.decided[worlds.decision] {
    case .leaf(let leaf): return wanted >> UInt64(leaf) & 1 == 1
    case .family(let family):
      let all = contest.leaves(ofFamily: family)
      if all & ~wanted == 0 { return true }
      return (judgement.champion >= 0 || !judgement.isOpen) && judgement.candidates & ~wanted == 0
    case .open:
      if !judgement.isOpen { return judgement.candidates != 0 && judgement.candidates & ~wanted == 0 }
      return judgement.isEnough && judgement.champion >= 0 && judgement.candidates & ~wanted == 0
    }
  }

  /// Whether no wanted leaf can stand at the end.
  private func isRefuted(_ judgement: Judgement) -> Bool {
    if case .open = worlds.circumstances.decided[worlds.decision] { return judgement.candidates & wanted == 0 }
    return !judgement.isOpen && judgement.candidates & wanted == 0
  }

  /// Splits by the open rule that can do most harm.
  private func split(_ judgement: Judgement, _ lane: Int, _ splitting: inout RegionSplitting) -> (Region, Region)? {
    var order: [(harm: Double, register: Int)] = []
    let champion = judgement.champion >= 0 ? judgement.champion : wanted.trailingZeroBitCount
    let rivals = judgement.candidates & ~wanted
    for (place, entry) in contest.entries.enumerated() where entry.matters {
      guard cautious.kernel.truths[entry.register].value(in: lane) == nil else { continue }
      var harm = 0.0
      if entry.excludes & wanted != 0 { harm += 1_000 }
      if entry.excludes & rivals != 0 { harm += 10 }
      if entry.speaks && !judgement.isEnough { harm += 500 }
      if champion < contest.leafCount {
        let first = place * contest.leafCount
        for leaf in 0..<contest.leafCount where rivals >> UInt64(leaf) & 1 == 1 {
          let change = contest.worth[first + champion] - contest.worth[first + leaf]
          harm = max(harm, change < 0 ? -change : change / 4)
        }
      }
      order.append((harm, entry.register))
    }
    while !order.isEmpty {
      var worst = 0
      for place in order.indices where order[place].harm > order[worst].harm { worst = place }
      if let parts = splitting.split(register: order[worst].register) { return parts }
      order.swapAt(worst, order.count - 1)
      order.removeLast()
    }
    return contest.row.when >= 0 ? splitting.split(register: Int(contest.row.when)) : nil
  }

  /// Narrows the operands of formulas until they give what was asked of them.
  private func tighten(_ splitting: inout RegionSplitting) -> (Region, Region)? {
    for column in worlds.cone.formulas {
      guard case .formula(let root) = worlds.index.origins[column] else { continue }
      if let parts = splitting.refine(formula: root) { return parts }
    }
    return nil
  }

  /// Whether a wanted leaf stands in a world that was taken apart as far as rules can see.
  private mutating func decidesExactly(_ lane: Int, of batch: [Region]) -> Bool {
    worlds.reset(&plainBlock)
    worlds.fillSample(&plainBlock, lane: lane, of: batch[lane])
    plain.evaluate(cautious.course, on: &plainBlock)
    if plain.applicable[worlds.decision].no >> UInt64(lane) & 1 == 1 { return true }
    return isWantedOutcome(lane)
  }
}
