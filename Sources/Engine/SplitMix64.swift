/// A small random generator whose sequence is the same on every build.
///
/// Sebastiano Vigna's SplitMix64 (public domain, 2015), after Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators" (OOPSLA 2014).
package struct SplitMix64: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// The generator of one world: it depends on the seed and the world's number only, so worlds can be drawn in any order
  /// and in any number at once.
  package init(seed: UInt64, world: Int) {
    var mixer = SplitMix64(seed: seed &+ UInt64(truncatingIfNeeded: Int64(world)) &* 0xD1B5_4A32_D192_ED03)
    state = mixer.next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Uniform in [0, 1), a multiple of 2⁻⁵³.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
