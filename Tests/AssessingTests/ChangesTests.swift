import Assessing
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Drivers, flips and relaxations (method.md, section 8): every one of them is tried out, on random packs.
@Suite struct ChangesTests {
  @Test(arguments: 0..<40)
  func everyFlipDoesWhatItSaysAndNoSmallerChangeDoes(seed: Int) throws {
    for number in 0..<5 {
      let (rules, assessment) = try sample(UInt64(seed * 5 + number))
      for decision in assessment.decisions {
        guard let changes = assessment.changes(of: decision.id) else {
          #expect(decision.variantByScore == nil)
          continue
        }
        #expect(changes.flips.count <= 5)
        for flip in changes.drivers + changes.flips {
          let after = try #require(changed(assessment, flip.changes, rules).decision(decision.id))
          #expect(after.variantByScore == flip.variant && after.recommendedByScore == flip.recommended)
          #expect(flip.recommended != decision.recommendedByScore)
          #expect(!flip.changes.contains { $0.fact.fact.isFixed })
        }
        for flip in changes.flips where flip.changes.count == 2 {
          let drivers = changes.drivers.flatMap(\.changes)
          for change in flip.changes { #expect(!drivers.contains { $0.id == change.id && $0.to == change.to }) }
        }
        try expectAllDrivers(changes, decision, assessment, rules)
      }
    }
  }

  /// Every other choice of every answered choice, tried one by one.
  private func expectAllDrivers(
    _ changes: DecisionChanges,
    _ decision: AssessedDecision,
    _ assessment: Assessment,
    _ rules: CompiledRules
  ) throws {
    for fact in assessment.facts where fact.origin == .answered && !fact.fact.fact.isFixed {
      guard case .choice(let current)? = assessment.profile.answers[fact.id] else { continue }
      for choice in fact.fact.fact.choices where choice.name.id != current {
        let change = ChangedAnswer(fact: fact.fact, from: .choice(current), to: .choice(choice.name.id))
        let after = try #require(changed(assessment, [change], rules).decision(decision.id))
        let isDriver = after.variantByScore != nil && after.recommendedByScore != decision.recommendedByScore
        #expect(changes.drivers.contains { $0.changes[0].id == fact.id && $0.changes[0].to == change.to } == isDriver)
      }
    }
  }

  @Test(arguments: 0..<40)
  func everyRelaxationReadmitsItsOption(seed: Int) throws {
    for number in 0..<5 {
      let (rules, assessment) = try sample(UInt64(1_000 + seed * 5 + number))
      for leaf in assessment.decisions.flatMap(\.leaves) {
        guard let relaxation = assessment.relaxation(of: leaf.id) else {
          #expect(!leaf.isExcluded)
          continue
        }
        #expect(leaf.isExcluded)
        for way in relaxation.ways {
          let all = changed(assessment, way.changes, rules).decisions
          let after = try #require(all.first { $0.leaf(leaf.id) != nil })
          #expect(after.leaf(leaf.id)?.isExcluded == false)
          #expect(after.leaf(leaf.id)?.score == way.score)
          #expect((after.variantByScore == leaf.id) == way.wins)
          #expect(!way.changes.contains { $0.fact.fact.isFixed })
          guard way.changes.count > 1 else { continue }
          for change in way.changes {
            let partly = changed(assessment, way.changes.filter { $0.id != change.id }, rules)
            #expect(partly.decisions.contains { $0.leaf(leaf.id)?.isExcluded == true })
          }
        }
      }
    }
  }

  private func sample(_ seed: UInt64) throws -> (CompiledRules, Assessment) {
    var shape = RandomPackShape()
    shape.facts = 4...8
    shape.addons = 0...1
    let rules = try compiled(RandomPacks(seed: seed, shape).packs)
    var profiles = RandomProfile(rules.catalogue, seed: seed)
    profiles.answered = 0.8
    return (rules, try rules.assessment(of: profiles.profile()))
  }

  private func changed(_ assessment: Assessment, _ changes: [ChangedAnswer], _ rules: CompiledRules) -> Assessment {
    var answers = assessment.profile.answers
    for change in changes { answers[change.id] = change.to }
    return assess(assessment.profile.with(answers), rules)
  }

  // MARK: Values tried

  @Test func triesTheNearestValueOfEveryOtherCell() throws {
    let rules = try compiled(
      """
      {"facts": [{"id": "n", "type": "number", "minimum": 0, "maximum": 100}],
       "criteria": [{"id": "c"}], "decisions": [{"id": "d"}],
       "options": [{"id": "a", "decision": "d", "preference": 1}, {"id": "b", "decision": "d"}],
       "rules": [
         {"id": "low", "when": {"n": {"atMost": 10}}, "criterion": "c", "rate": {"a": 1}},
         {"id": "middle", "when": {"n": {"above": 10, "below": 99.9}}, "criterion": "c", "rate": {"b": 1}},
         {"id": "high", "when": {"n": {"atLeast": 99.9}}, "criterion": "c", "rate": {"b": 2}}]}
      """
    )
    let assessment = try rules.assessment(answers: #"{"n": 4}"#)
    let drivers = try #require(assessment.changes(of: "d")).drivers
    #expect(drivers.map { $0.changes[0].to } == [.number(11), .number(99.9)])
  }

  @Test func findsWhereAFormulaTurns() throws {
    let rules = try compiled(
      """
      {"facts": [{"id": "n", "type": "number", "minimum": 1}, {"id": "m", "type": "number"},
         {"id": "total", "type": "number", "derive": {"product": ["n", "m"]}}],
       "criteria": [{"id": "c"}], "decisions": [{"id": "d"}],
       "options": [{"id": "a", "decision": "d", "preference": 1}, {"id": "b", "decision": "d"}],
       "rules": [
         {"id": "small", "when": {"total": {"below": 64}}, "criterion": "c", "rate": {"a": 1}},
         {"id": "large", "when": {"total": {"atLeast": 64}}, "criterion": "c", "rate": {"b": 1}}]}
      """
    )
    let assessment = try rules.assessment(answers: #"{"n": 2, "m": 4}"#)
    let drivers = try #require(assessment.changes(of: "d")).drivers
    #expect(
      drivers.map { "\($0.changes[0].id) \($0.changes[0].to)" } == [
        "m \(FactValue.number(32))", "n \(FactValue.number(16))",
      ]
    )
  }

  @Test func neverChangesWhatIsFixed() throws {
    let rules = try compiled(
      """
      {"facts": [{"id": "law", "type": "boolean", "fixed": true}, {"id": "wish", "type": "boolean"}],
       "criteria": [{"id": "c"}], "decisions": [{"id": "d"}],
       "options": [{"id": "a", "decision": "d"}, {"id": "b", "decision": "d"}, {"id": "e", "decision": "d"}],
       "rules": [
         {"id": "forbidden", "when": {"law": true}, "exclude": ["a"]},
         {"id": "unwanted", "when": {"wish": true}, "exclude": ["e"]},
         {"id": "rated", "when": {"wish": true}, "criterion": "c", "rate": {"e": 3}}]}
      """
    )
    let assessment = try rules.assessment(answers: #"{"law": true, "wish": true}"#)
    let law = try #require(assessment.relaxation(of: "a"))
    #expect(law.ways.isEmpty && law.fixed.map(\.id) == ["law"])
    let wish = try #require(assessment.relaxation(of: "e"))
    #expect(wish.ways.map { $0.changes.map(\.id) } == [["wish"]] && wish.fixed.isEmpty)
    #expect(assessment.relaxation(of: "b") == nil)
    #expect(assessment.changes(of: "d")?.fixed.map(\.id) == ["law"], "what was left aside is named")
  }

  @Test func blamesNothingFixedWhereItDoesNotHelp() throws {
    let rules = try compiled(
      """
      {"facts": [{"id": "law", "type": "boolean", "fixed": true}, {"id": "open", "type": "boolean"}],
       "criteria": [{"id": "c"}], "decisions": [{"id": "d"}],
       "options": [{"id": "a", "decision": "d"}, {"id": "b", "decision": "d"}],
       "rules": [
         {"id": "never", "when": {"any": [{"law": true}, {"not": {"law": true}}]}, "exclude": ["a"]},
         {"id": "rated", "when": {"law": true}, "criterion": "c", "rate": {"b": 1}}]}
      """
    )
    let relaxation = try #require(try rules.assessment(answers: #"{"law": true}"#).relaxation(of: "a"))
    #expect(relaxation.ways.isEmpty && relaxation.isComplete && relaxation.fixed.isEmpty)
  }

  @Test func aSearchThatIsGivenUpSaysSoAndBlamesNothing() throws {
    let rules = try compiled(
      """
      {"facts": [{"id": "law", "type": "boolean", "fixed": true}, {"id": "m", "type": "boolean"},
         {"id": "n", "type": "boolean"}],
       "criteria": [{"id": "c"}], "decisions": [{"id": "d"}],
       "options": [{"id": "a", "decision": "d"}, {"id": "b", "decision": "d"}],
       "rules": [
         {"id": "forbidden", "when": {"any": [{"m": true}, {"n": true}]}, "exclude": ["a"]},
         {"id": "rated", "when": {"law": true}, "criterion": "c", "rate": {"b": 1}}]}
      """
    )
    let assessment = try rules.assessment(answers: #"{"law": true, "m": true, "n": true}"#)
    let whole = try #require(assessment.relaxation(of: "a"))
    #expect(whole.isComplete && whole.ways.map { $0.changes.map(\.id) } == [["m", "n"]])
    let given = try #require(assessment.relaxation(of: "a", limit: 2))
    #expect(!given.isComplete && given.ways.isEmpty && given.fixed.isEmpty)
  }
}
