/// Draws the weights of the criteria (method.md, section 7).
///
/// A world has one vector of weights for all its decisions: uniform on the simplex over the criteria that count in some
/// decision. It is the spacings between sorted uniform numbers, so no logarithm is needed (Devroye, "Non-Uniform Random
/// Variate Generation", 1986, chapter V.2). A decision with fewer criteria divides by the sum of its own (the kernel does
/// so anyway); what remains is uniform on the simplex over those, since parts of a Dirichlet(1, …, 1) vector divided by
/// their sum are Dirichlet(1, …, 1) again.
///
/// With `keepsOrder` a criterion that outweighs another keeps doing so: the vector is uniform on that part of the simplex,
/// and criteria of equal weight stay free among themselves. Restricted to fewer criteria it keeps the order, too, but is
/// no longer exactly uniform; one world with one set of weights is worth more than that.
package struct WeightDraw: Sendable {
  /// Criteria that are drawn, ascending; all others keep their weight, which is 0 or counts nowhere.
  package let criteria: [Int]
  /// The stated weight of each.
  private let stated: [Double]
  private let keepsOrder: Bool
  /// Places in `criteria` by falling stated weight.
  private let order: [Int]
  // Working space, so that a draw takes no memory.
  private var ends: [Double]
  private var spacings: [Double]

  package init(_ program: Program, _ weights: [Double], keepsOrder: Bool = false) {
    var isCounted = Array(repeating: false, count: weights.count)
    for slot in program.slots { isCounted[Int(slot.criterion)] = true }
    let criteria = weights.indices.filter { isCounted[$0] && weights[$0] > 0 }
    let stated = criteria.map { weights[$0] }
    self.criteria = criteria
    self.stated = stated
    self.keepsOrder = keepsOrder
    order = criteria.indices.sorted { stated[$0] == stated[$1] ? $0 < $1 : stated[$0] > stated[$1] }
    ends = Array(repeating: 0, count: max(0, criteria.count - 1))
    spacings = Array(repeating: 0, count: criteria.count)
  }

  /// Draws the weights of one lane; they add up to 1. Always takes one random number less than there are criteria.
  package mutating func draw(into weights: inout LaneWeights, lane: Int, using random: inout SplitMix64) {
    guard !criteria.isEmpty else { return }
    for place in ends.indices {
      // Sorted as they come.
      let end = random.unit()
      var free = place
      while free > 0 && ends[free - 1] > end {
        ends[free] = ends[free - 1]
        free -= 1
      }
      ends[free] = end
    }
    var last = 0.0
    for place in spacings.indices {
      let end = place < ends.count ? ends[place] : 1
      // A criterion that counts never stops counting, not even in one of 2⁵³ draws.
      spacings[place] = max(end - last, 0x1p-54)
      last = end
    }
    if keepsOrder { arrange() }
    for (place, criterion) in criteria.enumerated() { weights[criterion, lane] = spacings[place] }
  }

  /// Gives the largest spacings to the largest stated weights; among equal ones those with the larger spacing stay ahead.
  private mutating func arrange() {
    var places = order
    for index in places.indices {
      var free = index
      let place = places[index]
      while free > 0 && stated[places[free - 1]] == stated[place] && spacings[places[free - 1]] < spacings[place] {
        places[free] = places[free - 1]
        free -= 1
      }
      places[free] = place
    }
    let falling = spacings.sorted(by: >)
    for (index, place) in places.enumerated() { spacings[place] = falling[index] }
  }
}
