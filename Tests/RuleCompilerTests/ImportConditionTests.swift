import TestSupport
import Testing

@testable import RuleCompiler

struct ImportConditionTests {
  private let choices = ["a", "b", "c", "d"]

  private func read(_ text: String) -> Result<RiskConditionParser.Reading, RiskConditionParser.Problem> {
    RiskConditionParser.read(text, choices: choices)
  }

  @Test(arguments: [
    ("a", RiskCondition.choice(0)),
    ("!a", .not(.choice(0))),
    ("!!a", .choice(0)),
    ("(((a)))", .choice(0)),
    ("a&&b&&c", .all([.choice(0), .choice(1), .choice(2)])),
    ("a || b && c", .any([.choice(0), .all([.choice(1), .choice(2)])])),
    ("(a || b) && c", .all([.any([.choice(0), .choice(1)]), .choice(2)])),
    ("!a && !(b || c)", .all([.not(.choice(0)), .not(.any([.choice(1), .choice(2)]))])),
    ("a && (b && (c && d))", .all([.choice(0), .choice(1), .choice(2), .choice(3)])),
    ("a && a", .choice(0)),
    ("a && x", .constant(false)),
    ("a || !x", .constant(true)),
  ])
  func readsWhatIsWritten(text: String, condition: RiskCondition) throws {
    #expect(try read(text).get().condition == condition)
  }

  @Test(arguments: [
    ("", "the condition is empty", 0..<0),
    ("   ", "the condition is empty", 3..<3),
    ("a &&", "the condition ends where a choice is missing", 4..<4),
    ("a & b", "'&' stands alone", 2..<3),
    ("a | b", "'|' stands alone", 2..<3),
    ("(a", "this '(' is not closed", 0..<1),
    ("a)", "this ')' closes nothing", 1..<2),
    ("a b", "a condition goes on with && or || here", 2..<3),
    ("&& a", "a choice is missing in front of this", 0..<2),
    ("()", "a choice is missing in front of this", 1..<2),
    ("a && || b", "a choice is missing in front of this", 5..<7),
    ("a AND b", "a condition goes on with && or || here", 2..<5),
    ("a && not b", "'not' is no sign of a condition", 5..<8),
    ("a || default", "'default' stands alone, not within a condition", 5..<12),
  ])
  func saysWhatIsWrongAndWhere(text: String, message: String, range: Range<Int>) {
    guard case .failure(let problem) = read(text) else {
      Issue.record("'\(text)' was read")
      return
    }
    #expect(problem.message == message)
    #expect(problem.range == range)
    #expect(problem.help != nil)
  }

  @Test func tellsStrangersAndMixtures() throws {
    let reading = try read("x && a || y").get()
    #expect(reading.strangers.map(\.id) == ["x", "y"])
    #expect(reading.strangers.map(\.range) == [0..<1, 10..<11])
    #expect(reading.mixture == 0..<11)
    #expect(try read("(a && b) || c").get().mixture == nil)
    #expect(try read("a && b && c").get().mixture == nil)
  }

  @Test(arguments: ["(", "!", "!(", "(a||", "!(a&&"])
  func depthIsNoDanger(piece: String) {
    let text = String(repeating: piece, count: 200_000)
    guard case .failure = read(text) else {
      Issue.record("an endless condition was read")
      return
    }
    let within = String(repeating: "(", count: 64) + "a" + String(repeating: ")", count: 64)
    #expect(throws: Never.self) { try read(within).get() }
    guard case .failure(let problem) = read("(\(within))") else {
      Issue.record("65 parentheses were read")
      return
    }
    #expect(problem.message == "parentheses stand at most 64 deep in one another" && problem.range == 64..<65)
  }

  /// Whatever stands there, there is an answer, and its places lie within the text.
  @Test(arguments: 1...20)
  func survivesGarbage(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "a", "b", "x", "(", ")", "!", "&&", "||", "&", "|", " ", "\t", "default", "and", "ä", "日", "\u{301}", "\u{0}",
      "\u{FFFD}", "👩‍👩‍👧", "\\", "\"", "-", "_", ".", "\n", "\r\n", "\u{A0}",
    ]
    for _ in 0..<2_000 {
      let text = (0..<generator.int(0...24)).map { _ in generator.pick(pieces) }.joined()
      let bounds = 0...text.utf8.count
      switch read(text) {
      case .failure(let problem):
        #expect(bounds.contains(problem.range.lowerBound) && bounds.contains(problem.range.upperBound))
      case .success(let reading):
        for stranger in reading.strangers {
          #expect(String(decoding: Array(text.utf8)[stranger.range], as: UTF8.self) == stranger.id)
        }
        let worlds = ImportWorlds(of: choices, seed: 1)
        let expected = worlds.truth(of: text)
        if text.contains("default") || text.unicodeScalars.contains("\u{A0}") { continue }
        let found = worlds.worlds.indices.filter { number in
          choices.indices.reduce(reading.condition) { $0.knowing($1, worlds.worlds[number].contains(choices[$1])) }
            == .constant(true)
        }
        #expect(Set(found) == expected, "\(text.debugDescription)")
      }
    }
  }

  @Test func findsOutWhatIsNeverTrue() throws {
    #expect(try read("a && !a").get().condition.satisfiability == .never)
    #expect(try read("(a || b) && !a && !b").get().condition.satisfiability == .never)
    #expect(try read("!a && (b || a) && !(c && b)").get().condition.satisfiability == .by([1]))
    #expect(RiskCondition.constant(true).satisfiability == .by([]))
  }
}
