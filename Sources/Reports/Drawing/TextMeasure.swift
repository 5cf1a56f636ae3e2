/// Estimates how wide text will be in a font nobody knows yet.
///
/// The widths are those of wide system fonts, so that an estimate is too large rather than too small.
enum TextMeasure {
  /// The width in units of the view box at a font size.
  static func width(_ text: String, size: Double) -> Double {
    text.reduce(0) { $0 + width($1) } * size
  }

  /// Breaks text into lines no wider than `width`. Words that are too long are broken with a hyphen; what does not
  /// fit into `limit` lines is cut with an ellipsis.
  static func wrap(_ text: String, width: Double, size: Double, limit: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in text.cleaned.split(separator: " ") {
      var word = String(word)
      let joined = current.isEmpty ? word : current + " " + word
      if Self.width(joined, size: size) <= width {
        current = joined
        continue
      }
      if !current.isEmpty { lines.append(current) }
      while lines.count < limit, Self.width(word, size: size) > width {
        let head = prefix(word, width: width - Self.width("-", size: size), size: size)
        if head.hasSuffix("-") { lines.append(head) } else { lines.append(head + "-") }
        word.removeFirst(head.count)
      }
      current = word
      if lines.count >= limit { break }
    }
    if !current.isEmpty { lines.append(current) }
    let shown = lines.joined().filter { $0 != "-" && $0 != " " }
    let whole = text.cleaned.filter { $0 != "-" && $0 != " " }
    guard lines.count > limit || shown != whole else { return lines }
    lines = Array(lines.prefix(limit))
    if let last = lines.popLast() { lines.append(cut(last + "…", width: width, size: size)) }
    return lines
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
