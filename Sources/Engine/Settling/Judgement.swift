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

/// Room for the sums of a judgement, so that lanes are judged without allocating.
struct JudgementRoom {
  var scores: [Double] = []
  var leads: [Double] = []
  var sizes: [Double] = []
  /// Per entry: 0 false, 1 true, 2 unknown.
  var states: [UInt8] = []
}

extension Contest {
  /// Judges one lane of an evaluated kernel.
  ///
  /// A lead of more than 10⁻⁹ ranks first, since ranks are made of scores rounded to 9 decimals; what the sums may have
  /// lost by rounding is added. Where the tie-break prefers the champion, a lead is enough that is not negative under any
  /// single criterion: then no rounding can turn it.
  ///
  /// - Parameter eligible: the leaves that count, by place.
  func judge(_ kernel: Kernel, lane: Int, eligible: UInt64, _ room: inout JudgementRoom) -> Judgement {
    var result = Judgement()
    prepare(&room)
    for place in entries.indices {
      let entry = entries[place]
      let planes = kernel.truths[entry.register]
      if planes.yes >> UInt64(lane) & 1 == 1 {
        room.states[place] = 1
        result.excluded |= entry.excludes
        result.possiblyExcluded |= entry.excludes
        if entry.speaks { result.isEnough = true }
        let first = place * leafCount
        for leaf in 0..<leafCount { room.scores[leaf] += worth[first + leaf] }
      } else if planes.no >> UInt64(lane) & 1 == 1 {
        room.states[place] = 0
      } else {
        room.states[place] = entry.matters ? 2 : 0
        result.possiblyExcluded |= entry.excludes
        if entry.matters { result.isOpen = true }
      }
    }
    result.candidates = eligible & ~result.excluded
    for leaf in 0..<leafCount where (eligible & ~result.possiblyExcluded) >> UInt64(leaf) & 1 == 1 {
      if result.champion >= 0 {
        let (mine, best) = (room.scores[leaf], room.scores[result.champion])
        if mine < best || (mine == best && tieOrders[leaf] > tieOrders[result.champion]) { continue }
      }
      result.champion = leaf
    }
    if result.champion >= 0 { result.candidates &= ~beaten(by: result.champion, &room) }
    return result
  }

  private func prepare(_ room: inout JudgementRoom) {
    if room.scores.count != leafCount {
      room.scores = Array(repeating: 0, count: leafCount)
      room.leads = room.scores
      room.sizes = room.scores
    } else {
      for leaf in 0..<leafCount { room.scores[leaf] = 0 }
    }
    if room.states.count != entries.count { room.states = Array(repeating: 0, count: entries.count) }
  }

  /// The leaves that are behind a leaf, whatever the unknown rules do.
  private func beaten(by champion: Int, _ room: inout JudgementRoom) -> UInt64 {
    for leaf in 0..<leafCount {
      room.leads[leaf] = 0
      room.sizes[leaf] = 0
    }
    for place in entries.indices where room.states[place] != 0 && entries[place].slot >= 0 {
      let first = place * leafCount
      let own = worth[first + champion]
      let isOpen = room.states[place] == 2
      for leaf in 0..<leafCount {
        let change = own - worth[first + leaf]
        if isOpen && change >= 0 { continue }
        room.leads[leaf] += change
        room.sizes[leaf] += change.magnitude
      }
    }
    var beaten: UInt64 = 0
    for leaf in 0..<leafCount where leaf != champion {
      let doubt = 1e-12 * room.sizes[leaf]
      if room.leads[leaf] > 1e-9 + doubt {
        beaten |= 1 << UInt64(leaf)
      } else if tieOrders[champion] < tieOrders[leaf], room.leads[leaf] > -1e-9 - doubt,
        isNowhereBehind(champion, leaf, room)
      {
        beaten |= 1 << UInt64(leaf)
      }
    }
    return beaten
  }

  /// Whether under every criterion a leaf has at least the net points of another, whatever the unknown rules do.
  private func isNowhereBehind(_ leaf: Int, _ rival: Int, _ room: JudgementRoom) -> Bool {
    for slot in 0..<Int(row.slots.count) {
      var least = 0
      for place in entries.indices where entries[place].slot == slot && room.states[place] != 0 {
        let change = Int(net[place * leafCount + leaf]) - Int(net[place * leafCount + rival])
        least += room.states[place] == 1 || change < 0 ? change : 0
      }
      if least < 0 { return false }
    }
    return true
  }
}
