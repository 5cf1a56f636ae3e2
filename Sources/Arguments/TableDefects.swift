extension Tool {
  /// What is wrong with the declarations themselves, a sentence each; for the test that guards them.
  package var tableDefects: [String] {
    root.places.flatMap { place in
      let path = ([root.name] + place.path).joined(separator: " ")
      return defects(of: place.node).map { "\(path): \($0)" }
    }
  }

  private func defects(of node: CommandTree<Context>) -> [String] {
    var found: [String] = []
    func expect(_ holds: Bool, _ rule: String) { if !holds { found.append(rule) } }
    expect(isName(node.name), "a name is made of small letters, digits and dashes: '\(node.name)'")
    expect(isSentence(node.abstract), "an abstract begins with a capital and ends with a period")
    let spellings = node.options.flatMap(\.spellings) + ["-h", "--help"]
    for twice in repeated(spellings) { found.append("\(twice) is declared twice") }
    for twice in repeated(node.children.map(\.name)) { found.append("command \(twice) is declared twice") }
    for option in node.options {
      expect(isName(option.name), "a name is made of small letters, digits and dashes: '\(option.name)'")
      expect(isPhrase(option.help), "\(option.longName): help begins with a capital and has no final period")
      let valueName = option.valueName ?? "VALUE"
      expect(valueName == valueName.uppercased(), "\(option.longName): the name of a value is written in capitals")
    }
    for operand in node.operands {
      expect(operand.name == operand.name.uppercased(), "\(operand.name): an operand is written in capitals")
      expect(isPhrase(operand.help), "\(operand.name): help begins with a capital and has no final period")
    }
    let words = node.options.flatMap(\.choices) + node.operands.flatMap(\.choices)
    for word in words where !isChoice(word) { found.append("a choice is made of letters, digits, . _ -: '\(word)'") }
    for example in node.examples {
      expect(example.line.contains(root.name), "an example shows the program at work: '\(example.line)'")
    }
    return found
  }

  private func isName(_ text: String) -> Bool { text.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil }
  private func isChoice(_ text: String) -> Bool { text.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil }
  private func isSentence(_ text: String) -> Bool { text.first?.isUppercase == true && text.last == "." }
  private func isPhrase(_ text: String) -> Bool { text.first?.isUppercase == true && text.last != "." }

  private func repeated(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { !seen.insert($0).inserted }
  }
}
