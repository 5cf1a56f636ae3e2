import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// What is for the house only never reaches a customer, in no format and no language.
@Suite struct AudienceTests {
  private static let commands: [[String]] = [
    ["report", "-o", "r.html"], ["report", "-o", "r.md"], ["report", "-o", "r.json"], ["report", "-o", "r.csv"],
    ["report", "-o", "r.pdf"], ["report", "-o", "r.docx"], ["report", "-o", "adr/"], offer("html"), offer("md"),
    offer("docx"), ["assess"], ["assess", "--all"],
    ["assess", "--format", "json"], ["checklist", "--format", "md"], ["checklist", "--format", "csv"],
    ["checklist", "--format", "json"], ["checklist", "--format", "gitlab"], ["checklist", "--format", "jira"],
    ["explain", "--edition", "customer"],
  ]

  private static func offer(_ ending: String) -> [String] {
    ["report", "-o", "o.\(ending)", "--edition", "offer", "--date", "2026-11-20"]
  }

  /// Everything that a command writes about a profile.
  private static func output(
    _ command: [String],
    _ profile: String,
    in files: MemoryFiles,
    _ more: [String] = []
  ) -> String {
    var words = command
    words.insert("Profiles/\(profile).json", at: 1)
    let before = Set(files.paths)
    let run = FakePrograms(files).run(words + more)
    #expect(run.status == 0, "\(run.talk)")
    return run.output + files.paths.filter { !before.contains($0) }.map { files[$0] ?? "" }.joined(separator: "\n")
  }

  /// The small packs with a step, a price, a source, a fact, notes and texts that are for the house only.
  static func withInternals() throws -> MemoryFiles {
    let house: JSONValue = ["en": "SECRET words", "de": "SECRET Worte", "audience": "internal"]
    var texts = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content["steps"] = .array(
        (content["steps"]?.elements ?? []) + [
          [
            "id": "secret-step", "title": "SECRET step", "phase": "prepare", "owner": "consultant",
            "audience": "internal",
            "after": ["sign"], "before": ["create-space"], "details": "SECRET details", "sources": ["S-4"],
          ]
        ]
      )
      content["prices"] = .array(
        (content["prices"]?.elements ?? []) + [
          ["id": "secret-price", "title": "SECRET price", "amount": 4321, "currency": "CHF", "audience": "internal"]
        ]
      )
      content.changeItems("sources") { source in
        if source["id"] == "S-4" { source["title"] = "SECRET source" }
      }
      content.changeItems("steps") { step in
        if step["id"] == "create-space" { step["details"] = house }
        if step["id"] == "sign" { step["result"] = house }
      }
      content.changeItems("components") { component in
        if component["id"] == "router" { component["description"] = house }
      }
      content.changeItems("contradictions") { $0["text"] = house }
      content.changeItems("rules") { rule in
        switch rule["id"]?.text {
        case "soon":
          rule["notes"] = [["text": "SECRET note", "audience": "internal", "level": "warning"], ["text": house]]
        case "who-backs-up": rule["confirm"] = ["shared-cluster": house]
        case "little-memory":
          rule["sources"] = ["S-1", "S-4"]
          rule["because"] = house
        default: break
        }
      }
    }
    texts = try texts.changing("Rules/shared/facts.json") { content in
      content["facts"] = .array(
        (content["facts"]?.elements ?? []) + [
          [
            "id": "need.secret", "type": "choice", "question": "SECRET question?", "audience": "internal",
            "group": "need",
            "choices": [["id": "yes", "title": "SECRET answer"], ["id": "no"]],
          ],
          [
            "id": "need.secret2", "type": "boolean", "question": "SECRET second?", "audience": "internal",
            "default": true,
          ],
        ]
      )
    }
    texts = try texts.changing("Rules/own/content.json") { content in
      content.changeItems("rules") { rule in
        if rule["id"] == "reserved" { rule["when"] = ["need.secret": "yes"] }
        if rule["id"] == "stay-home" { rule["when"] = ["need.place": "home", "need.secret": "yes"] }
      }
    }
    for profile in ["worked", "taken"] {
      texts = try texts.changing("Profiles/\(profile).json") { value in
        value["answers"]?["need.secret"] = "yes"
        value["notes"] = [
          "need.place": ["text": "SECRET remark", "audience": "internal", "by": "SECRET person"],
          "need.memory": ["text": house],
        ]
        value["requirements"] = [["text": house]]
        value["clarified"] = nil
      }
    }
    return MemoryFiles(texts)
  }

  @Test(arguments: commands, ["en", "de"])
  func nothingForTheHouseReachesACustomer(command: [String], language: String) throws {
    for profile in ["worked", "taken"] {
      let text = try Self.output(command, profile, in: Self.withInternals(), ["--lang", language])
      let around = text.range(of: "SECRET").map { text[$0.lowerBound...].prefix(60) }
      #expect(around == nil, "\(profile)")
      #expect(
        !text.contains("4321") && !text.contains("secret-step") && !text.contains("intranet.example.ch"),
        "\(profile)"
      )
    }
  }

  @Test(arguments: commands.filter { $0[0] != "explain" && $0.last != "r.csv" && !$0.contains("offer") })
  func theHouseSeesItAll(command: [String]) throws {
    let text = try Self.output(command, "worked", in: Self.withInternals(), ["--edition", "internal"])
    #expect(text.contains("SECRET"))
  }

  @Test func theInternalReportHoldsEveryKindOfInternalText() throws {
    let files = try Self.withInternals()
    let text = Self.output(["report", "-o", "r.md"], "worked", in: files, ["--edition", "internal"])
    for part in ["step", "details", "price", "source", "note", "words", "answer", "remark", "second?"] {
      #expect(text.contains("SECRET \(part)"), "\(part)")
    }
  }

  @Test func aCustomerSeesThePathThroughAHiddenStep() throws {
    let files = try Self.withInternals()
    for command in [["checklist", "--format", "json"], ["report", "-o", "r.json"]] {
      let text = Self.output(command, "worked", in: files)
      let step = try parsed(text)["steps"]?.item("create-space")
      #expect(step?["after"]?.elements == ["sign"], "\(command)")
    }
    let steps = try parsed(Self.output(["checklist", "--format", "json"], "worked", in: files))["steps"]
    #expect(steps?.elements?.compactMap { $0["number"]?.number } == [1, 2])
  }

  /// Every text of packs and profiles, each for the house only, even those that a page cannot do without.
  @Test(arguments: commands, ["en", "de"])
  func noTextOfAnyKindReachesACustomerIfItIsForTheHouse(command: [String], language: String) throws {
    var count = 0
    let house = PackTexts { _, _, isLocalized in
      guard isLocalized else { return nil }
      count += 1
      return ["en": .string("SECRET\(count)"), "de": .string("SECRET\(count)"), "audience": "internal"]
    }
    let texts = try house.apply(to: FixtureFiles.mini)
    #expect(count > 80)
    for profile in ["worked", "open", "taken"] {
      let text = Self.output(command, profile, in: MemoryFiles(texts), ["--lang", language])
      let around = text.range(of: "SECRET").map { text[..<$0.upperBound].suffix(80) }
      #expect(around == nil, "\(profile)")
    }
  }

  // MARK: What nobody states

  /// Legacy or unverified sources alone: a question at most, never a statement.
  @Test(arguments: commands.filter { $0[0] != "explain" && !$0.contains("json") && $0.last != "r.json" }, ["en", "de"])
  func aClaimWithoutAStatedSourceNeverStandsAsAStatement(command: [String], language: String) throws {
    let customer = Self.output(command, "taken", in: .mini(), ["--lang", language])
    for claim in [
      "Old claim", "Alte Behauptung", "Claim that", "Behauptung, Anfänger", "Claim in a note", "Behauptung in einer",
    ] {
      #expect(!customer.contains(claim), "\(claim)")
    }
  }

  @Test func aClaimStandsWhereOneOfItsSourcesStatesIt() throws {
    let texts = FixtureFiles.mini.replacing(
      "[\"S-2\", \"S-3\"]",
      with: "[\"S-2\", \"S-1\"]",
      in: "Rules/shared/content.json"
    )
    let text = Self.output(["report", "-o", "r.md"], "taken", in: MemoryFiles(texts))
    #expect(text.contains("Old claim about beginners") && text.contains("Claim that beginners are slow"))
  }

  @Test func aClaimCountsAndIsShownToTheHouse() throws {
    let house = Self.output(["report", "-o", "r.md"], "taken", in: .mini(), ["--edition", "internal"])
    #expect(house.contains("Old claim about beginners") && house.contains("Claim in a note"))
    let customer = Self.output(["report", "-o", "r.md"], "taken", in: .mini())
    #expect(customer.contains("To be confirmed: Control") && customer.contains("`told-once`"))
  }

  @Test func whatNobodyStatesIsNoMainReason() throws {
    let text = Self.output(["report", "-o", "r.md"], "taken", in: .mini())
    let opening = text.components(separatedBy: "## What the recommendation rests on")[0]
    #expect(text.contains("On an own cluster every rule is possible."))
    #expect(!opening.contains("Nothing reliable is published"))
  }

  @Test func aQuestionNobodyAnsweredInPublicNeverTellsTheClaim() throws {
    let texts = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content.changeItems("rules") { rule in
        if rule["id"] == "told-once" { rule["rate"] = ["shared-cluster": "unknown", "own-cluster": "unknown"] }
        if rule["id"] == "told-once" { rule["needs"] = ["own"] }
      }
    }
    for command in Self.commands where command[0] != "explain" {
      let text = Self.output(command, "taken", in: MemoryFiles(texts))
      #expect(!text.contains("Old claim"), "\(command)")
    }
    let report = Self.output(["report", "-o", "r.md"], "taken", in: MemoryFiles(texts))
    #expect(report.contains("Nothing is published on this point: Control. What applies here?"))
  }
}
