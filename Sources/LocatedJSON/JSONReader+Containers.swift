import Diagnostics

extension JSONReader {
  mutating func array() throws(Stop) -> JSONNode {
    let start = offset
    try openBracket()
    var elements: [JSONNode] = []
    elements.reserveCapacity(usualCounts[open.count].elements)
    var comma: Int?
    while true {
      try skipSpace()
      if next == ASCII.closeBracket {
        if let comma { try reportTrailingComma(at: comma, in: "a list") }
        usualCounts[open.count].elements = min(elements.count, Self.mostReserved)
        closeBracket()
        return JSONNode(.array(elements), range: start..<offset)
      }
      if next == ASCII.comma {
        try report(
          "a value is missing before ','",
          at: offset..<offset + 1,
          help: "remove the comma, or write the value"
        )
        take()
        comma = nil
        continue
      }
      elements.append(try value())
      comma = try separator(closer: ASCII.closeBracket)
    }
  }

  mutating func object() throws(Stop) -> JSONNode {
    let start = offset
    try openBracket()
    var members: [JSONMember] = []
    members.reserveCapacity(usualCounts[open.count].members)
    var places: [[UInt8]: Range<Int>] = [:]
    var comma: Int?
    while true {
      try skipSpace()
      if next == ASCII.closeBrace {
        if let comma { try reportTrailingComma(at: comma, in: "an object") }
        usualCounts[open.count].members = min(members.count, Self.mostReserved)
        closeBracket()
        return JSONNode(.object(members), range: start..<offset)
      }
      if next == ASCII.comma {
        try report("a member is missing before ','", at: offset..<offset + 1, help: "remove the comma")
        take()
        comma = nil
        continue
      }
      let keyStart = offset
      let key = try key()
      let keyRange = keyStart..<offset
      let value = try memberValue(keyRange)
      if let first = place(of: key, in: members, &places) {
        try report(
          code: "duplicate-key",
          "\(quoted(key)) stands twice in one object: keys are unique",
          at: keyRange,
          help: "remove one of the two, or rename it",
          related: [Diagnostic.Related("first written here", at: span(first))]
        )
      } else {
        members.append(JSONMember(key: key, keyRange: keyRange, value: value))
      }
      comma = try separator(closer: ASCII.closeBrace)
    }
  }

  /// Where a key stands in an object already. Looked up by bytes: `String` takes differently composed letters for equal.
  ///
  /// - Parameter places: of the keys of an object that is too large to look through, all but the last ones.
  private func place(
    of key: String,
    in members: [JSONMember],
    _ places: inout [[UInt8]: Range<Int>]
  ) -> Range<Int>? {
    guard members.count > Self.mostReserved else {
      let length = key.utf8.count
      for member in members where member.key.utf8.count == length && member.key.utf8.elementsEqual(key.utf8) {
        return member.keyRange
      }
      return nil
    }
    for member in members[places.count...] { places[Array(member.key.utf8)] = member.keyRange }
    return places[Array(key.utf8)]
  }

  private mutating func key() throws(Stop) -> String {
    switch next {
    case ASCII.quote: return try string()
    case ASCII.apostrophe: return try singleQuoted()
    case let byte? where ASCII.isWord(byte) || byte == ASCII.minus:
      let start = offset
      while let byte = next, ASCII.isWord(byte) || byte == ASCII.minus || byte == ASCII.point { take() }
      let key = String(decoding: bytes[start..<offset], as: UTF8.self)
      try report(
        "\(quoted(key)) needs double quotes: keys are texts",
        at: start..<offset,
        help: "write \"\(shortened(key))\""
      )
      return key
    default: try failUnexpected(wanted: "a key in double quotes")
    }
  }

  /// The colon and what follows it.
  private mutating func memberValue(_ key: Range<Int>) throws(Stop) -> JSONNode {
    try skipSpace()
    switch next {
    case ASCII.colon: take()
    case ASCII.equals:
      let length = bytes[offset...].starts(with: [ASCII.equals, 0x3E]) ? 2 : 1
      try report("a key and its value are separated by ':'", at: offset..<offset + length, help: "write ':' here")
      for _ in 0..<length { take() }
    case ASCII.comma, ASCII.closeBrace:
      try report("a key needs a value", at: key, help: "write ':' and the value behind the key")
      return JSONNode(.null, range: key.upperBound..<key.upperBound)
    case let byte? where startsValue(byte):
      try report("a key and its value are separated by ':'", at: lastEnd..<lastEnd, help: "write ':' here")
    default: try failUnexpected(wanted: "':'")
    }
    try skipSpace()
    if next == ASCII.comma || next == ASCII.closeBrace {
      try report("a value is missing behind ':'", at: lastEnd..<lastEnd, help: "write the value, or 'null' for none")
      return JSONNode(.null, range: lastEnd..<lastEnd)
    }
    return try value()
  }

  /// Reads what follows a value in a list or an object: a comma, whose offset is returned, or nothing before the closer.
  private mutating func separator(closer: UInt8) throws(Stop) -> Int? {
    try skipSpace()
    switch next {
    case closer: return nil
    case ASCII.comma:
      let comma = offset
      take()
      return comma
    case ASCII.semicolon:
      try report("values are separated by ',', not by ';'", at: offset..<offset + 1, help: "write ',' here")
      take()
      return nil
    case let byte? where startsValue(byte):
      try report("',' is missing between two values", at: lastEnd..<lastEnd, help: "write ',' here")
      return nil
    default: try failUnexpected(wanted: closer == ASCII.closeBrace ? "',' or '}'" : "',' or ']'")
    }
  }

  /// Whether a value certainly begins here, so that what should stand before it is merely missing.
  private func startsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.quote, ASCII.openBrace, ASCII.openBracket, ASCII.minus, ASCII.zero...ASCII.nine: true
    default: ["true", "false", "null"].contains { bytes[offset...].starts(with: $0.utf8) }
    }
  }

  private mutating func reportTrailingComma(at comma: Int, in container: String) throws(Stop) {
    try report("the last value of \(container) has no ',' behind it", at: comma..<comma + 1, help: "remove the comma")
  }
}
