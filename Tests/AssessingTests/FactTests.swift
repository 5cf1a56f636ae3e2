import Assessing
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Facts, answers and worlds (method.md, section 1): the four states are never mixed up.
@Suite struct FactTests {
  private static let pack = """
    { "facts": [
        { "id": "gate", "type": "boolean" },
        { "id": "inner", "type": "choice", "choices": [ { "id": "x" }, { "id": "y" } ], "relevantWhen": { "gate": true } },
        { "id": "innermost", "type": "number", "relevantWhen": { "inner": "x" } },
        { "id": "assumed", "type": "choice", "default": "on", "choices": [ { "id": "on" }, { "id": "off" } ] },
        { "id": "both", "type": "number", "default": 3, "relevantWhen": { "gate": true } },
        { "id": "set", "type": "choices", "choices": [ { "id": "p" }, { "id": "q" } ] },
        { "id": "size", "type": "number" },
        { "id": "big", "type": "boolean", "relevantWhen": { "size": { "atLeast": 10 } } } ] }
    """

  private func fact(_ id: String, _ answers: String) throws -> (origin: AssessedFact.Origin, state: String) {
    let fact = try #require(compiled(Self.pack).assessment(answers: answers).fact(id))
    return (fact.origin, fact.state.text)
  }

  @Test(arguments: [
    ("gate", "{}", AssessedFact.Origin.unknown, "unknown"),
    ("gate", #"{ "gate": null }"#, .unknown, "unknown"),
    ("gate", #"{ "gate": false }"#, .answered, "false"),
    ("size", #"{ "size": 0 }"#, .answered, "0.0"),
    ("size", #"{ "size": { "from": 1, "to": 2 } }"#, .answered, "1.0…2.0"),
    ("set", "{}", .unknown, "unknown"),
    ("set", #"{ "set": null }"#, .unknown, "unknown"),
    ("set", #"{ "set": [] }"#, .answered, "[]"),
    ("set", #"{ "set": ["q", "p"] }"#, .answered, "[p, q]"),
  ])
  func missingNullEmptyAndFalseAreFourThings(
    id: String,
    answers: String,
    origin: AssessedFact.Origin,
    state: String
  ) throws {
    #expect(try fact(id, answers) == (origin, state))
  }

  @Test func askedInVainIsRememberedAsSuch() throws {
    let rules = try compiled(Self.pack)
    #expect(try rules.assessment(answers: #"{ "gate": null }"#).fact("gate")?.isAskedUnknown == true)
    #expect(try rules.assessment(answers: "{}").fact("gate")?.isAskedUnknown == false)
  }

  @Test(arguments: [
    ("inner", #"{ "gate": false }"#, AssessedFact.Origin.notApplicable, "not applicable"),
    ("inner", #"{ "gate": false, "inner": "x" }"#, .notApplicable, "not applicable"),
    ("inner", #"{ "gate": false, "inner": null }"#, .notApplicable, "not applicable"),
    ("inner", #"{ "inner": "x" }"#, .unknown, "unknown"),
    ("inner", #"{ "gate": true, "inner": "x" }"#, .answered, "x"),
    // Not applicable passes on: `inner` is not "x" where it does not apply.
    ("innermost", #"{ "gate": false, "inner": "x", "innermost": 1 }"#, .notApplicable, "not applicable"),
    ("innermost", #"{ "gate": true, "inner": "y", "innermost": 1 }"#, .notApplicable, "not applicable"),
    ("innermost", #"{ "inner": "x", "innermost": 1 }"#, .unknown, "unknown"),
    ("innermost", #"{ "gate": true, "inner": "x", "innermost": 1 }"#, .answered, "1.0"),
    // A range that straddles the threshold leaves it open whether the question matters.
    ("big", #"{ "size": { "from": 5, "to": 10 }, "big": true }"#, .unknown, "unknown"),
    ("big", #"{ "size": { "from": 10, "to": 20 }, "big": true }"#, .answered, "true"),
    ("big", #"{ "size": { "from": 5, "to": 9 }, "big": true }"#, .notApplicable, "not applicable"),
  ])
  func relevanceDecidesWhetherAnAnswerCounts(
    id: String,
    answers: String,
    origin: AssessedFact.Origin,
    state: String
  ) throws {
    #expect(try fact(id, answers) == (origin, state))
  }

  @Test(arguments: [
    ("assumed", "{}", AssessedFact.Origin.assumed, "on"),
    ("assumed", #"{ "assumed": null }"#, .assumed, "on"),
    ("assumed", #"{ "assumed": "off" }"#, .answered, "off"),
    ("assumed", #"{ "assumed": "on" }"#, .answered, "on"),
    ("both", "{}", .unknown, "unknown"),
    ("both", #"{ "gate": true }"#, .assumed, "3.0"),
    ("both", #"{ "gate": false }"#, .notApplicable, "not applicable"),
    ("both", #"{ "gate": true, "both": 0 }"#, .answered, "0.0"),
  ])
  func aDefaultIsAnAssumptionAndMarkedAsOne(
    id: String,
    answers: String,
    origin: AssessedFact.Origin,
    state: String
  ) throws {
    #expect(try fact(id, answers) == (origin, state))
  }

  @Test(arguments: [
    (#"{ "from": 1, "to": 5 }"#, "1.0…5.0"), (#"{ "from": 3, "to": 3 }"#, "3.0"), ("-0.5", "-0.5"), ("1e3", "1000.0"),
  ])
  func aRangeIsClosedAndMayBeASingleNumber(answer: String, state: String) throws {
    #expect(try fact("size", #"{ "size": \#(answer) }"#).state == state)
  }
}
