/// The generators of 64 worlds side by side. Each gives what `SplitMix64` gives for its world; all take a step together, so
/// that no lane waits for another.
struct SplitMix64Lanes {
  private var states = InlineArray<64, UInt64>(repeating: 0)

  /// - Parameter first: the world of lane 0.
  init(seed: UInt64, first: Int) {
    for lane in 0..<WorldBlock.width { states[lane] = SplitMix64.start(seed: seed, world: first &+ lane) }
  }

  /// Gives every lane its next number, uniform in [0, 1), a multiple of 2⁻⁵³.
  ///
  /// - Parameter first: the cell of lane 0.
  mutating func fill(_ row: inout MutableSpan<Double>, from first: Int) {
    precondition(first >= 0 && first <= row.count &- WorldBlock.width)
    for lane in 0..<WorldBlock.width {
      states[lane] &+= SplitMix64.step
      row[unchecked: first &+ lane] = Self.unit(SplitMix64.mixed(states[lane]))
    }
  }

  /// The upper 53 bits as a multiple of 2⁻⁵³, like `SplitMix64.unit`, made of bits: to turn whole numbers into others is a
  /// thing that many processors do for one lane at a time only.
  ///
  /// The last bit of 2³¹ is worth 2⁻²¹, that of ½ is worth 2⁻⁵³: so upper and lower bits are put where they are worth what
  /// they stand for. All results are exact.
  static func unit(_ bits: UInt64) -> Double {
    let upper = Double(bitPattern: 0x1p31.bitPattern | bits >> 43)
    let lower = Double(bitPattern: 0.5.bitPattern | bits >> 11 & 0xFFFF_FFFF)
    return upper - (0x1p31 + 0.5) + lower
  }
}
