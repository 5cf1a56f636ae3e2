import Foundation
import TestSupport
import Testing

@testable import AdvisorCLI

/// The PDF and the Word document by the real programs. Where one is missing its tests are skipped, and the run says so.
@Suite(.serialized) struct RealProgramsTests {
  private static func has(_ program: String, _ word: String = "--version") -> Bool {
    guard case .success(let outcome) = Programs.system.call(.init(program, [word], timeLimit: 30)) else { return false }
    return outcome.status == 0 || word == "-v"
  }

  private static let browser = Browser.candidates.first { has($0) }
  private static let hasPandoc = has("pandoc")
  private static let hasPoppler = has("pdfinfo", "-v")

  /// Runs the advisor with the packs and profiles of the repository, writing into a folder.
  private static func report(_ profile: String, _ words: [String]) -> ProgramRun {
    let console = RecordingConsole()
    let root = Repository.root.path(percentEncoded: false)
    let all = ["report", root + "/Profiles/\(profile).json", "--rules", root + "/Rules"] + words
    let status = Advisor.run(all, in: Workplace(console: console.console, files: .system, programs: .system))
    return ProgramRun(status: status, bytes: console.outputBytes, talk: console.talk, files: MemoryFiles())
  }

  private static func output(_ program: String, _ words: [String]) throws -> String {
    String(decoding: try Programs.system.run(program, words).get().output, as: UTF8.self)
  }

  @Test(
    .enabled(if: browser != nil && hasPoppler, "needs a Chromium, Chrome or Edge, and poppler's pdfinfo and pdftotext")
  )
  func aBrowserPrintsTaggedPagesWithNumbersAndARunningHeader() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/a b ü.pdf"
      let run = Self.report("muster-saas", ["-o", path, "--lang", "de"])
      #expect(run.status == 0, "\(run.talk)")
      let facts = try Self.output("pdfinfo", [path])
      #expect(facts.contains(/Tagged: +yes/) && facts.contains("A4") && facts.contains(/JavaScript: +no/))
      #expect(facts.contains("Nov 20 ") || facts.contains("2026-11-20"))
      let count = try #require(facts.firstMatch(of: /Pages: +([0-9]+)/).flatMap { Int($0.1) })
      let second = try Self.output("pdftotext", ["-layout", "-f", "2", "-l", "2", path, "-"])
      #expect(second.contains("2 / \(count)") && second.contains("OFF-2026-117") && second.contains("Muster Apps AG"))
      let bytes = try Data(contentsOf: URL(filePath: path))
      #expect(bytes.range(of: Data("/Outlines".utf8)) != nil && bytes.range(of: Data("/Lang (de)".utf8)) != nil)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a b ü.pdf"])
    }
  }

  @Test(.enabled(if: hasPandoc, "needs pandoc"))
  func pandocWritesADocumentInTheHousesStyles() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/r.docx"
      let run = Self.report("muster-saas", ["-o", path, "--lang", "de"])
      #expect(run.status == 0, "\(run.talk)")
      let text = try Self.output("pandoc", ["--from=docx", "--to=plain", "--wrap=none", path])
      #expect(text.contains("Empfehlung") && text.contains("Dies ist eine Einschätzung mit Stand 20. November 2026"))
      let native = try Self.output("pandoc", ["--from=docx+styles", "--to=native", path])
      for style in ["Lead", "Notice", "Step", "Reference"] {
        #expect(native.contains("\"\(style)\""), "\(style)")
      }
      let twice = "\(folder)/again.docx"
      #expect(Self.report("muster-saas", ["-o", twice, "--lang", "de"]).status == 0)
      #expect(try Data(contentsOf: URL(filePath: path)) == Data(contentsOf: URL(filePath: twice)))
    }
  }
}
