import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct BatchCommandTests {
  /// A profile on one line.
  private func profile(_ title: String, _ answers: String = "") -> String {
    #"{"format":1,"title":"\#(title)","answers":{\#(answers)}}"#
  }

  private func results(_ run: ProgramRun) throws -> [JSONValue] {
    try run.output.split(separator: "\n").map { try parsed(String($0)) }
  }

  @Test func everyLineBecomesAResultInTheSameOrder() throws {
    let titles = (1...300).map { "Case \($0)" }
    let input = titles.map { profile($0) + "\n" }.joined()
    for jobs in ["1", "2", "7"] {
      let run = advisor("batch", "--jobs", jobs, in: .mini(), input: input)
      #expect(run.status == 0, "\(run.talk)")
      #expect(try results(run).compactMap { $0["title"]?.text } == titles)
      #expect(run.talk == "300 profiles: 300 results\n")
    }
  }

  @Test(arguments: FixtureFiles.allProfiles) func aResultSaysWhatAssessSays(profile: String) throws {
    let files = MemoryFiles.repository()
    let path = "Profiles/\(profile).json"
    let line = String(decoding: try parsed(try #require(files[path])).canonical(), as: UTF8.self)
    let run = advisor("batch", "--fields", "all", in: files, input: line + "\n")
    let decisions = try #require(results(run).first?["decisions"]?.members)
    let assessed = try advisor("assess", path, "--draws", "0", "--format", "json", in: files).json()
    let expected = try #require(assessed["decisions"]?.elements)
    #expect(decisions.map(\.key) == expected.compactMap { $0["id"]?.text })
    for (found, decision) in zip(decisions.map(\.value), expected) {
      guard decision["applicable"] != false else {
        #expect(found == .null)
        continue
      }
      #expect(found["applicable"] == (decision["applicable"] == .null ? .null : nil))
      #expect(found["reason"] ?? .null == decision["reason"] ?? .null)
      for key in ["recommended", "variant", "decidedBy", "tie", "close", "conditional", "evidence"] {
        #expect(found[key] == decision[key], "\(profile) \(key)")
      }
      let options = decision["options"]?.elements ?? []
      #expect(found["score"] == options.first { $0["id"] == decision["variant"] }?["score"] ?? .null)
      let excluded = options.filter { $0["rank"] == .null }.compactMap { $0["id"]?.text }
      #expect(Set((found["excluded"]?.elements ?? []).compactMap(\.text)) == Set(excluded))
      for option in options { #expect(found["scores"]?[option["id"]?.text ?? ""] == option["score"]) }
    }
  }

  @Test func aLineWithAMistakeIsNamedAndTheOthersHaveResults() throws {
    let input = [profile("a"), profile("b", #""need.memory":"much""#), "", profile("c"), "{"].joined(separator: "\n")
    let run = advisor("batch", "--jobs", "2", in: .mini(), input: input)
    #expect(run.status == 2)
    #expect(try results(run).compactMap { $0["line"] } == [1, 4])
    #expect(run.talk.contains("--> standard input:2:") && run.talk.contains("[wrong-type]"))
    #expect(run.talk.contains("--> standard input:5:2") && run.talk.contains("[json-syntax]"))
    #expect(run.talk.hasSuffix("4 profiles: 2 results, 2 refused\n"))
  }

  @Test func failFastStopsAndSaysWhereToGoOn() throws {
    let input = [profile("a"), "{", profile("c")].joined(separator: "\n")
    let run = advisor("batch", "--fail-fast", in: .mini(), input: input)
    #expect(run.status == 2)
    #expect(try results(run).count == 1)
    #expect(run.talk.hasSuffix("stopped at the first mistake; go on behind it with --skip 2\n"))
    let rest = advisor("batch", "--skip", "2", in: .mini(), input: input)
    #expect(rest.status == 0)
    #expect(try results(rest).compactMap { $0["line"] } == [3])
  }

  @Test func severalFilesAreReadOneAfterTheOther() throws {
    let files = MemoryFiles.mini(["a.ndjson": profile("a"), "b.ndjson": profile("b") + "\n" + profile("c")])
    let run = advisor("batch", "a.ndjson", "missing.ndjson", "b.ndjson", "--skip", "2", in: files)
    #expect(run.status == 2 && run.talk.contains("[unreadable-file]"))
    #expect(try results(run).compactMap { $0["file"]?.text } == ["b.ndjson"])
    #expect(try results(run).compactMap { $0["line"] } == [2])
  }

  @Test func fieldsAreChosenByName() throws {
    let run = advisor("batch", "--fields", "scores,recommended", in: .mini(), input: profile("a"))
    let decision = try #require(results(run).first?["decisions"]?.members?.first?.value)
    let keys = Set((decision.members ?? []).map(\.key))
    #expect(keys.isSubset(of: ["recommended", "scores", "reason", "applicable"]) && keys.contains("scores"))
    #expect(advisor("batch", "--fields", "points", in: .mini(), input: "").status == 2)
  }

  @Test func namesThatNoPackKnowsAreCountedAndRefusedUnderStrict() throws {
    let input = profile("a", #""no.such":true"#)
    let run = advisor("batch", in: .mini(), input: input)
    #expect(
      run.status == 0 && run.talk == "1 profile: 1 result, 1 with warnings, which 'advisor profile check' tells\n"
    )
    #expect(advisor("batch", "--strict", in: .mini(), input: input).status == 2)
  }
}
