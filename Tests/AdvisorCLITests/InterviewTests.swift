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
      held.talk.contains(
        "Now counts: Little memory; Steady use.\n"
          + "Settled now: Platform (Shared cluster). No open answer can change it any more.\n"
          + "Settled: 1 of 2 decisions. At most 2 questions left."
      )
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
    let unwrapped = held.talk.replacing("\n", with: " ")
    #expect(
      unwrapped.contains("Whatever the open answers are, the lead over Own cluster, North stays at least 27.8 points.")
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
    #expect(held.talk.contains("Leaving “Needs” for now: another topic brings us much further.\n\nTopic: Other\n"))
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
    #expect(held.talk.contains("Now ruled out: Own cluster, South (Data stay in the country)."))
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
}
