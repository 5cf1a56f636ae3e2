import Diagnostics

/// Text for a terminal: wrapped to its width, coloured only if asked, safe whatever the texts of packs and profiles hold.
struct Screen {
  enum Paint: String {
    case bold = "1"
    case faint = "2"
    case good = "32"
    case bad = "31"
    case ask = "33"
    case link = "36"
  }

  let width: Int
  let isColored: Bool
  private(set) var text = ""

  /// - Parameters:
  ///   - stream: where the text goes; standard output if not given.
  ///   - narrowest: on a terminal with fewer columns the text is wrapped as if it had these.
  init(_ console: Console, _ color: ColorMode, on stream: Console.Stream? = nil, narrowest: Int = 60) {
    width = min(max(console.width(), narrowest), 110)
    isColored = console.usesColor(color, on: stream ?? console.output)
  }

  /// A text made safe and painted.
  func painted(_ text: String, _ paint: Paint...) -> String {
    let safe = sanitized(text)
    guard isColored, !paint.isEmpty else { return safe }
    return "\u{1B}[\(paint.map(\.rawValue).joined(separator: ";"))m\(safe)\u{1B}[0m"
  }

  mutating func blank() { text += "\n" }

  /// A line as it is, without space at its end; the pieces must be safe already.
  mutating func line(_ pieces: String...) {
    let line = pieces.joined()
    text += line.prefix(line.count - line.reversed().prefix { $0 == " " }.count) + "\n"
  }

  mutating func heading(_ title: String) {
    blank()
    line(painted(title, .bold))
  }

  /// A paragraph, wrapped and indented; a prefix stands in the first line in front of the text.
  mutating func paragraph(
    _ content: String,
    indent: Int = 0,
    prefix: String = "",
    prefixPaint: Paint? = nil,
    _ paint: Paint...
  ) {
    let safePrefix = sanitized(prefix)
    let hanging = indent + safePrefix.count
    let lines = wrap(sanitized(content), width: max(20, width - hanging))
    for (index, piece) in lines.enumerated() {
      let lead =
        index == 0
        ? String(repeating: " ", count: indent) + (prefixPaint.map { painted(prefix, $0) } ?? safePrefix)
        : String(repeating: " ", count: hanging)
      let body =
        isColored && !paint.isEmpty ? "\u{1B}[\(paint.map(\.rawValue).joined(separator: ";"))m\(piece)\u{1B}[0m" : piece
      text += lead + body + "\n"
    }
  }

  /// The lines of a text; a word that is longer than the width stands on a line of its own.
  func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if current.isEmpty {
        current = String(word)
      } else if current.count + 1 + word.count <= width {
        current += " " + word
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    lines.append(current)
    return lines
  }
}

extension String {
  /// Filled up with spaces, or cut with an ellipsis, to a number of characters.
  func fitted(_ width: Int) -> String {
    if count <= width { return self + String(repeating: " ", count: width - count) }
    return String(prefix(max(0, width - 1))) + "…"
  }

  /// Filled up with spaces at the front.
  func rightAligned(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
