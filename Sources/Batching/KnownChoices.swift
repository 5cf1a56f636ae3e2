/// The choices of facts as they stand in JSON, and the bit of each. A few of its bytes tell which choice of a fact it can
/// be; that one is compared.
struct KnownChoices: Sendable {
  /// How the choices of one fact are told apart: by some bytes, multiplied so that each choice has a slot of its own.
  struct Table: Sendable {
    /// Where these bytes begin; the quote is at 0.
    var place = 0
    /// Which of eight bytes they are.
    var mask: UInt64 = 0
    var factor: UInt64 = 0
    var shift: UInt64 = 63
    /// Of its slots.
    var firstSlot = 0
  }

  private struct Slot: Sendable {
    /// The first sixteen bytes, and which bits of them count.
    var beginning = SIMD2<UInt64>(repeating: 0)
    var mask = SIMD2<UInt64>(repeating: 0)
    /// Of the choice; none if the slot is empty.
    var bit: UInt64 = 0
    var length: Int32 = 0
    /// Of the choice among all texts.
    var text: Int32 = -1
  }

  private static let bytesAtOnce = 16

  private var texts = KnownTexts()
  private var bits: [UInt64] = []
  private var slots: [Slot] = []
  /// Per choice: another one with the same slot, or −1.
  private var others: [Int32] = []

  /// Adds the choices of a fact.
  mutating func add(_ choices: [(id: String, bit: UInt64)]) -> Table {
    let table = Self.table(of: choices.map(\.id), firstSlot: slots.count)
    slots += Array(repeating: Slot(), count: 1 << (64 - Int(table.shift)))
    for choice in choices {
      let known = Self.known(choice.id)
      let counting = PaddedBytes(Array(repeating: 0xFF, count: known.count))
      let place = table.firstSlot + Self.slot(table, known.word(at: table.place))
      others.append(slots[place].text)
      slots[place] = Slot(
        beginning: known.storage.span.bytes.unsafeLoadUnaligned(as: SIMD2<UInt64>.self),
        mask: counting.storage.span.bytes.unsafeLoadUnaligned(as: SIMD2<UInt64>.self),
        bit: choice.bit,
        length: Int32(known.count),
        text: Int32(texts.add(choice.id))
      )
      bits.append(choice.bit)
    }
    return table
  }

  /// Reads a choice of a fact, and moves behind it; gives its bit, or 0 if none stands there.
  ///
  /// - Parameter bytes: with the room of `PaddedBytes` behind them.
  @inline(__always)
  func take(_ table: Table, at place: inout Int, in bytes: RawSpan) -> UInt64 {
    let slots = slots.span
    let slot = table.firstSlot &+ Self.slot(table, bytes.word(at: place &+ table.place))
    let found = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD2<UInt64>.self)
    let different = (found ^ slots[slot].beginning) & slots[slot].mask
    let length = Int(slots[slot].length)
    if different[0] | different[1] == 0 && length <= Self.bytesAtOnce {
      place &+= length
      return slots[slot].bit
    }
    return takeLongOrOther(from: Int(slots[slot].text), at: &place, in: bytes)
  }

  @inline(never)
  private func takeLongOrOther(from first: Int, at place: inout Int, in bytes: RawSpan) -> UInt64 {
    var text = first
    while text >= 0 {
      if texts.stands(text, at: place, in: bytes) {
        place += texts.length(of: text)
        return bits[text]
      }
      text = Int(others[text])
    }
    return 0
  }

  // MARK: Slots

  /// Bytes that all texts have, and a factor, that give as many choices as can be a slot of their own.
  private static func table(of texts: [String], firstSlot: Int) -> Table {
    let known = texts.map { Self.known($0) }
    let shortest = known.map(\.count).min() ?? 1
    var best = Table(firstSlot: firstSlot)
    var fewest = Int.max
    for place in 0..<min(shortest, PaddedBytes.padding - 8) {
      var table = best
      table.place = place
      table.mask = ~0 >> UInt64(8 * max(0, 8 - (shortest - place)))
      // Two slots for every choice, or more.
      table.shift = UInt64(max(texts.count, 1).leadingZeroBitCount - 1)
      for odd in stride(from: 1, to: 16, by: 2) as StrideTo<UInt64> {
        table.factor = 0x9E37_79B9_7F4A_7C15 &* odd
        let shared = known.count - Set(known.map { slot(table, $0.word(at: place)) }).count
        if shared < fewest { (best, fewest) = (table, shared) }
        if shared == 0 { return best }
      }
    }
    return best
  }

  @inline(__always)
  private static func slot(_ table: Table, _ word: UInt64) -> Int {
    Int(truncatingIfNeeded: ((word & table.mask) &* table.factor) &>> table.shift)
  }

  private static func known(_ text: String) -> PaddedBytes {
    PaddedBytes([ASCII.quote] + Array(text.utf8) + [ASCII.quote])
  }
}
