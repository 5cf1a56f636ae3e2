import Diagnostics
import Reports

/// The voice of the interview: plain lines on standard error, which read well on any terminal and aloud, and the lines that
/// people type. Colour says nothing that the words do not say.
struct InterviewTalk {
  /// What somebody typed.
  enum Line: Equatable {
    case text(String)
    /// Nothing but space.
    case empty
    /// Something that cannot be a text: arrow keys, control characters, an endless line.
    case unusable
    /// Ctrl-D, or the terminal is gone.
    case end
  }

  private let console: Console
  private let color: ColorMode
  private var lines: InputLines

  private static let longestLine = 4_000

  init(_ console: Console, _ color: ColorMode) {
    self.console = console
    self.color = color
    lines = InputLines(of: console, limit: Self.longestLine)
  }

  /// Says some paragraphs, wrapped to the terminal as wide as it is now.
  func say(_ compose: (inout Screen) -> Void) {
    var screen = Screen(console, color, on: console.talk, narrowest: 30)
    compose(&screen)
    console.talk.print(screen.text, terminator: "")
  }

  func say(_ text: String, _ paint: Screen.Paint? = nil, prefix: String = "") {
    say { $0.paragraph(text, prefix: prefix, prefixPaint: paint) }
  }

  /// Asks for a line.
  mutating func ask(_ prompt: String) -> Line {
    console.talk.print(sanitized(prompt) + " ", terminator: "")
    guard let bytes = lines.next() else {
      console.talk.print("")
      return .end
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.count <= Self.longestLine, !text.contains("\u{FFFD}") else { return .unusable }
    let trimmed = text.trimmed
    if trimmed.isEmpty { return .empty }
    // A tab is as good as a space; whatever else had to be escaped was not typed as a letter.
    let plain = trimmed.replacing("\t", with: " ")
    return sanitized(plain) == plain ? .text(plain) : .unusable
  }

  /// Asks until the answer is yes or no; nil at the end of the input.
  mutating func askYesOrNo(_ question: String, _ say: Phrasing) -> Bool? {
    self.say(question)
    while true {
      switch ask(say(en: "yes or no:", de: "ja oder nein:")) {
      case .end: return nil
      case .text(let text):
        switch text.lowercased() {
        case "y", "yes", "j", "ja", "1": return true
        case "n", "no", "nein", "2": return false
        default:
          if InterviewWord(text) == .quit { return nil }
        }
      case .empty, .unusable: break
      }
      self.say(say(en: "Please type yes or no.", de: "Bitte ja oder nein tippen."))
    }
  }
}
