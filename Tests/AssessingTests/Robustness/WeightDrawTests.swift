import Engine
import Testing

/// Weights of random worlds are uniform on the simplex, whichever criteria a decision has.
@Suite struct WeightDrawTests {
  private static let worlds = 20_000

  /// A program with one decision whose options can be rated under these criteria.
  private static func program(_ criteria: [Int]) -> Program {
    var program = Program()
    for criterion in criteria { program.slots.append(SlotRow(criterion: Int32(criterion), scale: 12)) }
    return program
  }

  private static func drawn(_ weights: [Double], criteria: [Int], keepsOrder: Bool = false) -> [[Double]] {
    var draw = WeightDraw(program(criteria), weights, keepsOrder: keepsOrder)
    var lanes = LaneWeights(weights)
    return stride(from: 0, to: worlds, by: WorldBlock.width).flatMap { first in
      draw.draw(into: &lanes, seed: 5, first: first)
      return (0..<min(WorldBlock.width, worlds - first)).map { lane in weights.indices.map { lanes[$0, lane] } }
    }
  }

  /// Whether a share of the worlds is as near to what is expected as chance allows.
  private static func isNear(_ count: Int, _ expected: Double) -> Bool {
    let error = (expected * (1 - expected) / Double(worlds)).squareRoot()
    return (Double(count) / Double(worlds) - expected).magnitude <= 4 * error
  }

  @Test(arguments: 1...6)
  func weightsAreUniformOnTheSimplex(count: Int) {
    let drawn = Self.drawn(Array(repeating: 1, count: count), criteria: Array(0..<count))
    for weights in drawn {
      #expect(weights.allSatisfy { $0 > 0 } && (weights.reduce(0, +) - 1).magnitude < 1e-12)
    }
    // P(W > t) = (1 − t)ⁿ⁻¹ for every criterion.
    for criterion in 0..<count where count > 1 {
      for t in [0.05, 0.2, 0.5, 0.8] {
        var expected = 1.0
        for _ in 1..<count { expected *= 1 - t }
        #expect(Self.isNear(drawn.count { $0[criterion] > t }, expected), "\(criterion) \(t)")
      }
    }
  }

  @Test func fewerCriteriaAreUniformOnTheirOwnSimplex() {
    let drawn = Self.drawn([1, 1, 1, 1, 1], criteria: [0, 1, 2, 3, 4])
    for t in [0.1, 0.3, 0.5, 0.9] {
      #expect(Self.isNear(drawn.count { $0[1] / ($0[1] + $0[4]) > t }, 1 - t))
      #expect(Self.isNear(drawn.count { $0[0] / ($0[0] + $0[2] + $0[3]) > t }, (1 - t) * (1 - t)))
    }
  }

  @Test func criteriaThatDoNotCountKeepTheirWeight() {
    // 1 has no weight, 3 rates nothing.
    let drawn = Self.drawn([2, 0, 3, 7], criteria: [0, 1, 2])
    #expect(drawn.allSatisfy { $0[1] == 0 && $0[3] == 7 && ($0[0] + $0[2] - 1).magnitude < 1e-12 })
    #expect(Self.isNear(drawn.count { $0[0] > 0.25 }, 0.75))
  }

  @Test func theStatedOrderIsKept() {
    let drawn = Self.drawn([10, 30, 10, 20], criteria: [0, 1, 2, 3], keepsOrder: true)
    for weights in drawn {
      #expect(weights[1] >= weights[3] && weights[3] >= weights[0] && weights[3] >= weights[2])
      #expect((weights.reduce(0, +) - 1).magnitude < 1e-12)
    }
    // Equal ones are free among themselves.
    #expect(Self.isNear(drawn.count { $0[0] > $0[2] }, 0.5))
    // The mean of the largest of n parts is (1 + 1/2 + … + 1/n)/n.
    let mean = drawn.reduce(0) { $0 + $1[1] } / Double(Self.worlds)
    #expect((mean - (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0) / 4).magnitude < 0.004)
  }

  @Test func twoOrderedCriteriaAreUniformFromOneHalfOn() {
    let drawn = Self.drawn([2, 1], criteria: [0, 1], keepsOrder: true)
    for t in [0.5, 0.6, 0.75, 0.9] { #expect(Self.isNear(drawn.count { $0[0] > t }, 2 * (1 - t))) }
  }

  /// To the last bit what one world after the other gives: numbers drawn, sorted, and the spaces between them.
  @Test(arguments: 1...17)
  func worldsSideBySideAreThoseDrawnOneByOne(count: Int) {
    let drawn = Self.drawn(Array(repeating: 1, count: count), criteria: Array(0..<count)).prefix(500)
    for (world, weights) in drawn.enumerated() {
      var random = SplitMix64(seed: 5, world: world)
      let ends = [0] + (1..<count).map { _ in random.unit() }.sorted() + [1]
      let spaces = zip(ends, ends.dropFirst()).map { max($1 - $0, 0x1p-54) }
      #expect(weights.map(\.bitPattern) == spaces.map(\.bitPattern), "world \(world)")
    }
  }

  @Test(arguments: [1, 2, 8, 9, 10, 12])
  func criteriaAreDrawnAlikeWhateverStandsBetweenThem(count: Int) {
    let alone = Self.drawn(Array(repeating: 1, count: count), criteria: Array(0..<count)).prefix(500)
    // Those that count are every third one; the others have no weight, or rate nothing.
    let weights = (0..<3 * count).map { $0 % 3 == 0 ? 0.0 : 2 }
    let drawn = Self.drawn(weights, criteria: (0..<count).flatMap { [3 * $0, 3 * $0 + 1] }).prefix(500)
    for (world, (own, plain)) in zip(drawn, alone).enumerated() {
      #expect((0..<count).map { own[3 * $0 + 1] } == plain, "world \(world)")
      #expect((0..<count).allSatisfy { own[3 * $0] == 0 && own[3 * $0 + 2] == 2 }, "world \(world)")
    }
  }

  /// The first worlds of seed 5, to the last bit: the same on every build.
  @Test func drawsTheSameOnEveryBuild() {
    let drawn = Self.drawn([1, 1, 1], criteria: [0, 1, 2]).prefix(2)
    #expect(
      drawn.flatMap { $0.map(\.bitPattern) } == [
        4_592_293_079_758_653_552, 4_606_047_263_597_144_986, 4_581_467_551_518_386_944, 4_597_957_909_338_954_552,
        4_599_354_847_370_666_940, 4_601_607_846_450_417_320,
      ]
    )
  }
}
