import Diagnostics

extension JSONReader {
  /// Reads a number, or whatever looks as if it were meant as one: mistakes are told and count as 0.
  mutating func number() throws(Stop) -> JSONNode {
    let start = offset
    if let number = plainInteger() { return JSONNode(.number(number), range: start..<offset) }
    var end = start
    while end < bytes.count, isNumberLike(bytes[end]) { end += 1 }
    if let mistake = mistake(in: start..<end) {
      try report(mistake.summary, at: mistake.range, help: mistake.help)
      offset = end
      lastEnd = end
      return JSONNode(.number(0), range: start..<end)
    }
    offset = end
    lastEnd = end
    // INVARIANT: the grammar of JSON numbers is a part of what Double takes.
    let number = Double(String(decoding: bytes[start..<end], as: UTF8.self)) ?? .infinity
    guard number.isFinite else {
      try report(
        code: "number-out-of-range",
        "numbers lie between -1.7976931348623157e308 and 1.7976931348623157e308",
        at: start..<end,
        help: "write a smaller number, or a text"
      )
      return JSONNode(.number(0), range: start..<end)
    }
    return JSONNode(.number(number), range: start..<end)
  }

  /// Reads a whole number of a few digits, which needs no care; reads nothing if anything else stands here.
  private mutating func plainInteger() -> Double? {
    var place = offset
    let isNegative = bytes[place] == ASCII.minus
    if isNegative { place += 1 }
    let first = place
    var number = 0
    while place < bytes.count, ASCII.isDigit(bytes[place]), place - first < 15 {
      number = 10 * number + Int(bytes[place] - ASCII.zero)
      place += 1
    }
    // A zero in front may be a mistake, or all there is; −0 is not 0.
    guard place > first, bytes[first] != ASCII.zero || place - first == 1 && !isNegative,
      place == bytes.count || !isNumberLike(bytes[place])
    else { return nil }
    offset = place
    lastEnd = place
    return Double(isNegative ? -number : number)
  }

  private func isNumberLike(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || byte == ASCII.minus || byte == ASCII.plus || byte == ASCII.point
  }

  private struct Mistake {
    let summary: String
    let range: Range<Int>
    let help: String?
  }

  /// The first place at which a token leaves the grammar `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  private func mistake(in token: Range<Int>) -> Mistake? {
    var place = token.lowerBound
    func at(_ byte: UInt8) -> Bool { place < token.upperBound && bytes[place] == byte }
    func written() -> String { String(decoding: bytes[token], as: UTF8.self) }
    func skipDigits() -> Int {
      let start = place
      while place < token.upperBound, ASCII.isDigit(bytes[place]) { place += 1 }
      return place - start
    }

    if at(ASCII.plus) {
      return Mistake(
        summary: "a number has no '+' in front",
        range: place..<place + 1,
        help: "remove the '+'"
      )
    }
    if at(ASCII.minus) { place += 1 }
    let integer = place
    let digits = skipDigits()
    if digits == 0 {
      if let name = notANumber(written()) {
        return Mistake(
          summary: "\(name) is not a number of JSON",
          range: token,
          help: "write 'null', or leave the key out"
        )
      }
      let summary = at(ASCII.point) ? "a digit stands before the decimal point" : "a digit follows the minus sign"
      let help = at(ASCII.point) ? "write '0.' for '.'" : "write a number, or put the text in double quotes"
      return Mistake(
        summary: summary,
        range: place == token.upperBound ? token : place..<place + 1,
        help: help
      )
    }
    if digits == 1, bytes[integer] == ASCII.zero, at(UInt8(ascii: "x")) || at(UInt8(ascii: "X")) {
      return Mistake(
        summary: "numbers are written in decimal digits",
        range: token,
        help: "write the decimal number"
      )
    }
    if digits > 1, bytes[integer] == ASCII.zero {
      let zeros = bytes[integer..<place - 1].prefix { $0 == ASCII.zero }
      return Mistake(
        summary: "a number has no leading zeros",
        range: integer..<zeros.endIndex,
        help:
          "remove '\(String(repeating: "0", count: min(zeros.count, 20)))', or put a code of digits in double quotes"
      )
    }
    if at(ASCII.point) {
      place += 1
      if skipDigits() == 0 {
        return Mistake(
          summary: "a digit follows the decimal point",
          range: place - 1..<place,
          help: "write '.0' for '.'"
        )
      }
    }
    if at(UInt8(ascii: "e")) || at(UInt8(ascii: "E")) {
      let start = place
      place += 1
      if at(ASCII.plus) || at(ASCII.minus) { place += 1 }
      if skipDigits() == 0 {
        return Mistake(
          summary: "an exponent has digits",
          range: start..<place,
          help: "write it as in '1e6', or remove it"
        )
      }
    }
    guard place < token.upperBound else { return nil }
    let isGrouped = at(UInt8(ascii: "_"))
    return Mistake(
      summary: isGrouped ? "digits of a number are not grouped" : "\(quoted(written())) is not a number",
      range: place..<token.upperBound,
      help: isGrouped ? "remove every '_'" : "put a text in double quotes"
    )
  }
}

/// The name of a value that programs know as a number but JSON does not.
func notANumber(_ word: String) -> String? {
  switch word.lowercased() {
  case "nan", "-nan": "NaN"
  case "inf", "infinity": "Infinity"
  case "-inf", "-infinity": "-Infinity"
  default: nil
  }
}
