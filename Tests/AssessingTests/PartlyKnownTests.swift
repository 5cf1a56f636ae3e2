import Engine
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Facts known in part, and how the engine takes them apart.
@Suite struct PartlyKnownTests {
  private let all: UInt64 = 0b1111

  @Test func aChoiceIsSplitByWhatAComparisonTellsApart() {
    let fact = OpenFact(column: 0, kind: .choice, extent: .choices(all))
    let parts = fact.split(fact.extent, by: .member(0b0011))
    #expect(parts?.0 == .choices(0b0011) && parts?.1 == .choices(0b1100))
    #expect(fact.split(.choices(0b0001), by: .member(0b0011)) == nil)
  }

  @Test func aSetIsSplitElementByElementAndExclusiveOnesStandAlone() {
    let fact = OpenFact(column: 0, kind: .set(exclusive: 0b1000), extent: .sets(of: all))
    var with = Extent.sets(of: 0b0111)
    with.must = 0b0001
    #expect(fact.split(fact.extent, by: .contains(0b0001))?.0 == with)
    var alone = Extent.sets(of: 0b1000)
    alone.must = 0b1000
    #expect(fact.split(fact.extent, by: .intersects(0b1000))?.0 == alone)
    // With the first choice in, the exclusive one cannot be added.
    #expect(fact.split(with, by: .intersects(0b1000)) == nil)
  }

  @Test func aNumberIsSplitAtThresholdsWithoutAGap() throws {
    let fact = OpenFact(column: 0, kind: .number, extent: .numbers(from: 0, to: 100))
    let from = Bounds(lower: 99.9, upper: .infinity, isLowerOpen: false, isUpperOpen: true)
    let (inside, below) = try #require(fact.split(fact.extent, by: .within(from)))
    #expect(inside == .numbers(from: 99.9, to: 100) && below == .numbers(from: 0, to: 99.9.nextDown))
    let day = OpenFact(column: 0, kind: .day, extent: .numbers(from: 0, to: 100))
    let above = Bounds(lower: 7, upper: .infinity, isLowerOpen: true, isUpperOpen: true)
    let (late, early) = try #require(day.split(day.extent, by: .within(above)))
    #expect(late == .numbers(from: 8, to: 100) && early == .numbers(from: 0, to: 7))
  }

  @Test func sixtyFourHalvesLeadToASingleNumber() {
    for (lower, upper) in [(0.0, 1e30), (-1e30, 1e30), (-5, -1), (0.1, 0.2)] {
      let fact = OpenFact(column: 0, kind: .number, extent: .numbers(from: lower, to: upper))
      for takesFirst in [true, false] {
        var extent = fact.extent
        var steps = 0
        while let (one, other) = fact.halves(extent) {
          #expect(one.lower == extent.lower && other.upper == extent.upper && one.upper.nextUp == other.lower)
          extent = takesFirst ? one : other
          steps += 1
        }
        #expect(steps <= 64 && extent.lower == (takesFirst ? lower : upper))
      }
    }
  }

  /// What the kernel says of a block known in part holds for everything that it can still be.
  @Test(arguments: 0..<30)
  func whatIsSaidOfAPartHoldsInAllOfIt(seed: Int) throws {
    var shape = RandomPackShape()
    shape.facts = 4...8
    let rules = try compiled(RandomPacks(seed: UInt64(seed), shape).packs)
    let circumstances = rules.circumstances(of: try rules.profile(["date": "2026-11-20"]).profile)
    let open = rules.openFacts([:])
    var dice = TestSupport.SplitMix64(seed: UInt64(seed))
    var whole = WorldBlock(columnCount: rules.program.columnCount)
    var points = whole
    for lane in 0..<WorldBlock.width {
      for fact in open {
        var extent = fact.extent
        for comparison in rules.program.comparisons where comparison.column == fact.column && dice.chance(0.4) {
          guard let (one, other) = fact.split(extent, by: comparison.test) else { continue }
          extent = dice.chance(0.5) ? one : other
        }
        fact.fill(&whole, lane: lane, with: extent)
        fact.fill(&points, lane: lane, with: fact.sample(extent))
      }
    }
    // Conditions over facts only: outcomes of decisions are handed on as they stand.
    let last = rules.program.operations.firstIndex { if case .decide = $0 { true } else { false } } ?? 0
    var (partly, fully) = (Kernel(rules.program, circumstances), Kernel(rules.program, circumstances))
    let facts = Course(rules.program, Array(0..<last))
    partly.evaluate(facts, on: &whole)
    fully.evaluate(facts, on: &points)
    for register in 0..<rules.program.registerCount {
      #expect(partly.truths[register].yes & ~fully.truths[register].yes == 0)
      #expect(partly.truths[register].no & ~fully.truths[register].no == 0)
    }
  }
}
