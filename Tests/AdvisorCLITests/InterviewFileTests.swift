import Assessing
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel
import TestSupport
import Testing

@testable import AdvisorCLI

/// What the interview refuses, what it does to the file, and what it does to the terminal.
@Suite struct InterviewFileTests {
  // MARK: Refusals

  @Test func asksNobodyWithoutATerminal() {
    let run = advisor("interview", "new.json", in: .mini(), input: "8\n")
    #expect(run.status == 2 && run.output == "" && run.talk.contains("[no-terminal]") && run.files["new.json"] == nil)
    let told = advisor("interview", "new.json", "--no-input", in: .mini(), input: "8\n", isTerminal: true)
    #expect(told.status == 2 && told.talk.contains("--no-input") && told.files["new.json"] == nil)
  }

  @Test func plansExcludeEachOther() {
    let run = advisor("interview", "new.json", "--all", "--minutes", "5", in: .mini(), isTerminal: true)
    #expect(run.status == 2 && run.talk.contains("[conflicting-plans]"))
    #expect(advisor("interview", "--minutes", "0", in: .mini(), isTerminal: true).status == 2)
  }

  @Test func standardInputIsNoProfile() {
    let run = advisor("interview", "-", in: .mini(), isTerminal: true)
    #expect(run.status == 2 && run.talk.contains("[unwritable-file]") && run.files["-"] == nil)
  }

  @Test func aProfileThatIsWrongIsNotTouched() {
    let wrong = #"{ "format": 1, "title": "x", "answers": { "need.place": "moon" } }"#
    let held = HeldInterview(["8"], in: .mini(["new.json": wrong]))
    #expect(held.status == .wrongInput && held.files["new.json"] == wrong && held.talk.contains("[unknown-choice]"))
  }

  @Test func aFolderThatIsMissingIsSaidBeforeTheFirstQuestion() {
    let held = HeldInterview(["8"]) { $0.profile = "no/such/new.json" }
    #expect(held.status == .wrongInput && !held.talk.contains("Answer:"))
  }

  @Test func whatCannotBeSavedIsNoAnswer() {
    let files = MemoryFiles.mini(["new.json": #"{ "format": 1, "title": "x" }"#])
    let real = files.fileSystem
    let full = FileSystem(
      kind: real.kind,
      read: real.read,
      list: real.list,
      write: { path, _ in .failure(FileError(path, .system("no space left on the device"))) },
      makeFolder: real.makeFolder
    )
    let order = Foresight.triedOut(gains: ["need.memory": 1])
    let held = HeldInterview(["8", "quit"], in: files, fileSystem: full, foresight: order)
    #expect(held.talk.contains("Not saved: 'new.json' cannot be used: no space left on the device"))
    #expect(!held.talk.contains("Saved: 8") && held.asked(["How much memory is needed?"]).count == 1)
    #expect(held.files["new.json"] == #"{ "format": 1, "title": "x" }"#)
  }

  @Test func withoutATitleOrAFileBothAreAskedFor() {
    let held = HeldInterview(["Müller & Söhne, Shop", "", "quit"], in: .mini()) {
      $0.profile = nil
      $0.title = nil
    }
    #expect(held.talk.contains("It is saved in Profiles/mueller-soehne-shop.json."))
    #expect(held.files["Profiles/mueller-soehne-shop.json"]?.contains("Müller & Söhne, Shop") == true)
    let named = HeldInterview(["T", "mine", "quit"]) {
      $0.profile = nil
      $0.title = nil
    }
    #expect(named.files["mine.json"] != nil)
  }

  // MARK: The file

  @Test func whatSomebodyElseWroteMeanwhileStays() throws {
    let files = MemoryFiles.mini(["new.json": #"{ "format": 1, "title": "x" }"#])
    let other = #"{ "format": 1, "title": "x", "x-mine": 1.50, "answers": { "need.place": "home" } }"#
    let order = Foresight.triedOut(gains: ["need.memory": 1])
    // Somebody saves while the first question is on the screen.
    let disturbed = Foresight { assessment, _ in
      if assessment.profile.answers.isEmpty { _ = files.fileSystem.write("new.json", Array(other.utf8)) }
      return order.look(assessment, nil)
    }
    let held = HeldInterview(["8", "quit"], in: files, foresight: disturbed)
    #expect(held.answers == ["need.memory": 8, "need.place": "home"])
    #expect(held.files["new.json"]?.contains("\"x-mine\": 1.50") == true)
  }

  @Test func answersStandInTheOrderOfTheQuestionnaireWhateverTheOrderAsked() throws {
    let one = HeldInterview(["change need.region", "south", "change need.memory", "8", "quit"])
    let other = HeldInterview(["change need.memory", "8", "change need.region", "south", "quit"])
    #expect(one.files["new.json"] == other.files["new.json"])
    #expect(one.answers?.members?.map(\.key) == ["need.memory", "need.region"])
  }

  @Test func theQuestionLeftByProfileNewGivesWayToItsAnswer() throws {
    let new = advisor("profile", "new", "-o", "new.json", in: .mini())
    let held = HeldInterview(["8", "quit"], in: new.files, foresight: .triedOut(gains: ["need.memory": 1]))
    #expect(held.answers?["x-need.memory"] == nil && held.answers?["need.memory"] == 8)
    #expect(held.answers?["x-need.own_rules"] != nil)
  }

  // MARK: The terminal

  @Test(arguments: [0, 19, 37])
  func hostileTextsShowAsTheyAreAndDoNothing(offset: Int) throws {
    var files = try HostileTexts.files(offset)
    files["new.json"] = nil
    let words = [
      "?", "8", "?", "standing", "group", "note \u{1B}[31mred", "change M", "1", "yes", "-", "na", "no", "back", "quit",
    ]
    let held = HeldInterview(words, in: MemoryFiles(files)) { $0.edition = .internal }
    #expect(held.status == .done)
    let steering = held.talk.unicodeScalars.filter { scalar in
      scalar != "\n"
        && (scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
          || (0x2066...0x2069).contains(scalar.value) || [0x2028, 0x2029, 0xFEFF].contains(scalar.value))
    }
    #expect(steering.isEmpty)
    #expect(held.talk.contains("That was no text."))
    #expect(HostileTexts.markers(held.talk).count > 10)
  }

  @Test func wrapsAtTheWidthAndColoursOnlyWhereWanted() {
    let order = Foresight.triedOut(gains: ["need.memory": 1])
    let narrow = HeldInterview(["8", "quit"], foresight: order, width: 40)
    #expect(narrow.talk.split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(!narrow.talk.contains("\u{1B}"))
    let coloured = HeldInterview(["8", "quit"], foresight: order, environment: [:])
    #expect(coloured.talk.contains("\u{1B}[1m"))
    let plain = coloured.talk.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == HeldInterview(["8", "quit"], foresight: order).talk)
  }
}
