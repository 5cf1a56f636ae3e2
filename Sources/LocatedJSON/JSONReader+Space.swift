import Diagnostics

extension JSONReader {
  /// Moves to the next thing that is not white space. Comments and white space of other kinds are reported and skipped.
  @inline(__always)
  mutating func skipSpace() throws(Stop) {
    while offset < bytes.count {
      switch bytes[offset] {
      case ASCII.space, ASCII.lineFeed: offset += 1
      case ASCII.quote, ASCII.comma, ASCII.colon, 0x30...0x39, 0x41...0x7D: return
      default: return try skipOddSpace()
      }
    }
  }

  private mutating func skipOddSpace() throws(Stop) {
    while let byte = next {
      switch byte {
      case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn: offset += 1
      case ASCII.slash, ASCII.hash:
        guard let length = commentLength() else { return }
        try report(
          "comments are not part of JSON",
          at: offset..<offset + length,
          help: "remove it, or keep it as the text of a key such as \"x-comment\""
        )
        offset += length
        lastEnd = offset
      case 0x21...0x7E: return
      default:
        let scalar = scalar(at: offset)
        let isBlank = scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        guard isBlank else { return }
        let length = UTF8.width(scalar)
        try report(
          "\(codePoint(scalar)) is not white space in JSON: only space, tab and line breaks are",
          at: offset..<offset + length,
          help: "remove it, or write a space"
        )
        offset += length
        lastEnd = offset
      }
    }
  }

  /// Bytes up to the end of the line (`//`, `#`) or through `*/`; to the end of the file if that is missing.
  private func commentLength() -> Int? {
    let rest = bytes[offset...]
    if rest.starts(with: [ASCII.slash, ASCII.asterisk]) {
      var end = offset + 2
      while end + 1 < bytes.count {
        if bytes[end] == ASCII.asterisk, bytes[end + 1] == ASCII.slash { return end + 2 - offset }
        end += 1
      }
      return rest.count
    }
    guard rest.first == ASCII.hash || rest.starts(with: [ASCII.slash, ASCII.slash]) else { return nil }
    return endOfLine(from: offset) - offset
  }

  /// The offset of the next line break, or of the end of the file.
  func endOfLine(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn } ?? bytes.count
  }

  /// The character at an offset that is not the end and not inside a character.
  func scalar(at offset: Int) -> Unicode.Scalar {
    let length = UTF8Sequence.at(offset, in: bytes, end: bytes.count).length
    return String(decoding: bytes[offset..<offset + length], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  /// `U+00A0`, for characters that cannot be seen.
  func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
