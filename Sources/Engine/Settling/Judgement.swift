/// What can still become of a decision in one lane, whatever its unknown rules turn out to be (method.md, section 6).
struct Judgement: Sendable {
  /// Leaves that may still be recommended; all others are excluded or certainly behind one that nothing excludes.
  var candidates: UInt64 = 0
  /// Leaves that some rule certainly excludes, and that some rule excludes or may exclude.
  var excluded: UInt64 = 0
  var possiblyExcluded: UInt64 = 0
  /// Whether some rule that speaks is true.
  var isEnough = false
  /// Whether the truth of some rule that matters is unknown.
  var isOpen = false
  /// The best leaf that nothing can exclude, by what is true; −1 if there is none.
  var champion = -1
}

/// Judges the lanes of a block for one decision: what is the same in all of them is summed up once.
///
/// A lead of more than 10⁻⁹ ranks first, since ranks are made of scores rounded to 9 decimals; what the sums may have
/// lost by rounding is added. Where the tie-break prefers the champion, a lead is enough that is not negative under any
/// single criterion: then no rounding can turn it.
struct Judge: Sendable {
  private enum State: UInt8 {
    /// False, or of no matter.
    case idle
    case holds
    case open
  }

  let contest: Contest
  /// Per entry, in the lane that is judged.
  private var states: [State]
  /// Entries that are not the same in all lanes.
  private var varying: [Int] = []
  /// What all others say.
  private var common = Judgement()
  private var commonScores: [Double]
  private var scores: [Double]
  /// Per champion and leaf, what all others give for the lead of the one over the other, and what was added up for that;
  /// filled in for a champion when it is first asked for.
  private var commonLeads: [Lead]
  private var knowsLeads: UInt64 = 0

  /// How far one leaf is ahead of another, whatever the unknown rules do.
  private struct Lead {
    var points = 0.0
    /// The sum of the magnitudes of all that was added up.
    var size = 0.0

    mutating func add(_ change: Double, isOpen: Bool) {
      if isOpen && change >= 0 { return }
      points += change
      size += change.magnitude
    }
  }

  init(_ contest: Contest) {
    self.contest = contest
    states = Array(repeating: .idle, count: contest.entries.count)
    commonScores = Array(repeating: 0, count: contest.leafCount)
    scores = commonScores
    commonLeads = Array(repeating: Lead(), count: contest.leafCount * contest.leafCount)
  }

  /// Takes up an evaluated kernel.
  ///
  /// - Parameter lanes: how many lanes of it will be judged, from the first one on.
  mutating func begin(_ kernel: Kernel, lanes: Int) {
    let all: UInt64 = lanes >= WorldBlock.width ? ~0 : (1 << UInt64(lanes)) - 1
    var same = Judgement()
    for leaf in commonScores.indices { commonScores[leaf] = 0 }
    varying.removeAll(keepingCapacity: true)
    knowsLeads = 0
    scores = commonScores
    for place in contest.entries.indices {
      let truth = kernel.truths[contest.entries[place].register]
      let (yes, no) = (truth.yes & all, truth.no & all)
      if yes == all {
        take(place, .holds, &same)
      } else if no == all {
        take(place, .idle, &same)
      } else if yes | no == 0 {
        take(place, .open, &same)
      } else {
        varying.append(place)
      }
    }
    (common, commonScores) = (same, scores)
  }

  /// Judges a lane of the kernel that was taken up.
  ///
  /// - Parameter eligible: the leaves that count, by place.
  mutating func judge(_ kernel: Kernel, lane: Int, eligible: UInt64) -> Judgement {
    var result = common
    for leaf in scores.indices { scores[leaf] = commonScores[leaf] }
    for place in varying {
      let truth = kernel.truths[contest.entries[place].register]
      let state: State =
        truth.yes >> UInt64(lane) & 1 == 1 ? .holds : truth.no >> UInt64(lane) & 1 == 1 ? .idle : .open
      take(place, state, &result)
    }
    result.candidates = eligible & ~result.excluded
    for leaf in 0..<contest.leafCount where (eligible & ~result.possiblyExcluded) >> UInt64(leaf) & 1 == 1 {
      if result.champion >= 0 {
        let (mine, best) = (scores[leaf], scores[result.champion])
        let isLater = contest.tieOrders[leaf] > contest.tieOrders[result.champion]
        if mine < best || (mine == best && isLater) { continue }
      }
      result.champion = leaf
    }
    if result.champion >= 0 { result.candidates &= ~beaten(by: result.champion) }
    return result
  }

  /// Adds what an entry in a state says; its points to `scores`.
  private mutating func take(_ place: Int, _ state: State, _ judgement: inout Judgement) {
    let entry = contest.entries[place]
    states[place] = state == .open && !entry.matters ? .idle : state
    switch state {
    case .idle: return
    case .holds:
      judgement.excluded |= entry.excludes
      judgement.possiblyExcluded |= entry.excludes
      if entry.speaks { judgement.isEnough = true }
      let first = place * contest.leafCount
      for leaf in scores.indices { scores[leaf] += contest.worth[first + leaf] }
    case .open:
      judgement.possiblyExcluded |= entry.excludes
      if entry.matters { judgement.isOpen = true }
    }
  }

  /// The leaves that are behind a leaf, whatever the unknown rules do.
  private mutating func beaten(by champion: Int) -> UInt64 {
    let count = contest.leafCount
    if knowsLeads >> UInt64(champion) & 1 == 0 { sumUpLeads(of: champion) }
    var beaten: UInt64 = 0
    for leaf in 0..<count where leaf != champion {
      var lead = commonLeads[champion * count + leaf]
      for place in varying where states[place] != .idle {
        let change = contest.worth[place * count + champion] - contest.worth[place * count + leaf]
        lead.add(change, isOpen: states[place] == .open)
      }
      let doubt = 1e-12 * lead.size
      if lead.points > 1e-9 + doubt {
        beaten |= 1 << UInt64(leaf)
      } else if contest.tieOrders[champion] < contest.tieOrders[leaf], lead.points > -1e-9 - doubt,
        isNowhereBehind(champion, leaf)
      {
        beaten |= 1 << UInt64(leaf)
      }
    }
    return beaten
  }

  private mutating func sumUpLeads(of champion: Int) {
    knowsLeads |= 1 << UInt64(champion)
    let count = contest.leafCount
    for leaf in 0..<count { commonLeads[champion * count + leaf] = Lead() }
    var next = 0
    for place in contest.entries.indices {
      if next < varying.count && varying[next] == place {
        next += 1
        continue
      }
      if states[place] == .idle || contest.entries[place].slot < 0 { continue }
      let own = contest.worth[place * count + champion]
      for leaf in 0..<count {
        commonLeads[champion * count + leaf].add(
          own - contest.worth[place * count + leaf],
          isOpen: states[place] == .open
        )
      }
    }
  }

  /// Whether under every criterion a leaf has at least the net points of another, whatever the unknown rules do.
  private func isNowhereBehind(_ leaf: Int, _ rival: Int) -> Bool {
    let count = contest.leafCount
    for slot in 0..<Int(contest.row.slots.count) {
      var least = 0
      for place in contest.entries.indices where contest.entries[place].slot == slot && states[place] != .idle {
        let change = Int(contest.net[place * count + leaf]) - Int(contest.net[place * count + rival])
        least += states[place] == .holds || change < 0 ? change : 0
      }
      if least < 0 { return false }
    }
    return true
  }
}
