import Assessing
import Engine
import RuleCompiler
import TestSupport
import Testing

/// What is quick gives what is obvious, to the last bit, where it is hardest: among equal numbers, beyond its bounds, and
/// where one world of 64 is different.
@Suite struct QuickPathsTests {
  private static let width = WorldBlock.width

  @Test(arguments: 0..<40)
  func spacesBetweenFewNumbersAreThoseOfTheSortedNumbers(seed: Int) {
    var dice = TestSupport.SplitMix64(seed: UInt64(seed))
    let count = seed % 9
    var ends = Array(repeating: 1.0, count: FewSpacings.rowCount * Self.width)
    for lane in 0..<Self.width {
      ends[lane] = .nan
      for row in 0..<count {
        let number = Double(dice.int(0...(1 << 53) - 1)) * 0x1p-53
        ends[(row + 1) * Self.width + lane] = dice.pick([number, 0, 0.5, 0.5, 0x1p-53, 1 - 0x1p-53])
      }
    }
    // The rows stand in another order, with one between them that stays as it is.
    var spaces = Array(repeating: -1.0, count: (2 * count + 1) * Self.width)
    var cells = InlineArray<9, Int>(repeating: 0)
    for place in 0...count { cells[place] = 2 * (count - place) * Self.width }
    FewSpacings.find(between: ends, into: &spaces, at: cells)
    for lane in 0..<Self.width {
      let sorted = [0] + (0..<count).map { ends[($0 + 1) * Self.width + lane] }.sorted() + [1]
      for place in 0...count {
        let space = max(sorted[place + 1] - sorted[place], 0x1p-54)
        #expect(spaces[cells[place] + lane].bitPattern == space.bitPattern, "lane \(lane)")
        if place > 0 { #expect(spaces[(2 * place - 1) * Self.width + lane] == -1) }
      }
    }
  }

  @Test(arguments: 0..<60)
  func theBestLeafHasTheLargestScoreAndComesFirst(seed: Int) {
    var dice = TestSupport.SplitMix64(seed: UInt64(seed))
    let (first, count) = (dice.int(0...3), [1, 2, 5, 17, 64][seed % 5])
    let leaves = first..<first + count
    let scores = (0..<(first + count) * Self.width).map { _ in
      let number = Double(dice.int(-(1 << 39)...(1 << 39) - 1))
      return dice.pick([number, number, 0, 1, 7e10, -0x1p39, 0x1p39 - 1, -3e15, -1e300])
    }
    let order = Array(0..<first) + dice.shuffled(Array(leaves))
    let isRough = seed % 4 == 3
    let excluded = scores.indices.prefix(first + count).map { _ in
      dice.chance(0.2) ? ~0 : isRough && dice.chance(0.2) ? 1 << UInt64(dice.int(0...63)) : UInt64(0)
    }
    let unable: UInt64 = seed % 7 == 6 ? 1 << 63 : 0
    var best = Array(repeating: Int32(-5), count: 3 * Self.width)
    let went = QuickBest.find(order, leaves, scores, without: excluded, unable, &best, Self.width)
    let admitted = order[leaves].filter { excluded[$0] == 0 }
    let isPlain = unable == 0 && leaves.allSatisfy { excluded[$0] &+ 1 <= 1 }
    let isSmall = (0..<Self.width).allSatisfy { lane in
      (admitted.map { scores[$0 * Self.width + lane] }.max() ?? -.infinity).magnitude < 0x1p39 - 1
    }
    if isPlain && isSmall { #expect(went) }
    if !isPlain || admitted.isEmpty { #expect(!went) }
    #expect(best.prefix(Self.width).allSatisfy { $0 == -5 } && best.suffix(Self.width).allSatisfy { $0 == -5 })
    guard went else { return }
    for lane in 0..<Self.width {
      var found = -1
      for leaf in admitted where found < 0 || scores[leaf * Self.width + lane] > scores[found * Self.width + lane] {
        found = leaf
      }
      #expect(best[Self.width + lane] == Int32(found), "lane \(lane)")
    }
  }

  @Test func aScoreBeyondTheBoundIsLeftToThePlainWay() {
    for (score, isSmall) in [(0x1p39 - 2, true), (0x1p39, false), (0x1p45, false), (-0x1p39 - 1, false)] {
      var scores = Array(repeating: 3.0, count: Self.width)
      scores[40] = score
      var best = Array(repeating: Int32(0), count: Self.width)
      #expect(QuickBest.find([0], 0..<1, scores, without: [0], 0, &best, 0) == isSmall)
    }
  }

  /// Weights that add up to 1 in all worlds are shares; in one world they may miss it by a hair, or one may be 0.
  @Test(arguments: ["whole", "too much", "too little", "without", "nothing"])
  func sharesAreWeightsByTheirSum(kind: String) {
    let slots = 5
    var program = Program()
    program.columnCount = 2
    program.registerCount = 1
    program.operations = [.all(register: 0, of: Run(0..<0)), .decide(decision: 0)]
    program.leaves = [LeafRow(family: 0, tieOrder: 0, firstCell: 0)]
    // Criteria in another order than slots; one criterion has no slot.
    program.slots = (0..<slots).map { SlotRow(criterion: Int32(slots - $0), scale: 12) }
    // Only the last criterion speaks.
    program.ratings = [RatingRow(leaf: 0, points: 3)]
    program.rules = [RuleRow(register: 0, slot: Int32(slots - 1), ratings: Run(0..<1), exclusions: Run(0..<0))]
    program.decisions = [
      DecisionRow(
        when: -1,
        leaves: Run(0..<1),
        slots: Run(0..<slots),
        rules: Run(0..<1),
        familyColumn: 0,
        leafColumn: 1
      )
    ]
    var weights = LaneWeights(Array(repeating: 9, count: slots + 1))
    for lane in 0..<Self.width {
      var rest = 1.0
      for criterion in 1..<slots {
        let weight = rest * Double(1 + (lane * criterion) % 63) / 64
        weights[criterion, lane] = weight
        rest -= weight
      }
      weights[slots, lane] = rest
    }
    switch kind {
    case "too much": weights[2, 63] += 0x1p-40
    case "too little": weights[1, 0] -= 0x1p-40
    case "without":
      weights[2, 17] += weights[1, 17]
      weights[1, 17] = 0
    case "nothing": for criterion in 1...slots { weights[criterion, 5] = 0 }
    default: break
    }
    var kernel = Kernel(program, Circumstances(weights: Array(repeating: 1, count: slots + 1), decided: [.open]))
    kernel.weigh(weights)
    var block = WorldBlock(columnCount: 2)
    kernel.evaluate(&block)
    var others: [Int] = []
    for lane in 0..<Self.width {
      let own = (0..<slots).map { weights[slots - $0, lane] }
      let sum = own.reduce(0, +)
      if sum != 1 { others.append(lane) }
      for slot in 0..<slots {
        let share = sum > 0 ? own[slot] / sum : 0
        #expect(kernel.share(ofSlot: slot, in: 0, lane: lane).bitPattern == share.bitPattern, "lane \(lane)")
      }
      #expect(kernel.enough[0] >> UInt64(lane) & 1 == (own[slots - 1] > 0 ? 1 : 0), "lane \(lane)")
      #expect(kernel.evidence(of: 0, lane: lane) == (sum > 0 ? own[slots - 1] / sum : 0), "lane \(lane)")
    }
    #expect(others == ["too much": [63], "too little": [0], "nothing": [5]][kind] ?? [])
  }

  /// Answers are put into one world and spread over all others; where nothing is assumed one block serves twice.
  @Test(arguments: 0..<8)
  func allWorldsOfATemplateHoldTheAnswers(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(300 + seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    profiles.answered = [0.2, 0.9, 1][seed % 3]
    let profile = try rules.profile(profiles.profile()).profile
    let work = Casework(rules.book, rules.caseFile(of: profile))
    let drawn = DrawnWorlds(work, DrawingPlan(draws: 64, seed: 1, keepsOrder: false))
    for (assumes, found) in [(false, drawn.answered), (true, drawn.weightsAlone.base)] {
      var plain = WorldBlock(columnCount: rules.program.columnCount)
      for lane in 0..<Self.width {
        rules.fill(&plain, lane: lane, with: profile.answers, assumesDefaults: assumes)
      }
      let isSame = state(found) == state(plain)
      #expect(isSame, "defaults assumed: \(assumes)")
    }
  }

  private func state(_ block: WorldBlock) -> [[UInt64]] {
    [
      block.known, block.notApplicable, block.bits, block.possible, block.lower.map(\.bitPattern),
      block.upper.map(\.bitPattern),
    ]
  }
}
