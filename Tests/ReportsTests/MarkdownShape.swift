/// What a reader of Markdown would see in a line besides its words: markers and signs that are not escaped.
///
/// Two reports that differ only in harmless words have the same shape; so has one whose words try to be markup, if all
/// of them are escaped.
enum MarkdownShape {
  private static let signs: Set<Character> = [
    "#", ">", "<", "|", "[", "]", "!", "*", "_", "~", "`", "&", "$", "^", "@", "{", "}",
  ]

  static func lines(_ text: String) -> [String] {
    var isFenced = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isFence = line.hasPrefix("```")
      if isFence { isFenced.toggle() }
      if isFenced || isFence { return diagram(line) }
      return marker(line) + withoutEscapes(withoutCode(line)).filter(signs.contains)
    }
  }

  /// A line of Mermaid without its words and numbered characters.
  private static func diagram(_ line: Substring) -> String {
    var result = ""
    var rest = line
    while let first = rest.first {
      let digits = rest.dropFirst().prefix { $0.isNumber }
      if first == "#", !digits.isEmpty, rest.dropFirst(1 + digits.count).first == ";" {
        rest = rest.dropFirst(2 + digits.count)
        continue
      }
      // Names of parts are made of words and underscores.
      if signs.contains(first) || ":;%=\"".contains(first), first != "_" { result.append(first) }
      rest = rest.dropFirst()
    }
    return result
  }

  /// What the line starts with, if that makes a block of it.
  private static func marker(_ line: Substring) -> String {
    let start = line.drop { $0 == " " || $0 == ">" }
    let number = start.prefix { $0.isASCII && $0.isNumber }
    if !number.isEmpty, [". ", ") "].contains(start.dropFirst(number.count).prefix(2)) { return "number " }
    for marker in ["- ", "+ ", "---", "===", "www.", ":"] where start.hasPrefix(marker) { return marker }
    return start.startIndex == line.startIndex ? "" : "indent "
  }

  private static func withoutCode(_ line: Substring) -> Substring {
    var result = ""
    var rest = line
    while let first = rest.first {
      if first == "\\" {
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if first == "`" {
        let fence = rest.prefix { $0 == "`" }
        rest = rest.dropFirst(fence.count)
        rest = afterClosing(fence.count, rest) ?? rest
        result += "`"
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result[...]
  }

  /// What follows the next run of exactly so many backticks.
  private static func afterClosing(_ length: Int, _ text: Substring) -> Substring? {
    var rest = text
    while let index = rest.firstIndex(of: "`") {
      let run = rest[index...].prefix { $0 == "`" }
      rest = rest[run.endIndex...]
      if run.count == length { return rest }
    }
    return nil
  }

  private static func withoutEscapes(_ line: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in line {
      switch character {
      case _ where isEscaped: isEscaped = false
      case "\\": isEscaped = true
      default: result.append(character)
      }
    }
    return result
  }
}
