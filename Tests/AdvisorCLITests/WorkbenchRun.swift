import Synchronization
import TestSupport

@testable import AdvisorCLI

/// Runs the program like `run`, with other programs and with time that stands still.
///
/// - Parameter pauses: what happens during every pause; the command ends when there is nothing more to happen.
func workbenchRun(
  _ words: String...,
  in files: MemoryFiles,
  environment: [String: String] = [:],
  programs: Programs = .none,
  isTerminal: Bool = false,
  pauses: [@Sendable () -> Void] = []
) -> ProgramRun {
  let console = RecordingConsole(isTerminal: isTerminal, environment: environment)
  let next = Atomic(0)
  let workplace = Workplace(console: console.console, files: files.fileSystem, programs: programs) { _ in
    let place = next.add(1, ordering: .sequentiallyConsistent).oldValue
    guard place < pauses.count else { return false }
    pauses[place]()
    return true
  }
  let status = Advisor.run(words, in: workplace)
  return ProgramRun(status: status, bytes: console.outputBytes, talk: console.talk, files: files)
}
