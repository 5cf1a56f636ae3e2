import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Differences of two cases: they add up, and every set of answers that is named does what is said of it.
@Suite struct CaseDifferenceTests {
  /// Pairs of random cases under random packs.
  private static func forEachPair(
    seed: Int,
    count: Int = 4,
    _ body: (Assessment, Assessment, CompiledRules) throws -> Void
  ) throws {
    for number in 0..<count {
      let seed = UInt64(9_000 + seed * count + number)
      let rules = try compiled(RandomPacks(seed: seed).packs)
      var profiles = RandomProfile(rules.catalogue, seed: seed)
      profiles.answered = 0.7
      let first = try rules.assessment(of: profiles.profile())
      try body(first, try rules.assessment(of: profiles.profile()), rules)
    }
  }

  @Test(arguments: 0..<50)
  func theRulesAddUpToTheChangeOfTheLead(seed: Int) throws {
    try Self.forEachPair(seed: seed) { before, after, _ in
      for decision in CaseDifference(from: before, to: after).decisions {
        guard let points = decision.points else {
          #expect(decision.before.variant == nil && decision.after.variant == nil)
          continue
        }
        func lead(_ side: AssessedDecision) throws -> Double {
          try #require(side.leaf(points.leaf)).score - (points.rival.map { try #require(side.leaf($0)).score } ?? 0)
        }
        let change = try lead(decision.after) - lead(decision.before)
        func near(_ sum: Double) -> Bool { (sum - change).magnitude < 1e-9 }
        #expect(near(points.difference))
        #expect(near(points.shifts.reduce(0) { $0 + $1.difference }))
        #expect(near(points.criteria.reduce(0) { $0 + $1.difference }))
        #expect(near(decision.attribution.parts.reduce(0) { $0 + $1.points }))
        let rules = decision.attribution.parts.flatMap(\.rules)
        #expect(Set(rules).count == rules.count && Set(rules) == Set(points.shifts.map(\.rule)))
      }
    }
  }

  @Test(arguments: 0..<30)
  func everyRuleIsPutDownToSomethingThatDiffers(seed: Int) throws {
    var parts = 0
    try Self.forEachPair(seed: seed) { before, after, _ in
      let difference = CaseDifference(from: before, to: after)
      for part in difference.decisions.flatMap(\.attribution.parts) {
        parts += 1
        #expect(!part.entries.isEmpty || !part.decisions.isEmpty, "\(part.rules)")
        for id in part.decisions { #expect(before.decision(id)?.variant != after.decision(id)?.variant) }
      }
    }
    #expect(parts > 0)
  }

  @Test(arguments: 0..<30)
  func whatIsEnoughAndWhatIsNeededIsTriedOut(seed: Int) throws {
    try Self.forEachPair(seed: seed) { before, after, rules in
      let difference = CaseDifference(from: before, to: after)
      let entries = difference.entries
      func variant(_ profile: LinkedProfile, _ id: String) -> String? {
        assess(profile, rules).decision(id).flatMap { $0.applicable == .no ? nil : $0.variant }
      }
      for decision in difference.decisions {
        let attribution = decision.attribution
        for set in attribution.sufficient {
          let changed = set.reduce(before.profile) { $0.with(entries[$1].after) }
          #expect(variant(changed, decision.id) == decision.after.variant)
        }
        for place in attribution.necessary {
          #expect(variant(after.profile.with(entries[place].before), decision.id) == decision.before.variant)
        }
        for place in attribution.offset {
          #expect(variant(before.profile.with(entries[place].after), decision.id) != decision.after.variant)
        }
        guard decision.before.variant != decision.after.variant else { continue }
        for place in entries.indices
        where variant(before.profile.with(entries[place].after), decision.id)
          == decision.after.variant
        {
          #expect(attribution.sufficient.contains([place]))
        }
      }
    }
  }

  @Test(arguments: 0..<20)
  func nothingDiffersFromItself(seed: Int) throws {
    try Self.forEachPair(seed: seed) { before, _, _ in
      let difference = CaseDifference(from: before, to: before)
      #expect(difference.entries.isEmpty && !difference.decisions.contains(where: \.isChanged))
    }
  }

  @Test(arguments: 0..<20)
  func theWayBackNamesTheSame(seed: Int) throws {
    try Self.forEachPair(seed: seed) { before, after, _ in
      let there = CaseDifference(from: before, to: after)
      let back = CaseDifference(from: after, to: before)
      #expect(there.entries.map(\.subject) == back.entries.map(\.subject))
      #expect(there.decisions.map(\.isAnother) == back.decisions.map(\.isAnother))
      #expect(there.newQuestions == back.goneQuestions && there.goneQuestions == back.newQuestions)
    }
  }

  // MARK: One case in detail

  private static let rules = """
    {"facts": [{"id": "big", "type": "boolean"}, {"id": "own", "type": "boolean"}, {"id": "idle", "type": "boolean"},
       {"id": "both", "type": "boolean", "derive": {"when": {"big": true, "own": true}}}],
     "criteria": [{"id": "cost", "weight": 2, "scale": 12}, {"id": "control", "weight": 1, "scale": 12}],
     "decisions": [{"id": "d"}, {"id": "later"}],
     "options": [{"id": "a", "decision": "d"}, {"id": "b", "decision": "d"},
       {"id": "x", "decision": "later", "preference": 1}, {"id": "y", "decision": "later"}],
     "rules": [
       {"id": "large", "when": {"big": true}, "criterion": "cost", "weight": 2, "rate": {"b": 3}},
       {"id": "small", "when": {"big": false}, "criterion": "cost", "rate": {"a": 3}},
       {"id": "joint", "when": {"both": true}, "criterion": "control", "rate": {"b": 2}},
       {"id": "follows", "when": {"decision.d": "b"}, "criterion": "cost", "rate": {"y": 2}},
       {"id": "basis", "when": {"decision.d": "a"}, "criterion": "cost", "rate": {"x": 2}}]}
    """

  private func difference(_ first: String, _ second: String) throws -> CaseDifference {
    let rules = try compiled(Self.rules)
    return CaseDifference(from: try rules.assessment(of: first), to: try rules.assessment(of: second))
  }

  @Test func aRuleThatReadsSeveralAnswersIsPutDownToAllOfThem() throws {
    let difference = try difference(
      #"{"answers": {"big": false, "own": false, "idle": true}}"#,
      #"{"answers": {"big": true, "own": true, "idle": false}}"#
    )
    let decision = try #require(difference.decision("d"))
    #expect(difference.entries.map(\.subject) == [.fact("big"), .fact("idle"), .fact("own")])
    #expect(decision.impact.effect == .flips && decision.points?.leaf == "b" && decision.points?.rival == "a")
    #expect(decision.attribution.parts.map(\.entries) == [[0], [0, 2]])
    #expect(decision.attribution.parts.map(\.rules) == [["large", "small"], ["joint"]])
    #expect(decision.attribution.sufficient == [[0]] && decision.attribution.necessary == [0])
  }

  @Test func whatFollowsFromAnotherDecisionIsPutDownToIt() throws {
    let later = try #require(
      try difference(#"{"answers": {"big": false}}"#, #"{"answers": {"big": true}}"#).decision("later")
    )
    #expect(later.attribution.parts.map(\.decisions) == [["d"]] && later.attribution.parts[0].points > 0)
  }

  @Test func otherWeightsAreOneCause() throws {
    let difference = try difference(
      #"{"answers": {"big": true, "own": true}}"#,
      #"{"answers": {"big": true, "own": true}, "weights": {"control": 4}}"#
    )
    let decision = try #require(difference.decision("d"))
    #expect(decision.impact.effect == .moves && decision.points?.shifts.allSatisfy { $0.why == .weights } == true)
    #expect(decision.attribution.parts.map(\.entries) == [[0]])
    #expect(difference.decision("later")?.isChanged == false, "one criterion is all of its weight, whatever the number")
  }

  @Test func notKnownIsNoOtherAnswerThanNotAsked() throws {
    #expect(try difference(#"{"answers": {"big": null}}"#, #"{"answers": {}}"#).entries.isEmpty)
  }
}
