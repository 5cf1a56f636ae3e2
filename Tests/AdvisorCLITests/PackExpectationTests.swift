import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// What tests of packs can expect, and what is said when one cannot run.
@Suite struct PackExpectationTests {
  private static let pack: Texts = [
    "Rules/p/pack.json": """
    { "format": 1, "id": "p", "version": "1.0.0", "title": "P", "description": "P.", "maintainer": "tests" }
    """,
    "Rules/p/content.json": """
    { "facts": [ { "id": "gpu", "type": "boolean", "question": "?" }, { "id": "alone", "type": "boolean", "question": "?" } ],
      "criteria": [ { "id": "fit", "title": "Fit", "weight": 1 } ],
      "decisions": [ { "id": "platform", "title": "Platform" } ],
      "options": [ { "id": "cloud", "decision": "platform", "title": "Cloud" }, { "id": "own", "decision": "platform", "title": "Own" } ],
      "rules": [ { "id": "r", "title": "R", "when": { "gpu": true }, "criterion": "fit", "rate": { "own": 2 }, "because": "It has some." } ],
      "contradictions": [ { "id": "both", "when": { "gpu": true, "alone": true }, "text": "Not both." } ],
      "components": [ { "id": "card", "title": "Card", "layer": "application", "when": { "gpu": true } } ] }
    """,
  ]

  private func result(_ answers: String, _ expect: String) -> ProgramRun {
    let tests = #"{ "tests": [ { "name": "t", "answers": \#(answers), "expect": \#(expect) } ] }"#
    return advisor("packs", "test", in: MemoryFiles(Self.pack.merging(["Rules/p/tests.json": tests]) { $1 }))
  }

  @Test(arguments: [
    (#"{ "gpu": false }"#, #"{ "appliesNot": ["r"] }"#, nil),
    (#"{ "gpu": true }"#, #"{ "appliesNot": ["r"] }"#, "rule r: expected to be false, is true"),
    (#"{ "gpu": null }"#, #"{ "appliesNot": ["r"] }"#, "rule r: expected to be false, is unknown"),
    (#"{ "gpu": true }"#, #"{ "components": ["card"] }"#, nil),
    (#"{ "gpu": false }"#, #"{ "components": ["card"] }"#, "component card: expected in the architecture"),
    (#"{ "gpu": true, "alone": true }"#, #"{ "contradictions": ["both"] }"#, nil),
    (
      #"{ "gpu": true, "alone": false }"#, #"{ "contradictions": ["both"] }"#,
      "contradiction both: expected, and not found"
    ),
    (#"{ "gpu": true }"#, #"{ "order": [["own", "cloud"]] }"#, nil),
    (#"{ "gpu": true }"#, #"{ "order": [["cloud", "own"]] }"#, "expected the order cloud, own"),
    (#"{ "gpu": null }"#, #"{ "decisions": { "platform": null } }"#, nil),
  ])
  func expectationsHoldOrTellWhatCameOut(answers: String, expect: String, failure: String?) {
    let run = result(answers, expect)
    #expect(run.status == (failure == nil ? 0 : 1), "\(run.output)\(run.talk)")
    if let failure { #expect(run.output.contains(failure), "\(run.output)") }
  }

  @Test(arguments: [
    (#"{ "order": [["own"], ["cloud"]] }"#, "[order-of-one]", #"write [["own", "…"]] with the best option first"#),
    (#"{ "order": ["own", "cloud"] }"#, "[wrong-type]", #"write [["own", "cloud"]] with the best option first"#),
    (#"{ "appliesNot": ["s"] }"#, "[unknown-rule]", ""),
    (#"{ "components": ["crad"] }"#, "[unknown-component]", "did you mean 'card'?"),
    (#"{ "contradictions": ["bot"] }"#, "[unknown-contradiction]", "did you mean 'both'?"),
    (#"{ "notApplies": ["r"] }"#, "[unknown-key]", "did you mean 'appliesNot'?"),
  ])
  func whatCannotBeExpectedIsAnError(expect: String, code: String, help: String) {
    let run = result(#"{ "gpu": true }"#, expect)
    #expect(run.status == 2 && run.talk.contains(code) && (help.isEmpty || run.talk.contains(help)), "\(run.talk)")
    #expect(run.output == "")
  }

  @Test func theUsesOfAnItemNameTheTestsThatExpectIt() {
    let tests = """
      { "tests": [ { "name": "t", "expect": { "appliesNot": ["r"], "components": ["card"], "contradictions": ["both"] } } ] }
      """
    let files = MemoryFiles(Self.pack.merging(["Rules/p/tests.json": tests]) { $1 })
    for (id, how) in [
      ("r", "expects it to be false"), ("card", "expects it in the architecture"),
      ("both", "expects it to be pointed out"),
    ] {
      let run = advisor("packs", "where-used", id, in: files)
      #expect(run.status == 0 && run.output.contains(how), "\(run.output)\(run.talk)")
    }
  }

  @Test func aMisspeltProfileIsToldWithTheNearestNameAndNothingIsCounted() {
    let tests = #"{ "tests": [ { "name": "t", "profile": "bnak", "expect": { "applies": ["r"] } } ] }"#
    let bank = #"{ "format": 1, "title": "Bank", "answers": { "gpu": true } }"#
    let files = MemoryFiles(Self.pack.merging(["Rules/p/tests.json": tests, "Profiles/bank.json": bank]) { $1 })
    let run = advisor("packs", "test", in: files)
    #expect(run.status == 2 && run.talk.contains("did you mean 'bank'?") && run.output == "", "\(run.output)")
  }

  @Test func testsThatCouldNotRunAreCountedBesideThoseThatCould() {
    let tests = """
      { "tests": [ { "name": "a", "profile": "gone", "expect": { "applies": ["r"] } },
                   { "name": "b", "answers": { "gpu": true }, "expect": { "applies": ["r"] } } ] }
      """
    let run = advisor("packs", "test", in: MemoryFiles(Self.pack.merging(["Rules/p/tests.json": tests]) { $1 }))
    #expect(run.status == 2 && run.output.contains("1 passed, 0 failed, 1 could not run\n"), "\(run.output)")
    #expect(!run.output.contains("are true in no test"))
  }

  @Test func aFolderOfProfilesThatIsNotThereIsAnError() {
    let tests = #"{ "tests": [ { "name": "t", "answers": { "gpu": true }, "expect": { "applies": ["r"] } } ] }"#
    let files = MemoryFiles(Self.pack.merging(["Rules/p/tests.json": tests]) { $1 })
    let run = advisor("packs", "test", "--profiles", "Vault", in: files)
    #expect(run.status == 2 && run.talk.contains("there is no folder 'Vault' [unreadable-profiles]"), "\(run.talk)")
  }
}
