import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct ProfileAnonymiseTests {
  @Test(arguments: ["worked", "open", "taken"])
  func writesACaseThatPassesTheCheckWithoutNames(name: String) throws {
    let files = MemoryFiles.mini()
    let run = advisor("profile", "anonymise", "Profiles/\(name).json", "-o", "case.json", in: files)
    #expect(run.status == 0, "\(run.talk)")
    let text = try run.written("case.json")
    for word in ["Muster", "OFF-1", "Consultant", "mail of", "licence", "Operations", "Project lead", "mainframe"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(run.talk.contains("removed: title\n") && run.talk.contains("the recommendation is the same as before\n"))
    let (before, after) = (
      advisor("profile", "check", "Profiles/\(name).json", in: files),
      advisor("profile", "check", "case.json", "--strict", in: files)
    )
    #expect(before.status == after.status && after.status != 2)
    func result(_ path: String) throws -> JSONValue {
      try advisor("assess", path, "--format", "json", "--date", "2026-11-20", in: files).json()
    }
    func outcomes(_ json: JSONValue) -> [String] {
      (json["decisions"]?.elements ?? []).map { "\($0["recommended"] ?? nil) \($0["recommendedByScore"] ?? nil)" }
    }
    #expect(try outcomes(result("case.json")) == outcomes(result("Profiles/\(name).json")))
  }

  @Test func givesTheSameBytesEveryTime() {
    let once = advisor("profile", "anonymise", "Profiles/taken.json", in: .mini())
    #expect(once.bytes == advisor("profile", "anonymise", "Profiles/taken.json", in: .mini()).bytes)
    #expect(once.output.contains(#""title": "Anonymous case""#))
  }

  @Test func namesWhatWasDroppedAndSpeaksTheLanguageOfTheProfile() throws {
    let profile = """
      { "format": 1, "title": "Muster", "language": "de", "answers": { "need.memroy": 3 }, "requirements": [ { "text": "Muster" } ] }
      """
    let run = advisor("profile", "anonymise", "p.json", in: .mini(["p.json": profile]))
    #expect(run.status == 0 && run.output.contains("Anforderung 1 (Text entfernt)"), "\(run.output)\(run.talk)")
    #expect(run.talk.contains("removed: answer need.memroy, which no loaded pack knows\n"), "\(run.talk)")
  }

  @Test func replacesAFileOnlyIfAsked() {
    let files = MemoryFiles.mini()
    let words = ["profile", "anonymise", "Profiles/taken.json", "-o", "Profiles/taken.json"]
    #expect(run(words, in: files).talk.contains("[file-exists]"))
    #expect(files["Profiles/taken.json"] == FixtureFiles.mini["Profiles/taken.json"])
    #expect(run(words + ["--force", "--title", "Case 17"], in: files).status == 0)
    #expect(files["Profiles/taken.json"]?.contains("Case 17") == true)
  }

  @Test func aProfileWithAMistakeIsRefused() {
    let files = MemoryFiles.mini(["bad.json": #"{ "format": 1, "title": "x", "answers": { "need.place": "moon" } }"#])
    let run = advisor("profile", "anonymise", "bad.json", in: files)
    #expect(run.status == 2 && run.output == "")
  }
}
