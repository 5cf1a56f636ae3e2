/// 64 worlds in two shapes: as eight bits for every world, and as a plane with one bit per world for each of the eight.
///
/// The bits of all worlds stand in eight words: byte k of word g belongs to lane 8k + g. Turning that into planes is a
/// transposition of an 8 × 8 matrix of bits, done for all eight bytes of the words at once: three rounds of exchanges
/// (Henry S. Warren, "Hacker's Delight", second edition, 2012, section 7-3). The way back is the same.
enum BitSlices {
  /// Planes from the bits of all worlds, or the bits of all worlds from planes.
  static func turned(_ words: SIMD8<UInt64>) -> SIMD8<UInt64> {
    var (low, high) = (words.lowHalf, words.highHalf)
    exchange(&low, &high, 4, 0x0F0F_0F0F_0F0F_0F0F)
    let (a, b) = exchanged(low.lowHalf, low.highHalf, 2, 0x3333_3333_3333_3333)
    let (c, d) = exchanged(high.lowHalf, high.highHalf, 2, 0x3333_3333_3333_3333)
    let (p, q) = (pairs(a), pairs(b))
    let (r, s) = (pairs(c), pairs(d))
    return SIMD8(p.0, p.1, q.0, q.1, r.0, r.1, s.0, s.1)
  }

  /// The bits of all worlds, taken from one number for each.
  ///
  /// - Parameters:
  ///   - first: of the 64 numbers.
  ///   - shift: of the eight bits within each number.
  static func gathered(_ numbers: Span<UInt64>, first: Int, shift: UInt64) -> SIMD8<UInt64> {
    var words = SIMD8<UInt64>(repeating: 0)
    for byte in 0..<8 {
      let eight = eight(numbers, first &+ 8 &* byte)
      words |= ((eight &>> SIMD8(repeating: shift)) & SIMD8(repeating: 0xFF)) &<< SIMD8(repeating: UInt64(8 &* byte))
    }
    return words
  }

  /// Eight numbers that stand together.
  @inline(__always)
  static func eight<Number: SIMDScalar>(_ numbers: Span<Number>, _ first: Int) -> SIMD8<Number> {
    let part = numbers.extracting(first..<first &+ 8)
    return SIMD8(part[0], part[1], part[2], part[3], part[4], part[5], part[6], part[7])
  }

  /// The same, where somebody has made sure that they are there.
  @inline(__always)
  static func eight<Number: SIMDScalar>(unchecked numbers: Span<Number>, _ first: Int) -> SIMD8<Number> {
    SIMD8(
      numbers[unchecked: first],
      numbers[unchecked: first &+ 1],
      numbers[unchecked: first &+ 2],
      numbers[unchecked: first &+ 3],
      numbers[unchecked: first &+ 4],
      numbers[unchecked: first &+ 5],
      numbers[unchecked: first &+ 6],
      numbers[unchecked: first &+ 7]
    )
  }

  /// The lanes in which a number is not less than another one, as a plane. What is no number counts as it may; nobody asks
  /// for those lanes.
  static func plane(_ numbers: Span<Double>, isAtLeast others: Span<Double>) -> UInt64 {
    precondition(min(numbers.count, others.count) >= WorldBlock.width)
    return ~plane { eight(unchecked: numbers, $0) .< eight(unchecked: others, $0) }
  }

  /// The lanes in which a number has reached a bound.
  static func plane(_ numbers: Span<Double>, reaches bound: Double) -> UInt64 {
    precondition(numbers.count >= WorldBlock.width)
    return ~plane { eight(unchecked: numbers, $0) .< SIMD8(repeating: bound) }
  }

  /// The lanes in which a number is beyond a bound.
  static func plane(_ numbers: Span<Double>, exceeds bound: Double) -> UInt64 {
    precondition(numbers.count >= WorldBlock.width)
    return ~plane { eight(unchecked: numbers, $0) .<= SIMD8(repeating: bound) }
  }

  /// The lanes of a mask that is asked for eight lanes at a time: no branch, and no choice lane by lane.
  @inline(__always)
  private static func plane(_ mask: (_ first: Int) -> SIMDMask<SIMD8<Int64>>) -> UInt64 {
    // Byte k of word g belongs to lane 8k + g.
    var words = SIMD8<Int64>(repeating: 0)
    for byte in 1...8 {
      let all = SIMD8<Int64>(repeating: 0).replacing(with: -1, where: mask(WorldBlock.width &- 8 &* byte))
      words = words &<< SIMD8(repeating: 8) &- all
    }
    words = words &<< SIMD8(0, 1, 2, 3, 4, 5, 6, 7)
    let four = words.lowHalf | words.highHalf
    return UInt64(bitPattern: four[0] | four[1] | four[2] | four[3])
  }

  /// Swaps the upper bits of some words for the lower ones of others.
  private static func exchange(_ a: inout SIMD4<UInt64>, _ b: inout SIMD4<UInt64>, _ shift: UInt64, _ mask: UInt64) {
    let (distance, kept) = (SIMD4(repeating: shift), SIMD4(repeating: mask))
    let different = ((a &>> distance) ^ b) & kept
    b ^= different
    a ^= different &<< distance
  }

  private static func exchanged(
    _ a: SIMD2<UInt64>,
    _ b: SIMD2<UInt64>,
    _ shift: UInt64,
    _ mask: UInt64
  ) -> (SIMD2<UInt64>, SIMD2<UInt64>) {
    let (distance, kept) = (SIMD2(repeating: shift), SIMD2(repeating: mask))
    let different = ((a &>> distance) ^ b) & kept
    return (a ^ (different &<< distance), b ^ different)
  }

  private static func pairs(_ words: SIMD2<UInt64>) -> (UInt64, UInt64) {
    let different = ((words[0] &>> 1) ^ words[1]) & 0x5555_5555_5555_5555
    return (words[0] ^ (different &<< 1), words[1] ^ different)
  }
}
