import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// `assess`, `report`, `checklist` and `questions` on the small packs, read as a whole.
@Suite struct DocumentCommandTests {
  @Test(arguments: ["worked", "open", "taken"])
  func theScreenIsAsRecorded(profile: String) {
    let run = advisor("assess", "Profiles/\(profile).json", "--all", "--lang", "en", "--draws", "10000", in: .mini())
    #expect(run.status == 0 && run.talk == "")
    #expect(Golden.mismatch(run.output, with: "Golden/assess-\(profile).txt") == nil)
  }

  @Test func theScreenIsAsRecordedInGerman() {
    let run = advisor("assess", "Profiles/taken.json", "--lang", "de", "--draws", "10000", in: .mini())
    #expect(Golden.mismatch(run.output, with: "Golden/assess-taken.de.txt") == nil)
  }

  @Test(arguments: ["md", "csv", "json"])
  func theChecklistIsAsRecorded(format: String) {
    let run = advisor("checklist", "Profiles/taken.json", "--format", format, in: .mini())
    #expect(run.status == 0)
    #expect(Golden.mismatch(run.output, with: "Golden/checklist.\(format)") == nil)
  }

  @Test func theResultIsAsRecorded() {
    let run = advisor("assess", "Profiles/taken.json", "--format", "json", "--draws", "10000", in: .mini())
    #expect(Golden.mismatch(run.output, with: "Golden/result.json") == nil)
  }

  @Test func aLongListOfReasonsIsCutAndItsRestNamed() throws {
    let texts = try FixtureFiles.mini.changing("Rules/own/content.json") { content in
      var rules = content["rules"]?.elements ?? []
      for number in 1...8 {
        rules.append([
          "id": .string("extra-\(number)"), "title": "Extra", "when": ["need.memory": ["above": 1]],
          "criterion": "cost",
          "rate": ["shared-cluster": 1], "because": "b",
        ])
      }
      content["rules"] = .array(rules)
    }
    let short = advisor("assess", "Profiles/worked.json", in: MemoryFiles(texts)).output
    #expect(short.contains("+16.7  3 more reasons (--all shows them)"), "\(short)")
    let long = advisor("assess", "Profiles/worked.json", "--all", in: MemoryFiles(texts)).output
    #expect(!long.contains("--all"))
  }

  @Test(arguments: ["md", "csv", "html"])
  func theQuestionnaireAsksEveryQuestionInBothLanguages(format: String) throws {
    for (language, question) in [("en", "How much memory is needed?"), ("de", "Wie viel Arbeitsspeicher braucht es?")] {
      let run = advisor("questions", "-o", "q.\(format)", "--lang", language, in: .mini())
      #expect(run.status == 0)
      let text = try run.written("q.\(format)").filter { $0 != "\\" }
      #expect(text.contains(question))
      #expect(!text.contains("need.weeks"), "a computed fact is not asked")
    }
  }

  @Test func anEmptyProfileGetsNotEnoughFactsAndNoSteps() throws {
    let empty = "{\"format\": 1, \"title\": \"Empty\"}"
    let words = ["report", "-", "-o", "r.html", "-o", "r.md", "-o", "r.json"]
    let run = run(words, in: .repository(), input: empty)
    #expect(run.status == 0)
    let platform = try run.json(of: "r.json")["decisions"]?.item("platform")
    #expect(platform?["recommended"] == .null && platform?["reason"] == "notEnoughFacts")
    for file in ["r.html", "r.md"] {
      let text = try run.written(file)
      #expect(text.contains("not enough facts") && !text.contains("we recommend"))
    }
    #expect(advisor("assess", "-", in: .repository(), input: empty).output.contains("not enough facts"))
  }
}
