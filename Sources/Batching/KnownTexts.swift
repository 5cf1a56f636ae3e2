/// Texts that are looked for in JSON, compared as they stand there: in quotes, without an escape.
///
/// Only what is known can be found; everything else is for a reader that understands all of JSON.
struct KnownTexts: Sendable {
  private struct Entry: Sendable {
    var beginning: TextBeginning
    /// Of the words beyond the beginning, in `words`.
    var firstWord: Int
    var hash: UInt64
  }

  private var entries: [Entry] = []
  /// Words beyond the beginnings of long texts, each with the bits that count.
  private var words: [SIMD2<UInt64>] = []
  /// Places of entries by their hash, −1 where there is none; as many as a power of two.
  private var slots: [Int] = []

  var count: Int { entries.count }

  /// The bytes of a known text with both quotes, and all that was added behind them.
  func length(of index: Int) -> Int { entries[index].beginning.length }

  func beginning(of index: Int) -> TextBeginning { entries[index].beginning }

  /// Adds a text, which must hold no quote, backslash or control character; gives its index.
  ///
  /// - Parameter end: what is to stand behind the closing quote.
  @discardableResult
  mutating func add(_ text: String, before end: [UInt8] = []) -> Int {
    let known = PaddedBytes([ASCII.quote] + Array(text.utf8) + [ASCII.quote] + end)
    let counting = PaddedBytes(Array(repeating: 0xFF, count: known.count))
    let (bytes, mask) = (known.storage.span.bytes, counting.storage.span.bytes)
    entries.append(
      Entry(
        beginning: TextBeginning(bytes, mask, length: known.count),
        firstWord: words.count,
        hash: Self.hash(of: 0..<known.count, in: bytes)
      )
    )
    for place in stride(from: TextBeginning.size, to: known.count, by: 8) {
      words.append(SIMD2(bytes.word(at: place), mask.word(at: place)))
    }
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
  ///
  /// - Parameter bytes: with the room of `PaddedBytes` behind them.
  func stands(_ index: Int, at offset: Int, in bytes: RawSpan) -> Bool {
    precondition(offset >= 0 && offset <= bytes.byteCount - PaddedBytes.padding)
    guard entries.span[index].beginning.stands(unchecked: offset, in: bytes) else { return false }
    return !entries.span[index].beginning.goesOn || goesOn(index, at: offset, in: bytes)
  }

  /// Whether the rest of a text stands behind its beginning.
  func goesOn(_ index: Int, at offset: Int, in bytes: RawSpan) -> Bool {
    var word = entries[index].firstWord
    for place in stride(from: TextBeginning.size, to: length(of: index), by: 8) {
      if (words[word][0] ^ bytes.word(at: offset + place)) & words[word][1] != 0 { return false }
      word += 1
    }
    return true
  }

  /// Which of some known texts stands at an offset; nil if none does.
  func first(_ indices: Range<Int>, at offset: Int, in bytes: RawSpan) -> Int? {
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
  func find(_ range: Range<Int>, in bytes: RawSpan) -> Int? {
    let hash = Self.hash(of: range, in: bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if entries[index].hash == hash && length(of: index) == range.count
        && stands(index, at: range.lowerBound, in: bytes)
      {
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func hash(of range: Range<Int>, in bytes: RawSpan) -> UInt64 {
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
