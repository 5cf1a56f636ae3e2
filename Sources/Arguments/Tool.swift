/// What the words ask for.
package enum Invocation<Context: Sendable>: Sendable {
  /// A page to print.
  case help(String)
  /// A line to print, without its end.
  case version(String)
  /// A command to run, with the path it was called by; gives the exit status.
  case run(path: String, @Sendable (Context) -> Int32)
}

/// A program: all its commands, and everything that follows from their declarations. Prints nothing itself.
package struct Tool<Context: Sendable>: Sendable {
  package let version: String
  /// The program as the group of all its commands.
  package let root: CommandTree<Context>

  package init(
    _ name: String,
    version: String,
    abstract: String,
    discussion: String = "",
    examples: [(line: String, meaning: String)] = [],
    _ commands: [CommandTree<Context>]
  ) {
    self.version = version
    root = .group(name, abstract: abstract, discussion: discussion, examples: examples, commands)
  }

  /// Understands the words behind the program's name.
  ///
  /// `--help` and `-h` are looked for first, so help is there even if other words are wrong. A group without a command,
  /// or no words at all, asks for help, too; `help COMMAND` is `COMMAND --help`.
  ///
  /// - Parameter width: columns for help; brought into 80…100.
  package func parse(_ words: [String], width: Int = 80) throws(UsageError) -> Invocation<Context> {
    if words.first == "--version" { return .version("\(root.name) \(version)") }
    var rest = words.first == "help" ? words.dropFirst() + ["--help"] : words[...]
    let wantsHelp = rest.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    var node = root
    var path = root.name
    while !node.children.isEmpty {
      guard let word = rest.first, !(wantsHelp && word.isOption) else { break }
      guard !word.isOption else { throw UsageError(problem(withOption: word, at: node), in: path) }
      guard let child = node.children.first(where: { $0.name == word }) else {
        throw UsageError(.unknownCommand(word, known: node.children.map(\.name)), in: path)
      }
      node = child
      path += " " + word
      rest.removeFirst()
    }
    if wantsHelp || !node.children.isEmpty { return .help(help(of: node, path: path, width: width)) }
    return .run(path: path, try node.action(Array(rest), path))
  }

  /// The help of every command and group, in the order of declaration; for reference documents and tests.
  package func helpPages(width: Int = 80) -> [(path: String, text: String)] {
    root.places.map { place in
      let path = ([root.name] + place.path).joined(separator: " ")
      return (path, help(of: place.node, path: path, width: width))
    }
  }

  private func help(of node: CommandTree<Context>, path: String, width: Int) -> String {
    HelpPage(node, path: path, isTool: path == root.name).text(width: min(max(width, 80), 100))
  }

  private func problem(withOption word: String, at node: CommandTree<Context>) -> UsageError.Problem {
    let known = node.places.flatMap { $0.node.options.flatMap(\.spellings) }
    return known.contains(word) ? .misplacedOption(word) : .unknownOption(word, known: ["--help", "--version"] + known)
  }
}
