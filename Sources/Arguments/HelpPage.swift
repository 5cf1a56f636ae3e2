/// One page of help, as sections of rows whose second column is aligned over the whole page.
struct HelpPage {
  private var opening: [String] = []
  private var sections: [(title: String, rows: [(label: String, text: String)])] = []
  private var examples: [(line: String, meaning: String)]
  private var closing: String?

  init<Context>(_ node: CommandTree<Context>, path: String, isTool: Bool) {
    let isGroup = !node.children.isEmpty
    let usage = isGroup ? ["COMMAND"] : node.operands.map(\.usage)
    opening = [node.abstract, (["Usage:", path] + usage + ["[OPTIONS]"]).joined(separator: " ")]
    if !node.discussion.isEmpty { opening.append(node.discussion) }
    examples = node.examples

    var help = [(label: "-h, --help", text: "Show this page")]
    if isTool { help.append(("    --version", "Show the version")) }
    func row(_ option: OptionSummary) -> (label: String, text: String) {
      (Self.label(of: option), Self.text(of: option, defaultWord: node.defaultWords[option.name]))
    }
    let own = node.options.filter { !$0.isCommon }.map(row)
    let common = node.options.filter(\.isCommon).map(row)
    sections = [
      ("Commands:", node.children.map { ($0.name, $0.abstract) }),
      ("Operands:", node.operands.map { ($0.name, Self.listing($0.help, $0.choices)) }),
      ("Options:", common.isEmpty ? own + help : own),
      ("Common options:", common.isEmpty ? [] : common + help),
    ].filter { !$0.rows.isEmpty }
    closing = isGroup ? "'\(path) COMMAND --help' tells more about a command." : nil
  }

  func text(width: Int) -> String {
    let longest = sections.flatMap(\.rows).map(\.label.count).max() ?? 0
    let column = min(longest, 28) + 4
    var blocks = opening.map { wrap($0, width: width) }
    for section in sections {
      blocks.append([section.title] + section.rows.flatMap { Self.lines(of: $0, column: column, width: width) })
    }
    if !examples.isEmpty {
      let lines = examples.flatMap { ["  " + $0.line] + wrap($0.meaning, width: width - 6).map { "      " + $0 } }
      blocks.append(["Examples:"] + lines)
    }
    if let closing { blocks.append(wrap(closing, width: width)) }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private static func lines(of row: (label: String, text: String), column: Int, width: Int) -> [String] {
    let label = "  " + row.label
    let margin = String(repeating: " ", count: column)
    let text = wrap(row.text, width: width - column)
    guard label.count + 2 <= column, let first = text.first else { return [label] + text.map { margin + $0 } }
    return [label + margin.dropFirst(label.count) + first] + text.dropFirst().map { margin + $0 }
  }

  private static func label(of option: OptionSummary) -> String {
    let letter = option.letter.map { "-\($0), " } ?? "    "
    return letter + option.longName + (option.valueName.map { " " + $0 } ?? "")
  }

  private static func text(of option: OptionSummary, defaultWord: String?) -> String {
    let remarks = [defaultWord.flatMap { $0.isEmpty ? nil : "default \($0)" }, option.isList ? "may be repeated" : nil]
      .compactMap(\.self)
    return listing(option.help, option.choices) + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
  }

  private static func listing(_ help: String, _ choices: [String]) -> String {
    choices.isEmpty ? help : "\(help): \(choices.alternatives)"
  }
}

/// The text in lines of at most the width; a longer word gets a line of its own. Lines that begin with a space and
/// empty lines stay as they are.
private func wrap(_ text: String, width: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
    guard let first = line.first, first != " " else { return [String(line)] }
    var lines: [String] = []
    for word in line.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
