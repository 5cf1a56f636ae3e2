import LocatedJSON
import RuleModel
import TestSupport
import Testing

@testable import AdvisorCLI

/// Same input, same bytes: in every format, whatever order packs, files, items and keys stand in.
@Suite struct DeterminismTests {
  private static let outputs = [
    "r.html", "r.md", "r.json", "c.csv", "c.md", "c.json", "q.html", "q.md", "q.csv", "screen",
  ]

  /// Everything that the program writes about a profile, by name.
  private static func everything(_ profile: String, _ language: String, in files: MemoryFiles) throws -> Texts {
    let report = run(
      ["report", profile, "--lang", language, "-o", "r.html", "-o", "r.md", "-o", "r.json"],
      in: files
    )
    #expect(report.status == 0, "\(report.talk)")
    for format in ["csv", "md", "json"] {
      #expect(run(["checklist", profile, "--lang", language, "-o", "c.\(format)"], in: files).status == 0)
    }
    for format in ["html", "md", "csv"] {
      #expect(run(["questions", "--lang", language, "-o", "q.\(format)"], in: files).status == 0)
    }
    var texts: Texts = [:]
    for name in outputs.dropLast() { texts[name] = try report.written(name) }
    texts["screen"] =
      run(["assess", profile, "--all", "--lang", language], in: files).output
      + run(["explain", profile, "--lang", language], in: files).output
    return texts
  }

  @Test(arguments: [("muster-shop", "de", UInt64(1)), ("muster-bank", "en", 2)])
  func shufflingTheRepositoryChangesNoByte(profile: String, language: String, seed: UInt64) throws {
    let path = "Profiles/\(profile).json"
    let shuffled = try ShuffledFiles(FixtureFiles.repository, seed: seed).texts
    let words = ["report", path, "--lang", language, "-o", "r.html", "-o", "r.md", "-o", "r.json"]
    let run = run(words, in: MemoryFiles(shuffled))
    #expect(run.status == 0, "\(run.talk)")
    let expected = try RealReports.about(profile, language == "de" ? .de : .en)
    for name in ["r.html", "r.md", "r.json"] {
      #expect(try run.written(name) == expected.written(name), "\(name)")
    }
    let checklist = ["checklist", path, "--lang", language, "--format", "csv"]
    #expect(
      AdvisorCLITests.run(checklist, in: MemoryFiles(shuffled)).output
        == AdvisorCLITests.run(checklist, in: .repository()).output
    )
  }

  @Test(arguments: 1...4)
  func shufflingSmallPacksChangesNoByteOfAnything(seed: Int) throws {
    let shuffled = MemoryFiles(try ShuffledFiles(FixtureFiles.mini, seed: UInt64(seed)).texts)
    let path = "Profiles/taken.json"
    let (expected, found) = (
      try Self.everything(path, "en", in: .mini()), try Self.everything(path, "en", in: shuffled)
    )
    for name in Self.outputs { #expect(found[name] == expected[name], "\(name)") }
  }

  @Test(arguments: 1...4)
  func shufflingRandomPacksChangesNoByteOfAnything(seed: Int) throws {
    let random = RandomFiles(seed: UInt64(seed))
    var shuffled = try ShuffledFiles(random.texts, seed: UInt64(seed)).texts
    shuffled["profile.json"] = random.texts["profile.json"]
    let expected = try Self.everything("profile.json", "de", in: random.files)
    let found = try Self.everything("profile.json", "de", in: MemoryFiles(shuffled))
    for name in Self.outputs { #expect(found[name] == expected[name], "\(name)") }
  }

  @Test func theSameRunTwiceGivesTheSameBytes() throws {
    let first = try Self.everything("Profiles/taken.json", "de", in: .mini())
    for _ in 1...2 { #expect(try Self.everything("Profiles/taken.json", "de", in: .mini()) == first) }
  }

  @Test func spaceAndOtherKeysForTheHouseChangeOnlyTheDigests() throws {
    let spaced = FixtureFiles.mini.mapValues { $0.replacing("\n", with: "\r\n\t ") }
    let expected = try Self.everything("Profiles/worked.json", "en", in: .mini())
    let found = try Self.everything("Profiles/worked.json", "en", in: MemoryFiles(spaced))
    for name in Self.outputs { #expect(found[name] == expected[name], "\(name)") }
  }

  @Test func findingsAboutPacksComeInTheSameOrder() throws {
    func findings(_ texts: Texts) throws -> [String] {
      let run = advisor("packs", "check", "--format", "json", "--date", "2026-11-20", in: MemoryFiles(texts))
      func messages(_ value: JSONValue) -> [String] {
        (value["message"]?.text ?? value["summary"]?.text).map { [$0] } ?? []
          + (value.elements ?? value.members?.map(\.value) ?? []).flatMap(messages)
      }
      return messages(try run.json()).sorted()
    }
    let expected = try findings(FixtureFiles.mini)
    #expect(!expected.isEmpty)
    #expect(try findings(ShuffledFiles(FixtureFiles.mini, seed: 5).texts) == expected)
  }
}
