import Engine

/// Reads the answers of profiles into the columns of a block: plain ones as fast as it goes, others step by step.
struct AnswerReader: Sendable {
  /// A fact with what is looked at when it is answered.
  private struct Member: Sendable {
    /// The key with its quotes and a colon.
    let key: TextBeginning
    let kind: AnswerForms.Kind
    let column: Int
    let choices: KnownChoices.Table
    let exclusive: UInt64
    let minimum: Double
    let maximum: Double
    /// The fact that came next in a profile before.
    var next: Int
    /// The number of the last profile that answered it.
    var profile = 0
  }

  private let forms: AnswerForms
  /// In the order of the facts.
  private var members: [Member]
  /// The fact that came first in a profile before.
  private var first = 0

  init(_ forms: AnswerForms) {
    self.forms = forms
    members = forms.facts.enumerated().map { place, fact in
      precondition(forms.columns.contains(fact.column))
      return Member(
        key: forms.members.beginning(of: place),
        kind: fact.kind,
        column: fact.column,
        choices: fact.choices,
        exclusive: fact.exclusive,
        minimum: fact.minimum,
        maximum: fact.maximum,
        next: place + 1 < forms.facts.count ? place + 1 : 0
      )
    }
  }

  /// Reads all answers of a profile into a lane whose facts are unknown; false if they are for the ordinary reader.
  ///
  /// - Parameter number: of the profile, from 1.
  mutating func read(_ reader: inout LineReader, profile number: Int, into block: inout WorldBlock, lane: Int) -> Bool {
    guard reader.take(ASCII.openBrace) else { return false }
    if reader.take(ASCII.closeBrace) { return true }
    guard !members.isEmpty else { return false }
    return Self.read(
      &reader,
      forms,
      &members,
      &first,
      profile: number,
      known: &block.known,
      bits: &block.bits,
      possible: &block.possible,
      lower: &block.lower,
      upper: &block.upper,
      lane: lane
    )
  }

  private static func read(
    _ reader: inout LineReader,
    _ forms: borrowing AnswerForms,
    _ members: inout [Member],
    _ first: inout Int,
    profile number: Int,
    known: inout [UInt64],
    bits: inout [UInt64],
    possible: inout [UInt64],
    lower: inout [Double],
    upper: inout [Double],
    lane: Int
  ) -> Bool {
    let padded = reader.bytes
    let bytes = padded.storage.span.bytes
    let width = WorldBlock.width
    let columns = forms.columns.upperBound
    precondition(0..<width ~= lane && known.count >= columns)
    precondition(min(min(bits.count, possible.count), min(lower.count, upper.count)) >= columns * width)
    var members = members.mutableSpan
    var known = known.mutableSpan
    var bits = bits.mutableSpan
    var possible = possible.mutableSpan
    var lower = lower.mutableSpan
    var upper = upper.mutableSpan
    var expected = first
    var last = -1
    var place = reader.offset
    while true {
      // Profiles of one source hold their answers in one order, and some leave answers out.
      var fact = expected
      precondition(place >= 0 && place <= bytes.byteCount &- PaddedBytes.padding)
      var isKnown = members[fact].key.stands(unchecked: place, in: bytes)
      if !isKnown {
        fact = members[expected].next
        isKnown = members[fact].key.stands(unchecked: place, in: bytes)
      }
      if isKnown && members[fact].key.goesOn { isKnown = forms.members.goesOn(fact, at: place, in: bytes) }
      if isKnown {
        place &+= members[fact].key.length
      } else {
        reader.offset = place
        guard let key = reader.text(), let found = forms.keys.find(key, in: bytes), reader.take(ASCII.colon) else {
          return false
        }
        place = reader.offset
        fact = found
        if last >= 0 { members[last].next = fact } else { first = fact }
      }
      guard members[fact].profile != number else { return false }
      members[fact].profile = number
      expected = members[fact].next
      last = fact
      if bytes.byte(at: place) <= ASCII.space { place = reader.skippedSpace(from: place) }
      let column = members[fact].column
      let cell = column &* width &+ lane
      var isRead = false
      switch members[fact].kind {
      case .choice:
        let bit = forms.choices.take(members[fact].choices, at: &place, in: bytes)
        bits[unchecked: cell] = bit
        possible[unchecked: cell] = bit
        isRead = bit != 0
      case .number:
        if let (value, end) = bytes.wholeNumber(at: place), value >= members[fact].minimum,
          value <= members[fact].maximum
        {
          lower[unchecked: cell] = value
          upper[unchecked: cell] = value
          place = end
          isRead = true
        }
      case .boolean:
        if let (flag, end) = bytes.flag(at: place) {
          bits[unchecked: cell] = flag ? 2 : 1
          possible[unchecked: cell] = flag ? 2 : 1
          place = end
          isRead = true
        }
      case .choices:
        if let (set, end) = bytes.set(of: members[fact].choices, forms.choices, at: place),
          set & members[fact].exclusive == 0 || set & (set &- 1) == 0
        {
          bits[unchecked: cell] = set
          possible[unchecked: cell] = set
          place = end
          isRead = true
        }
      case .day: break
      }
      if !isRead {
        reader.offset = place
        let answer = reader.answer(forms.facts[fact], forms.choices)
        place = reader.offset
        switch answer {
        case .nothing: break
        case .bits(let value): (bits[cell], possible[cell]) = (value, value)
        case .ends(let from, let to): (lower[cell], upper[cell]) = (from, to)
        case .other: return false
        }
        if case .nothing = answer {} else { isRead = true }
      }
      if isRead { known[unchecked: column] |= 1 &<< UInt64(truncatingIfNeeded: lane) }
      let end = bytes.word(at: place)
      if end & 0xFF == UInt64(ASCII.comma) && end &>> 8 & 0xFF > UInt64(ASCII.space) {
        place &+= 1
        continue
      }
      reader.offset = place
      if reader.take(ASCII.closeBrace) { return true }
      guard reader.take(ASCII.comma) else { return false }
      place = reader.offset
    }
  }
}
