import Engine
import RuleCompiler
import TestSupport
import Testing

@Suite struct RuleBookBytesTests {
  @Test func ourPacksComeBackAsTheyWere() throws {
    let bytes = RuleBookBytes.write(try Repository.packs().compiled().book)
    let book = try #require(RuleBookBytes.read(bytes))
    #expect(RuleBookBytes.write(book) == bytes)
  }

  @Test(arguments: 0..<60) func randomPacksComeBackAsTheyWere(seed: UInt64) throws {
    let bytes = RuleBookBytes.write(try compiled(RandomPacks(seed: seed).packs).book)
    let book = try #require(RuleBookBytes.read(bytes))
    #expect(RuleBookBytes.write(book) == bytes)
  }

  @Test func refusesEveryShorterText() throws {
    let bytes = RuleBookBytes.write(try compiled(RandomPacks(seed: 3).packs).book)
    for count in 0..<bytes.count where RuleBookBytes.read(Array(bytes[..<count])) != nil {
      Issue.record("\(count) of \(bytes.count) bytes are taken for a book")
    }
    #expect(RuleBookBytes.read(bytes + [0]) == nil)
  }

  @Test func refusesAnotherVersion() throws {
    var bytes = RuleBookBytes.write(try compiled(RandomPacks(seed: 3).packs).book)
    bytes[4] += 1
    #expect(RuleBookBytes.read(bytes) == nil)
  }

  /// Whatever is taken for a book can be worked with: a trap ends the tests.
  @Test(arguments: 0..<12) func damagedBooksAreRefusedOrHarmless(seed: UInt64) throws {
    let cases = try LiveCases.random(seed: seed, profiles: 1)
    var dice = TestSupport.SplitMix64(seed: seed)
    var taken = 0
    for _ in 0..<300 {
      var bytes = cases.book
      for _ in 0..<dice.int(1...3) { bytes[dice.int(0...bytes.count - 1)] = UInt8(dice.int(0...255)) }
      guard let session = LiveSession(bytes) else { continue }
      taken += 1
      guard session.open(cases.cases[0]) else { continue }
      for decision in 0..<session.decisionCount {
        _ = session.settling(decision, limit: 64)
        _ = session.flips(decision)
      }
      _ = session.firmness(DrawingPlan(draws: 64, seed: 1, keepsOrder: false))
    }
    #expect(taken > 0)
  }

  @Test(arguments: 0..<6) func damagedCasesAreRefusedOrHarmless(seed: UInt64) throws {
    let cases = try LiveCases.random(seed: seed, profiles: 1)
    let session = try #require(LiveSession(cases.book))
    var dice = TestSupport.SplitMix64(seed: seed)
    for _ in 0..<500 {
      var bytes = cases.cases[0]
      for _ in 0..<dice.int(1...3) { bytes[dice.int(0...bytes.count - 1)] = UInt8(dice.int(0...255)) }
      if session.open(bytes) { _ = session.settling(0, limit: 64) }
    }
    for count in 0..<cases.cases[0].count {
      let isTaken = session.open(Array(cases.cases[0][..<count]))
      #expect(!isTaken)
    }
  }
}
