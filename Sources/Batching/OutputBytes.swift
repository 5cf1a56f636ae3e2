import LocatedJSON

/// Bytes that lines of results are written into, sixteen at a time.
struct OutputBytes: Sendable {
  /// As much room as was ever needed; what stands behind the end is left from before.
  private var storage: [UInt8] = []
  private(set) var count = 0

  /// All bytes that were written; the room stays for others.
  mutating func takeAll() -> [UInt8] {
    defer { count = 0 }
    return Array(storage[..<count])
  }

  mutating func write(_ byte: UInt8) {
    if storage.count == count { grow(by: 1) }
    storage[count] = byte
    count &+= 1
  }

  /// Writes a part of some bytes, behind which there is the room of `PaddedBytes`.
  mutating func write(_ range: Range<Int>, of bytes: RawSpan) {
    var (from, to) = (range.lowerBound, count)
    let end = to &+ range.count
    if storage.count &- end < 16 { grow(by: range.count + 16) }
    count = end
    var storage = storage.mutableSpan
    var room = storage.mutableBytes
    while to < end {
      // What is too much is written over by what comes next.
      let part = bytes.unsafeLoadUnaligned(fromByteOffset: from, as: SIMD2<UInt64>.self)
      room.storeBytes(of: part, toByteOffset: to, as: SIMD2<UInt64>.self)
      from &+= 16
      to &+= 16
    }
  }

  mutating func write(_ bytes: [UInt8]) { for byte in bytes { write(byte) } }

  /// Makes the last byte another one if it is a comma; otherwise adds that one.
  mutating func end(with byte: UInt8) {
    if count > 0 && storage[count - 1] == ASCII.comma { count -= 1 }
    write(byte)
  }

  mutating func write(whole number: Int) {
    if number < 0 { write(ASCII.minus) }
    var rest = number.magnitude
    var digits: InlineArray<20, UInt8> = .init(repeating: 0)
    var count = 0
    repeat {
      digits[count] = ASCII.zero + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    while count > 0 {
      count -= 1
      write(digits[count])
    }
  }

  /// Writes a number as ECMAScript does (the same as `formatNumberES6`).
  mutating func write(number: Double) {
    if number.magnitude < 1e9, number == number.rounded(.towardZero) { return write(whole: Int(number)) }
    // The shortest digits; between a thousandth and 2^53 without an exponent, as ECMAScript has it.
    let isPlain = number.magnitude >= 0.001 && number.magnitude < 1e9
    for byte in (isPlain ? number.description : formatNumberES6(number)).utf8 { write(byte) }
  }

  private mutating func grow(by room: Int) {
    storage += Array(repeating: 0, count: max(room, storage.count, 4_096))
  }
}
