import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Ranks, ties and gaps (method.md, section 4).
@Suite struct RankingTests {
  /// A decision with options `a` and `b` and one of two variants, `p` with `p1` and `p2`; every leaf can be lifted.
  private func decision(
    _ points: [String: Int],
    preferences: [String: Int] = [:],
    excluded: [String] = [],
    scale: Int = 100,
    weights: String = "{}"
  ) throws -> AssessedDecision {
    var pack = try PackText(
      content: """
        { "facts": [ { "id": "f", "type": "boolean" } ], "criteria": [ { "id": "c", "scale": \(scale) }, { "id": "idle" } ],
          "decisions": [ { "id": "d" } ],
          "rules": [ { "id": "idle", "when": { "f": false }, "criterion": "idle", "rate": { "a": 1 } } ] }
        """
    )
    for id in ["a", "b", "p", "p1", "p2"] {
      var option: JSONValue = ["id": .string(id), "decision": "d"]
      if id.count > 1 { option["variantOf"] = "p" }
      if let preference = preferences[id] { option["preference"] = .number(Double(preference)) }
      pack.add(option, to: "options")
    }
    let ratings = points.sorted { $0.key < $1.key }
      .map { JSONValue.Member($0.key, .number(Double($0.value))) }
    if !ratings.isEmpty {
      pack.add(["id": "rate", "when": ["f": true], "criterion": "c", "rate": .object(ratings)], to: "rules")
    }
    if !excluded.isEmpty { pack.add(["id": "no", "when": ["f": true], "exclude": .strings(excluded)], to: "rules") }
    let assessment = try compiled([pack]).assessment(of: #"{ "answers": { "f": true }, "weights": \#(weights) }"#)
    return try #require(assessment.decision("d"))
  }

  private func order(_ decision: AssessedDecision) -> String { decision.leaves.map(\.id).joined(separator: " ") }

  @Test func ranksByScoreThenPreferenceThenId() throws {
    #expect(order(try decision(["b": 1, "p2": 2])) == "p2 b a p1")
    #expect(order(try decision(["b": 1], preferences: ["p2": 1, "p1": 2])) == "b p2 p1 a")
    // A variant without a preference takes its parent's; missing comes last.
    #expect(order(try decision(["b": 0], preferences: ["p": 1, "a": 2])) == "p1 p2 a b")
    #expect(order(try decision(["b": 0], preferences: ["p": 1, "p1": 3, "a": 2])) == "p2 a p1 b")
  }

  @Test func anExcludedLeafRanksBehindAllOthersAndHasNoRank() throws {
    let decision = try decision(["a": 3, "p1": 2, "b": -3], excluded: ["a", "p1"])
    #expect(order(decision) == "p2 b a p1")
    #expect(decision.leaves.map(\.rank) == [1, 2, nil, nil])
    #expect(try #require(decision.leaf("a")).score > #require(decision.leaf("p2")).score)
  }

  @Test(arguments: [
    (["a": 2, "b": 2], true, false, true), (["a": 2, "b": 1], false, false, false),
    (["p1": 2, "p2": 2], false, true, false), (["p": 2, "a": 2], true, false, true),
    (["p1": 2, "p2": 1], false, false, false),
  ])
  func tiesAreBetweenFamiliesAndVariantTiesWithinOne(
    points: [String: Int],
    tie: Bool,
    variantTie: Bool,
    close: Bool
  ) throws {
    let decision = try decision(points, scale: 100, weights: #"{ "idle": 0 }"#)
    #expect(decision.tie == tie && decision.variantTie == variantTie && decision.close == close)
  }

  @Test func aTieWithinTheWinningFamilyAndOneWithAnotherGoTogether() throws {
    let decision = try decision(["p": 2, "a": 2], preferences: ["p": 1])
    #expect(decision.variant == "p1")
    #expect(decision.tie)
    #expect(decision.variantTie)
  }

  @Test func aLeadUnderOnePointIsClose() throws {
    // One point of a scale of 101 is worth 0.990…, of 99 it is worth 1.01….
    #expect(try decision(["a": 1], scale: 101, weights: #"{ "idle": 0 }"#).close)
    #expect(try !decision(["a": 1], scale: 99, weights: #"{ "idle": 0 }"#).close)
    #expect(try !decision(["a": 1], scale: 101, weights: #"{ "idle": 0 }"#).tie)
  }

  @Test func onlyAdmissibleRivalsMakeATie() throws {
    let decision = try decision(["a": 2, "b": 2], excluded: ["b"])
    #expect(!decision.tie && !decision.close && decision.recommended == "a")
    #expect(decision.runnerUp?.family == "p")
  }

  @Test func withoutARuleThatRatesOrExcludesThereAreNotEnoughFacts() throws {
    let decision = try decision([:])
    #expect(decision.reason == .notEnoughFacts && decision.recommended == nil && decision.evidence == 0)
    #expect([decision.tie, decision.close, decision.variantTie, decision.conditional] == [false, false, false, false])
  }

  @Test func anExclusionAloneIsEnoughToRecommend() throws {
    let decision = try decision([:], excluded: ["a"])
    #expect(decision.reason == nil && decision.recommended == "b" && decision.evidence == 0 && decision.isThin)
  }

  @Test func everyLeafExcludedIsNoSolution() throws {
    let decision = try decision(["a": 3], excluded: ["a", "b", "p"])
    #expect(decision.reason == .noSolution && decision.recommended == nil && decision.leaves.allSatisfy(\.isExcluded))
  }

  @Test func evidenceIsTheShareOfTheWeightsThatHasSpoken() throws {
    #expect(try decision(["a": 1], weights: #"{ "c": 3, "idle": 1 }"#).evidence == 0.75)
    #expect(try decision(["a": 1], weights: #"{ "c": 1, "idle": 4 }"#).isThin)
    #expect(try decision(["a": 0], weights: #"{ "idle": 0 }"#).evidence == 1)
  }

  @Test func scoresKeepTheirSignAndMayPassAHundred() throws {
    let decision = try decision(["a": 3, "b": -3], scale: 1, weights: #"{ "idle": 0 }"#)
    #expect(["a", "b", "p1"].map { decision.leaf($0)?.score } == [300, -300, 0])
  }
}
