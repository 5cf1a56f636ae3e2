import Assessing
import Engine
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Random worlds counted (`packs balance`).
@Suite struct BalanceTests {
  @Test func countsWhatThePlainMeaningSaysOfEveryWorld() throws {
    for seed in 1...12 {
      let rules = try compiled(RandomPacks(seed: UInt64(seed)).packs)
      let today = CalendarDate("2026-11-20")
      // Not a multiple of the lanes of a block.
      let worlds = 150
      let balance = rules.balance(worlds: worlds, seed: UInt64(seed), today: today)
      var expected: [String: Tally] = [:]
      for world in 0..<worlds {
        let evaluator = plainWorld(world, rules, seed: UInt64(seed), today: today)
        for decision in rules.catalogue.decisions {
          expected[decision.id, default: Tally()].add(evaluator.decisionOutcomes[decision.id], decision)
        }
      }
      for decision in balance.decisions {
        let tally = try #require(expected[decision.id])
        #expect(decision.applicable == tally.applicable && decision.decided == tally.wins.values.reduce(0, +))
        #expect(decision.notEnoughFacts == tally.notEnough && decision.noSolution == tally.noSolution)
        #expect((decision.meanEvidence - tally.evidence / Double(max(1, tally.applicable))).magnitude < 1e-9)
        for leaf in decision.families.flatMap(\.leaves) {
          #expect(leaf.wins == tally.wins[leaf.id, default: 0], "seed \(seed) leaf \(leaf.id)")
          #expect(leaf.excluded == tally.excluded[leaf.id, default: 0])
        }
        #expect((decision.margins.mean - Spread(tally.margins).mean).magnitude < 1e-6)
        #expect(decision.margins.count == tally.margins.count)
      }
    }
  }

  private struct Tally {
    var applicable = 0
    var notEnough = 0
    var noSolution = 0
    var evidence = 0.0
    var wins: [String: Int] = [:]
    var excluded: [String: Int] = [:]
    var margins: [Double] = []

    mutating func add(_ outcome: ObviousDecision?, _ decision: LinkedDecision) {
      guard let outcome, outcome.applicable != .no else { return }
      applicable += 1
      evidence += outcome.evidence
      for (leaf, rules) in outcome.excludedBy where !rules.isEmpty { excluded[leaf, default: 0] += 1 }
      guard let winner = outcome.recommendedLeaf else {
        if outcome.hasEnoughFacts { noSolution += 1 } else { notEnough += 1 }
        return
      }
      wins[winner, default: 0] += 1
      let family = decision.leaves.first { $0.id == winner }?.family
      let rival = outcome.ranking.first { id in
        outcome.excludedBy[id]?.isEmpty == true && decision.leaves.first { $0.id == id }?.family != family
      }
      if let rival { margins.append((outcome.scores[winner] ?? 0) - (outcome.scores[rival] ?? 0)) }
    }
  }

  /// One of the worlds that the balance draws, evaluated in the plainest way.
  private func plainWorld(_ world: Int, _ rules: CompiledRules, seed: UInt64, today: CalendarDate?) -> ObviousEvaluator
  {
    var block = WorldBlock(columnCount: rules.program.columnCount)
    var random = Engine.SplitMix64(seed: seed, world: world)
    rules.drawTable(today: today).draw(into: &block, lane: 0, using: &random)
    var answers: [String: FactValue] = [:]
    for fact in rules.catalogue.facts where fact.derivation == nil {
      if case .known(let value) = rules.state(ofFact: fact, in: block, lane: 0) { answers[fact.id] = value }
    }
    var evaluator = ObviousEvaluator(catalogue: rules.catalogue, answers: answers, today: today)
    evaluator.evaluate()
    return evaluator
  }

  private let pack = """
    { "facts": [ { "id": "f", "type": "choice", "choices": [ { "id": "x" }, { "id": "y" }, { "id": "z" } ],
                   "prior": { "x": 0.5, "y": 0.25, "z": 0.25 } }, { "id": "live", "type": "date" } ],
      "criteria": [ { "id": "c", "scale": 100 } ], "decisions": [ { "id": "d" } ],
      "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" },
                   { "id": "b1", "decision": "d", "variantOf": "b" }, { "id": "b2", "decision": "d", "variantOf": "b" },
                   { "id": "never", "decision": "d" } ],
      "rules": [ { "id": "r1", "when": { "f": "x" }, "criterion": "c", "rate": { "a": 3, "never": -3 } },
                 { "id": "r2", "when": { "f": "y" }, "criterion": "c", "rate": { "b1": 2, "never": 1 } },
                 { "id": "r3", "when": { "f": "z" }, "exclude": ["a", "b", "never"] } ] }
    """

  @Test func sharesFollowThePriors() throws {
    let balance = try compiled(pack).balance(worlds: 20_000)
    let decision = try #require(balance.decisions.first)
    // Five standard errors of a share of a half over 20,000 worlds are 1.8 %.
    #expect((decision.share(decision.families[0].wins) - 0.5).magnitude < 0.018 && decision.families[0].id == "a")
    #expect((decision.share(decision.noSolution) - 0.25).magnitude < 0.018)
    #expect(decision.neverWinners == ["never"] && decision.neverWinningVariants == ["b2"])
    #expect(decision.families.map(\.margins.mean) == [3, 1, 0])
    #expect(decision.margins.quantiles == [1, 1, 3, 3, 3] && decision.close == 0 && decision.ties == 0)
    #expect(balance.undrawn == ["live"])
  }

  @Test func theSameSeedGivesTheSameNumbersAndAnotherOneOthers() throws {
    let rules = try compiled(pack)
    func wins(_ seed: UInt64, _ worlds: Int = 1000) -> [Int] {
      rules.balance(worlds: worlds, seed: seed).decisions.flatMap(\.families).map(\.wins)
    }
    #expect(wins(1) == wins(1) && wins(1) != wins(2))
    #expect(wins(1, 1).reduce(0, +) <= 1)
  }

  @Test(
    arguments: [
      ([], [0, 0, 0, 0, 0]), ([7], [7, 7, 7, 7, 7]), ([4, 1, 3, 2], [1, 1, 2, 3, 4]),
    ] as [([Double], [Double])]
  )
  func quantilesAreNumbersThatOccurred(numbers: [Double], quantiles: [Double]) {
    #expect(Spread(numbers).quantiles == quantiles)
  }

  @Test func tenThousandWorldsOfOurPacksAreCounted() throws {
    let balance = try Repository.packs().compiled().balance()
    let decision = try #require(balance.decisions.first)
    #expect(decision.applicable == 10_000 && decision.neverWinners == [])
  }
}
