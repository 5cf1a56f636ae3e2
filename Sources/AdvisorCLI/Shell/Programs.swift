/// Other programs that a command may call: the real ones on PATH, or recordings in tests.
package struct Programs: Sendable {
  /// What is asked of a program. No shell looks at the words, and standard input is empty.
  package struct Call: Sendable {
    /// Its name, looked for on PATH, or its path.
    package let program: String
    package let arguments: [String]
    /// Variables that the program sees beside those of the advisor.
    package var environment: [String: String] = [:]
    /// The seconds after which the program is ended; nil waits for as long as it takes.
    package var timeLimit: Int?

    package init(
      _ program: String,
      _ arguments: [String],
      environment: [String: String] = [:],
      timeLimit: Int? = nil
    ) {
      self.program = program
      self.arguments = arguments
      self.environment = environment
      self.timeLimit = timeLimit
    }
  }

  /// How a program ended.
  package struct Outcome: Sendable {
    /// 0 by custom if all is well.
    package let status: Int32
    package let output: [UInt8]
    /// What it wrote to standard error.
    package let talk: [UInt8]

    package init(status: Int32, output: [UInt8], talk: [UInt8] = []) {
      self.status = status
      self.output = output
      self.talk = talk
    }
  }

  /// Why a program gave no outcome.
  package enum Failure: Error, Hashable {
    case missing
    /// It was ended after so many seconds.
    case tooSlow(seconds: Int)
    /// What the system says.
    case system(String)
  }

  /// Runs a program and waits for its end.
  package let call: @Sendable (Call) -> Result<Outcome, Failure>
  /// Whether the advisor runs with the rights of the system's administrator, under which browsers refuse their sandbox.
  package let isAdministrator: Bool

  package init(isAdministrator: Bool = false, call: @escaping @Sendable (Call) -> Result<Outcome, Failure>) {
    self.isAdministrator = isAdministrator
    self.call = call
  }

  package init(run: @escaping @Sendable (String, [String]) -> Result<Outcome, Failure>) {
    self.init { run($0.program, $0.arguments) }
  }

  /// Runs a program with its arguments, for as long as it takes.
  package func run(_ name: String, _ arguments: [String]) -> Result<Outcome, Failure> { call(Call(name, arguments)) }

  /// A place without any program.
  package static let none = Self { (_: Call) in .failure(.missing) }
}
