import Assessing
import Batching
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// The fast way, the ordinary way and `assess` say the same.
@Suite struct BatchAgreementTests {
  private let all = BatchFields(words: "all") ?? .short
  /// What assessments can be asked for by name.
  private var named: BatchFields { all.subtracting(.net) }

  @Test(arguments: 0..<40) func bothWaysSayWhatAssessSaysOnRandomPacks(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(seed)).packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed + 1))
    profiles.answered = 0.8
    var input: [UInt8] = []
    var expected: [[UInt8]] = []
    for number in 1...150 {
      var profile: JSONValue = ["format": 1, "title": .string("Case \(number) · ü")]
      if number % 3 == 0 { profile["customer"] = ["name": "Muster AG", "reference": .string("R-\(number)")] }
      for member in profiles.profile().members ?? [] {
        // Every other profile says nothing but its date and answers.
        if number % 2 == 0 && !["answers", "date"].contains(member.key) { continue }
        profile[member.key] = member.value
      }
      input += profile.canonical() + [UInt8(ascii: "\n")]
      expected.append(expectedResult(of: try rules.assessment(of: profile), line: number, named).canonical())
    }
    let fast = BatchOutcome(rules, input, named, readsFast: true)
    let found = try fast.lines.map { try parsed(String(decoding: $0, as: UTF8.self)).canonical() }
    #expect(found == expected)
    #expect(fast.mistakes.isEmpty)
    let (whole, ordinary) = (
      BatchOutcome(rules, input, all, readsFast: true, chunk: 4_000),
      BatchOutcome(rules, input, all, readsFast: false)
    )
    #expect(whole.output == ordinary.output)
    #expect(ordinary.ordinary == 150)
  }

  @Test func mostOfOurProfilesTakeTheFastWayAndSayTheSame() throws {
    let rules = try Repository.packs().compiled()
    let profiles = try Repository.profileFiles().map { String(decoding: $0.bytes, as: UTF8.self) }
    let input = profiles.flatMap { line($0) }
    let fast = BatchOutcome(rules, input, all, readsFast: true)
    #expect(fast.output == BatchOutcome(rules, input, all, readsFast: false).output)
    #expect(fast.profiles == profiles.count && fast.mistakes.isEmpty)
    // The others weigh, decide or clarify something.
    let special = try profiles.count { profile in
      let content = try parsed(profile)
      return ["weights", "decided", "clarified"].contains { content[$0] != nil }
    }
    #expect(fast.ordinary == special)
  }

  @Test func aDayIsCountedFromTheDateOfEachProfile() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "go", "type": "date" },
                   { "id": "weeks", "type": "number", "derive": { "sum": [ { "weeksUntil": "go" } ] } } ],
        "criteria": [ { "id": "time" } ], "decisions": [ { "id": "d" } ],
        "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
        "rules": [ { "id": "soon", "when": { "weeks": { "below": 4 } }, "criterion": "time", "rate": { "a": 1 } },
                   { "id": "late", "when": { "weeks": { "atLeast": 4 } }, "criterion": "time", "rate": { "b": 1 } } ] }
      """
    )
    let dates = [#""date":"2026-11-20","#, #""date":"2026-01-01","#, ""]
    let input = dates.flatMap { line(#"{"format":1,"title":"t",\#($0)"answers":{"go":"2026-12-01"}}"#) }
    let fast = BatchOutcome(rules, input, .recommended, readsFast: true)
    let options = try fast.lines.map {
      try parsed(String(decoding: $0, as: UTF8.self))["decisions"]?["d"]?["recommended"]
    }
    #expect(options == ["a", "b", .null])
    #expect(fast.ordinary == 0)
    #expect(fast.output == BatchOutcome(rules, input, .recommended, readsFast: false).output)
  }
}
