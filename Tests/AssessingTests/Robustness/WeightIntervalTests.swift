import Assessing
import LocatedJSON
import RuleCompiler
import TestSupport
import Testing

/// The exact intervals of weights against a scan: assess again with one weight changed.
@Suite struct WeightIntervalTests {
  @Test(arguments: 0..<40)
  func winnersChangeWhereTheIntervalsEnd(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(500 + seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    profiles.answered = 0.9
    // Decisions of their own, so that the change of one does not move another.
    let profile: JSONValue = ["answers": profiles.answers(), "date": "2026-11-20"]
    let before = try rules.assessment(of: profile).measuringRobustness(SamplingPlan(draws: 1))
    for decision in before.decisions where decision.decision.dependencies.isEmpty {
      guard let found = before.robustness?.decision(decision.id) else { continue }
      #expect(
        found.weightIntervals.map(\.criterion) == (decision.variantByScore == nil ? [] : decision.criteria.map(\.id))
      )
      for interval in found.weightIntervals {
        try expect(interval, of: decision, in: profile, rules)
      }
    }
  }

  private func expect(
    _ interval: CriterionInterval,
    of decision: AssessedDecision,
    in profile: JSONValue,
    _ rules: CompiledRules
  ) throws {
    let others = decision.criteria.filter { $0.id != interval.criterion }.reduce(0) { $0 + $1.weight }
    for (range, winner) in [
      (interval.option, \AssessedDecision.recommendedByScore), (interval.leaf, \AssessedDecision.variantByScore),
    ] {
      #expect(range.from >= 0 && range.from <= interval.weight && range.to.map { $0 >= interval.weight } ?? true)
      #expect(range.toShare >= range.fromShare && (range.to == nil) == (range.toShare == 1))
      if let to = range.to { #expect((range.toShare - to / (to + others)).magnitude < 1e-12) }
      func wins(_ weight: Double) throws -> Bool {
        var changed = profile
        changed["weights"] = .object([JSONValue.Member(interval.criterion, .number(weight))])
        let after = try #require(try rules.assessment(of: changed).decision(decision.id))
        return after[keyPath: winner] == decision[keyPath: winner]
      }
      // Well inside it stays, a little outside it does not. Not at 0: there the criterion no longer speaks at all.
      let end = range.to ?? max(1e6, 10 * interval.weight)
      for part in [0.001, 0.25, 0.5, 0.75, 0.999] {
        let weight = range.from + part * (end - range.from)
        if weight > 0, range.from < end { #expect(try wins(weight), "\(interval) \(weight)") }
      }
      if range.from > 0 { #expect(try !wins(range.from * (1 - 1e-6)), "\(interval)") }
      if let to = range.to { #expect(try !wins(to * (1 + 1e-6)), "\(interval)") }
    }
  }

  /// Control must weigh more than four for B to overtake (method.md, section 9).
  @Test func theWorkedExampleTurnsAtFour() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "on", "type": "boolean" } ],
        "criteria": [ { "id": "cost", "weight": 2, "scale": 12 }, { "id": "control", "weight": 1, "scale": 12 } ],
        "decisions": [ { "id": "d" } ],
        "options": [ { "id": "A", "decision": "d" }, { "id": "B", "decision": "d" } ],
        "rules": [
          { "id": "r1", "when": { "on": true }, "criterion": "cost", "weight": 2, "rate": { "A": 3, "B": -1 } },
          { "id": "r2", "when": { "on": true }, "criterion": "cost", "weight": 1, "rate": { "B": 2 } },
          { "id": "r3", "when": { "on": true }, "criterion": "control", "weight": 1, "rate": { "B": 3 } } ] }
      """
    )
    let found = try #require(
      try rules.assessment(answers: #"{ "on": true }"#).measuringRobustness(SamplingPlan(draws: 1)).robustness?
        .decision("d")
    )
    let (control, cost) = (found.weightIntervals[0], found.weightIntervals[1])
    #expect(control.criterion == "control" && control.option.from == 0 && control.option.to == 4)
    #expect(control.option == control.leaf && control.option.fromShare == 0)
    #expect((control.option.toShare - 4.0 / 6).magnitude < 1e-15)
    #expect(cost.option.from == 0.5 && cost.option.to == nil && cost.option.toShare == 1)
    #expect((cost.option.fromShare - 0.5 / 1.5).magnitude < 1e-15)
  }

  /// Two variants share the work: one is ahead of the rival at low weights, the other at high ones.
  @Test func anOptionStaysFirstWithOneVariantOrAnother() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "on", "type": "boolean" } ],
        "criteria": [ { "id": "x", "weight": 1, "scale": 12 }, { "id": "y", "weight": 1, "scale": 12 } ],
        "decisions": [ { "id": "d" } ],
        "options": [ { "id": "A", "decision": "d" }, { "id": "A1", "decision": "d", "variantOf": "A" },
                     { "id": "A2", "decision": "d", "variantOf": "A" }, { "id": "B", "decision": "d" } ],
        "rules": [
          { "id": "r1", "when": { "on": true }, "criterion": "x", "rate": { "A1": 3, "B": 1 } },
          { "id": "r2", "when": { "on": true }, "criterion": "y", "rate": { "A2": 2, "B": 1 } } ] }
      """
    )
    let found = try #require(
      try rules.assessment(answers: #"{ "on": true }"#).measuringRobustness(SamplingPlan(draws: 1)).robustness?
        .decision("d")
    )
    // A1 leads B while 2x > y, A2 while y > x: one of them always does. A1 itself is ahead of A2 while 3x > 2y.
    #expect(
      found.weightIntervals.map(\.option.from) == [0, 0] && found.weightIntervals.map(\.option.to) == [nil, nil]
    )
    #expect((found.weightIntervals[0].leaf.from - 2.0 / 3).magnitude < 1e-15)
    #expect(found.weightIntervals[1].leaf.to == 1.5)
  }
}
