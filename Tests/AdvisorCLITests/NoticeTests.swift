import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// The notice stands on page one and at the foot, in every format and language, whatever packs and profiles say.
@Suite struct NoticeTests {
  private static let words = [
    "en": (
      "This is an assessment", "neither an offer nor a warranty", "the contract and the agreement prevail",
      "Contract and SLA prevail."
    ),
    "de": (
      "Dies ist eine Einschätzung", "weder ein Angebot noch eine Zusicherung", "gehen der Vertrag",
      "Vertrag und SLA gehen vor."
    ),
  ]

  private static func report(
    _ profile: String,
    _ format: String,
    _ language: String,
    in files: MemoryFiles
  ) throws -> String {
    let run = advisor("report", profile, "-o", "r.\(format)", "--lang", language, in: files)
    #expect(run.status == 0, "\(run.talk)")
    return try run.written("r.\(format)")
  }

  @Test(arguments: ["html", "md"], ["en", "de"])
  func standsOnPageOneAndAtTheFoot(format: String, language: String) throws {
    let (start, offer, contract, short) = try #require(Self.words[language])
    for profile in ["worked", "open", "taken"] {
      let text = try Self.report("Profiles/\(profile).json", format, language, in: .mini())
      // On the page it stands behind the recommendation, before the contents and everything else.
      let parts = text.components(separatedBy: format == "html" ? "<section" : "\n## ")
      for page in [parts.prefix(format == "html" ? 2 : 1).joined(), parts.last ?? ""] {
        for part in [start, offer, contract] { #expect(page.contains(part), "\(profile): \(part)") }
      }
      let shown = text.components(separatedBy: "<script")[0]
      #expect(shown.components(separatedBy: start).count == 3, "once on page one, once at the foot")
      if format == "html" {
        let margin = text.components(separatedBy: "@bottom-").dropFirst().joined()
        #expect(margin.contains(String(short.dropLast().suffix(11))), "in the margin of every printed page")
      }
    }
  }

  @Test(arguments: ["en", "de"])
  func standsInEveryResultInAllLanguages(language: String) throws {
    let result = try parsed(Self.report("Profiles/worked.json", "json", language, in: .mini()))
    for (key, words) in Self.words { #expect(result["notice"]?[key]?.text?.contains(words.0) == true) }
    #expect(result["notice"]?["en"]?.text?.contains("2026-11-20") == true)
  }

  @Test(arguments: ["md", "csv", "json"], ["en", "de"])
  func standsInEveryChecklist(format: String, language: String) throws {
    let (start, offer, contract, _) = try #require(Self.words[language])
    for profile in ["worked", "taken"] {
      let run = advisor("checklist", "Profiles/\(profile).json", "--format", format, "--lang", language, in: .mini())
      for part in [start, offer, contract] { #expect(run.output.contains(part), "\(part)") }
    }
  }

  @Test(arguments: ["en", "de"])
  func endsTheScreen(language: String) throws {
    let run = advisor("assess", "Profiles/worked.json", "--lang", language, in: .mini(), width: 110)
    let short = try #require(Self.words[language]?.3)
    let words = run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.hasSuffix(short))
  }

  @Test func standsAlsoWithoutAnythingRecommendedAndWithoutADate() throws {
    let files = MemoryFiles.mini(["p.json": "{\"format\": 1, \"title\": \"Empty\"}"])
    for format in ["html", "md", "json"] {
      let text = try Self.report("p.json", format, "en", in: files)
      #expect(text.contains("This is an assessment without a date, made on the information given to us."))
    }
  }

  @Test func noTextOfAPackOrProfileCanTakeItAway() throws {
    let emptied = PackTexts { _, _, isLocalized in isLocalized ? ["en": "x", "de": "x", "audience": "internal"] : "x" }
    let files = MemoryFiles(try emptied.apply(to: FixtureFiles.mini))
    for format in ["html", "md"] {
      let text = try Self.report("Profiles/worked.json", format, "en", in: files).components(separatedBy: "<script")[0]
      #expect(text.components(separatedBy: "This is an assessment as of").count == 3)
    }
  }
}
