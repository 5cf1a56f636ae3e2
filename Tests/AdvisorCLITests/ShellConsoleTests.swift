import Foundation
import Testing

@testable import AdvisorCLI

@Suite struct ShellConsoleTests {
  @Test(
    arguments: [
      (ColorMode.auto, true, [:], true),
      (.auto, false, [:], false),
      (.auto, true, ["NO_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": ""], true),
      (.auto, false, ["CLICOLOR_FORCE": "1"], true),
      (.auto, false, ["CLICOLOR_FORCE": "0"], false),
      (.auto, false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (.auto, true, ["TERM": "dumb"], false),
      (.auto, true, ["TERM": "xterm"], true),
      (.always, false, ["NO_COLOR": "1", "TERM": "dumb"], true),
      (.never, true, ["CLICOLOR_FORCE": "1"], false),
    ] as [(ColorMode, Bool, [String: String], Bool)]
  )
  func decidesOnColor(mode: ColorMode, isTerminal: Bool, environment: [String: String], expected: Bool) {
    let console = RecordingConsole(isTerminal: isTerminal, environment: environment).console
    #expect(console.usesColor(mode, on: console.output) == expected)
  }

  @Test func keepsDataAndTalkApart() {
    let recording = RecordingConsole()
    recording.console.output.print("data")
    recording.console.talk.print("talk", terminator: "")
    recording.console.output.write([0xFF])
    #expect(recording.outputBytes == Array("data\n".utf8) + [0xFF])
    #expect(recording.talk == "talk")
  }

  @Test(arguments: [
    ("", []),
    ("a", ["a"]),
    ("a\n", ["a"]),
    ("a\n\nb\n", ["a", "", "b"]),
    ("a\r\nb", ["a\r", "b"]),
    ("\n", [""]),
    ("123456789\nb\n", ["12345", "b"]),
  ])
  func givesInputLineByLine(input: String, lines: [String]) {
    let console = RecordingConsole(input: input).console
    #expect(InputLines(of: console, limit: 4).map { String(decoding: $0, as: UTF8.self) } == lines)
  }

  @Test(arguments: 1...15)
  func linesDoNotDependOnHowInputArrives(chunk: Int) {
    let recording = RecordingConsole(input: "one\ntwo\n\nthree").console
    let slow = Console(
      output: recording.output,
      talk: recording.talk,
      canAsk: false,
      readInput: { recording.readInput(min($0, chunk)) },
      environment: recording.environment,
      width: recording.width,
      outputFailure: recording.outputFailure
    )
    let lines = InputLines(of: slow, limit: 100).map { String(decoding: $0, as: UTF8.self) }
    #expect(lines == ["one", "two", "", "three"])
  }

  @Test(arguments: [(0, 1), (3, 4), (10, 10), (11, 10)])
  func readsInputOnlyAByteBeyondTheLimit(limit: Int, count: Int) {
    #expect(RecordingConsole(input: "0123456789").console.readAllInput(limit: limit).count == count)
  }

  @Test func anEmptyVariableIsNotSet() {
    let environment = ProcessEnvironment(["A": "1", "B": ""])
    #expect(environment["A"] == "1" && environment["B"] == nil && environment["C"] == nil)
  }

  @Test func everyExitStatusIsExplained() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 70])
    #expect(ExitStatus.allCases.allSatisfy { $0.meaning.hasSuffix(".") })
  }

  @Test func aReaderWhoGoesAwayLosesNothing() throws {
    _ = Console.system()
    let pipe = Pipe()
    let outlet = Outlet(pipe.fileHandleForWriting.fileDescriptor)
    try pipe.fileHandleForReading.close()
    for _ in 1...3 { outlet.write(Array("data".utf8)) }
    #expect(outlet.failure == nil)
  }

  @Test func aFullDiskIsNotKeptSecret() throws {
    guard let full = FileHandle(forWritingAtPath: "/dev/full") else { return }
    let outlet = Outlet(full.fileDescriptor)
    outlet.write(Array("data".utf8))
    #expect(outlet.failure.map(describeError) == "no space left on the device")
  }
}
