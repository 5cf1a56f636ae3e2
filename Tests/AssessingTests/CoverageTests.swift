import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What worlds reach with effect (`packs coverage`).
@Suite struct CoverageTests {
  private func coverage(_ content: String, _ answers: String...) throws -> Coverage {
    let rules = try compiled(content)
    return rules.coverage(of: try answers.map { try rules.assessment(answers: $0) })
  }

  private func pack(_ rules: String, more: String = "") -> String {
    """
    { "facts": [ { "id": "f", "type": "boolean" }, { "id": "g", "type": "boolean" },
                 { "id": "n", "type": "number" }, { "id": "k", "type": "choice", "ordered": true,
                   "choices": [ { "id": "low" }, { "id": "mid" }, { "id": "high" } ] },
                 { "id": "s", "type": "choices", "choices": [ { "id": "x" }, { "id": "y" } ] } \(more) ],
      "criteria": [ { "id": "c" }, { "id": "w", "weight": 0 } ], "decisions": [ { "id": "d" } ],
      "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ], "rules": [ \(rules) ] }
    """
  }

  private func rule(_ id: String, _ when: String, _ effect: String = #""criterion": "c", "rate": { "a": 1 }"#) -> String
  {
    #"{ "id": "\#(id)", "when": \#(when), \#(effect) }"#
  }

  /// "TF" for each comparison: a letter stands if that truth mattered.
  private func marks(_ condition: ConditionCoverage) -> [String] {
    condition.comparisons.map { ($0.mattersTrue > 0 ? "T" : "") + ($0.mattersFalse > 0 ? "F" : "") }
  }

  @Test func aComparisonMattersOnlyIfItsContraryChangesTheCondition() throws {
    let content = pack(
      rule("both", #"{ "f": true, "g": true }"#) + "," + rule("one", #"{ "any": [ { "f": true }, { "g": true } ] }"#)
    )
    let yesNo = try coverage(content, #"{ "f": true, "g": false }"#)
    #expect(marks(yesNo.rules[0]) == ["", "F"] && yesNo.rules[0].isTrueWithEffect == 0)
    #expect(marks(yesNo.rules[1]) == ["T", ""] && yesNo.rules[1].isTrueWithEffect == 1)
    let both = try coverage(content, #"{ "f": true, "g": true }"#)
    #expect(marks(both.rules[0]) == ["T", "T"] && marks(both.rules[1]) == ["", ""])
    #expect(both.rules[1].comparisons[0].isTrue == 1)
    let open = try coverage(content, #"{ "f": true }"#)
    #expect(marks(open.rules[0]) == ["", ""] && marks(open.rules[1]) == ["T", ""])
  }

  @Test(arguments: [
    (#""criterion": "c", "rate": { "a": 1 }"#, true), (#""criterion": "w", "rate": { "a": 1 }"#, false),
    (#""exclude": ["a"]"#, true), (#""exclude": ["b"]"#, false), (#""confirm": { "b": "?" }"#, true),
    (#""notes": [ { "text": "!" } ]"#, true), (#""notes": [ { "text": "!", "options": ["b"] } ]"#, false),
    (#""notes": [ { "text": "!", "options": ["a"] } ]"#, true),
    (#""criterion": "c", "rate": { "a": 0 }"#, false),
  ])
  func aRuleCountsOnlyIfPeopleSeeItsEffect(effect: String, counts: Bool) throws {
    let others = [
      rule("base", #"{ "g": true }"#), rule("out", #"{ "g": true }"#, #""exclude": ["b"]"#),
    ].joined(separator: ",")
    let found = try coverage(
      pack(rule("probe", #"{ "f": true }"#, effect) + "," + others),
      #"{ "f": true, "g": true }"#
    )
    let probe = try #require(found.rules.first { $0.id == "probe" })
    #expect(probe.isTrue == 1 && (probe.isTrueWithEffect == 1) == counts)
    #expect(marks(probe) == [counts ? "T" : ""])
  }

  @Test func effectPassesThroughDerivedFactsAndRelevance() throws {
    let more = #"""
      , { "id": "h", "type": "boolean", "relevantWhen": { "g": true } },
      { "id": "derived", "type": "boolean", "derive": { "when": { "f": true, "n": { "above": 3 } } } },
      { "id": "level", "type": "choice", "choices": [ { "id": "p" }, { "id": "q" } ],
        "derive": { "cases": [ { "when": { "n": { "atLeast": 9 } }, "value": "p" } ], "otherwise": "q" } }
      """#
    let rules = [
      rule("r", #"{ "derived": true }"#), rule("t", #"{ "h": true }"#),
      rule("u", #"{ "level": "p" }"#, #""criterion": "w", "rate": { "a": 1 }"#),
    ].joined(separator: ",")
    let found = try coverage(pack(rules, more: more), #"{ "f": true, "g": true, "h": true, "n": 5 }"#)
    func condition(_ id: String) throws -> ConditionCoverage { try #require(found.conditions.first { $0.id == id }) }
    #expect(try marks(condition("derived")) == ["T", "T"])
    #expect(try marks(condition("h")) == ["T"])
    // The rule behind it has no effect, since its criterion has no weight.
    #expect(try marks(condition("level")) == [""])
    let threshold = try #require(found.thresholds.first { $0.threshold == .number(3) })
    #expect(threshold.above == 1 && threshold.below == 0)
    let silent = try coverage(pack(rules, more: more), #"{ "f": true, "g": false, "h": true, "n": 3 }"#)
    #expect(silent.conditions.first { $0.id == "h" }.map { marks($0) } == ["F"])
    #expect(silent.thresholds.first { $0.threshold == .number(3) }?.below == 1)
  }

  @Test func choicesAndSidesOfThresholdsAreReached() throws {
    let rules = [
      rule("k", #"{ "k": { "atLeast": "mid" } }"#), rule("s", #"{ "s": { "includesAny": ["x", "y"] } }"#),
      rule("n", #"{ "n": { "above": 1, "below": 5 } }"#),
    ].joined(separator: ",")
    let found = try coverage(
      pack(rules),
      #"{ "k": "high", "s": ["x"], "n": 5 }"#,
      #"{ "k": "low", "s": ["x", "y"], "n": 3 }"#
    )
    #expect(found.choices.map(\.choice) == ["x", "y"] && found.choices.map(\.isAnswered) == [2, 1])
    // With both in the set, neither decides alone.
    #expect(found.choices.map(\.matters) == [1, 0])
    #expect(found.thresholds.map(\.fact) == ["k", "n", "n"])
    #expect(found.thresholds.map(\.above) == [1, 1, 1] && found.thresholds.map(\.below) == [1, 0, 1])
    let summary = found.summary(of: nil)
    #expect(summary.choices == Reached(count: 1, total: 2) && summary.sides == Reached(count: 5, total: 6))
    #expect(summary.rules == Reached(count: 3, total: 3))
  }

  /// Coverage says that a comparison matters exactly if the packs with its contrary in that place show people something else.
  @Test(arguments: 1...4)
  func agreesWithPacksInWhichTheComparisonIsTurnedAround(seed: Int) throws {
    let packs = RandomPacks(seed: UInt64(seed)).packs
    let rules = try compiled(packs)
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    profiles.answered = 0.9
    let members = (0..<3).map { _ in profiles.profile() }
    let worlds = try members.map { try rules.assessment(of: $0) }
    let coverages = worlds.map { rules.coverage(of: [$0]) }
    for rule in rules.catalogue.rules {
      var count = 0
      rule.condition.forEachComparison { _ in count += 1 }
      for place in 0..<count {
        var turned = packs
        for index in turned.indices {
          turned[index].replace("rules") { item in
            guard item["id"] == .string(rule.id), let when = item["when"] else { return [item] }
            var item = item
            item["when"] = turnedAround(when, place)
            return [item]
          }
        }
        let others = try compiled(turned)
        for (index, profile) in members.enumerated() {
          let comparison = try #require(coverages[index].rules.first { $0.id == rule.id }).comparisons[place]
          let matters = comparison.mattersTrue + comparison.mattersFalse > 0
          let then = try others.assessment(of: profile)
          let differs = worlds[index].seen(but: rule.id) != then.seen(but: rule.id)
          #expect(matters == differs, "seed \(seed), rule \(rule.id), comparison \(place), profile \(index)")
        }
      }
    }
  }

  /// In the order in which the entries of a condition are read, whatever the order they were written in.
  private func byKey(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// A condition with one of its comparisons under `not`, everything else saying the same.
  private func turnedAround(_ condition: JSONValue, _ place: Int) -> JSONValue {
    var next = 0
    func walk(_ condition: JSONValue) -> JSONValue {
      let parts = byKey(condition.members ?? []).flatMap { member -> [JSONValue] in
        switch member.key {
        case "all", "any": return [.object([.init(member.key, .array((member.value.elements ?? []).map(walk)))])]
        case "not": return [["not": walk(member.value)]]
        default:
          let values = member.value.members.map { byKey($0).map { JSONValue.object([$0]) } } ?? [member.value]
          return values.map { value in
            defer { next += 1 }
            let comparison = JSONValue.object([.init(member.key, value)])
            return next == place ? ["not": comparison] : comparison
          }
        }
      }
      return parts.count == 1 ? parts[0] : ["all": .array(parts)]
    }
    return walk(condition)
  }
}

extension Assessment {
  /// What people see of an assessment: not which rules are true, but what follows. An exclusion counts, not its reasons.
  fileprivate func seen(but rule: String) -> [String] {
    var lines = decisions.filter { $0.applicable != .no }.flatMap { decision in
      ["\(decision.id) \(decision.variant ?? "") \(decision.variantByScore ?? "") \(decision.evidence)"]
        + decision.leaves.map { leaf in
          "\(leaf.id) \(leaf.score) \(leaf.isExcluded) \(leaf.confirm.map(\.rule).sorted())"
        }.sorted()
    }
    lines +=
      stepTruths.filter { $0.value == .yes }.keys.sorted() + componentTruths.filter { $0.value == .yes }.keys.sorted()
    for linked in catalogue.rules where truth(ofRule: linked.id) == .yes {
      for (place, note) in linked.rule.notes.enumerated()
      where note.options.isEmpty || note.options.contains(where: { chosenOptions.contains($0.id) }) {
        lines.append("note \(linked.id) \(place)")
      }
    }
    return lines
  }
}
