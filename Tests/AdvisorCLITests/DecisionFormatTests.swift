import Foundation
import LocatedJSON
import Reports
import RuleModel
import TestSupport
import Testing

@testable import AdvisorCLI

/// The decision matrix, the decision records and the requested objective.
@Suite struct DecisionFormatTests {
  private static func written(
    _ profile: String,
    _ name: String,
    _ words: [String] = [],
    in files: MemoryFiles
  ) throws -> String {
    let run = run(["report", "Profiles/\(profile).json", "-o", name] + words, in: files)
    #expect(run.status == 0, "\(run.talk)")
    return try run.written(name)
  }

  // MARK: Matrix

  @Test(arguments: FixtureFiles.profiles)
  func theMatrixShowsTheScoresOfTheResult(profile: String) throws {
    let result = try RealReports.about(profile).json(of: "r.json")
    let text = try Self.written(profile, "m.csv", ["--lang", "en"], in: .repository())
    let records = csvRecords(text)
    let head = try #require(records.first)
    #expect(Set(records.map(\.count)) == [head.count])
    let options = (result["decisions"]?.elements ?? []).flatMap { $0["options"]?.elements ?? [] }
    for option in options where option["rank"] != nil {
      guard let record = records.first(where: { $0[2] == option["id"]?.text }) else { continue }
      let points = shownPoints(option["score"]?.number ?? .nan).replacing("+", with: "").replacing(
        "\u{2212}",
        with: "-"
      )
      #expect(record[5] == points, "\(record[2])")
      #expect((record[4] == "") == (option["rank"] == .null))
    }
    #expect(records.dropLast().last?[0].contains("This is an assessment") == true)
  }

  @Test func numbersOfTheMatrixAreNumbers() throws {
    let text = try Self.written("muster-bank", "m.csv", in: .repository())
    #expect(text.contains(/,-[0-9]+\.[0-9],/) && !text.contains("\"-") && !text.contains("\u{2212}"))
  }

  @Test func theMatrixIsAsRecorded() throws {
    let text = try Self.written("taken", "m.csv", ["--lang", "en"], in: .mini())
    #expect(Golden.mismatch(text, with: "Golden/matrix.csv") == nil)
  }

  // MARK: Records

  @Test func recordsAreNumberedByTheirPlaceAmongAllDecisions() throws {
    let run = advisor("report", "Profiles/taken.json", "-o", "adr/", "--lang", "en", in: .mini())
    #expect(run.status == 0)
    let names = run.files.paths.filter { $0.hasPrefix("adr/") }
    #expect(names == ["adr/0001-database.md", "adr/0002-platform.md"], "\(names)")
    #expect(names.allSatisfy { run.talk.contains("wrote \($0)") })
  }

  @Test func aRecordHasThePartsOfTheForm() throws {
    for profile in FixtureFiles.profiles {
      let run = advisor("report", "Profiles/\(profile).json", "-o", "adr/", "--lang", "en", in: .repository())
      for path in run.files.paths where path.hasPrefix("adr/") {
        let text = try run.written(path)
        #expect(text.hasPrefix("---\nstatus: "))
        let parts = [
          "\n# ", "\n## Context and Problem Statement\n", "\n## Considered Options\n", "\n## Decision Outcome\n",
          "\n## Pros and Cons of the Options\n", "\n## More Information\n",
        ]
        let places = parts.compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == parts.count && places == places.sorted(), "\(path)")
        #expect(text.contains("neither an offer nor a warranty"))
      }
    }
  }

  @Test func theRecordIsAsRecorded() throws {
    let run = advisor("report", "Profiles/taken.json", "-o", "adr/", "--lang", "en", in: .mini())
    #expect(Golden.mismatch(try run.written("adr/0002-platform.md"), with: "Golden/record.md") == nil)
  }

  @Test func whatWasDecidedIsAcceptedAndTheRestProposed() throws {
    let run = advisor("report", "Profiles/taken.json", "-o", "adr/", in: .mini())
    let texts = try run.files.paths.filter { $0.hasPrefix("adr/") }.map { try run.written($0) }
    #expect(texts.contains { $0.hasPrefix("---\nstatus: accepted\n") })
  }

  @Test func severalFilesDoNotGoToStandardOutput() {
    let run = advisor("report", "Profiles/taken.json", "--format", "madr", in: .mini())
    #expect(run.status == 2 && run.output == "" && run.talk.contains("[needs-a-file]"))
  }

  @Test func aFolderThatIsThereIsRecognisedWithoutASlash() throws {
    let files = MemoryFiles.mini()
    _ = files.fileSystem.makeFolder("adr")
    let run = advisor("report", "Profiles/taken.json", "-o", "adr", in: files)
    #expect(run.status == 0 && files["adr/0002-platform.md"] != nil, "\(run.talk)")
  }

  // MARK: Objective

  private static func answering(_ answer: JSONValue?) throws -> MemoryFiles {
    MemoryFiles(
      try FixtureFiles.repository.changing("Profiles/muster-saas.json") { $0["answers"]?["biz.availability"] = answer }
    )
  }

  @Test(arguments: [
    (99.9, "0.999"), (99.95, "0.9995"), (99, "0.99"), (100, "1.0"), (99.999, "0.99999"), (7.5, "0.075"),
  ])
  func theObjectiveIsTheFigureThatWasAnswered(percent: Double, target: String) throws {
    let text = try Self.written("muster-saas", "slo.yaml", ["--lang", "en"], in: Self.answering(.number(percent)))
    #expect(text.contains("\n      target: \(target)\n"), "\(text)")
    #expect(text.contains("apiVersion: openslo/v1\nkind: SLO\n") && text.contains("kind: Service"))
    #expect(text.contains("# To be confirmed: what is measured"))
    #expect(text.contains("not promised"))
  }

  @Test(arguments: [nil, .null, 0, ["from": 99.5, "to": 99.9]] as [JSONValue?])
  func whatWasNotAnsweredIsNotInvented(answer: JSONValue?) throws {
    let files = try Self.answering(answer)
    let run = advisor("report", "Profiles/muster-saas.json", "-o", "slo.yml", "-o", "r.md", in: files)
    #expect(run.status == 2 && run.talk.contains("[nothing-to-write]"), "\(run.talk)")
    #expect(files["slo.yml"] == nil && files["r.md"] != nil)
  }

  @Test func packsThatDoNotAskForAvailabilityGiveNoObjective() {
    let run = advisor("report", "Profiles/worked.json", "-o", "slo.yaml", in: .mini())
    #expect(run.status == 2 && run.talk.contains("[nothing-to-write]"))
  }
}
