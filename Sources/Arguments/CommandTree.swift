/// A command or a group of commands, with its settings forgotten so that all stand in one list.
package struct CommandTree<Context: Sendable>: Sendable {
  package let name: String
  package let abstract: String
  package let discussion: String
  package let examples: [(line: String, meaning: String)]
  package let options: [OptionSummary]
  package let operands: [OperandSummary]
  /// Empty for a command, never for a group.
  package let children: [CommandTree]
  /// What is written when an option is not given, by the name of the option.
  let defaultWords: [String: String]
  let action: @Sendable (_ words: [String], _ path: String) throws(UsageError) -> @Sendable (Context) -> Int32

  package static func command<Settings>(_ command: Command<Settings, Context>) -> Self {
    let defaults = command.options.compactMap { option in
      option.defaultWord(command.defaults).map { (option.summary.name, $0) }
    }
    return Self(
      name: command.name,
      abstract: command.abstract,
      discussion: command.discussion,
      examples: command.examples,
      options: command.options.map(\.summary),
      operands: command.operands.map(\.summary),
      children: [],
      defaultWords: Dictionary(defaults) { first, _ in first }
    ) { (words, path) throws(UsageError) in
      let settings = try command.parse(words, path: path)
      return { context in command.run(settings, context) }
    }
  }

  /// Commands below a common word: `advisor packs check`.
  package static func group(
    _ name: String,
    abstract: String,
    discussion: String = "",
    examples: [(line: String, meaning: String)] = [],
    _ commands: [CommandTree]
  ) -> Self {
    Self(
      name: name,
      abstract: abstract,
      discussion: discussion,
      examples: examples,
      options: [],
      operands: [],
      children: commands,
      defaultWords: [:]
    ) { (words, path) throws(UsageError) in
      throw UsageError(.unknownCommand(words.first ?? "", known: commands.map(\.name)), in: path)
    }
  }

  /// This and everything below it, each with the words that lead to it, parents first.
  package var places: [(path: [String], node: CommandTree)] {
    [([], self)] + children.flatMap { child in child.places.map { ([child.name] + $0.path, $0.node) } }
  }
}
