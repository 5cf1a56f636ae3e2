/// Estimates how wide text will be in a font nobody knows yet.
///
/// The widths are those of wide system fonts, so that an estimate is too large rather than too small.
enum TextMeasure {
  /// The width in units of the view box at a font size.
  static func width(_ text: String, size: Double) -> Double {
    text.reduce(0) { $0 + width($1) } * size
  }

  /// Breaks text into lines no wider than `width`, at spaces and behind hyphens. Words that are too long are broken
  /// with a hyphen; what does not fit into `limit` lines is cut with an ellipsis.
  static func wrap(_ text: String, width: Double, size: Double, limit: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for piece in pieces(text) {
      let joined = current + (piece.hasSpace && !current.isEmpty ? " " : "") + piece.text
      if Self.width(joined, size: size) <= width {
        current = joined
        continue
      }
      if !current.isEmpty { lines.append(current) }
      var rest = piece.text
      while lines.count <= limit, Self.width(rest, size: size) > width {
        let head = prefix(rest, width: width - Self.width("-", size: size), size: size)
        lines.append(head + "-")
        rest.removeFirst(head.count)
      }
      current = rest
      if lines.count > limit { break }
    }
    if !current.isEmpty { lines.append(current) }
    guard lines.count > limit else { return lines }
    let last = prefix(lines[limit - 1], width: width - Self.width("…", size: size), size: size) + "…"
    return lines.prefix(limit - 1) + [last]
  }

  /// Whether `wrap` can do without breaking a word.
  static func fitsWords(_ text: String, width: Double, size: Double) -> Bool {
    pieces(text).allSatisfy { Self.width($0.text, size: size) <= width }
  }

  /// The parts between which a line may end, and whether a space stands before them.
  private static func pieces(_ text: String) -> [(text: String, hasSpace: Bool)] {
    text.cleaned.split(separator: " ").flatMap { word in
      var parts = [""]
      for character in word {
        parts[parts.count - 1].append(character)
        if character == "-", parts[parts.count - 1].count > 3 { parts.append("") }
      }
      return parts.filter { !$0.isEmpty }.enumerated().map { ($0.element, $0.offset == 0) }
    }
  }

  /// The text on one line, with an ellipsis if it is wider.
  static func cut(_ text: String, width: Double, size: Double) -> String {
    let text = text.cleaned
    if Self.width(text, size: size) <= width { return text }
    return prefix(text, width: width - Self.width("…", size: size), size: size) + "…"
  }

  /// The longest start that fits, but one character at least.
  private static func prefix(_ text: String, width: Double, size: Double) -> String {
    var result = ""
    var sum = 0.0
    for character in text {
      sum += Self.width(character) * size
      if sum > width, !result.isEmpty { break }
      result.append(character)
    }
    return result
  }

  /// In parts of the font size.
  private static func width(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", "'", "|": return 0.31
    case " ", ".", ",", ":", ";", "!", "(", ")", "[", "]", "f", "t", "r", "-", "/": return 0.41
    case "m", "w", "M", "W", "@", "%", "…", "—": return 0.99
    case "A"..."Z", "Ä", "Ö", "Ü": return 0.74
    default:
      guard let scalar = character.unicodeScalars.first else { return 0 }
      return scalar.value < 0x1100 ? 0.63 : 1.2
    }
  }
}
