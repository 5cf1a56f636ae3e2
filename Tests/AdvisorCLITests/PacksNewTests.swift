import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct PacksNewTests {
  /// A shared pack in which nothing is found, so that whatever is found later comes from the new item.
  private static let base: Texts = [
    "Rules/base/pack.json": """
    { "format": 1, "id": "base", "version": "1.0.0", "title": "Base", "description": "Shared.", "maintainer": "tests" }
    """,
    "Rules/base/content.json": """
    { "groups": [ { "id": "g", "title": "Group" } ],
      "facts": [
        { "id": "app.gpu", "type": "boolean", "group": "g", "question": "GPU?", "prior": { "true": 0.1, "false": 0.9 } },
        { "id": "app.size", "type": "number", "minimum": 0, "maximum": 10, "group": "g", "question": "Size?" } ],
      "criteria": [ { "id": "fit", "title": "Fit", "weight": 1 } ],
      "decisions": [ { "id": "platform", "title": "Platform" } ],
      "options": [ { "id": "cloud", "decision": "platform", "title": "Cloud", "preference": 1 } ],
      "sources": [ { "id": "S-1", "status": "stated", "reviewed": "2026-11-01" } ],
      "rules": [
        { "id": "small", "title": "Small", "when": { "app.size": { "below": 5 } }, "criterion": "fit",
          "rate": { "cloud": 2 }, "because": "It is small.", "sources": ["S-1"] },
        { "id": "gpu", "title": "GPU", "when": { "app.gpu": true }, "criterion": "fit",
          "rate": { "cloud": -2 }, "because": "There are none.", "sources": ["S-1"] } ] }
    """,
  ]

  private static let date = ["--date", "2026-11-20"]

  private func new(_ words: String..., in files: MemoryFiles) -> ProgramRun {
    run(["packs", "new"] + words + Self.date, in: files)
  }

  /// What the checks find, and how the tests end.
  private func expectSound(_ files: MemoryFiles, tests: Bool = false, _ location: SourceLocation = #_sourceLocation) {
    let check = run(["packs", "check"] + Self.date, in: files)
    #expect(check.status == 0, "\(check.output)", sourceLocation: location)
    guard tests else { return }
    let test = run(["packs", "test"], in: files)
    #expect(test.status == 0, "\(test.output)\(test.talk)", sourceLocation: location)
  }

  @Test func theBaseOfTheseTestsIsWithoutFindings() { expectSound(MemoryFiles(Self.base)) }

  @Test func everyTemplatePassesItsOwnChecksAndTests() {
    let files = MemoryFiles(Self.base)
    #expect(new("pack", "mine", in: files).status == 0)
    expectSound(files)
    #expect(new("option", "mine", "--in", "mine", in: files).status == 0)
    expectSound(files)
    #expect(new("option", "mine-zh", "--in", "mine", "--variant-of", "mine", in: files).status == 0)
    expectSound(files)
    for kind in QuestionKindWord.allCases {
      #expect(new("question", "my.\(kind)", "--in", "mine", "--type", kind.rawValue, in: files).status == 0)
      expectSound(files)
      #expect(new("rule", "on-\(kind)", "--in", "mine", "--when", "my.\(kind)", in: files).status == 0)
      expectSound(files)
    }
    for rating in -3...3 {
      let run = new("rule", "rated\(rating + 3)", "--in", "Rules/base", "--rate=\(rating)", in: files)
      #expect(run.status == 0, "\(run.talk)")
    }
    #expect(new("test", "What the first rule does", "--in", "mine", in: files).status == 0)
    #expect(new("test", "Choices", "--in", "mine", "--rule", "on-choices", in: files).status == 0)
    let run = run(["packs", "test"], in: files)
    #expect(run.status == 0 && run.output.contains("2 passed"), "\(run.output)")
    #expect(run.output.isEmpty == false)
    let format = advisor("packs", "format", "--check", "Rules/mine", in: files)
    #expect(format.status == 0, "new files are laid out canonically: \(format.output)")
  }

  @Test func aRuleOfItsOwnPackIsWithoutFindings() {
    let files = MemoryFiles(Self.base)
    #expect(new("rule", "third", "--in", "base", "--option", "cloud", "--when", "app.size=7", in: files).status == 0)
    expectSound(files)
    #expect(files["Rules/base/content.json"]?.contains("\"when\": { \"app.size\": { \"atLeast\": 7 } }") == true)
  }

  @Test func whatStoodThereStaysAsItIsWritten() throws {
    let files = MemoryFiles(Self.base)
    #expect(new("rule", "third", "--in", "base", in: files).status == 0)
    let old = try #require(Self.base["Rules/base/content.json"])
    let text = try #require(files["Rules/base/content.json"])
    for line in old.split(separator: "\n").dropLast() {
      // The last lines of the two lists that grow get a comma, the rest is as it was.
      let line = line.replacing(" ] }", with: "").replacing(" } ],", with: " }")
      #expect(text.contains(line), "\(line)")
    }
  }

  @Test func aTestStartsFromAProfile() throws {
    let profile = """
      { "format": 1, "title": "T", "answers": { "app.size": 2 } }
      """
    let files = MemoryFiles(Self.base.merging(["Profiles/small.json": profile]) { $1 })
    #expect(new("test", "A small one", "--in", "base", "--profile", "Profiles/small.json", in: files).status == 0)
    #expect(files["Rules/base/content.json"] == Self.base["Rules/base/content.json"])
    let test = try files["Rules/base/tests.json"].map { try parsed($0) }?["tests"]?.elements?.first
    #expect(test?["profile"] == "small" && test?["expect"]?["decisions"]?["platform"] == "cloud")
    expectSound(files, tests: true)
  }

  @Test(
    arguments: [
      (["pack", "base"], "taken-id"), (["pack", "no id"], "invalid-id"), (["rule", "gpu", "--in", "base"], "taken-id"),
      (["question", "app.gpu", "--in", "base"], "taken-id"), (["rule", "x", "--in", "bsae"], "unknown-name"),
      (["rule", "x", "--in", "base", "--criterion", "fti"], "unknown-name"),
      (["rule", "x", "--in", "base", "--when", "app.gpu=maybe"], "unknown-name"),
      (["rule", "x", "--in", "base", "--rate", "4"], "rating-out-of-range"),
      (["rule", "x", "--in", "base", "--weight", "6"], "weight-out-of-range"),
      (["option", "x", "--in", "base", "--decision", "platfrom"], "unknown-name"), (["rule"], "missing-name"),
      (["question", "x", "--in", "base", "--group", "h"], "unknown-name"),
      (["test", "x", "--in", "base", "--rule", "gup"], "unknown-name"), ([], "missing-name"),
    ]
  )
  func whatCannotBeIsSaidAndNothingIsWritten(words: [String], code: String) {
    let files = MemoryFiles(Self.base)
    let run = run(["packs", "new"] + words, in: files)
    #expect(run.status == 2 && run.talk.contains("[\(code)]"), "\(run.talk)")
    #expect(Set(files.paths) == Set(Self.base.keys))
    #expect(files["Rules/base/content.json"] == Self.base["Rules/base/content.json"])
  }

  @Test func theNearestNameIsOffered() {
    let talk = advisor("packs", "new", "rule", "x", "--in", "base", "--criterion", "fti", in: MemoryFiles(Self.base))
      .talk
    #expect(talk.contains("did you mean 'fit'?"))
  }

  @Test func thePackIsNamedWhereThereAreSeveral() {
    let files = MemoryFiles(Self.base)
    #expect(new("pack", "mine", in: files).status == 0)
    let run = new("rule", "x", in: files)
    #expect(run.status == 2 && run.talk.contains("add --in with one of: base, mine"))
  }

  @Test func theNextCommandIsSaid() {
    let files = MemoryFiles(Self.base)
    #expect(new("pack", "mine", in: files).talk.contains("next: advisor packs new option"))
    #expect(new("option", "mine", "--in", "mine", in: files).talk.contains("next: advisor packs check"))
  }

  @Test func theContraryTestExpectsTheRuleToBeFalse() throws {
    let files = MemoryFiles(Self.base)
    let first = new("test", "A GPU is needed", "--in", "base", "--rule", "gpu", in: files)
    #expect(first.status == 0 && first.talk.contains("--rule gpu --not"), "\(first.talk)")
    let again = new("test", "Once more", "--in", "base", "--rule", "gpu", in: files)
    #expect(
      again.status == 2 && again.talk.contains("[expected-already]") && again.talk.contains("add --not"),
      "\(again.talk)"
    )
    #expect(new("test", "No GPU is needed", "--in", "base", "--rule", "gpu", "--not", in: files).status == 0)
    let test = try files["Rules/base/tests.json"].map { try parsed($0) }?["tests"]?.elements?.last
    #expect(test?["answers"]?["app.gpu"] == false && test?["expect"]?["appliesNot"] == ["gpu"])
    expectSound(files, tests: true)
    #expect(new("test", "x", "--in", "base", "--rule", "gpu", "--not", in: files).talk.contains("[expected-already]"))
    #expect(new("test", "x", "--in", "base", "--not", in: files).talk.contains("[missing-rule]"))
  }

  @Test func templatesOfAPackShareASourceThatNobodyHasReviewed() throws {
    let files = MemoryFiles(Self.base)
    #expect(new("rule", "a", "--in", "base", "--weight", "4", "--when", "app.size=7", in: files).status == 0)
    #expect(new("rule", "b", "--in", "base", "--when", "app.size=9", in: files).status == 0)
    let content = try parsed(try #require(files["Rules/base/content.json"]))
    let sources = content["sources"]?.elements ?? []
    #expect(sources.compactMap { $0["id"]?.text } == ["S-1", "base-source-to-replace"])
    #expect(sources.last?["status"] == "unverified" && sources.last?["reviewed"] == nil)
    let rules = content["rules"]
    #expect(rules?.item("a")?["weight"] == 4 && rules?.item("b")?["weight"] == 2)
    #expect(rules?.item("a")?["sources"] == rules?.item("b")?["sources"])
    expectSound(files)
  }

  @Test func thePlatformOfATemplateWeighsWhatIsUsual() throws {
    let files = MemoryFiles(Self.base)
    let talk = new("pack", "mine", in: files).talk
    #expect(talk.contains("raise it to 1.0.0 for the release"), "\(talk)")
    #expect(new("option", "mine", "--in", "mine", in: files).status == 0)
    let rule = try parsed(try #require(files["Rules/mine/rules.json"]))["rules"]?.elements?.first
    #expect(rule?["weight"] == 2)
  }

  @Test func builtInPacksAreNotWrittenTo() {
    let run = advisor("packs", "new", "rule", "x", "--in", "foundation", in: MemoryFiles())
    #expect(run.status == 2 && run.talk.contains("[built-in-packs]"))
  }
}
