import Engine
import LocatedJSON
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

  private let relativeDays: [Int]
  private var answers: AnswerReader
  private let remarks: RemarkForms
  private let keys: KnownTexts
  private let customerKeys: KnownTexts
  /// Of the last profile, from 1.
  private var number = 0

  init(_ answers: AnswerForms, _ remarks: RemarkForms) {
    self.answers = AnswerReader(answers)
    relativeDays = answers.relativeDays
    self.remarks = remarks
    var keys = KnownTexts()
    keys.add(["format", "title", "customer", "date", "answers"])
    self.keys = keys
    var customer = KnownTexts()
    customer.add(["reference", "name", "contact"])
    customerKeys = customer
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
      case Key.answers: return answers.read(&reader, profile: number, into: &block, lane: lane)
      default: return reader.skip(remarks.forms[place - keys.count], remarks.texts)
      }
    }
    // Of a line that is too long, who knows what followed where it was cut.
    guard isRead, reader.next == ASCII.lineFeed || reader.offset == bytes.count, seen & 1 << UInt64(Key.format) != 0,
      reader.offset - start <= maximumJSONFileSize, let title
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
    for column in relativeDays where block.known[column] >> UInt64(lane) & 1 == 1 {
      if let date {
        let day = block.lower[column * WorldBlock.width + lane] - Double(date)
        block.set(column, lane: lane, from: day, to: day)
      } else {
        block.clear(column, lane: lane)
      }
    }
  }
}
