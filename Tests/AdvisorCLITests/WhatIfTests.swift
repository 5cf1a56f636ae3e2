import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI
@testable import Reports

/// `advisor whatif`: what is typed is read, what changes is told and adds up, what does not fit is refused.
@Suite struct WhatIfTests {
  private static let industry = "Profiles/muster-industry.json"

  private static func talk(_ words: String...) -> ProgramRun { run(["whatif"] + words, in: .mini()) }

  // MARK: Words

  @Test(arguments: [
    ("need.memory=64", "Memory: 8 GiB → 64 GiB"), ("need.memory=8-32", "Memory: 8 GiB → 8 to 32 GiB"),
    ("need.memory=64 GiB", "Memory: 8 GiB → 64 GiB"), ("need.memory=?", "Memory: 8 GiB → not known"),
    ("need.memory=", "Memory: 8 GiB → open"), ("need.own_rules=no", "→ no"), ("need.own_rules=nein", "→ no"),
    ("need.own_rules=false", "→ no"), ("need.team=none", "→ "), ("need.start=2027-03-01", "→ 1 March 2027"),
    ("need.start=1.3.2027", "→ 1 March 2027"), ("weight.cost=30", "Weight of Cost: 2 as in the packs → 30"),
    ("decided.platform=shared-cluster", "Decided already, Platform: open → Shared cluster"),
  ])
  func everyFormOfAChangeIsRead(word: String, line: String) {
    let run = Self.talk("Profiles/worked.json", word)
    #expect(run.status == 0 && run.talk == "", "\(run.talk)")
    #expect(run.output.contains(line), "\(run.output)")
  }

  @Test(arguments: [
    ("memory=3", "unknown-fact", "did you mean 'need.memory'?"), ("need.memori=3", "unknown-fact", "'need.memory'"),
    ("need.memory", "change-without-value", "write FACT=VALUE"), ("=3", "change-without-value", "write FACT=VALUE"),
    ("need.memory=-5", "answer-out-of-range", "need.memory"), ("need.memory=9-3", "unreadable-change", "100-500"),
    ("need.memory=1,000", "unreadable-change", "write 1000"), ("need.memory=3 km", "unreadable-change", "alone"),
    ("need.team=1", "unknown-choice", "choices: "), ("need.team=experts", "unknown-choice", "did you mean 'expert'?"),
    ("need.start=31.2.2027", "invalid-date", "day"), ("need.own_rules=1", "wrong-type", "true or false"),
    ("need.weeks=3", "answer-to-derived-fact", "computed"), ("weight.cost=-1", "unreadable-change", "from 0"),
    ("weight.costs=1", "unknown-criterion", "did you mean 'cost'?"), ("decided.platform=x", "unknown-option", "'x'"),
    ("decided.platforms=?", "unknown-decision", "did you mean 'platform'?"),
    ("clarified.who-backs-up=yes", "unreadable-change", "clarified.RULE/OPTION=yes"),
    ("clarified.who-backs-up/shared-cluster=maybe", "unreadable-change", "yes or no"),
  ])
  func whatDoesNotFitIsRefusedAtItsPlace(word: String, code: String, hint: String) {
    let run = Self.talk("Profiles/worked.json", word)
    #expect(run.status == 2 && run.output == "")
    #expect(run.talk.contains("[\(code)]") && run.talk.contains(hint), "\(run.talk)")
    #expect(run.talk.contains("the command line:1:"), "\(run.talk)")
  }

  @Test func everyMistakeIsToldInOneRun() {
    let run = Self.talk("Profiles/worked.json", "need.memory=x", "need.team=y", "need.memory=4")
    for code in ["unreadable-change", "unknown-choice", "repeated-change"] { #expect(run.talk.contains("[\(code)]")) }
    #expect(Self.talk("Profiles/worked.json").talk.contains("[change-without-value]"))
  }

  @Test func anAnswerToAQuestionThatDoesNotAriseIsRefused() {
    let idle = run(["whatif", Self.industry, "data.stores=postgresql", "data.object_size=5"], in: .repository())
    #expect(idle.status == 2 && idle.talk.contains("[change-not-applicable]") && idle.talk.contains("it applies if"))
    let together = run(["whatif", Self.industry, "data.object_size=5"], in: .repository())
    #expect(together.status == 0, "\(together.talk)")
  }

  // MARK: What is told

  @Test func theChangeOfTheLeadAddsUpOnTheScreenOfOurCases() throws {
    for words in [["comp.isolation=namespace", "biz.maintenance=anytime"], ["weight.cost=60", "scale.memory=400"]] {
      let words = ["whatif", Self.industry] + words + ["--format", "json", "--lang", "en"]
      let json = try run(words, in: .repository()).json()
      let decisions = try #require(json["differences"]?.elements?.first?["decisions"]?.elements)
      #expect(!decisions.isEmpty)
      for decision in decisions {
        guard let points = decision["points"], points != .null else { continue }
        let change = (points["after"]?.number ?? 0) - (points["before"]?.number ?? 0)
        let rules = (points["rules"]?.elements ?? []).reduce(0) {
          $0 + ($1["after"]?.number ?? 0) - ($1["before"]?.number ?? 0)
        }
        let parts = (decision["parts"]?.elements ?? []).reduce(0) { $0 + ($1["points"]?.number ?? 0) }
        #expect((rules - change).magnitude < 1e-9 && (parts - change).magnitude < 1e-9)
      }
    }
  }

  @Test func theSameAnswerAgainChangesNothing() {
    let run = Self.talk("Profiles/worked.json", "need.memory=8", "--lang", "en")
    #expect(run.status == 0 && run.output.contains("Nothing that counts is different."))
  }

  @Test func theProfileStaysAndACopyHoldsTheChanges() throws {
    let files = MemoryFiles.mini()
    let changes = [
      "need.memory=64", "need.team=?", "need.start=", "weight.control=", "decided.database=?",
      "clarified.who-backs-up/shared-cluster=no",
    ]
    let run = run(["whatif", "Profiles/taken.json"] + changes + ["--write", "b.json"], in: files)
    #expect(run.status == 0 && run.talk.contains("wrote b.json"), "\(run.talk)")
    #expect(files["Profiles/taken.json"] == FixtureFiles.mini["Profiles/taken.json"])
    let written = try run.json(of: "b.json")
    #expect(written["answers"]?["need.memory"] == 64 && written["answers"]?["need.team"] == .null)
    #expect(written["answers"]?["need.start"] == nil && written["weights"]?["control"] == nil)
    #expect(written["decided"]?["database"] == nil && written["clarified"]?.elements?.count == 1)
    #expect(written["clarified"]?.elements?[0]["holds"] == false && written["notes"]?["need.memory"] != nil)
    let compared = advisor("compare", "Profiles/taken.json", "b.json", "--format", "json", in: files)
    let direct = advisor(
      "whatif",
      "Profiles/taken.json",
      "need.memory=64",
      "need.team=?",
      "need.start=",
      "weight.control=",
      "decided.database=?",
      "clarified.who-backs-up/shared-cluster=no",
      "--format",
      "json",
      in: .mini()
    )
    let (one, other) = (
      try compared.json()["differences"]?.elements?[0], try direct.json()["differences"]?.elements?[0]
    )
    #expect(one?["decisions"] == other?["decisions"] && one?["entries"] == other?["entries"])
  }

  @Test(arguments: ["en", "de"])
  func theScreenReadsLikeThis(language: String) {
    let run = run(
      ["whatif", "Profiles/worked.json", "need.memory=64", "need.database=yes", "need.team=none", "--lang", language],
      in: .mini()
    )
    #expect(run.status == 0, "\(run.talk)")
    #expect(Golden.mismatch(run.output, with: "Golden/whatif.\(language).txt") == nil)
  }

  @Test(arguments: ["en", "de"])
  func aRealCaseReadsLikeThis(language: String) {
    let run = run(
      ["whatif", Self.industry, "comp.isolation=dedicated_cluster", "weight.cost=60", "--lang", language],
      in: .repository()
    )
    #expect(run.status == 0, "\(run.talk)")
    #expect(Golden.mismatch(run.output, with: "Golden/whatif-industry.\(language).txt") == nil)
  }

  @Test func markdownReadsLikeThis() {
    let run = Self.talk("Profiles/worked.json", "need.memory=64", "need.team=none", "--all", "--format", "markdown")
    #expect(Golden.mismatch(run.output, with: "Golden/whatif.md") == nil)
  }
}
