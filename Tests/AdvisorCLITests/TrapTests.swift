import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

@testable import AdvisorCLI

/// What went wrong in other tools of this kind, as behaviours of ours. Where the others stand:
///
/// - answers of hidden questions, null and missing: AssessingTests/AnswerTests, AssessingTests/FactTests
/// - both applying, thresholds on the boundary, unknown: AssessingTests/ConditionTests, RuleCompilerTests/KernelOperatorTests
/// - an equal second reason, weights and signs: AssessingTests/WeightTests, AssessingTests/GuaranteeTests
/// - contributions that add up: AssessingTests/ContributionTests, FormatAgreementTests, ExplainTests
/// - blocked options: AssessingTests/RankingTests, AssessingTests/GuaranteeTests, CaseTests
/// - order of packs, options and keys: AssessingTests/OrderTests, DeterminismTests
/// - complete only if everything relevant is answered: ProfileCommandTests, AssessingTests/AnswerTests
/// - unknown names in tests and conditions: PacksCommandTests, RuleCompilerTests/BrokenFixtureTests
/// - text of all kinds, injection: InjectionTests, ReportsTests
/// - the same findings and exit status in all formats: OutputTests, InputTests, PacksCommandTests, FormatAgreementTests
/// - exclusions in all sections, weights quoted from the packs: CaseTests
@Suite struct TrapTests {
  // MARK: Checks that did not run are never passed

  @Test func checksThatDidNotRunAreNamedWithTheReason() {
    let run = advisor("packs", "check", in: .mini())
    #expect(run.talk.contains("not checked: stale-source: "))
  }

  @Test func nothingSuspiciousIsSaidAboutPacksThatAreWrong() {
    let broken = FixtureFiles.mini.replacing("\"below\": 16", with: "\"bellow\": 16", in: "Rules/shared/content.json")
    let run = advisor("packs", "check", in: MemoryFiles(broken))
    #expect(run.status == 2 && run.talk.contains("not checked for suspicious content, since there are errors"))
    #expect(!run.output.contains("rule-without-source"))
  }

  // MARK: The number checked is the number there

  @Test func asManyRulesAreCheckedAsThePacksHoldAndTheOthersAreListedWithTheirCause() throws {
    let texts = try FixtureFiles.mini.changing("Rules/own/content.json") { content in
      content["adjustments"] = [["rule": "soon", "disabled": true, "because": "not ours"]]
    }
    let written = try ["shared", "own"].reduce(0) { sum, pack in
      sum + (try texts.json("Rules/\(pack)/content.json")["rules"]?.elements?.count ?? 0)
    }
    let talk = advisor("packs", "check", "--date", "2026-11-20", in: MemoryFiles(texts)).talk
    let checked = talk.firstMatch(of: /([0-9]+) rules/).flatMap { Int($0.1) }
    let skipped = talk.split(separator: "\n").count { $0.hasPrefix("skipped: rule ") }
    #expect(checked == 7 && skipped == 2 && written == 9)
    #expect(talk.contains("skipped: rule with-extra, since pack extra is not loaded"))
    #expect(talk.contains("skipped: rule soon, since an adjustment switches it off"))
  }

  @Test func everyRuleOfTheRepositoryIsCheckedAndListed() throws {
    let written = try FixtureFiles.repository.filter { $0.key.hasPrefix("Rules/") }.reduce(0) { sum, file in
      sum + (try parsed(file.value)["rules"]?.elements?.count ?? 0)
    }
    let packs = try advisor("packs", "list", "--format", "json", in: .repository()).json()["packs"]?.elements ?? []
    #expect(packs.reduce(0) { $0 + ($1["items"]?["rules"]?.number ?? 0) } == Double(written))
    let skipped = try #require(RealReports.packs).catalogue.skipped.count { $0.kind == "rule" }
    let talk = advisor("packs", "check", "--date", "2026-11-20", in: .repository()).talk
    #expect(talk.contains(": \(written - skipped) rules, "), "\(talk)")
  }

  @Test func whatIsSkippedIsListedInReportsAndResults() throws {
    let run = advisor("report", "Profiles/worked.json", "-o", "r.md", "-o", "r.json", in: .mini())
    let item = try run.json(of: "r.json")["skipped"]?.item("with-extra")
    #expect(item?["kind"] == "rule" && item?["missing"]?.elements == ["extra"])
    #expect(
      try run.written("r.md").filter { $0 != "\\" }.contains("Left out, since a pack is not loaded: rule with-extra.")
    )
    #expect(
      advisor("packs", "list", in: .mini()).output.contains("skipped: rule with-extra, since pack extra is not loaded")
    )
  }

  @Test func everyRuleOfAResultHasItsTruth() throws {
    let result = try RealReports.about(FixtureFiles.profiles[0]).json(of: "r.json")
    let rules = try #require(RealReports.packs).catalogue.rules.map(\.id)
    #expect(result["rules"]?.elements?.map { $0["id"]?.text } == rules)
  }

  // MARK: Text

  @Test func textOfAnyScriptStaysAsItIsInEveryFormat() throws {
    let words = "Zürich, l'été, ¿qué?, Łódź, «Größe», 漢字かな, 👩‍👩‍👧‍👦, שלום, e\u{301}, don't?"
    let texts = try FixtureFiles.mini.changing("Profiles/worked.json") { $0["title"] = .string(words) }
    let run = advisor(
      "report",
      "Profiles/worked.json",
      "-o",
      "r.html",
      "-o",
      "r.md",
      "-o",
      "r.json",
      in: MemoryFiles(texts)
    )
    let html = try run.written("r.html").replacing("&#39;", with: "'")
    #expect(html.contains(words))
    #expect(try run.written("r.md").filter { $0 != "\\" }.contains(words))
    #expect(try run.json(of: "r.json")["profile"]?["title"]?.text == words)
    #expect(run.talk == "wrote r.html\nwrote r.md\nwrote r.json\n")
    #expect(
      advisor("assess", "Profiles/worked.json", in: MemoryFiles(texts), width: 110).output.contains(
        "l'été, ¿qué?, Łódź"
      )
    )
  }

  @Test func aVeryLongTextIsNoProblem() throws {
    let long = String(repeating: "wort ", count: 20_000) + String(repeating: "x", count: 20_000)
    let texts = try FixtureFiles.mini.changing("Profiles/worked.json") {
      $0["requirements"] = [["text": .string(long)]]
    }
    for command in [["assess"], ["report"], ["checklist"]] {
      let run = run(command + ["Profiles/worked.json"], in: MemoryFiles(texts))
      #expect(run.status == 0)
    }
  }

  // MARK: Alone in the world

  /// The environment of these runs is empty already; this says it once and for every command.
  @Test(
    arguments: [
      ["assess", "Profiles/worked.json"], ["report", "Profiles/worked.json", "-o", "r.html"],
      ["explain", "Profiles/worked.json"],
      ["checklist", "Profiles/worked.json"], ["questions", "-o", "q.html"], ["profile", "new"],
      ["profile", "check", "Profiles/worked.json"], ["packs", "list"], ["packs", "check"], ["packs", "test"],
      ["completions", "bash"],
    ]
  )
  func worksWithoutHomeLocaleTerminalAndNetwork(words: [String]) {
    let bare = run(words, in: .mini(), environment: [:])
    #expect(bare.status == (words == ["packs", "check"] ? 1 : 0), "\(bare.talk)")
    let rich = run(
      words,
      in: .mini(),
      environment: [
        "HOME": "/home/someone", "LANG": "C", "http_proxy": "http://127.0.0.1:9", "TERM": "dumb", "TZ": "UTC",
      ]
    )
    #expect(bare.output == rich.output && bare.talk == rich.talk && bare.files.paths == rich.files.paths)
    for path in bare.files.paths { #expect(bare.files[path] == rich.files[path]) }
  }

  @Test(arguments: ["r.html", "q.html"])
  func aPageAsksNothingOfANetwork(name: String) throws {
    let words = name == "r.html" ? ["report", "Profiles/worked.json"] : ["questions"]
    let page = try run(words + ["-o", name], in: .mini()).written(name)
    for part in ["src=\"http", "<link", "@import", "url(http", "<iframe", "<img"] {
      #expect(!page.contains(part), "\(part)")
    }
    #expect(page.contains("Content-Security-Policy") && page.contains("default-src &#39;none&#39;"))
  }

  // MARK: Rules that collect are no gaps

  /// Rules that only note, ask or add points need no counterpart: a decision without a true rule is said to be short of
  /// facts, and one with some is never said to have gaps for the rules that do not apply.
  @Test func rulesThatDoNotApplyAreNoGaps() throws {
    let run = advisor("assess", "Profiles/worked.json", "--format", "json", in: .mini())
    let platform = try run.json()["decisions"]?.item("platform")
    #expect(platform?["reason"] == .null && platform?["recommended"] == "shared-cluster")
    #expect(!advisor("packs", "check", "--date", "2026-11-20", in: .mini()).output.contains("rule 'soon'"))
  }

  @Test func aNewKeyInAPackStopsAnOlderAdvisorWithAClearMessage() throws {
    let texts = try FixtureFiles.mini.changing("Rules/own/pack.json") { $0["engine"] = "9.0" }
    let run = advisor("assess", "Profiles/worked.json", in: MemoryFiles(texts))
    #expect(run.status == 2 && run.output == "")
    #expect(run.talk.contains("9.0") && run.talk.contains("[needs-newer-advisor]"))
  }
}
