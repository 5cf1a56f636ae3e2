import Assessing
import Foundation
import RuleCompiler
import TestSupport
import Testing

/// Acceptabilities that can be worked out by hand.
@Suite struct ClosedFormTests {
  /// Options A, B, …; each rule rates one option under one criterion, with scale 12.
  private static func pack(
    _ ratings: [(option: String, criterion: String, points: Int)],
    facts: String = "",
    rules: String = ""
  )
    throws -> CompiledRules
  {
    let criteria = Set(ratings.map(\.criterion)).sorted().map { #"{ "id": "\#($0)", "scale": 12 }"# }
    let options = Set(ratings.map(\.option)).sorted().map { #"{ "id": "\#($0)", "decision": "d" }"# }
    let rated = ratings.enumerated().map { number, rating in
      #"{ "id": "r\#(number)", "when": { "on": true }, "criterion": "\#(rating.criterion)", "#
        + #""rate": { "\#(rating.option)": \#(rating.points) } }"#
    }
    return try compiled(
      """
      { "facts": [ { "id": "on", "type": "boolean" }\(facts) ], "criteria": [\(criteria.joined(separator: ","))],
        "decisions": [ { "id": "d" } ], "options": [\(options.joined(separator: ","))],
        "rules": [\(rated.joined(separator: ","))\(rules)] }
      """
    )
  }

  private static func measured(
    _ rules: CompiledRules,
    _ profile: String = #"{ "answers": { "on": true } }"#,
    keepsOrder: Bool = false
  ) throws -> DecisionRobustness {
    let assessment = try rules.assessment(of: profile).measuringRobustness(SamplingPlan(keepsOrder: keepsOrder))
    return try #require(assessment.robustness?.decision("d"))
  }

  /// As near as 10,000 draws can be expected to come.
  private static func isNear(_ share: Double?, _ expected: Double, worlds: Int = 10_000) -> Bool {
    guard let share else { return false }
    return (share - expected).magnitude <= 4 * (expected * (1 - expected) / Double(worlds)).squareRoot() + 1e-12
  }

  /// A wins while w·a > (1−w)·b.
  @Test(arguments: [(1, 1), (1, 3), (2, 1), (3, 1), (2, 3)])
  func twoCriteriaShareTheUnitInterval(a: Int, b: Int) throws {
    let found = try Self.measured(Self.pack([("A", "x", a), ("B", "y", b)]))
    let expected = Double(a) / Double(a + b)
    let (first, second) = (try #require(found.family("A")), try #require(found.family("B")))
    #expect(Self.isNear(first.first, expected) && Self.isNear(second.first, 1 - expected))
    #expect(first.ranks[1] == second.first && first.first + first.ranks[1] == 1)
    #expect(first.wins.map(\.share) == [first.first] && second.wins.map(\.share) == [second.first])
    // The middle of the part of the interval in which A wins; there it does win.
    let central = try #require(first.centralWeights)
    #expect(central.map(\.criterion) == ["x", "y"])
    #expect((central[0].share - (1 + Double(b) / Double(a + b)) / 2).magnitude < 0.01)
    #expect((central[0].share + central[1].share - 1).magnitude < 1e-9)
    #expect(first.confidenceFactor == 1 && second.confidenceFactor == 1)
    let confidence = try #require(found.confidence)
    #expect(confidence.fromAnswers == 1 && confidence.fromWeights == confidence.share && confidence.worlds == 10_000)
    #expect(
      (confidence.standardError - (confidence.share * (1 - confidence.share) / 10_000).squareRoot()).magnitude < 1e-15
    )
  }

  /// P(u·a > v·b + w·c) = a²/((a+b)(a+c)) on the simplex of three.
  @Test(arguments: [(1, 1, 1), (3, 1, 2), (1, 2, 3), (2, 3, 1)])
  func threeCriteriaCutTheTriangle(a: Int, b: Int, c: Int) throws {
    let found = try Self.measured(Self.pack([("A", "x", a), ("B", "y", b), ("B", "z", c)]))
    let expected = Double(a * a) / Double((a + b) * (a + c))
    #expect(Self.isNear(found.family("A")?.first, expected))
    #expect(Self.isNear(found.family("B")?.first, 1 - expected))
  }

  /// Three options, each good at one thing only: by symmetry a third each, and every order of ranks alike.
  @Test func threeEqualOptionsShareAlike() throws {
    let found = try Self.measured(Self.pack([("A", "x", 2), ("B", "y", 2), ("C", "z", 2)]))
    for option in found.leaves {
      for rank in option.ranks { #expect(Self.isNear(rank, 1.0 / 3)) }
      for win in option.wins { #expect(Self.isNear(win.share, 0.5)) }
    }
  }

  /// With x before y, w is uniform from one half on: A wins while w > b/(a+b).
  @Test func aKeptOrderCutsTheIntervalInHalf() throws {
    let rules = try Self.pack([("A", "x", 1), ("B", "y", 3)])
    let profile = #"{ "answers": { "on": true }, "weights": { "x": 5, "y": 4 } }"#
    #expect(Self.isNear(try Self.measured(rules, profile).family("A")?.first, 0.25))
    #expect(Self.isNear(try Self.measured(rules, profile, keepsOrder: true).family("A")?.first, 0.5))
  }

  /// An open answer with a prior of 0.3 turns the winner round; the weights have a say of their own.
  @Test func weightsAndAnswersAreToldApart() throws {
    let rules = try Self.pack(
      [("A", "x", 3), ("B", "y", 1)],
      facts: #", { "id": "q", "type": "boolean", "prior": { "true": 0.3 } }"#,
      rules: #", { "id": "veto", "when": { "q": true }, "exclude": ["A"], "because": "x" }"#
    )
    let found = try Self.measured(rules)
    let confidence = try #require(found.confidence)
    #expect(confidence.family == "A")
    #expect(Self.isNear(confidence.share, 0.7 * 0.75))
    #expect(Self.isNear(confidence.fromWeights, 0.75))
    #expect(Self.isNear(confidence.fromAnswers, 0.7))
    let a = try #require(found.family("A"))
    #expect(Self.isNear(a.ranks[1], 0.7 * 0.25))
    // Excluded, it has no rank, and the other ranks before it.
    #expect(Self.isNear(found.family("B")?.wins[0].share, 0.3 + 0.7 * 0.25))
    // Under its central weights it wins unless it is excluded.
    #expect(Self.isNear(a.confidenceFactor, 0.7))
  }

  @Test func aWorldWithoutAWinnerCountsForNobody() throws {
    let rules = try Self.pack(
      [("A", "x", 3), ("B", "y", 1)],
      facts: #", { "id": "q", "type": "boolean", "prior": { "true": 0.4 } }"#,
      rules: #", { "id": "veto", "when": { "q": true }, "exclude": ["A", "B"], "because": "x" }"#
    )
    let found = try Self.measured(rules)
    #expect(found.worlds == 10_000 && Self.isNear(Double(found.decided) / 10_000, 0.6))
    let total = found.families.reduce(0) { $0 + $1.first }
    #expect((total - Double(found.decided) / 10_000).magnitude < 1e-12)
    #expect(Self.isNear(found.family("A")?.first, 0.6 * 0.75))
  }

  @Test func worldsInWhichADecisionDoesNotApplyAreLeftOut() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "on", "type": "boolean" }, { "id": "q", "type": "boolean", "prior": { "true": 0.2 } } ],
        "criteria": [ { "id": "x" }, { "id": "y" } ], "decisions": [ { "id": "d", "when": { "q": true } }, { "id": "never", "when": { "on": false } } ],
        "options": [ { "id": "A", "decision": "d" }, { "id": "B", "decision": "d" }, { "id": "C", "decision": "never" } ],
        "rules": [ { "id": "r", "when": { "on": true }, "criterion": "x", "rate": { "A": 1 } },
                   { "id": "s", "when": { "on": true }, "criterion": "y", "rate": { "B": 3 } },
                   { "id": "t", "when": { "q": true }, "criterion": "y", "rate": { "C": 3 } } ] }
      """
    )
    let robustness = try #require(
      try rules.assessment(answers: #"{ "on": true }"#).measuringRobustness().robustness
    )
    #expect(robustness.decisions.map(\.id) == ["d"])
    let found = try #require(robustness.decision("d"))
    #expect(Self.isNear(Double(found.worlds) / 10_000, 0.2))
    #expect(Self.isNear(found.family("A")?.first, 0.25, worlds: found.worlds))
  }
}
