import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Answers that count, answers that do not, and when a profile is complete.
@Suite struct AnswerTests {
  private static let pack = """
    { "facts": [
        { "id": "gate", "type": "boolean" },
        { "id": "size", "type": "number", "minimum": 0, "maximum": 10, "relevantWhen": { "gate": true } },
        { "id": "kind", "type": "choice", "choices": [ { "id": "x" }, { "id": "y" } ], "relevantWhen": { "gate": true } },
        { "id": "set", "type": "choices", "choices": [ { "id": "p" }, { "id": "none", "exclusive": true } ],
          "relevantWhen": { "gate": true } },
        { "id": "day", "type": "date", "relevantWhen": { "gate": true } },
        { "id": "assumed", "type": "boolean", "default": true },
        { "id": "double", "type": "number", "relevantWhen": { "gate": true }, "derive": { "product": ["size", 2] } } ],
      "criteria": [ { "id": "c", "scale": 10 } ], "decisions": [ { "id": "d" } ],
      "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
      "rules": [ { "id": "large", "when": { "size": { "atLeast": 5 } }, "criterion": "c", "rate": { "a": 3 } },
        { "id": "x", "when": { "kind": "x" }, "exclude": ["b"] },
        { "id": "always", "when": { "assumed": true }, "criterion": "c", "rate": { "b": 1 } } ] }
    """

  private func codes(_ answers: String) throws -> [String] {
    try compiled(Self.pack).profile(["answers": parsed(answers)]).log.diagnostics.map(\.code)
  }

  @Test func answersOfIrrelevantQuestionsContributeNothingAndCountAgainWhenRelevant() throws {
    let rules = try compiled(Self.pack)
    func scores(_ gate: String) throws -> [Double?] {
      let assessment = try rules.assessment(answers: #"{ "gate": \#(gate), "size": 7, "kind": "x" }"#)
      return ["a", "b"].map { assessment.decision("d")?.leaf($0)?.score }
    }
    let relevant = try rules.assessment(answers: #"{ "gate": true, "size": 7, "kind": "x" }"#)
    #expect(try scores("true") == [30, 10])
    #expect(relevant.decision("d")?.leaf("b")?.excludedBy == ["x"])
    let irrelevant = try rules.assessment(answers: #"{ "gate": false, "size": 7, "kind": "x" }"#)
    #expect(try scores("false") == [0, 10])
    #expect(irrelevant.decision("d")?.leaf("b")?.excludedBy == [])
    // The same as without these answers, in every word but their own.
    let without = try rules.assessment(answers: #"{ "gate": false }"#)
    #expect(irrelevant.decisions.map { "\($0.leaves)" } == without.decisions.map { "\($0.leaves)" })
    #expect(irrelevant.facts.map(\.state) == without.facts.map(\.state))
  }

  @Test(arguments: [
    (#""size": 99"#, "answer-out-of-range"), (#""size": { "from": 5, "to": 11 }"#, "answer-out-of-range"),
    (#""kind": "z""#, "unknown-choice"), (#""set": ["p", "none"]"#, "exclusive-choice"),
    (#""set": ["p", "p"]"#, "repeated-choice"), (#""set": ["q"]"#, "unknown-choice"),
    (#""day": "2026-02-30""#, "invalid-date"),
  ])
  func answersOfIrrelevantQuestionsAreNotValidated(answer: String, code: String) throws {
    #expect(try codes(#"{ "gate": true, \#(answer) }"#) == [code])
    // While it is open whether the question matters, its answer must fit, too.
    #expect(try codes(#"{ \#(answer) }"#) == [code])
    #expect(try codes(#"{ "gate": false, \#(answer) }"#) == [])
  }

  @Test(arguments: [
    #""size": "7""#, #""size": true"#, #""size": [7]"#, #""kind": 1"#, #""kind": ["x"]"#, #""kind": true"#,
    #""set": "p""#,
    #""set": [1]"#, #""day": 20261120"#, #""kind": { "from": 1, "to": 2 }"#,
  ])
  func answersOfIrrelevantQuestionsStillNeedTheirJSONType(answer: String) throws {
    for gate in [#""gate": false, "#, #""gate": true, "#, ""] {
      #expect(try codes("{ \(gate)\(answer) }") == ["wrong-type"])
    }
  }

  @Test func unknownIsNotZero() throws {
    let rules = try compiled(Self.pack)
    let unknown = try rules.assessment(answers: #"{ "gate": true }"#)
    #expect(unknown.truth(ofRule: "large") == .unknown)
    let zero = try rules.assessment(answers: #"{ "gate": true, "size": 0 }"#)
    #expect(zero.truth(ofRule: "large") == .no)
  }

  @Test func unknownIsNotSkippedSilently() throws {
    let assessment = try compiled(Self.pack).assessment(answers: #"{ "gate": true, "size": null }"#)
    #expect(assessment.fact("size")?.origin == .unknown)
    #expect(assessment.fact("size")?.isAskedUnknown == true)
    #expect(assessment.truth(ofRule: "large") == .unknown)
    #expect(assessment.decision("d")?.leaf("b")?.possiblyExcludedBy == ["x"])
    #expect(!assessment.isComplete)
  }

  @Test(arguments: [
    ("{}", 0, 6, 0), (#"{ "gate": null }"#, 0, 6, 0), (#"{ "gate": false }"#, 1, 1, 4),
    (#"{ "gate": false, "size": 3, "kind": "x" }"#, 1, 1, 4), (#"{ "gate": false, "assumed": false }"#, 2, 0, 4),
    (#"{ "gate": true, "assumed": true, "size": 0, "kind": "x", "day": "2026-11-20", "set": [] }"#, 6, 0, 0),
    (#"{ "gate": true, "assumed": true, "size": 0, "kind": "x", "day": "2026-11-20", "set": null }"#, 5, 1, 0),
    (#"{ "gate": true, "assumed": true, "size": 0, "kind": "x", "day": "2026-11-20" }"#, 5, 1, 0),
    (#"{ "gate": true, "size": 0, "kind": "x", "day": "2026-11-20", "set": [] }"#, 5, 1, 0),
  ])
  func aProfileIsCompleteOnlyWhenEveryRelevantQuestionIsAnswered(
    answers: String,
    answered: Int,
    unknown: Int,
    notApplicable: Int
  ) throws {
    let assessment = try compiled(Self.pack).assessment(answers: answers)
    #expect(assessment.counts == (answered, unknown, notApplicable))
    #expect(assessment.isComplete == (unknown == 0))
  }

  /// No further answer can settle whether the second question matters; so its own answer must do.
  @Test func aProfileIsCompleteWhenOnlyARangeLeavesTheRelevanceOpen() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "n", "type": "number" },
          { "id": "more", "type": "boolean", "relevantWhen": { "n": { "atLeast": 5 } } } ] }
      """
    )
    #expect(try !rules.assessment(answers: #"{ "n": { "from": 1, "to": 9 } }"#).isComplete)
    #expect(try rules.assessment(answers: #"{ "n": { "from": 1, "to": 9 }, "more": true }"#).isComplete)
  }

  @Test(arguments: [
    (#"{ "double": 4 }"#, "answer-to-derived-fact"), (#"{ "nobody": 4 }"#, "unknown-fact"),
  ])
  func answersToWhatIsNotAskedAreReported(answers: String, code: String) throws {
    #expect(try codes(answers) == [code])
  }
}
