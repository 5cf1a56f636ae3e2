import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Conditions (method.md, section 2), through packs and profiles as people write them.
@Suite struct ConditionTests {
  private static let facts = """
    { "id": "a", "type": "boolean" }, { "id": "b", "type": "boolean" },
    { "id": "one", "type": "choice", "choices": [ { "id": "x" }, { "id": "y" }, { "id": "z" } ] },
    { "id": "level", "type": "choice", "ordered": true, "choices": [ { "id": "zero" }, { "id": "low" }, { "id": "high" } ] },
    { "id": "set", "type": "choices", "choices": [ { "id": "p" }, { "id": "q" }, { "id": "r" } ] },
    { "id": "n", "type": "number" }, { "id": "day", "type": "date" },
    { "id": "gone", "type": "choice", "choices": [ { "id": "x" }, { "id": "y" } ], "relevantWhen": { "a": true } }
    """

  private func truth(_ condition: String, _ answers: String) throws -> Truth {
    let rule = #"{ "id": "r", "when": \#(condition), "notes": [ { "text": "n" } ] }"#
    let rules = try compiled("{ \"facts\": [ \(Self.facts) ], \"rules\": [ \(rule) ] }")
    return try rules.assessment(answers: answers).truth(ofRule: "r")
  }

  @Test(arguments: [
    (#"{ "one": "x" }"#, #"{ "one": "x" }"#, Truth.yes),
    (#"{ "one": "x" }"#, #"{ "one": "y" }"#, .no),
    (#"{ "one": ["x", "y"] }"#, #"{ "one": "y" }"#, .yes),
    (#"{ "one": { "noneOf": ["x", "y"] } }"#, #"{ "one": "z" }"#, .yes),
    (#"{ "one": { "isNot": "x" } }"#, "{}", .unknown),
    (#"{ "a": false }"#, #"{ "a": false }"#, .yes),
    (#"{ "a": false }"#, "{}", .unknown),
    (#"{ "a": { "isNot": false } }"#, #"{ "a": true }"#, .yes),
    // Several entries, and several operators: all must hold.
    (#"{ "a": true, "one": "x" }"#, #"{ "a": true, "one": "y" }"#, .no),
    (#"{ "a": true, "one": "x" }"#, #"{ "one": "y" }"#, .no),
    (#"{ "a": true, "one": "x" }"#, #"{ "one": "x" }"#, .unknown),
    (#"{ "n": { "atLeast": 2, "below": 4 } }"#, #"{ "n": 2 }"#, .yes),
    (#"{ "n": { "atLeast": 2, "below": 4 } }"#, #"{ "n": 4 }"#, .no),
    (#"{ "n": { "atLeast": 2, "below": 4 } }"#, #"{ "n": { "from": 3, "to": 9 } }"#, .unknown),
    (#"{ "n": { "atLeast": 2, "below": 4 } }"#, #"{ "n": { "from": 5, "to": 9 } }"#, .no),
    // An empty set is an answer.
    (#"{ "set": { "includes": "p" } }"#, #"{ "set": [] }"#, .no),
    (#"{ "set": { "includesOnly": ["p"] } }"#, #"{ "set": [] }"#, .yes),
    (#"{ "set": { "includesOnly": ["p"] } }"#, #"{ "set": null }"#, .unknown),
    (#"{ "set": { "includesAll": ["p", "q"] } }"#, #"{ "set": ["p", "q", "r"] }"#, .yes),
    (#"{ "set": { "includesAny": ["p", "q"] } }"#, #"{ "set": ["r"] }"#, .no),
    // An ordered choice is compared by its place, not by its letters.
    (#"{ "level": { "atLeast": "low" } }"#, #"{ "level": "high" }"#, .yes),
    (#"{ "level": { "above": "low" } }"#, #"{ "level": "low" }"#, .no),
    (#"{ "level": { "below": "low" } }"#, #"{ "level": "zero" }"#, .yes),
    (#"{ "level": { "below": "zero" } }"#, #"{ "level": "zero" }"#, .no),
    (#"{ "level": { "atMost": "high" } }"#, #"{ "level": "high" }"#, .yes),
    (#"{ "day": { "below": "2027-01-01" } }"#, #"{ "day": "2026-12-31" }"#, .yes),
    (#"{ "day": "2027-01-01" }"#, #"{ "day": "2027-01-01" }"#, .yes),
    (#"{ "n": { "atLeast": 0 } }"#, #"{ "n": 0 }"#, .yes),
    (#"{ "n": { "above": 0 } }"#, #"{ "n": 0 }"#, .no),
    (#"{ "n": 0 }"#, #"{ "n": -0.0 }"#, .yes),
  ])
  func comparisonsMeanWhatTheySay(condition: String, answers: String, expected: Truth) throws {
    #expect(try truth(condition, answers) == expected, "\(condition) with \(answers)")
  }

  @Test(arguments: [
    (#"{ "gone": "x" }"#, Truth.no), (#"{ "gone": { "isNot": "x" } }"#, .no),
    (#"{ "gone": { "noneOf": ["x"] } }"#, .no),
    (#"{ "not": { "gone": "x" } }"#, .yes), (#"{ "not": { "gone": { "isNot": "x" } } }"#, .yes),
    (#"{ "any": [ { "gone": "x" }, { "gone": { "isNot": "x" } } ] }"#, .no),
  ])
  func comparisonsWithWhatDoesNotApplyAreFalse(condition: String, expected: Truth) throws {
    #expect(try truth(condition, #"{ "a": false, "gone": "y" }"#) == expected)
    #expect(try truth(condition, #"{ "a": false }"#) == expected)
  }

  @Test func connectivesFollowStrongKleeneLogic() throws {
    let answers: [(text: String, truth: Truth)] = [("true", .yes), ("false", .no), ("null", .unknown)]
    for a in answers {
      for b in answers {
        let world = #"{ "a": \#(a.text), "b": \#(b.text) }"#
        #expect(try truth(#"{ "all": [ { "a": true }, { "b": true } ] }"#, world) == a.truth.and(b.truth))
        #expect(try truth(#"{ "any": [ { "a": true }, { "b": true } ] }"#, world) == a.truth.or(b.truth))
        #expect(
          try truth(#"{ "not": { "any": [ { "a": true }, { "b": true } ] } }"#, world)
            == a.truth.or(b.truth).negated
        )
      }
    }
    #expect(try truth(#"{ "any": [ { "a": true }, { "a": false } ] }"#, "{}") == .unknown)
  }

  /// More answers, and narrower ranges, turn unknown into true or false, and never one of these into the other.
  @Test(arguments: 0..<30)
  func conditionsAreMonotoneInKnowledge(seed: Int) throws {
    var shape = RandomPackShape()
    // An assumption gives way to an answer; that is no gain of knowledge.
    shape.hasDefaults = false
    let rules = try compiled(RandomPacks(seed: UInt64(seed), shape).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    for _ in 0..<6 {
      var more = profiles.circumstances()
      profiles.answered = 0.9
      more["answers"] = profiles.answers()
      var less = more
      less["answers"] = forgetful(more["answers"] ?? [:], rules.catalogue, &profiles.dice)
      let (known, earlier) = (try rules.assessment(of: more), try rules.assessment(of: less))
      for (before, after) in zip(earlier.facts, known.facts) {
        #expect(isRefined(before.state, after.state), "\(before.id): \(before.state.text) → \(after.state.text)")
      }
      for rule in rules.catalogue.rules where !dependsOnDecisions(rule.condition) {
        guard let before = earlier.truth(ofRule: rule.id).known else { continue }
        #expect(known.truth(ofRule: rule.id).known == before, "\(rule.id)")
      }
    }
  }

  /// The same answers with some taken back and some numbers known less exactly.
  private func forgetful(_ answers: JSONValue, _ catalogue: Catalogue, _ dice: inout SplitMix64) -> JSONValue {
    var kept: JSONValue = [:]
    for member in answers.members ?? [] where !dice.chance(0.3) {
      kept[member.key] = member.value
      guard case .number(let number) = member.value, dice.chance(0.5),
        case .number(let domain)? = catalogue.fact(member.key)?.fact.kind
      else { continue }
      kept[member.key] = [
        "from": .number(max(domain.minimum ?? -.infinity, number - Double(dice.int(0...2)))),
        "to": .number(min(domain.maximum ?? .infinity, number + Double(dice.int(0...2)))),
      ]
    }
    return kept
  }

  private func isRefined(_ before: FactState, _ after: FactState) -> Bool {
    guard case .known(.number(let from, let to)) = before else { return before == .unknown || before == after }
    guard case .known(.number(let newFrom, let newTo)) = after else { return false }
    return from <= newFrom && newTo <= to
  }

  private func dependsOnDecisions(_ condition: LinkedCondition) -> Bool {
    var found = false
    condition.forEachComparison { comparison in
      if case .fact = comparison.subject { return }
      found = true
    }
    return found
  }
}
