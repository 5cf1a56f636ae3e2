import Advice
import Assessing
import LocatedJSON
import RuleModel
import TestSupport
import Testing

@Suite struct RecommendationTests {
  private static let notes = """
    {"id": "r1", "when": {"fast": true}, "notes": [{"text": "info"}, {"text": "warning", "level": "warning"}]},
    {"id": "r0", "when": {"fast": true}, "notes": [{"text": "of A", "options": ["A"]}, {"text": "of B", "options": ["B"]}]},
    {"id": "r2", "when": {"fast": false}, "notes": [{"text": "not true"}]},
    {"id": "r3", "when": {"extra": true}, "notes": [{"text": "unknown"}]}
    """

  private static func texts(_ found: Recommendation) -> [String] { found.notes.map { $0.note.text.text(in: .en) } }

  @Test func notesOfTrueRulesComeWarningsFirst() throws {
    #expect(Self.texts(try advice(rules: Self.notes)) == ["warning", "of A", "info"])
  }

  @Test func notesOfAnOptionNeedItsRecommendation() throws {
    let decided = try advice(rules: Self.notes, profile: ["decided": ["d": "B"]])
    #expect(Self.texts(decided) == ["warning", "of B", "info"])
    #expect(Self.texts(try advice(rules: Self.notes, answers: "{}")) == [])
  }

  @Test func questionsAboutWhatIsRecommendedAreAsked() throws {
    let rules = """
      {"id": "q1", "when": {"fast": true}, "confirm": {"A": "one?", "B": "other?"}},
      {"id": "q0", "when": {"fast": true}, "criterion": "c", "rate": {"A": "unknown"}},
      {"id": "q2", "when": {"extra": true}, "confirm": {"A": "not asked"}}
      """
    let found = try advice(rules: rules)
    #expect(found.confirmations.map(\.rule.id) == ["q0", "q1"])
    #expect(found.confirmations.map { $0.text?.text(in: .en) } == [nil, "one?"])
    #expect(found.confirmations.allSatisfy { $0.decision == "d" && $0.leaf == "A" })
  }

  @Test func aQuestionThatWasAnsweredIsNotAskedAgain() throws {
    let rules = "{\"id\": \"q\", \"when\": {\"fast\": true}, \"confirm\": {\"A\": \"one?\"}}"
    let profile: JSONValue = ["clarified": [["rule": "q", "option": "A", "holds": true]]]
    #expect(try advice(rules: rules).confirmations.count == 1)
    #expect(try advice(rules: rules, profile: profile).confirmations.isEmpty)
  }

  @Test func withoutFactsNothingIsConcluded() throws {
    let content = """
      "components": [{"id": "x", "when": {"decision.d": ["A", "B"]}}], "prices": [{"id": "p", "option": "A"}]
      """
    let found = try advice(content, answers: "{}")
    #expect(found.architecture.components.isEmpty && found.costs.isEmpty && found.confirmations.isEmpty)
    #expect(found.assessment.decision("d")?.reason == .notEnoughFacts)
  }
}
