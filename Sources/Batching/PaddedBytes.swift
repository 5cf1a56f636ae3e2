/// Bytes of the input with room behind them, so that many can be read at once from every place of them.
struct PaddedBytes: Sendable {
  static let padding = 32

  /// The bytes with the room behind them.
  let storage: [UInt8]
  /// Without the room behind them.
  let count: Int

  /// Copies the bytes only if someone else has them, too, or their capacity is too small.
  init(_ bytes: consuming [UInt8]) {
    count = bytes.count
    for _ in 0..<Self.padding { bytes.append(0) }
    storage = bytes
  }

  /// The byte at an offset up to the end, where it is 0.
  subscript(offset: Int) -> UInt8 { storage[offset] }

  /// Eight bytes from an offset on, the first one lowest; 0 behind the end.
  func word(at offset: Int) -> UInt64 {
    storage.span.bytes.word(at: offset)
  }

  /// Where the line feed of the line stands that holds an offset, or the end of all bytes.
  func endOfLine(from start: Int) -> Int {
    var place = start
    while place < count {
      let difference = word(at: place) ^ 0x0A0A_0A0A_0A0A_0A0A
      let found = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if found != 0 { return min(place + found.trailingZeroBitCount / 8, count) }
      place += 8
    }
    return count
  }

  func slice(_ range: Range<Int>) -> ArraySlice<UInt8> { storage[range] }
}

extension RawSpan {
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { unsafeLoad(fromByteOffset: offset, as: UInt8.self) }

  /// Eight bytes from an offset on, the first one lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension [UInt8] {
  /// How many line feeds there are.
  var lineFeeds: Int {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var count = 0
    var place = 0
    while place + 8 <= self.count {
      // Eight counts side by side, each as far as a byte can count.
      let end = Swift.min(self.count - 7, place + 8 * 255)
      var found: UInt64 = 0
      while place < end {
        let word = span.bytes.word(at: place) ^ 0x0A0A_0A0A_0A0A_0A0A
        found &+= ~((word & low) &+ low | word | low) >> 7
        place += 8
      }
      for byte in 0..<8 { count += Int(found >> UInt64(8 * byte) & 0xFF) }
    }
    for byte in self[place...] where byte == ASCII.lineFeed { count += 1 }
    return count
  }
}

/// The bytes that mean something here.
enum ASCII {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let minus = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let zero = UInt8(ascii: "0")
  static let one = UInt8(ascii: "1")
  static let colon = UInt8(ascii: ":")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
}
