import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct ProfileCommandTests {
  @Test func aNewProfileHoldsEveryQuestionAndIsNotComplete() throws {
    let run = advisor("profile", "new", "-o", "new.json", "--date", "2026-11-20", in: .mini())
    #expect(run.status == 0 && run.talk == "wrote new.json\n" && run.output == "")
    let answers = try run.json(of: "new.json")["answers"]?.members ?? []
    #expect(
      answers.map(\.key) == [
        "x-need.memory", "x-need.own_rules", "x-need.place", "x-need.team", "x-need.database", "x-need.backup",
        "x-need.start", "x-need.region",
      ]
    )
    #expect(answers.allSatisfy { $0.value.text?.contains("?") == true })
    let check = advisor("profile", "check", "new.json", "--strict", in: run.files)
    #expect(check.status == 1 && check.talk == "")
    #expect(check.output.contains("0 answered, 8 open, 0 not applicable: not complete"))
  }

  @Test func theQuestionsOfTheRepositoryMakeAProfileThatCanBeRead() {
    for language in ["en", "de"] {
      let run = advisor("profile", "new", "-o", "new.json", "--lang", language, in: .repository())
      let check = advisor("profile", "check", "new.json", "--strict", in: run.files)
      #expect(run.status == 0 && check.status == 1 && check.talk == "", "\(check.talk)")
    }
  }

  @Test func anAnsweredCopyIsComplete() throws {
    let new = advisor("profile", "new", "--title", "Mine", in: .mini())
    var profile = try new.json()
    let answers: JSONValue = [
      "need.memory": 8, "need.own_rules": false, "need.place": "anywhere", "need.team": "some", "need.database": true,
      "need.backup": "provider", "need.start": "2027-01-01", "need.region": "south",
    ]
    profile["answers"] = .object(
      profile["answers"]?.members?.map { member in
        let id = String(member.key.dropFirst(2))
        return JSONValue.Member(id, answers[id] ?? .null)
      } ?? []
    )
    let check = advisor("profile", "check", "-", "--strict", in: .mini(), input: profile.pretty())
    #expect(check.status == 0 && check.talk == "")
    #expect(check.output.contains("Mine") && check.output.contains("8 answered, 0 open, 0 not applicable: complete"))
  }

  @Test func neverReplacesAFileUnlessTold() throws {
    let words = ["profile", "new", "-o", "Profiles/worked.json"]
    let refused = run(words, in: .mini())
    #expect(refused.status == 2 && refused.talk.contains("'Profiles/worked.json' is there already [file-exists]"))
    #expect(refused.files["Profiles/worked.json"] == FixtureFiles.mini["Profiles/worked.json"])
    let forced = run(words + ["--force"], in: .mini())
    #expect(forced.status == 0)
    #expect(try forced.json(of: "Profiles/worked.json")["title"] == "New profile")
  }

  @Test func asksInGermanWithTheDayOfTheRun() throws {
    let environment = ["LANG": "de_CH.UTF-8", "SOURCE_DATE_EPOCH": "1795132800"]
    let profile = try advisor("profile", "new", in: .mini(), environment: environment).json()
    #expect(profile["language"] == "de" && profile["date"] == "2026-11-20" && profile["title"] == "Neues Profil")
    #expect(profile["answers"]?["x-need.memory"] == "Wie viel Arbeitsspeicher braucht es? [eine Zahl GiB ≥ 0]")
    #expect(try advisor("profile", "new", in: .mini()).json()["date"] == nil)
  }

  /// Complete only if every relevant question is answered: an assumption is no answer, an irrelevant one needs none.
  @Test(
    arguments: [
      ("worked", Int32(0), "7 answered, 0 open, 1 not applicable: complete"),
      ("taken", 1, "7 answered, 1 open, 0 not applicable: not complete"),
      ("open", 1, "2 answered, 6 open, 0 not applicable: not complete"),
    ]
  )
  func tellsWhetherAProfileIsComplete(profile: String, status: Int32, line: String) {
    let run = advisor("profile", "check", "Profiles/\(profile).json", in: .mini())
    #expect(run.status == status && run.output.contains(line), "\(run.output)")
  }

  @Test func tellsWhatIsOpenAndWhatDoesNotGoTogether() {
    let open = advisor("profile", "check", "Profiles/open.json", in: .mini()).output
    #expect(open.contains("? Experience of the team [need.team] (asked, not known)"))
    #expect(open.contains("? Region [need.region] (assumed: North)"))
    #expect(open.contains("? Backup [need.backup]"))
    let taken = advisor("profile", "check", "Profiles/taken.json", in: .mini()).output
    #expect(taken.contains("! Own rules need someone who writes them."))
  }

  @Test func aContradictionKeepsAProfileFromBeingFine() throws {
    let texts = try FixtureFiles.mini.changing("Profiles/taken.json") { $0["answers"]?["need.region"] = "north" }
    let run = advisor("profile", "check", "Profiles/taken.json", in: MemoryFiles(texts))
    #expect(run.output.contains("0 open") && run.status == 1)
  }

  @Test func severalProfilesAreCheckedInOneRun() {
    let good = advisor("profile", "check", "Profiles/worked.json", "Profiles/worked.json", in: .mini())
    #expect(good.status == 0)
    let mixed = advisor("profile", "check", "Profiles/worked.json", "no.json", "Profiles/open.json", in: .mini())
    #expect(mixed.status == 2 && mixed.talk.contains("'no.json' does not exist"))
    #expect(mixed.output.contains("Worked example") && mixed.output.contains("Early talk"))
  }
}
