import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct PacksImpactTests {
  /// The small packs beside a changed copy, in which own rules speak for the shared cluster.
  private func files() throws -> MemoryFiles {
    let changed = try FixtureFiles.mini.changing("Rules/own/content.json") { file in
      file.changeItems("rules") { rule in
        if rule["id"] == "own-rules" { rule["rate"] = ["own-cluster": -3] }
        if rule["id"] == "reserved" { rule["because"] = "Other words." }
      }
    }
    let copies = changed.filter { $0.key.hasPrefix("Rules/") }.map {
      ("New/" + $0.key.dropFirst("Rules/".count), $0.value)
    }
    return .mini(Dictionary(uniqueKeysWithValues: copies))
  }

  @Test func showsWhatMovesAndWhichRulesDidIt() throws {
    let run = advisor("packs", "impact", "Rules", "New", "--profiles", "Profiles", in: try files())
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.output.contains("3 profiles\n"))
    #expect(run.output.contains("rule own-rules +16.7: changed in ratings"), "\(run.output)")
    #expect(run.output.contains("ratings: own-cluster +3 → own-cluster -3"))
    #expect(run.output.contains("because: Reserved machines") || run.output.contains("because (en): Reserved"))
  }

  @Test func givesItAsDataAndAsAPage() throws {
    let json = try advisor("packs", "impact", "Rules", "New", "--format", "json", in: try files()).json()
    #expect(json["items"]?.elements?.compactMap { $0["id"]?.text } == ["own-rules", "reserved"])
    let taken = try #require(json["profiles"]?.elements?.first { $0["name"] == "Profiles/taken.json" })
    let platform = try #require(taken["decisions"]?.item("platform"))
    // Control weighs 6 here, and the own cluster had won by it.
    #expect(platform["effect"] == "flips" && platform["new"]?["recommended"] == "shared-cluster")
    #expect(platform["causes"]?.item("own-rules")?["why"] == "changed" && json["flips"] == true)
    #expect(taken["decisions"]?.item("database")?["decidedByProfile"] == true)
    let page = advisor("packs", "impact", "Rules", "New", "-o", "impact.html", in: try files())
    #expect(page.status == 0 && page.output == "")
    #expect(try page.written("impact.html").contains("platform: recommends another option"))
  }

  @Test func failsOnFlipsOnlyIfAsked() throws {
    #expect(advisor("packs", "impact", "Rules", "New", in: try files()).status == 0)
    #expect(advisor("packs", "impact", "Rules", "New", "--fail-on", "flips", in: try files()).status == 1)
    #expect(advisor("packs", "impact", "Rules", "Rules", "--fail-on", "flips", in: try files()).status == 0)
  }

  @Test func withoutADifferenceNothingChanges() throws {
    let run = advisor("packs", "impact", "Rules", "Rules", in: try files())
    #expect(run.status == 0 && run.output.contains("3 unchanged") && run.output.contains("nothing\n"))
  }

  @Test func withoutProfilesNothingPasses() throws {
    let files = MemoryFiles(FixtureFiles.mini.filter { $0.key.hasPrefix("Rules/") })
    let run = advisor("packs", "impact", "Rules", "Rules", in: files)
    #expect(run.status == 2 && run.talk.contains("there is no folder of profiles to replay [no-profiles]"))
    #expect(run.output.contains("0 profiles\n"))
    let empty = MemoryFiles.mini(["Empty/note.txt": "no profile"])
    let none = advisor("packs", "impact", "Rules", "Rules", "--profiles", "Empty", in: empty)
    #expect(none.status == 2 && none.talk.contains("there is no profile in 'Empty' [no-profiles]"), "\(none.talk)")
    let missing = advisor("packs", "impact", "Rules", "Rules", "--profiles", "Vault", in: files)
    #expect(missing.status == 2 && missing.talk.contains("[unreadable-profiles]"))
  }

  @Test func aBrokenProfileIsNamedAndTheOthersAreReplayed() throws {
    let files = try files()
    _ = files.fileSystem.write("Profiles/broken.json", Array("{ \"format\": 1, ".utf8))
    let run = advisor("packs", "impact", "Rules", "New", in: files)
    #expect(run.status == 2 && run.talk.contains("Profiles/broken.json:1:"), "\(run.talk)")
    #expect(
      run.output.contains("3 profiles\n") && run.output.contains("not replayed, since broken: Profiles/broken.json")
    )
    let page = advisor("packs", "impact", "Rules", "New", "-o", "impact.html", in: files)
    #expect(page.status == 2)
    #expect(try page.written("impact.html").contains("Profiles/broken.json"))
    let json = try advisor("packs", "impact", "Rules", "New", "--format", "json", in: files).json()
    #expect(json["unread"] == ["Profiles/broken.json"] && json["profiles"]?.elements?.count == 3)
  }

  @Test func aLostAnswerIsNotUnchangedAndOtherIdsAreGathered() throws {
    let renamed = try FixtureFiles.mini.changing("Rules/shared/content.json") { file in
      file["renamed"] = [["fact": "old.memory", "to": "need.memory"]]
    }
    let copies = renamed.filter { $0.key.hasPrefix("Rules/") }.map {
      ("New/" + $0.key.dropFirst("Rules/".count), $0.value)
    }
    let former = #"{ "format": 1, "title": "Former", "answers": { "old.memory": 8 } }"#
    let stray = #"{ "format": 1, "title": "Stray", "answers": { "no.such": 8 } }"#
    var texts = FixtureFiles.mini.filter { $0.key.hasPrefix("Rules/") }
    texts.merge(Dictionary(uniqueKeysWithValues: copies)) { $1 }
    let lost = MemoryFiles(texts.merging(["Profiles/stray.json": stray]) { $1 })
    let run = advisor("packs", "impact", "Rules", "New", in: lost)
    #expect(run.status == 0 && !run.output.contains("unchanged"), "\(run.output)")
    #expect(run.output.contains("1 with the same recommendations, but other answers"), "\(run.output)")
    let both = MemoryFiles(texts.merging(["Profiles/former.json": former]) { $1 })
    let gathered = advisor("packs", "impact", "Rules", "New", in: both)
    #expect(
      gathered.status == 0 && gathered.output.contains("fact old.memory is now need.memory"),
      "\(gathered.output)"
    )
  }

  @Test func longTextsAreShownWhereTheyDiffer() throws {
    let long = String(repeating: "the same words ", count: 20)
    func packs(_ word: String) throws -> Texts {
      try FixtureFiles.mini.changing("Rules/own/content.json") { file in
        file.changeItems("rules") { if $0["id"] == "reserved" { $0["because"] = .string(long + word + " " + long) } }
      }
    }
    let new = try packs("after").filter { $0.key.hasPrefix("Rules/") }.map {
      ("New/" + $0.key.dropFirst("Rules/".count), $0.value)
    }
    let files = MemoryFiles(try packs("before").merging(Dictionary(uniqueKeysWithValues: new)) { $1 })
    let run = workbenchRun("packs", "impact", "Rules", "New", in: files)
    #expect(
      run.output.contains("- … ") && run.output.contains("before") && run.output.contains("after"),
      "\(run.output)"
    )
    #expect(!run.output.contains("another text"))
  }

  // MARK: git

  /// A git that holds the small packs under a tag, and is asked in a folder `Rules` of a repository.
  private func git(says said: String? = nil) -> Programs {
    let texts = FixtureFiles.mini.filter { $0.key.hasPrefix("Rules/") }.sorted { $0.key < $1.key }
    return Programs { name, words in
      func answer(_ text: String, status: Int32 = 0) -> Result<Programs.Outcome, Programs.Failure> {
        .success(.init(status: status, output: Array(text.utf8), talk: Array((said ?? "").utf8)))
      }
      guard name == "git", said == nil else { return answer("", status: 128) }
      switch words.dropFirst(2).joined(separator: " ") {
      case "rev-parse --show-prefix": return answer("Rules/\n")
      case "rev-parse --verify --quiet v1^{commit}": return answer("c0ffee\n")
      case "ls-tree -r -z --full-tree c0ffee:Rules":
        let entries = texts.enumerated().map { "100644 blob \($0.offset)\t\($0.element.key.dropFirst("Rules/".count))" }
        return answer(
          (entries + ["120000 blob 0\tlink.json", "100644 blob 0\t.hidden/x.json"]).joined(separator: "\0")
        )
      case let command where command.hasPrefix("cat-file blob "):
        return answer(Int(command.dropFirst("cat-file blob ".count)).map { texts[$0].value } ?? "")
      default: return answer("", status: 128)
      }
    }
  }

  @Test(arguments: ["v1", "v1:Rules", "v1:Rules/"])
  func readsARevision(old: String) throws {
    let run = workbenchRun("packs", "impact", old, "New", in: try files(), programs: git())
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.output == advisor("packs", "impact", "Rules", "New", in: try files()).output)
  }

  @Test(
    arguments: [
      ("v2", nil, "unknown-revision"), ("v1:Other", nil, "unknown-revision"), (":Rules", nil, "unreadable-rules"),
      ("v1", "fatal: not a git repository", "no-repository"),
      ("v1", "fatal: detected dubious ownership", "no-repository"),
    ] as [(String, String?, String)]
  )
  func saysWhyARevisionCannotBeRead(old: String, said: String?, code: String) throws {
    let run = workbenchRun("packs", "impact", old, "New", in: try files(), programs: git(says: said))
    #expect(run.status == 2 && run.talk.contains("[\(code)]"), "\(run.talk)")
  }

  @Test func saysThatGitIsMissing() throws {
    let run = workbenchRun("packs", "impact", "v1", "New", in: try files())
    #expect(run.status == 2 && run.talk.contains("the program 'git' is not on PATH [missing-program]"))
  }

  @Test func twoRevisionsUseTheProfilesOfTheWorkTree() throws {
    let run = workbenchRun("packs", "impact", "v1:Rules", "v1:Rules", in: try files(), programs: git())
    #expect(run.status == 0 && run.output.contains("3 unchanged"), "\(run.talk)")
  }

  @Test func aFolderThatIsNotThereIsSaidFirst() throws {
    let run = workbenchRun("packs", "impact", "Rulez", "New", in: try files(), programs: git())
    #expect(run.status == 2 && run.talk.hasPrefix("error: there is no folder 'Rulez'"), "\(run.talk)")
    let outside = workbenchRun(
      "packs",
      "impact",
      "Rulez",
      "New",
      in: try files(),
      programs: git(says: "fatal: not a repository")
    )
    #expect(outside.talk.hasPrefix("error: there is no folder 'Rulez'"), "\(outside.talk)")
  }

  @Test func twoRevisionsAloneDoNotSayWhichFolder() throws {
    // At the top of the repository, where the packs are one folder among others.
    let top = Programs { _, words in
      switch words.dropFirst(2).joined(separator: " ") {
      case "rev-parse --show-prefix": .success(.init(status: 0, output: Array("\n".utf8), talk: []))
      case let command where command.hasPrefix("rev-parse"):
        .success(.init(status: 0, output: Array("c\n".utf8), talk: []))
      default: .success(.init(status: 0, output: Array("100644 blob 0\tRules/own/pack.json".utf8), talk: []))
      }
    }
    let run = workbenchRun("packs", "impact", "HEAD~1", "HEAD", in: try files(), programs: top)
    #expect(run.status == 2 && run.talk.contains("such as HEAD~1:Rules"), "\(run.talk)")
  }

  @Test func readsARevisionOfARealRepository() throws {
    guard case .success(let version) = Programs.system.run("git", ["--version"]), version.status == 0 else { return }
    try withTemporaryFolder { top in
      try fill(top, FixtureFiles.mini)
      func git(_ words: String...) throws {
        let identity = ["-C", top, "-c", "user.name=t", "-c", "user.email=t@example.ch", "-c", "commit.gpgsign=false"]
        let outcome = try Programs.system.run("git", identity + words).get()
        #expect(outcome.status == 0, "\(String(decoding: outcome.talk, as: UTF8.self))")
      }
      try git("init", "-q")
      try git("add", ".")
      try git("commit", "-q", "-m", "first")
      let own = try FixtureFiles.mini.changing("Rules/own/content.json") { file in
        file.changeItems("rules") { if $0["id"] == "own-rules" { $0["rate"] = ["own-cluster": -3] } }
      }
      try fill(top, own)
      let console = RecordingConsole()
      let workplace = Workplace(console: console.console, files: .system)
      let status = Advisor.run(
        ["packs", "impact", "HEAD", "\(top)/Rules", "--format", "json", "--fail-on", "flips"],
        in: workplace
      )
      #expect(status == 1, "\(console.talk)")
      let items = try parsed(console.output)["items"]
      #expect(items?.elements?.compactMap { $0["id"]?.text } == ["own-rules"])
    }
  }

  // MARK: Programs

  @Test func programsGetTheirWordsAsTheyAre() throws {
    let outcome = try Programs.system.run("printf", ["%s|%s", "a b; $HOME", "*"]).get()
    #expect(outcome.status == 0 && String(decoding: outcome.output, as: UTF8.self) == "a b; $HOME|*")
    #expect(throws: Programs.Failure.missing) { try Programs.system.run("no-such-program-anywhere", []).get() }
  }

  @Test func bothWaysOutOfAProgramAreRead() throws {
    let script = "i=0; while [ $i -lt 20000 ]; do echo out$i; echo err$i >&2; i=$((i+1)); done; exit 3"
    let outcome = try Programs.system.run("sh", ["-c", script]).get()
    #expect(outcome.status == 3 && outcome.output.count == outcome.talk.count && outcome.output.count > 150_000)
  }
}
