import Synchronization

/// A console for tests: keeps what is written, answers from given input.
package final class RecordingConsole: Sendable {
  private struct State {
    var output: [UInt8] = []
    var talk: [UInt8] = []
    var input: ArraySlice<UInt8>
  }

  private let state: Mutex<State>
  private let isTerminal: Bool
  private let environment: ProcessEnvironment
  private let width: Int

  /// - Parameter isTerminal: whether all three streams claim to be one.
  package init(
    input: String = "",
    isTerminal: Bool = false,
    environment: [String: String] = [:],
    width: Int = 80
  ) {
    state = Mutex(State(input: Array(input.utf8)[...]))
    self.isTerminal = isTerminal
    self.environment = ProcessEnvironment(environment)
    self.width = width
  }

  /// What a command is given; every one of them writes into the same recording.
  package var console: Console {
    Console(
      output: Console.Stream(isTerminal: isTerminal) { bytes in self.state.withLock { $0.output += bytes } },
      talk: Console.Stream(isTerminal: isTerminal) { bytes in self.state.withLock { $0.talk += bytes } },
      canAsk: isTerminal,
      readInput: { count in
        self.state.withLock { state in
          defer { state.input = state.input.dropFirst(count) }
          return Array(state.input.prefix(count))
        }
      },
      environment: environment,
      width: { self.width },
      outputFailure: { nil }
    )
  }

  package var outputBytes: [UInt8] { state.withLock { $0.output } }
  package var output: String { String(decoding: outputBytes, as: UTF8.self) }
  package var talk: String { state.withLock { String(decoding: $0.talk, as: UTF8.self) } }
}
