import Diagnostics
import LocatedJSON
import RuleModel
import TestSupport
import Testing

@testable import RuleCompiler

@Suite struct FormatLayoutTests {
  private func document(_ text: String, _ name: String = "rules.json") throws -> JSONDocument {
    var log = DiagnosticLog()
    return try #require(parseJSON(SourceFile(name: name, text: text), into: &log))
  }

  private func formatted(_ text: String, _ name: String = "rules.json") throws -> String {
    let document = try document(text, name)
    return String(decoding: canonicalLayout(of: document, as: fileKind(of: document)), as: UTF8.self)
  }

  @Test func keysStandInTheOrderOfTheFormatAndRemarksLast() throws {
    let text = """
      {"x-file":1,"rules":[{"x-b":0,"sources":["S"],"because":{"de":"x","x-r":1,"audience":"internal","en":"y"},
      "x-a":2,"when":{"b":1.50,"a":true},"id":"r","title":"T","unheard":0}],"$schema":"s"}
      """
    #expect(
      try formatted(text) == """
        {
          "$schema": "s",
          "rules": [
            {
              "id": "r",
              "title": "T",
              "when": { "b": 1.50, "a": true },
              "because": { "en": "y", "de": "x", "x-r": 1, "audience": "internal" },
              "sources": ["S"],
              "x-b": 0,
              "x-a": 2,
              "unheard": 0
            }
          ],
          "x-file": 1
        }

        """
    )
  }

  @Test func theKindOfAFileIsSeenFromItsNameAndKeys() throws {
    #expect(fileKind(of: try document("{}", "Rules/a/pack.json")) == .pack)
    #expect(fileKind(of: try document("{ \"format\": 1 }", "my.json")) == .profile)
    #expect(fileKind(of: try document("{ \"rules\": [] }", "my.json")) == .content)
    #expect(fileKind(of: try document("[]", "my.json")) == .content)
  }

  @Test func nothingOfOurOwnFilesIsLostAndASecondRunChangesNothing() throws {
    let folders = try Repository.packFolders()
    let files = folders.flatMap { ($0.manifest.map { [$0] } ?? []) + $0.contents } + (try Repository.profileFiles())
    #expect(files.count > 40)
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let once = try formatted(text, file.name)
      #expect(try document(once).root.plain.canonical() == document(text).root.plain.canonical(), "\(file.name)")
      #expect(try formatted(once, file.name) == once, "\(file.name)")
      #expect(numbers(once) == numbers(text), "\(file.name)")
      #expect(!once.contains("\n\n") && once.hasSuffix("}\n"))
    }
  }

  @Test(arguments: 0..<40)
  func randomPacksKeepTheirMeaning(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let packs = RandomPacks(seed: UInt64(seed)).packs
    for folder in packs.map({ $0.shuffledFolder(&generator) }) {
      for file in folder.contents {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let once = try formatted(text, file.name)
        #expect(try document(once).root.plain.canonical() == document(text).root.plain.canonical())
        #expect(try formatted(once, file.name) == once)
      }
    }
  }

  /// The numbers of a text as they are written, in any order; those inside texts count as well.
  private func numbers(_ text: String) -> [String] {
    text.split { !"0123456789.+-eE".contains($0) }.filter { $0.contains { $0.isNumber } }.map(String.init).sorted()
  }
}
