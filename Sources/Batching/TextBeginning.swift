/// The first bytes of a text, compared at once; of most texts that is all.
struct TextBeginning: Sendable {
  static let size = 32

  private let low: SIMD2<UInt64>
  private let high: SIMD2<UInt64>
  /// Which bits count.
  private let lowMask: SIMD2<UInt64>
  private let highMask: SIMD2<UInt64>
  /// Of the whole text.
  let length: Int

  /// - Parameters:
  ///   - bytes: the text, with the room of `PaddedBytes` behind it.
  ///   - mask: the same with all bits set in the text, and none behind it.
  init(_ bytes: RawSpan, _ mask: RawSpan, length: Int) {
    low = bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: SIMD2<UInt64>.self)
    high = bytes.unsafeLoadUnaligned(fromByteOffset: 16, as: SIMD2<UInt64>.self)
    lowMask = mask.unsafeLoadUnaligned(fromByteOffset: 0, as: SIMD2<UInt64>.self)
    highMask = mask.unsafeLoadUnaligned(fromByteOffset: 16, as: SIMD2<UInt64>.self)
    self.length = length
  }

  /// Whether the text is longer.
  var goesOn: Bool {
    @inline(__always) get { length > Self.size }
  }

  /// Whether these bytes stand at an offset, behind which there are as many bytes as can be compared.
  @inline(__always)
  func stands(unchecked offset: Int, in bytes: RawSpan) -> Bool {
    let first = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD2<UInt64>.self)
    let second = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 16, as: SIMD2<UInt64>.self)
    let different = (first ^ low) & lowMask | (second ^ high) & highMask
    return different[0] | different[1] == 0
  }
}
