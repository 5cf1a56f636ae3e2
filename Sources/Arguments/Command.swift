/// A command: its declaration is its parser, its documentation and its completions.
package struct Command<Settings: Sendable, Context: Sendable>: Sendable {
  package let name: String
  let abstract: String
  let discussion: String
  let examples: [(line: String, meaning: String)]
  let defaults: Settings
  package var options: [Option<Settings>]
  let operands: [Operand<Settings>]
  let run: @Sendable (Settings, Context) -> Int32

  /// - Parameters:
  ///   - abstract: one sentence with its period.
  ///   - discussion: paragraphs; lines that begin with a space are kept as they are.
  ///   - examples: whole lines to type, and what each does.
  ///   - defaults: the settings when no option and no operand is given.
  ///   - run: does the work; its result is the exit status of the process.
  package init<Status: RawRepresentable & Sendable>(
    _ name: String,
    abstract: String,
    discussion: String = "",
    examples: [(line: String, meaning: String)] = [],
    defaults: Settings,
    options: [Option<Settings>] = [],
    operands: [Operand<Settings>] = [],
    run: @escaping @Sendable (Settings, Context) -> Status
  ) where Status.RawValue == Int32 {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.examples = examples
    self.defaults = defaults
    self.options = options
    self.operands = operands
    self.run = { settings, context in run(settings, context).rawValue }
  }

  /// The settings that the words stand for. Opens nothing, prints nothing.
  ///
  /// Operands may stand between options; `--` ends the options; `-` is an operand. A value that begins with a dash is
  /// taken only if it is `-`, a negative number, or written as `--name=value`; an empty value counts as none.
  ///
  /// - Parameter path: the command as it was called, for errors: `advisor packs check`.
  package func parse(_ words: [String], path: String) throws(UsageError) -> Settings {
    var settings = defaults
    var given: Set<String> = []
    var others: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        others += rest
        break
      }
      guard word.isOption else {
        others.append(word)
        continue
      }
      let (spelling, inlineValue) = word.splitAtEqualsSign
      guard let option = options.first(where: { $0.summary.spellings.contains(spelling) }) else {
        let known = options.flatMap(\.summary.spellings) + ["--help"]
        throw UsageError(.unknownOption(spelling, known: known), in: path)
      }
      let summary = option.summary
      guard given.insert(summary.name).inserted || summary.isList else {
        throw UsageError(.repeatedOption(summary.longName), in: path)
      }
      var value = inlineValue ?? ""
      if let valueName = summary.valueName {
        if inlineValue == nil, let next = rest.first, !next.isOption || next.isNegativeNumber {
          value = next
          rest.removeFirst()
        }
        guard !value.isEmpty else {
          throw UsageError(.missingValue(summary.longName, valueName, choices: summary.choices), in: path)
        }
      } else if let inlineValue {
        throw UsageError(.unexpectedValue(summary.longName, inlineValue), in: path)
      }
      guard option.store(&settings, value) else {
        let (expectation, choices) = (summary.expectation, summary.choices)
        throw UsageError(.invalidValue(summary.longName, value, expectation, choices: choices), in: path)
      }
    }
    try store(others, in: &settings, path: path)
    return settings
  }

  private func store(_ words: [String], in settings: inout Settings, path: String) throws(UsageError) {
    let usage = operands.map(\.summary.usage).joined(separator: " ")
    var needed = operands.reduce(0) { $0 + $1.summary.count.lowerBound }
    var rest = words[...]
    for operand in operands {
      let (name, count) = (operand.summary.name, operand.summary.count)
      guard rest.count >= count.lowerBound else { throw UsageError(.missingOperand(name, usage: usage), in: path) }
      needed -= count.lowerBound
      let taken = rest.prefix(min(count.upperBound, max(rest.count - needed, count.lowerBound)))
      rest = rest.dropFirst(taken.count)
      for word in taken where !operand.store(&settings, word) {
        let (expectation, choices) = (operand.summary.expectation, operand.summary.choices)
        throw UsageError(.invalidValue(name, word, expectation, choices: choices), in: path)
      }
    }
    if let word = rest.first { throw UsageError(.excessOperand(word, usage: usage), in: path) }
  }
}

extension String {
  /// Whether the word begins with a dash and is not `-` alone, the customary name of standard input.
  var isOption: Bool { utf8.first == UInt8(ascii: "-") && utf8.count > 1 }

  fileprivate var isNegativeNumber: Bool {
    utf8.dropFirst().first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  fileprivate var splitAtEqualsSign: (spelling: String, value: String?) {
    guard let index = utf8.firstIndex(of: UInt8(ascii: "=")) else { return (self, nil) }
    return (String(self[..<index]), String(self[utf8.index(after: index)...]))
  }
}
