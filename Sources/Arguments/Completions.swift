/// A shell that completions can be written for.
package enum CompletionShell: String, CaseIterable, ArgumentValue {
  case bash
  case zsh
  case fish
}

extension Tool {
  /// A script that makes the shell complete the words of this program: commands, options, listed values; file names
  /// elsewhere.
  package func completionScript(shell: CompletionShell) -> String {
    let places = root.places.map { CompletionPlace($0.path, $0.node) }
    return switch shell {
    case .bash: bashScript(places)
    case .zsh: zshScript(places)
    case .fish: fishScript(places)
    }
  }

  /// All places but the first, as the pattern of a `case`.
  func pattern(of places: [CompletionPlace], separator: String) -> String {
    places.dropFirst().map(\.id).joined(separator: separator)
  }
}

/// A command or group as completion scripts see it.
struct CompletionPlace {
  /// `/packs/check`; empty for the program itself.
  let id: String
  let commands: [(name: String, abstract: String)]
  private(set) var options: [OptionSummary]
  let operands: [OperandSummary]

  init<Context>(_ path: [String], _ node: CommandTree<Context>) {
    id = path.map { "/" + $0 }.joined()
    commands = node.children.map { ($0.name, $0.abstract) }
    operands = node.operands
    options = node.options + [OptionSummary(name: "help", letter: "h", help: "Show help")]
    if path.isEmpty { options.append(OptionSummary(name: "version", letter: nil, help: "Show the version")) }
  }
}
