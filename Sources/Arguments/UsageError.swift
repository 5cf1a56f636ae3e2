/// Words that cannot be understood: the facts, and the sentence made of them.
package struct UsageError: Error, Hashable {
  /// What is wrong. The first word of each case is the one the person wrote or left out.
  package enum Problem: Hashable, Sendable {
    case unknownCommand(String, known: [String])
    case misplacedOption(String)
    case unknownOption(String, known: [String])
    case missingValue(_ option: String, _ valueName: String, choices: [String])
    case unexpectedValue(_ option: String, _ value: String)
    case invalidValue(_ name: String, _ value: String, _ expectation: String, choices: [String])
    case repeatedOption(String)
    case missingOperand(String, usage: String)
    case excessOperand(String, usage: String)
  }

  package let problem: Problem
  /// The command as far as it was understood: `advisor packs`.
  package let path: String

  package init(_ problem: Problem, in path: String) {
    self.problem = problem
    self.path = path
  }

  /// One sentence without control characters, whatever was written; names the nearest right word where there is one.
  package var sentence: String {
    switch problem {
    case .unknownCommand(let word, let known):
      "\(word.quoted) is not a command of \(path)" + suggestion(for: word, among: known)
    case .misplacedOption(let word):
      "\(word.quoted) stands behind the command: \(path) COMMAND \(word)"
    case .unknownOption(let word, let known):
      "\(word.quoted) is not an option of \(path)"
        + suggestion(for: word, among: known, else: known.first { $0.utf8.count == 2 && word.hasPrefix($0) })
    case .missingValue(let option, let valueName, let choices):
      "\(option) needs a value: \(choices.isEmpty ? valueName : choices.alternatives)"
    case .unexpectedValue(let option, let value):
      "\(option) is a switch and takes no value, not \(value.quoted)"
    case .invalidValue(let name, let value, let expectation, let choices):
      "\(name) takes \(choices.isEmpty ? expectation : choices.alternatives), not \(value.quoted)"
        + suggestion(for: value, among: choices)
    case .repeatedOption(let option):
      "\(option) may be given only once"
    case .missingOperand(let name, let usage):
      "\(name) is missing: \(path) \(usage)"
    case .excessOperand(let word, let usage):
      "\(word.quoted) is one word too many: \(usage.isEmpty ? "\(path) takes none" : "\(path) \(usage)")"
    }
  }

  /// Where to read on, as a second line.
  package var help: String { "'\(path) --help' tells more" }

  private func suggestion(for word: String, among names: [String], else other: String? = nil) -> String {
    (nearestName(to: word, among: names) ?? other).map { "; did you mean '\($0)'?" } ?? ""
  }
}

extension [String] {
  /// `a`, `a or b`, `a, b or c`.
  var alternatives: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}

extension String {
  /// In single quotes, cut after 60 characters, with everything that could steer a terminal written out.
  fileprivate var quoted: String {
    var text = ""
    for scalar in prefix(60).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return "'\(text)\(count > 60 ? "…" : "")'"
  }
}
