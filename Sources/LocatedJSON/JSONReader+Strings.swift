import Diagnostics

extension JSONReader {
  mutating func string() throws(Stop) -> String {
    let start = offset
    take()
    let first = offset
    skipPlainText()
    if next == ASCII.quote {
      let text = text(first..<offset)
      take()
      return text
    }
    var text = Array(bytes[first..<offset])
    while true {
      let run = offset
      skipPlainText()
      text += bytes[run..<offset]
      switch next {
      case ASCII.quote:
        take()
        return String(decoding: text, as: UTF8.self)
      case ASCII.backslash:
        try text.append(contentsOf: String(escape()).utf8)
      case nil, ASCII.lineFeed, ASCII.carriageReturn:
        try fail(
          "a text ends with '\"' on the line where it begins",
          at: start..<offset,
          help: "close it, or write a line break as '\\n'"
        )
      case let byte?:
        let scalar = Unicode.Scalar(byte)
        let escape = byte == ASCII.tab ? "\\t" : "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        try report(
          "control character \(codePoint(scalar)) is written as an escape in a text",
          at: offset..<offset + 1,
          help: "write '\(escape)', or remove it"
        )
        text.append(byte)
        offset += 1
      }
    }
  }

  /// Moves to a quote, a backslash, a control character or the end.
  private mutating func skipPlainText() {
    var place = offset
    while place < bytes.count {
      let byte = bytes[place]
      if byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash { break }
      place += 1
    }
    offset = place
  }

  /// A text as it stands in the file. One of the length of an id shares its memory with the last equal one.
  private mutating func text(_ range: Range<Int>) -> String {
    // Shorter ones need no memory of their own.
    guard (16...40).contains(range.count) else { return String(decoding: bytes[range], as: UTF8.self) }
    var sum: UInt32 = 0
    for place in range { sum = sum &* 31 &+ UInt32(bytes[place]) }
    let slot = Int((sum ^ sum >> 8) & 0xFF)
    let known = knownTexts[slot]
    if known.utf8.count == range.count && known.utf8.elementsEqual(bytes[range]) { return known }
    let text = String(decoding: bytes[range], as: UTF8.self)
    knownTexts[slot] = text
    return text
  }

  /// Reads one escape, or the two of a surrogate pair.
  private mutating func escape() throws(Stop) -> Unicode.Scalar {
    let start = offset
    offset += 1
    guard let byte = next else { return "\u{FFFD}" }
    let simple: Unicode.Scalar? =
      switch byte {
      case ASCII.quote, ASCII.backslash, ASCII.slash: Unicode.Scalar(byte)
      case UInt8(ascii: "b"): "\u{08}"
      case UInt8(ascii: "f"): "\u{0C}"
      case UInt8(ascii: "n"): "\n"
      case UInt8(ascii: "r"): "\r"
      case UInt8(ascii: "t"): "\t"
      default: nil
      }
    if let simple {
      offset += 1
      return simple
    }
    guard byte == UInt8(ascii: "u") else {
      // A line break or a control character after the backslash is told by the caller.
      guard byte >= ASCII.space else { return try unknownEscape(start, length: 1) }
      return try unknownEscape(start, length: 1 + UTF8.width(scalar(at: offset)))
    }
    offset += 1
    guard let unit = try hexadecimalUnit(start) else { return "\u{FFFD}" }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let behind = offset
    if unit < 0xDC00, bytes[behind...].starts(with: [ASCII.backslash, UInt8(ascii: "u")]),
      let low = peekUnit(at: behind + 2), (0xDC00...0xDFFF).contains(low)
    {
      offset = behind + 6
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }
    try report(
      code: "lone-surrogate",
      "half of a surrogate pair is not a character",
      at: start..<behind,
      help: unit < 0xDC00
        ? "write the other half behind it, '\\udc00' to '\\udfff', or the character itself"
        : "write the first half before it, '\\ud800' to '\\udbff', or the character itself"
    )
    return "\u{FFFD}"
  }

  private mutating func unknownEscape(_ start: Int, length: Int) throws(Stop) -> Unicode.Scalar {
    let range = start..<start + length
    let written = String(decoding: bytes[range], as: UTF8.self)
    let help =
      switch written {
      case "\\'": "an apostrophe needs no backslash"
      case "\\x", "\\U": "write '\\u' and four hexadecimal digits"
      default: "write '\\\\' for a backslash"
      }
    try report("\(quoted(written)) is not an escape of JSON", at: range, help: help)
    offset = range.upperBound
    return "\u{FFFD}"
  }

  /// The four digits of an escape that begins at `start`; nil after a report.
  private mutating func hexadecimalUnit(_ start: Int) throws(Stop) -> UInt32? {
    if let unit = peekUnit(at: offset) {
      offset += 4
      return unit
    }
    while let byte = next, ASCII.hexadecimalValue(byte) != nil { offset += 1 }
    try report(
      "'\\u' needs four hexadecimal digits",
      at: start..<offset,
      help: "fill up with zeros in front, as in '\\u00e9'"
    )
    return nil
  }

  private func peekUnit(at place: Int) -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      guard let digit = ASCII.hexadecimalValue(byte) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  /// Reports a text in single quotes and reads it through the closing one, which must stand on the same line.
  mutating func singleQuoted() throws(Stop) -> String {
    let start = offset
    let end = endOfLine(from: start)
    var close = start + 1
    while close < end, bytes[close] != ASCII.apostrophe {
      close += bytes[close] == ASCII.backslash && close + 1 < end ? 2 : 1
    }
    guard close < end else {
      try fail(
        "texts stand in double quotes",
        at: start..<start + 1,
        help: "write '\"' here and at the end of the text"
      )
    }
    try report("texts stand in double quotes", at: start..<close + 1, help: "write '\"' instead of single quotes")
    offset = close + 1
    lastEnd = offset
    return String(decoding: bytes[start + 1..<close], as: UTF8.self)
  }
}
