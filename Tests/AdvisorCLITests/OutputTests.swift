import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// Where results go, and what happens when they cannot go there.
@Suite struct OutputTests {
  private static let profile = "Profiles/worked.json"

  @Test func writesSeveralFormatsInOneRunAndNamesThem() throws {
    let run = advisor("report", Self.profile, "-o", "a.html", "-o", "b.md", "-o", "c.json", in: .mini())
    #expect(run.status == 0 && run.output == "")
    #expect(run.talk == "wrote a.html\nwrote b.md\nwrote c.json\n")
    #expect(try run.written("a.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try run.written("b.md").hasPrefix("# Worked example\n"))
    #expect(try run.json(of: "c.json")["schemaVersion"] == 1)
  }

  @Test func theEndingIsComparedWithoutRegardToCase() throws {
    let run = advisor("report", Self.profile, "-o", "A.HTML", "-o", "x.y.Md", in: .mini())
    #expect(run.status == 0)
    #expect(try run.written("A.HTML").hasPrefix("<!DOCTYPE html>"))
    #expect(try run.written("x.y.Md").hasPrefix("# "))
  }

  @Test(
    arguments: [
      ["report", profile, "-o", "a.doc"], ["report", profile, "-o", "a"], ["report", profile, "-o", ".html"],
      ["report", profile, "-o", "html"],
      ["report", profile, "-o", "a.md", "-o", "a.doc"], ["checklist", profile, "-o", "a.html"],
      ["checklist", profile, "-o", "a"], ["questions", "-o", "a.json"], ["questions", "-o", "a"],
    ]
  )
  func refusesAnEndingThatIsNoFormatBeforeAnythingIsWritten(words: [String]) {
    let run = run(words, in: .mini())
    #expect(run.status == 2 && run.output == "" && run.files.paths == MemoryFiles.mini().paths, "\(run.talk)")
    #expect(run.talk.contains("[unknown-format]") && run.talk.contains("help: endings: ."))
  }

  @Test func refusesTheSameOutputTwice() {
    let run = advisor("report", Self.profile, "-o", "a.md", "-o", "b.md", "-o", "a.md", in: .mini())
    #expect(run.status == 2)
    #expect(run.talk.contains("'a.md' is named twice [repeated-output]"))
    #expect(run.files["a.md"] == nil && run.files["b.md"] == nil)
  }

  @Test func oneOutputThatCannotBeWrittenDoesNotKeepTheOthersFromIt() {
    let files = MemoryFiles.mini(refused: ["locked.md": .notAllowed])
    let run = advisor(
      "report",
      Self.profile,
      "-o",
      "locked.md",
      "-o",
      "no/such/a.html",
      "-o",
      "c.json",
      "-o",
      "d.md",
      in: files
    )
    #expect(run.status == 2)
    #expect(run.talk.contains("wrote c.json\nwrote d.md\n"))
    #expect(run.talk.contains("'locked.md' may not be used by you: permission is missing [unwritable-file]"))
    #expect(run.talk.contains("'no/such/a.html' cannot be written: there is no such folder [unwritable-file]"))
    #expect(files["c.json"] != nil && files["d.md"] != nil && files["no/such/a.html"] == nil)
  }

  @Test(
    arguments: [
      ["checklist", profile, "-o", "no/c.csv"], ["questions", "-o", "no/q.md"], ["profile", "new", "-o", "no/p.json"],
    ]
  )
  func aFolderThatIsMissingIsNotMade(words: [String]) {
    let run = run(words, in: .mini())
    #expect(run.status == 2 && run.talk.contains("there is no such folder [unwritable-file]"))
  }

  @Test(
    arguments: [
      (["report", profile], ["report", profile, "-o", "-"], ["report", profile, "-o", "f.md"]),
      (["checklist", profile], ["checklist", profile, "-o", "-"], ["checklist", profile, "-o", "f.md"]),
      (
        ["checklist", profile, "--format", "csv"], ["checklist", profile, "--format", "csv", "-o", "-"],
        ["checklist", profile, "-o", "f.md", "--format", "csv"]
      ),
      (["questions"], ["questions", "-o", "-"], ["questions", "-o", "f.md"]),
      (["profile", "new"], ["profile", "new", "-o", "-"], ["profile", "new", "-o", "f.md"]),
    ]
  )
  func aDashIsStandardOutputAndTheSameAsNoFile(bare: [String], dash: [String], file: [String]) throws {
    let output = run(bare, in: .mini())
    #expect(output.status == 0 && !output.output.isEmpty && output.talk == "")
    #expect(run(dash, in: .mini()).output == output.output)
    #expect(try run(file, in: .mini()).written("f.md") == output.output)
  }

  @Test func aDashMayStandBesideFiles() throws {
    let run = advisor("report", Self.profile, "-o", "-", "-o", "c.json", in: .mini())
    #expect(run.status == 0 && run.output.hasPrefix("# Worked example\n"))
    #expect(try run.json(of: "c.json")["schemaVersion"] == 1)
  }

  @Test(arguments: ["a.html", "a.md", "a.json"])
  func everyFormatHasTheSameExitStatus(name: String) {
    for (profile, status) in [("worked", 0), ("open", 0), ("taken", 0)] as [(String, Int32)] {
      #expect(advisor("report", "Profiles/\(profile).json", "-o", name, in: .mini()).status == status)
    }
  }

  @Test func theTwoWaysToTheResultAreTheSame() throws {
    let report = advisor("report", Self.profile, "-o", "r.json", in: .mini())
    let assess = advisor("assess", Self.profile, "--format", "json", in: .mini())
    #expect(try report.written("r.json") == assess.output)
  }

  @Test func namesOfWrittenFilesCannotSteerATerminal() {
    let run = advisor("report", Self.profile, "-o", "a\u{1B}[31m\u{202E}.md", in: .mini())
    #expect(run.status == 0 && !run.talk.contains("\u{1B}") && !run.talk.contains("\u{202E}"))
  }
}
