import LocatedJSON
import RuleCompiler
import TestSupport
import Testing

@testable import Assessing

/// Looking ahead in an interview.
@Suite struct ForeseenTests {
  /// The platform hangs on a, b and c; the tool on the platform and on d.
  private static let content = """
    { "criteria": [ { "id": "k", "weight": 1 } ],
      "decisions": [ { "id": "main", "importance": 5 }, { "id": "tool", "importance": 2 } ],
      "options": [ { "id": "x", "decision": "main" }, { "id": "y", "decision": "main" },
        { "id": "s", "decision": "tool" }, { "id": "t", "decision": "tool" } ],
      "facts": [ { "id": "sure", "type": "boolean" }, { "id": "a", "type": "boolean" }, { "id": "b", "type": "boolean" }, { "id": "d", "type": "boolean" } ],
      "rules": [ { "id": "base", "when": { "sure": true }, "criterion": "k", "rate": { "x": 1 } },
        { "id": "large", "when": { "a": true }, "criterion": "k", "weight": 3, "rate": { "y": 3 } },
        { "id": "small", "when": { "b": true }, "criterion": "k", "rate": { "y": 2 } },
        { "id": "follows", "when": { "decision.main": "x" }, "criterion": "k", "weight": 5, "rate": { "s": 3 } },
        { "id": "tool-base", "when": { "sure": true }, "criterion": "k", "rate": { "t": 1 } },
        { "id": "own", "when": { "d": true }, "criterion": "k", "rate": { "s": 2 } } ] }
    """

  private static func foreseen(
    _ answers: String
  ) throws -> (gains: [String: Double], settled: [String], pursued: [String]) {
    let rules = try compiled(content)
    let now = try rules.assessment(answers: answers)
    let seen = foresee(now)
    let gains = seen.gains.map { (rules.catalogue.facts[$0.key].id, $0.value) }
    return (
      Dictionary(gains) { first, _ in first },
      zip(now.decisions, seen.outlooks).filter { $1.isSettled }.map { $0.0.id },
      seen.pursued.sorted().map { now.decisions[$0].id }
    )
  }

  @Test func theMostImportantOpenDecisionIsPursuedFirstThenAllOthers() throws {
    #expect(try Self.foreseen(#"{ "sure": true }"#).pursued == ["main"])
    #expect(try Self.foreseen(#"{ "sure": true, "a": true }"#).pursued == ["tool"])
    #expect(try Self.foreseen(#"{ "sure": true, "a": false, "b": false }"#).pursued == [])
  }

  /// x leads by 1, y may still gain 9 and 2: y lacks least, 1, and nothing any more once a or b is true. Where one of them
  /// is false it lacks as much as before.
  @Test func aQuestionIsWorthWhatItTakesFromTheDoubt() throws {
    let gains = try Self.foreseen(#"{ "sure": true }"#).gains
    #expect(abs((gains["a"] ?? 0) - 5 * 0.5) < 1e-9)
    #expect(abs((gains["b"] ?? 0) - 5 * 0.5) < 1e-9)
    #expect(gains["d", default: 0] == 0)
  }

  @Test func whatFollowsFromSettledDecisionsIsSettled() throws {
    let rules = try compiled(Self.content)
    let now = try rules.assessment(answers: #"{ "sure": true, "a": false, "b": false, "d": true }"#)
    let open = DecisionOutlook(isSettled: false, isVariantSettled: false)
    #expect(withConsequences([open, open], now).allSatisfy { $0.isSettled && $0.isVariantSettled })
    let early = try rules.assessment(answers: #"{ "sure": true, "a": false }"#)
    #expect(withConsequences([open, open], early) == [open, open])
    // Somebody proved the first one otherwise: then only d is open for the second.
    let firm = DecisionOutlook(isSettled: true, isVariantSettled: true)
    let answered = try rules.assessment(answers: #"{ "sure": true, "a": false, "d": true }"#)
    #expect(withConsequences([firm, open], answered) == [firm, firm])
  }

  /// On random packs, with answers added one by one, changed and taken away: what was carried along is at least what a fresh
  /// look shows, and nothing of it is refuted.
  @Test(arguments: 0..<30)
  func whatWasProvedIsUsedAgainOnlyWhereItHolds(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(seed) &+ 900).packs)
    var dice = RandomProfile(rules.catalogue, seed: UInt64(seed))
    var profile = dice.circumstances()
    profile["answers"] = [:]
    var before: (Assessment, Foreseen)?
    let facts = rules.catalogue.facts.filter { $0.derivation == nil }
    for _ in 0..<12 {
      let fact = dice.dice.pick(facts)
      profile["answers"]?[fact.id] = dice.dice.chance(0.2) ? .null : dice.answer(fact.fact)
      let now = try rules.assessment(of: profile)
      let seen = foresee(now, after: before)
      let truths = now.settle()
      for (place, (carried, fresh)) in zip(seen.outlooks, foresee(now).outlooks).enumerated() {
        #expect(carried.isSettled || !fresh.isSettled, "seed \(seed)")
        #expect(carried.isVariantSettled || !fresh.isVariantSettled, "seed \(seed)")
        let truth = truths[place]
        guard truth.isApplicable, truth.proof != .noSolution else { continue }
        if carried.isSettled { #expect(truth.settled != false, "\(truth.decision) with seed \(seed)") }
        if carried.isVariantSettled { #expect(truth.variantSettled != false, "\(truth.decision) with seed \(seed)") }
      }
      before = (now, seen)
    }
  }
}
