import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// One run of the program in process, and everything that came out of it.
struct ProgramRun {
  let status: Int32
  let bytes: [UInt8]
  /// Standard error.
  let talk: String
  let files: MemoryFiles

  /// Standard output.
  var output: String { String(decoding: bytes, as: UTF8.self) }

  /// Standard output as JSON.
  func json(_ location: SourceLocation = #_sourceLocation) throws -> JSONValue {
    try #require(try? parsed(output), "standard output is no JSON: \(output.prefix(200))", sourceLocation: location)
  }

  /// A file that was written.
  func written(_ path: String, _ location: SourceLocation = #_sourceLocation) throws -> String {
    try #require(files[path], "'\(path)' was not written: \(talk)", sourceLocation: location)
  }

  /// A written file as JSON.
  func json(of path: String, _ location: SourceLocation = #_sourceLocation) throws -> JSONValue {
    try parsed(try written(path, location))
  }
}

/// Runs the program with the words behind its name; nothing of the machine it runs on can be seen by it.
func advisor(
  _ words: String...,
  in files: MemoryFiles,
  input: String = "",
  environment: [String: String] = [:],
  isTerminal: Bool = false,
  width: Int = 80
) -> ProgramRun {
  run(words, in: files, input: input, environment: environment, isTerminal: isTerminal, width: width)
}

/// Runs the program. What is drawn at random is drawn 200 times where a test does not say otherwise: few enough for many
/// tests, and the numbers matter to none of them.
func run(
  _ words: [String],
  in files: MemoryFiles,
  input: String = "",
  environment: [String: String] = [:],
  isTerminal: Bool = false,
  width: Int = 80
) -> ProgramRun {
  let console = RecordingConsole(input: input, isTerminal: isTerminal, environment: environment, width: width)
  let status = Advisor.run(withFewDraws(words), in: Workplace(console: console.console, files: files.fileSystem))
  return ProgramRun(status: status, bytes: console.outputBytes, talk: console.talk, files: files)
}

private func withFewDraws(_ words: [String]) -> [String] {
  guard let command = words.first, ["assess", "report"].contains(command), !words.contains("--draws") else {
    return words
  }
  return [command, "--draws", "200"] + words.dropFirst()
}
