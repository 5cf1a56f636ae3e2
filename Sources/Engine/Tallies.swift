/// Adds up the points of rules in 64 worlds at once, in binary digits: one plane of bits for every digit.
///
/// Rules give small whole numbers to a cell (a leaf under a criterion). Every binary digit of what a rule gives is a plane to
/// add: the worlds in which the rule is true; of what it takes, those in which it is not, and the same number is taken from
/// the sum in all worlds. Two planes and the digit so far make the new digit and one plane to carry: a full adder for 64
/// worlds in five operations (carry-save addition; Henry S. Warren, "Hacker's Delight", second edition, 2012, section 5-1).
struct Tallies: Sendable {
  /// What a rule gives to a cell, or takes from it, of one binary digit.
  private struct Part: Sendable {
    var register: Int32
    /// 0 gives, −1 takes.
    var sign: Int32
  }

  /// Per cell: its digits, the lowest first; of every digit the parts.
  private var digits: [Run]
  private var runs: [Run] = []
  private var parts: [Part] = []
  /// Per slot: registers of the rules that speak under it.
  private var speakers: [Run]
  /// Per leaf: registers of the rules that exclude it.
  private var excluders: [Run]
  private var registers: [Int32] = []
  /// How many planes can wait to be added.
  private var waitingRoom = 1

  /// How many words of working space it takes: planes that wait, and the digits of a sum.
  var room: Int { waitingRoom + Self.mostDigits }

  private static let mostDigits = 32

  init(_ program: Program, _ circumstances: Circumstances, cellCount: Int) {
    speakers = Array(repeating: Run(first: 0, count: 0), count: program.slots.count)
    excluders = Array(repeating: Run(first: 0, count: 0), count: program.leaves.count)
    digits = Array(repeating: Run(first: 0, count: 0), count: cellCount)
    // Rules by slot, by leaf and by cell, each in the order of the rules.
    var bySlot = Buckets(program.slots.count)
    var byLeaf = Buckets(program.leaves.count)
    var byCell = Buckets(cellCount)
    for decision in program.decisions {
      for index in decision.rules.indices {
        let rule = program.rules[index]
        for place in rule.exclusions.indices { byLeaf.add(rule.register, to: Int(program.exclusions[place])) }
        guard rule.slot >= 0 else { continue }
        bySlot.add(rule.register, to: Int(decision.slots.first + rule.slot))
        for place in rule.ratings.indices {
          let rating = program.ratings[place]
          byCell.add(
            rule.register,
            points: rating.points,
            to: Int(program.leaves[Int(rating.leaf)].firstCell + rule.slot)
          )
        }
      }
    }
    for refutation in circumstances.refuted {
      byLeaf.add(program.rules[Int(refutation.rule)].register, to: Int(refutation.leaf))
    }
    let (slots, leaves, cells) = (bySlot.sorted(), byLeaf.sorted(), byCell.sorted())
    var most = 0
    for slot in speakers.indices { speakers[slot] = slots.keep(slot, in: &registers) }
    for leaf in excluders.indices { excluders[leaf] = leaves.keep(leaf, in: &registers) }
    for cell in digits.indices {
      let run = cells.runs[cell]
      let first = runs.count
      let start = parts.count
      var bit: UInt32 = 1
      while run.indices.contains(where: { cells.entries[$0].points.magnitude >= bit }) {
        let from = parts.count
        for index in run.indices where cells.entries[index].points.magnitude & bit != 0 {
          let entry = cells.entries[index]
          parts.append(Part(register: entry.register, sign: entry.points < 0 ? -1 : 0))
        }
        runs.append(Run(from..<parts.count))
        bit &<<= 1
        if bit == 0 { break }
      }
      digits[cell] = Run(first..<runs.count)
      most = max(most, parts.count - start)
    }
    waitingRoom = most + 1
  }

  /// Worlds in which a rule under a slot is true.
  func spoken(_ slot: Int, _ truths: Span<TruthPlanes>) -> UInt64 { anyTrue(speakers[slot], truths) }

  /// Worlds in which a leaf is excluded.
  func excluded(_ leaf: Int, _ truths: Span<TruthPlanes>) -> UInt64 { anyTrue(excluders[leaf], truths) }

  private func anyTrue(_ run: Run, _ truths: Span<TruthPlanes>) -> UInt64 {
    var worlds: UInt64 = 0
    for index in run.indices { worlds |= truths[Int(registers[index])].yes }
    return worlds
  }

  /// Adds up the cells of a leaf, one for every slot of its decision.
  ///
  /// - Parameters:
  ///   - spoken: per slot: worlds in which a rule under it is true.
  ///   - sums: per cell and lane (`cell * 64 + lane`).
  ///   - isEven: per cell: whether its sums are the same in all lanes.
  ///   - waiting: working space with `room`.
  func add(
    _ cells: Range<Int>,
    _ slots: Range<Int>,
    _ truths: [TruthPlanes],
    _ spoken: [UInt64],
    into sums: inout [Int32],
    isEven: inout [Bool],
    _ waiting: inout [UInt64]
  ) {
    let truths = truths.span
    var sums = sums.mutableSpan
    var waiting = waiting.mutableSpan
    for (cell, slot) in zip(cells, slots) {
      let worlds = spoken[slot]
      isEven[cell] =
        worlds & (worlds &- 1) == 0
        ? addOnly(cell, truths, worlds, into: &sums) : add(cell, truths, into: &sums, &waiting)
    }
  }

  /// Where rules speak in one world at most there is nothing to carry.
  ///
  /// - Parameter world: its bit, or 0.
  private func addOnly(
    _ cell: Int,
    _ truths: Span<TruthPlanes>,
    _ world: UInt64,
    into sums: inout MutableSpan<Int32>
  ) -> Bool {
    let first = cell * WorldBlock.width
    for lane in 0..<WorldBlock.width { sums[first + lane] = 0 }
    guard world != 0 else { return true }
    var sum: Int32 = 0
    for (digit, run) in digits[cell].indices.enumerated() {
      for index in runs[run].indices where truths[Int(parts[index].register)].yes != 0 {
        sum &+= (1 | parts[index].sign) &<< Int32(truncatingIfNeeded: digit)
      }
    }
    sums[first + world.trailingZeroBitCount] = sum
    return sum == 0
  }

  private func add(
    _ cell: Int,
    _ truths: Span<TruthPlanes>,
    into sums: inout MutableSpan<Int32>,
    _ planes: inout MutableSpan<UInt64>
  ) -> Bool {
    var constant: Int32 = 0
    var count = 0
    var digit = 0
    let own = digits[cell]
    let totals = waitingRoom
    while digit < own.count || count > 0 && digit < Self.mostDigits {
      if digit < own.count {
        for index in runs[Int(own.first) + digit].indices {
          let part = parts[index]
          let yes = truths[Int(part.register)].yes
          if yes == 0 { continue }
          // What is true everywhere needs no digits.
          if yes == ~0 {
            constant &+= (1 | part.sign) &<< Int32(truncatingIfNeeded: digit)
            continue
          }
          planes[count] = yes ^ UInt64(bitPattern: Int64(part.sign))
          constant &+= part.sign &<< Int32(truncatingIfNeeded: digit)
          count &+= 1
        }
      }
      let (sum, carried) = Self.addUp(&planes, count)
      planes[totals &+ digit] = sum
      count = carried
      digit &+= 1
    }
    for unused in digit..<(digit + 7) & ~7 { planes[totals + unused] = 0 }
    return Self.write(planes, totals, digits: digit, constant, into: &sums, first: cell * WorldBlock.width)
  }

  /// Adds planes of one digit; what is carried takes their place.
  private static func addUp(_ planes: inout MutableSpan<UInt64>, _ count: Int) -> (sum: UInt64, carried: Int) {
    var sum: UInt64 = 0
    var carried = 0
    var index = 0
    while index &+ 1 < count {
      let (a, b) = (planes[index], planes[index &+ 1])
      let either = a ^ b
      planes[carried] = a & b | either & sum
      sum ^= either
      carried &+= 1
      index &+= 2
    }
    if index < count {
      let last = planes[index]
      // A carry of nothing need not be carried.
      planes[carried] = last & sum
      if last & sum != 0 { carried &+= 1 }
      sum ^= last
    }
    return (sum, carried)
  }

  private static func write(
    _ planes: borrowing MutableSpan<UInt64>,
    _ totals: Int,
    digits: Int,
    _ constant: Int32,
    into sums: inout MutableSpan<Int32>,
    first: Int
  ) -> Bool {
    var used: UInt64 = 0
    for digit in 0..<digits { used |= planes[totals + digit] }
    precondition(first >= 0 && first + WorldBlock.width <= sums.count)
    guard used != 0 else {
      for lane in 0..<WorldBlock.width { sums[unchecked: first &+ lane] = constant }
      return true
    }
    var place = 0
    while place < digits {
      var words = BitSlices.turned(
        SIMD8(
          planes[totals + place],
          planes[totals + place + 1],
          planes[totals + place + 2],
          planes[totals + place + 3],
          planes[totals + place + 4],
          planes[totals + place + 5],
          planes[totals + place + 6],
          planes[totals + place + 7]
        )
      )
      let shift = SIMD8(repeating: Int32(truncatingIfNeeded: place))
      for byte in 0..<8 {
        let eight = SIMD8<Int32>(truncatingIfNeeded: words & SIMD8(repeating: 0xFF)) &<< shift
        for lane in 0..<8 {
          let cell = first &+ 8 &* byte &+ lane
          sums[unchecked: cell] = (place == 0 ? constant : sums[unchecked: cell]) &+ eight[lane]
        }
        words = words &>> SIMD8(repeating: 8)
      }
      place += 8
    }
    return false
  }
}
