import Engine
import RuleModel

/// Reads profiles straight into the lanes of a block: no tree, no dictionary, no text.
///
/// It takes what plain profiles are made of. Whatever else it meets, it gives up, and the line is for the ordinary
/// reader: mistakes, names that no pack knows, own weights, decisions taken, clarifications, escapes, keys `x-…`.
struct ProfileReader: Sendable {
  /// Where in the input a profile says what it is called, quotes included.
  struct Labels: Sendable {
    var title: Range<Int>
    var reference: Range<Int>?
    /// Where its line ends.
    var end: Int
  }

  private enum Key {
    static let format = 0
    static let title = 1
    static let customer = 2
    static let date = 3
    static let answers = 4
  }

  private let answers: AnswerForms
  private let remarks: RemarkForms
  private let keys: KnownTexts
  private let customerKeys: KnownTexts
  /// Per fact, and last for the beginning: the fact that came next in the profile before.
  private var following: [Int]
  /// Per fact: the number of the last profile that answered it.
  private var lastAnswered: [Int]
  private var number = 0

  init(_ answers: AnswerForms, _ remarks: RemarkForms) {
    self.answers = answers
    self.remarks = remarks
    var keys = KnownTexts()
    keys.add(["format", "title", "customer", "date", "answers"])
    self.keys = keys
    var customer = KnownTexts()
    customer.add(["reference", "name", "contact"])
    customerKeys = customer
    following = Array(0...answers.facts.count)
    following[answers.facts.count] = 0
    for fact in answers.facts.indices { following[fact] = fact + 1 < answers.facts.count ? fact + 1 : 0 }
    lastAnswered = Array(repeating: 0, count: answers.facts.count)
  }

  /// Reads the line that begins at an offset into a lane, all of whose facts are unknown; nil if it is for the ordinary
  /// reader. The lane then holds some of the answers.
  mutating func read(at start: Int, of bytes: PaddedBytes, into block: inout WorldBlock, lane: Int) -> Labels? {
    var reader = LineReader(bytes: bytes, offset: start)
    reader.skipSpace()
    number += 1
    var seen: UInt64 = 0
    var title: Range<Int>?
    var reference: Range<Int>?
    var date: Int?
    let isRead = reader.members { reader in
      let place: Int
      if let key = reader.take(0..<keys.count, of: keys) {
        place = key
      } else if let key = reader.take(remarks.keys, of: remarks.texts) {
        place = keys.count + key - remarks.keys.lowerBound
      } else {
        return false
      }
      guard seen >> UInt64(place) & 1 == 0, reader.take(ASCII.colon) else { return false }
      seen |= 1 << UInt64(place)
      switch place {
      case Key.format:
        guard reader.next == ASCII.one else { return false }
        reader.offset += 1
        return true
      case Key.title:
        title = reader.words()
        return title != nil
      case Key.customer: return customer(&reader, &reference)
      case Key.date:
        date = reader.day()
        return date != nil
      case Key.answers: return read(&reader, &block, lane)
      default: return reader.skip(remarks.forms[place - keys.count], remarks.texts)
      }
    }
    guard isRead, reader.next == ASCII.lineFeed || reader.offset == bytes.count, seen & 1 << UInt64(Key.format) != 0,
      let title
    else { return nil }
    count(from: date, &block, lane)
    return Labels(title: title, reference: reference, end: reader.offset)
  }

  private func customer(_ reader: inout LineReader, _ reference: inout Range<Int>?) -> Bool {
    var seen: UInt64 = 0
    return reader.members { reader in
      guard let key = reader.take(0..<customerKeys.count, of: customerKeys), reader.take(ASCII.colon),
        seen >> UInt64(key) & 1 == 0, let words = reader.words()
      else { return false }
      seen |= 1 << UInt64(key)
      if key == 0 { reference = words }
      return true
    }
  }

  /// Days of which only the weeks to them count, counted from the profile's date; unknown without one.
  private func count(from date: Int?, _ block: inout WorldBlock, _ lane: Int) {
    for column in answers.relativeDays where block.known[column] >> UInt64(lane) & 1 == 1 {
      if let date {
        let day = block.lower[column * WorldBlock.width + lane] - Double(date)
        block.set(column, lane: lane, from: day, to: day)
      } else {
        block.clear(column, lane: lane)
      }
    }
  }

  // MARK: Answers

  private mutating func read(_ reader: inout LineReader, _ block: inout WorldBlock, _ lane: Int) -> Bool {
    var last = answers.facts.count
    guard reader.take(ASCII.openBrace) else { return false }
    if reader.take(ASCII.closeBrace) { return true }
    while true {
      // Profiles of one source hold their answers in one order.
      var fact = following[last]
      if fact < answers.facts.count, answers.keys.stands(fact, at: reader.offset, in: reader.bytes) {
        reader.offset += answers.keys.length(of: fact)
      } else {
        guard let key = reader.text(), let found = answers.keys.find(key, in: reader.bytes) else { return false }
        following[last] = found
        fact = found
      }
      last = fact
      guard lastAnswered[fact] != number, reader.take(ASCII.colon) else { return false }
      lastAnswered[fact] = number
      guard read(answers.facts[fact], &reader, &block, lane) else { return false }
      if reader.take(ASCII.comma) { continue }
      return reader.take(ASCII.closeBrace)
    }
  }

  private func read(
    _ fact: AnswerForms.Fact,
    _ reader: inout LineReader,
    _ block: inout WorldBlock,
    _ lane: Int
  ) -> Bool {
    // Asked and not known: as if it had not been asked.
    if reader.null() { return true }
    switch fact.form {
    case .boolean:
      guard let flag = reader.flag() else { return false }
      block.set(fact.column, lane: lane, bits: flag ? 2 : 1)
    case .choice(let choices):
      guard let choice = reader.take(choices, of: answers.choices) else { return false }
      block.set(fact.column, lane: lane, bits: answers.bits[choice])
    case .choices(let choices, let exclusive):
      guard let bits = set(of: choices, &reader) else { return false }
      guard bits & exclusive == 0 || bits.nonzeroBitCount == 1 else { return false }
      block.set(fact.column, lane: lane, bits: bits)
    case .number(let minimum, let maximum):
      let (from, to): (Double, Double)
      if let number = reader.number() {
        (from, to) = (number, number)
      } else if let range = range(&reader) {
        (from, to) = range
      } else {
        return false
      }
      guard from >= minimum, to <= maximum else { return false }
      block.set(fact.column, lane: lane, from: from, to: to)
    case .day:
      guard let day = reader.day() else { return false }
      block.set(fact.column, lane: lane, from: Double(day), to: Double(day))
    }
    return true
  }

  private func set(of choices: Range<Int>, _ reader: inout LineReader) -> UInt64? {
    var bits: UInt64 = 0
    let isRead = reader.elements { reader in
      guard let choice = reader.take(choices, of: answers.choices) else { return false }
      let bit = answers.bits[choice]
      guard bits & bit == 0 else { return false }
      bits |= bit
      return true
    }
    return isRead ? bits : nil
  }

  private func range(_ reader: inout LineReader) -> (Double, Double)? {
    var (from, to): (Double?, Double?)
    let isRead = reader.members { reader in
      guard let end = reader.take(0..<2, of: answers.rangeKeys), reader.take(ASCII.colon),
        (end == 0 ? from : to) == nil, let number = reader.number()
      else { return false }
      if end == 0 { from = number } else { to = number }
      return true
    }
    guard isRead, let from, let to, from <= to else { return nil }
    return (from, to)
  }
}
