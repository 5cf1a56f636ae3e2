import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// A price without a valid amount is to be confirmed, with its unit; never a number.
@Suite struct CostReportTests {
  /// The costs of the worked example in the JSON, and the rows of the table in the Markdown.
  private static func costs(
    _ words: [String] = [],
    in texts: Texts = FixtureFiles.mini
  ) throws -> (json: JSONValue, rows: [String]) {
    let outputs = ["report", "Profiles/worked.json", "-o", "r.md", "-o", "r.json", "--lang", "en"]
    let run = run(outputs + words, in: MemoryFiles(texts))
    #expect(run.status == 0, "\(run.talk)")
    let section = try run.written("r.md").components(separatedBy: "## Indicative cost")
    let rows = section.last?.components(separatedBy: "\n## ")[0].components(separatedBy: "\n").filter {
      $0.hasPrefix("| ")
    }
    return (try #require(try run.json(of: "r.json")["costs"]), rows ?? [])
  }

  private static func change(_ price: String, _ change: (inout JSONValue) -> Void) throws -> Texts {
    try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content.changeItems("prices") { if $0["id"]?.text == price { change(&$0) } }
    }
  }

  @Test func aStatedAmountIsShownWithItsPeriodAndTax() throws {
    let (json, rows) = try Self.costs()
    let memory = json.item("memory")
    #expect(memory?["from"] == 100 && memory?["to"] == 100 && memory?["toBeConfirmed"] == false)
    #expect(rows.contains { $0.contains("Memory of the cluster") && $0.contains("8 GiB") })
    #expect(rows.contains { $0.contains("CHF 100.00 per month, VAT excluded") })
  }

  @Test(
    arguments: [
      ("no amount", [], nil), ("expired", ["--date", "2027-01-01"], nil),
      ("not yet valid", ["--date", "2026-06-30"], nil),
      ("no date", [], "date"),
    ] as [(String, [String], String?)]
  )
  func whatCannotBeSaidIsToBeConfirmed(reason: String, words: [String], without: String?) throws {
    var texts = reason == "no amount" ? try Self.change("memory") { $0["amount"] = nil } : FixtureFiles.mini
    if let without { texts = try texts.changing("Profiles/worked.json") { $0[without] = nil } }
    let (json, rows) = try Self.costs(words, in: texts)
    let memory = json.item("memory")
    #expect(memory?["toBeConfirmed"] == true && memory?["from"] == nil && memory?["to"] == nil)
    let row = try #require(rows.first { $0.contains("Memory of the cluster") })
    #expect(row.contains("to be confirmed with the offer"))
    #expect(!row.contains("CHF") && !row.contains("100") && !row.contains("12.5"))
  }

  @Test func theDaysOfItsValidityAreIncluded() throws {
    for (day, isKnown) in [("2026-06-30", false), ("2026-07-01", true), ("2026-12-31", true), ("2027-01-01", false)] {
      let json = try Self.costs(["--date", day]).json
      #expect((json.item("memory")?["from"] != nil) == isKnown, "\(day)")
    }
  }

  @Test func pricesThatNobodyStatesShowNoNumber() throws {
    let (json, rows) = try Self.costs()
    for (id, title) in [("support", "Support"), ("entry", "Entry fee")] {
      #expect(json.item(id)?["toBeConfirmed"] == true)
      let row = try #require(rows.first { $0.contains("| \(title) ") })
      #expect(row.contains("to be confirmed") && !row.contains("777"))
    }
  }

  @Test func anUnknownQuantityIsToBeConfirmedAndARangeGivesARange() throws {
    let open = try FixtureFiles.mini.changing("Profiles/worked.json") {
      $0["answers"]?["need.memory"] = ["from": 2, "to": 12]
    }
    let memory = try Self.costs(in: open).json.item("memory")
    #expect(memory?["from"] == 50 && memory?["to"] == 150, "the minimum counts at the lower end")
    let unknown = try Self.change("memory") { $0["when"] = ["need.team": "expert"] }
      .changing("Profiles/worked.json") { $0["answers"]?["need.team"] = nil }
    #expect(try Self.costs(in: unknown).json.item("memory")?["toBeConfirmed"] == true)
  }

  @Test func pricesOfWhatIsNotRecommendedAreLeftOut() throws {
    let run = advisor("report", "Profiles/open.json", "-o", "r.json", "-o", "r.md", in: .mini())
    #expect(try run.json(of: "r.json")["costs"]?.elements == [])
    #expect(try run.written("r.md").contains("The sources state no prices for what is recommended here"))
  }

  @Test func aPrivatePackFillsInWhatIsNotPublic() throws {
    let texts = try FixtureFiles.mini.changing("Rules/own/content.json") { content in
      content["adjustments"] = [
        ["price": "support", "amount": 1500, "validFrom": "2026-07-01", "because": "our list of July"]
      ]
    }
    let (json, rows) = try Self.costs(in: texts)
    #expect(json.item("support")?["from"] == 1500)
    #expect(rows.contains { $0.contains("CHF 1500.00 per month, VAT to be confirmed") })
  }

  @Test func anAmountWithoutADayIsNotForCustomers() throws {
    let texts = try FixtureFiles.mini.changing("Rules/own/content.json") { content in
      content["adjustments"] = [["price": "support", "amount": 1500, "because": "our list of July"]]
    }
    let (json, rows) = try Self.costs(in: texts)
    #expect(json.item("support")?["from"] == nil && !rows.contains { $0.contains("1500") })
  }
}
