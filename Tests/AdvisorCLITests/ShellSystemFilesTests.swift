import Foundation
import Synchronization
import Testing

@testable import AdvisorCLI

/// What only the real file system can show: links, permissions, failures halfway, signals.
@Suite struct ShellSystemFilesTests {
  @Test func followsLinksOnlyInsideTheFolder() throws {
    try withTemporaryFolder { top in
      try fill(top, ["out/secret.json": "", "in/real/a.json": "", "in/.data/hidden.json": "", "in/text.txt": ""])
      for (name, target) in [
        ("leads-out.json", "../out/secret.json"), ("folder-out", "../out"), ("nowhere.json", "missing"),
        ("editor-lock", "somebody@somewhere"), ("above", ".."), ("self.json", "self.json"),
        ("circle", "."), ("again", "real"), ("again.json", "real/a.json"), ("data", ".data"), ("text.json", "text.txt"),
      ] {
        try FileManager.default.createSymbolicLink(atPath: "\(top)/in/\(name)", withDestinationPath: target)
      }
      let listing = try FileSystem.system.list("\(top)/in").get()
      #expect(listing.files == ["data/hidden.json", "real/a.json", "text.json"].map { "\(top)/in/\($0)" })
      #expect(
        listing.problems == [
          FileError("\(top)/in/above", .linkLeadsOut),
          FileError("\(top)/in/folder-out", .linkLeadsOut),
          FileError("\(top)/in/leads-out.json", .linkLeadsOut),
          FileError("\(top)/in/nowhere.json", .linkLeadsNowhere),
          FileError("\(top)/in/self.json", .system("too many levels of symbolic links")),
        ]
      )
    }
  }

  @Test func aNeighbourWithALongerNameIsOutside() throws {
    try withTemporaryFolder { top in
      try fill(top, ["pack/a.json": "", "pack-private/b.json": ""])
      let link = "\(top)/pack/b.json"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../pack-private/b.json")
      let found = try FileSystem.system.list("\(top)/pack").get().problems
      #expect(found == [FileError(link, .linkLeadsOut)])
    }
  }

  @Test func manyLinksToEachOtherEndSoon() throws {
    try withTemporaryFolder { top in
      for number in 0..<30 {
        try fill(top, ["\(number)/x.json": ""])
        for name in ["a", "b"] {
          let target = "../\((number + 1) % 30)"
          try FileManager.default.createSymbolicLink(atPath: "\(top)/\(number)/\(name)", withDestinationPath: target)
        }
      }
      let found = try FileSystem.system.list(top).get().files.count
      #expect(found == 30)
    }
  }

  @Test func theFolderItselfMayBeALink() throws {
    try withTemporaryFolder { top in
      try fill(top, ["real/a.json": ""])
      try FileManager.default.createSymbolicLink(atPath: "\(top)/link", withDestinationPath: "real")
      let listing = FileSystem.Listing(files: ["\(top)/link/a.json"], problems: [])
      #expect(FileSystem.system.list("\(top)/link") == .success(listing))
    }
  }

  @Test func keepsPermissionsAndLinksOfWhatItReplaces() throws {
    try withTemporaryFolder { top in
      try fill(top, ["private.txt": "old"])
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(top)/private.txt")
      try FileManager.default.createSymbolicLink(atPath: "\(top)/link", withDestinationPath: "private.txt")
      try FileSystem.system.write("\(top)/link", Array("new".utf8)).get()
      let found = try String(contentsOfFile: "\(top)/private.txt", encoding: .utf8)
      #expect(found == "new")
      let target = try FileManager.default.destinationOfSymbolicLink(atPath: "\(top)/link")
      #expect(target == "private.txt")
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(top)/private.txt")
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      let left = try names(in: top)
      #expect(left == ["link", "private.txt"])
    }
  }

  @Test func leavesNothingBehindWhenItFailsHalfway() throws {
    try withTemporaryFolder { top in
      let path = "\(top)/report.html"
      var temporaries: [String] = []
      let outcome = FileSystem.writeFile(path, Array("new".utf8)) { temporary in
        temporaries.append(temporary)
        // A folder takes the place just before the rename.
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      }
      #expect(throws: FileError(path, .isFolder)) { try outcome.get() }
      #expect(temporaries.count == 1 && temporaries.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
      let found = try names(in: top)
      #expect(found == ["report.html"])
    }
  }

  @Test func theOldContentStaysUntilTheNewIsComplete() throws {
    try withTemporaryFolder { top in
      try fill(top, ["a": "old"])
      var seen: (old: String?, new: String?)
      try FileSystem.writeFile("\(top)/a", Array("new".utf8)) { temporary in
        seen = (
          try? String(contentsOfFile: "\(top)/a", encoding: .utf8),
          try? String(contentsOfFile: temporary, encoding: .utf8)
        )
      }.get()
      #expect(seen.old == "old" && seen.new == "new")
      let found = try String(contentsOfFile: "\(top)/a", encoding: .utf8)
      #expect(found == "new")
    }
  }

  @Test func writesToWhatIsNoFileWithoutReplacingIt() throws {
    try FileSystem.system.write("/dev/null", [1]).get()
    #expect(FileSystem.system.kind("/dev/null") == .other)
    guard FileSystem.system.exists("/dev/full") else { return }
    #expect(throws: FileError("/dev/full", .system("no space left on the device"))) {
      try FileSystem.system.write("/dev/full", [1]).get()
    }
  }

  @Test func aSignalWaitsUntilTheFileIsReplaced() async throws {
    // SIGUSR2 stands for Ctrl-C, which would also end the other tests.
    arrived.store(0, ordering: .sequentiallyConsistent)
    _ = signal(SIGUSR2) { arrived.store($0, ordering: .sequentiallyConsistent) }
    let during = Interruptions.deferred([SIGUSR2]) {
      kill(getpid(), SIGUSR2)
      usleep(50_000)
      return arrived.load(ordering: .sequentiallyConsistent)
    }
    #expect(during == 0)
    for _ in 1...500 where arrived.load(ordering: .sequentiallyConsistent) == 0 {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(arrived.load(ordering: .sequentiallyConsistent) == SIGUSR2)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}

private let arrived = Atomic<Int32>(0)
