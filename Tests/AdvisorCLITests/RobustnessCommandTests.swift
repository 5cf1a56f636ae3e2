import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// How firm it is and what to ask next: in the result, on the screen, and the options that say how it is found out.
@Suite struct RobustnessCommandTests {
  private static func decision(_ words: String..., id: String = "platform") throws -> JSONValue {
    let result = try run(["assess", "Profiles/open.json", "--format", "json"] + words, in: .mini()).json()
    return try #require(result["decisions"]?.item(id))
  }

  @Test func theResultHoldsWhatTheFormatPromises() throws {
    let decision = try Self.decision()
    let confidence = try #require(decision["confidence"])
    #expect(confidence["option"] == decision["recommendedByScore"] && confidence["draws"] == 200)
    let share = try #require(confidence["share"]?.number)
    let error = try #require(confidence["standardError"]?.number)
    #expect((error * error * 200 - share * (1 - share)).magnitude < 1e-12)
    let families = try #require(decision["families"]?.elements)
    #expect(families.item("own-cluster")?["acceptability"]?.number == share)
    let options = try #require(decision["options"]?.elements)
    for option in options {
      let ranks = try #require(option["acceptability"]?.elements)
      #expect(ranks.count == options.count && ranks.allSatisfy { (0...1).contains($0.number ?? -1) })
    }
    let first = options.reduce(0) { $0 + ($1["acceptability"]?.elements?.first?.number ?? 0) }
    #expect((first + (confidence["withoutWinner"]?.number ?? 0) / 200 - 1).magnitude < 1e-12)
    let intervals = try #require(decision["weightIntervals"]?.elements)
    #expect(!intervals.isEmpty && intervals.allSatisfy { $0["from"] != nil && $0["to"] != nil })
  }

  @Test func questionsComeBestFirst() throws {
    let result = try advisor("assess", "Profiles/open.json", "--format", "json", in: .mini()).json()
    let gains = try #require(result["nextQuestions"]?.elements).map { $0["gain"]?.number ?? 0 }
    #expect(!gains.isEmpty && gains == gains.sorted(by: >) && gains.allSatisfy { $0 > 0 })
  }

  @Test func whereNothingIsDrawnNothingIsSaid() throws {
    let decision = try Self.decision("--draws", "0")
    for key in ["confidence", "families", "weightIntervals"] { #expect(decision[key] == nil) }
    #expect(decision["options"]?.elements?.first?["acceptability"] == nil)
    let screen = advisor("assess", "Profiles/open.json", "--draws", "0", "--lang", "en", in: .mini()).output
    #expect(!screen.contains("we calculated it") && !screen.contains("What to ask next"))
  }

  @Test func theReportHoldsTheSameResult() throws {
    let report = advisor("report", "Profiles/open.json", "-o", "r.json", in: .mini())
    #expect(
      try report.written("r.json") == advisor("assess", "Profiles/open.json", "--format", "json", in: .mini()).output
    )
  }

  @Test(arguments: ["-1", "x", "1.5", "1000001"])
  func aNumberOfDrawsThatIsNoneIsRefused(word: String) {
    let run = advisor("assess", "Profiles/open.json", "--draws", word, in: .mini())
    #expect(run.status == 2 && run.talk.contains("a whole number from 0 to 1000000"))
  }

  @Test func keepingTheOrderChangesTheTrials() throws {
    #expect(try Self.decision()["confidence"] != Self.decision("--keep-order")["confidence"])
  }

  @Test func aDecisionTakenByTheCustomerIsNotRated() {
    let screen = advisor("assess", "Profiles/taken.json", "--lang", "en", in: .mini()).output
    let database = screen.components(separatedBy: "Platform:").first ?? ""
    #expect(!database.contains("we calculated it") && screen.contains("we calculated it"))
  }

  @Test func aQuestionForTheHouseIsNotNamedToACustomer() throws {
    let texts = try FixtureFiles.mini.changing("Rules/shared/facts.json") { content in
      content.changeItems("facts") { $0["audience"] = "internal" }
    }
    let files = MemoryFiles(texts)
    let result = try advisor("assess", "Profiles/open.json", "--format", "json", in: files).json()
    #expect(result["nextQuestions"] == [])
    let own = try advisor("assess", "Profiles/open.json", "--format", "json", "--edition", "internal", in: files)
      .json()
    #expect(own["nextQuestions"]?.elements?.isEmpty == false)
  }
}

extension [JSONValue] {
  fileprivate func item(_ id: String) -> JSONValue? { first { $0["id"]?.text == id } }
}
