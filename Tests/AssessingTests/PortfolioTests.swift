import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Many cases seen together (`portfolio`).
@Suite struct PortfolioTests {
  /// Two options, and `a` with two variants: `own` keeps `a` out, `far` one variant of it, `rich` keeps `b` out.
  private static let packs = """
    { "facts": [ { "id": "own", "type": "boolean" }, { "id": "far", "type": "boolean" }, { "id": "rich", "type": "boolean" },
                 { "id": "like", "type": "choice", "choices": [ { "id": "a" }, { "id": "b" } ] } ],
      "criteria": [ { "id": "c", "scale": 10 } ], "decisions": [ { "id": "d" } ],
      "options": [ { "id": "a", "decision": "d" }, { "id": "a1", "decision": "d", "variantOf": "a" }, { "id": "a2", "decision": "d", "variantOf": "a" },
                   { "id": "b", "decision": "d" } ],
      "rules": [
        { "id": "no-own", "when": { "own": true }, "decision": "d", "exclude": [ "a" ] },
        { "id": "not-far", "when": { "far": true }, "decision": "d", "exclude": [ "a1" ] },
        { "id": "not-rich", "when": { "rich": true }, "decision": "d", "exclude": [ "b" ] },
        { "id": "ask", "when": { "rich": false }, "decision": "d", "confirm": { "a2": "is it so?", "b": "is it so?" } },
        { "id": "likes-a", "when": { "like": "a" }, "criterion": "c", "rate": { "a": 3 } },
        { "id": "likes-b", "when": { "like": "b" }, "criterion": "c", "rate": { "b": 3 } } ] }
    """

  private func portfolio(_ answers: [String], outcomes: [String?] = [], draws: Int = 0) throws -> Portfolio {
    let rules = try compiled(Self.packs)
    let cases = try answers.enumerated().map { place, answers -> PortfolioCase in
      var log = DiagnosticLog()
      let outcome = place < outcomes.count ? outcomes[place].map { #", "outcome": { "option": "\#($0)" }"# } ?? "" : ""
      let text = #"{ "format": 1, "title": "case \#(place)", "answers": { \#(answers) }\#(outcome) }"#
      guard let document = parseJSON(SourceFile(name: "case", text: text), into: &log),
        let profile = decodeProfile(document, into: &log)
      else { throw UnexpectedProblems(log) }
      let assessment = assess(link(profile, with: rules.catalogue, into: &log), rules, date: nil)
      return PortfolioCase(
        name: "case-\(place)",
        assessment: draws > 0 ? assessment.measuringRobustness(SamplingPlan(draws: draws)) : assessment
      )
    }
    return Portfolio(cases, of: rules.catalogue)
  }

  private func only(_ portfolio: Portfolio) throws -> DecisionPortfolio { try #require(portfolio.decisions.first) }

  @Test func countsWhatStandsAndWhereNothingFits() throws {
    let found = try only(
      portfolio([
        #""like": "a""#, #""like": "b""#, #""like": "b", "own": true"#, #""own": true, "rich": true, "like": "a""#, "",
      ])
    )
    #expect(found.chosen.map { $0.option } == ["b", "a"] && found.chosen.map { $0.cases } == [[1, 2], [0]])
    #expect(found.withoutSolution == [3] && found.withoutFacts == [4] && found.applicable == [0, 1, 2, 3, 4])
  }

  @Test func anObstacleCountsAloneOnlyWhereNothingElseKeepsTheOptionOut() throws {
    let cases = [#""like": "a", "own": true"#, #""like": "b", "own": true"#, #""own": true, "far": true, "like": "a""#]
    let barriers = try only(portfolio(cases)).barriers
    let own = try #require(barriers.first { $0.rule == "no-own" && !$0.isVariant })
    // In the third case the variant a2 is out by this rule only.
    #expect(own.option == "a" && own.cases == [0, 1, 2] && own.alone == [0, 1, 2] && own.wouldLead == [0, 2])
    let variant = try #require(barriers.first { $0.rule == "no-own" && $0.option == "a1" })
    #expect(variant.isVariant && variant.cases == [0, 1, 2] && variant.alone == [0, 1] && variant.wouldLead == [0])
    let far = try #require(barriers.first { $0.rule == "not-far" })
    #expect(far.option == "a1" && far.cases == [2] && far.alone.isEmpty && far.wouldLead.isEmpty)
    #expect(!barriers.contains { $0.rule == "not-far" && $0.option == "a" })
  }

  @Test func whereNothingFitsTheOnlyObstacleWouldMakeTheOptionLead() throws {
    let barriers = try only(portfolio([#""own": true, "rich": true, "like": "b""#])).barriers
    #expect(barriers.filter { !$0.isVariant }.map(\.wouldLead) == [[0], [0]])
  }

  @Test func oneQuestionPerOptionHoweverManyVariantsItIsAskedAbout() throws {
    let found = try portfolio([
      #""rich": false, "like": "b""#, #""rich": false, "like": "b""#, #""rich": true, "like": "a""#,
    ])
    #expect(found.confirmations.map(\.rule) == ["ask"] && found.confirmations.map(\.cases) == [[0, 1]])
    #expect(found.cases.map(\.openConfirmations) == [1, 1, 0])
  }

  @Test func whatWasChosenInTheEndBelongsToItsDecision() throws {
    let found = try only(portfolio([#""like": "a""#, #""like": "a""#], outcomes: ["a2", nil]))
    #expect(found.outcomes.map(\.place) == [0] && found.outcomes.map(\.option) == ["a2"])
  }

  @Test func anOutcomeThatNoPackKnowsIsSaid() throws {
    var log = DiagnosticLog()
    let text = #"{ "format": 1, "title": "t", "answers": {}, "outcome": { "option": "a3" } }"#
    let document = try #require(parseJSON(SourceFile(name: "case", text: text), into: &log))
    let profile = try #require(decodeProfile(document, into: &log))
    let linked = link(profile, with: try compiled(Self.packs).catalogue, into: &log)
    #expect(linked.outcome == nil && log.diagnostics.map(\.code) == ["unknown-option"] && !log.hasErrors)
  }

  @Test func theLeastFirmCasesComeFirst() throws {
    let cases = [#""like": "a", "rich": true, "own": false"#, #""own": false"#, "", #""own": true, "rich": true"#]
    let found = try portfolio(cases, draws: 400)
    let order = found.leastFirm("d")
    // None fits or too little is known; then what open answers can turn; last what nothing can turn.
    #expect(order.last == 0 && Set(order.prefix(3)) == [1, 2, 3])
    let confidences = order.compactMap { found.cases[$0].confidence("d") }
    #expect(confidences == confidences.sorted())
  }
}
