/// What can still become of a decision in one lane, whatever its unknown rules turn out to be (method.md, section 6).
struct Judgement: Sendable, Equatable {
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
  // Of an entry in a lane: false or of no matter, true, unknown.
  private static let idle: UInt8 = 0
  private static let holds: UInt8 = 1
  private static let open: UInt8 = 2

  let contest: Contest
  /// Per entry, in the lane that is judged.
  private var states: [UInt8]
  /// Entries that are not the same in all lanes.
  private var varying: [Int] = []
  /// What all others say.
  private var common = Judgement()
  private var commonScores: [Double]
  private var scores: [Double]
  /// Per champion and leaf (`champion * leafCount + leaf`), what all others give for the lead of the one over the other, in
  /// points, and the sum of the magnitudes of all that was added up for it; filled in for a champion when it is first asked
  /// for.
  private var commonLeads: [Double]
  private var commonSizes: [Double]
  private var knowsLeads: UInt64 = 0

  init(_ contest: Contest) {
    self.contest = contest
    states = Array(repeating: Self.idle, count: contest.entries.count)
    commonScores = Array(repeating: 0, count: contest.leafCount)
    scores = commonScores
    commonLeads = Array(repeating: 0, count: contest.leafCount * contest.leafCount)
    commonSizes = commonLeads
  }

  /// Takes up an evaluated kernel.
  ///
  /// - Parameter lanes: how many lanes of it will be judged, from the first one on.
  mutating func begin(_ kernel: Kernel, lanes: Int) {
    let all: UInt64 = lanes >= WorldBlock.width ? ~0 : (1 << UInt64(lanes)) - 1
    var same = Judgement()
    for leaf in scores.indices { scores[leaf] = 0 }
    varying.removeAll(keepingCapacity: true)
    knowsLeads = 0
    for place in contest.entries.indices {
      let truth = kernel.truths[contest.entries[place].register]
      let (yes, no) = (truth.yes & all, truth.no & all)
      if (yes == 0 || yes == all) && (no == 0 || no == all) {
        take(place, isTrue: yes != 0, isFalse: no != 0, &same)
      } else {
        varying.append(place)
      }
    }
    common = same
    for leaf in scores.indices { commonScores[leaf] = scores[leaf] }
  }

  /// Judges a lane of the kernel that was taken up.
  ///
  /// - Parameter eligible: the leaves that count, by place.
  mutating func judge(_ kernel: Kernel, lane: Int, eligible: UInt64) -> Judgement {
    var result = common
    for leaf in scores.indices { scores[leaf] = commonScores[leaf] }
    for place in varying {
      let truth = kernel.truths[contest.entries[place].register]
      take(
        place,
        isTrue: truth.yes >> UInt64(lane) & 1 == 1,
        isFalse: truth.no >> UInt64(lane) & 1 == 1,
        &result
      )
    }
    result.candidates = eligible & ~result.excluded
    for leaf in 0..<contest.leafCount where (eligible & ~result.possiblyExcluded) >> UInt64(leaf) & 1 == 1 {
      if result.champion >= 0 {
        let (mine, best) = (scores[leaf], scores[result.champion])
        let isLater = contest.tieOrders[leaf] > contest.tieOrders[result.champion]
        // As ranks are made: what differs less than they tell apart is equal.
        if mine < best - 1e-9 || (mine <= best + 1e-9 && isLater) { continue }
      }
      result.champion = leaf
    }
    if result.champion >= 0 { result.candidates &= ~beaten(by: result.champion) }
    return result
  }

  /// Adds what an entry says; its points to `scores`.
  private mutating func take(_ place: Int, isTrue: Bool, isFalse: Bool, _ judgement: inout Judgement) {
    let entry = contest.entries[place]
    states[place] = isTrue ? Self.holds : isFalse || !entry.matters ? Self.idle : Self.open
    if isFalse { return }
    judgement.possiblyExcluded |= entry.excludes
    if !isTrue {
      if entry.matters { judgement.isOpen = true }
      return
    }
    judgement.excluded |= entry.excludes
    if entry.speaks { judgement.isEnough = true }
    let first = place * contest.leafCount
    for leaf in scores.indices { scores[leaf] += contest.worth[first + leaf] }
  }

  /// The leaves that are behind a leaf, whatever the unknown rules do.
  private mutating func beaten(by champion: Int) -> UInt64 {
    let count = contest.leafCount
    if knowsLeads >> UInt64(champion) & 1 == 0 { sumUpLeads(of: champion) }
    var beaten: UInt64 = 0
    for leaf in 0..<count where leaf != champion {
      var (lead, size) = (commonLeads[champion * count + leaf], commonSizes[champion * count + leaf])
      for place in varying {
        let change = change(place, champion, leaf)
        lead += change
        size += change.magnitude
      }
      let doubt = 1e-12 * size
      if lead > 1e-9 + doubt {
        beaten |= 1 << UInt64(leaf)
      } else if contest.tieOrders[champion] < contest.tieOrders[leaf], lead > -1e-9 - doubt,
        isNowhereBehind(champion, leaf)
      {
        beaten |= 1 << UInt64(leaf)
      }
    }
    return beaten
  }

  private mutating func sumUpLeads(of champion: Int) {
    knowsLeads |= 1 << UInt64(champion)
    for leaf in 0..<contest.leafCount {
      var (lead, size, next) = (0.0, 0.0, 0)
      for place in contest.entries.indices {
        if next < varying.count && varying[next] == place {
          next += 1
        } else {
          let change = change(place, champion, leaf)
          lead += change
          size += change.magnitude
        }
      }
      commonLeads[champion * contest.leafCount + leaf] = lead
      commonSizes[champion * contest.leafCount + leaf] = size
    }
  }

  /// What an entry gives for the lead of one leaf over another, at the least.
  private func change(_ place: Int, _ champion: Int, _ leaf: Int) -> Double {
    if states[place] == Self.idle { return 0 }
    let change = contest.worth[place * contest.leafCount + champion] - contest.worth[place * contest.leafCount + leaf]
    return states[place] == Self.open && change >= 0 ? 0 : change
  }

  /// Whether under every criterion a leaf has at least the net points of another, whatever the unknown rules do.
  private func isNowhereBehind(_ leaf: Int, _ rival: Int) -> Bool {
    let count = contest.leafCount
    for slot in 0..<Int(contest.row.slots.count) {
      var least = 0
      for place in contest.entries.indices where contest.entries[place].slot == slot && states[place] != Self.idle {
        let change = Int(contest.net[place * count + leaf]) - Int(contest.net[place * count + rival])
        least += states[place] == Self.holds || change < 0 ? change : 0
      }
      if least < 0 { return false }
    }
    return true
  }
}
