import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct PacksReviewTests {
  private let content = "Rules/shared/content.json"

  @Test func listsWhatIsDueWithWhatRestsOnIt() throws {
    #expect(advisor("packs", "review", "--due", "2027-10-31", in: .mini()).output == "no source is due by 2027-10-31\n")
    let run = advisor("packs", "review", "--due", "2027-11-01", in: .mini())
    #expect(run.status == 0 && run.output.contains("shared: 4 due by 2027-11-01"))
    #expect(run.output.contains("S-3  due on 2027-11-01"))
    #expect(run.output.contains("rule: told-once") && run.output.contains("nothing rests on it"))
    let json = try advisor("packs", "review", "--due", "2027-11-01", "S-2", "--format", "json", in: .mini()).json()
    #expect(json["due"]?.elements?.count == 1 && json["changes"] == nil)
    #expect(json["due"]?.item("S-2")?["uses"]?.item("told-once")?["how"] == "cites it")
  }

  @Test func stampsInPlaceAndShowsTheLines() throws {
    let files = MemoryFiles.mini()
    let run = advisor("packs", "review", "--stamp", "S-1", "S-2", "--date", "2027-01-05", in: files)
    #expect(run.status == 0, "\(run.talk)")
    let before = try #require(FixtureFiles.mini[content])
    let after = try #require(files[content])
    let old = before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = after.split(separator: "\n", omittingEmptySubsequences: false)
    let changed = zip(old, new).filter { $0 != $1 }
    #expect(old.count == new.count && changed.count == 2)
    #expect(changed.allSatisfy { $0.replacing("2026-11-01", with: "2027-01-05") == $1 })
    for (line, other) in changed { #expect(run.output.contains("- \(line)\n+ \(other)\n")) }
    #expect(run.talk == "wrote \(content)\n")
    #expect(files.paths.sorted() == FixtureFiles.mini.keys.sorted())
  }

  @Test func aStampWithoutADayAsksForTheDayAtOnce() {
    let run = advisor("packs", "review", "--stamp", "S-1", in: .mini())
    #expect(
      run.status == 2 && run.talk.contains("add --date with the day on which the sources were read"),
      "\(run.talk)"
    )
  }

  @Test func aRehearsalWritesNothing() {
    let files = MemoryFiles.mini()
    let words = ["packs", "review", "--due", "2028-01-01", "--stamp-all", "--date", "2027-12-01", "--dry-run"]
    let result = run(words, in: files)
    #expect(result.status == 0 && result.output.contains("+ ") && files[content] == FixtureFiles.mini[content])
  }

  @Test func stampsEverySourceThatIsDue() throws {
    let files = MemoryFiles(
      try FixtureFiles.mini.changing(content) { file in
        file.changeItems("sources") { if $0["id"] == "S-3" { $0["reviewBy"] = "2026-12-01" } }
      }
    )
    let due = ["packs", "review", "--due", "2026-12-31", "--stamp-all", "--date", "2026-12-20"]
    #expect(run(due, in: files).talk.contains("stays due"))
    let again = run(due + ["--remove-review-by"], in: files)
    #expect(again.status == 0 && again.talk.hasPrefix("wrote "))
    let sources = try parsed(try #require(files[content]))["sources"]
    #expect(sources?.item("S-3")?["reviewed"] == "2026-12-20" && sources?.item("S-3")?["reviewBy"] == nil)
    #expect(sources?.item("S-1")?["reviewed"] == "2026-11-01")
  }

  @Test(arguments: [
    (["--stamp", "S-1"], "missing-date"), (["--stamp", "--date", "2027-01-05"], "missing-source"),
    (["--stamp", "S-9", "--date", "2027-01-05"], "unknown-source"), ([], "missing-date"),
    (["--stamp", "S-1", "--date", "2025-01-05"], "review-before-last-review"),
  ])
  func writesNothingWhereAnythingIsWrong(words: [String], code: String) {
    let files = MemoryFiles.mini()
    let result = run(["packs", "review"] + words, in: files)
    #expect(result.status == 2 && result.talk.contains("[\(code)]"), "\(result.talk)")
    #expect(files[content] == FixtureFiles.mini[content])
  }

  @Test func refusesThePacksOfTheProgram() {
    let result = advisor("packs", "review", "--stamp-all", "--date", "2030-01-05", in: MemoryFiles())
    #expect(result.status == 2 && result.talk.contains("[built-in-packs]") && result.files.paths.isEmpty)
  }
}
