import TestSupport
import Testing

@testable import AdvisorCLI

/// Notes are only worth a look: formats that people read, and annotations, show them on request.
@Suite struct NotesInFormatsTests {
  private let files: Texts = [
    "Rules/p/pack.json": """
    { "format": 1, "id": "p", "version": "1.0.0", "title": "P", "description": "P.", "maintainer": "tests" }
    """,
    "Rules/p/content.json": """
    { "sources": [ { "id": "S-1", "status": "stated", "reviewed": "2026-11-01" } ] }
    """,
  ]

  @Test(arguments: [("text", false), ("oneline", false), ("github", false), ("json", true), ("sarif", true)])
  func showNotesOnRequestOrAlways(format: String, always: Bool) {
    let words = ["packs", "check", "--date", "2026-11-20", "--format", format]
    let quiet = run(words, in: MemoryFiles(files))
    #expect(quiet.status == 0 && quiet.output.contains("'S-1'") == always, "\(quiet.output)")
    #expect(quiet.talk.contains("notes, shown by --notes: unused-source 1") == !always, "\(quiet.talk)")
    let loud = run(words + ["--notes"], in: MemoryFiles(files))
    #expect(loud.status == 0 && loud.output.contains("S-1"), "\(loud.output)")
    if format == "github" { #expect(loud.output.hasPrefix("::notice ")) }
  }

  @Test func helpNamesNoEmptyDefault() {
    for command in ["new", "test", "import", "impact", "texts"] {
      #expect(!run(["packs", command, "--help"], in: MemoryFiles()).output.contains("(default )"), "\(command)")
    }
    #expect(!run(["packs", "texts", "import", "--help"], in: MemoryFiles()).output.contains("(default )"))
  }

  @Test func theHandbookSaysThatItIsForTheHouse() throws {
    let run = advisor("packs", "docs", "--lang", "de", "-o", "h.html", "--date", "2026-11-20", in: .mini())
    #expect(run.status == 0, "\(run.talk)")
    let page = try run.written("h.html")
    #expect(page.contains("Dies ist ein internes Handbuch") && !page.contains("Einschätzung mit Stand"))
    #expect(page.contains("gehen der Vertrag"))
  }
}
