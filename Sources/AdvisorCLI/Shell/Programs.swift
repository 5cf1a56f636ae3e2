/// Other programs that a command may call: the real ones on PATH, or recordings in tests.
package struct Programs: Sendable {
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

  /// Why a program could not be started.
  package enum Failure: Error, Hashable {
    case missing
    /// What the system says.
    case system(String)
  }

  /// Runs a program with its arguments (no shell looks at them) and waits for its end. Its standard input is empty.
  package let run: @Sendable (_ name: String, _ arguments: [String]) -> Result<Outcome, Failure>

  package init(run: @escaping @Sendable (String, [String]) -> Result<Outcome, Failure>) { self.run = run }

  /// A place without any program.
  package static let none = Self { _, _ in .failure(.missing) }
}
