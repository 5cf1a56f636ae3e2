import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What the scoring guarantees (the end of method.md, section 4), on random packs and worlds.
@Suite struct GuaranteeTests {
  @Test(arguments: 0..<25)
  func aReasonInFavourNeverLowersScoreLeadOrRank(seed: Int) throws {
    var packs = try packsWithProbe(seed: seed)
    var dice = SplitMix64(seed: UInt64(seed))
    let catalogue = LoadedPacks(packs.packs).catalogue
    let decision = dice.pick(catalogue.decisions)
    let option = dice.pick(decision.options.filter { $0.header.pack == "base" })
    let points = JSONValue.number(Double(dice.int(1...3)))
    packs.base.add(
      probeRule([
        "criterion": .string(dice.pick(catalogue.criteria).id), "weight": .number(Double(dice.int(1...5))),
        "rate": .object([JSONValue.Member(option.id, points)]),
      ]),
      to: "rules"
    )
    let rules = try compiled(packs.packs)
    let favoured = Set(decision.leaves(of: option.id))
    try compare(rules, rules, profilesFor: catalogue, seed: seed, answers: (["probe": false], ["probe": true])) {
      before,
      after in
      let old = try #require(before.decision(decision.id))
      let new = try #require(after.decision(decision.id))
      for leaf in new.leaves where favoured.contains(leaf.id) {
        let earlier = try #require(old.leaf(leaf.id))
        #expect(leaf.score >= earlier.score)
        #expect(leaf.rank.map { $0 <= earlier.rank ?? 0 } ?? (earlier.rank == nil))
        for rival in new.leaves where rival.family != leaf.family {
          let earlierRival = try #require(old.leaf(rival.id))
          #expect(leaf.score - rival.score >= earlier.score - earlierRival.score)
        }
      }
    }
  }

  @Test(arguments: 0..<20)
  func aRuleNeverMovesAnOptionItDoesNotName(seed: Int) throws {
    var packs = try packsWithProbe(seed: seed)
    var dice = SplitMix64(seed: UInt64(seed))
    let catalogue = LoadedPacks(packs.packs).catalogue
    let decision = dice.pick(catalogue.decisions)
    let named = dice.some(decision.options.filter { $0.header.pack == "base" }.map(\.id), 1...2)
    packs.base.add(
      probeRule([
        "criterion": .string(dice.pick(catalogue.criteria).id), "weight": 5,
        "rate": .object(named.map { JSONValue.Member($0, dice.pick([-3, 3, "unknown"])) }),
        "exclude": .strings(Array(named.prefix(1))), "confirm": .object(named.map { JSONValue.Member($0, "?") }),
      ]),
      to: "rules"
    )
    let rules = try compiled(packs.packs)
    let touched = Set(named.flatMap { decision.leaves(of: $0) })
    try compare(rules, rules, profilesFor: catalogue, seed: seed, answers: (["probe": false], ["probe": true])) {
      before,
      after in
      for leaf in try #require(after.decision(decision.id)).leaves where !touched.contains(leaf.id) {
        let earlier = try #require(before.decision(decision.id)?.leaf(leaf.id))
        #expect(leaf.score == earlier.score)
        #expect(leaf.excludedBy == earlier.excludedBy)
        #expect(leaf.confirm.map(\.rule) == earlier.confirm.map(\.rule))
      }
    }
  }

  /// The newcomer is about one decision, which it looks at in no other pack's stead: no adjustment, only its own options,
  /// criteria that count already.
  @Test(arguments: 0..<25)
  func aPackAboutItsOwnOptionsNeverReordersTheOlderOnes(seed: Int) throws {
    let packs = RandomPacks(seed: UInt64(seed)).packs
    let older = try compiled(packs)
    var dice = SplitMix64(seed: UInt64(seed))
    guard let decision = dice.shuffled(older.catalogue.decisions).first(where: { !$0.criteria.isEmpty }) else { return }
    var newcomer = PackText(id: "newcomer", requires: ["base"], optional: [])
    newcomer.add(["id": "probe", "type": "boolean", "default": true], to: "facts")
    for id in ["new", "new.one", "new.two"] {
      var option: JSONValue = ["id": .string(id), "decision": .string(decision.id), "preference": 1]
      if id != "new" { option["variantOf"] = "new" }
      newcomer.add(option, to: "options")
    }
    for number in 0..<4 {
      var rule: JSONValue = ["id": .string("newcomer-\(number)"), "when": ["probe": true]]
      if number < 3 {
        let criterion = dice.pick(
          decision.criteria.filter { id in older.catalogue.criterion(id)?.criterion.header.pack == "base" }
        )
        rule["criterion"] = .string(criterion)
        rule["rate"] = .object([JSONValue.Member(dice.pick(["new", "new.one"]), .number(Double(dice.int(-3...3))))])
      }
      if number > 1 { rule["exclude"] = ["new.two"] }
      if number == 3 { rule["confirm"] = ["new": "?"] }
      newcomer.add(rule, to: "rules")
    }
    let newer = try compiled(packs + [newcomer])
    try compare(older, newer, profilesFor: older.catalogue, seed: seed) { before, after in
      let old = try #require(before.decision(decision.id))
      let new = try #require(after.decision(decision.id)).leaves.filter { !$0.id.hasPrefix("new") }
      #expect(new.map(\.id) == old.leaves.map(\.id))
      #expect(new.map(\.score) == old.leaves.map(\.score))
      #expect(new.map(\.isExcluded) == old.leaves.map(\.isExcluded))
    }
  }

  @Test(arguments: 0..<12)
  func scalingAllWeightsChangesNoScore(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    var profile = profiles.profile()
    func weights(_ factor: Double) -> JSONValue {
      .object(rules.catalogue.criteria.map { JSONValue.Member($0.id, .number($0.weight * factor)) })
    }
    profile["weights"] = weights(1)
    let one = try rules.assessment(of: profile)
    for factor in [1e-6, 0.3, 7, 12_345] {
      profile["weights"] = weights(factor)
      let other = try rules.assessment(of: profile)
      // A later decision may hang on a tie that the last bit decides; the first one cannot.
      let (before, after) = (try #require(one.decisions.first), try #require(other.decisions.first))
      for leaf in before.leaves {
        #expect((try #require(after.leaf(leaf.id)).score - leaf.score).magnitude <= 1e-9)
      }
      #expect((before.evidence - after.evidence).magnitude <= 1e-9)
    }
  }

  @Test(arguments: 0..<20)
  func excludedNeverRanksAboveAllowed(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(300 + seed)).packs)
    try compare(rules, rules, profilesFor: rules.catalogue, seed: seed) { assessment, _ in
      for decision in assessment.decisions {
        let places = decision.leaves.map(\.isExcluded)
        #expect(places == places.filter { !$0 } + places.filter { $0 })
        #expect(
          decision.leaves.compactMap(\.rank) == Array(1...decision.leaves.count).prefix(places.count { !$0 }).map { $0 }
        )
        for leaf in decision.leaves { #expect(leaf.isExcluded == !leaf.excludedBy.isEmpty) }
        guard decision.decidedBy == .score else { continue }
        #expect(decision.variant == decision.leaves.first?.id)
        #expect(decision.chosenLeaf?.isExcluded == false)
      }
    }
  }

  /// A criterion without weight is as if no rule rated under it.
  @Test(arguments: 0..<20)
  func weightZeroRemovesACriterion(seed: Int) throws {
    var packs = RandomPacks(seed: UInt64(seed))
    let rules = try compiled(packs.packs)
    var dice = SplitMix64(seed: UInt64(seed))
    let criterion = dice.pick(rules.catalogue.criteria).id
    packs.replace("rules") { rule in
      guard rule["criterion"] == .string(criterion), let rate = rule["rate"]?.members else { return [rule] }
      var silent = rule
      for key in ["criterion", "rate", "weight"] { silent[key] = nil }
      silent["notes"] = [["text": "note"]]
      // An "unknown" still asks to confirm; the profile may have clarified that.
      let asked = rate.filter { $0.value == "unknown" }
      var questions = rule["confirm"] ?? [:]
      for rating in asked where questions[rating.key] == nil { questions[rating.key] = "?" }
      if questions.members?.isEmpty == false { silent["confirm"] = questions }
      return [silent]
    }
    let without = try compiled(packs.packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    for _ in 0..<5 {
      var profile = profiles.profile()
      var weights = profile["weights"] ?? [:]
      weights[criterion] = 0
      profile["weights"] = weights
      let one = try rules.assessment(of: profile)
      let other = try without.assessment(of: profile)
      for (before, after) in zip(one.decisions, other.decisions) {
        #expect(summaryWithoutQuestions(before) == summaryWithoutQuestions(after))
        #expect(!before.criteria.contains { $0.id == criterion })
        #expect(!before.leaves.contains { $0.contributions.contains { $0.criterion == criterion } })
      }
    }
  }

  private func summaryWithoutQuestions(_ decision: AssessedDecision) -> String {
    let leaves = decision.leaves.map { "\($0.id) \($0.rank ?? 0) \($0.score.bitPattern) \($0.excludedBy)" }
    return "\(decision.variant ?? "-") \(decision.evidence) \(decision.reason.map { "\($0)" } ?? "-") \(leaves)"
  }

  @Test(arguments: 0..<20)
  func anEmptyProfileHasNotEnoughFacts(seed: Int) throws {
    var shape = RandomPackShape()
    shape.hasDefaults = false
    let rules = try compiled(RandomPacks(seed: UInt64(seed), shape).packs)
    expectNothing(try rules.assessment(of: "{}"))
    let asked = rules.catalogue.facts.filter { $0.derivation == nil }.map { JSONValue.Member($0.id, nil) }
    expectNothing(try rules.assessment(of: ["answers": .object(asked)]))
  }

  @Test func anEmptyProfileHasNotEnoughFactsForTheRepository() throws {
    expectNothing(try Repository.packs().compiled().assessment(of: "{}"))
  }

  private func expectNothing(_ assessment: Assessment) {
    for decision in assessment.decisions {
      #expect(decision.reason == .notEnoughFacts)
      #expect(decision.recommended == nil)
      #expect(decision.evidence == 0)
      #expect(decision.leaves.allSatisfy { $0.score == 0 && !$0.isExcluded })
    }
    for (id, truth) in assessment.ruleTruths { #expect(truth == .unknown, "\(id)") }
    #expect(!assessment.isComplete)
  }
}
