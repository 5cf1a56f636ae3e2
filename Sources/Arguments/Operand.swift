/// What help, completions and errors say of an operand.
package struct OperandSummary: Sendable {
  /// In capitals.
  package let name: String
  package let help: String
  /// The fewest and the most words it takes.
  package let count: ClosedRange<Int>
  /// The allowed words; empty if any is.
  package let choices: [String]
  let expectation: String

  /// As in a line of usage: `PROFILE`, `[ID]`, `PROFILE PROFILE …`.
  package var usage: String {
    let needed = Array(repeating: name, count: max(count.lowerBound, 1)).joined(separator: " ")
    let all = count.upperBound > max(count.lowerBound, 1) ? needed + " …" : needed
    return count.lowerBound == 0 ? "[\(all)]" : all
  }
}

/// A word, or a run of words, that is no option; filled in the order of declaration.
package struct Operand<Settings: Sendable>: Sendable {
  package let summary: OperandSummary
  let store: @Sendable (inout Settings, String) -> Bool

  /// Exactly one word.
  package static func one<Value: ArgumentValue>(
    _ name: String,
    help: String,
    _ setting: Setting<Settings, Value>
  ) -> Self {
    Self(name, help, 1...1) { (settings, value: Value) in settings[keyPath: setting] = value }
  }

  /// One word or none.
  package static func optional<Value: ArgumentValue>(
    _ name: String,
    help: String,
    _ setting: Setting<Settings, Value?>
  ) -> Self {
    Self(name, help, 0...1) { (settings, value: Value) in settings[keyPath: setting] = value }
  }

  /// As many words as there are, within the limits; later operands get their fewest first.
  package static func list<Value: ArgumentValue>(
    _ name: String,
    min: Int = 0,
    max: Int = .max,
    help: String,
    _ setting: Setting<Settings, [Value]>
  ) -> Self {
    Self(name, help, min...max) { (settings, value: Value) in settings[keyPath: setting].append(value) }
  }
}

extension Operand {
  private init<Value: ArgumentValue>(
    _ name: String,
    _ help: String,
    _ count: ClosedRange<Int>,
    write: @escaping @Sendable (inout Settings, Value) -> Void
  ) {
    let (choices, expectation) = (Value.choices, Value.expectation)
    summary = OperandSummary(name: name, help: help, count: count, choices: choices, expectation: expectation)
    store = { settings, word in Value(argument: word).map { write(&settings, $0) } != nil }
  }
}
