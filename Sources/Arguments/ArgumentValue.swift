/// A type that one word of the command line can be turned into.
///
/// An enum with raw strings and `CaseIterable` conforms with an empty body; its cases then appear in help,
/// completions and error sentences without being written again.
package protocol ArgumentValue: Sendable {
  /// Nil if the word does not stand for a value of this type.
  init?(argument: String)
  /// The word that stands for this value; `Self(argument: x.argument)` gives `x` again.
  var argument: String { get }
  /// All words that are allowed, in the order of help; empty if they cannot be listed.
  static var choices: [String] { get }
  /// What a word must be, to follow "takes": "a whole number". Not used where there are choices.
  static var expectation: String { get }
}

extension ArgumentValue {
  package static var choices: [String] { [] }
  package static var expectation: String { "a value of its own kind" }
}

extension ArgumentValue where Self: CaseIterable & RawRepresentable, RawValue == String {
  package init?(argument: String) { self.init(rawValue: argument) }
  package var argument: String { rawValue }
  package static var choices: [String] { allCases.map(\.rawValue) }
}

extension String: ArgumentValue {
  package init?(argument: String) { self = argument }
  package var argument: String { self }
  package static var expectation: String { "a text" }
}

extension Int: ArgumentValue {
  package init?(argument: String) { self.init(argument) }
  package var argument: String { description }
  package static var expectation: String { "a whole number" }
}

extension Double: ArgumentValue {
  /// Finite numbers in decimal notation; no infinities, no hexadecimal floating point.
  package init?(argument: String) {
    guard argument.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(argument),
      value.isFinite
    else { return nil }
    self = value
  }

  package var argument: String { description }
  package static var expectation: String { "a number" }
}
