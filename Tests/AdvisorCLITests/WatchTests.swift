import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct WatchTests {
  private func runs(_ run: ProgramRun) -> Int { run.talk.components(of: "waiting for a change in ") }

  @Test func runsAgainOnlyAfterAChange() {
    let files = MemoryFiles.mini()
    let system = files.fileSystem
    let pauses: [@Sendable () -> Void] = [
      {},
      { _ = system.write("Rules/own/notes.json", Array("{}".utf8)) },
      { _ = system.write("Rules/own/notes.json", Array("{}".utf8)) },
      { _ = system.write("Profiles/worked.json", Array("broken".utf8)) },
      {},
    ]
    let run = workbenchRun("packs", "test", "--watch", in: files, pauses: pauses)
    #expect(runs(run) == 3)
    // The last run could not read the profile.
    #expect(run.status == 2 && run.output.components(of: "1 passed, 0 failed") == 2)
    #expect(run.talk.contains("waiting for a change in Rules, Profiles; end with Ctrl-C"))
  }

  @Test func clearsOnlyATerminal() {
    #expect(!workbenchRun("packs", "test", "--watch", in: .mini()).output.contains("\u{1B}"))
    #expect(
      workbenchRun("packs", "test", "--watch", in: .mini(), isTerminal: true).output.hasPrefix("\u{1B}[H\u{1B}[2J")
    )
  }

  @Test func looksAtTheFoldersNamed() {
    let files = MemoryFiles.mini(["Vault/worked.json": FixtureFiles.mini["Profiles/worked.json"] ?? ""])
    let system = files.fileSystem
    let pauses: [@Sendable () -> Void] = [
      { _ = system.write("Profiles/worked.json", []) }, { _ = system.write("Vault/other.json", []) },
    ]
    let run = workbenchRun(
      "packs",
      "test",
      "--watch",
      "--profiles",
      "Vault",
      "--rules",
      "Rules",
      in: files,
      pauses: pauses
    )
    #expect(runs(run) == 2 && run.status == 0)
  }

  @Test func packsWithMistakesAreWaitedFor() {
    let files = MemoryFiles.mini(["Rules/own/content.json": "{"])
    let system = files.fileSystem
    let good = FixtureFiles.mini["Rules/own/content.json"] ?? ""
    let run = workbenchRun(
      "packs",
      "test",
      "--watch",
      in: files,
      pauses: [{ _ = system.write("Rules/own/content.json", Array(good.utf8)) }]
    )
    #expect(runs(run) == 2 && run.status == 0)
  }

  @Test func thereIsNothingToWatchInThePacksOfTheProgram() {
    let run = workbenchRun("packs", "test", "--watch", in: MemoryFiles())
    #expect(run.status == 2 && run.talk.contains("[nothing-to-watch]"))
  }

  @Test func testsTakeAProfileFromTheFirstFolderThatHasIt() throws {
    let files = MemoryFiles.mini(["Vault/other.json": "{}", "Other/another.json": "{}"])
    let run = advisor("packs", "test", "--profiles", "Vault", "--profiles", "Profiles", in: files)
    #expect(run.status == 0, "\(run.talk)")
    let missing = advisor("packs", "test", "--profiles", "Vault", "--profiles", "Other", in: files)
    #expect(missing.status == 2 && missing.talk.contains("profile 'worked' is not in 'Vault' or 'Other'"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
