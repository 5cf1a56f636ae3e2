import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Two versions of the packs compared (`packs impact`).
@Suite struct ImpactTests {
  private func pack(_ rules: String, more: String = "") -> String {
    """
    { "facts": [ { "id": "f", "type": "boolean" }, { "id": "site", "type": "choice",
                   "choices": [ { "id": "here" }, { "id": "there" } ] } ],
      "criteria": [ { "id": "c", "scale": 100 }, { "id": "e", "scale": 100 } ], "decisions": [ { "id": "d" } ],
      "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
      "rules": [ \(rules) ] \(more) }
    """
  }

  private func rule(_ id: String, _ effect: String, when: String = #"{ "f": true }"#) -> String {
    #"{ "id": "\#(id)", "when": \#(when), \#(effect) }"#
  }

  private func profile(_ text: String) throws -> Profile {
    var log = DiagnosticLog()
    let file = SourceFile(name: "case.json", text: text)
    guard let document = parseJSON(file, into: &log), let profile = decodeProfile(document, into: &log) else {
      throw UnexpectedProblems(log)
    }
    return profile
  }

  private func impact(
    _ old: String,
    _ new: String,
    _ members: String = #""answers": { "f": true, "site": "here" }"#
  ) throws -> Impact {
    let text = #"{ "format": 1, "title": "case", \#(members) }"#
    return Impact(from: try compiled(old), to: try compiled(new), profiles: [("case", try profile(text))])
  }

  private func only(_ impact: Impact) throws -> DecisionImpact { try #require(impact.replays.first?.decisions.first) }

  private func changes(_ decision: DecisionImpact) -> [String] {
    decision.changes.map { "\($0.kind) \($0.leaf) \($0.rule)" }
  }

  private func points(_ option: String, _ points: Int, weight: Int = 1, criterion: String = "c") -> String {
    #""criterion": "\#(criterion)", "weight": \#(weight), "rate": { "\#(option)": \#(points) }"#
  }

  @Test func aFlipNamesTheRulesThatDidItByWhatTheyMoved() throws {
    let old = pack([rule("r1", points("a", 3)), rule("r2", points("b", 2))].joined(separator: ","))
    let new = pack(
      [rule("r1", points("a", 1)), rule("r2", points("b", 2, weight: 2)), rule("r3", points("a", 1))].joined(
        separator: ","
      )
    )
    let found = try impact(old, new)
    let decision = try only(found)
    #expect(decision.effect == .flips && found.hasFlips)
    #expect(decision.old?.option == "a" && decision.new?.option == "b")
    #expect(
      decision.causes.map(\.id) == ["r1", "r2", "r3"] && decision.causes.map(\.why) == [.changed, .changed, .added]
    )
    #expect(decision.causes.map(\.aspects) == [["ratings"], ["weight"], []])
    let lead = (decision.new?.lead ?? 0) + (decision.old?.lead ?? 0)
    #expect((decision.causes.reduce(0) { $0 + $1.points } - lead).magnitude < 1e-9)
  }

  @Test func anExclusionThatFlipsStandsFirst() throws {
    let base = [rule("r1", points("a", 3)), rule("r2", points("b", 2))]
    let new = base + [rule("no-a", #""exclude": ["a"]"#)]
    let decision = try only(impact(pack(base.joined(separator: ",")), pack(new.joined(separator: ","))))
    #expect(decision.effect == .flips)
    #expect(decision.causes.first.map { [$0.kind.rawValue, $0.id, $0.why.rawValue] } == ["excludes", "no-a", "added"])
    #expect(changes(decision) == ["gainsExclusion a no-a"])
    let back = try only(impact(pack(new.joined(separator: ",")), pack(base.joined(separator: ","))))
    #expect(back.causes.first.map { [$0.kind.rawValue, $0.id, $0.why.rawValue] } == ["readmits", "no-a", "removed"])
    #expect(changes(back) == ["losesExclusion a no-a"])
  }

  @Test func aDecisionOpensWithTheRuleThatWasItsBasis() throws {
    let old = pack(rule("r1", points("a", 3)))
    let new = pack(rule("r1", points("a", 3), when: #"{ "f": false }"#))
    let decision = try only(impact(old, new))
    #expect(decision.effect == .opens && decision.new?.reason == "not enough facts" && decision.effect.isFlip)
    #expect(decision.causes.map(\.id) == ["r1"] && decision.causes.map(\.aspects) == [["condition"]])
    let closed = try only(impact(new, old))
    #expect(closed.effect == .closes && !closed.effect.isFlip && closed.causes.map(\.kind) == [.basis])
    let blocked = try only(impact(old, pack(rule("r1", points("a", 3)) + "," + rule("no", #""exclude": ["a", "b"]"#))))
    #expect(blocked.new?.reason == "every option is excluded" && blocked.causes.first?.id == "no")
  }

  @Test func otherWeightsOnlyMoveAndAreNamedAsSuch() throws {
    let rules = [rule("r1", points("a", 3)), rule("r2", points("b", 1, criterion: "e"))].joined(separator: ",")
    let new = pack(rules, more: #", "adjustments": [ { "criterion": "c", "weight": 3, "because": "tests" } ]"#)
    let found = try impact(pack(rules), new)
    let decision = try only(found)
    #expect(decision.effect == .moves && !found.hasFlips)
    #expect(decision.causes.map(\.why) == [.weights, .weights])
    #expect(found.difference.items.map(\.id) == ["c"])
    #expect(found.difference.items[0].aspects.map { [$0.name, $0.old, $0.new] } == [["weight", "1", "3"]])
    let moved = (decision.new?.lead ?? 0) - (decision.old?.lead ?? 0)
    #expect((decision.causes.reduce(0) { $0 + $1.points } - moved).magnitude < 1e-9)
  }

  @Test func otherWordsForTheSameConditionAreNoDifference() throws {
    let effect = points("a", 1)
    let old = pack(rule("r", effect, when: #"{ "f": true, "any": [ { "site": "here" }, { "site": ["there"] } ] }"#))
    let new = pack(
      rule(
        "r",
        effect,
        when:
          #"{ "all": [ { "any": [ { "site": { "is": "there" } }, { "site": "here" } ] }, { "f": { "is": true } } ] }"#
      )
    )
    #expect(try PackDifference(from: compiled(old).catalogue, to: compiled(new).catalogue).isEmpty)
    let other = pack(rule("r", effect, when: #"{ "f": true, "site": "here" }"#))
    #expect(try PackDifference(from: compiled(old).catalogue, to: compiled(other).catalogue).items.map(\.id) == ["r"])
  }

  @Test func filesAndTheirOrderAreNoDifference() throws {
    for seed in 1...10 {
      let packs = RandomPacks(seed: UInt64(seed)).packs
      var dice = SplitMix64(seed: UInt64(seed))
      let shuffled = LoadedPacks(packs.map { $0.shuffledFolder(&dice) })
      let difference = PackDifference(from: LoadedPacks(packs).catalogue, to: shuffled.catalogue)
      #expect(difference.items.map { "\($0.kind) \($0.id) \($0.aspects)" } == [])
    }
  }

  @Test func formerNamesAreMappedAndDroppedAnswersReported() throws {
    let old = pack(rule("r1", points("a", 1), when: #"{ "site": "here" }"#) + "," + rule("r2", points("b", 2)))
    let renamed = """
      { "facts": [ { "id": "f", "type": "boolean" },
                   { "id": "place", "type": "choice", "choices": [ { "id": "near" }, { "id": "there" } ] } ],
        "criteria": [ { "id": "c", "scale": 100 }, { "id": "e", "scale": 100 } ], "decisions": [ { "id": "d" } ],
        "options": [ { "id": "alpha", "decision": "d" }, { "id": "b", "decision": "d" } ],
        "rules": [ { "id": "first", "when": { "place": "near" }, "criterion": "c", "rate": { "alpha": 1 } },
                   { "id": "r2", "when": { "f": true }, "criterion": "c", "rate": { "b": 2 } } ],
        "renamed": [ { "fact": "site", "to": "place" }, { "choice": ["place", "here", "near"] },
                     { "option": "a", "to": "alpha" }, { "rule": "r1", "to": "first" } ] }
      """
    let found = try impact(old, renamed)
    #expect(try only(found).effect == .same)
    let kinds = found.difference.items.filter { $0.formerID != nil }.map { "\($0.kind) \($0.formerID ?? "") \($0.id)" }
    #expect(kinds == ["rule r1 first", "fact site place", "option a alpha"])
    // Titles made up by the test are the ids; nothing else differs.
    let aspects = Set(found.difference.items.flatMap(\.aspects).map(\.name))
    #expect(aspects.isSubset(of: ["title", "because", "question"]))
    #expect(
      found.replays[0].renamed.map { "\($0.from) \($0.to ?? "")" }
        == ["site=here place=near", "site place"].map {
          $0.replacing("site=here", with: "place=here")
        }
    )
    #expect(found.replays[0].dropped == [])
    let gone = pack(rule("r2", points("b", 2)), more: #", "renamed": [ { "fact": "old", "to": null } ]"#)
    let dropped = try impact(old, gone, #""answers": { "f": true, "old": 3, "odd": true, "site": "moon" }"#)
    let replay = try #require(dropped.replays.first)
    #expect(replay.failure == nil)
    #expect(
      replay.dropped.map { "\($0.side) \($0.kind) \($0.id)" } == [
        "old fact site", "new fact site", "new fact old", "old fact old", "new fact odd",
      ]
    )
  }

  @Test func aProfileThatOneVersionCannotReadIsAFinding() throws {
    let base = pack(rule("r", points("a", 1)))
    let wrong = #""answers": { "f": true }, "decided": { "d": "other" }"#
    let two = base.replacing(
      #""decisions": [ { "id": "d" } ]"#,
      with: #""decisions": [ { "id": "d" }, { "id": "x" } ]"#
    )
    .replacing(#""options": ["#, with: #""options": [ { "id": "other", "decision": "x" },"#)
    let found = try impact(base, two, wrong)
    #expect(found.replays[0].failure?.side == .new && found.hasFlips && found.replays[0].isAffected)
  }

  @Test(arguments: 1...8)
  func causesAddUpToTheChangeOfTheLead(seed: Int) throws {
    let packs = RandomPacks(seed: UInt64(seed)).packs
    var changed = packs
    var dice = SplitMix64(seed: UInt64(seed))
    for index in changed.indices {
      changed[index].replace("rules") { item in
        guard item["criterion"] != nil, dice.chance(0.4) else { return dice.chance(0.1) ? [] : [item] }
        var item = item
        item["weight"] = .number(Double(dice.int(1...5)))
        return [item]
      }
      // What names a rule that may be gone.
      for key in ["adjustments", "tests"] { changed[index].items[key] = nil }
    }
    var base = packs
    for index in base.indices { for key in ["adjustments", "tests"] { base[index].items[key] = nil } }
    let (old, new) = (try compiled(base), try compiled(changed))
    var random = RandomProfile(old.catalogue, seed: UInt64(seed))
    for _ in 0..<6 {
      var members = random.profile()
      members["format"] = 1
      members["title"] = "case"
      members["clarified"] = nil
      let impact = Impact(from: old, to: new, profiles: [("case", try profile(members.pretty()))])
      let (before, after) = (try old.assessment(of: members), try new.assessment(of: members))
      for decision in impact.replays[0].decisions where [.flips, .variant].contains(decision.effect) {
        let (from, to) = (decision.old?.variant ?? "", decision.new?.variant ?? "")
        func lead(_ assessment: Assessment) throws -> Double {
          let decision = try #require(assessment.decision(decision.id))
          return try #require(decision.leaf(to)).score - #require(decision.leaf(from)).score
        }
        let moved = decision.causes.filter { $0.kind == .points }.reduce(0) { $0 + $1.points }
        #expect(try (moved - (lead(after) - lead(before))).magnitude < 1e-6, "seed \(seed) decision \(decision.id)")
      }
    }
  }
}
