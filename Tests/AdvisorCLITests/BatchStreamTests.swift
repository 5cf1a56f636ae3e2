import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// What comes in and goes out: pipes, files, terminals, and what is wrong with them.
@Suite struct BatchStreamTests {
  private func profile(_ title: String) -> String { #"{"format":1,"title":"\#(title)","answers":{}}"# }

  private func titles(_ output: String) throws -> [String] {
    try output.split(separator: "\n").compactMap { try parsed(String($0))["title"]?.text }
  }

  /// Runs `batch` with bytes that may be no text, in a console made from a recording one.
  private func batch(
    _ words: String...,
    bytes: [UInt8],
    in files: MemoryFiles = .mini(),
    failure: String? = nil
  ) -> ProgramRun {
    let recording = RecordingConsole()
    let source = MemoryFiles().fileSystem
    _ = source.write("input", bytes)
    let pieces = try? source.openInput("input").get()
    let console = Console(
      output: recording.console.output,
      talk: recording.console.talk,
      canAsk: false,
      readInput: { pieces?.read($0) ?? [] },
      inputFailure: { failure },
      environment: recording.console.environment,
      width: { 80 },
      outputFailure: { nil }
    )
    let status = Advisor.run(["batch"] + words, in: Workplace(console: console, files: files.fileSystem))
    return ProgramRun(status: status, bytes: recording.outputBytes, talk: recording.talk, files: files)
  }

  // MARK: Input

  @Test(arguments: ["", "\n", "\r\n \n\n"]) func withoutProfilesThereIsNothingToSay(input: String) {
    let run = advisor("batch", in: .mini(), input: input)
    #expect(run.status == 0 && run.output == "" && run.talk == "0 profiles: 0 results\n")
  }

  @Test func linesMayEndAsOnWindowsAndTheLastOneNotAtAll() throws {
    let run = advisor("batch", in: .mini(), input: profile("a") + "\r\n" + profile("b") + "\n" + profile("c"))
    #expect(run.status == 0)
    #expect(try titles(run.output) == ["a", "b", "c"])
  }

  @Test func whatIsNoUTF8OrSaysAKeyTwiceIsNamedWithItsLine() throws {
    let broken = Array(#"{"format":1,"title":"x"#.utf8) + [0xC3, 0x28] + Array(#"","answers":{}}"#.utf8)
    let twice = #"{"format":1,"title":"a","title":"b"}"#
    let run = batch(
      bytes: Array((profile("a") + "\n").utf8) + broken + Array(("\n" + twice + "\n" + profile("d")).utf8)
    )
    #expect(run.status == 2)
    #expect(try titles(run.output) == ["a", "d"])
    #expect(run.talk.contains("standard input:2:23") && run.talk.contains("[invalid-utf8]"))
    #expect(run.talk.contains("standard input:3:25") && run.talk.contains("[duplicate-key]"))
  }

  @Test func aLineOfManyMegabytesIsALineLikeOthers() throws {
    let long = String(repeating: "long ", count: 2_000_000)
    let run = advisor("batch", in: .mini(), input: profile(long) + "\n" + profile("short") + "\n")
    #expect(run.status == 0)
    #expect(try titles(run.output).map(\.utf8.count) == [10_000_000, 5])
  }

  /// Where the input is cut into pieces to be worked on cannot be seen.
  @Test func mistakesFarApartAreReportedLikeNeighbours() {
    func talk(_ between: String) -> String {
      let run = advisor("batch", "--jobs", "1", in: .mini(), input: "{\n\(profile(between))\n{\n")
      #expect(run.status == 2)
      return run.talk
    }
    #expect(talk("short").contains("\n\nerror"))
    #expect(talk(String(repeating: "long ", count: 600_000)) == talk("short"))
  }

  @Test func inputThatBreaksOffIsAnErrorAndWhatCameBeforeHasResults() throws {
    let run = batch("-o", "out.ndjson", bytes: Array(profile("a").utf8), failure: "the device reports an error")
    #expect(run.status == 2)
    #expect(run.talk.contains("standard input cannot be read to its end: the device reports an error"))
    #expect(run.files["out.ndjson"] == nil)
    let piped = batch(bytes: Array(profile("a").utf8), failure: "the device reports an error")
    #expect(try piped.status == 2 && titles(piped.output) == ["a"])
  }

  // MARK: Output

  @Test func aFileIsWrittenAndNamed() throws {
    let run = advisor("batch", "-o", "out.ndjson", in: .mini(), input: profile("a") + "\n{\n" + profile("c"))
    #expect(run.status == 2 && run.output == "")
    #expect(try titles(run.written("out.ndjson")) == ["a", "c"])
    #expect(run.talk.hasSuffix("wrote out.ndjson\n3 profiles: 2 results, 1 refused\n"))
  }

  @Test func aFileAppearsOnlyWhenItIsWhole() {
    let stopped = advisor("batch", "--fail-fast", "-o", "out.ndjson", in: .mini(), input: profile("a") + "\n{\n")
    #expect(stopped.status == 2 && stopped.files["out.ndjson"] == nil)
    #expect(stopped.talk.hasSuffix("stopped at the first mistake; nothing was written\n"))
    let missing = advisor("batch", "missing.ndjson", "-o", "out.ndjson", in: .mini())
    #expect(missing.status == 2 && missing.files["out.ndjson"] == nil)
    let nowhere = advisor("batch", "-o", "nowhere/out.ndjson", in: .mini(), input: profile("a"))
    #expect(nowhere.status == 2 && nowhere.talk.contains("[unwritable-file]") && nowhere.output == "")
  }

  @Test func theRealFileIsReplacedInOneStep() throws {
    try withTemporaryFolder { top in
      try fill(top, ["out": "old"])
      let pieces = try FileSystem.system.openOutput("\(top)/out").get()
      pieces.write(Array("new ".utf8))
      pieces.write(Array("text".utf8))
      #expect(try String(contentsOfFile: "\(top)/out", encoding: .utf8) == "old")
      try pieces.finish().get()
      #expect(try String(contentsOfFile: "\(top)/out", encoding: .utf8) == "new text")
      let other = try FileSystem.system.openOutput("\(top)/out").get()
      other.write(Array("other".utf8))
      other.discard()
      #expect(try String(contentsOfFile: "\(top)/out", encoding: .utf8) == "new text")
      #expect(try FileManager.default.contentsOfDirectory(atPath: top) == ["out"])
      #expect(throws: FileError(top, .isFolder)) { try FileSystem.system.openOutput(top).get() }
      #expect(throws: FileError(top, .isFolder)) { try FileSystem.system.openInput(top).get() }
    }
  }

  #if canImport(Glibc)
    @Test func aRunThatIsInterruptedLeavesNoFile() throws {
      try withTemporaryFolder { top in
        // Waits for its input, which is the end of a pipe that nobody writes to.
        let process = try started(["batch", "-o", "\(top)/out.ndjson", "--jobs", "1"])
        let deadline = Date(timeIntervalSinceNow: 60)
        while try FileManager.default.contentsOfDirectory(atPath: top).isEmpty, Date() < deadline { usleep(10_000) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: top).first?.hasSuffix(".tmp") == true)
        kill(process, SIGTERM)
        var status: Int32 = 0
        #expect(waitpid(process, &status, 0) == process)
        #expect(status & 0x7F == SIGTERM)
        #expect(try FileManager.default.contentsOfDirectory(atPath: top).isEmpty)
      }
    }

    /// Starts the program with no signal blocked, as a shell does; threads of tests block some.
    private func started(_ words: [String]) throws -> pid_t {
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
      posix_spawn_file_actions_init(&actions)
      posix_spawnattr_init(&attributes)
      defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
      }
      var ends: [Int32] = [-1, -1]
      try #require(pipe(&ends) == 0)
      defer { close(ends[0]) }
      posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
      var none = sigset_t()
      sigemptyset(&none)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
      let program = try PseudoTerminal.program().path(percentEncoded: false)
      var arguments = ([program] + words).map { strdup($0) } + [nil]
      defer { for argument in arguments { free(argument) } }
      var process: pid_t = 0
      try #require(posix_spawn(&process, program, &actions, &attributes, &arguments, nil) == 0)
      return process
    }
  #endif

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

  // MARK: Progress

  @Test func progressIsShownToPeopleOnly() throws {
    let line = Array((profile(String(repeating: "long ", count: 20_000)) + "\n").utf8)
    func run(isTerminal: Bool) -> String {
      let recording = RecordingConsole(isTerminal: isTerminal)
      let original = recording.console
      // Forty lines, slowly.
      let left = MemoryFiles(["left": String(repeating: ".", count: 40)]).fileSystem.openInput("left")
      let console = Console(
        output: original.output,
        talk: original.talk,
        canAsk: false,
        readInput: { _ in
          usleep(20_000)
          return (try? left.get().read(1)).map { $0.isEmpty ? [] : line } ?? []
        },
        environment: original.environment,
        width: original.width,
        outputFailure: { nil }
      )
      let workplace = Workplace(console: console, files: MemoryFiles.mini().fileSystem)
      #expect(Advisor.run(["batch", "-o", "out.ndjson"], in: workplace) == 0)
      return recording.talk
    }
    let shown = run(isTerminal: true)
    #expect(shown.contains("\r\u{1B}[K") && shown.contains(" profiles …"))
    #expect(shown.hasSuffix("\r\u{1B}[Kwrote out.ndjson\n40 profiles: 40 results\n"))
    #expect(run(isTerminal: false) == "wrote out.ndjson\n40 profiles: 40 results\n")
  }
}
