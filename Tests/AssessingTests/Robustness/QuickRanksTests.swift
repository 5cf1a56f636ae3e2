import Engine
import TestSupport
import Testing

/// Ranks made without scores, and what is counted of them, are those of scores: world by world, to the last billionth.
@Suite struct QuickRanksTests {
  private static let draws = 6_400

  /// A decision with one rule for each criterion, always true; points by leaf and criterion.
  private static func casework(_ points: [[Int32]], scales: [Int32], weights: [Double]) -> Casework {
    let (leaves, slots) = (points.count, scales.count)
    var program = Program()
    program.columnCount = 2
    program.registerCount = 1
    program.operations = [.all(register: 0, of: Run(0..<0)), .decide(decision: 0)]
    program.leaves = (0..<leaves).map {
      LeafRow(family: Int32($0), tieOrder: Int32(leaves - $0), firstCell: Int32($0 * slots))
    }
    program.slots = (0..<slots).map { SlotRow(criterion: Int32($0), scale: scales[$0]) }
    for slot in 0..<slots {
      let first = program.ratings.count
      program.ratings += (0..<leaves).map { RatingRow(leaf: Int32($0), points: points[$0][slot]) }
      let ratings = Run(first..<program.ratings.count)
      program.rules.append(RuleRow(register: 0, slot: Int32(slot), ratings: ratings, exclusions: Run(0..<0)))
    }
    program.decisions = [
      DecisionRow(
        when: -1,
        leaves: Run(0..<leaves),
        slots: Run(0..<slots),
        rules: Run(0..<slots),
        familyColumn: 0,
        leafColumn: 1
      )
    ]
    var book = RuleBook()
    book.program = program
    book.criterionCount = slots
    book.importance = [1]
    return Casework(
      book,
      CaseFile(circumstances: Circumstances(weights: weights, decided: [.open]), answers: [])
    )
  }

  /// Compares a series with blocks evaluated alone, and counts again in the plainest way.
  ///
  /// - Returns: in how many blocks and leaves some score lies on a tie of rounding, as good as.
  @discardableResult
  private static func compare(_ work: Casework) throws -> Int {
    let drawn = DrawnWorlds(work, DrawingPlan(draws: draws, seed: 11, keepsOrder: false))
    let sampling = drawn.weightsAlone
    let leaves = work.program.leaves.indices
    let slots = work.program.slots.indices
    var draw = try #require(sampling.weights)
    var plain = Kernel(sampling.program, sampling.circumstances)
    var standings = Standings(work.program, decision: 0)
    var ranks = leaves.map { _ in leaves.map { _ in 0 } }
    var pairs = ranks
    var shares = leaves.map { _ in slots.map { _ in 0.0 } }
    var wrong = 0
    var ties = 0
    sampling.run { kernel, _, word, lanes in
      var weights = LaneWeights(sampling.circumstances.weights)
      draw.draw(into: &weights, seed: sampling.seed ^ 0x5765_6967_6874_7321, first: word * WorldBlock.width)
      plain.weigh(weights)
      var block = sampling.base
      plain.evaluate(&block)
      for lane in 0..<lanes.nonzeroBitCount {
        for leaf in leaves where kernel.roundedScore(leaf, lane: lane) != plain.roundedScore(leaf, lane: lane) {
          wrong += 1
        }
        let order = leaves.sorted { plain.precedes($0, $1, lane: lane) }
        if kernel.best[lane] != plain.best[lane] || plain.best[lane] != Int32(order[0]) { wrong += 1 }
        for (rank, leaf) in order.enumerated() {
          ranks[leaf][rank] += 1
          for other in order[(rank + 1)...] { pairs[leaf][other] += 1 }
        }
        for slot in slots { shares[order[0]][slot] += plain.share(ofSlot: slot, in: 0, lane: lane) }
      }
      standings.count(kernel, lanes: lanes)
      ties += leaves.count { leaf in
        (0..<WorldBlock.width).contains { lane in
          let exact = plain.scores[leaf * WorldBlock.width + lane] * 1e9
          return ((exact - exact.rounded()).magnitude - 0.5).magnitude < 1e-5
        }
      }
    }
    #expect(wrong == 0)
    for leaf in leaves {
      #expect(leaves.map { standings.leaves.worlds(leaf, rank: $0 + 1) } == ranks[leaf])
      #expect(leaves.allSatisfy { $0 == leaf || standings.leaves.wins(leaf, over: $0) == pairs[leaf][$0] })
      let central = ranks[leaf][0] > 0 ? shares[leaf].map { $0 / Double(ranks[leaf][0]) } : nil
      #expect(standings.leaves.centralWeights(leaf)?.map(\.bitPattern) == central?.map(\.bitPattern))
      #expect(standings.families.centralWeights(leaf)?.map(\.bitPattern) == central?.map(\.bitPattern))
    }
    return ties
  }

  @Test(arguments: 0..<30)
  func randomPointsRankAsTheirScoresDo(seed: Int) throws {
    var dice = TestSupport.SplitMix64(seed: UInt64(seed))
    let (leaves, slots) = (dice.int(2...9), dice.int(1...12))
    // From points that hardly reach the scale to some beyond all that can be ranked quickly; just before that errors of
    // rounding are largest.
    let reach = [0.1, 1, 3.4, 3.4, 3.4, 1e6][seed % 6]
    let scales = (0..<slots).map { _ in Int32(dice.pick([5, 12, 24, 36, 97, 1_000])) }
    let points = (0..<leaves).map { _ in
      scales.map { dice.chance(0.1) ? 0 : Int32(reach * Double($0) * Double(dice.int(-1_000...1_000)) / 1_000) }
    }
    let weights = (0..<slots).map { _ in dice.pick([0.0, 1, 2.5, 7]) }
    guard weights.contains(where: { $0 > 0 }) else { return }
    try Self.compare(Self.casework(points, scales: scales, weights: weights))
  }

  /// 10¹¹/4096 is a whole number and one half: every world lies on a tie of rounding, to one side or the other of which the
  /// weights fall.
  @Test func tiesOfRoundingFallAsTheyDoForScores() throws {
    let points: [[Int32]] = [[1, 1, 1], [3, 3, 3], [-1, -1, -1], [1, 1, 2], [-5, -5, -5], [0, 0, 0]]
    let work = Self.casework(points, scales: [4_096, 4_096, 4_096], weights: [1, 1, 1])
    #expect(try Self.compare(work) >= 4 * Self.draws / WorldBlock.width)
  }

  @Test func equalLeavesKeepTheOrderThatBreaksTies() throws {
    let points: [[Int32]] = [[3, -2, 7], [3, -2, 7], [1, 5, 0], [3, -2, 7], [1, 5, 0]]
    try Self.compare(Self.casework(points, scales: [12, 24, 24], weights: [2, 1, 1]))
  }
}
