import LocatedJSON
import Reports
import TestSupport
import Testing

@testable import AdvisorCLI

/// What an offer leaves out besides what is for the house (for that see AudienceTests).
@Suite struct EditionTests {
  /// Formats with scores are no formats of an offer.
  private static func outputs(_ edition: String) -> [String] {
    let pages = ["html", "md", "pdf", "docx"].flatMap { ["-o", "r.\($0)"] }
    return pages + (edition == "offer" ? ["--date", "2026-11-20"] : ["-o", "r.json", "-o", "r.csv", "-o", "adr/"])
  }

  private static func everything(_ edition: String, in texts: Texts, _ profile: String = "worked") throws -> String {
    let files = MemoryFiles(texts)
    let words = ["report", "Profiles/\(profile).json", "--edition", edition] + outputs(edition)
    let run = FakePrograms(files).run(words)
    #expect(run.status == 0, "\(run.talk)")
    return files.paths.filter { texts[$0] == nil }.map { files[$0] ?? "" }.joined(separator: "\n")
  }

  @Test func workingNotesAreNotForAnOffer() throws {
    let texts = try FixtureFiles.mini.changing("Profiles/worked.json") { profile in
      profile["notes"] = ["need.memory": ["text": "REMARK", "by": "SOMEBODY"]]
    }
    #expect(try Self.everything("customer", in: texts).contains("REMARK"))
    #expect(try Self.everything("internal", in: texts).contains("REMARK"))
    let offer = try Self.everything("offer", in: texts)
    #expect(!offer.contains("REMARK") && !offer.contains("SOMEBODY"))
  }

  @Test func remarksToClarifiedPointsAreNotForAnOffer() throws {
    let note = try FixtureFiles.mini.json("Profiles/taken.json")["clarified"]?.elements?.compactMap { $0["note"]?.text }
    let text = try #require(note?.first)
    #expect(try Self.everything("customer", in: FixtureFiles.mini, "taken").contains(text))
    #expect(try !Self.everything("offer", in: FixtureFiles.mini, "taken").contains(text))
  }

  /// 12.5 × 8 is the amount that the small packs state for memory, valid for half a year.
  @Test(arguments: [("dated", true), ("undated", false), ("legacy", false), ("expired", false)])
  func customersGetOnlyAmountsThatSaySinceWhenAndUntilWhen(kind: String, forCustomers: Bool) throws {
    let texts = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content.changeItems("prices") { price in
        guard price["id"] == "memory" else { return }
        if kind == "undated" { (price["validFrom"], price["validUntil"]) = (nil, nil) }
        if kind == "legacy" { price["sources"] = ["S-2"] }
        if kind == "expired" { (price["validFrom"], price["validUntil"]) = ("2026-01-01", "2026-02-01") }
      }
    }
    for (edition, isShown) in [("offer", forCustomers), ("customer", forCustomers), ("internal", kind != "expired")] {
      let data = edition == "offer" ? [] : ["-o", "r.json"]
      let run = run(
        ["report", "Profiles/worked.json", "-o", "r.md", "--edition", edition, "--date", "2026-11-20"] + data,
        in: MemoryFiles(texts)
      )
      #expect(run.status == 0, "\(run.talk)")
      #expect(try run.written("r.md").contains("CHF 100.00") == isShown, "\(edition)")
      if edition == "offer" { continue }
      let cost = try run.json(of: "r.json")["costs"]?.item("memory")
      #expect((cost?["from"] == 100) == isShown, "\(edition)")
      #expect(cost?["toBeConfirmed"] == .bool(!isShown), "\(edition)")
    }
  }

  // MARK: Words only

  private static func offer(_ words: [String], _ language: String = "en", in files: MemoryFiles) -> ProgramRun {
    run(words + ["--edition", "offer", "--lang", language, "--date", "2026-11-21"], in: files)
  }

  /// Signs with points, and percentages; what the customer requires in percent stays.
  private static func numbers(in text: String) -> [String] {
    let points = text.matches(of: /[+−][0-9]+\.[0-9]/).map { String($0.0) }
    let shares = text.split(separator: "\n").filter { $0.contains("%") }.filter {
      $0.firstMatch(of: /99[.,]?[0-9]*.?%|[0-9].%.*(SLA|uptime|Verfügbar|avail)|^ *%/) == nil
    }
    return points + shares.map(String.init)
  }

  @Test(arguments: FixtureFiles.profiles, ["en", "de"])
  func noCommandTellsScoresInAnOffer(profile: String, language: String) {
    let path = "Profiles/\(profile).json"
    let screen = Self.offer(["assess", path], language, in: .repository())
    #expect(screen.status == 0, "\(screen.talk)")
    #expect(Self.numbers(in: screen.output) == [] && !screen.output.contains("█"))
    #expect(screen.output.contains(language == "de" ? "Wie sicher" : "How sure"))
    for format in ["md", "csv", "json", "gitlab", "jira"] {
      let run = Self.offer(["checklist", path, "--format", format], language, in: .repository())
      #expect(run.status == 0 && Self.numbers(in: run.output) == [], "\(format)")
    }
  }

  @Test func theScreenSaysWhyOthersWereNotChosen() {
    let text = Self.offer(["assess", "Profiles/muster-bank.json"], in: .repository()).output
    #expect(text.contains("Not chosen") && text.contains("because you require"))
  }

  @Test(arguments: [
    ["explain", "Profiles/worked.json"], ["explain", "Profiles/worked.json", "little-memory"],
    ["assess", "Profiles/worked.json", "--all"], ["assess", "Profiles/worked.json", "--decision", "platform"],
    ["assess", "Profiles/worked.json", "--format", "json"], ["whatif", "Profiles/worked.json", "need.memory=64"],
    ["compare", "Profiles/worked.json", "Profiles/taken.json"], ["workshop", "-o", "w.html"],
    ["interview", "Profiles/worked.json"],
  ])
  func whatConsistsOfScoresIsRefused(words: [String]) {
    let run = Self.offer(words, in: .mini())
    #expect(run.status == 2 && run.output == "" && run.files["w.html"] == nil)
    #expect(run.talk.contains("[scores-in-offer]") && run.talk.contains("--edition customer"), "\(run.talk)")
  }

  @Test(arguments: ["en", "de"])
  func theScreenOfAnOfferReadsLikeThis(language: String) {
    let run = Self.offer(["assess", "Profiles/taken.json"], language, in: .mini())
    #expect(Golden.mismatch(run.output, with: "Golden/assess-offer.\(language).txt") == nil)
  }

  @Test(arguments: ["report", "assess", "checklist", "explain"])
  func everyCommandThatShowsACaseHasTheSameWord(command: String) {
    let page = advisor(command, "--help", in: MemoryFiles()).output
    #expect(page.contains("--edition") && page.contains("offer") && !page.contains("--audience"))
  }
}
