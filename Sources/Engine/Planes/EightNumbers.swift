/// Eight worlds side by side, as the numbers of their lanes.
extension SIMD8 where Scalar == Double {
  /// Takes another number where that is smaller.
  @inline(__always)
  mutating func lower(to other: Self) {
    // The other way round this would be the same, and two instructions more.
    self = other.replacing(with: self, where: self .< other)
  }

  /// Takes another number where that is larger.
  @inline(__always)
  mutating func raise(to other: Self) { replace(with: other, where: self .< other) }

  /// Whether all are as asked for.
  @inline(__always)
  func areAll(_ isGood: (Double) -> Bool) -> Bool {
    for place in 0..<8 where !isGood(self[place]) { return false }
    return true
  }

  /// The bits that the numbers are made of.
  var bitPatterns: SIMD8<UInt64> {
    @inline(__always)
    get {
      var bits = SIMD8<UInt64>()
      for place in 0..<8 { bits[place] = self[place].bitPattern }
      return bits
    }
  }
}

extension MutableSpan where Element: SIMDScalar {
  /// Puts eight numbers side by side, where somebody has made sure that there is room.
  @inline(__always)
  mutating func put(_ numbers: SIMD8<Element>, unchecked first: Int) {
    for place in 0..<8 { self[unchecked: first &+ place] = numbers[place] }
  }
}
