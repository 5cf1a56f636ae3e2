import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// What a profile holds beside answers appears where it should: decisions taken, clarifications, weights, notes, plan.
@Suite struct CaseTests {
  private struct Pages {
    let markdown: String
    let html: String
    let screen: String
    let result: JSONValue

    /// A section of the Markdown by the start of its title, with its parts.
    func section(_ title: String) -> String {
      var level: Int?
      var lines: [String] = []
      for line in markdown.components(separatedBy: "\n") {
        let depth = line.prefix { $0 == "#" }.count
        if let open = level {
          if depth > 0, depth <= open { break }
          lines.append(line)
        } else if depth > 0, line.dropFirst(depth + 1).hasPrefix(title) {
          level = depth
        }
      }
      return lines.joined(separator: "\n")
    }
  }

  private static func pages(
    _ profile: String = "taken",
    in texts: Texts = FixtureFiles.mini,
    _ change: (inout JSONValue) -> Void = { _ in }
  ) throws -> Pages {
    let files = MemoryFiles(try texts.changing("Profiles/\(profile).json", change))
    let path = "Profiles/\(profile).json"
    let report = advisor("report", path, "-o", "r.md", "-o", "r.html", "-o", "r.json", "--lang", "en", in: files)
    #expect(report.status == 0, "\(report.talk)")
    return Pages(
      markdown: try report.written("r.md").filter { $0 != "\\" },
      html: try report.written("r.html"),
      screen: advisor("assess", path, "--lang", "en", in: files).output,
      result: try report.json(of: "r.json")
    )
  }

  // MARK: Decisions taken

  @Test func aDecisionTakenStandsBesideWhatWouldBeRecommended() throws {
    let pages = try Self.pages()
    let decision = pages.result["decisions"]?.item("database")
    #expect(decision?["recommended"] == "database-of-your-own" && decision?["decidedBy"] == "profile")
    #expect(decision?["recommendedByScore"] == "database-service")
    let section = pages.section("Database: ")
    #expect(section.contains("Decided by the customer: Database of your own."))
    #expect(section.contains("Reason given: they have a licence"))
    #expect(section.contains("By score we would recommend Database service."))
    #expect(pages.screen.contains("Database: already decided in favour of Database of your own."))
    #expect(pages.screen.contains("By score, Database service would be 16.7 points ahead"))
  }

  @Test func aDecisionTakenAgainstAnExclusionHoldsWithAWarning() throws {
    let pages = try Self.pages { $0["decided"] = ["platform": "own-cluster-south"] }
    let decision = pages.result["decisions"]?.item("platform")
    #expect(
      decision?["variant"] == "own-cluster-south" && decision?["options"]?.item("own-cluster-south")?["rank"] == .null
    )
    for text in [pages.screen, pages.markdown, pages.html] {
      #expect(text.contains("A requirement rules this choice out; see below for which one."))
    }
    #expect(pages.section("Platform: ").contains("The south is abroad."))
  }

  @Test func aDecisionTakenOnTooFewFactsHolds() throws {
    let empty = [
      "Profiles/e.json": "{\"format\": 1, \"title\": \"e\", \"decided\": {\"platform\": \"shared-cluster\"}}"
    ]
    let pages = try Self.pages("e", in: FixtureFiles.mini.merging(empty) { $1 })
    #expect(pages.result["decisions"]?.item("platform")?["recommended"] == "shared-cluster")
    #expect(pages.screen.contains("already decided in favour of Shared cluster"))
  }

  // MARK: Clarifications

  @Test func aConfirmedPointIsDoneAndTold() throws {
    let open = try Self.pages { profile in
      profile["clarified"] = nil
      profile["weights"] = ["cost": 10]
    }
    let platform = open.result["decisions"]?.item("platform")
    #expect(platform?["recommended"] == "shared-cluster" && platform?["conditional"] == true)
    #expect(open.screen.contains("? Is a copy of the backup kept elsewhere?"))
    #expect(open.section("What the recommendation rests on").contains("Questions to the provider"))
    let done = try Self.pages { $0["weights"] = ["cost": 10] }
    #expect(done.result["decisions"]?.item("platform")?["conditional"] == false)
    #expect(!done.screen.contains("? Is a copy"))
    let text = "Is a copy of the backup kept elsewhere? – yes (mail of 2026-11-18)"
    #expect(done.section("What the recommendation rests on").contains("**Shared cluster**: \(text)"))
    #expect(
      done.screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ").contains(
        "Clarified: Shared cluster: \(text)"
      )
    )
  }

  @Test func aPointThatDoesNotHoldRulesOutWithTheQuestionAndItsAnswer() throws {
    let pages = try Self.pages { profile in
      profile["weights"] = ["cost": 10]
      profile["clarified"] = [
        ["rule": "who-backs-up", "option": "shared-cluster", "holds": false, "note": "call of Monday"]
      ]
    }
    let option = pages.result["decisions"]?.item("platform")?["options"]?.item("shared-cluster")
    #expect(option?["rank"] == .null && option?["excludedBy"]?.elements == ["who-backs-up"])
    let text = "Is a copy of the backup kept elsewhere? – no (call of Monday)"
    #expect(pages.section("Platform: ").contains(text))
    #expect(!pages.section("Platform: ").contains("Where backups are kept is not published"))
    #expect(pages.screen.contains(text))
  }

  @Test func aClarificationOfARuleThatDoesNotApplyIsNotTold() throws {
    let pages = try Self.pages { $0["answers"]?["need.database"] = false }
    #expect(!pages.markdown.contains("Clarified") && !pages.screen.contains("Clarified"))
  }

  // MARK: The rest

  @Test func aContradictionNamesTheAnswersThatDoNotGoTogether() throws {
    let pages = try Self.pages()
    #expect(pages.result["contradictions"]?.item("rules-without-experience")?["facts"]?.elements?.count == 2)
    let section = pages.section("What the recommendation rests on")
    #expect(section.contains("Own rules need someone who writes them."))
    #expect(section.contains("- Own network rules: yes") && section.contains("- Experience of the team: None"))
    #expect(pages.screen.contains("! Own rules need someone who writes them."))
  }

  @Test func whatNoQuestionHoldsIsShownAsNotConsidered() throws {
    let pages = try Self.pages()
    #expect(pages.section("What the recommendation rests on").contains("Not considered in the scoring"))
    #expect(pages.section("Not considered in the scoring").contains("- must talk to the mainframe"))
    #expect(pages.screen.contains("Not considered in the scoring:\n    · must talk to the mainframe"))
  }

  @Test func withoutSuchRequirementsThereIsNoEmptyHeading() throws {
    let pages = try Self.pages { $0["requirements"] = [["text": ["en": "house", "audience": "internal"]]] }
    for text in [pages.markdown, pages.html, pages.screen] { #expect(!text.contains("Not considered in the scoring")) }
  }

  @Test func weightsOfTheCaseAreNamedAsSuchAndOthersAsTheHousesAssumption() throws {
    let section = try Self.pages().section("Method and provenance")
    #expect(section.contains("our assumption unless stated for this case: Control 6 (stated for this case), Cost 2."))
  }

  /// Weights are quoted from the packs, wherever they come from.
  @Test func weightsShownAreThoseOfThePacks() throws {
    let texts = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content.changeItems("criteria") { $0["weight"] = $0["id"] == "cost" ? 7 : 13 }
    }
    let pages = try Self.pages("worked", in: texts)
    #expect(pages.section("Method and provenance").contains("Control 13, Cost 7."))
    let table = pages.section("Platform: ").filter { $0 != "\u{A0}" && $0 != " " }
    #expect(table.contains("|Control|65%|") && table.contains("|Cost|35%|"))
    let criteria = pages.result["decisions"]?.item("platform")?["options"]?.elements?.first?["criteria"]
    #expect(criteria?.item("cost")?["weight"] == 7 && criteria?.item("control")?["weight"] == 13)
    let explained = advisor(
      "explain",
      "Profiles/worked.json",
      "cost",
      "little-memory",
      in: MemoryFiles(texts),
      width: 110
    )
    #expect(explained.output.contains("Weight 7, the default of the packs"))
    #expect(explained.output.contains("100 × 7 / 20 (Cost) × 6 / 12"))
  }

  @Test func anAdjustedWeightIsShownWithItsReason() throws {
    let texts = try FixtureFiles.mini.changing("Rules/own/content.json") { content in
      content["adjustments"] = [["criterion": "cost", "weight": 40, "because": "cost counts more with us"]]
    }
    let section = try Self.pages("worked", in: texts).section("Method and provenance")
    #expect(section.contains("Cost 40") && section.contains("Adjusted by pack 'own': cost counts more with us"))
  }

  @Test func anAnswerHasItsNoteWithWhoWhenAndOnWhatBasis() throws {
    let note = "read off the monitoring (Operations, 18 November 2026, measured)"
    #expect(try Self.pages().section("Requirements as answered").contains("| Memory | 8 GiB | \(note) |"))
  }

  @Test func notesOfRulesAreShownWhereTheyConcernWhatIsRecommended() throws {
    let taken = try Self.pages().section("Remarks")
    #expect(taken.contains("Order before the holidays."))
    #expect(!taken.contains("A space is ready within a day.") && !taken.contains("Only if a database is recommended."))
    let worked = try Self.pages("worked").section("Remarks")
    #expect(worked.contains("A space is ready within a day.") && !worked.contains("Only if a database is recommended."))
    let service = try Self.pages { $0["decided"] = nil }.section("Remarks")
    #expect(service.contains("Only if a database is recommended."))
  }

  @Test func assumptionsAreMarkedWhereverTheyShow() throws {
    let pages = try Self.pages("open")
    #expect(pages.section("What the recommendation rests on").contains("Region: **North**"))
    #expect(pages.section("Requirements as answered").contains("North **[assumed]**"))
    #expect(pages.screen.contains("Assumed: Region: North."))
    #expect(pages.result["facts"]?.item("need.region")?["state"] == "assumed")
  }

  @Test func aReviewLapsesWhenAnAnswerChanges() throws {
    let run = advisor("report", "Profiles/taken.json", in: .mini())
    #expect(run.output.contains("reviewed (Hans Muster, 19 November 2026)"))
    let lapsed = try Self.pages { $0["reviewedBy"]?["digest"] = .string(String(repeating: "0", count: 64)) }
    #expect(lapsed.markdown.contains("the review by Hans Muster has lapsed, since answers have changed"))
  }

  @Test func effortsComeOnlyFromThePlan() throws {
    let steps = try Self.pages().result["steps"]
    #expect(steps?.item("create-space")?["effort"] == 1.5 && steps?.item("sign")?["effort"] == nil)
    let without = try Self.pages { $0["plan"] = nil }
    #expect(without.result["steps"]?.elements?.allSatisfy { $0["effort"] == nil } == true)
    #expect(!without.markdown.contains("person-day"))
  }

  /// Accepted exclusions hold in all sections and formats.
  @Test func anExcludedOptionIsExcludedEverywhere() throws {
    let pages = try Self.pages("worked")
    let south = pages.result["decisions"]?.item("platform")?["options"]?.item("own-cluster-south")
    #expect(south?["rank"] == .null && south?["excludedBy"]?.elements == ["stay-home"])
    #expect(
      pages.section("Platform: ").contains(
        "| – | Own cluster, South | **[excluded]** | Data stay in the country |"
      )
    )
    #expect(pages.html.contains("ruled-out"))
    #expect(pages.screen.contains("✗ Own cluster, South: Data stay in the country"))
  }
}
