import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct ImportCommandTests {
  private static let lens = #"""
    {
      "schemaVersion": "2021-11-01", "name": "Our Policy", "description": "What we ask for.", "team": ["a", "b"],
      "pillars": [ { "id": "security", "name": "Sicherheit", "questions": [
        { "id": "sec_1", "title": "How are secrets kept?",
          "choices": [ { "id": "vault", "title": "In a vault", "improvementPlan": { "displayText": "Set one up.", "url": "https://example.com/vault" } },
                       { "id": "sec_1_no", "title": "None of these" } ],
          "riskRules": [ { "condition": "vault", "risk": "NO_RISK" }, { "condition": "default", "risk": "HIGH_RISK" } ] } ] } ]
    }
    """#
  private static let files = ["pack.json", "questions.json", "rules.json", "steps.json"].map { "out/\($0)" }

  private static func run(_ words: String..., in files: Texts = [:]) -> ProgramRun {
    AdvisorCLITests.run(
      ["packs", "import", "lens.json"] + words,
      in: MemoryFiles(["lens.json": lens].merging(files) { $1 })
    )
  }

  @Test func aLensBecomesAPackThatWorks() throws {
    let run = Self.run("-o", "out")
    #expect(run.status == 1, "a warning makes it 1: \(run.talk)")
    #expect(run.files.paths == ["lens.json"] + Self.files)
    #expect(run.output.contains("'team' is no key of a lens, and is not carried over [import-unknown-key]"))
    #expect(run.output.contains("--> lens.json:2:"))
    #expect(run.talk.contains("pack 'our-policy' holds 1 group, 1 question, 2 rules, 1 step"))
    let check = advisor("packs", "check", "--rules", "out", "--format", "json", in: run.files)
    #expect(check.status < 2, "\(check.output)")

    let profile = #"{ "format": 1, "title": "t", "answers": { "our-policy.sec_1": ["sec_1_no"] } }"#
    let written = run.files.paths.compactMap { path in run.files[path].map { (path, $0) } }
    let texts = Dictionary(uniqueKeysWithValues: written)
    let files = MemoryFiles(texts.merging(["p.json": profile]) { $1 })
    let result = try advisor("assess", "p.json", "--rules", "out", "--format", "json", in: files).json()
    #expect(result["rules"]?.item("our-policy.sec_1.rule-1")?["truth"] == false)
    #expect(result["rules"]?.item("our-policy.sec_1.rule-2")?["truth"] == true)
    #expect(result["steps"]?.elements?.compactMap { $0["id"]?.text } == ["our-policy.sec_1.vault"])
  }

  @Test func withoutAFolderNothingIsWritten() {
    let run = Self.run()
    #expect(run.status == 1)
    #expect(run.files.paths == ["lens.json"])
    #expect(run.talk.contains("would hold 1 group"))
  }

  @Test func theIdAndTheFormatAreThoseAskedFor() throws {
    let run = Self.run("-o", "out", "--id", "house-rules", "--format", "json")
    #expect(try run.json(of: "out/pack.json")["id"] == "house-rules")
    #expect(try run.json()["diagnostics"]?.elements?.map { $0["code"] } == ["import-unknown-key"])
    let wrong = Self.run("-o", "out", "--id", "House rules")
    #expect(wrong.status == 2 && wrong.files.paths == ["lens.json"])
    #expect(wrong.output.contains("write --id House-rules"))
  }

  @Test func afterAMistakeNothingIsWritten() {
    for lens in ["{", "[]", Self.lens.replacing(#""id": "vault", "#, with: "")] {
      let run = Self.run("-o", "out", in: ["lens.json": lens])
      #expect(run.status == 2)
      #expect(run.files.paths == ["lens.json"])
      #expect(run.output.contains("--> lens.json:"))
    }
    let missing = advisor("packs", "import", "nothing.json", "-o", "out", in: MemoryFiles())
    #expect(missing.status == 2 && missing.output.contains("[unreadable-file]"))
  }

  @Test func aFolderWithAPackIsReplacedOnlyIfForced() throws {
    let old: Texts = ["out/pack.json": "old", "out/steps.json": "old"]
    let refused = Self.run("-o", "out", in: old)
    #expect(refused.status == 2 && refused.output.contains("'out' holds a pack already [file-exists]"))
    #expect(refused.files["out/pack.json"] == "old" && refused.files["out/rules.json"] == nil)
    let forced = Self.run("-o", "out", "--force", in: old)
    #expect(forced.status == 1)
    #expect(try forced.json(of: "out/pack.json")["id"] == "our-policy")
    let mixed = Self.run("-o", "out", "--force", in: ["out/mine.json": "{}"])
    #expect(mixed.status == 2 && mixed.output.contains("'out' holds 'out/mine.json', which is not of an import"))
  }

  @Test func theSameLensGivesTheSameBytes() {
    let (one, two) = (Self.run("-o", "out"), Self.run("-o", "out"))
    for path in Self.files { #expect(one.files[bytes: path] == two.files[bytes: path]) }
    let tidy = advisor("packs", "format", "--check", "--rules", "out", in: one.files)
    #expect(tidy.status == 0, "\(tidy.output)\(tidy.talk)")
  }

  @Test func helpTellsWhatIsLost() {
    #expect(advisor("packs", "import", "--help", in: MemoryFiles()).output.contains("listed with its place"))
  }
}
