import Diagnostics
import RuleModel

/// Reads the plain part of JSON in one line of the input: no escapes, no exponents, at most 15 digits.
///
/// A function that gives nil or false has met something else, a mistake or not; where the reader then stands does not
/// matter, since the whole line is read again by the reader that understands everything. What this one accepts, that
/// one accepts, and takes for the same.
struct LineReader {
  let bytes: PaddedBytes
  /// A line ends with a line feed or, the last one, with the 0 behind all bytes: neither is read over.
  var offset: Int

  var next: UInt8 { bytes[offset] }

  mutating func skipSpace() {
    while true {
      let byte = bytes[offset]
      if byte > ASCII.space { return }
      guard byte == ASCII.space || byte == ASCII.tab || byte == ASCII.carriageReturn else { return }
      offset += 1
    }
  }

  /// Where white space ends that begins at a place.
  mutating func skippedSpace(from place: Int) -> Int {
    offset = place
    skipSpace()
    return offset
  }

  /// Reads one byte, white space around it left out.
  mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard bytes[offset] == byte else { return false }
    offset += 1
    skipSpace()
    return true
  }

  /// Reads one of some known texts; gives its index.
  mutating func take(_ indices: Range<Int>, of texts: borrowing KnownTexts) -> Int? {
    guard let index = texts.first(indices, at: offset, in: bytes.storage.span.bytes) else { return nil }
    offset += texts.length(of: index)
    return index
  }

  // MARK: Members and elements

  /// Reads the members of an object. `member` stands at a key, and reads it and its value.
  mutating func members(_ member: (inout Self) -> Bool) -> Bool {
    guard take(ASCII.openBrace) else { return false }
    if take(ASCII.closeBrace) { return true }
    while true {
      guard member(&self) else { return false }
      if take(ASCII.closeBrace) { return true }
      guard take(ASCII.comma) else { return false }
    }
  }

  /// Reads the elements of a list.
  mutating func elements(_ element: (inout Self) -> Bool) -> Bool {
    guard take(ASCII.openBracket) else { return false }
    if take(ASCII.closeBracket) { return true }
    while true {
      guard element(&self) else { return false }
      if take(ASCII.closeBracket) { return true }
      guard take(ASCII.comma) else { return false }
    }
  }

  // MARK: Scalars

  /// Reads a text, and gives where it stands, its quotes included.
  mutating func text() -> Range<Int>? {
    guard bytes[offset] == ASCII.quote else { return nil }
    let start = offset
    var place = start + 1
    var high: UInt64 = 0
    while true {
      let word = bytes.word(at: place)
      let stops =
        Self.bytes(equalTo: ASCII.quote, in: word) | Self.bytes(equalTo: 0x5C, in: word) | Self.controls(in: word)
      if stops == 0 {
        high |= word
        place += 8
        continue
      }
      let before = stops.trailingZeroBitCount / 8
      if before > 0 { high |= word << UInt64(64 - 8 * before) }
      place += before
      break
    }
    guard bytes[place] == ASCII.quote else { return nil }
    offset = place + 1
    if high & 0x8080_8080_8080_8080 != 0, !isUTF8(start + 1..<place) { return nil }
    return start..<offset
  }

  /// Reads a text that says something: it holds a character of ASCII that can be seen.
  mutating func words() -> Range<Int>? {
    guard let range = text() else { return nil }
    for place in range.lowerBound + 1..<range.upperBound - 1 where (0x21...0x7E).contains(bytes[place]) { return range }
    return nil
  }

  private func isUTF8(_ range: Range<Int>) -> Bool {
    let array = bytes.storage
    var place = range.lowerBound
    while place < range.upperBound {
      guard case .wellFormed(let length) = UTF8Sequence.at(place, in: array, end: range.upperBound) else {
        return false
      }
      place += length
    }
    return true
  }

  /// Reads a number that has at most 15 digits and no exponent: its double is exact, or one division away from two exact
  /// ones and so the nearest there is.
  mutating func number() -> Double? {
    var place = offset
    let isNegative = bytes[place] == ASCII.minus
    if isNegative { place += 1 }
    let first = place
    var digits: UInt64 = 0
    while let digit = Self.digit(bytes[place]), place - first < 16 {
      digits = digits &* 10 &+ digit
      place += 1
    }
    var count = place - first
    guard count > 0, count == 1 || bytes[first] != ASCII.zero else { return nil }
    var divisor = 1.0
    if bytes[place] == ASCII.point {
      place += 1
      let fraction = place
      while let digit = Self.digit(bytes[place]), place - fraction < 16 {
        digits = digits &* 10 &+ digit
        divisor *= 10
        place += 1
      }
      guard place > fraction else { return nil }
      count += place - fraction
    }
    guard count <= 15 else { return nil }
    offset = place
    let magnitude = Double(digits) / divisor
    return isNegative ? -magnitude : magnitude
  }

  /// Reads a day in quotes; gives the days since 1970-01-01.
  mutating func day() -> Int? {
    guard let range = text(), range.count == 12 else { return nil }
    let start = range.lowerBound + 1
    guard bytes[start + 4] == ASCII.minus, bytes[start + 7] == ASCII.minus, let year = whole(start..<start + 4),
      let month = whole(start + 5..<start + 7), let day = whole(start + 8..<start + 10), (1...12).contains(month),
      day >= 1
    else { return nil }
    let date = CalendarDate(year: year, month: month, day: day)
    return day <= 28 || date.month == month ? date.days : nil
  }

  private func whole(_ range: Range<Int>) -> Int? {
    var number = 0
    for place in range {
      guard let digit = Self.digit(bytes[place]) else { return nil }
      number = 10 * number + Int(digit)
    }
    return number
  }

  /// Reads `true` or `false`.
  mutating func flag() -> Bool? {
    guard let (flag, end) = bytes.storage.span.bytes.flag(at: offset) else { return nil }
    offset = end
    return flag
  }

  /// Reads `null`, if it stands there.
  mutating func null() -> Bool {
    guard bytes.word(at: offset) & 0xFFFF_FFFF == 0x6C6C_756E else { return false }
    offset += 4
    return true
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    let digit = byte &- ASCII.zero
    return digit < 10 ? UInt64(digit) : nil
  }

  // MARK: Eight bytes at a time

  // A bit at the top of every byte that is meant; the lowest one is always right, which is the one that is used.

  private static func bytes(equalTo byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  private static func controls(in word: UInt64) -> UInt64 {
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
  }
}
