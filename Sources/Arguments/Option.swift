/// Where a setting lives; usable from any thread.
package typealias Setting<Root, Value> = any WritableKeyPath<Root, Value> & Sendable

/// What help, completions and errors say of an option: all of it but the place it writes to.
package struct OptionSummary: Sendable {
  /// Without the dashes, `[a-z][a-z0-9-]*`.
  package let name: String
  /// The one-letter alias, without its dash.
  package let letter: Character?
  /// In capitals; nil for a flag.
  package var valueName: String?
  /// Begins with a capital, has no final period, does not repeat the name.
  package let help: String
  /// The allowed values; empty if any is, or for a flag.
  package var choices: [String] = []
  var expectation = ""
  /// Whether it may be given more than once.
  package var isList = false
  /// Whether all commands have it: help lists it apart.
  package var isCommon = false

  /// As people write it: `--output`.
  package var longName: String { "--" + name }
  /// Every way to write it, without values: `-o`, `--output`.
  package var spellings: [String] { letter.map { ["-\($0)", longName] } ?? [longName] }
}

/// One option of a command: how it is written, what it means, and the setting it writes to.
///
/// A flag is a switch; every other option takes exactly one value, as `--name value` or `--name=value`.
package struct Option<Settings: Sendable>: Sendable {
  package var summary: OptionSummary
  /// False if the word does not stand for a value; the settings are then untouched.
  let store: @Sendable (inout Settings, String) -> Bool
  /// The value the setting has when the option is not given, as it would be written.
  var defaultWord: @Sendable (Settings) -> String? = { _ in nil }

  /// A switch that sets its setting to true.
  package static func flag(
    _ name: String,
    letter: Character? = nil,
    help: String,
    _ setting: Setting<Settings, Bool>
  ) -> Self {
    Self(summary: OptionSummary(name: name, letter: letter, help: help)) { settings, _ in
      settings[keyPath: setting] = true
      return true
    }
  }

  /// An option that may be left out: its setting is then what the defaults of the command say, usually nil.
  package static func value<Value: ArgumentValue>(
    _ name: String,
    letter: Character? = nil,
    _ valueName: String,
    help: String,
    _ setting: Setting<Settings, Value?>
  ) -> Self {
    var option = Self(name, letter, valueName, help) { (settings, value: Value) in settings[keyPath: setting] = value }
    option.defaultWord = { $0[keyPath: setting]?.argument }
    return option
  }

  /// An option whose setting always has a value; help shows the default.
  package static func value<Value: ArgumentValue>(
    _ name: String,
    letter: Character? = nil,
    _ valueName: String,
    help: String,
    _ setting: Setting<Settings, Value>
  ) -> Self {
    var option = Self(name, letter, valueName, help) { (settings, value: Value) in settings[keyPath: setting] = value }
    option.defaultWord = { $0[keyPath: setting].argument }
    return option
  }

  /// An option that may be given several times; the values are appended in the order of the words.
  package static func list<Value: ArgumentValue>(
    _ name: String,
    letter: Character? = nil,
    _ valueName: String,
    help: String,
    _ setting: Setting<Settings, [Value]>
  ) -> Self {
    var option = Self(name, letter, valueName, help) { (settings, value: Value) in
      settings[keyPath: setting].append(value)
    }
    option.summary.isList = true
    return option
  }

  /// The options of a part of the settings as options of the whole, marked as common to all commands.
  package static func common<Part>(_ options: [Option<Part>], in part: Setting<Settings, Part>) -> [Self] {
    options.map { inner in
      var option = Self(summary: inner.summary) { inner.store(&$0[keyPath: part], $1) }
      option.defaultWord = { inner.defaultWord($0[keyPath: part]) }
      option.summary.isCommon = true
      return option
    }
  }
}

extension Option {
  private init<Value: ArgumentValue>(
    _ name: String,
    _ letter: Character?,
    _ valueName: String,
    _ help: String,
    write: @escaping @Sendable (inout Settings, Value) -> Void
  ) {
    summary = OptionSummary(name: name, letter: letter, valueName: valueName, help: help)
    summary.choices = Value.choices
    summary.expectation = Value.expectation
    store = { settings, word in Value(argument: word).map { write(&settings, $0) } != nil }
  }
}
