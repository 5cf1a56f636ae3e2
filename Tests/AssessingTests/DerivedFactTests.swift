import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Facts computed from others (method.md, section 1).
@Suite struct DerivedFactTests {
  private static let facts = """
    { "id": "x", "type": "number" }, { "id": "y", "type": "number" },
    { "id": "gate", "type": "boolean" }, { "id": "z", "type": "number", "relevantWhen": { "gate": true } },
    { "id": "day", "type": "date" }, { "id": "later", "type": "date", "relevantWhen": { "gate": true } },
    { "id": "set", "type": "choices", "choices": [ { "id": "p" }, { "id": "q" } ] }
    """

  /// The state of a fact `d` of a type, derived in a way, with these answers.
  private func state(_ type: String, _ derive: String, _ answers: String, date: String? = nil) throws -> String {
    let choices = type.hasPrefix("choice") ? #""choices": [ { "id": "p" }, { "id": "q" }, { "id": "r" } ], "# : ""
    let rules = try compiled(
      #"{ "facts": [ \#(Self.facts), { "id": "d", "type": "\#(type)", \#(choices) "derive": \#(derive) } ] }"#
    )
    var profile: JSONValue = ["answers": try parsed(answers)]
    if let date { profile["date"] = .string(date) }
    let fact = try #require(rules.assessment(of: profile).fact("d"))
    if fact.state != .notApplicable { #expect(fact.origin == .derived) }
    return fact.state.text
  }

  @Test(arguments: [
    (#"{ "sum": ["x", "y", 0.5] }"#, "2", "3", "5.5"),
    (#"{ "sum": ["x", "y"] }"#, #"{"from": 1, "to": 2}"#, #"{"from": -3, "to": 10}"#, "-2.0…12.0"),
    (#"{ "product": ["x", "y"] }"#, #"{"from": -2, "to": 3}"#, #"{"from": -5, "to": 7}"#, "-15.0…21.0"),
    (#"{ "product": ["x", "y"] }"#, #"{"from": -4, "to": -3}"#, #"{"from": -5, "to": -2}"#, "6.0…20.0"),
    (#"{ "product": ["x", 0] }"#, #"{"from": -2, "to": 3}"#, "1", "0.0"),
    (#"{ "product": ["x", -1, -1] }"#, #"{"from": 1, "to": 2}"#, "1", "1.0…2.0"),
    (#"{ "minimum": ["x", "y", 4] }"#, #"{"from": 1, "to": 9}"#, #"{"from": 3, "to": 5}"#, "1.0…4.0"),
    (#"{ "maximum": ["x", "y"] }"#, #"{"from": 1, "to": 9}"#, #"{"from": 3, "to": 5}"#, "3.0…9.0"),
    (#"{ "quotient": ["x", "y"] }"#, "1", "4", "0.25"),
    (#"{ "quotient": ["x", "y"] }"#, #"{"from": -6, "to": 8}"#, #"{"from": 2, "to": 4}"#, "-3.0…4.0"),
    (#"{ "quotient": ["x", "y"] }"#, #"{"from": 2, "to": 8}"#, #"{"from": -4, "to": -2}"#, "-4.0…-0.5"),
    (#"{ "sum": [ { "product": ["x", "y"] }, { "quotient": ["x", 2] } ] }"#, "3", "4", "13.5"),
    (#"{ "sum": ["x"] }"#, "7", "1", "7.0"),
    (#"{ "maximum": [1, 2] }"#, "1", "1", "2.0"),
  ])
  func formulasCountWithRanges(derive: String, x: String, y: String, expected: String) throws {
    #expect(try state("number", derive, #"{ "x": \#(x), "y": \#(y) }"#) == expected)
  }

  /// A product of 0 and a number below 0 is −0, which is no less than 0.
  @Test(arguments: ["atLeast", "above", "atMost", "below"], ["0", "-0.0"])
  func minusZeroIsZero(operator: String, bound: String) throws {
    let formula = #"{ "product": ["x", -1] }"#
    let rules = try compiled(
      #"""
      { "facts": [ \#(Self.facts), { "id": "d", "type": "number", "derive": \#(formula) },
        { "id": "e", "type": "boolean", "derive": { "when": { "d": { "\#(`operator`)": \#(bound) } } } } ] }
      """#
    )
    let holds = `operator` == "atLeast" || `operator` == "atMost"
    for zero in ["0", "-0.0"] {
      let fact = try #require(rules.assessment(of: ["answers": try parsed(#"{ "x": \#(zero) }"#)]).fact("e"))
      #expect(fact.state.text == (holds ? "true" : "false"))
    }
  }

  @Test(arguments: ["0", #"{"from": 0, "to": 3}"#, #"{"from": -1, "to": 0}"#, #"{"from": -1, "to": 1}"#])
  func aDivisorThatMayBeZeroGivesUnknown(divisor: String) throws {
    #expect(try state("number", #"{ "quotient": ["x", "y"] }"#, #"{ "x": 1, "y": \#(divisor) }"#) == "unknown")
    #expect(try state("number", #"{ "quotient": [0, "y"] }"#, #"{ "y": \#(divisor) }"#) == "unknown")
  }

  @Test func aNumberTooLargeForTheMachineIsUnknown() throws {
    #expect(try state("number", #"{ "product": ["x", "x"] }"#, #"{ "x": 1e200 }"#) == "unknown")
    #expect(try state("number", #"{ "quotient": ["x", "y"] }"#, #"{ "x": 1e200, "y": 1e-200 }"#) == "unknown")
  }

  @Test(arguments: [
    (#"{ "x": 1 }"#, "unknown"),
    (#"{ "x": 1, "z": 2 }"#, "unknown"),
    (#"{ "x": 1, "z": 2, "gate": true }"#, "3.0"),
    (#"{ "x": 1, "z": 2, "gate": false }"#, "not applicable"),
    // Not applicable goes before unknown.
    (#"{ "gate": false }"#, "not applicable"),
    (#"{ "gate": true }"#, "unknown"),
  ])
  func aFormulaIsNotApplicableIfAPartIsAndOtherwiseUnknownIfAPartIs(answers: String, expected: String) throws {
    for derive in [
      #"{ "sum": ["x", "z"] }"#, #"{ "sum": ["z", "x"] }"#, #"{ "sum": [ { "sum": ["x"] }, { "sum": ["z"] } ] }"#,
    ] {
      #expect(try state("number", derive, answers) == expected)
    }
    let quotient = try state("number", #"{ "quotient": [ { "quotient": ["x", 0] }, "z" ] }"#, answers)
    #expect(quotient == (expected == "3.0" ? "unknown" : expected))
  }

  @Test(arguments: [
    ("2026-11-20", #"{ "day": "2026-12-04" }"#, "2.0"),
    ("2026-11-20", #"{ "day": "2026-11-20" }"#, "0.0"),
    ("2026-11-20", #"{ "day": "2026-11-13" }"#, "-1.0"),
    ("2026-11-20", "{}", "unknown"),
    (nil, #"{ "day": "2026-12-04" }"#, "unknown"),
  ])
  func weeksCountFromTheDateOfTheProfile(date: String?, answers: String, expected: String) throws {
    #expect(try state("number", #"{ "weeksUntil": "day" }"#, answers, date: date) == expected)
  }

  @Test(arguments: ["2026-11-20", nil])
  func weeksUntilADayThatDoesNotApplyDoNotApply(date: String?) throws {
    let derive = #"{ "weeksUntil": "later" }"#
    #expect(try state("number", derive, #"{ "gate": false, "later": "2026-12-04" }"#, date: date) == "not applicable")
  }

  @Test(arguments: [
    (#"{ "x": 1 }"#, "p"), (#"{ "x": 5 }"#, "q"), (#"{ "x": 9 }"#, "r"), ("{}", "unknown"),
    // The first case is open, so nothing is known, though the second one would hold.
    (#"{ "x": { "from": 1, "to": 5 } }"#, "unknown"),
    // The first case fails, the second one is open.
    (#"{ "x": { "from": 4, "to": 9 } }"#, "unknown"),
    (#"{ "x": { "from": 0, "to": 2 } }"#, "p"),
  ])
  func theFirstTrueCaseCountsUnlessOneBeforeItIsUnknown(answers: String, expected: String) throws {
    let cases = """
      { "cases": [ { "when": { "x": { "atMost": 2 } }, "value": "p" }, { "when": { "x": { "atMost": 6 } }, "value": "q" } ],
        "otherwise": "r" }
      """
    #expect(try state("choice", cases, answers) == expected)
    #expect(try state("choices", cases, answers) == (expected == "unknown" ? "unknown" : "[\(expected)]"))
  }

  @Test(arguments: [
    ("boolean", "true", "false", "true"), ("number", "4", "5", "4.0"),
    ("date", #""1970-01-05""#, #""1970-01-06""#, "4.0"),
  ])
  func casesGiveValuesOfEveryKind(type: String, value: String, otherwise: String, expected: String) throws {
    let cases = #"{ "cases": [ { "when": { "x": 1 }, "value": \#(value) } ], "otherwise": \#(otherwise) }"#
    #expect(try state(type, cases, #"{ "x": 1 }"#) == expected)
    #expect(try state(type, cases, #"{ "x": 2 }"#) != expected)
  }

  @Test(arguments: [
    (#"{ "gate": true }"#, "true"), (#"{ "gate": false }"#, "false"), ("{}", "unknown"),
  ])
  func aConditionGivesABoolean(answers: String, expected: String) throws {
    #expect(try state("boolean", #"{ "when": { "gate": true } }"#, answers) == expected)
  }

  @Test func aConditionOnWhatDoesNotApplyGivesAKnownBoolean() throws {
    let answers = #"{ "gate": false }"#
    #expect(try state("boolean", #"{ "when": { "z": { "atLeast": 0 } } }"#, answers) == "false")
    #expect(try state("boolean", #"{ "when": { "not": { "z": 1 } } }"#, answers) == "true")
    #expect(try state("boolean", #"{ "when": { "z": { "isNot": 1 } } }"#, answers) == "false")
  }

  @Test func derivedFactsHaveARelevanceOfTheirOwn() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "gate", "type": "boolean" }, { "id": "x", "type": "number" },
          { "id": "d", "type": "number", "relevantWhen": { "gate": true }, "derive": { "sum": ["x", 1] } } ] }
      """
    )
    func state(_ answers: String) throws -> String? { try rules.assessment(answers: answers).fact("d")?.state.text }
    #expect(try state(#"{ "x": 1, "gate": true }"#) == "2.0")
    #expect(try state(#"{ "x": 1, "gate": false }"#) == "not applicable")
    #expect(try state(#"{ "gate": false }"#) == "not applicable")
    #expect(try state(#"{ "x": 1 }"#) == "unknown")
    #expect(try state(#"{ "gate": true }"#) == "unknown")
  }

  @Test func aFormulaOverWhatDoesNotApplyDoesNotApplyThoughItsOwnQuestionIsRelevant() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "gate", "type": "boolean" }, { "id": "own", "type": "boolean" },
          { "id": "x", "type": "number", "relevantWhen": { "gate": true } },
          { "id": "d", "type": "number", "relevantWhen": { "own": true }, "derive": { "sum": ["x", 1] } } ] }
      """
    )
    func state(_ answers: String) throws -> String? { try rules.assessment(answers: answers).fact("d")?.state.text }
    #expect(try state(#"{ "gate": false, "own": true }"#) == "not applicable")
    #expect(try state(#"{ "gate": false }"#) == "unknown")
    #expect(try state(#"{ "own": true }"#) == "unknown")
    #expect(try state(#"{ "own": false }"#) == "not applicable")
  }

  @Test(arguments: [
    (#"{ "sum": ["a"] }"#, "cyclic-facts"), (#"{ "sum": ["b"] }"#, "cyclic-facts"),
    (#"{ "cases": [ { "when": { "decision.e": "o" }, "value": 1 } ], "otherwise": 2 }"#, "decision-in-fact"),
  ])
  func factsDependNeitherOnThemselvesNorOnDecisions(derive: String, code: String) throws {
    let pack = try PackText(
      content: """
        { "facts": [ { "id": "a", "type": "number", "derive": \(derive) },
            { "id": "b", "type": "number", "derive": { "sum": ["a", 1] } } ],
          "decisions": [ { "id": "e" } ], "options": [ { "id": "o", "decision": "e" } ] }
        """
    )
    #expect(LoadedPacks([pack]).codes == [code])
  }
}
