import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// The formats that other programs make: what they are asked, and what happens where they are missing or fail.
@Suite struct PrintingTests {
  private static let profile = "Profiles/worked.json"
  /// Folders for temporary files, which must be empty afterwards.
  private static let place = ["TMPDIR": "tmp"]

  private static func files() -> MemoryFiles {
    let files = MemoryFiles.mini()
    _ = files.fileSystem.makeFolder("tmp")
    return files
  }

  private static func leftovers(_ files: MemoryFiles) -> [String] { files.paths.filter { $0.hasPrefix("tmp/") } }

  @Test func bothAreWrittenAndNothingElseIsLeft() throws {
    let files = Self.files()
    let run = FakePrograms(files).run(
      "report",
      Self.profile,
      "-o",
      "r.pdf",
      "-o",
      "r.docx",
      "-o",
      "r.md",
      environment: Self.place
    )
    #expect(run.status == 0 && run.talk == "wrote r.pdf\nwrote r.docx\nwrote r.md\n", "\(run.talk)")
    #expect(try run.written("r.pdf").hasPrefix("%PDF-"))
    #expect(files[bytes: "r.docx"]?.starts(with: "PK".utf8) == true)
    #expect(Self.leftovers(files) == [])
  }

  @Test func thePageThatIsPrintedIsTheHTMLReport() throws {
    let files = Self.files()
    let fakes = FakePrograms(files)
    let run = fakes.run("report", Self.profile, "-o", "r.pdf", "-o", "r.html", environment: Self.place)
    #expect(try run.written("r.pdf").hasSuffix(run.written("r.html")))
    let words = try #require(fakes.calls.last?.arguments)
    for flag in ["--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline"] {
      #expect(words.contains(flag))
    }
    #expect(words.contains("--host-resolver-rules=MAP * ~NOTFOUND") && !words.contains("--no-sandbox"))
    #expect(fakes.calls.last?.timeLimit != nil)
  }

  @Test func theDayInsideThePDFIsThatOfTheAssessment() throws {
    let run = FakePrograms(Self.files()).run("report", Self.profile, "-o", "r.pdf", environment: Self.place)
    let text = try run.written("r.pdf")
    #expect(
      text.contains("/CreationDate (D:20261120000000+00'00')") && text.contains("/ModDate (D:20261120000000+00'00')")
    )
  }

  @Test func anAdministratorHasNoSandbox() {
    let fakes = FakePrograms(Self.files())
    _ = fakes.run("report", Self.profile, "-o", "r.pdf", environment: Self.place, isAdministrator: true)
    #expect(fakes.calls.last?.arguments.contains("--no-sandbox") == true)
  }

  @Test func aBrowserIsLookedForByAllItsNames() throws {
    for name in ["google-chrome", "microsoft-edge", "/opt/google/chrome/chrome"] {
      let run = FakePrograms(Self.files(), names: [name]).run(
        "report",
        Self.profile,
        "-o",
        "r.pdf",
        environment: Self.place
      )
      #expect(run.status == 0, "\(name): \(run.talk)")
    }
  }

  @Test func theOneNamedIsTheOneUsed() throws {
    let fakes = FakePrograms(Self.files(), names: ["chromium", "my-browser"])
    let environment = Self.place.merging(["ADVISOR_BROWSER": "my-browser", "ADVISOR_PANDOC": "/opt/pandoc"]) { $1 }
    let run = fakes.run("report", Self.profile, "-o", "r.pdf", "-o", "r.docx", environment: environment)
    #expect(run.status == 0)
    #expect(Set(fakes.calls.map(\.program)) == ["my-browser", "/opt/pandoc"])
  }

  @Test(
    arguments: [
      ([:], "no Chromium, Chrome or Edge was found, one of which prints the PDF [missing-program]", "install one"),
      (
        ["ADVISOR_BROWSER": "lynx"], "'lynx' in ADVISOR_BROWSER is no browser that can be started [missing-program]",
        "Edge"
      ),
    ] as [([String: String], String, String)]
  )
  func aMissingBrowserKeepsNoOtherFormatFromBeingWritten(environment: [String: String], message: String, help: String) {
    let files = Self.files()
    let run = FakePrograms(files, browser: .missing).run(
      ["report", Self.profile, "-o", "r.pdf", "-o", "r.docx", "-o", "r.md"],
      environment: environment.merging(Self.place) { $1 }
    )
    #expect(run.status == 2 && run.talk.contains(message) && run.talk.contains(help), "\(run.talk)")
    #expect(files["r.md"] != nil && files[bytes: "r.docx"] != nil && files["r.pdf"] == nil)
    #expect(run.talk.contains("wrote r.docx\nwrote r.md\n"))
  }

  @Test(arguments: [[:], ["ADVISOR_PANDOC": "/opt/pandoc"]])
  func aMissingPandocKeepsNoOtherFormatFromBeingWritten(environment: [String: String]) {
    let files = Self.files()
    let run = FakePrograms(files, pandoc: .missing).run(
      ["report", Self.profile, "-o", "r.docx", "-o", "r.pdf", "-o", "r.md"],
      environment: environment.merging(Self.place) { $1 }
    )
    #expect(run.status == 2 && run.talk.contains("[missing-program]") && run.talk.contains("install pandoc"))
    #expect(files["r.md"] != nil && files["r.pdf"] != nil && files[bytes: "r.docx"] == nil)
  }

  @Test(
    arguments: [
      (.old, "version 99, and page numbers need 131 [old-program]"),
      (.failing, "'chromium' left no file and status 1: no "), (.endless, "was ended after 120 seconds"),
    ] as [(FakePrograms.Mood, String)]
  )
  func aBrowserThatGivesNothingIsReported(mood: FakePrograms.Mood, message: String) {
    let files = Self.files()
    let run = FakePrograms(files, browser: mood).run(
      ["report", Self.profile, "-o", "r.pdf", "-o", "r.md"],
      environment: Self.place
    )
    #expect(run.status == 2 && run.talk.contains(message), "\(run.talk)")
    #expect(files["r.md"] != nil && files["r.pdf"] == nil && Self.leftovers(files) == [])
    #expect(!run.talk.contains("\u{1B}") && !run.talk.contains("dbus"))
  }

  @Test(
    arguments: [
      (.old, "[old-program]"), (.failing, "'pandoc' left no file"), (.endless, "was ended after 120 seconds"),
    ] as [(FakePrograms.Mood, String)]
  )
  func aPandocThatGivesNothingIsReported(mood: FakePrograms.Mood, message: String) {
    let files = Self.files()
    let run = FakePrograms(files, pandoc: mood).run("report", Self.profile, "-o", "r.docx", environment: Self.place)
    #expect(run.status == 2 && run.talk.contains(message), "\(run.talk)")
    #expect(files[bytes: "r.docx"] == nil && Self.leftovers(files) == [])
  }

  @Test func withoutAFolderForTemporaryFilesNothingIsPrinted() {
    let files = MemoryFiles.mini(refused: ["tmp/advisor-1": .notAllowed])
    let run = FakePrograms(files).run("report", Self.profile, "-o", "r.pdf", environment: Self.place)
    #expect(run.status == 2 && run.talk.contains("[unwritable-file]") && run.talk.contains("TMPDIR"))
  }

  @Test func pandocGetsTheDayAndItsOwnVersion() throws {
    let files = Self.files()
    let fakes = FakePrograms(files)
    let run = fakes.run("report", Self.profile, "-o", "r.docx", environment: Self.place)
    #expect(run.status == 0)
    // 2026-11-20, in seconds.
    #expect(fakes.calls.last?.environment == ["SOURCE_DATE_EPOCH": "1795132800"])
    #expect(try run.written("r.docx").contains("\"pandoc-api-version\":[1,23,1]"))
  }

  @Test func aPipeTakesThePDFAndATerminalDoesNot() {
    let pipe = FakePrograms(Self.files()).run(["report", Self.profile, "--format", "pdf"], environment: Self.place)
    #expect(pipe.status == 0 && pipe.output.hasPrefix("%PDF-"))
    let words = ["report", Self.profile, "--format", "pdf"]
    let terminal = FakePrograms(Self.files()).run(words, environment: Self.place, isTerminal: true)
    #expect(terminal.status == 2 && terminal.output == "" && terminal.talk.contains("[needs-a-file]"))
  }
}
