/// A generator with one fixed sequence per seed: a random test that fails once fails always.
///
/// After Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014). The choices below are made here,
/// not by the standard library, so that a new toolchain draws the same.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True in about that share of calls.
  package mutating func chance(_ share: Double) -> Bool {
    Double(next() >> 11) * 0x1p-53 < share
  }

  /// A whole number within bounds, both included; its slight unevenness does not matter to tests.
  package mutating func int(_ bounds: ClosedRange<Int>) -> Int {
    bounds.lowerBound + Int(next() % UInt64(bounds.count))
  }

  /// One of the elements; there must be one.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[int(0...elements.count - 1)]
  }

  /// Some different elements in any order; fewer if there are not as many.
  package mutating func some<Element>(_ elements: [Element], _ count: ClosedRange<Int>) -> [Element] {
    Array(shuffled(elements).prefix(int(count)))
  }

  /// The elements in another order.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for place in result.indices.dropFirst().reversed() { result.swapAt(place, int(0...place)) }
    return result
  }
}
