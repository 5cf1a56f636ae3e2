/// Adds up the points of rules in 64 worlds at once, in binary digits: one plane of bits for every digit.
///
/// Rules give small whole numbers to a cell (a leaf under a criterion). Every binary digit of what a rule gives is a plane to
/// add: the worlds in which the rule is true; of what it takes, those in which it is not, and the same number is taken from
/// the sum in all worlds. Two planes and the digit so far make the new digit and one plane to carry: a full adder for 64
/// worlds in five operations (carry-save addition; Henry S. Warren, "Hacker's Delight", second edition, 2012, section 5-1).
final class Tallies: Sendable {
  /// What a rule gives to a cell, or takes from it, of one binary digit.
  private struct Part: Sendable {
    var register: Int32
    /// 0 gives, −1 takes.
    var sign: Int32
  }

  /// Per cell what rules give to it, or take from it.
  private let cells: Buckets
  /// Per cell: its digits, the lowest first; of every digit the parts.
  private let digits: [Run]
  private let runs: [Run]
  private let parts: [Part]
  /// Per cell: what the rules that are not true would take.
  private let constants: [Int32]
  /// Per slot: registers of the rules that speak under it.
  private let speakers: [Run]
  /// Per leaf: registers of the rules that exclude it.
  private let excluders: [Run]
  private let registers: [Int32]
  /// All registers are below it.
  private let registerCount: Int
  /// How many planes can wait to be added.
  private let waitingRoom: Int

  /// How many words of working space it takes: planes that wait, and the digits of a sum.
  var room: Int { waitingRoom + Self.mostDigits }

  private static let mostDigits = 32

  init(_ program: Program, _ circumstances: Circumstances, cellCount: Int) {
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
    var registers: [Int32] = []
    speakers = program.slots.indices.map { slots.keep($0, in: &registers) }
    excluders = program.leaves.indices.map { leaves.keep($0, in: &registers) }
    self.registers = registers
    var digits: [Run] = []
    var runs: [Run] = []
    var parts: [Part] = []
    var constants: [Int32] = []
    var most = 0
    for run in cells.runs {
      let first = runs.count
      var waiting = 0
      var constant: Int32 = 0
      var bit: UInt32 = 1
      while run.indices.contains(where: { cells.entries[$0].points.magnitude >= bit }) {
        let from = parts.count
        for index in run.indices where cells.entries[index].points.magnitude & bit != 0 {
          let entry = cells.entries[index]
          precondition(entry.register >= 0 && Int(entry.register) < program.registerCount)
          parts.append(Part(register: entry.register, sign: entry.points < 0 ? -1 : 0))
          if entry.points < 0 { constant &-= Int32(bitPattern: bit) }
        }
        runs.append(Run(from..<parts.count))
        waiting = waiting / 2 + parts.count - from
        most = max(most, waiting)
        bit &<<= 1
        if bit == 0 { break }
      }
      digits.append(Run(first..<runs.count))
      constants.append(constant)
    }
    self.cells = cells
    self.digits = digits
    self.runs = runs
    self.parts = parts
    self.constants = constants
    registerCount = program.registerCount
    waitingRoom = most
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
  ///   - sums: per cell and lane (`cell * 64 + lane`).
  ///   - isEven: per cell: whether its sums are the same in all lanes.
  ///   - waiting: working space with `room`.
  func add(
    _ cells: Range<Int>,
    _ truths: [TruthPlanes],
    into sums: inout [Int32],
    isEven: inout [Bool],
    _ waiting: inout [UInt64]
  ) {
    precondition(truths.count >= registerCount)
    let truths = truths.span
    var sums = sums.mutableSpan
    var waiting = waiting.mutableSpan
    let parts = parts
    for cell in cells { isEven[cell] = add(cell, parts.span, truths, into: &sums, &waiting) }
  }

  /// The same for one lane; what stands in the others stays.
  func add(_ cells: Range<Int>, lane: Int, _ truths: [TruthPlanes], into sums: inout [Int32]) {
    for cell in cells {
      var sum: Int32 = 0
      for index in self.cells.runs[cell].indices {
        let entry = self.cells.entries[index]
        let isTrue = truths[Int(entry.register)].yes &>> UInt64(lane) & 1
        sum &+= entry.points & (0 &- Int32(truncatingIfNeeded: isTrue))
      }
      sums[cell * WorldBlock.width + lane] = sum
    }
  }

  private func add(
    _ cell: Int,
    _ parts: Span<Part>,
    _ truths: Span<TruthPlanes>,
    into sums: inout MutableSpan<Int32>,
    _ planes: inout MutableSpan<UInt64>
  ) -> Bool {
    precondition(planes.count >= room)
    let own = digits[cell]
    let totals = waitingRoom
    var count = 0
    var digit = 0
    while digit < own.count || count > 0 && digit < Self.mostDigits {
      if digit < own.count {
        let parts = parts.extracting(runs[Int(own.first) &+ digit].indices)
        for index in 0..<parts.count {
          let part = parts[unchecked: index]
          planes[unchecked: count] = truths[unchecked: Int(part.register)].yes ^ UInt64(bitPattern: Int64(part.sign))
          count &+= 1
        }
      }
      planes[unchecked: totals &+ digit] = Self.addUp(&planes, count)
      count /= 2
      digit &+= 1
    }
    for unused in digit..<(digit + 7) & ~7 { planes[totals + unused] = 0 }
    return Self.write(planes, totals, digits: digit, constants[cell], into: &sums, first: cell * WorldBlock.width)
  }

  /// Adds planes of one digit, which becomes the sum; what is carried takes their place, half as many.
  @inline(__always)
  private static func addUp(_ planes: inout MutableSpan<UInt64>, _ count: Int) -> UInt64 {
    var index = count & 1
    var sum: UInt64 = index == 0 ? 0 : planes[unchecked: 0]
    var carried = 0
    while index < count {
      let (a, b) = (planes[unchecked: index], planes[unchecked: index &+ 1])
      let either = a ^ b
      planes[unchecked: carried] = a & b | either & sum
      sum ^= either
      carried &+= 1
      index &+= 2
    }
    return sum
  }

  /// Writes the sums of a cell, from the planes of their digits and what is the same in all worlds.
  ///
  /// - Returns: whether they are the same in all worlds.
  private static func write(
    _ planes: borrowing MutableSpan<UInt64>,
    _ totals: Int,
    digits: Int,
    _ constant: Int32,
    into sums: inout MutableSpan<Int32>,
    first: Int
  ) -> Bool {
    // Planes that are the same in all worlds are a number.
    var uneven: UInt64 = 0
    var even = constant
    for digit in 0..<digits {
      let plane = planes[totals + digit]
      uneven |= plane ^ (0 &- (plane & 1))
      even &+= Int32(truncatingIfNeeded: plane & 1) &<< Int32(truncatingIfNeeded: digit)
    }
    precondition(first >= 0 && first + WorldBlock.width <= sums.count)
    let same = uneven == 0 ? even : constant
    for lane in 0..<WorldBlock.width { sums[unchecked: first &+ lane] = same }
    if uneven == 0 { return true }
    var place = 0
    while place < digits {
      let words = BitSlices.turned(
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
      let shift = Int32(truncatingIfNeeded: place)
      add(SIMD8(truncatingIfNeeded: words), shift, to: &sums, first)
      add(SIMD8(truncatingIfNeeded: words &>> SIMD8(repeating: 32)), shift, to: &sums, first &+ WorldBlock.width / 2)
      place += 8
    }
    return false
  }

  /// Adds eight digits of 32 lanes: byte k of word g belongs to lane 8k + g.
  @inline(__always)
  private static func add(_ words: SIMD8<Int32>, _ shift: Int32, to sums: inout MutableSpan<Int32>, _ first: Int) {
    var words = words
    for byte in 0..<4 {
      let eight = (words & SIMD8(repeating: 0xFF)) &<< SIMD8(repeating: shift)
      for lane in 0..<8 { sums[unchecked: first &+ 8 &* byte &+ lane] &+= eight[lane] }
      words = words &>> SIMD8(repeating: 8)
    }
  }
}
