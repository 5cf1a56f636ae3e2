import Engine

/// Reads the answers of profiles into the columns of a block: plain ones as fast as it goes, others step by step.
struct AnswerReader: Sendable {
  private struct Turn: Sendable {
    /// The fact that came next in a profile before.
    var next: Int
    /// The number of the last profile that answered it.
    var profile = 0
  }

  private let forms: AnswerForms
  /// Per fact.
  private var turns: [Turn]
  /// The fact that came first in a profile before.
  private var first = 0

  init(_ forms: AnswerForms) {
    self.forms = forms
    precondition(forms.facts.allSatisfy { forms.columns.contains($0.column) })
    turns = forms.facts.indices.map { Turn(next: $0 + 1 < forms.facts.count ? $0 + 1 : 0) }
  }

  /// Reads all answers of a profile into a lane whose facts are unknown; false if they are for the ordinary reader.
  ///
  /// - Parameter number: of the profile, from 1.
  mutating func read(_ reader: inout LineReader, profile number: Int, into block: inout WorldBlock, lane: Int) -> Bool {
    guard reader.take(ASCII.openBrace) else { return false }
    if reader.take(ASCII.closeBrace) { return true }
    guard !turns.isEmpty else { return false }
    return Self.read(
      &reader,
      forms,
      &turns,
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
    _ turns: inout [Turn],
    _ first: inout Int,
    profile number: Int,
    known: inout [UInt64],
    bits: inout [UInt64],
    possible: inout [UInt64],
    lower: inout [Double],
    upper: inout [Double],
    lane: Int
  ) -> Bool {
    let (width, columns) = (WorldBlock.width, forms.columns.upperBound)
    precondition(0..<width ~= lane && known.count >= columns)
    precondition(min(min(bits.count, possible.count), min(lower.count, upper.count)) >= columns * width)
    let padded = reader.bytes
    let (bytes, facts) = (padded.storage.span.bytes, forms.facts.span)
    var turns = turns.mutableSpan
    var known = known.mutableSpan
    var bits = bits.mutableSpan
    var possible = possible.mutableSpan
    var lower = lower.mutableSpan
    var upper = upper.mutableSpan
    var (last, expected, place) = (-1, first, reader.offset)
    while true {
      // Profiles of one source hold their answers in one order, and some leave answers out.
      var fact = expected
      var isFound = key(of: fact, forms, at: &place, in: bytes)
      if !isFound {
        fact = turns[expected].next
        isFound = key(of: fact, forms, at: &place, in: bytes)
      }
      if !isFound {
        reader.offset = place
        guard let key = reader.text(), let found = forms.keys.find(key, in: bytes), reader.take(ASCII.colon) else {
          return false
        }
        place = reader.offset
        fact = found
        if last >= 0 { turns[last].next = fact } else { first = fact }
      }
      guard turns[fact].profile != number else { return false }
      turns[fact].profile = number
      (last, expected) = (fact, turns[fact].next)
      if bytes.byte(at: place) <= ASCII.space { place = reader.skippedSpace(from: place) }
      var answer = plain(facts, fact, forms, bytes, &place)
      if case .other = answer {
        reader.offset = place
        answer = reader.answer(facts[fact], forms.choices)
        place = reader.offset
      }
      let column = facts[fact].column
      let cell = column &* width &+ lane
      switch answer {
      case .nothing: break
      case .bits(let value):
        known[unchecked: column] |= 1 &<< UInt64(truncatingIfNeeded: lane)
        bits[unchecked: cell] = value
        possible[unchecked: cell] = value
      case .ends(let from, let to):
        known[unchecked: column] |= 1 &<< UInt64(truncatingIfNeeded: lane)
        lower[unchecked: cell] = from
        upper[unchecked: cell] = to
      case .other: return false
      }
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

  /// Reads the key of a fact and a colon, and moves behind them, if they stand there.
  @inline(__always)
  private static func key(
    of fact: Int,
    _ forms: borrowing AnswerForms,
    at place: inout Int,
    in bytes: RawSpan
  ) -> Bool {
    let facts = forms.facts.span
    precondition(place >= 0 && place <= bytes.byteCount &- PaddedBytes.padding)
    guard facts[fact].key.stands(unchecked: place, in: bytes) else { return false }
    if facts[fact].key.goesOn && !forms.members.goesOn(fact, at: place, in: bytes) { return false }
    place &+= facts[fact].key.length
    return true
  }

  /// Reads an answer as programs write most of them, and moves behind it; `other` for all others, without a move.
  @inline(__always)
  private static func plain(
    _ facts: Span<AnswerForms.Fact>,
    _ fact: Int,
    _ forms: borrowing AnswerForms,
    _ bytes: RawSpan,
    _ place: inout Int
  ) -> AnswerForms.Answer {
    switch facts[fact].kind {
    case .choice:
      let bit = forms.choices.take(facts[fact].choices, at: &place, in: bytes)
      return bit == 0 ? .other : .bits(bit)
    case .number:
      guard let (number, end) = bytes.wholeNumber(at: place), number >= facts[fact].minimum,
        number <= facts[fact].maximum
      else { return .other }
      place = end
      return .ends(number, number)
    case .boolean:
      guard let (flag, end) = bytes.flag(at: place) else { return .other }
      place = end
      return .bits(flag ? 2 : 1)
    case .choices:
      guard let (set, end) = bytes.set(of: facts[fact].choices, forms.choices, at: place),
        set & facts[fact].exclusive == 0 || set & (set &- 1) == 0
      else { return .other }
      place = end
      return .bits(set)
    case .day: return .other
    }
  }
}
