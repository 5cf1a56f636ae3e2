import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// What sales attaches: words instead of scores, a day, and a mark until it is released.
@Suite struct OfferTests {
  private static func offer(
    _ profile: String,
    _ language: String = "en",
    in files: MemoryFiles = .repository(),
    _ outputs: [String] = ["o.md", "o.html"]
  ) -> ProgramRun {
    run(
      ["report", "Profiles/\(profile).json", "--edition", "offer", "--date", "2026-11-21", "--lang", language]
        + outputs.flatMap { ["-o", $0] },
      in: files
    )
  }

  @Test func anOfferNeedsItsOwnDay() {
    let run = advisor("report", "Profiles/worked.json", "-o", "o.html", "--edition", "offer", in: .mini())
    #expect(run.status == 2 && run.files["o.html"] == nil)
    #expect(run.talk.contains("[undated-offer]") && run.talk.contains("--date"))
  }

  @Test(arguments: ["o.json", "o.csv", "adr/"])
  func whatConsistsOfScoresIsNoOffer(output: String) {
    let run = Self.offer("worked", in: .mini(), [output, "o.html"])
    #expect(run.status == 2 && run.talk.contains("[scores-in-offer]") && run.files["o.html"] == nil)
  }

  @Test(arguments: FixtureFiles.profiles, ["en", "de"])
  func noScoreAndNoShareStandsInAnOffer(profile: String, language: String) throws {
    let run = Self.offer(profile, language)
    let text = try run.written("o.md")
    #expect(text.firstRange(of: /[+−][0-9]+\.[0-9]/) == nil)
    // What the customer requires in percent stays; shares of trials and weights do not.
    for line in text.split(separator: "\n") where line.contains("%") {
      #expect(line.firstMatch(of: /99[.,]?[0-9]*.?%|[0-9].%.*(SLA|uptime|Verfügbar|avail)/) != nil, "\(line)")
    }
    let page = try run.written("o.html")
    for key in ["\"score\"", "\"contributions\"", "\"acceptability\"", "\"scoreBounds\""] {
      #expect(!page.contains(key))
    }
  }

  @Test func wordsHaveALegend() throws {
    let text = try Self.offer("muster-shop", "de").written("o.md")
    #expect(text.contains("## Was die Wörter bedeuten") && text.contains("**Klar:**"))
  }

  // MARK: Draft

  private static func marks(_ edition: String, _ change: (inout JSONValue) -> Void) throws -> [Bool] {
    let texts = try FixtureFiles.mini.changing("Profiles/worked.json", change)
    let run = run(
      ["report", "Profiles/worked.json", "-o", "o.md", "-o", "o.html", "--edition", edition, "--date", "2026-11-20"],
      in: MemoryFiles(texts)
    )
    let (text, page) = (try run.written("o.md"), try run.written("o.html"))
    return [
      text.contains("**DRAFT**"), page.contains("body::after{content:\"DRAFT\""), page.contains("DRAFT, not released."),
    ]
  }

  @Test(arguments: ["customer", "offer"])
  func whatIsNotReleasedIsMarked(edition: String) throws {
    #expect(try Self.marks(edition) { $0["status"] = "draft" } == [true, true, true])
    #expect(try Self.marks(edition) { $0["status"] = "reviewed" } == [true, true, true])
    #expect(try Self.marks(edition) { $0["status"] = "released" } == [false, false, false])
    let lapsed = try Self.marks(edition) { profile in
      profile["status"] = "released"
      profile["reviewedBy"] = ["name": "Somebody", "digest": .string(String(repeating: "0", count: 64))]
    }
    #expect(lapsed == [true, true, true])
  }

  @Test func theHouseNeedsNoMark() throws {
    #expect(try Self.marks("internal") { $0["status"] = "draft" } == [false, false, false])
  }

  // MARK: Amounts

  /// No text of our packs states an amount: it would stand beside prices that say when they hold, and say nothing of it.
  @Test func noTextOfThePacksStatesAnAmount() throws {
    let amount = /(CHF|EUR|USD|Fr\.|€)[\s\u{A0}]?[0-9]/
    var found: [String] = []
    func visit(_ value: JSONValue, _ path: String) {
      if let text = value.text, text.firstRange(of: amount) != nil { found.append("\(path): \(text)") }
      for (place, element) in (value.elements ?? []).enumerated() {
        visit(element, path + "/" + (element["id"]?.text ?? "\(place)"))
      }
      for member in value.members ?? [] where !["tests", "facts", "adjustments"].contains(member.key) {
        visit(member.value, path + "/" + member.key)
      }
    }
    let files = FixtureFiles.repository.keys.filter { $0.hasPrefix("Rules/") }
    #expect(files.count > 20)
    for file in files { visit(try FixtureFiles.repository.json(file), file) }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }
}
