import LocatedJSON

extension [UInt8] {
  /// Appends text of ASCII.
  mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a name in quotes, or `null`.
  mutating func append(name: [UInt8]?) {
    if let name { append(contentsOf: name) } else { append(literal: "null") }
  }

  /// Appends elements or members between two brackets, with commas between them.
  mutating func appendEach(
    _ elements: some Sequence<Int>,
    in brackets: (open: UInt8, close: UInt8),
    _ append: (Int, inout [UInt8]) -> Void
  ) {
    self.append(brackets.open)
    var isFirst = true
    for element in elements {
      if !isFirst { self.append(ASCII.comma) }
      isFirst = false
      append(element, &self)
    }
    self.append(brackets.close)
  }

  mutating func append(flag: Bool) { append(literal: flag ? "true" : "false") }

  mutating func append(whole number: Int) {
    if number < 0 { append(ASCII.minus) }
    var rest = number.magnitude
    var digits: InlineArray<20, UInt8> = .init(repeating: 0)
    var count = 0
    repeat {
      digits[count] = ASCII.zero + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    while count > 0 {
      count -= 1
      append(digits[count])
    }
  }

  /// Appends a number as ECMAScript writes it (the same as `formatNumberES6`), or `null`.
  mutating func append(number: Double?) {
    guard let number else {
      append(literal: "null")
      return
    }
    if number.magnitude < 1e9, number == number.rounded(.towardZero) {
      append(whole: Int(number))
      return
    }
    // The shortest digits; between a thousandth and 2^53 without an exponent, as ECMAScript has it.
    if number.magnitude >= 0.001, number.magnitude < 1e9 {
      var text = number.description
      text.withUTF8 { append(contentsOf: $0) }
    } else {
      append(contentsOf: formatNumberES6(number).utf8)
    }
  }
}
