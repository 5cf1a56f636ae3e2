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
  private let network: SortingNetwork
  // Working space, so that a draw takes no memory: rows of 64 lanes (0, the numbers drawn, 1 and more of that), and the
  // spacings of one lane.
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
    network = SortingNetwork(rows: criteria.count - 1)
    ends = Array(repeating: 1, count: max(criteria.count + 1, FewSpacings.rowCount) * WorldBlock.width)
    for lane in 0..<WorldBlock.width { ends[lane] = 0 }
    spacings = Array(repeating: 0, count: criteria.count)
  }

  /// Draws the weights of 64 worlds; in each they add up to 1. Always takes one random number less than there are criteria.
  ///
  /// - Parameter first: the number of the first world.
  package mutating func draw(into weights: inout LaneWeights, seed: UInt64, first: Int) {
    guard !criteria.isEmpty else { return }
    drawEnds(seed, first)
    if QuickPaths.areIn && criteria.count <= FewSpacings.most + 1 {
      var cells = InlineArray<9, Int>(repeating: criteria[criteria.count - 1] * WorldBlock.width)
      for (place, criterion) in criteria.enumerated() { cells[place] = criterion * WorldBlock.width }
      FewSpacings.find(between: ends, into: &weights.values, at: cells)
    } else {
      network.sort(&ends, from: WorldBlock.width)
      for (place, criterion) in criteria.enumerated() { Self.space(ends, place, into: &weights.values, criterion) }
    }
    if keepsOrder { for lane in 0..<WorldBlock.width { arrange(&weights, lane) } }
  }

  /// A criterion that counts never stops counting, not even in one of 2⁵³ draws.
  static let leastWeight = 0x1p-54

  /// The numbers between which the weights are the spaces, row by row after the row of zeros: four worlds at a time, each
  /// with its own generator. (Of one world alone the compiler would make vectors, in which a product of 64 bits is made of
  /// three.)
  private mutating func drawEnds(_ seed: UInt64, _ first: Int) {
    let count = criteria.count
    var ends = ends.mutableSpan
    precondition(ends.count >= (count + 1) * WorldBlock.width)
    for lane in stride(from: 0, to: WorldBlock.width, by: 4) {
      var a = SplitMix64(seed: seed, world: first &+ lane)
      var b = SplitMix64(seed: seed, world: first &+ lane &+ 1)
      var c = SplitMix64(seed: seed, world: first &+ lane &+ 2)
      var d = SplitMix64(seed: seed, world: first &+ lane &+ 3)
      var cell = WorldBlock.width &+ lane
      for _ in 1..<count {
        ends[unchecked: cell] = a.unit()
        ends[unchecked: cell &+ 1] = b.unit()
        ends[unchecked: cell &+ 2] = c.unit()
        ends[unchecked: cell &+ 3] = d.unit()
        cell &+= WorldBlock.width
      }
    }
  }

  /// From ends to the space between two of them.
  private static func space(_ ends: [Double], _ place: Int, into weights: inout [Double], _ criterion: Int) {
    let (ends, lower, first) = (ends.span, place * WorldBlock.width, criterion * WorldBlock.width)
    let upper = lower + WorldBlock.width
    var weights = weights.mutableSpan
    precondition(lower >= 0 && upper <= ends.count - WorldBlock.width)
    precondition(first >= 0 && first <= weights.count - WorldBlock.width)
    for lane in 0..<WorldBlock.width {
      let space = ends[unchecked: upper &+ lane] - ends[unchecked: lower &+ lane]
      weights[unchecked: first &+ lane] = space > leastWeight ? space : leastWeight
    }
  }

  /// Gives the largest spacings to the largest stated weights; among equal ones those with the larger spacing stay ahead.
  private mutating func arrange(_ weights: inout LaneWeights, _ lane: Int) {
    for place in spacings.indices { spacings[place] = weights[criteria[place], lane] }
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
    for (index, place) in places.enumerated() { weights[criteria[place], lane] = falling[index] }
  }
}
