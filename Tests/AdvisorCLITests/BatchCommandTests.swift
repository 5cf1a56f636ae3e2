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

  @Test func aResultSaysWhatAssessSays() throws {
    let files = MemoryFiles.mini()
    let path = try #require(files.paths.first { $0.hasPrefix("Profiles/") })
    let text = try #require(files[path])
    let run = advisor("batch", in: files, input: String(decoding: try parsed(text).canonical(), as: UTF8.self) + "\n")
    let assessed = try advisor("assess", path, "--format", "json", in: files).json()
    let decisions = try #require(results(run).first?["decisions"])
    for decision in assessed["decisions"]?.elements ?? [] {
      let found = try #require(decisions[decision["id"]?.text ?? ""])
      guard decision["applicable"] != false else {
        #expect(found == .null)
        continue
      }
      #expect(found["recommended"] == decision["recommended"] && found["variant"] == decision["variant"])
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

  @Test func aReaderWhoHasGoneAwayEndsTheRunWithoutAWord() {
    let recording = RecordingConsole(input: (1...5_000).map { profile("\($0)") + "\n" }.joined())
    let original = recording.console
    let console = Console(
      output: Console.Stream(isTerminal: false, isClosed: { true }) { _ in },
      talk: original.talk,
      canAsk: false,
      readInput: { original.readInput(min($0, 4_096)) },
      environment: original.environment,
      width: original.width,
      outputFailure: { nil }
    )
    let status = Advisor.run(["batch"], in: Workplace(console: console, files: MemoryFiles.mini().fileSystem))
    #expect(status == 0)
    #expect(recording.talk == "")
  }

  @Test func progressIsShownToPeopleOnly() {
    let input = profile("a") + "\n"
    #expect(!advisor("batch", in: .mini(), input: input).talk.contains("\u{1B}"))
  }
}
