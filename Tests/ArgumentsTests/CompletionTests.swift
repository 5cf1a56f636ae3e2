import Arguments
import Foundation
import Testing

@Suite struct CompletionTests {
  @Test(arguments: CompletionShell.allCases)
  func theShellUnderstandsItsScript(shell: CompletionShell) throws {
    guard let program = find(shell.rawValue) else { return }
    let outcome = try run(program, ["-n", "/dev/stdin"], input: sample.completionScript(shell: shell))
    #expect(outcome.status == 0 && outcome.text.isEmpty, "\(outcome.text)")
  }

  @Test(arguments: CompletionShell.allCases)
  func theScriptKnowsEveryWord(shell: CompletionShell) {
    let script = sample.completionScript(shell: shell)
    for word in ["report", "packs", "check", "output", "format", "quiet", "help", "version", "markdown"] {
      #expect(script.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    (["sample", ""], ["report", "packs"]),
    (["sample", "--"], ["--help", "--version"]),
    (["sample", "re"], ["report"]),
    (["sample", "packs", ""], ["check"]),
    (["sample", "packs", "check", "h"], ["html"]),
    (["sample", "report", "--format", ""], ["text", "html", "markdown"]),
    (["sample", "report", "--format", "=", "m"], ["markdown"]),
    (["sample", "report", "--format", "="], ["text", "html", "markdown"]),
    (["sample", "report", "p", "-q", "--o"], ["--output"]),
    (["sample", "report", "-o", ""], []),
    (["sample", "report", ""], []),
  ])
  func bashOffersWhatCanFollow(words: [String], offers: [String]) throws {
    guard let bash = find("bash") else { return }
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let script =
      sample.completionScript(shell: .bash)
      + "COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1); _sample; printf '%s\\n' \"${COMPREPLY[@]}\"\n"
    let outcome = try run(bash, ["--norc", "/dev/stdin"], input: script)
    #expect(outcome.text.split(separator: "\n").map(String.init) == offers)
  }

  private func find(_ program: String) -> String? {
    ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + program }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Everything the program prints, to either stream.
  private func run(_ program: String, _ words: [String], input: String) throws -> (status: Int32, text: String) {
    let process = Process()
    let (toProgram, fromProgram) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.standardInput = toProgram
    process.standardOutput = fromProgram
    process.standardError = fromProgram
    try process.run()
    try toProgram.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try toProgram.fileHandleForWriting.close()
    let output = try fromProgram.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
