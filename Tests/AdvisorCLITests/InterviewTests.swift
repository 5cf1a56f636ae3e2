import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

@testable import AdvisorCLI

/// The conversation, in process, over the small packs.
@Suite struct InterviewTests {
  // MARK: A whole dialogue

  @Test func aDialogueFromNothingToSettled() throws {
    let held = HeldInterview(
      ["?", "8", "yes", "some", "n"],
      foresight: .triedOut(gains: ["need.memory": 1, "need.database": 0.5, "need.team": 0.2])
    )
    #expect(held.status == .done && held.output == "")
    #expect(held.talk.contains("Interview: Muster AG\n") && held.talk.contains("Settled: 0 of 2 decisions."))
    #expect(held.talk.contains("How much memory is needed?\n  a number or a range such as 100-500, at least 0 GiB"))
    #expect(held.talk.contains("What hangs on it:\n  Little memory") && held.talk.contains("Its id: need.memory"))
    #expect(held.talk.contains("Saved: 8 GiB.\nPlatform: Shared cluster leads by 33.3 points over Own cluster."))
    #expect(
      held.talk.contains("Now counts: Little memory; Steady use.\nSettled: 1 of 2 decisions. At most 2 questions left.")
    )
    #expect(held.talk.contains("Platform: Shared cluster leads by 33.3 points over Own cluster. As before."))
    #expect(held.talk.contains("Every decision is settled") && held.talk.contains("Tried: "))
    #expect(held.talk.contains("5 questions are still open") && held.talk.contains("Everything is saved in new.json."))
    #expect(held.answers == ["need.memory": 8, "need.team": "some", "need.database": true])
    let start = "{\n  \"format\": 1,\n  \"title\": \"Muster AG\",\n  \"status\": \"draft\","
    #expect(held.files["new.json"]?.hasPrefix(start) == true)
  }

  /// With what the engine says, and its proofs.
  @Test func theRealForesightSettlesAndSaysWhy() {
    let lines = ["change need.memory", "8", "change need.own_rules", "no", "change need.database", "no", "n"]
    let held = HeldInterview(lines, foresight: .real)
    #expect(held.talk.contains("Every decision is settled"))
    #expect(
      held.talk.contains("Whatever the open answers are, the lead over Own cluster, North stays at least 33.3 points.")
    )
    let unanswerable = HeldInterview(Array(repeating: "-", count: 9), foresight: .real)
    #expect(unanswerable.talk.contains("No question is left that could settle the 2 open decisions."))
    #expect(unanswerable.talk.contains("It hangs on:\n  Memory: not known [need.memory]"))
  }

  @Test func theEndOfTheInputIsAGoodbye() {
    let held = HeldInterview(["8"])
    #expect(held.status == .done && held.talk.contains("Everything is saved in new.json."))
    #expect(held.answers?.members?.count == 1)
    #expect(HeldInterview([]).status == .done)
  }

  @Test func speaksGermanAndSavesTheLanguage() throws {
    let held = HeldInterview(
      ["8", "ja", "ende"],
      foresight: .triedOut(gains: ["need.memory": 1, "need.own_rules": 0.5])
    ) {
      $0.common.language = .de
    }
    #expect(held.talk.contains("Wie viel Arbeitsspeicher braucht es?") && held.talk.contains("Gespeichert: 8 GiB."))
    #expect(held.talk.contains("Geteilter Cluster führt mit") && held.talk.contains("Vorher: niemand."))
    #expect(!held.talk.contains("Saved") && !held.talk.contains("leads"))
    #expect(try parsed(held.files["new.json"] ?? "")["language"] == "de")
  }

  // MARK: Answers that are none

  @Test func notKnownIsRecordedAsSuchAndNotAskedAgain() {
    let held = HeldInterview(["-", "quit"], foresight: .triedOut(gains: ["need.memory": 1]))
    #expect(held.answers == ["need.memory": .null])
    let again = HeldInterview(["quit"], in: held.files, foresight: .triedOut(gains: ["need.memory": 1]))
    #expect(!again.talk.contains("How much memory is needed?"))
  }

  @Test func doesNotApplyIsExplainedAndKeptAsANote() throws {
    let files = MemoryFiles.mini(["new.json": #"{ "format": 1, "title": "x", "answers": { "need.database": true } }"#])
    let held = HeldInterview(["change need.backup", "na", "yes", "quit"], in: files)
    #expect(held.talk.contains("This one does, because: Database is yes."))
    #expect(held.talk.contains("type: change need.database"))
    #expect(held.answers?["need.backup"] == .null)
    #expect(try parsed(held.files["new.json"] ?? "")["notes"]?["need.backup"]?["text"] == "Does not apply here.")
  }

  @Test func laterLeavesAQuestionOpenAndComesBackToIt() {
    let held = HeldInterview(["later", "quit"], foresight: .triedOut(gains: ["need.memory": 1]))
    #expect(held.answers == [:])
    #expect(held.asked(["How much memory is needed?", "Are network rules of your own needed?"]).count == 2)
  }

  // MARK: Going back

  @Test func backShowsTheAnswerBeforeAndEnterKeepsIt() {
    let order = Foresight.triedOut(gains: ["need.memory": 1, "need.own_rules": 0.5])
    let held = HeldInterview(["8", "back", "", "quit"], foresight: order)
    #expect(held.talk.contains("So far: 8 GiB. Enter keeps it.") && held.answers?["need.memory"] == 8)
    let changed = HeldInterview(["8", "<", "20", "quit"], foresight: order)
    #expect(changed.answers == ["need.memory": 20])
    #expect(HeldInterview(["back", "quit"], foresight: order).talk.contains("There is no question before this one."))
  }

  @Test func undoTakesBackWhatWasSavedStepByStep() throws {
    let order = Foresight.triedOut(gains: ["need.memory": 1, "need.own_rules": 0.5])
    let before = #"{ "format": 1, "title": "x", "answers": { "x-need.memory": "How much?", "need.memory": 4 } }"#
    let start = MemoryFiles.mini(["new.json": before])
    let opened = HeldInterview(
      ["change need.memory", "8", "note read off", "undo", "undo", "quit"],
      in: start,
      foresight: order
    )
    #expect(opened.talk.contains("Taken back: Memory."))
    #expect(opened.answers == ["x-need.memory": "How much?", "need.memory": 4])
    #expect(try parsed(opened.files["new.json"] ?? "")["notes"] == [:])
    #expect(HeldInterview(["undo", "quit"], foresight: order).talk.contains("Nothing has been saved in this run."))
  }

  @Test func changeFindsAQuestionByIdOrWords() {
    let held = HeldInterview(["change need.place", "home", "change data", "1", "anywhere", "quit"])
    #expect(held.answers?["need.place"] == "anywhere")
    #expect(held.talk.contains("  1  Place of the data: In this country only"))
    #expect(HeldInterview(["change nonsense", "quit"]).talk.contains("No question has 'nonsense'."))
    #expect(HeldInterview(["change need.plac", "quit"]).talk.contains("Where may the data be stored?"))
    #expect(HeldInterview(["change ned.place", "quit"]).talk.contains("Did you mean need.place?"))
    #expect(HeldInterview(["change need.backup", "x", "quit"]).talk.contains("Who backs up the database?"))
  }

  // MARK: Topics, notes, standing

  @Test func aTopicCanBeChosenByNumberOrName() {
    let texts = FixtureFiles.mini.replacing(
      "\"unit\": \"GiB\", \"minimum\": 0, \"group\": \"need\"",
      with: "\"unit\": \"GiB\", \"minimum\": 0",
      in: "Rules/shared/facts.json"
    )
    let order = Foresight.triedOut(gains: ["need.own_rules": 1])
    let held = HeldInterview(["group", "group oth", "quit"], in: MemoryFiles(texts), foresight: order)
    #expect(
      held.talk.contains("  1  Needs: 7 open") && held.talk.contains("  2  Other: 1 open, 1 can change the outcome")
    )
    #expect(held.talk.contains("Topic: Other\n\nHow much memory is needed?"))
    #expect(HeldInterview(["group zzz", "quit"], foresight: order).talk.contains("No topic begins with 'zzz'"))
  }

  @Test func leavingATopicForAMoreTellingQuestionIsSaid() {
    let texts = FixtureFiles.mini.replacing(
      "\"unit\": \"GiB\", \"minimum\": 0, \"group\": \"need\"",
      with: "\"unit\": \"GiB\", \"minimum\": 0",
      in: "Rules/shared/facts.json"
    )
    let order = Foresight.triedOut(gains: ["need.own_rules": 1, "need.memory": 0.5, "need.database": 0.1])
    let held = HeldInterview(["yes", "quit"], in: MemoryFiles(texts), foresight: order)
    #expect(held.talk.contains("Leaving “Needs” for now: another topic tells much more.\n\nTopic: Other\n"))
  }

  @Test func notesAreKeptForTheRightReaders() throws {
    let held = HeldInterview(
      ["note internal: they doubt it", "note", "8", "quit"],
      foresight: .triedOut(gains: ["need.memory": 1])
    )
    let note = try parsed(held.files["new.json"] ?? "")["notes"]?["need.memory"]
    #expect(note == ["text": "they doubt it", "audience": "internal"])
    #expect(held.talk.contains("Note saved, for the house only.") && !held.talk.contains("The note so far"))
    let open = HeldInterview(["note read off", "quit"], foresight: .triedOut(gains: ["need.memory": 1]))
    #expect(open.talk.contains("it may reach the customer"))
  }

  @Test func tellsWhatIsRuledOutAndWhatDoesNotGoTogether() {
    let held = HeldInterview([
      "change need.own_rules", "yes", "change need.team", "1", "change need.place", "1", "quit",
    ])
    #expect(held.talk.contains("These answers do not go together: Own rules need someone who writes them."))
    #expect(held.talk.contains("Now ruled out: Own cluster, South: Data stay in the country."))
  }

  @Test func theStandingNamesTheReasons() {
    let held = HeldInterview(
      ["8", "standing", "quit"],
      foresight: .triedOut(gains: ["need.memory": 1, "need.own_rules": 0.5])
    )
    #expect(held.talk.contains("  +33.3  Little memory"))
  }

  // MARK: Plans

  @Test func everythingIsAskedInTheOrderOfTheQuestionnaire() {
    let held = HeldInterview(["8", "no", "2", "3", "yes", "provider", "2027-01-01", "south"]) { $0.asksAll = true }
    #expect(held.talk.contains("Every question that applies has been asked."))
    #expect(held.answers?.members?.count == 8)
    let skipping = HeldInterview(["8", "no", "2", "3", "no", "2027-01-01", "south"]) { $0.asksAll = true }
    #expect(!skipping.talk.contains("Who backs up the database?") && skipping.answers?.members?.count == 7)
  }

  @Test func aFirstMeetingAsksWhatThePacksMark() {
    let texts = FixtureFiles.mini.replacing(
      "\"id\": \"need.own_rules\",",
      with: "\"id\": \"need.own_rules\", \"coarse\": true,",
      in: "Rules/shared/facts.json"
    )
    let order = Foresight.triedOut(gains: ["need.memory": 1])
    let held = HeldInterview(["quit"], in: MemoryFiles(texts), foresight: order) { $0.isFirstMeeting = true }
    #expect(held.talk.contains("Are network rules of your own needed?"))
    let unmarked = HeldInterview(["quit"], foresight: order) { $0.isFirstMeeting = true }
    #expect(unmarked.talk.contains("No loaded pack marks questions for a first meeting"))
    #expect(unmarked.talk.contains("How much memory is needed?"))
  }

  @Test func aShortTimeHoldsFewQuestions() {
    let held = HeldInterview(
      ["yes", "yes", "n"],
      foresight: .triedOut(gains: ["need.own_rules": 1, "need.database": 0.5])
    ) {
      $0.minutes = MinutesWord(argument: "1")
    }
    #expect(held.talk.contains("2 questions chosen, about 1 min."))
    #expect(held.talk.contains("That was all that fits into the time."))
    #expect(held.answers == ["need.own_rules": true, "need.database": true])
  }

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
    let disturbed = Foresight { assessment in
      if assessment.profile.answers.isEmpty { _ = files.fileSystem.write("new.json", Array(other.utf8)) }
      return order.look(assessment)
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
    let held = HeldInterview(words, in: MemoryFiles(files)) { $0.audience = .internal }
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
