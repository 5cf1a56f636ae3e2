import Foundation
import LocatedJSON
import RuleModel
import TestSupport
import Testing

@testable import AdvisorCLI

/// An offer says nothing that a well-read customer could take apart.
@Suite struct OfferStatementTests {
  private static let early = RealOffers.profiles.filter { $0.hasPrefix("first-meeting-") }
  private static let whole = RealOffers.profiles.filter { !$0.hasPrefix("first-meeting-") }

  // MARK: Why, and why not

  @Test(arguments: RealOffers.profiles, ["en", "de"])
  func noOptionIsTurnedDownWithAReasonForTheOther(profile: String, language: String) throws {
    let offer = try RealOffers.about(profile, language)
    let why = ["Why", "What speaks for it so far", "Warum", "Was bisher dafür spricht"].flatMap { offer.section($0) }
    let reasons = why.compactMap { $0.firstMatch(of: /^[0-9]+\. (.+)$/).map { String($0.1) } }
    #expect((1...3).contains(reasons.count))
    let others = offer.items(below: language == "de" ? "**Nicht gewählt**" : "**Not chosen**")
    #expect(others.count == 2)
    for other in others { #expect(reasons.allSatisfy { !other.contains($0) }, "\(other)") }
  }

  @Test func whatIsRuledOutNamesTheRequirementAndWhatIsNotSaysWhatIsMissing() throws {
    let others = try RealOffers.about("muster-bank", "en").items(below: "**Not chosen**")
    let excluded = try #require(others.first { $0.hasPrefix("**APPUiO Cloud**") })
    #expect(excluded.hasPrefix("**APPUiO Cloud** is ruled out because you require “Isolation: Own cluster”:"))
    let possible = try #require(others.first { $0.hasPrefix("**Managed Kubernetes**") })
    #expect(possible.hasPrefix("**Managed Kubernetes** would be possible"))
    #expect(!possible.contains("Isolation") && possible.contains("Managed OpenShift"))
  }

  @Test(arguments: RealOffers.profiles, ["en", "de"])
  func whatIsTakenOnWithItIsNoReasonForIt(profile: String, language: String) throws {
    let offer = try RealOffers.about(profile, language)
    let costs = offer.items(
      below: language == "de" ? "**Was Sie dafür in Kauf nehmen**" : "**What you take on with it**"
    )
    #expect(costs.count <= 3)
    for cost in costs { #expect(offer.text.components(separatedBy: cost.prefix(60)).count == 2, "\(cost)") }
  }

  @Test func aHospitalThatKeepsItsHardwareReadsThatItNeedsPeopleAtNight() throws {
    let costs = try RealOffers.about("muster-hospital", "de").items(below: "**Was Sie dafür in Kauf nehmen**")
    #expect(costs.count == 3 && costs.contains { $0.contains("auch nachts") })
  }

  @Test func optionsThatAreLevelAreNamed() throws {
    #expect(try RealOffers.about("first-meeting-municipality", "en").contains("Level with it: **Managed OpenShift"))
    #expect(try !RealOffers.about("muster-bank", "en").contains("Level with it"))
  }

  // MARK: What was asked

  private static let service = [
    "biz.availability", "biz.service_hours", "biz.first_response", "biz.rto", "biz.rpo", "biz.maintenance",
    "biz.contract_sla",
  ]

  @Test(arguments: RealOffers.profiles, ["en", "de"])
  func onlyAnswersAreRequested(profile: String, language: String) throws {
    let answers = try RealOffers.answers(profile)
    let given = Self.service.filter { answers[$0] != nil && answers[$0] != .null }
    let offer = try RealOffers.about(profile, language)
    let title = language == "de" ? "**Von Ihnen gewünscht" : "**Requested by you"
    #expect(offer.contains(title))
    #expect(offer.items(below: title).count == given.count)
    #expect(offer.contains(title + ":**") == given.isEmpty)
  }

  @Test(arguments: whole, ["en", "de"])
  func whatWeRecommendForTheServiceSaysHowSureThatIs(profile: String, language: String) throws {
    let title = language == "de" ? "**Von uns empfohlen**" : "**Recommended by us**"
    let words =
      language == "de" ? ["klar", "wahrscheinlich", "offen", "entschieden"] : ["firm", "likely", "open", "decided"]
    let rows = try RealOffers.about(profile, language).items(below: title)
    #expect(rows.count == 2)
    for row in rows { #expect(words.contains { row.contains("(\($0)") } && row.hasSuffix(")"), "\(row)") }
  }

  // MARK: What it rests on

  @Test(arguments: RealOffers.profiles, ["en", "de"])
  func everyOfferSaysWhatItTakesAsGiven(profile: String, language: String) throws {
    let given = try RealOffers.about(profile, language)
      .items(below: language == "de" ? "**Wovon wir ausgehen**" : "**What we assume**")
    #expect((1...8).contains(given.count))
    #expect(Set(given).count == given.count)
  }

  @Test func theSmallestAnswerThatTurnsItIsTold() throws {
    let offer = try RealOffers.about("first-meeting-municipality", "de")
    #expect(
      offer.contains("würden wir **APPUiO Cloud** empfehlen") || offer.contains("kann zu **APPUiO Cloud** führen")
    )
  }

  @Test(arguments: RealOffers.profiles, ["en", "de"])
  func pointsToSettleAreQuestionsAndStartWithACapital(profile: String, language: String) throws {
    let lines = try RealOffers.about(profile, language)
      .section(language == "de" ? "Annahmen und offene Punkte" : "Assumptions and open points")
    let title = language == "de" ? "**Das klären wir" : "**What we settle"
    let points = lines.drop { !$0.hasPrefix(title) }.prefix {
      !$0.hasPrefix("**Das haben") && !$0.hasPrefix("**You also")
    }
    .filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
    let more = points.filter { $0.hasPrefix(language == "de" ? "und " : "and ") }
    #expect(points.count - more.count <= 8 && more.count <= 1)
    #expect(more.isEmpty || points.count == 9 || points.count > 1)
    for point in points where !more.contains(point) {
      #expect(point.hasSuffix("?"), "\(point)")
      #expect(point.first?.isUppercase == true, "\(point)")
      #expect(point.components(separatedBy: ": ").count <= 2, "\(point)")
    }
  }

  // MARK: After a few answers

  @Test(arguments: early, ["en", "de"])
  func aFewAnswersMakeAFirstAssessment(profile: String, language: String) throws {
    let offer = try RealOffers.about(profile, language)
    let isGerman = language == "de"
    #expect(
      offer.contains(isGerman ? "Erste Einschätzung nach wenigen Angaben" : "First assessment from a few answers")
    )
    #expect(!offer.contains(isGerman ? "Die Preise stehen in der Offerte" : "The offer states the prices"))
    let rows = offer.section(isGerman ? "Alle Entscheidungen" : "All decisions").filter { $0.hasPrefix("| ") }
    for row in rows.dropFirst(2) {
      #expect(!row.hasSuffix(isGerman ? "| offen |" : "| open |") && !row.contains("*("), "\(row)")
    }
    let count = try #require(RealOffers.answers(profile).members).count
    #expect(offer.contains(isGerman ? "Nach \(count) Angaben liegt **" : "After \(count) answers **"))
  }

  @Test(arguments: whole, ["en", "de"])
  func manyAnswersMakeARecommendation(profile: String, language: String) throws {
    let offer = try RealOffers.about(profile, language)
    #expect(offer.contains(language == "de" ? "Unsere Empfehlung in Kürze" : "Our recommendation in short"))
    #expect(
      offer.contains(language == "de" ? "Die Preise stehen in der Offerte, für:" : "The offer states the prices of:")
    )
  }

  // MARK: Plan

  @Test(arguments: RealOffers.profiles, ["en", "de"])
  func thePlanSaysHowManyStepsAreWhose(profile: String, language: String) throws {
    let offer = try RealOffers.about(profile, language)
    let plan = offer.section(language == "de" ? "Plan in Kürze" : "Plan in short")
    #expect(
      plan.contains {
        $0.hasPrefix(language == "de" ? "**Ihre ersten drei Schritte:**" : "**Your first three steps:**")
      }
    )
    #expect(plan.contains { $0.contains(language == "de" ? "davon" : "with you") })
    let goLive = try RealOffers.answers(profile)["biz.go_live"]
    let isTold = plan.contains { $0.contains(language == "de" ? "Go-live gewünscht: " : "Go-live wanted: ") }
    #expect(isTold == (goLive != nil && goLive != .null))
  }

  private static func plan(_ edition: String, _ efforts: [String: Double]) throws -> String {
    let texts = try FixtureFiles.mini.changing("Profiles/taken.json") { profile in
      profile["plan"] = [
        "start": "2027-01-11",
        "efforts": .members(efforts.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) }),
      ]
    }
    let words = ["--edition", edition, "--date", "2026-11-20", "-o", "r.md"]
    return try run(["report", "Profiles/taken.json"] + words, in: MemoryFiles(texts)).written("r.md")
  }

  /// The space waits for the network, which waits for the order.
  @Test func aStepHasDaysOnlyWhereAllThatItWaitsForHasAnEffort() throws {
    let alone = try Self.plan("customer", ["create-space": 1.5])
    #expect(!alone.contains("Plan from 11 January 2027"))
    #expect(alone.contains("So far one of 4 steps is estimated, at 1.5 person-days; dates follow."))
    let broken = try Self.plan("customer", ["sign": 1, "create-space": 1.5])
    #expect(broken.contains("Sign the order | 1 person-day | 11 Jan |"))
    #expect(broken.contains("Create the space | 1.5 person-days | date open |"))
    let whole = try Self.plan("customer", ["sign": 1, "plan-network": 0.5, "create-space": 1.5])
    #expect(whole.contains("Create the space | 1.5 person-days | 12 Jan–13 Jan |") && !whole.contains("date open"))
  }

  @Test func anOfferDrawsNoPhaseThatIsHardlyEstimated() throws {
    #expect(
      try Self.plan("offer", ["sign": 1, "plan-network": 0.5, "create-space": 1.5]).contains("Plan from 11 January")
    )
    let run = run(
      [
        "report", "Profiles/muster-saas.json", "--edition", "offer", "--date", "2026-11-21", "--draws", "10", "-o",
        "o.md",
      ],
      in: .repository()
    )
    let offer = try run.written("o.md")
    #expect(
      !offer.contains("Plan from")
        && offer.contains("steps are estimated, 9.5 person-days in all (Head of Engineering)")
    )
  }
}
