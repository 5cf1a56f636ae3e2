import Diagnostics

extension JSONReader {
  /// Size, byte order mark and UTF-8, before anything else is looked at.
  mutating func checkEncoding() throws(Stop) {
    guard bytes.count <= maximumJSONFileSize else {
      try stop(
        code: "file-too-large",
        "a file holds at most 16 MiB; this one has \(bytes.count) bytes",
        at: 0..<0,
        help: "split it into several files"
      )
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      try stop(
        code: "invalid-utf8",
        "UTF-16 is not read: JSON files are UTF-8",
        at: 0..<2,
        help: "save the file as UTF-8 without byte order mark"
      )
    }
    // U+0000 is not part of JSON, but half of every ASCII character in UTF-16.
    let guess = bytes.prefix(4).contains(0) ? "it looks like UTF-16" : "it may be Latin-1 or damaged"
    var place = 0
    while place < bytes.count {
      if bytes[place] < 0x80 {
        place += 1
        continue
      }
      switch UTF8Sequence.at(place, in: bytes, end: bytes.count) {
      case .wellFormed(let length): place += length
      case .illFormed(let length):
        try stop(
          code: "invalid-utf8",
          "\(hexadecimal(place..<place + length)) is not UTF-8",
          at: place..<place + length,
          help: "save the file as UTF-8; \(guess)"
        )
      }
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      try report(
        code: "byte-order-mark",
        "a byte order mark has no place in JSON",
        at: 0..<3,
        help: "save the file as UTF-8 without byte order mark"
      )
      offset = 3
      lastEnd = 3
    }
  }

  private func hexadecimal(_ range: Range<Int>) -> String {
    let words = bytes[range].map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0" + digits : digits
    }
    return (words.count == 1 ? "byte " : "bytes ") + words.joined(separator: " ")
  }
}
