/// One line of a file with a place in it, laid out for a terminal.
struct Excerpt {
  /// From 1.
  let line: Int
  /// Safe to print: tabs are spaces, control characters and bytes that are not UTF-8 are visible escapes, and cut ends
  /// are marked with `…`.
  private(set) var text = ""
  /// Columns of the terminal in front of the place.
  private(set) var indent = 0
  /// Columns the place takes; at least one, since an empty place is marked too.
  private(set) var width = 1

  /// Lays out the first line of a span in at most `limit` columns (at least 20).
  init(_ span: SourceSpan, limit: Int) {
    let file = span.file
    line = span.start.line
    let lineRange = file.byteRange(ofLine: line)
    let start = min(max(span.range.lowerBound, lineRange.lowerBound), lineRange.upperBound)
    let end = max(start, min(span.range.upperBound, lineRange.upperBound))
    // Enough for the widest terminal, and little work for a file that is one line of megabytes.
    let reach = 2048
    let window = characterRange(from: start - reach, to: start + reach, within: lineRange, of: file.bytes)
    let cells = Cell.split(file.bytes, window)

    let total = cells.reduce(0) { $0 + $1.width }
    let before = cells.prefix { $0.range.upperBound <= start }.reduce(0) { $0 + $1.width }
    let marked = cells.filter { $0.range.overlaps(start..<end) }.reduce(0) { $0 + $1.width }
    let limit = max(20, limit)
    let from = total <= limit ? 0 : max(0, min(before - limit / 3, total - limit))
    let cutsLeft = from > 0 || window.lowerBound > lineRange.lowerBound
    let cutsRight = total > from + limit || window.upperBound < lineRange.upperBound
    let columns = (from + (cutsLeft ? 1 : 0))..<(from + limit - (cutsRight ? 1 : 0))

    var column = 0
    var shown: Range<Int>?
    for cell in cells {
      let next = column + cell.width
      if column >= columns.lowerBound, next <= columns.upperBound {
        text += cell.text
        shown = (shown?.lowerBound ?? column)..<next
      }
      column = next
    }
    let visible = shown ?? columns.lowerBound..<columns.lowerBound
    if cutsLeft { text = "…" + text }
    if cutsRight { text += "…" }
    indent = max(0, before - visible.lowerBound) + (cutsLeft ? 1 : 0)
    width = max(1, min(before + marked, visible.upperBound) - max(before, visible.lowerBound))
  }
}

/// The part of a line around a place, widened so that it does not begin or end inside a character.
private func characterRange(from: Int, to: Int, within line: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
  func isInside(_ offset: Int) -> Bool { line.contains(offset) && bytes[offset] & 0xC0 == 0x80 }
  var from = max(from, line.lowerBound)
  var to = min(to, line.upperBound)
  for _ in 0..<3 where isInside(from) && from > line.lowerBound { from -= 1 }
  for _ in 0..<3 where isInside(to) { to += 1 }
  return from..<to
}

/// One character as it is shown.
private struct Cell {
  let text: String
  let width: Int
  /// The bytes of the file it stands for.
  let range: Range<Int>

  static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    var offset = range.lowerBound
    func add(_ text: String, length: Int) {
      let width = displayWidth(text)
      cells.append(Cell(text: text, width: width, range: offset..<offset + length))
      column += width
      offset += length
    }
    while offset < range.upperBound {
      var end = offset
      while end < range.upperBound,
        case .wellFormed(let length) = UTF8Sequence.at(end, in: bytes, end: range.upperBound)
      {
        end += length
      }
      for character in String(decoding: bytes[offset..<end], as: UTF8.self) {
        let text = String(character)
        if character == "\t" {
          add(String(repeating: " ", count: 4 - column % 4), length: 1)
        } else if sanitized(text) == text {
          add(text, length: text.utf8.count)
        } else {
          for scalar in text.unicodeScalars { add(sanitized(String(scalar)), length: UTF8.width(scalar)) }
        }
      }
      if offset < range.upperBound {
        let digits = String(bytes[offset], radix: 16, uppercase: true)
        add("\\x" + (digits.count == 1 ? "0" : "") + digits, length: 1)
      }
    }
    return cells
  }
}
