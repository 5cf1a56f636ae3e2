import Foundation
import Testing

@testable import AdvisorCLI

/// What both file systems promise: each test runs with the real one, in a folder of its own, and with that in memory.
@Suite struct ShellFileSystemTests {
  enum Which: CaseIterable { case real, memory }

  @Test(arguments: Which.allCases)
  func listsJSONFilesSortedByTheirBytes(which: Which) throws {
    try withFiles(
      which,
      ["p/b.json": "", "p/B.json": "", "p/a/z.json": "", "p/a-.json": "", "p/n.txt": "", "q.json": ""]
    ) {
      root,
      files in
      let folder = FileSystem.join(root, "p")
      let expected = ["B.json", "a-.json", "a/z.json", "b.json"].map { FileSystem.join(folder, $0) }
      #expect(files.list(folder) == .success(FileSystem.Listing(files: expected, problems: [])))
    }
  }

  @Test(arguments: Which.allCases)
  func leavesHiddenFilesOut(which: Which) throws {
    try withFiles(which, [".hidden.json": "", ".git/x.json": "", "seen.json": ""]) { root, files in
      let found = try files.list(root).get().files
      #expect(found == [FileSystem.join(root, "seen.json")])
    }
  }

  @Test(arguments: Which.allCases)
  func readsWhatWasWritten(which: Which) throws {
    try withFiles(which, [:]) { root, files in
      let path = FileSystem.join(root, "new.bin")
      for bytes in [[], [0xFF, 0x00, 0x0A], Array(repeating: 7, count: 1_000_000)] as [[UInt8]] {
        try files.write(path, bytes).get()
        #expect(files.read(path, 1_000_000) == .success(bytes))
      }
      #expect(files.read(path, 999_999) == .failure(FileError(path, .tooLarge(limit: 999_999))))
    }
  }

  @Test(arguments: Which.allCases)
  func saysWhyNot(which: Which) throws {
    try withFiles(which, ["folder/file": "x"]) { root, files in
      let (folder, file) = (FileSystem.join(root, "folder"), FileSystem.join(root, "folder/file"))
      let missing = FileSystem.join(root, "missing")
      let lost = FileSystem.join(root, "missing/file")
      #expect(files.read(missing, 9) == .failure(FileError(missing, .missing)))
      #expect(files.read(folder, 9) == .failure(FileError(folder, .isFolder)))
      #expect(files.list(missing) == .failure(FileError(missing, .missing)))
      #expect(files.list(file) == .failure(FileError(file, .isNoFolder)))
      #expect(throws: FileError(folder, .isFolder)) { try files.write(folder, []).get() }
      #expect(throws: FileError(lost, .noSuchFolder)) { try files.write(lost, []).get() }
      #expect(throws: FileError(file, .isNoFolder)) { try files.makeFolder(file).get() }
    }
  }

  @Test(arguments: Which.allCases)
  func makesFolders(which: Which) throws {
    try withFiles(which, [:]) { root, files in
      let folder = FileSystem.join(root, "a/b/c")
      #expect(!files.exists(folder))
      for _ in 1...2 { try files.makeFolder(folder).get() }
      #expect(files.isDirectory(folder) && files.exists(FileSystem.join(root, "a/b")))
      try files.write(FileSystem.join(folder, "x"), [1]).get()
      #expect(files.kind(FileSystem.join(folder, "x")) == .file)
    }
  }

  @Test func sentencesCannotSteerATerminal() {
    let reasons: [FileError.Reason] = [
      .missing, .notAllowed, .isFolder, .isNoFolder, .noSuchFolder, .tooLarge(limit: 16), .unreadableName,
      .linkLeadsOut, .linkLeadsNowhere, .system("broken"),
    ]
    for reason in reasons {
      let sentence = FileError("a\u{1B}[2J\n\u{202E}b", reason).sentence
      #expect(sentence.hasPrefix("'a\u{FFFD}[2J\u{FFFD}\u{FFFD}b' ") && !sentence.hasSuffix("."))
    }
  }

  @Test func memoryRefusesWhatItIsToldTo() {
    let memory = MemoryFiles(["p/a.json": "1"], refused: ["p/out.json": .linkLeadsOut, "r.html": .system("full")])
    let files = memory.fileSystem
    let problem = FileError("p/out.json", .linkLeadsOut)
    #expect(files.list("p") == .success(FileSystem.Listing(files: ["p/a.json"], problems: [problem])))
    #expect(files.read("p/out.json", 9) == .failure(problem))
    #expect(throws: FileError("r.html", .system("full"))) { try files.write("r.html", [1]).get() }
    #expect(memory.paths == ["p/a.json"])
  }

  @Test func memoryKnowsAPathInAllItsSpellings() {
    let memory = MemoryFiles(["./p//a.json": "1"])
    #expect(memory["p/a.json"] == "1" && memory["p/x/../a.json"] == "1" && memory["/p/a.json"] == nil)
    #expect(memory.fileSystem.list(".") == .success(FileSystem.Listing(files: ["p/a.json"], problems: [])))
    #expect(memory.fileSystem.list("./p/") == .success(FileSystem.Listing(files: ["./p/a.json"], problems: [])))
  }

  private func withFiles(
    _ which: Which,
    _ texts: [String: String],
    _ body: (_ root: String, FileSystem) throws -> Void
  ) throws {
    switch which {
    case .real:
      try withTemporaryFolder { root in
        try fill(root, texts)
        try body(root, .system)
      }
    case .memory:
      try body(
        "root",
        MemoryFiles(Dictionary(uniqueKeysWithValues: texts.map { ("root/" + $0.key, $0.value) }), folders: ["root"])
          .fileSystem
      )
    }
  }
}
