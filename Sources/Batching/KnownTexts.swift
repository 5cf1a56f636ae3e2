/// Texts that are looked for in JSON, compared eight bytes at a time as they stand there: in quotes, without an escape.
///
/// Only what is known can be found; everything else is for a reader that understands all of JSON.
struct KnownTexts: Sendable {
  private struct Entry: Sendable {
    var firstWord: Int
    /// Words that count as a whole; the one behind them counts where `tail` has bits.
    var wholeWords: Int
    var tail: UInt64
    var hash: UInt64
    /// With both quotes.
    var length: Int
  }

  private var words: [UInt64] = []
  private var entries: [Entry] = []
  /// Places of entries by their hash, −1 where there is none; as many as a power of two.
  private var slots: [Int] = []

  var count: Int { entries.count }

  /// The bytes of a known text with both quotes.
  func length(of index: Int) -> Int { entries[index].length }

  /// Adds a text, which must hold no quote, backslash or control character; gives its index.
  @discardableResult
  mutating func add(_ text: String) -> Int {
    let bytes = [ASCII.quote] + Array(text.utf8) + [ASCII.quote]
    let padded = PaddedBytes(bytes)
    let whole = bytes.count / 8
    let tail: UInt64 = bytes.count % 8 == 0 ? 0 : ~0 >> UInt64(64 - 8 * (bytes.count % 8))
    entries.append(
      Entry(
        firstWord: words.count,
        wholeWords: whole,
        tail: tail,
        hash: Self.hash(of: 0..<bytes.count, in: padded),
        length: bytes.count
      )
    )
    for word in 0...whole { words.append(padded.word(at: 8 * word)) }
    return entries.count - 1
  }

  /// Adds several texts; gives their indices.
  @discardableResult
  mutating func add(_ texts: [String]) -> Range<Int> {
    let first = count
    for text in texts { add(text) }
    return first..<count
  }

  /// Whether a known text stands at an offset.
  func stands(_ index: Int, at offset: Int, in bytes: borrowing PaddedBytes) -> Bool {
    let entry = entries[index]
    var place = offset
    for word in entry.firstWord..<entry.firstWord + entry.wholeWords {
      if words[word] != bytes.word(at: place) { return false }
      place += 8
    }
    if entry.tail == 0 { return true }
    return (words[entry.firstWord + entry.wholeWords] ^ bytes.word(at: place)) & entry.tail == 0
  }

  /// Which of some known texts stands at an offset; nil if none does.
  func first(_ indices: Range<Int>, at offset: Int, in bytes: borrowing PaddedBytes) -> Int? {
    for index in indices where stands(index, at: offset, in: bytes) { return index }
    return nil
  }

  // MARK: By hash

  /// Makes all texts that were added so far findable by hash.
  mutating func index() {
    var size = 8
    while size < 2 * entries.count { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = index
    }
  }

  /// The known text that is a text of the input, its quotes included; nil if none is. Needs `index`.
  func find(_ range: Range<Int>, in bytes: borrowing PaddedBytes) -> Int? {
    let hash = Self.hash(of: range, in: bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if entries[index].hash == hash && entries[index].length == range.count
        && stands(index, at: range.lowerBound, in: bytes)
      {
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func hash(of range: Range<Int>, in bytes: borrowing PaddedBytes) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: range.count)
    var place = range.lowerBound
    while place + 8 <= range.upperBound {
      hash = mix(hash ^ bytes.word(at: place))
      place += 8
    }
    if place < range.upperBound {
      hash = mix(hash ^ (bytes.word(at: place) & (~0 >> UInt64(64 - 8 * (range.upperBound - place)))))
    }
    return hash
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    let product = word &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }
}
