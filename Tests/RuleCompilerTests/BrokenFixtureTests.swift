import Diagnostics
import TestSupport
import Testing

/// What people are told about bad packs and profiles. `RECORD_GOLDEN=1` records the texts; read them then.
struct BrokenFixtureTests {
  @Test(arguments: BrokenFixture.all)
  func saysWhatIsWrongAndHowToMendIt(fixture: BrokenFixture) throws {
    let mismatch = Golden.mismatch(try fixture.text(), with: fixture.golden)
    #expect(mismatch == nil, "\(mismatch ?? "")")
  }

  @Test(arguments: BrokenFixture.all)
  func reportsWhatTheFolderIsNamedFor(fixture: BrokenFixture) throws {
    #expect(try fixture.diagnostics().first?.code == fixture.code)
  }

  @Test func holdsManyKindsOfMistakes() {
    #expect(BrokenFixture.all.count >= 150)
  }

  @Test func noTwoMistakesAreToldInTheSameWords() throws {
    var names: [String: String] = [:]
    for fixture in BrokenFixture.all {
      let text = try fixture.text()
      #expect(names[text] == nil, "\(fixture.name) says the same as \(names[text] ?? "")")
      names[text] = fixture.name
    }
  }

  @Test func thePackBesideAllMistakesHoldsNone() throws {
    #expect(try BrokenFixture(name: "base").diagnostics().map(\.summary) == [])
  }

  @Test(arguments: BrokenFixture.all)
  func followsTheHabitsOfMessages(fixture: BrokenFixture) throws {
    for diagnostic in try fixture.diagnostics() {
      for text in [diagnostic.summary] + [diagnostic.help].compactMap({ $0 }) {
        #expect(!text.hasSuffix("."), "a message has no final period: \(text)")
        let first = text.prefix { $0.isLetter }
        let isAcronym = first.allSatisfy(\.isUppercase)
        #expect(isAcronym || first.first?.isLowercase == true, "a message begins in lower case: \(text)")
      }
      #expect(diagnostic.span != nil || diagnostic.code == "missing-manifest", "\(diagnostic.code) names no place")
    }
  }

  @Test func reportsEveryMistakeOfEveryFileInOneRun() throws {
    let fixture = BrokenFixture(name: "json-syntax--beside-mistakes-in-other-files")
    let found = try fixture.diagnostics().map { "\($0.span?.file.name ?? "") \($0.code)" }
    #expect(
      found == [
        "Rules/mine/content.json json-syntax",
        "Rules/mine/facts.json unknown-word",
        "Rules/mine/facts.json empty-range",
        "Rules/mine/rules.json missing-key",
        "Rules/mine/rules.json wrong-type",
        "Rules/theirs/content.json unknown-step",
        "Rules/theirs/content.json unknown-source",
        "Rules/yours/pack.json unknown-key",
      ]
    )
  }

  @Test(arguments: BrokenFixture.all)
  func saysTheSameWhateverOrderFilesAreReadIn(fixture: BrokenFixture) throws {
    #expect(try fixture.text() == fixture.text(isReversed: true))
  }
}
