import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

@testable import Assessing

/// Which questions can still matter.
@Suite struct InterviewInfluenceTests {
  private static let nothing = DecisionOutlook(isSettled: false, isVariantSettled: false)

  private static func influential(_ answers: String, _ content: String) throws -> Set<String> {
    let assessment = try compiled(content).assessment(answers: answers)
    return influentialFacts(assessment, assessment.decisions.map { _ in nothing })
  }

  private static let content = """
    { "criteria": [ { "id": "c", "weight": 1 }, { "id": "zero", "weight": 0 } ],
      "decisions": [ { "id": "d" } ],
      "options": [ { "id": "x", "decision": "d" }, { "id": "y", "decision": "d" } ],
      "facts": [ { "id": "a", "type": "boolean" }, { "id": "b", "type": "boolean" }, { "id": "e", "type": "number" },
        { "id": "gate", "type": "boolean" }, { "id": "behind", "type": "boolean", "relevantWhen": { "gate": true } },
        { "id": "large", "type": "boolean", "derive": { "when": { "e": { "above": 10 } } } },
        { "id": "assumed", "type": "boolean", "default": true }, { "id": "same", "type": "boolean" },
        { "id": "nothing", "type": "boolean" }, { "id": "asks", "type": "boolean" }, { "id": "unused", "type": "boolean" } ],
      "rules": [ { "id": "r1", "when": { "a": true }, "criterion": "c", "rate": { "x": 1 } },
        { "id": "r2", "when": { "a": true, "b": true }, "criterion": "c", "rate": { "y": 1 } },
        { "id": "r3", "when": { "any": [ { "large": true }, { "behind": true } ] }, "criterion": "c", "rate": { "y": 2 } },
        { "id": "r4", "when": { "assumed": true }, "criterion": "c", "rate": { "y": 1 } },
        { "id": "r5", "when": { "same": true }, "criterion": "c", "rate": { "x": 2, "y": 2 } },
        { "id": "r6", "when": { "nothing": true }, "criterion": "zero", "rate": { "x": 2 } },
        { "id": "r7", "when": { "asks": true }, "decision": "d", "confirm": { "*": "how?" } } ] }
    """

  @Test(
    arguments: [
      ("{}", ["a", "b", "e", "gate", "behind", "assumed", "same"]),
      (#"{ "assumed": false }"#, ["a", "b", "e", "gate", "behind", "same"]),
      (#"{ "assumed": false, "a": false }"#, ["e", "gate", "behind", "same"]),
      (#"{ "assumed": true, "a": false, "e": 20 }"#, []),
      (#"{ "assumed": true, "a": false, "e": { "from": 5, "to": 20 } }"#, ["e", "gate", "behind"]),
      (#"{ "assumed": true, "a": false, "e": 1, "gate": false }"#, []),
      (#"{ "assumed": true, "a": false, "e": 1, "gate": true }"#, ["behind"]),
      (#"{ "assumed": true, "a": false, "e": 1, "gate": null }"#, ["gate", "behind"]),
      (#"{ "assumed": true, "a": false, "e": 1, "behind": true }"#, ["gate"]),
      (#"{ "assumed": true, "a": null, "e": 20, "b": false }"#, ["a"]),
    ] as [(String, Set<String>)]
  )
  func followsWhatIsUnknown(answers: String, facts: Set<String>) throws {
    #expect(try Self.influential(answers, Self.content) == facts)
  }

  @Test func onlyWhatCanStillWinCounts() throws {
    let content = """
      { "criteria": [ { "id": "c" } ], "decisions": [ { "id": "d" } ],
        "options": [ { "id": "x", "decision": "d" }, { "id": "y", "decision": "d" }, { "id": "z", "decision": "d" } ],
        "facts": [ { "id": "a", "type": "boolean" }, { "id": "b", "type": "boolean" }, { "id": "c1", "type": "boolean" } ],
        "rules": [ { "id": "out", "when": { "a": true }, "exclude": ["z"] },
          { "id": "z-only", "when": { "b": true }, "criterion": "c", "rate": { "z": 3 } },
          { "id": "x-only", "when": { "c1": true }, "criterion": "c", "rate": { "x": 3 } } ] }
      """
    #expect(try Self.influential("{}", content) == ["a", "b", "c1"])
    #expect(try Self.influential(#"{ "a": true }"#, content) == ["c1"])
  }

  /// Two ways of answering everything that agree on the influential facts recommend the same.
  @Test(arguments: 0..<30)
  func whatIsNotInfluentialChangesNothing(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(seed)).packs)
    var dice = RandomProfile(rules.catalogue, seed: UInt64(seed) &+ 77)
    dice.answered = 0.5
    for _ in 0..<3 {
      let profile = dice.profile()
      let now = try rules.assessment(of: profile)
      let influential = influentialFacts(now, now.decisions.map { _ in Self.nothing })
      for _ in 0..<3 {
        let (one, other) = try pair(of: profile, now, influential, &dice)
        let (a, b) = (try rules.assessment(of: one), try rules.assessment(of: other))
        for (first, second) in zip(a.decisions, b.decisions) {
          #expect(first.applicable == second.applicable, "\(first.id) with seed \(seed)")
          guard first.applicable != .no else { continue }
          #expect(first.recommendedByScore == second.recommendedByScore, "\(first.id) with seed \(seed)")
          #expect(first.recommended == second.recommended, "\(first.id) with seed \(seed)")
        }
      }
    }
  }

  /// Two profiles with everything answered that was not, differing in facts without influence only.
  private func pair(
    of profile: JSONValue,
    _ now: Assessment,
    _ influential: Set<String>,
    _ dice: inout RandomProfile
  ) throws -> (JSONValue, JSONValue) {
    let ranges = dice.ranges
    dice.ranges = 0
    defer { dice.ranges = ranges }
    var (one, other) = (profile["answers"] ?? [:], profile["answers"] ?? [:])
    for fact in now.catalogue.facts
    where fact.derivation == nil && now.profile.answers[fact.id] == nil {
      one[fact.id] = dice.answer(fact.fact)
      other[fact.id] = influential.contains(fact.id) ? one[fact.id] : dice.answer(fact.fact)
    }
    var (first, second) = (profile, profile)
    first["answers"] = one
    second["answers"] = other
    return (first, second)
  }

  /// "At most 9 questions left" holds: every answer leaves at most as many, and none that was not among them.
  @Test(arguments: 0..<40)
  func answersOnlyMakeQuestionsSuperfluous(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(seed) &+ 500).packs)
    var dice = RandomProfile(rules.catalogue, seed: UInt64(seed))
    var profile = dice.circumstances()
    profile["answers"] = [:]
    var left: Set<Int>?
    var asked = 0
    while true {
      let now = try rules.assessment(of: profile)
      let outlooks = now.decisions.map { _ in Self.nothing }
      let sheet = QuestionSheet(now, outlooks, gains: [:], audience: .internal)
      let worth = Set(sheet.questions.filter(\.isWorthAsking).map(\.fact))
      if let left { #expect(worth.isSubset(of: left), "seed \(seed)") }
      #expect(worth.count == sheet.questionsLeft)
      left = worth
      guard case .ask(let fact, _) = nextStep(sheet, InterviewCourse(.decisive)) else {
        if sheet.applicable > 0 { #expect(worth.isEmpty, "seed \(seed): \(worth) wait for nothing") }
        break
      }
      asked += 1
      let id = rules.catalogue.facts[fact].id
      profile["answers"]?[id] = dice.dice.chance(0.2) ? .null : dice.answer(rules.catalogue.facts[fact].fact)
    }
    #expect(asked <= rules.catalogue.facts.count)
  }
}
